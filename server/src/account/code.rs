//! One-time codes as the store keeps them: what was sent to whom, asked for by which browser, and how a try ends.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::job::store::Job;
use crate::seal::{Digest, PersonKey};

/// How long a code is good.
pub const CODE_LIFE: TimeDelta = TimeDelta::minutes(5);
/// How often a code may be tried.
pub const CODE_TRIES: u8 = 5;
/// How long after one code another is sent.
pub const BETWEEN_CODES: TimeDelta = TimeDelta::seconds(60);
/// How many codes are sent for one person in [`CODES_COUNTED`].
pub const MOST_CODES: usize = 10;
/// Over how long codes are counted; they are kept as long.
pub const CODES_COUNTED: TimeDelta = TimeDelta::hours(24);
/// For how long the phone counts as proved after a code was right.
pub const CONFIRMED_FOR: TimeDelta = TimeDelta::minutes(5);

/// Number of a code that was asked for: it stands in addresses, and tells nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeId(pub [u8; 16]);

impl CodeId {
    /// Reads a number as it stands in an address.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for CodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for CodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CodeId({self})")
    }
}

/// SHA-256 of the value that a browser is known by: a code opens nothing in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrowserHash(pub [u8; 32]);

/// A code to be kept and sent. There is one also for the number of nobody, so that both take the same work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// Its number.
    pub id: CodeId,
    /// For whom.
    pub person: PersonKey,
    /// By which browser it was asked for.
    pub browser: BrowserHash,
    /// Keyed hash of the code.
    pub proof: Digest,
    /// Asked for on a device that the person has signed in on before: counted apart, so that a stranger who knows the ID number
    /// cannot use up the codes of its owner.
    pub known_device: bool,
    /// Whether there is a phone it goes to. If not, no code is right.
    pub deliverable: bool,
    /// The last two digits of the phone, as they are shown; empty where they are not.
    pub phone_end: String,
    /// When it was asked for.
    pub sent_at: DateTime<Utc>,
    /// The message that carries it.
    pub message: Job,
}

/// Whether a code was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAsked {
    /// It is on its way.
    Sent,
    /// The next one is sent from then on.
    NotBefore(DateTime<Utc>),
}

/// A code that waits to be typed, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwaitedCode {
    /// The last two digits of the phone; empty where they are not shown.
    pub phone_end: String,
    /// When it is no longer good.
    pub expires_at: DateTime<Utc>,
}

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeTried {
    /// It was right: it opens nothing any more.
    Right(PersonKey),
    /// It was wrong, for this person; so many tries are left.
    Wrong(PersonKey, u8),
    /// There is nothing to try: used, too old, tried too often, another browser's, or never sent.
    Spent,
}
