//! The store for many instances: PostgreSQL.
//!
//! Tables of the rooms are in the connection's schema. The read copy is a schema of its own, `imported`: an import
//! builds another beside it and renames the two, which takes no longer for ten million rows than for ten.
//!
//! Isolation is READ COMMITTED: every rule that must hold between concurrent transactions is a constraint or sits in
//! the `WHERE` of an update. Locks are taken slot first, appointment second.

mod account;
mod copy;
mod import;
mod loan;
mod notice;
mod visit;

use super::{
    Store,
    error::{Doing as _, StoreError},
};
use crate::seal::Keys;
use async_trait::async_trait;
use sqlx::{
    ConnectOptions as _, Connection as _, PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{future::Future, path::Path, pin::Pin, sync::Arc, time::Duration};

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// The oldest PostgreSQL still maintained when this was written.
const NEEDED: &str = "14";
const NEEDED_NUMBER: i32 = 140_000;
/// Connections of one instance.
const CONNECTIONS: u32 = 16;
/// How often a unit of work is tried when others keep getting in its way.
const ATTEMPTS: u32 = 8;

/// The store on PostgreSQL.
pub struct PostgresStore {
    keys: Arc<Keys>,
    pool: PgPool,
}

/// A unit of work under way.
type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'c>>;

/// Brings the database up to date, read copy included.
pub(super) async fn migrate(url: &str) -> Result<(), StoreError> {
    let mut connection = PgConnection::connect_with(&options(url)?)
        .await
        .doing("opening the database")?;
    check_version(&mut connection).await?;
    MIGRATIONS.run_direct(None, &mut connection, false).await?;
    import::ensure_read_copy(&mut connection).await?;
    connection.close().await.doing("closing the database")
}

impl PostgresStore {
    /// Opens the database at `url`, migrated before.
    pub(super) async fn open(url: &str, keys: Arc<Keys>) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options(url)?)
            .await
            .doing("opening the database")?;
        let mut connection = pool.acquire().await.doing("opening the database")?;
        check_version(&mut connection).await?;
        check_migrated(&mut connection).await?;
        drop(connection);
        Ok(Self { keys, pool })
    }

    /// The keys that open personal data.
    fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Runs a unit of work in a transaction, and again if another transaction got in its way.
    async fn transact<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'c> Fn(&'c mut PgConnection) -> Work<'c, T> + Send + Sync,
        T: Send,
    {
        let mut attempt = 1;
        loop {
            match self.attempt(&work).await {
                Err(error) if attempt < ATTEMPTS && is_collision(&error) => {
                    tracing::debug!(%error, attempt, "trying again");
                    tokio::time::sleep(Duration::from_millis(5) * attempt).await;
                    attempt += 1;
                }
                Err(error) if is_collision(&error) => {
                    return Err(StoreError::Busy("other transactions keep getting in the way"));
                }
                done => return done,
            }
        }
    }

    async fn attempt<T, F>(&self, work: &F) -> Result<T, StoreError>
    where
        F: for<'c> Fn(&'c mut PgConnection) -> Work<'c, T> + Send + Sync,
    {
        let mut transaction = self.pool.begin().await.doing("beginning a transaction")?;
        // Dropping the transaction on an error rolls it back.
        let value = work(&mut transaction).await?;
        transaction.commit().await.doing("committing")?;
        Ok(value)
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn ready(&self) -> Result<(), StoreError> {
        let standby: bool = sqlx::query_scalar("SELECT pg_is_in_recovery()")
            .fetch_one(&self.pool)
            .await
            .doing("asking whether the database is writable")?;
        if standby {
            Err(StoreError::Busy("the database is a standby"))
        } else {
            Ok(())
        }
    }

    async fn backup(&self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::Unsupported(
            "back PostgreSQL up with pg_dump or pg_basebackup",
        ))
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.pool.close().await;
        Ok(())
    }
}

fn options(url: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions = url.parse().doing("reading the database's address")?;
    Ok(options
        .options([
            // Whatever the server's configuration says: what was acknowledged is on disk.
            ("synchronous_commit", "on"),
            ("statement_timeout", "15s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "30s"),
        ])
        .application_name("anju")
        .log_statements(log::LevelFilter::Off)
        .log_slow_statements(log::LevelFilter::Warn, Duration::from_secs(1)))
}

async fn check_version(connection: &mut PgConnection) -> Result<(), StoreError> {
    let found: String = sqlx::query_scalar("SHOW server_version_num")
        .fetch_one(connection)
        .await
        .doing("asking for the version of PostgreSQL")?;
    if found.parse().is_ok_and(|found: i32| found >= NEEDED_NUMBER) {
        return Ok(());
    }
    Err(StoreError::TooOld {
        engine: "PostgreSQL",
        found,
        needed: NEEDED,
    })
}

async fn check_migrated(connection: &mut PgConnection) -> Result<(), StoreError> {
    let applied: Result<i64, _> = sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations WHERE success")
        .fetch_one(connection)
        .await;
    super::enough_migrations(applied, &MIGRATIONS)
}

/// Whether the unit of work failed only because of another at the same time: then, run anew, it sees what the other did.
fn is_collision(error: &StoreError) -> bool {
    let StoreError::Database {
        source: sqlx::Error::Database(error),
        ..
    } = error
    else {
        return false;
    };
    match error.code().as_deref() {
        // serialization_failure, deadlock_detected
        Some("40001" | "40P01") => true,
        // unique_violation of a rule that the unit of work looks at before it writes
        Some("23505") => matches!(
            error.constraint(),
            Some("appointment_attempt" | "appointment_active")
        ),
        _ => false,
    }
}
