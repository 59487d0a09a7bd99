//! A centre of three people in a temporary folder, and a browser to visit it with.

#![allow(dead_code, unused_imports, reason = "each room uses a part")]

pub(crate) mod centre;
mod client;

use std::sync::Arc;

use axum::Router;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use fund::edition::Edition;
use server::clock::{Clock, FixedClock, SeededRandom};
use server::config::{Config, Limits, Messages};
use server::message;
use server::seal::Keys;
use server::state::AppState;
use server::store::{self, Store};
use tempfile::TempDir;

pub(crate) use centre::{CHEN, LI, WANG};
pub(crate) use client::{Answer, Browser};

/// When every test begins: Tuesday, 24 November 2026, ten in the morning.
pub(crate) fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24)
        .unwrap()
        .and_hms_opt(10, 0, 0)
        .unwrap()
}

/// The portal on a store of its own.
pub(crate) struct TestApp {
    pub(crate) router: Router,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) state: Arc<AppState>,
    _dir: TempDir,
}

impl TestApp {
    /// The portal with its usual limits.
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The portal with its limits changed.
    pub(crate) async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let edition = server::policy::load(None).unwrap();
        Self::begin(change, edition).await
    }

    /// The portal of a centre with other rules.
    pub(crate) async fn with_rules(change: impl FnOnce(&mut Edition)) -> Self {
        let mut edition = server::policy::load(None).unwrap();
        change(&mut edition);
        Self::begin(|_| {}, edition).await
    }

    async fn begin(change: impl FnOnce(&mut Config), edition: Edition) -> Self {
        // A second test in the same process finds the executor set.
        let _ = any_spawner::Executor::init_tokio();
        let dir = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keys::create(&dir.path().join("keys.toml"), &mut centre::rng()).unwrap());
        let url = format!("sqlite:{}", dir.path().join("anju.db").display());
        let purpose = store::Purpose::Demonstration;
        store::migrate(&url, &keys, purpose).await.unwrap();
        let store = store::open(&url, Arc::clone(&keys), purpose).await.unwrap();
        let clock = Arc::new(FixedClock::at(start()));
        centre::import(store.as_ref(), &keys, clock.now()).await;
        let mut config = Config {
            demo: true,
            database: url,
            limits: Limits::default(),
            messages: Messages {
                file: dir.path().join("messages.jsonl"),
                gateway: None,
            },
            ..Config::default()
        };
        change(&mut config);
        let messages = config.messages.clone();
        let state = AppState::new(
            config,
            Arc::new(edition),
            Arc::clone(&store),
            Arc::clone(&keys),
            Arc::clone(&clock) as _,
            Arc::new(SeededRandom::new(1)),
            message::provider(&messages, Arc::clone(&clock) as _).unwrap(),
        );
        let state = Arc::new(state.await);
        Self {
            router: server::http::router(Arc::clone(&state)),
            clock,
            store,
            keys,
            state,
            _dir: dir,
        }
    }

    /// A browser that has not been here before.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// The same centre after another edition has come into force.
    pub(crate) async fn ruled_by(&self, change: impl FnOnce(&mut Edition)) -> Router {
        let mut edition = server::policy::load(None).unwrap();
        change(&mut edition);
        let state = AppState::new(
            self.state.config.clone(),
            Arc::new(edition),
            Arc::clone(&self.store),
            Arc::clone(&self.keys),
            Arc::clone(&self.clock) as _,
            Arc::new(SeededRandom::new(2)),
            message::provider(&self.state.config.messages, Arc::clone(&self.clock) as _).unwrap(),
        );
        server::http::router(Arc::new(state.await))
    }

    /// Gives somebody of another import a password.
    pub(crate) async fn set_password(&self, person: &centre::TestPerson) {
        let credential = centre::credential(person, &self.keys, self.clock.now());
        self.store.set_credentials(&[credential]).await.unwrap();
    }

    /// How many rows each table that people can change has. (When a session was last seen may change by reading.)
    pub(crate) fn fingerprint(&self) -> Vec<i64> {
        let path = self.state.config.database.replace("sqlite:", "");
        let connection = rusqlite::Connection::open(path).unwrap();
        let mut counts = Vec::new();
        for query in [
            "select count(*) from credential",
            "select count(*) from session",
            "select count(*) from slot",
            "select coalesce(sum(booked), 0) from slot",
            "select count(*) from appointment",
            "select count(*) from appointment where state = 'booked'",
            "select count(*) from slip",
            "select count(*) from one_time_code",
            "select coalesce(sum(tries_left), 0) from one_time_code",
            "select count(*) from job",
        ] {
            counts.push(connection.query_row(query, [], |row| row.get(0)).unwrap());
        }
        counts
    }

    /// Moves the portal's clock.
    pub(crate) fn wait(&self, time: TimeDelta) {
        self.clock.advance(time);
    }
}
