//! What the import asks of the store: a fresh set of tables beside the one in use, filled, checked, swapped in.
//!
//! ```text
//! begin ──► append … append ──► check ──► swap      readers see the old set until, and the new set from, the swap
//!                                  └────► abandon   or drop: as if it had never been
//! ```

use crate::store::error::StoreError;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use fund::money::Fen;
use fund::records::{Account, AccountEntry, Employer, LoanAccount, LoanEntry, Member};
use std::fmt;

/// Some rows of one file. A few thousand at a time keep both memory and round trips small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Batch {
    /// Of `employers.csv`.
    Employers(Vec<Employer>),
    /// Of `members.csv`.
    Members(Vec<Member>),
    /// Of `accounts.csv`.
    Accounts(Vec<Account>),
    /// Of `entries.csv`, in the file's order: an account's lines are numbered as they come.
    Entries(Vec<AccountEntry>),
    /// Of `loans.csv`.
    Loans(Vec<LoanAccount>),
    /// Of `loan_entries.csv`, in the file's order.
    LoanEntries(Vec<LoanEntry>),
}

/// One of the read copy's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// Employers.
    Employer,
    /// Members.
    Member,
    /// Accounts.
    Account,
    /// Account ledgers.
    Entry,
    /// Loans.
    Loan,
    /// Loan ledgers.
    LoanEntry,
}

impl Table {
    /// Every table, in the order they are filled.
    pub const ALL: [Self; 6] = [
        Self::Employer,
        Self::Member,
        Self::Account,
        Self::Entry,
        Self::Loan,
        Self::LoanEntry,
    ];

    /// The table's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Member => "member",
            Self::Account => "account",
            Self::Entry => "entry",
            Self::Loan => "loan",
            Self::LoanEntry => "loan_entry",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What the manifest says is coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The business day whose close the data show.
    pub as_of: NaiveDate,
    /// The system that wrote the files.
    pub issuer: String,
    /// Rows by table, in the order of [`Table::ALL`].
    pub rows: [u64; 6],
    /// Sum of all accounts' balances.
    pub balance: Fen,
    /// Sum of all loans' balances.
    pub loan_balance: Fen,
    /// Sum of the amounts in all loans' ledgers. (The accounts' ledgers have none: the file's amounts bear no sign, and
    /// whoever reads it adds them up as written.)
    pub loan_entries: Fen,
}

/// Something wrong with the staged rows as a whole. Quotes account and loan numbers, nothing more personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    /// Another number of rows than the manifest says.
    #[error("{table}: {found} rows, the manifest says {expected}")]
    Rows {
        /// Where.
        table: Table,
        /// By the manifest.
        expected: u64,
        /// Staged.
        found: u64,
    },
    /// Another sum than the manifest says.
    #[error("{table}: amounts come to {found} yuan, the manifest says {expected}")]
    Total {
        /// Where.
        table: Table,
        /// By the manifest.
        expected: Fen,
        /// Staged.
        found: Fen,
    },
    /// Two rows have the same key, or one account's or loan's lines stand apart.
    #[error("{table}: {count} keys more than once, such as {}", examples.join(", "))]
    Repeated {
        /// Where.
        table: Table,
        /// How many keys.
        count: u64,
        /// Some of them.
        examples: Vec<String>,
    },
    /// Rows name something that is not there.
    #[error("{table}: {count} rows name a {missing} that is not there, such as {}", examples.join(", "))]
    Dangling {
        /// Where.
        table: Table,
        /// What is missing.
        missing: Table,
        /// How many rows.
        count: u64,
        /// Some of the rows' own keys.
        examples: Vec<String>,
    },
}

/// An import that was swapped in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRecord {
    /// Its number; later imports have greater ones.
    pub generation: i64,
    /// The business day whose close the data show.
    pub as_of: NaiveDate,
    /// The system that wrote the files.
    pub issuer: String,
    /// When it was swapped in.
    pub finished_at: DateTime<Utc>,
    /// Rows by table, in the order of [`Table::ALL`].
    pub rows: [u64; 6],
    /// Sum of all accounts' balances.
    pub balance: Fen,
    /// Sum of all loans' balances.
    pub loan_balance: Fen,
}

/// A set of tables being filled. To drop it is to abandon it; what is left on disk the next import clears away.
#[async_trait]
pub trait Stage: Send {
    /// Adds rows.
    async fn append(&mut self, batch: Batch) -> Result<(), StoreError>;

    /// Indexes the rows and checks them as a whole: counts and totals against the manifest, keys, references. No
    /// defects means it may be swapped in.
    async fn check(&mut self) -> Result<Vec<Defect>, StoreError>;

    /// Puts the set in the place of the present one, by one transaction, and records the import. Fails, and leaves
    /// the present one, unless the last step was a [`check`](Self::check) without defects.
    async fn swap(self: Box<Self>, now: DateTime<Utc>) -> Result<ImportRecord, StoreError>;

    /// Gives it up and clears it away.
    async fn abandon(self: Box<Self>) -> Result<(), StoreError>;
}

/// The import's store.
#[async_trait]
pub trait ImportStore: Send + Sync {
    /// Begins an import. One that is still under way is superseded: the latest export is the one that counts.
    async fn begin(&self, expected: Expected) -> Result<Box<dyn Stage>, StoreError>;

    /// Puts the import before the present one back in its place, by one transaction; its record. One is kept, so this can
    /// be done once after each import.
    async fn undo(&self) -> Result<ImportRecord, StoreError>;

    /// The import whose data are in use.
    async fn last_import(&self) -> Result<Option<ImportRecord>, StoreError>;
}
