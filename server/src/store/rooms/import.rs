//! Imports, as far as they are rows of the table `import`; the read copy itself is each database's own business.

use super::Rooms;
use crate::{
    import::store::{Expected, ImportRecord, ImportStore, Stage},
    store::{
        decode,
        error::{SUPERSEDED, StoreError, known},
        imported,
        sql::{Database, Sql, Transaction, values},
    },
};
use async_trait::async_trait;
use std::sync::Arc;

const LAST: Sql = Sql::new(
    "reading the last import",
    "SELECT generation, as_of, issuer, finished_at, row_counts, balance, loan_balance FROM import \
     WHERE state = 'current' AND format = $1",
);
const SUPERSEDE: Sql = Sql::new(
    "superseding an import",
    "UPDATE import SET state = 'abandoned' WHERE state = 'staging'",
);
const CURRENT: Sql = Sql::new(
    "asking which read copy is in use",
    "SELECT generation FROM import WHERE state = 'current'",
);
const ENTER: Sql = Sql::new(
    "entering an import",
    "INSERT INTO import (state, format, as_of, issuer, row_counts, balance, loan_balance) \
     VALUES ('staging', $1, $2, $3, $4, $5, $6) RETURNING generation",
);
const RETIRE: Sql = Sql::new(
    "retiring the read copy in use",
    "UPDATE import SET state = 'past' WHERE state = 'current'",
);
const MAKE_CURRENT: Sql = Sql::new(
    "swapping in a read copy",
    "UPDATE import SET state = 'current', finished_at = $2, row_counts = $3, balance = $4, loan_balance = $5 \
     WHERE generation = $1 AND state = 'staging'",
);
/// The import before the present one: what `undo` goes back to, and what is kept for it.
pub(in crate::store) const FORMER: Sql = Sql::new(
    "looking for the former import",
    "SELECT generation, as_of, issuer, finished_at, row_counts, balance, loan_balance FROM import \
     WHERE state = 'past' AND format = $1 ORDER BY generation DESC LIMIT 1",
);
const DISCARD: Sql = Sql::new(
    "undoing an import",
    "UPDATE import SET state = 'abandoned' WHERE state = 'current'",
);
const BRING_BACK: Sql = Sql::new(
    "undoing an import",
    "UPDATE import SET state = 'current' WHERE generation = $1 AND state = 'past'",
);
const GIVE_UP: Sql = Sql::new(
    "giving up an import",
    "UPDATE import SET state = 'abandoned' WHERE generation = $1 AND state = 'staging'",
);

#[async_trait]
impl<D: Database> ImportStore for Rooms<D> {
    async fn begin(&self, expected: Expected) -> Result<Box<dyn Stage>, StoreError> {
        let (generation, current) = begin(&*self.database, &expected).await?;
        self.database
            .stage(generation, current, expected, Arc::clone(&self.keys))
            .await
    }

    async fn undo(&self) -> Result<ImportRecord, StoreError> {
        self.database.undo_import().await
    }

    async fn last_import(&self) -> Result<Option<ImportRecord>, StoreError> {
        self.database
            .read(|tx| {
                Box::pin(async move { tx.row(&LAST, values![imported::format()], decode::import).await })
            })
            .await
    }
}

/// Enters the import, and takes every other that is under way out of the running. Its number, and that of the read copy
/// in use.
async fn begin<D: Database>(database: &D, expected: &Expected) -> Result<(i64, Option<i64>), StoreError> {
    let expected = Arc::new(expected.clone());
    database
        .write(move |tx| {
            let expected = Arc::clone(&expected);
            Box::pin(async move { enter(tx, &expected).await })
        })
        .await
}

async fn enter(tx: &mut dyn Transaction, expected: &Expected) -> Result<(i64, Option<i64>), StoreError> {
    tx.run(&SUPERSEDE, values![]).await?;
    let current = tx.row(&CURRENT, values![], |row| row.int("generation")).await?;
    let values = values![
        imported::format(),
        expected.as_of,
        &expected.issuer,
        imported::counts_text(&expected.rows),
        expected.balance,
        expected.loan_balance
    ];
    let generation = tx.row(&ENTER, values, |row| row.int("generation")).await?;
    Ok((known(generation, "generation")?, current))
}

/// Records the import as the one in use, within the transaction that swaps its tables in.
pub(in crate::store) async fn make_current(
    tx: &mut dyn Transaction,
    record: &ImportRecord,
) -> Result<(), StoreError> {
    tx.run(&RETIRE, values![]).await?;
    let values = values![
        record.generation,
        record.finished_at,
        imported::counts_text(&record.rows),
        record.balance,
        record.loan_balance
    ];
    if tx.run(&MAKE_CURRENT, values).await? == 1 {
        Ok(())
    } else {
        Err(SUPERSEDED)
    }
}

/// Records the former import as the one in use again, within the transaction that swaps its tables back in; its record, and
/// the number of the one undone.
pub(in crate::store) async fn step_back(tx: &mut dyn Transaction) -> Result<(ImportRecord, i64), StoreError> {
    const NOTHING: StoreError = StoreError::Import("there is no former one to go back to");
    let current = tx.row(&CURRENT, values![], |row| row.int("generation")).await?;
    let former = tx
        .row(&FORMER, values![imported::format()], decode::import)
        .await?;
    let (current, former) = current.zip(former).ok_or(NOTHING)?;
    tx.run(&DISCARD, values![]).await?;
    tx.run(&BRING_BACK, values![former.generation]).await?;
    Ok((former, current))
}

/// Records that the import was given up.
pub(in crate::store) async fn give_up<D: Database>(database: &D, generation: i64) -> Result<(), StoreError> {
    database
        .write(move |tx| Box::pin(async move { tx.run(&GIVE_UP, values![generation]).await.map(drop) }))
        .await
}
