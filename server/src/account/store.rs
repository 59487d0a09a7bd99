//! What the account room asks of the store: sign-in data, sessions, and the read copy of accounts and ledgers.

use super::code::{AwaitedCode, BrowserHash, CONFIRMED_FOR, CodeAsked, CodeId, CodeTried, NewCode};
use crate::job::store::Job;
use crate::{
    seal::{Digest, PersonKey},
    store::{error::StoreError, page::Page},
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use fund::records::{Account, AccountEntry, BranchCode, Contributions, EntryKind, Member};
use std::fmt;

/// A member's password, hashed. `Debug` withholds the hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    /// Whose.
    pub person: PersonKey,
    /// PHC string (`$argon2id$…`).
    pub password_hash: String,
    /// When it was set.
    pub changed_at: DateTime<Utc>,
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential")
            .field("person", &self.person)
            .field("changed_at", &self.changed_at)
            .finish_non_exhaustive()
    }
}

/// SHA-256 of a session's token; the token itself is only ever in the cookie.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenHash({}…)", hex::encode(&self.0[..2]))
    }
}

/// A signed-in device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of its token.
    pub token: TokenHash,
    /// Who signed in.
    pub person: PersonKey,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// When it was last used, exact to [`SEEN_EVERY`].
    pub seen_at: DateTime<Utc>,
    /// When it ends however much it is used.
    pub expires_at: DateTime<Utc>,
    /// When the person last proved in it to hold the phone on file.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The names of its browser and its system, such as `WeChat · Android`; the page words them.
    pub device: String,
}

/// How far the clocks of two instances, or one clock before and after it was set, may be apart.
pub const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// How often the use of a session is written down: a write for every request would cost a commit each.
pub const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

impl Session {
    /// Whether it still counts at `now`, when it may lie unused for `idle`. One from the future does not: it was opened
    /// while a clock was wrong, and would outlive every limit until that time comes.
    pub fn is_open(&self, now: DateTime<Utc>, idle: TimeDelta) -> bool {
        let newest = now + CLOCKS_DIFFER;
        now < self.expires_at
            && self.opened_at <= newest
            && self.seen_at <= newest
            && now.signed_duration_since(self.seen_at) < idle
    }

    /// Whether the phone was proved so lately that what needs it may be done.
    pub fn is_confirmed(&self, now: DateTime<Utc>) -> bool {
        self.confirmed_at
            .is_some_and(|at| at <= now + CLOCKS_DIFFER && now.signed_duration_since(at) < CONFIRMED_FOR)
    }

    /// Whether its use at `now` is worth writing down.
    pub fn is_stale(&self, now: DateTime<Utc>) -> bool {
        now.signed_duration_since(self.seen_at) >= SEEN_EVERY
    }
}

/// A member's account with whom it belongs to, opened (in clear): mask before showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberAccount {
    /// What is in it.
    pub account: Account,
    /// Whose it is.
    pub member: Member,
    /// Name of the present or last employer.
    pub employer: String,
    /// The branch that serves the employer, if the core system says.
    pub branch: Option<BranchCode>,
}

/// Which lines of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// Only this kind.
    pub kind: Option<EntryKind>,
    /// Only this calendar year.
    pub year: Option<i32>,
    /// Of which of the person's accounts: its place among [`AccountStore::accounts`]; 0 is the one in use.
    pub account: u8,
}

/// The account room's store. Each method is one unit of work.
#[async_trait]
pub trait AccountStore: Send + Sync {
    /// The person's password hash.
    async fn credential(&self, person: PersonKey) -> Result<Option<Credential>, StoreError>;

    /// Sets passwords, all or none; later ones of the same person win.
    async fn set_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError>;

    /// Sets the password of the person whose session this is, uses up the session's proof, closes all their other sessions, and
    /// writes the message about it; how many were closed. None, and nothing is done, where the session is gone or has no proof.
    async fn change_password(
        &self,
        credential: &Credential,
        session: &TokenHash,
        message: &Job,
    ) -> Result<Option<u64>, StoreError>;

    /// Keeps a code and the job that sends it, both or neither, unless another was sent too lately or too many were.
    async fn ask_code(&self, code: &NewCode) -> Result<CodeAsked, StoreError>;

    /// The code that this browser waits for, while it is good.
    async fn awaited_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        now: DateTime<Utc>,
    ) -> Result<Option<AwaitedCode>, StoreError>;

    /// Tries a code; each try counts, and a right one uses it up.
    async fn try_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        proof: Digest,
        now: DateTime<Utc>,
    ) -> Result<CodeTried, StoreError>;

    /// Opens a session, and forgets those of the same person that have expired.
    async fn open_session(&self, session: &Session) -> Result<(), StoreError>;

    /// The session with this token if it is [open](Session::is_open), its use written down.
    async fn session(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
        idle: TimeDelta,
    ) -> Result<Option<Session>, StoreError>;

    /// The person's open sessions, last used first.
    async fn sessions(
        &self,
        person: PersonKey,
        now: DateTime<Utc>,
        idle: TimeDelta,
    ) -> Result<Vec<Session>, StoreError>;

    /// Closes a session; false when there is none.
    async fn close_session(&self, token: &TokenHash) -> Result<bool, StoreError>;

    /// Closes all the person's sessions but `keep`; how many.
    async fn close_sessions(&self, person: PersonKey, keep: Option<&TokenHash>) -> Result<u64, StoreError>;

    /// The person's account; of several, the one in use (normal before sealed before the rest, then the latest opened).
    async fn account(&self, person: PersonKey) -> Result<Option<MemberAccount>, StoreError>;

    /// All the person's accounts: that one first, then the others in the same order.
    async fn accounts(&self, person: PersonKey) -> Result<Vec<MemberAccount>, StoreError>;

    /// Lines of an account's ledger before line `before` (or from the newest), newest first; none of an account that there is not.
    async fn entries(
        &self,
        person: PersonKey,
        filter: EntryFilter,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<AccountEntry>, StoreError>;

    /// What was contributed to the account in use, month by month.
    async fn contributions(&self, person: PersonKey) -> Result<Contributions, StoreError>;
}
