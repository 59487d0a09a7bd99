//! Keyed hashes that stand in the tables instead of personal data.

use super::Keys;
use crate::import::rows::{Paper, PaperKind};
use fund::identity::IdNumber;
use hmac::Mac as _;
use std::fmt;

/// Who somebody is, in every table: the blind index of the number on their paper. Survives imports.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonKey([u8; 16]);

impl PersonKey {
    /// From its stored bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its stored bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Shows the first two bytes: enough to tell people apart in a log, too little to join with a stolen table.
impl fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonKey({}…)", hex::encode(&self.0[..2]))
    }
}

/// Proof that somebody knows the last four characters of the ID number an appointment was booked with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LastFourProof([u8; 16]);

impl LastFourProof {
    /// Its stored bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for LastFourProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LastFourProof(withheld)")
    }
}

impl Keys {
    /// The key of the person with this ID number.
    pub fn person(&self, number: &IdNumber) -> PersonKey {
        self.person_by(PaperKind::IdentityCard, number.as_str())
    }

    /// The key of the person with this paper. For an identity card the same as [`Keys::person`].
    pub fn person_of(&self, paper: &Paper) -> PersonKey {
        self.person_by(paper.kind(), paper.as_str())
    }

    fn person_by(&self, kind: PaperKind, number: &str) -> PersonKey {
        PersonKey(self.digest(&["person", kind.code(), number]))
    }

    /// Proof for the last four characters together with an appointment's code, so that equal digits of two people
    /// do not look equal. `x` counts as `X`.
    pub fn last_four(&self, code: &str, last_four: &str) -> LastFourProof {
        LastFourProof(self.digest(&["last_four", code, &last_four.to_ascii_uppercase()]))
    }

    /// What signs the right to see the appointment with this code until an instant (seconds since 1970).
    pub fn visit_pass(&self, code: &str, until: i64) -> [u8; 16] {
        self.digest(&["visit_pass", code, &until.to_string()])
    }

    /// HMAC-SHA256 over the parts, each ended by a zero byte so that no two lists run together; the first 128 bits.
    fn digest(&self, parts: &[&str]) -> [u8; 16] {
        let mut mac = self.blind.clone();
        for part in parts {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
        let full = mac.finalize().into_bytes();
        let mut first = [0; 16];
        for (to, from) in first.iter_mut().zip(full) {
            *to = from;
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand_chacha::ChaCha20Rng;

    fn keys(seed: u64) -> Keys {
        Keys::from_toml(&Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(seed))).unwrap()
    }

    #[test]
    fn depends_on_number_kind_and_key() {
        let passport = Paper::Other(PaperKind::Passport, "E1234567".to_owned());
        let officer = Paper::Other(PaperKind::OfficerCard, "E1234567".to_owned());
        let one = keys(1);
        assert_eq!(one.person_of(&passport), one.person_of(&passport.clone()));
        assert_ne!(one.person_of(&passport), one.person_of(&officer));
        assert_ne!(one.person_of(&passport), keys(2).person_of(&passport));
    }

    #[test]
    fn proof_depends_on_the_code() {
        let keys = keys(1);
        assert_eq!(
            keys.last_four("K7Q2MF3D", "123x"),
            keys.last_four("K7Q2MF3D", "123X")
        );
        assert_ne!(
            keys.last_four("K7Q2MF3D", "1234"),
            keys.last_four("K7Q2MF3E", "1234")
        );
    }
}
