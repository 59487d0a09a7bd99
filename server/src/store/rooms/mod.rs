//! Each room's units of work, written once over [`Database`].
//!
//! What a person may see of a unit that fails midway is nothing: it runs in one transaction. What stays apart in
//! `sqlite/` and `postgres/` is connecting, the transaction and its repetition, backups, and swapping the read copy.

mod account;
mod code;
mod import;
mod job;
mod loan;
mod mark;
mod notice;
mod retention;
mod rotation;
mod seen;
mod visit;

pub(super) use import::{FORMER, give_up, make_current, step_back};
pub(super) use mark::mark;

use super::{Purpose, Store, error::StoreError, sql::Database};
use crate::clock::instant;
use crate::seal::Keys;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use fund::retention::KeptFrom;
use seen::Seen;
use std::{path::Path, sync::Arc};

/// The rooms in a database.
pub(super) struct Rooms<D: Database> {
    database: Arc<D>,
    keys: Arc<Keys>,
    seen: Arc<Seen>,
}

impl<D: Database> Rooms<D> {
    /// Opens the rooms of a database that is these keys' and for this purpose.
    pub(super) async fn open(database: D, keys: Arc<Keys>, purpose: Purpose) -> Result<Self, StoreError> {
        mark::verify(&database, &keys, purpose).await?;
        let database = Arc::new(database);
        let seen = Arc::new(Seen::default());
        seen.write_down_in_the_background(&database);
        Ok(Self { database, keys, seen })
    }
}

#[async_trait]
impl<D: Database> Store for Rooms<D> {
    async fn ready(&self) -> Result<(), StoreError> {
        self.database.ready().await
    }

    fn free_space(&self) -> Option<u64> {
        self.database.free_space()
    }

    async fn forget(&self, kept: KeptFrom, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let midnight = |day: NaiveDate| instant(day.and_time(NaiveTime::MIN));
        self.delete_before(
            kept.slips,
            midnight(kept.appointments),
            midnight(kept.sessions),
            now,
        )
        .await
    }

    async fn backup(&self, path: &Path) -> Result<(), StoreError> {
        self.database.backup(path).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.seen.write_down(&*self.database).await;
        self.database.close().await;
        Ok(())
    }
}
