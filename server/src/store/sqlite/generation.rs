//! The read copies' files: attaching the one in use, clearing away the others.

use super::connection::read_only;
use crate::store::{
    error::{Doing as _, StoreError},
    imported,
};
use rusqlite::Connection;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Which read copy is in use; `$1` is its format.
pub(super) const CURRENT: &str = "SELECT generation FROM import WHERE state = 'current' AND format = $1";

/// Makes the tables of a read copy, in the schema that `prefix` names.
pub(super) fn tables(prefix: &str) -> String {
    imported::create_tables(prefix, imported::Kind::sqlite, " STRICT")
}

/// Attaches a read copy as the schema `imported`; an empty one when there is none yet.
pub(super) fn attach(
    connection: &Connection,
    database: &Path,
    generation: Option<i64>,
) -> Result<(), StoreError> {
    const DOING: &str = "attaching the read copy";
    let Some(generation) = generation else {
        connection
            .execute("ATTACH ':memory:' AS imported", [])
            .doing(DOING)?;
        read_only(connection, false)?;
        connection.execute_batch(&tables("imported.")).doing(DOING)?;
        return read_only(connection, true);
    };
    // Immutable: it never changes once it is in use, so nobody need lock it.
    let file = file_of(database, generation);
    let uri = format!("file:{}?mode=ro&immutable=1", uri_path(&file)?);
    connection
        .execute("ATTACH ?1 AS imported", [uri])
        .map(drop)
        .doing(DOING)
}

/// A path as it stands in a URI.
fn uri_path(path: &Path) -> Result<String, StoreError> {
    let text = path
        .to_str()
        .ok_or(StoreError::Unsupported("the database's path must be UTF-8"))?;
    Ok(text.replace('%', "%25").replace('?', "%3f").replace('#', "%23"))
}

/// The file of the read copy with this number.
pub(super) fn file_of(database: &Path, generation: i64) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(format!(".imported-{generation}"));
    PathBuf::from(name)
}

/// Removes the files of read copies older than `generation`, but for those to `keep`. Never a younger one: another import may be
/// filling it. What cannot be removed now will be after the next import.
pub(super) fn clear_before(database: &Path, generation: i64, keep: &[i64]) {
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
        if number >= generation || keep.contains(&number) {
            continue;
        }
        if let Err(error) = fs::remove_file(entry.path()) {
            tracing::warn!(%error, generation = number, "a read copy no longer in use could not be removed");
        }
    }
}

/// Flushes a file and its name to disk.
pub(super) fn flush(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.sync_all()?;
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty());
    fs::File::open(dir.unwrap_or(Path::new(".")))?.sync_all()
}
