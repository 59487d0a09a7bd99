//! A store on a fresh database, and running behaviours on it.

use crate::cluster::Cluster;
use chrono::{DateTime, TimeDelta, Utc};
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;
use server::{
    seal::{Keys, PersonKey},
    store::{self, Purpose, Store},
};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::Semaphore, task::JoinSet};

/// One behaviour of the contract.
pub(crate) type Behaviour = fn(Bench) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// Lists a file's behaviours.
#[macro_export]
macro_rules! behaviours {
    ($($name:ident),+ $(,)?) => {
        /// The behaviours in this file.
        pub(crate) fn all() -> Vec<(&'static str, $crate::bench::Behaviour)> {
            vec![$((
                concat!(module_path!(), "::", stringify!($name)),
                |bench| Box::pin($name(bench)),
            )),+]
        }
    };
}

/// What a database says when asked behind the store's back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error(transparent)]
    Postgres(#[from] sqlx::Error),
}

impl Refused {
    /// Whether a CHECK stood in the way.
    pub(crate) fn is_check_violation(&self) -> bool {
        match self {
            Self::Sqlite(rusqlite::Error::SqliteFailure(error, _)) => {
                error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_CHECK
            }
            Self::Sqlite(_) => false,
            Self::Postgres(error) => error
                .as_database_error()
                .is_some_and(sqlx::error::DatabaseError::is_check_violation),
        }
    }
}

/// A store on a database of its own.
#[derive(Clone)]
pub(crate) struct Bench {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) url: String,
}

/// What every database of the tests is for.
pub(crate) const PURPOSE: Purpose = Purpose::Centre;

/// Keys that are the same in every test and process.
pub(crate) fn keys() -> Arc<Keys> {
    let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(7));
    Arc::new(Keys::from_toml(&text).unwrap())
}

/// 9:30 in the morning of a Saturday, at the fund.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-28T09:30:00+08:00")
        .unwrap()
        .to_utc()
}

/// So many minutes after [`now`].
pub(crate) fn after(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

/// Somebody.
pub(crate) fn person(n: u32) -> PersonKey {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    PersonKey::from_bytes(&bytes).unwrap()
}

impl Bench {
    /// Migrates and opens the database at `url`.
    pub(crate) async fn on(url: String) -> Self {
        store::migrate(&url, &keys(), PURPOSE).await.unwrap();
        Self {
            store: store::open(&url, keys(), PURPOSE).await.unwrap(),
            url,
        }
    }

    /// Another instance of the process, on the same database.
    pub(crate) async fn another(&self) -> Arc<dyn Store> {
        store::open(&self.url, keys(), PURPOSE).await.unwrap()
    }

    /// Asks the database itself, behind the store's back. Every column must be a BIGINT.
    pub(crate) async fn ints(&self, sql: &str) -> Result<Vec<Vec<i64>>, Refused> {
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let connection = rusqlite::Connection::open(path)?;
            let mut statement = connection.prepare(sql)?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| (0..columns).map(|place| row.get(place)).collect())?;
            Ok(rows.collect::<Result<_, _>>()?)
        } else {
            let mut connection = PgConnection::connect(&self.url).await?;
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned()))
                .fetch_all(&mut connection)
                .await?;
            let ints = rows
                .iter()
                .map(|row| (0..row.len()).map(|place| row.try_get(place)).collect());
            Ok(ints.collect::<Result<_, _>>()?)
        }
    }

    /// Whether the store is the embedded one.
    pub(crate) fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// Runs statements on one connection, behind the store's back.
    pub(crate) async fn run(&self, statements: &[&str]) -> Result<(), Refused> {
        let sql = statements.join(";");
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            rusqlite::Connection::open(path)?.execute_batch(&sql)?;
        } else {
            let mut connection = PgConnection::connect(&self.url).await?;
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await?;
        }
        Ok(())
    }

    /// Runs `count` tasks at once, each on one of the stores in turn; their results in the order of their numbers.
    pub(crate) async fn at_once<T, F, W>(stores: &[Arc<dyn Store>], count: u32, work: F) -> Vec<T>
    where
        T: Send + 'static,
        W: Future<Output = T> + Send + 'static,
        F: Fn(Arc<dyn Store>, u32) -> W,
    {
        let tasks: Vec<_> = (0..count)
            .map(|n| tokio::spawn(work(Arc::clone(&stores[n as usize % stores.len()]), n)))
            .collect();
        let mut results = Vec::new();
        for task in tasks {
            results.push(task.await.unwrap());
        }
        results
    }
}

/// Runs the behaviours on SQLite.
pub(crate) fn run_on_sqlite(behaviours: &[(&'static str, Behaviour)]) {
    let dir = tempfile::tempdir().unwrap();
    let url = |n: usize| format!("sqlite:{}", dir.path().join(format!("anju-{n}.db")).display());
    run("sqlite", behaviours, url);
}

/// Runs the behaviours on a PostgreSQL cluster of their own.
pub(crate) fn run_on_postgres(behaviours: &[(&'static str, Behaviour)]) {
    let cluster = Cluster::start();
    // Migrated once; every behaviour's database is a copy.
    let template = cluster.create_database("template", None);
    block_on(async { store::migrate(&template, &keys(), PURPOSE).await.unwrap() });
    run("postgres", behaviours, |n| {
        cluster.create_database(&format!("contract_{n}"), Some("template"))
    });
}

/// Runs a future on a runtime of several threads.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

fn run(store: &str, behaviours: &[(&'static str, Behaviour)], url: impl Fn(usize) -> String) {
    let wanted = std::env::var("CONTRACT").unwrap_or_default();
    let chosen: Vec<_> = behaviours
        .iter()
        .filter(|(name, _)| name.contains(&wanted))
        .enumerate()
        .collect();
    assert!(!chosen.is_empty(), "no behaviour is called {wanted}");
    let urls: Vec<_> = chosen.iter().map(|(n, _)| url(*n)).collect();
    let failed = block_on(async move {
        let places = Arc::new(Semaphore::new(4));
        let mut running = JoinSet::new();
        for ((_, (name, behaviour)), url) in chosen.into_iter().zip(urls) {
            let (name, behaviour, places) = (*name, *behaviour, Arc::clone(&places));
            running.spawn(async move {
                let _place = places.acquire_owned().await.unwrap();
                let begun = Instant::now();
                let result = tokio::spawn(attempt(behaviour, url)).await;
                (name, result, begun.elapsed())
            });
        }
        let mut failed = Vec::new();
        while let Some(done) = running.join_next().await {
            let (name, result, took) = done.unwrap();
            let passed = result.is_ok();
            println!(
                "{} {name} on {store} in {took:.1?}",
                if passed { "pass" } else { "FAIL" }
            );
            if !passed {
                failed.push(name);
            }
        }
        failed
    });
    assert!(
        failed.is_empty(),
        "on {store} these behaviours failed: {failed:#?}"
    );
}

async fn attempt(behaviour: Behaviour, url: String) {
    let bench = Bench::on(url).await;
    let store = Arc::clone(&bench.store);
    tokio::time::timeout(Duration::from_mins(1), behaviour(bench))
        .await
        .expect("took longer than a minute");
    store.close().await.unwrap();
}
