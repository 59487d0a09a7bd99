//! Addresses: a path and what stands behind its question mark, escaped in one way for pages, their program and handlers.

use std::fmt::Write as _;

/// The path with these names and values behind it, in their order; the path alone when there are none.
///
/// ```
/// use app::address::with_query;
///
/// assert_eq!(with_query("/loan", [("price", "80万"), ("home", "first")]), "/loan?price=80%E4%B8%87&home=first");
/// assert_eq!(with_query::<&str, &str>("/loan", []), "/loan");
/// ```
pub fn with_query<Name: AsRef<str>, Value: AsRef<str>>(
    path: &str,
    pairs: impl IntoIterator<Item = (Name, Value)>,
) -> String {
    let mut address = path.to_owned();
    for (at, (name, value)) in pairs.into_iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(&encoded(name.as_ref()));
        address.push('=');
        address.push_str(&encoded(value.as_ref()));
    }
    address
}

/// A text as it stands in a query string (RFC 3986: everything but the unreserved characters is escaped).
pub fn encoded(text: &str) -> String {
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_value_can_end_it() {
        let address = with_query("/signin", [("return_to", "/loan?price=80%E4%B8%87&a=b#c d+é")]);
        assert_eq!(
            address,
            "/signin?return_to=%2Floan%3Fprice%3D80%25E4%25B8%2587%26a%3Db%23c%20d%2B%C3%A9"
        );
    }
}
