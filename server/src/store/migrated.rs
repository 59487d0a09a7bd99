//! Whether a migration has been applied, by the table that sqlx keeps: the same question to both databases.

use super::error::StoreError;
use sqlx::migrate::{MigrateError, Migration, Migrator};

/// What the table says of one migration.
pub(super) struct Applied {
    pub(super) version: i64,
    pub(super) success: bool,
    pub(super) checksum: Vec<u8>,
}

/// Whether the migration has been applied, as it is now. One that was begun and not finished, or that was another then, is
/// an error: `migrate` refuses it, and so does opening.
pub(super) fn is_applied(migration: &Migration, found: Option<&Applied>) -> Result<bool, StoreError> {
    match found {
        None => Ok(false),
        Some(applied) if !applied.success => Err(MigrateError::Dirty(migration.version).into()),
        Some(applied) if applied.checksum != *migration.checksum => {
            Err(MigrateError::VersionMismatch(migration.version).into())
        }
        Some(_) => Ok(true),
    }
}

/// Refuses a database in which not all of ours have been applied. More than ours is well: a later release's migrations only
/// add.
pub(super) fn check(ours: &Migrator, applied: &[Applied]) -> Result<(), StoreError> {
    for migration in ours.iter() {
        let found = applied.iter().find(|one| one.version == migration.version);
        if !is_applied(migration, found)? {
            return Err(StoreError::NotMigrated);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{path::Path, process::Command};

    fn git(folder: &Path, arguments: &[&str]) {
        let done = Command::new("git")
            .current_dir(folder)
            .args(["-c", "user.name=anju", "-c", "user.email=anju@example.invalid"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// A migration is known by its checksum: with other line endings it would be another one.
    #[test]
    fn a_clone_that_converts_line_endings_leaves_migrations_alone() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let dir = tempfile::tempdir().unwrap();
        let origin = dir.path().join("origin");
        let folder = "server/migrations/sqlite";
        std::fs::create_dir_all(origin.join(folder)).unwrap();
        std::fs::copy(root.join(".gitattributes"), origin.join(".gitattributes")).unwrap();
        let migrations: Vec<_> = std::fs::read_dir(root.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().unwrap().is_file())
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        assert!(!migrations.is_empty());
        for name in &migrations {
            std::fs::copy(root.join(folder).join(name), origin.join(folder).join(name)).unwrap();
        }
        git(&origin, &["init", "-q"]);
        git(&origin, &["add", "."]);
        git(&origin, &["commit", "-q", "-m", "migrations"]);
        git(
            dir.path(),
            &[
                "clone",
                "-q",
                "-c",
                "core.autocrlf=true",
                "-c",
                "core.eol=crlf",
                "origin",
                "clone",
            ],
        );
        for name in &migrations {
            let [ours, cloned] = [root, &dir.path().join("clone")]
                .map(|tree| std::fs::read(tree.join(folder).join(name)).unwrap());
            assert!(!ours.contains(&b'\r'), "{name}");
            assert_eq!(ours, cloned, "{name}");
        }
    }
}
