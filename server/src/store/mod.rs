//! The stores: where everything is kept that outlives a request.
//!
//! One trait per room (`account::store::AccountStore`, …), two implementations of each: [`sqlite`] for one centre on
//! one machine, [`postgres`] for many instances. Handlers hold an `Arc<dyn Store>` and cannot know which it is.
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
//!    of the read copy are not migrated but built anew by each import: edit `migrations/*/imported/` and raise
//!    [`imported::FORMAT`].
//! 4. Implement it in `sqlite/<room>.rs` (reads on the read pool, writes as a unit of work of the `writer`) and
//!    `postgres/<room>.rs` (in `transact`, which repeats on serialization failures).
//! 5. `cargo nextest run -p server --test contract`.
//!
//! # What is where
//!
//! | tables | keyed by | live |
//! | --- | --- | --- |
//! | credential, session, appointment, slip | person ([`PersonKey`](crate::seal::PersonKey)) | for good |
//! | slot, slip_counter, import | themselves | for good |
//! | employer, member, account, entry, loan, loan_entry | account and loan numbers | until the next import swaps in another set |

mod columns;
mod decode;
pub(crate) mod error;
pub mod imported;
pub mod postgres;
pub mod sqlite;
mod writer;

pub use error::StoreError;

use crate::{
    account::store::AccountStore, import::store::ImportStore, loan::store::LoanStore,
    notice::store::NoticeStore, seal::Keys, visit::store::VisitStore,
};
use async_trait::async_trait;
use sqlx::migrate::Migrator;
use std::{path::Path, sync::Arc};

/// Everything the process asks of a store.
#[async_trait]
pub trait Store: AccountStore + LoanStore + VisitStore + NoticeStore + ImportStore {
    /// Whether the store can answer and write now; the error says why not.
    async fn ready(&self) -> Result<(), StoreError>;

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
/// file that does not exist. Harmless to repeat.
pub async fn migrate(url: &str) -> Result<(), StoreError> {
    match Address::parse(url)? {
        Address::Sqlite(path) => sqlite::migrate(path).await,
        Address::Postgres(url) => postgres::migrate(url).await,
    }
}

/// Opens the store at `url`, migrated before.
pub async fn open(url: &str, keys: Arc<Keys>) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match Address::parse(url)? {
        Address::Sqlite(path) => Arc::new(sqlite::SqliteStore::open(path, keys).await?),
        Address::Postgres(url) => Arc::new(postgres::PostgresStore::open(url, keys).await?),
    })
}

/// Whether all of this program's migrations have been applied, given how many have been.
fn enough_migrations(applied: Result<i64, sqlx::Error>, ours: &Migrator) -> Result<(), StoreError> {
    match applied.map(usize::try_from) {
        // More than ours is well: a later release's migrations only add.
        Ok(Ok(applied)) if applied >= ours.iter().count() => Ok(()),
        // No such table: nothing has been applied yet.
        Ok(_) | Err(sqlx::Error::Database(_)) => Err(StoreError::NotMigrated),
        Err(source) => Err(StoreError::Database {
            doing: "asking which migrations were applied",
            source,
        }),
    }
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
