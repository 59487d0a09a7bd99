//! Keyed hashes that stand in the tables instead of personal data.

use super::{KEY_BYTES, Keys, SealError};
use fund::identity::IdNumber;
use fund::records::{Paper, PaperKind};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// A keyed hash as it stands in a table.
pub type Digest = [u8; 16];

/// The keys of the blind index. What stands in tables is hashed under each in turn, the oldest first.
pub(super) struct BlindIndex {
    /// Keyed once: a clone for each hash saves half its work.
    oldest: Hmac<Sha256>,
    later: Vec<Hmac<Sha256>>,
}

impl BlindIndex {
    pub(super) fn new(keys: &[Zeroizing<[u8; KEY_BYTES]>]) -> Result<Self, SealError> {
        let keyed = |key: &Zeroizing<[u8; KEY_BYTES]>| {
            Hmac::new_from_slice(&**key).map_err(|_| SealError::Malformed("blind_index is no key"))
        };
        let (oldest, later) = keys
            .split_first()
            .ok_or(SealError::Malformed("blind_index holds no key"))?;
        Ok(Self {
            oldest: keyed(oldest)?,
            later: later.iter().map(keyed).collect::<Result<_, _>>()?,
        })
    }

    /// A hash for the tables, as of an index version.
    fn kept(&self, version: usize, parts: &[&str]) -> Digest {
        let links = self.later.iter().take(version.saturating_sub(1));
        links.fold(hash(&self.oldest, parts), |digest, key| link(key, &digest))
    }

    /// A hash for what is soon over: under the newest key alone.
    fn passing(&self, parts: &[&str]) -> Digest {
        hash(self.later.last().unwrap_or(&self.oldest), parts)
    }
}

/// HMAC-SHA256 over the parts, each ended by a zero byte so that no two lists run together; the first 128 bits.
fn hash(key: &Hmac<Sha256>, parts: &[&str]) -> Digest {
    let mut mac = key.clone();
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    first(mac)
}

/// The next link of a chain of hashes.
fn link(key: &Hmac<Sha256>, digest: &Digest) -> Digest {
    let mut mac = key.clone();
    mac.update(b"link\0");
    mac.update(digest);
    first(mac)
}

fn first(mac: Hmac<Sha256>) -> Digest {
    let full = mac.finalize().into_bytes();
    let mut first = Digest::default();
    for (to, from) in first.iter_mut().zip(full) {
        *to = from;
    }
    first
}

/// Who somebody is, in every table: the blind index of the number on their paper. Survives imports.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonKey(Digest);

impl PersonKey {
    /// From its stored bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its stored bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The keyed hash itself.
    pub const fn digest(&self) -> Digest {
        self.0
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
pub struct LastFourProof(Digest);

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
        PersonKey(self.kept(&["person", kind.code(), number]))
    }

    /// Proof for the last four characters together with an appointment's code, so that equal digits of two people
    /// do not look equal. `x` counts as `X`.
    pub fn last_four(&self, code: &str, last_four: &str) -> LastFourProof {
        LastFourProof(self.kept(&["last_four", code, &last_four.to_ascii_uppercase()]))
    }

    /// What signs the right to see the appointment with this code until an instant (seconds since 1970).
    pub fn visit_pass(&self, code: &str, until: i64) -> Digest {
        self.blind.passing(&["visit_pass", code, &until.to_string()])
    }

    /// How many keys the blind index is made with.
    pub const fn index_version(&self) -> usize {
        self.blind.later.len() + 1
    }

    /// The same for the same keys up to an index version, different for all others: what a database is marked with. Nothing
    /// for a version that these keys do not reach.
    pub fn index_check(&self, version: usize) -> Option<Digest> {
        (1..=self.index_version())
            .contains(&version)
            .then(|| self.blind.kept(version, &["index_check"]))
    }

    /// What stands in a table of an older index version, as it is to stand there now.
    pub fn brought_along(&self, version: usize, digest: Digest) -> Digest {
        let links = self.blind.later.iter().skip(version.saturating_sub(1));
        links.fold(digest, |digest, key| link(key, &digest))
    }

    /// What shows that a device has been signed in on by this person, at an instant (seconds since 1970).
    pub fn device_pass(&self, person: PersonKey, signed_in_at: i64) -> Digest {
        let person = hex::encode(person.as_bytes());
        self.blind
            .passing(&["device_pass", &person, &signed_in_at.to_string()])
    }

    /// What shows that somebody knows the one-time code with this number.
    pub fn code_proof(&self, id: &[u8; 16], code: &str) -> Digest {
        self.blind.passing(&["one_time_code", &hex::encode(id), code])
    }

    /// A short name for something in the log: the same for the same thing, and nothing without the key.
    pub fn tag(&self, kind: &str, bytes: &[u8]) -> String {
        let digest = self.blind.passing(&["tag", kind, &hex::encode(bytes)]);
        hex::encode(&digest[..6])
    }

    fn kept(&self, parts: &[&str]) -> Digest {
        self.blind.kept(self.index_version(), parts)
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

    #[test]
    fn what_is_brought_along_is_what_the_newer_keys_make() {
        let key = |byte: u8| Zeroizing::new([byte; KEY_BYTES]);
        let chain: Vec<_> = (1..=3)
            .map(|count| (1..=count).map(key).collect::<Vec<_>>())
            .collect();
        let made: Vec<_> = chain
            .iter()
            .map(|keys| BlindIndex::new(keys).unwrap())
            .map(|index| index.kept(usize::MAX, &["person", "01", "E1234567"]))
            .collect();
        assert!(made[0] != made[1] && made[1] != made[2] && made[0] != made[2]);
        let newest = Keys {
            blind: BlindIndex::new(&chain[2]).unwrap(),
            ..keys(1)
        };
        for (version, digest) in (1..).zip(&made) {
            assert_eq!(newest.brought_along(version, *digest), made[2], "from {version}");
            assert_eq!(newest.blind.kept(version, &["person", "01", "E1234567"]), *digest);
        }
    }
}
