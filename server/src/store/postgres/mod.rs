//! The store for many instances: PostgreSQL.
//!
//! Tables of the rooms are in the connection's schema. The read copy is a schema of its own, `imported`: an import
//! builds another beside it and renames the two, which takes no longer for ten million rows than for ten.
//!
//! Isolation is READ COMMITTED: every rule that must hold between concurrent transactions is a constraint or sits in
//! the `WHERE` of an update. Locks are taken slot first, appointment second.

mod connection;
mod copy;
mod import;

use super::{
    error::{Doing as _, StoreError},
    migrated::{self, Applied},
    sql::{Database, Transaction, Work},
};
use crate::{
    import::store::{Expected, ImportRecord, Stage},
    seal::Keys,
};
use async_trait::async_trait;
use connection::OnConnection;
use sqlx::{
    ConnectOptions as _, Connection as _, PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions, PgSslMode},
};
use std::{net::IpAddr, path::Path, sync::Arc, time::Duration};

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// The oldest PostgreSQL still maintained when this was written.
const NEEDED: &str = "14";
const NEEDED_NUMBER: i32 = 140_000;
/// Connections of one instance.
const CONNECTIONS: u32 = 16;
/// How long a request may wait. A migration may take as long as it takes.
const PATIENCE: [(&str, &str); 3] = [
    ("statement_timeout", "15s"),
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "30s"),
];
/// How often a unit of work is tried when others keep getting in its way.
const ATTEMPTS: u32 = 8;

/// A database on a server.
pub(super) struct Postgres {
    pool: PgPool,
}

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

impl Postgres {
    /// Opens the database at `url`, migrated before.
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options(url)?.options(PATIENCE))
            .await
            .doing("opening the database")?;
        let mut connection = pool.acquire().await.doing("opening the database")?;
        check_version(&mut connection).await?;
        check_migrated(&mut connection).await?;
        drop(connection);
        Ok(Self { pool })
    }

    async fn attempt<T, F>(&self, work: &F) -> Result<T, StoreError>
    where
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync,
    {
        let mut transaction = self.pool.begin().await.doing("beginning a transaction")?;
        // Dropping the transaction on an error rolls it back.
        let value = work(&mut OnConnection(&mut transaction)).await?;
        transaction.commit().await.doing("committing")?;
        Ok(value)
    }
}

#[async_trait]
impl Database for Postgres {
    async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static,
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

    async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static,
    {
        let mut connection = self.pool.acquire().await.doing("taking a connection")?;
        work(&mut OnConnection(&mut connection)).await
    }

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

    fn free_space(&self) -> Option<u64> {
        None
    }

    async fn backup(&self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::Unsupported(
            "back PostgreSQL up with pg_dump or pg_basebackup",
        ))
    }

    async fn close(&self) {
        self.pool.close().await;
    }

    async fn undo_import(&self) -> Result<ImportRecord, StoreError> {
        import::undo(self).await
    }

    async fn stage(
        self: &Arc<Self>,
        generation: i64,
        _: Option<i64>,
        expected: Expected,
        keys: Arc<Keys>,
    ) -> Result<Box<dyn Stage>, StoreError> {
        import::stage(self, generation, expected, keys).await
    }
}

fn options(url: &str) -> Result<PgConnectOptions, StoreError> {
    let options = url
        .parse::<PgConnectOptions>()
        .doing("reading the database's address")?;
    // Unless the operator says otherwise in the address, what crosses a network is encrypted, and the server known.
    let options =
        if url.contains("sslmode=") || options.get_socket().is_some() || is_local(options.get_host()) {
            options
        } else {
            options.ssl_mode(PgSslMode::VerifyFull)
        };
    Ok(options
        .options([
            // Whatever the server's configuration says: what was acknowledged is on disk.
            ("synchronous_commit", "on"),
        ])
        .application_name("anju")
        .log_statements(log::LevelFilter::Off)
        .log_slow_statements(log::LevelFilter::Warn, Duration::from_secs(1)))
}

/// Whether a server is on this machine: a socket's folder, or a loopback address.
fn is_local(host: &str) -> bool {
    host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
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
    let applied: Result<Vec<(i64, bool, Vec<u8>)>, _> =
        sqlx::query_as("SELECT version, success, checksum FROM _sqlx_migrations")
            .fetch_all(connection)
            .await;
    let applied = match applied {
        Ok(rows) => rows,
        // No such table: nothing has been applied yet.
        Err(sqlx::Error::Database(_)) => return Err(StoreError::NotMigrated),
        Err(source) => {
            return Err(StoreError::Database {
                doing: "asking which migrations were applied",
                source,
            });
        }
    };
    let applied: Vec<_> = applied
        .into_iter()
        .map(|(version, success, checksum)| Applied {
            version,
            success,
            checksum,
        })
        .collect();
    migrated::check(&MIGRATIONS, &applied)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_a_network_is_encrypted_unless_the_address_says_otherwise() {
        let mode = |url| options(url).unwrap().get_ssl_mode();
        assert!(matches!(
            mode("postgres://anju@db.example/anju"),
            PgSslMode::VerifyFull
        ));
        assert!(matches!(
            mode("postgresql://anju@10.0.0.7/anju"),
            PgSslMode::VerifyFull
        ));
        assert!(matches!(
            mode("postgres://anju@db.example/anju?sslmode=disable"),
            PgSslMode::Disable
        ));
        for local in [
            "postgres://anju@localhost/anju",
            "postgres://anju@127.0.0.1/anju",
            "postgres://anju@[::1]/anju",
            "postgres:///anju?host=/var/run/postgresql",
        ] {
            assert!(!matches!(mode(local), PgSslMode::VerifyFull), "{local}");
        }
    }
}
