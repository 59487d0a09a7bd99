//! What the account room asks of the store: sign-in data, sessions, and the read copy of accounts and ledgers.

mod contributions;

pub use contributions::Contributions;

use crate::{
    import::rows::{
        AccountNo, AccountStatus, EntryKind, Paper, PersonName, Serial, WithdrawalReason, WithdrawalWay,
        YearMonth,
    },
    seal::PersonKey,
    store::StoreError,
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fund::{identity::Phone, money::Fen};
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
    /// What the owner sees in the list of devices, such as `微信 · Android`.
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

    /// Whether its use at `now` is worth writing down.
    pub fn is_stale(&self, now: DateTime<Utc>) -> bool {
        now.signed_duration_since(self.seen_at) >= SEEN_EVERY
    }
}

/// A member's account with whom it belongs to, opened (in clear): mask before showing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountSummary {
    /// Account number (GRZH).
    pub account_no: AccountNo,
    /// Status (GRZHZT).
    pub status: AccountStatus,
    /// Name.
    pub name: PersonName,
    /// Paper that identifies the person.
    pub paper: Paper,
    /// Phone on file.
    pub phone: Option<Phone>,
    /// Name of the present or last employer.
    pub employer: String,
    /// Code of the branch that serves the employer, if the core system says.
    pub branch: Option<String>,
    /// Contribution base, yuan a month.
    pub base: Fen,
    /// The member's own monthly contribution.
    pub member_monthly: Fen,
    /// The employer's monthly contribution.
    pub employer_monthly: Fen,
    /// Balance: `carried_over + this_year`.
    pub balance: Fen,
    /// Part carried over at the last 30 June.
    pub carried_over: Fen,
    /// Part collected since.
    pub this_year: Fen,
    /// When the account was opened.
    pub opened_on: NaiveDate,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Last month paid for.
    pub paid_until: Option<YearMonth>,
}

/// One line of the ledger (账户明细).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the ledger, oldest line 1. A later import may add lines after it, never before.
    pub line: u32,
    /// Serial number (YWLSH).
    pub serial: Serial,
    /// Booking date.
    pub booked_on: NaiveDate,
    /// Kind.
    pub kind: EntryKind,
    /// Effect on the balance: money in is positive.
    pub amount: Fen,
    /// Interest settled with it.
    pub interest: Fen,
    /// Balance after it.
    pub balance: Fen,
    /// Reason of a withdrawal.
    pub reason: Option<WithdrawalReason>,
    /// How a withdrawal was paid.
    pub way: Option<WithdrawalWay>,
    /// Undoes an earlier line.
    pub reversal: bool,
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

/// Lines, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The lines.
    pub lines: Vec<T>,
    /// Give this as `before` for the lines that follow; none at the end.
    pub next: Option<u32>,
}

impl<T> Page<T> {
    /// A page of at most `limit` of the lines found, of which one more than `limit` were asked for.
    pub fn cut(mut lines: Vec<T>, limit: u16, line: impl Fn(&T) -> u32) -> Self {
        let more = lines.len() > usize::from(limit);
        lines.truncate(usize::from(limit));
        let next = lines.last().filter(|_| more).map(line);
        Self { lines, next }
    }
}

/// The account room's store. Each method is one unit of work.
#[async_trait]
pub trait AccountStore: Send + Sync {
    /// The person's password hash.
    async fn credential(&self, person: PersonKey) -> Result<Option<Credential>, StoreError>;

    /// Sets passwords, all or none; later ones of the same person win.
    async fn set_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError>;

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
    async fn account(&self, person: PersonKey) -> Result<Option<AccountSummary>, StoreError>;

    /// All the person's accounts: that one first, then the others in the same order.
    async fn accounts(&self, person: PersonKey) -> Result<Vec<AccountSummary>, StoreError>;

    /// Lines of an account's ledger before line `before` (or from the newest), newest first; none of an account that there is not.
    async fn entries(
        &self,
        person: PersonKey,
        filter: EntryFilter,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<Entry>, StoreError>;

    /// What was contributed to the account in use, month by month.
    async fn contributions(&self, person: PersonKey) -> Result<Contributions, StoreError>;
}
