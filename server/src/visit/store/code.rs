//! Codes of appointments: short enough to read out on the phone.

use fund::typed::plain;
use rand::{CryptoRng, RngExt as _};
use std::fmt;

/// Crockford's base 32 without U: no letter looks like a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;

/// Eight characters of Crockford's base 32 (40 bits).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AppointmentCode([u8; LENGTH]);

impl AppointmentCode {
    /// Draws a code. With a million appointments on file, one draw in a million meets one of them.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        Self(std::array::from_fn(|_| {
            ALPHABET[rng.random_range(0..ALPHABET.len())]
        }))
    }

    /// Reads a code as typed: small letters, full-width forms, blanks, marks that come along when it is copied, hyphens, and O for 0, I and L for 1 are accepted.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut code = [0; LENGTH];
        let mut places = code.iter_mut();
        for c in plain(typed).chars().filter(|c| *c != '-') {
            let byte = u8::try_from(c).ok()?.to_ascii_uppercase();
            let byte = match byte {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            *places.next()? = ALPHABET.contains(&byte).then_some(byte)?;
        }
        places.next().is_none().then_some(Self(code))
    }

    /// The code as shown.
    pub fn as_str(&self) -> &str {
        // ASCII by construction; the fallback is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for AppointmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn reads_what_people_type() {
        let code = AppointmentCode::parse("K7Q2MF10").unwrap();
        assert_eq!(code.as_str(), "K7Q2MF10");
        for typed in [
            "k7q2-mflo",
            " K7Q2 MFi0 ",
            "Ｋ７Ｑ２ＭＦ１０",
            "\u{202d}K7Q2MF10\u{202c}",
        ] {
            assert_eq!(AppointmentCode::parse(typed), Some(code), "{typed}");
        }
        for bad in ["", "K7Q2MF1", "K7Q2MF100", "K7Q2MFU0", "K7Q2MF1好"] {
            assert_eq!(AppointmentCode::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn drawn_codes_read_back() {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(1);
        for _ in 0..100 {
            let code = AppointmentCode::draw(&mut rng);
            assert_eq!(AppointmentCode::parse(code.as_str()), Some(code));
        }
    }
}
