//! The cookies of the portal: their names, flags and lifetimes.

use axum::http::{HeaderMap, HeaderValue, header};

/// Which cookies we set. Over TLS each name has the `__Host-` prefix, so that no sibling domain can set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// The session of a signed-in member.
    Session,
    /// A random value that form tokens are bound to.
    Visitor,
    /// Large type (长辈模式) chosen.
    LargeType,
    /// The language chosen.
    Language,
    /// This browser has been signed in on by a person: their failures elsewhere do not count here.
    Device,
    /// Opens one appointment to who found it without signing in.
    VisitPass,
}

impl Cookie {
    const fn plain_name(self) -> &'static str {
        match self {
            Self::Session => "anju-session",
            Self::Visitor => "anju-visitor",
            Self::LargeType => "anju-large",
            Self::Language => "anju-language",
            Self::Device => "anju-device",
            Self::VisitPass => "anju-visit",
        }
    }

    fn name(self, secure: bool) -> String {
        if secure {
            format!("__Host-{}", self.plain_name())
        } else {
            self.plain_name().to_owned()
        }
    }

    /// The cookie's value in a request.
    pub fn read(self, headers: &HeaderMap, secure: bool) -> Option<&str> {
        let name = self.name(secure);
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        pairs
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// A `Set-Cookie` value. `max_age` in seconds; none for a cookie that ends with the browser.
    pub fn set(self, value: &str, max_age: Option<u64>, secure: bool) -> Option<HeaderValue> {
        let name = self.name(secure);
        let secure = if secure { "; Secure" } else { "" };
        let max_age = max_age
            .map(|seconds| format!("; Max-Age={seconds}"))
            .unwrap_or_default();
        HeaderValue::from_str(&format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{max_age}"
        ))
        .ok()
    }

    /// A `Set-Cookie` value that removes the cookie.
    pub fn clear(self, secure: bool) -> Option<HeaderValue> {
        self.set("", Some(0), secure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_tls_the_cookie_is_bound_to_this_host() {
        let value = Cookie::Session.set("abc", None, true).unwrap();
        assert_eq!(
            value,
            "__Host-anju-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
        let value = Cookie::LargeType.set("1", Some(60), false).unwrap();
        assert_eq!(value, "anju-large=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    }

    #[test]
    fn reads_its_own_value_only() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            "x=1; anju-session=abc; anju-session2=d".parse().unwrap(),
        );
        assert_eq!(Cookie::Session.read(&headers, false), Some("abc"));
        assert_eq!(Cookie::Session.read(&headers, true), None);
        assert_eq!(Cookie::LargeType.read(&headers, false), None);
    }
}
