//! The stores: where everything is kept that outlives a request.
//!
//! One trait per room (`account::store::AccountStore`, …), implemented once (`rooms/`) over two databases: `sqlite/` for
//! one centre on one machine, `postgres/` for many instances. Handlers hold an `Arc<dyn Store>` and cannot know which it is.
//!
//! **Each method is one unit of work**: one transaction, durable when the method returns. A handler that needs two
//! things done together needs one method.
//!
//! # How to add a method
//!
//! 1. Write its contract in the room's trait (`server/src/<room>/store.rs`): what it promises, and every outcome as a
//!    value. An outcome a person can cause ("the slot is full") belongs in the returned type, not in [`StoreError`].
//! 2. Write its contract test in `server/tests/contract/<room>.rs`: one `async fn` per behaviour that takes a
//!    `&Bench`, listed in the `behaviours!` of that file. The harness runs it against both stores. See it fail.
//! 3. If it needs a table or column, add a migration with the next number to `server/migrations/sqlite` *and*
//!    `server/migrations/postgres`. Migrations only ever add; a column is dropped a release after its last use. Tables
//!    of the read copy are not migrated but built anew by each import, from the columns that `imported/records.rs` names.
//! 4. Implement it in `rooms/<room>.rs`: its statements as [`Sql`](sql::Sql) constants, its unit of work as a closure for
//!    `Database::read` or `Database::write`. `Sql::apart` is for the few things the databases say differently.
//! 5. `cargo nextest run -p server --test contract`.
//!
//! # What is where
//!
//! | tables | keyed by | live |
//! | --- | --- | --- |
//! | credential | person ([`PersonKey`](crate::seal::PersonKey)) | for good |
//! | session, appointment, slip, slot | person, or themselves | as long as the edition says ([`Store::forget`]) |
//! | one_time_code | person | a day |
//! | job | themselves | until it is done; 30 days when it was given up |
//! | slip_counter, import, mark | themselves | for good |
//! | employer, member, account, entry, loan, loan_entry | account and loan numbers | until the next import swaps in another set |

mod columns;
mod decode;
pub mod error;
mod imported;
mod mark;
mod migrated;
pub mod page;
mod postgres;
mod rooms;
mod sql;
mod sqlite;

pub use mark::{DEMONSTRATION_ISSUER, Purpose};

use crate::{
    account::store::AccountStore, import::store::ImportStore, job::store::JobStore, loan::store::LoanStore,
    notice::store::NoticeStore, seal::Keys, visit::store::VisitStore,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use error::StoreError;
use fund::retention::KeptFrom;
use rooms::Rooms;
use sql::Database;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Everything the process asks of a store.
#[async_trait]
pub trait Store: AccountStore + LoanStore + VisitStore + NoticeStore + ImportStore + JobStore {
    /// Whether the store can answer and write now; the error says why not.
    async fn ready(&self) -> Result<(), StoreError>;

    /// Bytes free where an embedded database lies; none where the database is elsewhere.
    fn free_space(&self) -> Option<u64>;

    /// Deletes for good what ended before the days from which each is kept, and what has had its time by `now`; how many rows.
    async fn forget(&self, kept: KeptFrom, now: DateTime<Utc>) -> Result<u64, StoreError>;

    /// Writes a consistent copy to `path`, which must not exist, while everything goes on. The read copy of an
    /// embedded store stands beside it, under the same name with the same ending as beside the original.
    async fn backup(&self, path: &Path) -> Result<(), StoreError>;

    /// Finishes what is under way, tidies up and closes; every later call fails with [`StoreError::Closed`].
    async fn close(&self) -> Result<(), StoreError>;
}

/// Which store an address names.
enum Address<'a> {
    Sqlite(&'a Path),
    Postgres(&'a str),
}

impl<'a> Address<'a> {
    fn parse(url: &'a str) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url));
        }
        let path = url.strip_prefix("sqlite:").ok_or(StoreError::Address)?;
        let path = path.strip_prefix("//").unwrap_or(path);
        // A database in memory would forget what it acknowledged.
        if path.is_empty() || path.starts_with(':') {
            return Err(StoreError::Address);
        }
        Ok(Self::Sqlite(Path::new(path)))
    }
}

/// Brings the database at `url` (`sqlite:PATH` or `postgres://…`) up to this program's tables, creating it if it is a
/// file that does not exist, and marks it as these keys' and for this purpose. Harmless to repeat; refuses a database that
/// is marked otherwise.
pub async fn migrate(url: &str, keys: &Arc<Keys>, purpose: Purpose) -> Result<(), StoreError> {
    match Address::parse(url)? {
        Address::Sqlite(path) => {
            sqlite::migrate(path).await?;
            mark_and_close(sqlite::Sqlite::open(path).await?, keys, purpose).await
        }
        Address::Postgres(url) => {
            postgres::migrate(url).await?;
            mark_and_close(postgres::Postgres::open(url).await?, keys, purpose).await
        }
    }
}

/// Puts the backup at `from` in the place of the embedded database at `url`, after verifying that it is whole, these
/// keys' and for this purpose. What was there is moved into a folder beside it, whose name is returned.
pub async fn restore(
    url: &str,
    from: &Path,
    keys: &Arc<Keys>,
    purpose: Purpose,
) -> Result<Option<PathBuf>, StoreError> {
    match Address::parse(url)? {
        Address::Sqlite(path) => {
            let draft = sqlite::draft(path, from).await?;
            mark_and_close(sqlite::Sqlite::open(&draft).await?, keys, purpose).await?;
            sqlite::put_in_place(path).await
        }
        Address::Postgres(_) => Err(StoreError::Unsupported(
            "restore PostgreSQL with pg_restore or your platform's own means",
        )),
    }
}

async fn mark_and_close<D: Database>(
    database: D,
    keys: &Arc<Keys>,
    purpose: Purpose,
) -> Result<(), StoreError> {
    let marked = rooms::mark(&database, keys, purpose).await;
    database.close().await;
    marked
}

/// Opens the store at `url`, migrated before with the same keys and for the same purpose.
pub async fn open(url: &str, keys: Arc<Keys>, purpose: Purpose) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match Address::parse(url)? {
        Address::Sqlite(path) => {
            Arc::new(Rooms::open(sqlite::Sqlite::open(path).await?, keys, purpose).await?)
        }
        Address::Postgres(url) => {
            Arc::new(Rooms::open(postgres::Postgres::open(url).await?, keys, purpose).await?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let sqlite = |url| matches!(Address::parse(url), Ok(Address::Sqlite(path)) if path == Path::new("/var/anju.db"));
        assert!(sqlite("sqlite:/var/anju.db") && sqlite("sqlite:///var/anju.db"));
        assert!(matches!(
            Address::parse("postgresql://db/anju"),
            Ok(Address::Postgres(_))
        ));
        for bad in ["", "anju.db", "sqlite:", "sqlite::memory:", "mysql://db"] {
            assert!(matches!(Address::parse(bad), Err(StoreError::Address)), "{bad}");
        }
    }
}
