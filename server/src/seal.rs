//! Sealing of personal data at rest, and the blind index by which a person is found.
//!
//! - **Sealing.** ID number, phone and name stand in the database encrypted per column with AES-256-GCM-SIV
//!   (RFC 8452). A sealed value is one byte of key id, then ciphertext and tag. The column's name is the associated
//!   data and the row's number the nonce, so a value moved to another column or row does not open. GCM-SIV tolerates
//!   that the same row is sealed again with another value: all that repetition can show is that nothing changed.
//! - **Rotation.** New values are sealed with the *current* key; older keys stay in the file for opening.
//! - **Blind index.** A person's key in the tables is an HMAC-SHA256 of the ID number under a key of its own, cut to 128
//!   bits: equal for equal numbers, useless without the key. It cannot be rotated without a new import.
//!
//! The keys live in one TOML file (or environment variable), apart from the database and its backups.

mod index;

pub use index::{LastFourProof, PersonKey};

use aes_gcm_siv::{
    Aes256GcmSiv, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use hmac::Hmac;
use rand::CryptoRng;
use serde::Deserialize;
use sha2::Sha256;
use std::{
    collections::BTreeMap,
    fmt,
    fs::OpenOptions,
    io::{self, Write as _},
    path::{Path, PathBuf},
};
use zeroize::{Zeroize, Zeroizing};

const KEY_BYTES: usize = 32;

/// A column that holds sealed values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column(&'static str);

impl Column {
    /// `member.name`
    pub const MEMBER_NAME: Self = Self("member.name");
    /// `member.paper`: number of the paper that identifies the person.
    pub const MEMBER_PAPER: Self = Self("member.paper");
    /// `member.phone`
    pub const MEMBER_PHONE: Self = Self("member.phone");
}

/// Why keys could not be had, or a value not opened. Never holds key or plaintext.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The key file cannot be read or written.
    #[error("key file {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Others than the owner can read the key file.
    #[error("key file {} can be read by others: chmod 600 it", .0.display())]
    Exposed(PathBuf),
    /// The key text is malformed; the reason quotes none of it.
    #[error("keys: {0}")]
    Malformed(&'static str),
    /// A value was sealed with a key that is not in the file.
    #[error("a value in {column} was sealed with key {key}, which the key file does not hold")]
    UnknownKey {
        /// `table.column`
        column: &'static str,
        /// The key's id.
        key: u8,
    },
    /// A value does not open: altered, moved to another row, or sealed under another key of the same id.
    #[error("a value in {0} does not open")]
    Broken(&'static str),
}

/// The keys of one centre. `Debug` shows key ids only.
pub struct Keys {
    ciphers: BTreeMap<u8, Aes256GcmSiv>,
    current: u8,
    /// Keyed once: a clone for each hash saves half its work.
    blind: Hmac<Sha256>,
}

/// The key file's form. Hex, so that a person can copy a key from paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    blind_index: String,
    current: u8,
    seal: BTreeMap<String, String>,
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        self.blind_index.zeroize();
        self.seal.values_mut().for_each(Zeroize::zeroize);
    }
}

impl Keys {
    /// Reads keys from their TOML text, as [`Keys::generate_toml`] writes it.
    pub fn from_toml(text: &str) -> Result<Self, SealError> {
        // toml's own message would quote the offending line, and with it a key.
        let file: KeyFile =
            toml::from_str(text).map_err(|_| SealError::Malformed("not the expected TOML"))?;
        let mut ciphers = BTreeMap::new();
        for (id, key) in &file.seal {
            let id = id
                .parse()
                .map_err(|_| SealError::Malformed("key ids are numbers from 0 to 255"))?;
            ciphers.insert(id, Aes256GcmSiv::new((&*key_bytes(key)?).into()));
        }
        if !ciphers.contains_key(&file.current) {
            return Err(SealError::Malformed("`current` names no key under [seal]"));
        }
        let blind = Hmac::new_from_slice(&*key_bytes(&file.blind_index)?)
            .map_err(|_| SealError::Malformed("blind_index is no key"))?;
        Ok(Self {
            ciphers,
            current: file.current,
            blind,
        })
    }

    /// Reads the key file; refuses one that others can read.
    pub fn load(path: &Path) -> Result<Self, SealError> {
        let failed = |source| SealError::File {
            path: path.to_owned(),
            source,
        };
        refuse_exposed(path, &std::fs::metadata(path).map_err(failed)?)?;
        Self::from_toml(&Zeroizing::new(std::fs::read_to_string(path).map_err(failed)?))
    }

    /// Fresh keys as TOML text.
    pub fn generate_toml(rng: &mut impl CryptoRng) -> Zeroizing<String> {
        let mut key = || {
            let mut bytes = Zeroizing::new([0; KEY_BYTES]);
            rng.fill_bytes(&mut *bytes);
            Zeroizing::new(hex::encode(*bytes))
        };
        Zeroizing::new(format!(
            "# Keys that seal personal data. Keep this file apart from the database and its backups:\n\
             # without it sealed values cannot be read by anyone, ever.\n\
             # To rotate: add a key under [seal], make it `current`, keep the old ones. Leave blind_index as it is.\n\
             blind_index = \"{}\"\ncurrent = 1\n\n[seal]\n1 = \"{}\"\n",
            *key(),
            *key()
        ))
    }

    /// Writes a new key file that only its owner can read, and loads it. Never overwrites.
    pub fn create(path: &Path, rng: &mut impl CryptoRng) -> Result<Self, SealError> {
        let failed = |source| SealError::File {
            path: path.to_owned(),
            source,
        };
        let text = Self::generate_toml(rng);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path).map_err(failed)?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(failed)?;
        Self::from_toml(&text)
    }

    /// Seals a value for `column` in row number `row`.
    pub fn seal(&self, column: Column, row: i64, plain: &str) -> Result<Vec<u8>, SealError> {
        let payload = Payload {
            msg: plain.as_bytes(),
            aad: column.0.as_bytes(),
        };
        let cipher = self.ciphers.get(&self.current).ok_or(SealError::UnknownKey {
            column: column.0,
            key: self.current,
        })?;
        let sealed = cipher
            .encrypt(&nonce(row), payload)
            .map_err(|_| SealError::Broken(column.0))?;
        let mut value = Vec::with_capacity(sealed.len() + 1);
        value.push(self.current);
        value.extend_from_slice(&sealed);
        Ok(value)
    }

    /// Opens what [`Keys::seal`] made for the same column and row.
    pub fn open(&self, column: Column, row: i64, value: &[u8]) -> Result<Zeroizing<String>, SealError> {
        let broken = || SealError::Broken(column.0);
        let (&key, sealed) = value.split_first().ok_or_else(broken)?;
        let cipher = self.ciphers.get(&key).ok_or(SealError::UnknownKey {
            column: column.0,
            key,
        })?;
        let plain = cipher
            .decrypt(
                &nonce(row),
                Payload {
                    msg: sealed,
                    aad: column.0.as_bytes(),
                },
            )
            .map_err(|_| broken())?;
        String::from_utf8(plain).map(Zeroizing::new).map_err(|error| {
            error.into_bytes().zeroize();
            broken()
        })
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<_> = self.ciphers.keys().collect();
        write!(f, "Keys(current {}, ids {ids:?}, withheld)", self.current)
    }
}

fn nonce(row: i64) -> Nonce {
    let mut nonce = Nonce::default();
    for (byte, of_row) in nonce.iter_mut().zip(row.to_be_bytes()) {
        *byte = of_row;
    }
    nonce
}

fn key_bytes(text: &str) -> Result<Zeroizing<[u8; KEY_BYTES]>, SealError> {
    let mut bytes = Zeroizing::new([0; KEY_BYTES]);
    hex::decode_to_slice(text, &mut *bytes)
        .map_err(|_| SealError::Malformed("each key is 64 hexadecimal digits"))?;
    Ok(bytes)
}

#[cfg(unix)]
fn refuse_exposed(path: &Path, metadata: &std::fs::Metadata) -> Result<(), SealError> {
    use std::os::unix::fs::PermissionsExt as _;
    let of_others = metadata.permissions().mode() & 0o077;
    if of_others == 0 {
        Ok(())
    } else {
        Err(SealError::Exposed(path.to_owned()))
    }
}

#[cfg(not(unix))]
fn refuse_exposed(_: &Path, _: &std::fs::Metadata) -> Result<(), SealError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand_chacha::ChaCha20Rng;

    fn keys() -> Keys {
        Keys::from_toml(&Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1))).unwrap()
    }

    #[test]
    fn opens_only_where_it_was_sealed() {
        let keys = keys();
        let value = keys.seal(Column::MEMBER_NAME, 7, "王小明").unwrap();
        assert_eq!(*keys.open(Column::MEMBER_NAME, 7, &value).unwrap(), "王小明");
        assert!(keys.open(Column::MEMBER_NAME, 8, &value).is_err());
        assert!(keys.open(Column::MEMBER_PHONE, 7, &value).is_err());
        for place in 0..value.len() {
            let mut altered = value.clone();
            altered[place] ^= 1;
            assert!(
                keys.open(Column::MEMBER_NAME, 7, &altered).is_err(),
                "byte {place}"
            );
        }
        assert!(keys.open(Column::MEMBER_NAME, 7, &[]).is_err());
    }

    #[test]
    fn same_name_in_two_rows_looks_different() {
        let keys = keys();
        let [one, two] = [1, 2].map(|row| keys.seal(Column::MEMBER_NAME, row, "李娜").unwrap());
        assert_ne!(one, two);
    }

    #[test]
    fn old_values_open_after_rotation() {
        let old_text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1));
        let value = Keys::from_toml(&old_text)
            .unwrap()
            .seal(Column::MEMBER_NAME, 7, "王小明")
            .unwrap();
        let rotated =
            old_text.replace("current = 1", "current = 2") + &format!("2 = \"{}\"\n", "5a".repeat(32));
        let keys = Keys::from_toml(&rotated).unwrap();
        assert_eq!(*keys.open(Column::MEMBER_NAME, 7, &value).unwrap(), "王小明");
        assert_eq!(keys.seal(Column::MEMBER_NAME, 7, "王小明").unwrap()[0], 2);

        let lost = rotated.replace("\n1 = ", "\n3 = ");
        let error = Keys::from_toml(&lost)
            .unwrap()
            .open(Column::MEMBER_NAME, 7, &value)
            .unwrap_err();
        assert!(matches!(error, SealError::UnknownKey { key: 1, .. }));
    }

    #[test]
    fn messages_and_debug_show_no_key() {
        let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1));
        let secret = text.split('"').nth(1).unwrap().to_owned();
        for broken in [
            text.replace("current = 1", "current = 9"),
            text.replace("current = 1", "current = \"1\""),
            text.replace(&secret, &secret[1..]),
            text.replace("blind_index", "blind"),
        ] {
            let message = Keys::from_toml(&broken).unwrap_err().to_string();
            assert!(!message.contains(&secret[1..9]), "{message}");
        }
        assert_eq!(format!("{:?}", keys()), "Keys(current 1, ids [1], withheld)");
    }

    #[test]
    fn key_file_is_private_and_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keys.toml");
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        Keys::create(&path, &mut rng).unwrap();
        Keys::load(&path).unwrap();
        assert!(Keys::create(&path, &mut rng).is_err());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
            assert!(matches!(Keys::load(&path), Err(SealError::Exposed(_))));
        }
    }
}
