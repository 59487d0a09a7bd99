//! Sealing of personal data at rest, and the blind index by which a person is found.
//!
//! - **Sealing.** ID number, phone and name stand in the database encrypted per column with AES-256-GCM-SIV
//!   (RFC 8452). A sealed value is one byte of key id, then ciphertext and tag. The column's name is the associated
//!   data and the row's number the nonce, so a value moved to another column or row does not open. GCM-SIV tolerates
//!   that the same row is sealed again with another value: all that repetition can show is that nothing changed.
//! - **Rotation.** New values are sealed with the *current* key; older keys stay in the file for opening.
//! - **Blind index.** A person's key in the tables is an HMAC-SHA256 of the ID number under a key of its own, cut to 128
//!   bits: equal for equal numbers, useless without the key. Its rotation adds a key: what stands in the tables is hashed
//!   once more under that, so nobody's number need be known for it, and who has only the older keys can compute nothing.
//!   How many keys a database's index is made with is its *index version*.
//!
//! The keys live in one TOML file, apart from the database and its backups.

mod index;
#[cfg(test)]
mod tests;

use index::BlindIndex;
pub use index::{Digest, LastFourProof, PersonKey};

use aes_gcm_siv::{
    Aes256GcmSiv, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use rand::CryptoRng;
use serde::Deserialize;
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
    /// What a database is marked with, to see later whether these are its keys.
    pub const MARK: Self = Self("mark.seal_check");
    /// `job.payload`
    pub const JOB_PAYLOAD: Self = Self("job.payload");
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
    blind: BlindIndex,
}

/// The key file's form. Hex, so that a person can copy a key from paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    blind_index: IndexKeys,
    current: u8,
    seal: BTreeMap<String, String>,
}

/// The blind index's keys, the oldest first. One alone may stand without brackets, as in files that were never rotated.
#[derive(Deserialize)]
#[serde(untagged)]
enum IndexKeys {
    One(String),
    Chain(Vec<String>),
}

impl IndexKeys {
    const fn all(&self) -> &[String] {
        match self {
            Self::One(key) => std::slice::from_ref(key),
            Self::Chain(keys) => keys.as_slice(),
        }
    }
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        match &mut self.blind_index {
            IndexKeys::One(key) => key.zeroize(),
            IndexKeys::Chain(keys) => keys.iter_mut().for_each(Zeroize::zeroize),
        }
        self.seal.values_mut().for_each(Zeroize::zeroize);
    }
}

impl KeyFile {
    fn parse(text: &str) -> Result<Self, SealError> {
        // toml's own message would quote the offending line, and with it a key.
        toml::from_str(text).map_err(|_| SealError::Malformed("not the expected TOML"))
    }

    fn text(index: &[&str], current: u8, seal: &BTreeMap<String, String>) -> Zeroizing<String> {
        let mut text = Zeroizing::new(format!(
            "# Keys that seal personal data. Keep this file apart from the database and its backups:\n\
             # without it sealed values cannot be read by anyone, ever.\n\
             # To seal with a new key: add it under [seal], make it `current`, keep the old ones.\n\
             # To find people by a new key: `anju keys rotate-index` adds it here; keep the old ones.\n\
             blind_index = [{}]\ncurrent = {current}\n\n[seal]\n",
            Zeroizing::new(
                index
                    .iter()
                    .map(|key| format!("\"{key}\""))
                    .collect::<Vec<_>>()
                    .join(", ")
            )
            .as_str()
        ));
        for (id, key) in seal {
            text.push_str(&Zeroizing::new(format!("{id} = \"{key}\"\n")));
        }
        text
    }
}

impl Keys {
    /// Reads keys from their TOML text, as [`Keys::generate_toml`] writes it.
    pub fn from_toml(text: &str) -> Result<Self, SealError> {
        let file = KeyFile::parse(text)?;
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
        let index = file.blind_index.all().iter().map(|key| key_bytes(key));
        Ok(Self {
            ciphers,
            current: file.current,
            blind: BlindIndex::new(&index.collect::<Result<Vec<_>, _>>()?)?,
        })
    }

    /// Reads the key file; refuses one that others can read.
    pub fn load(path: &Path) -> Result<Self, SealError> {
        refuse_exposed(path, &std::fs::metadata(path).map_err(failed(path))?)?;
        Self::from_toml(&Zeroizing::new(
            std::fs::read_to_string(path).map_err(failed(path))?,
        ))
    }

    /// Fresh keys as TOML text.
    pub fn generate_toml(rng: &mut impl CryptoRng) -> Zeroizing<String> {
        let (index, seal) = (fresh_key(rng), fresh_key(rng));
        let mut first = BTreeMap::from([("1".to_owned(), seal.to_string())]);
        let text = KeyFile::text(&[&index], 1, &first);
        first.values_mut().for_each(Zeroize::zeroize);
        text
    }

    /// Writes a new key file that only its owner can read, and loads it. Never overwrites.
    pub fn create(path: &Path, rng: &mut impl CryptoRng) -> Result<Self, SealError> {
        let text = Self::generate_toml(rng);
        write_private(path, &text)?;
        Self::from_toml(&text)
    }

    /// Adds a key to the file's blind index, and loads it. A database goes over to it when it is migrated. The file is replaced
    /// in one step: there is no moment at which a key could be lost.
    pub fn rotate_index(path: &Path, rng: &mut impl CryptoRng) -> Result<Self, SealError> {
        Self::load(path)?;
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(failed(path))?);
        let file = KeyFile::parse(&text)?;
        let added = fresh_key(rng);
        let mut index: Vec<&str> = file.blind_index.all().iter().map(String::as_str).collect();
        index.push(&added);
        let text = KeyFile::text(&index, file.current, &file.seal);
        let draft = path.with_extension("rotating");
        // Left by an attempt that broke off: nothing is made with its key yet.
        match std::fs::remove_file(&draft) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => return Err(failed(&draft)(source)),
            _ => {}
        }
        write_private(&draft, &text)?;
        std::fs::rename(&draft, path).map_err(failed(path))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        std::fs::File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(failed(folder))?;
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

fn failed(path: &Path) -> impl FnOnce(io::Error) -> SealError {
    let path = path.to_owned();
    move |source| SealError::File { path, source }
}

/// A file that only its owner can read, on disk when this returns. Never overwrites.
fn write_private(path: &Path, text: &str) -> Result<(), SealError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed(path))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed(path))
}

fn fresh_key(rng: &mut impl CryptoRng) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; KEY_BYTES]);
    rng.fill_bytes(&mut *bytes);
    Zeroizing::new(hex::encode(*bytes))
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

/// Refuses a file with a secret that others than its owner can read.
#[cfg(unix)]
pub(crate) fn refuse_exposed(path: &Path, metadata: &std::fs::Metadata) -> Result<(), SealError> {
    use std::os::unix::fs::PermissionsExt as _;
    let of_others = metadata.permissions().mode() & 0o077;
    if of_others == 0 {
        Ok(())
    } else {
        Err(SealError::Exposed(path.to_owned()))
    }
}

#[cfg(not(unix))]
pub(crate) fn refuse_exposed(_: &Path, _: &std::fs::Metadata) -> Result<(), SealError> {
    Ok(())
}
