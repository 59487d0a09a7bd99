//! The token that a form of ours carries.
//!
//! The token is `issued.mac`: the second of issue, and an HMAC-SHA256 over it and the visitor's cookie. It
//! needs no storage and is good for twelve hours in the browser it was made for.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A page left open over a night still works.
const GOOD_FOR_SECONDS: i64 = 12 * 3600;

/// Signs and checks form tokens. The key lives as long as the process: after a restart an old browser must
/// reload its page, a current one (which sends Origin) notices nothing.
#[derive(Clone)]
pub struct TokenKey([u8; 64]);

impl std::fmt::Debug for TokenKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("TokenKey(…)")
    }
}

impl TokenKey {
    /// A key from 64 random bytes: a whole block of SHA-256.
    pub fn new(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// A token for forms shown to this visitor.
    pub fn issue(&self, visitor: &str, now: DateTime<Utc>) -> String {
        let issued = now.timestamp();
        format!(
            "{issued}.{}",
            hex::encode(self.mac(visitor, issued).finalize().into_bytes())
        )
    }

    /// Whether the token was issued to this visitor in the last twelve hours.
    pub fn accepts(&self, token: &str, visitor: &str, now: DateTime<Utc>) -> bool {
        let Some((issued, mac)) = token.split_once('.') else {
            return false;
        };
        let (Ok(issued), Ok(mac)) = (issued.parse::<i64>(), hex::decode(mac)) else {
            return false;
        };
        let age = now.timestamp().saturating_sub(issued);
        (0..=GOOD_FOR_SECONDS).contains(&age)
            && !visitor.is_empty()
            && self.mac(visitor, issued).verify_slice(&mac).is_ok()
    }

    fn mac(&self, visitor: &str, issued: i64) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(visitor.as_bytes());
        mac.update(&issued.to_be_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_token_is_good_for_its_visitor_and_its_day() {
        let key = TokenKey::new([7; 64]);
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let token = key.issue("visitor", now);
        assert!(key.accepts(&token, "visitor", now));
        assert!(key.accepts(&token, "visitor", now + TimeDelta::hours(12)));
        assert!(!key.accepts(&token, "visitor", now + TimeDelta::hours(13)));
        assert!(!key.accepts(&token, "another", now));
        assert!(!key.accepts(&token, "", now));
        assert!(!TokenKey::new([8; 64]).accepts(&token, "visitor", now));
        assert!(!key.accepts("", "visitor", now));
        assert!(!key.accepts("12.zz", "visitor", now));
    }
}
