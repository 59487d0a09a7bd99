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
//! Write-ahead logging with `synchronous = FULL`: what was acknowledged is on disk. Units of work that write run on the
//! one [writer]'s thread, those that read on one of the [readers]' threads; neither leaves its thread for a statement.

mod backup;
mod connection;
mod encoding;
mod file_system;
mod generation;
mod import;
mod migrations;
mod readers;
mod restore;
mod unit;
mod writer;

use super::{
    error::{Doing as _, StoreError},
    sql::{Database, Transaction, Work},
};
use crate::{
    import::store::{Expected, ImportRecord, Stage},
    seal::Keys,
};
use async_trait::async_trait;
use readers::Readers;
use rusqlite::Connection;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use writer::Writer;

/// The oldest SQLite that is good enough: 3.51.3 mends a rare corruption when a write-ahead log is reset.
const NEEDED: &str = "3.51.3";

/// A database in a file.
pub(super) struct Sqlite {
    path: PathBuf,
    readers: Arc<Readers>,
    writer: Arc<Writer>,
}

/// Creates the database if need be and brings it up to date.
pub(super) async fn migrate(path: &Path) -> Result<(), StoreError> {
    let path = path.to_owned();
    blocking(move || {
        check_version()?;
        file_system::check(&path)?;
        create_private(&path)?;
        let mut connection = connection::open_writing(&path)?;
        migrations::run(&mut connection)?;
        close(connection, "closing the database")
    })
    .await
}

/// Copies a backup beside the database at `path` and brings it up to date; where to.
pub(super) async fn draft(path: &Path, backup: &Path) -> Result<PathBuf, StoreError> {
    let (path, backup) = (path.to_owned(), backup.to_owned());
    let draft = blocking(move || restore::draft(&path, &backup)).await?;
    migrate(&draft).await?;
    Ok(draft)
}

/// Puts the draft in the place of the database at `path`; where the former one is now.
pub(super) async fn put_in_place(path: &Path) -> Result<Option<PathBuf>, StoreError> {
    let path = path.to_owned();
    blocking(move || restore::put_in_place(&path)).await
}

impl Sqlite {
    /// Opens the database at `path`, migrated before.
    pub(super) async fn open(path: &Path) -> Result<Self, StoreError> {
        let path = path.to_owned();
        blocking(move || {
            check_version()?;
            file_system::check(&path)?;
            if !path.exists() {
                return Err(StoreError::NotMigrated);
            }
            let opened = path.clone();
            migrations::check(&connection::open_writing(&opened)?)?;
            let writer = Writer::start(Box::new(move || connection::open_writing(&opened)))?;
            let readers = Readers::start(&path)?;
            Ok(Self {
                path,
                readers: Arc::new(readers),
                writer: Arc::new(writer),
            })
        })
        .await
    }
}

#[async_trait]
impl Database for Sqlite {
    async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static,
    {
        self.writer.run(work).await
    }

    async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static,
    {
        self.readers.run(work).await
    }

    async fn ready(&self) -> Result<(), StoreError> {
        // An empty transaction takes the writing lock but flushes nothing.
        self.write(|_| Box::pin(async { Ok(()) })).await?;
        self.read(|_| Box::pin(async { Ok(()) })).await
    }

    fn free_space(&self) -> Option<u64> {
        file_system::free_space(&self.path)
    }

    async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        let (from, to) = (self.path.clone(), path.to_owned());
        blocking(move || backup::back_up(&from, &to)).await
    }

    async fn close(&self) {
        let (readers, writer) = (Arc::clone(&self.readers), Arc::clone(&self.writer));
        let closed = blocking(move || {
            readers.close();
            writer.close();
            Ok(())
        });
        if let Err(error) = closed.await {
            tracing::warn!(%error, "closing the database");
        }
    }

    async fn undo_import(&self) -> Result<ImportRecord, StoreError> {
        import::undo(self).await
    }

    async fn stage(
        self: &Arc<Self>,
        generation: i64,
        current: Option<i64>,
        expected: Expected,
        keys: Arc<Keys>,
    ) -> Result<Box<dyn Stage>, StoreError> {
        import::stage(self, generation, current, expected, keys).await
    }
}

/// Runs what waits for the disk on a thread that may wait.
async fn blocking<T, F>(work: F) -> Result<T, StoreError>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, StoreError> + Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| StoreError::Panicked)?
}

fn close(connection: Connection, doing: &'static str) -> Result<(), StoreError> {
    connection.close().map_err(|(_, error)| error).doing(doing)
}

fn check_version() -> Result<(), StoreError> {
    let found = rusqlite::version();
    if version(found) >= version(NEEDED) {
        return Ok(());
    }
    Err(StoreError::TooOld {
        engine: "SQLite",
        found: found.to_owned(),
        needed: NEEDED,
    })
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
}
