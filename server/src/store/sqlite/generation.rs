//! The read copies' files: which one is in use, opening it, copying it, clearing away the others.

use super::{BUSY, SqliteStore, create_private, quiet, read_pool};
use crate::store::{
    error::{Doing as _, StoreError},
    imported::FORMAT,
};
use sqlx::{Connection as _, SqliteConnection, SqlitePool, sqlite::SqliteConnectOptions};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// How long the database need not be asked again which read copy is in use. Another process may swap one in.
const FRESH: Duration = Duration::from_secs(1);

/// The read copy in use, opened when first asked for.
pub(super) struct ReadCopy {
    base: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    open: Option<(i64, SqlitePool)>,
    asked: Option<Instant>,
}

impl ReadCopy {
    pub(super) fn new(database: &Path) -> Self {
        Self {
            base: database.to_owned(),
            state: Mutex::default(),
        }
    }

    /// Connections to the read copy in use.
    pub(super) async fn pool(&self, reads: &SqlitePool) -> Result<Option<SqlitePool>, StoreError> {
        let known = {
            let state = self.state();
            if state.asked.is_some_and(|asked| asked.elapsed() < FRESH) {
                return Ok(state.open.as_ref().map(|(_, pool)| pool.clone()));
            }
            state.open.as_ref().map(|(number, _)| *number)
        };
        // Between asking and opening, another import may replace the file just named: then ask again.
        let mut failed = None;
        for _ in 0..3 {
            let current = current(reads).await?;
            if current == known {
                let mut state = self.state();
                state.asked = Some(Instant::now());
                return Ok(state.open.as_ref().map(|(_, pool)| pool.clone()));
            }
            let Some(number) = current else { return Ok(None) };
            match open(&file_of(&self.base, number)).await {
                Ok(pool) => {
                    let mut state = self.state();
                    // Who still reads the former one has a handle of its own; the last of them closes it.
                    state.open = Some((number, pool.clone()));
                    state.asked = Some(Instant::now());
                    return Ok(Some(pool));
                }
                Err(error) => failed = Some(error),
            }
        }
        Err(failed.unwrap_or(StoreError::Busy("the read copy is being replaced")))
    }

    /// Has the next reader ask the database again.
    pub(super) fn expire(&self) {
        self.state().asked = None;
    }

    pub(super) async fn close(&self) {
        let open = self.state().open.take();
        if let Some((_, pool)) = open {
            pool.close().await;
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The file of the read copy with this number.
pub(super) fn file_of(database: &Path, generation: i64) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(format!(".imported-{generation}"));
    PathBuf::from(name)
}

/// Removes the files of read copies older than `generation`, but for `keep`. Never a younger one: another import may be
/// filling it. What cannot be removed now will be after the next import.
pub(super) async fn clear_before(database: &Path, generation: i64, keep: Option<i64>) {
    let database = database.to_owned();
    // Unlinking a gigabyte can take a while; should it fail, the next import tries again.
    let _ = tokio::task::spawn_blocking(move || clear_now(&database, generation, keep)).await;
}

fn clear_now(database: &Path, generation: i64, keep: Option<i64>) {
    let Some((dir, name)) = database.parent().zip(database.file_name()) else {
        return;
    };
    let dir = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    let Ok(entries) = fs::read_dir(dir) else { return };
    let prefix = format!("{}.imported-", name.to_string_lossy());
    for entry in entries.flatten() {
        let number = entry.file_name();
        let number = number.to_string_lossy();
        let Some(number) = number
            .strip_prefix(&prefix)
            .and_then(|number| number.parse::<i64>().ok())
        else {
            continue;
        };
        if number >= generation || keep == Some(number) {
            continue;
        }
        if let Err(error) = fs::remove_file(entry.path()) {
            tracing::warn!(%error, generation = number, "a read copy no longer in use could not be removed");
        }
    }
}

/// Flushes a file and its name to disk, which can take a while.
pub(super) async fn flush(path: &Path) -> io::Result<()> {
    let path = path.to_owned();
    let flushed = tokio::task::spawn_blocking(move || {
        fs::File::open(&path)?.sync_all()?;
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty());
        fs::File::open(dir.unwrap_or(Path::new(".")))?.sync_all()
    });
    flushed.await.map_err(io::Error::other)?
}

async fn current(reads: &SqlitePool) -> Result<Option<i64>, StoreError> {
    sqlx::query_scalar("SELECT generation FROM import WHERE state = 'current' AND format = $1")
        .bind(FORMAT)
        .fetch_optional(reads)
        .await
        .doing("asking which read copy is in use")
}

async fn open(path: &Path) -> Result<SqlitePool, StoreError> {
    // Immutable: it never changes once it is in use, so nobody need lock it.
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .immutable(true);
    read_pool(quiet(options).busy_timeout(BUSY)).await
}

impl SqliteStore {
    /// Copies the database and the read copy it names.
    pub(super) async fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| StoreError::File { path, source }
        };
        if to.exists() {
            let source = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(StoreError::File {
                path: to.to_owned(),
                source,
            });
        }
        let Some(text) = to.to_str() else {
            return Err(StoreError::Unsupported("a backup's path must be UTF-8"));
        };
        // SQLite fills an empty file that is there already, and leaves its permissions alone.
        create_private(to)?;
        // A connection of its own, and a snapshot: readers and bookings go on meanwhile.
        let options =
            quiet(SqliteConnectOptions::new().filename(&self.path).read_only(true)).busy_timeout(BUSY);
        let mut source = SqliteConnection::connect_with(&options)
            .await
            .doing("copying the database")?;
        sqlx::query("VACUUM INTO $1")
            .bind(text)
            .execute(&mut source)
            .await
            .doing("copying the database")?;
        source.close().await.doing("copying the database")?;
        let copy = read_pool(quiet(SqliteConnectOptions::new().filename(to).read_only(true))).await?;
        let generation = current(&copy).await?;
        copy.close().await;
        if let Some(generation) = generation {
            let (from, beside) = (file_of(&self.path, generation), file_of(to, generation));
            tokio::fs::copy(&from, &beside).await.map_err(failed(&from))?;
            flush(&beside).await.map_err(failed(&beside))?;
        }
        flush(to).await.map_err(failed(to))
    }
}
