//! Bringing the database up to date. The migrations and the table that records them are sqlx's, as on PostgreSQL; only
//! applying them is written here, because sqlx does not know this connection.

use crate::store::{
    error::{Doing as _, StoreError},
    migrated::{self, Applied},
};
use rusqlite::Connection;
use sqlx::migrate::{Migration, Migrator};
use std::time::Instant;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

const DOING: &str = "migrating";

/// The table that sqlx keeps.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
)";

/// Applies what has not been applied.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    connection.execute_batch(TABLE).doing(DOING)?;
    let applied = applied(connection)?;
    for migration in MIGRATIONS.iter() {
        let found = applied.iter().find(|one| one.version == migration.version);
        if !migrated::is_applied(migration, found)? {
            apply(connection, migration)?;
        }
    }
    Ok(())
}

/// Refuses a database that [`run`] has not brought up to date, or would refuse.
pub(super) fn check(connection: &Connection) -> Result<(), StoreError> {
    // No such table: nothing has been applied yet.
    let applied = applied(connection).map_err(|_| StoreError::NotMigrated)?;
    migrated::check(&MIGRATIONS, &applied)
}

fn applied(connection: &Connection) -> Result<Vec<Applied>, StoreError> {
    let mut statement = connection
        .prepare("SELECT version, success, checksum FROM _sqlx_migrations")
        .doing(DOING)?;
    let rows = statement.query_map([], |row| {
        Ok(Applied {
            version: row.get(0)?,
            success: row.get(1)?,
            checksum: row.get(2)?,
        })
    });
    rows.and_then(Iterator::collect).doing(DOING)
}

fn apply(connection: &mut Connection, migration: &Migration) -> Result<(), StoreError> {
    let begun = Instant::now();
    let transaction = connection.transaction().doing(DOING)?;
    transaction.execute_batch(migration.sql.as_str()).doing(DOING)?;
    let nanos = i64::try_from(begun.elapsed().as_nanos()).unwrap_or(i64::MAX);
    transaction
        .execute(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
             VALUES (?1, ?2, TRUE, ?3, ?4)",
            rusqlite::params![
                migration.version,
                &*migration.description,
                &*migration.checksum,
                nanos
            ],
        )
        .doing(DOING)?;
    transaction.commit().doing(DOING)
}
