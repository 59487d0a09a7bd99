//! Why a store could not do what it was asked.

use super::mark::Purpose;
use crate::seal::SealError;
use rusqlite::ErrorCode;
use std::{io, path::PathBuf};

/// A store's error. Holds no personal data: database errors quote constraint names, never values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Too much is waiting already, or another process holds the database: worth another try in a moment.
    #[error("the store is busy: {0}")]
    Busy(&'static str),
    /// The store has been closed.
    #[error("the store is closed")]
    Closed,
    /// The database said no. What was being done, and what it said.
    #[error("{doing}: {source}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: sqlx::Error,
    },
    /// The embedded database said no. What was being done, and what it said.
    #[error("{doing}: {source}")]
    Sqlite {
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// The database would stand where write-ahead logging is not safe.
    #[error(
        "{} is on {name}, where an embedded database can lose data: put it on a local disk, or use PostgreSQL",
        path.display()
    )]
    FileSystem {
        /// The database.
        path: PathBuf,
        /// The file system's name.
        name: &'static str,
    },
    /// A file that ought to be a database is none, or not whole.
    #[error("{} is damaged", .0.display())]
    Damaged(PathBuf),
    /// The transaction a unit of work was part of could not be committed: nothing of it happened.
    #[error("commit failed, nothing was written: {0}")]
    Commit(String),
    /// A unit of work failed in an unforeseen way and was undone.
    #[error("a unit of work panicked and was undone")]
    Panicked,
    /// A stored value is none that could have been written.
    #[error("{column} holds a value that cannot be: {reason}")]
    Corrupt {
        /// `table.column`
        column: &'static str,
        /// Why it cannot be; does not quote it.
        reason: &'static str,
    },
    /// Sealing or opening failed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The database lacks tables or columns this program needs.
    #[error("the database is not up to date: run the migrations first")]
    NotMigrated,
    /// The database is for something else than the command.
    #[error(
        "this database is {found}, and the command is for {asked}: look at `database` and `demo` in the configuration"
    )]
    OtherPurpose {
        /// What the database is for.
        found: Purpose,
        /// What the command is for.
        asked: Purpose,
    },
    /// The database's people cannot be found, or read, with these keys.
    #[error("this database belongs to another key file: look at `key_file` in the configuration")]
    OtherKeys,
    /// Migrations could not be applied.
    #[error("migrating: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A file could not be read, written or removed.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The address names no store we know.
    #[error("a store's address is sqlite:PATH or postgres://…; this one is neither")]
    Address,
    /// The database engine is older than what we rely on.
    #[error("{engine} {found} is too old, {needed} or later is needed")]
    TooOld {
        /// Engine.
        engine: &'static str,
        /// Its version.
        found: String,
        /// The version needed.
        needed: &'static str,
    },
    /// This kind of store cannot do it, and what to use instead.
    #[error("not supported by this store: {0}")]
    Unsupported(&'static str),
    /// An import was to be swapped in without a clean check, or went on after it was superseded.
    #[error("import: {0}")]
    Import(&'static str),
}

impl StoreError {
    /// Whether the unit of work certainly left nothing behind. After any other error somebody has to look: a connection may
    /// break between the commit and the answer.
    pub fn left_nothing(&self) -> bool {
        matches!(self, Self::Busy(_))
    }

    /// Whether the same call may well succeed in a moment: answer 503 with `Retry-After` rather than 500.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Busy(_) | Self::Closed | Self::Commit(_) => true,
            Self::Database { source, .. } => match source {
                sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
                sqlx::Error::Database(error) => error.code().is_some_and(|code| is_passing(&code)),
                _ => false,
            },
            Self::Sqlite { source, .. } => matches!(
                source.sqlite_error_code(),
                Some(
                    ErrorCode::DatabaseBusy
                        | ErrorCode::DatabaseLocked
                        | ErrorCode::DiskFull
                        | ErrorCode::SystemIoFailure
                )
            ),
            _ => false,
        }
    }
}

/// Whether a PostgreSQL error passes by itself, or with the operator's help, while the request was right.
fn is_passing(code: &str) -> bool {
    matches!(
        code,
        // the server shuts down or was taken over; it became a standby; a lock could not be had; a statement took too long
        "57P01" | "57P02" | "57P03" | "25006" | "55P03" | "57014"
    ) || code.starts_with("53") // out of disk, memory, connections
        || code.starts_with("08") // the connection broke
}

/// Says what was being done when the database refused.
pub(crate) trait Doing<T> {
    /// Wraps the error.
    fn doing(self, what: &'static str) -> Result<T, StoreError>;
}

impl<T> Doing<T> for Result<T, sqlx::Error> {
    fn doing(self, doing: &'static str) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::Database { doing, source })
    }
}

impl<T> Doing<T> for Result<T, rusqlite::Error> {
    fn doing(self, doing: &'static str) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::Sqlite { doing, source })
    }
}

/// A later import has begun, and cleared this one away.
pub(crate) const SUPERSEDED: StoreError = StoreError::Import("superseded by a later one");

/// A column's value read back as what it must be.
pub(crate) fn known<T>(value: Option<T>, column: &'static str) -> Result<T, StoreError> {
    value.ok_or(StoreError::Corrupt {
        column,
        reason: "not a value of this type",
    })
}
