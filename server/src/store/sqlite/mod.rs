//! The embedded store: one SQLite database for what lives on, one file beside it for each read copy.
//!
//! ```text
//! anju.db               credential, session, slot, appointment, slip, import
//! anju.db.imported-12   employer, member, account, entry, loan, loan_entry: the 12th import, read only
//! ```
//!
//! A read copy in a file of its own can be filled without a journal and without keeping bookings waiting, is swapped in
//! by one row in `import`, and is thrown away by unlinking it; the database proper stays small and quick to back up.
//!
//! Write-ahead logging with `synchronous = FULL`: what was acknowledged is on disk. Reads go to a pool of read-only
//! connections, writes to the one [writer](super::writer).

mod account;
mod generation;
mod import;
mod loan;
mod notice;
mod visit;

use super::{
    Store,
    error::{Doing as _, StoreError},
    writer::Writer,
};
use crate::seal::Keys;
use async_trait::async_trait;
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use generation::ReadCopy;
use sqlx::{
    ConnectOptions as _, Connection as _, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// The oldest SQLite that is good enough: 3.51.3 mends a rare corruption when a write-ahead log is reset.
const NEEDED: &str = "3.51.3";
/// How long to wait for another process (a backup, an import's swap) to let go of the database.
const BUSY: Duration = Duration::from_secs(10);

/// The embedded store.
pub struct SqliteStore {
    path: PathBuf,
    keys: Arc<Keys>,
    reads: SqlitePool,
    writer: Arc<Writer>,
    read_copy: Arc<ReadCopy>,
}

/// Creates the database if need be and brings it up to date.
pub(super) async fn migrate(path: &Path) -> Result<(), StoreError> {
    create_private(path)?;
    let mut connection = SqliteConnection::connect_with(&writing(path))
        .await
        .doing("opening the database")?;
    check_version(&mut connection).await?;
    MIGRATIONS.run_direct(None, &mut connection, false).await?;
    connection.close().await.doing("closing the database")
}

impl SqliteStore {
    /// Opens the database at `path`, migrated before.
    pub(super) async fn open(path: &Path, keys: Arc<Keys>) -> Result<Self, StoreError> {
        let writer = Arc::new(Writer::start(writing(path)).await?);
        let reads =
            read_pool(quiet(SqliteConnectOptions::new().filename(path).read_only(true)).busy_timeout(BUSY))
                .await?;
        let mut connection = reads.acquire().await.doing("opening the database")?;
        check_version(&mut connection).await?;
        check_migrated(&mut connection).await?;
        drop(connection);
        let read_copy = Arc::new(ReadCopy::new(path));
        Ok(Self {
            path: path.to_owned(),
            keys,
            reads,
            writer,
            read_copy,
        })
    }

    /// The keys that open personal data.
    fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The read copy in use, if there has been an import.
    async fn imported(&self) -> Result<Option<SqlitePool>, StoreError> {
        self.read_copy.pool(&self.reads).await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ready(&self) -> Result<(), StoreError> {
        // An empty transaction takes the writing lock but flushes nothing.
        self.writer.run(|_| Box::pin(async { Ok(()) })).await?;
        self.imported().await.map(drop)
    }

    async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        self.back_up(path).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.reads.close().await;
        self.read_copy.close().await;
        self.writer.close().await;
        Ok(())
    }
}

/// Options of the connection that writes.
fn writing(path: &Path) -> SqliteConnectOptions {
    quiet(SqliteConnectOptions::new().filename(path))
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
}

/// Statements are not logged one by one; slow ones are, without their values.
fn quiet(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .log_statements(log::LevelFilter::Off)
        .log_slow_statements(log::LevelFilter::Warn, Duration::from_secs(1))
}

/// A pool that opens all its connections at once and keeps them: the file of a read copy may be unlinked under it.
async fn read_pool(options: SqliteConnectOptions) -> Result<SqlitePool, StoreError> {
    let connections = std::thread::available_parallelism().map_or(4, |cores| cores.get().clamp(2, 8));
    let connections = u32::try_from(connections).unwrap_or(4);
    SqlitePoolOptions::new()
        .min_connections(connections)
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await
        .doing("opening the reading connections")
}

async fn check_version(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let found: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(connection)
        .await
        .doing("asking for the version of SQLite")?;
    if version(&found) >= version(NEEDED) {
        return Ok(());
    }
    Err(StoreError::TooOld {
        engine: "SQLite",
        found,
        needed: NEEDED,
    })
}

async fn check_migrated(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let applied: Result<i64, _> = sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations WHERE success")
        .fetch_one(connection)
        .await;
    super::enough_migrations(applied, &MIGRATIONS)
}

fn version(text: &str) -> Vec<u32> {
    text.split('.').map_while(|part| part.parse().ok()).collect()
}

/// Creates the file, readable by its owner only, unless it is there.
fn create_private(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|source| StoreError::File {
        path: path.to_owned(),
        source,
    })
}

/// An instant as stored: milliseconds since 1970.
fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// The instant stored as `millis`.
pub(super) fn instant(millis: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis)
}

/// A date as stored: `YYYYMMDD`.
fn number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The date stored as `number`.
pub(super) fn date(number: i64) -> Option<NaiveDate> {
    let year = i32::try_from(number / 10_000).ok()?;
    let month = u32::try_from(number / 100 % 100).ok()?;
    NaiveDate::from_ymd_opt(year, month, u32::try_from(number % 100).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(version("3.51.3") < version("3.100.0"));
        assert!(version("3.51.10") > version(NEEDED));
        assert!(version("3.51") < version(NEEDED));
        assert!(version("nonsense") < version(NEEDED));
    }

    #[test]
    fn dates_read_back() {
        for day in [(1900, 1, 1), (2026, 11, 28), (2024, 2, 29)] {
            let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap();
            assert_eq!(date(number(day)), Some(day));
        }
        assert_eq!(date(20_260_230), None);
        assert_eq!(date(-1), None);
    }
}
