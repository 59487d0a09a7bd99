//! Putting a backup in the place of the database. Copying files by hand can go wrong in ways nobody sees: a write-ahead
//! log left behind is replayed into the copy, and a read copy of other days is taken for the one the copy names.

use super::{
    backup::{copy_private, failed, verified},
    close,
    connection::open,
    generation::{file_of, flush},
};
use crate::store::error::StoreError;
use rusqlite::OpenFlags;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Copies the backup beside the database, whole; where to. What an earlier attempt left there is removed.
pub(super) fn draft(database: &Path, backup: &Path) -> Result<PathBuf, StoreError> {
    let draft = draft_of(database);
    for left in files_of(&draft)? {
        fs::remove_file(&left).map_err(failed(&left))?;
    }
    let generation = verified(backup)?;
    copy_private(backup, &draft)?;
    if let Some(generation) = generation {
        let (from, to) = (file_of(backup, generation), file_of(&draft, generation));
        copy_private(&from, &to)?;
    }
    // What was copied is what is checked from here on: the backup itself is left as it is.
    verified(&draft)?;
    Ok(draft)
}

/// Puts the draft in the place of the database, whose files move into a folder of their own; which.
pub(super) fn put_in_place(database: &Path) -> Result<Option<PathBuf>, StoreError> {
    refuse_in_use(database)?;
    let present = files_of(database)?;
    let aside = if present.is_empty() {
        None
    } else {
        Some(move_aside(database, &present)?)
    };
    let draft = draft_of(database);
    // The database itself comes last: with it the restored state begins.
    let mut files = files_of(&draft)?;
    files.sort_by_key(|file| *file == draft);
    for file in files {
        flush(&file).map_err(failed(&file))?;
        let rest = name_of(&file)[name_of(&draft).len()..].to_owned();
        let to = database.with_file_name(format!("{}{rest}", name_of(database)));
        fs::rename(&file, &to).map_err(failed(&to))?;
    }
    flush(database).map_err(failed(database))?;
    Ok(aside)
}

fn move_aside(database: &Path, present: &[PathBuf]) -> Result<PathBuf, StoreError> {
    let folder = (1..=9999)
        .map(|count: u32| database.with_file_name(format!("{}-replaced-{count}", name_of(database))))
        .find(|folder| !folder.exists())
        .unwrap_or_default();
    fs::create_dir(&folder).map_err(failed(&folder))?;
    for file in present {
        let to = folder.join(name_of(file));
        fs::rename(file, &to).map_err(failed(file))?;
    }
    flush(&folder).map_err(failed(&folder))?;
    Ok(folder)
}

/// Refuses a database that another process has open: it would go on writing into files moved away.
fn refuse_in_use(database: &Path) -> Result<(), StoreError> {
    if !database.exists() {
        return Ok(());
    }
    let Ok(connection) = open(database, OpenFlags::SQLITE_OPEN_READ_WRITE) else {
        return Ok(());
    };
    let alone = connection
        .execute_batch("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK");
    match alone {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => Err(
            StoreError::Busy("another process has the database open: stop the portal first"),
        ),
        // Damaged, perhaps: a reason to restore, not one to refuse.
        _ => close(connection, "looking whether the database is in use"),
    }
}

/// The database's own file and those that stand beside it under its name.
fn files_of(database: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let dir = database.parent().filter(|dir| !dir.as_os_str().is_empty());
    let dir = dir.unwrap_or(Path::new("."));
    let name = name_of(database);
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed(dir))? {
        let path = entry.map_err(failed(dir))?.path();
        let other = name_of(&path);
        let rest = other.strip_prefix(name.as_str());
        if rest.is_some_and(|rest| {
            ["", "-wal", "-shm", "-journal"].contains(&rest)
                || rest
                    .strip_prefix(".imported-")
                    .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        }) {
            files.push(path);
        }
    }
    Ok(files)
}

fn draft_of(database: &Path) -> PathBuf {
    database.with_file_name(format!("{}.restoring", name_of(database)))
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
