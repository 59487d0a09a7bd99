//! Copying the database and the read copy it names, to a temporary name, verified, and only then under the name asked for.

use super::{
    close,
    connection::open,
    create_private,
    generation::{CURRENT, file_of, flush},
};
use crate::store::{
    error::{Doing as _, StoreError},
    imported,
};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

const COPYING: &str = "copying the database";

/// Copies the database at `from` to `to`, which must not exist. A copy that breaks off leaves nothing under that name.
pub(super) fn back_up(from: &Path, to: &Path) -> Result<(), StoreError> {
    if to.exists() {
        return Err(StoreError::File {
            path: to.to_owned(),
            source: io::ErrorKind::AlreadyExists.into(),
        });
    }
    let draft = draft_of(to);
    // Of an earlier one that broke off.
    let _ = fs::remove_file(&draft);
    let copied = copy(from, &draft, to);
    if copied.is_err() {
        let _ = fs::remove_file(&draft);
    }
    copied
}

fn copy(from: &Path, draft: &Path, to: &Path) -> Result<(), StoreError> {
    let Some(text) = draft.to_str() else {
        return Err(StoreError::Unsupported("a backup's path must be UTF-8"));
    };
    // SQLite fills an empty file that is there already, and leaves its permissions alone.
    create_private(draft)?;
    // A connection of its own, and a snapshot: readers and bookings go on meanwhile.
    let source = open(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    source.execute("VACUUM INTO ?1", [text]).doing(COPYING)?;
    close(source, COPYING)?;
    if let Some(generation) = verified(draft)? {
        let (original, beside) = (file_of(from, generation), file_of(to, generation));
        copy_private(&original, &beside)?;
        verified_file(&beside)?;
        flush(&beside).map_err(failed(&beside))?;
    }
    fs::rename(draft, to).map_err(failed(to))?;
    flush(to).map_err(failed(to))
}

/// Checks a copy whole; the read copy it names.
pub(super) fn verified(copy: &Path) -> Result<Option<i64>, StoreError> {
    let connection = verified_file(copy)?;
    connection
        .query_row(CURRENT, [imported::format()], |row| row.get(0))
        .optional()
        .doing("verifying a backup")
}

fn verified_file(path: &Path) -> Result<Connection, StoreError> {
    const DOING: &str = "verifying a backup";
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let found: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .doing(DOING)?;
    if found == "ok" {
        Ok(connection)
    } else {
        Err(StoreError::Damaged(path.to_owned()))
    }
}

fn draft_of(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".unfinished");
    PathBuf::from(name)
}

/// Copies what a file holds, into one that only its owner may read: who may read the original is another matter.
pub(super) fn copy_private(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut source = fs::File::open(from).map_err(failed(from))?;
    create_private(to)?;
    let mut target = fs::File::options().write(true).open(to).map_err(failed(to))?;
    io::copy(&mut source, &mut target).map_err(failed(to)).map(drop)
}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_owned();
    move |source| StoreError::File { path, source }
}
