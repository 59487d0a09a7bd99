//! The import on PostgreSQL: one transaction makes a schema, fills it by `COPY`, checks it and renames it to `imported`.
//!
//! Until it commits nobody sees any of it, and if it does not commit there is nothing to clear away. Readers resolve
//! `imported.…` to one set of tables or the other; the former set is dropped afterwards, when its last reader is done.

use super::{Postgres, connection::OnConnection, copy::CopyText};
use crate::{
    import::store::{Batch, Defect, Expected, ImportRecord, Stage},
    seal::Keys,
    store::{
        decode,
        error::{Doing as _, StoreError},
        imported::{self, Figures, INDEXES, Kind, Lines, Reference, Stored, Unique},
        rooms,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool, Transaction};
use std::sync::Arc;

/// What the schema `imported` is marked with, to know a read copy of another format.
fn mark() -> String {
    format!("read copy, format {}", imported::format())
}

/// Makes the schema `imported`, empty, unless it is there in this format.
pub(super) async fn ensure_read_copy(connection: &mut PgConnection) -> Result<(), StoreError> {
    const DOING: &str = "making the schema of the read copy";
    let mut transaction = connection.begin().await.doing(DOING)?;
    // Instances that start together take turns.
    sqlx::query("SELECT pg_advisory_xact_lock(hashtext('anju read copy'))")
        .execute(&mut *transaction)
        .await
        .doing(DOING)?;
    let found: Option<String> =
        sqlx::query_scalar("SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = 'imported'")
            .fetch_optional(&mut *transaction)
            .await
            .doing(DOING)?;
    if found == Some(mark()) {
        return transaction.rollback().await.doing(DOING);
    }
    run(
        &mut transaction,
        "DROP SCHEMA IF EXISTS imported CASCADE".to_owned(),
    )
    .await?;
    make_schema(&mut transaction, "imported").await?;
    run(&mut transaction, INDEXES.to_owned()).await?;
    run(&mut transaction, "RESET search_path".to_owned()).await?;
    run(
        &mut transaction,
        "UPDATE import SET state = 'past' WHERE state = 'current'".to_owned(),
    )
    .await?;
    transaction.commit().await.doing(DOING)
}

/// Makes a schema with empty tables and goes into it for the rest of the transaction.
async fn make_schema(connection: &mut PgConnection, schema: &str) -> Result<(), StoreError> {
    run(connection, format!("CREATE SCHEMA {schema}")).await?;
    run(connection, format!("COMMENT ON SCHEMA {schema} IS '{}'", mark())).await?;
    run(connection, format!("SET LOCAL search_path TO {schema}")).await?;
    run(connection, imported::create_tables("", Kind::postgres, "")).await
}

/// Runs statements of ours: nothing from outside is ever part of them.
async fn run(connection: &mut PgConnection, sql: String) -> Result<(), StoreError> {
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .map(drop)
        .doing("building the read copy")
}

/// Makes a schema with empty tables, in a transaction that lasts as long as the import.
pub(super) async fn stage(
    database: &Arc<Postgres>,
    generation: i64,
    expected: Expected,
    keys: Arc<Keys>,
) -> Result<Box<dyn Stage>, StoreError> {
    drop_past(&database.pool).await;
    let mut transaction = database.pool.begin().await.doing("beginning an import")?;
    let patient = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; \
                   SET LOCAL maintenance_work_mem = '256MB'";
    run(&mut transaction, patient.to_owned()).await?;
    make_schema(&mut transaction, &schema_of(generation)).await?;
    Ok(Box::new(PostgresStage {
        generation,
        expected,
        keys,
        database: Arc::clone(database),
        transaction,
        lines: Lines::default(),
        checked: None,
    }))
}

fn schema_of(generation: i64) -> String {
    format!("imported_{generation}")
}

/// The schema of the former read copy, named after the import that took its place.
fn past_schema_of(generation: i64) -> String {
    format!("imported_past_{generation}")
}

/// Drops read copies that are no longer in use, but for the former one. What cannot be dropped now will be with the next
/// import.
async fn drop_past(pool: &PgPool) {
    let past: Result<Vec<String>, _> = sqlx::query_scalar(
        "SELECT nspname::text FROM pg_namespace WHERE nspname ~ '^imported_(past|undone)_[0-9]+$' \
         ORDER BY nspname ~ '_past_' DESC, length(nspname) DESC, nspname DESC OFFSET 1",
    )
    .fetch_all(pool)
    .await;
    let past = past.unwrap_or_else(|error| {
        tracing::warn!(%error, "read copies no longer in use could not be looked for");
        Vec::new()
    });
    for schema in past {
        let sql = format!("DROP SCHEMA IF EXISTS {schema} CASCADE");
        if let Err(error) = sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await {
            tracing::warn!(%error, schema, "a read copy no longer in use could not be dropped");
        }
    }
}

/// Puts the former read copy's schema in the place of the present one.
pub(super) async fn undo(database: &Postgres) -> Result<ImportRecord, StoreError> {
    let mut transaction = database.pool.begin().await.doing("undoing an import")?;
    let (record, undone) = rooms::step_back(&mut OnConnection(&mut transaction)).await?;
    for (from, to) in [
        ("imported".to_owned(), format!("imported_undone_{undone}")),
        (past_schema_of(undone), "imported".to_owned()),
    ] {
        run(&mut transaction, format!("ALTER SCHEMA {from} RENAME TO {to}")).await?;
    }
    transaction.commit().await.doing("undoing an import")?;
    Ok(record)
}

struct PostgresStage {
    generation: i64,
    expected: Expected,
    keys: Arc<Keys>,
    database: Arc<Postgres>,
    transaction: Transaction<'static, sqlx::Postgres>,
    lines: Lines,
    /// Set by a check without defects, unset by more rows.
    checked: Option<Figures>,
}

#[async_trait]
impl Stage for PostgresStage {
    async fn append(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.checked = None;
        match batch {
            Batch::Employers(rows) => self.copy(&rows).await,
            Batch::Members(rows) => self.copy(&rows).await,
            Batch::Accounts(rows) => self.copy(&rows).await,
            Batch::Entries(rows) => self.copy(&rows).await,
            Batch::Loans(rows) => self.copy(&rows).await,
            Batch::LoanEntries(rows) => self.copy(&rows).await,
        }
    }

    async fn check(&mut self) -> Result<Vec<Defect>, StoreError> {
        let figures = self.figures().await?;
        let mut defects = figures.against(&self.expected);
        if self.index().await? {
            for reference in Reference::ALL {
                defects.extend(reference.defect(self.found(reference.dangling_sql()).await?));
            }
        } else {
            // Without its indexes the rest of the checks would take for ever, and there is enough to mend already.
            for unique in Unique::ALL {
                defects.extend(unique.defect(self.found(unique.repeated_sql()).await?));
            }
        }
        self.checked = defects.is_empty().then_some(figures);
        Ok(defects)
    }

    async fn swap(self: Box<Self>, now: DateTime<Utc>) -> Result<ImportRecord, StoreError> {
        let Self {
            generation,
            expected,
            database,
            mut transaction,
            checked,
            ..
        } = *self;
        let figures = checked.ok_or(StoreError::Import("not checked, or with defects"))?;
        let record = figures.record(generation, expected, now);
        run(&mut transaction, "RESET search_path".to_owned()).await?;
        rooms::make_current(&mut OnConnection(&mut transaction), &record).await?;
        let schema = schema_of(generation);
        run(
            &mut transaction,
            format!("ALTER SCHEMA imported RENAME TO {}", past_schema_of(generation)),
        )
        .await?;
        run(
            &mut transaction,
            format!("ALTER SCHEMA {schema} RENAME TO imported"),
        )
        .await?;
        transaction.commit().await.doing("swapping in a read copy")?;
        drop_past(&database.pool).await;
        Ok(record)
    }

    async fn abandon(self: Box<Self>) -> Result<(), StoreError> {
        let Self {
            generation,
            database,
            transaction,
            ..
        } = *self;
        transaction.rollback().await.doing("giving up an import")?;
        rooms::give_up(&*database, generation).await
    }
}

impl PostgresStage {
    async fn copy<R: Stored>(&mut self, rows: &[R]) -> Result<(), StoreError> {
        const DOING: &str = "staging rows";
        let columns = imported::column_names::<R>().join(", ");
        let statement = format!("COPY {} ({columns}) FROM STDIN WITH (FREEZE)", R::TABLE);
        let mut copy = self.transaction.copy_in_raw(&statement).await.doing(DOING)?;
        let mut text = CopyText::default();
        for rows in rows.chunks(128) {
            let filled = rows
                .iter()
                .try_for_each(|row| text.push(row, &self.keys, &mut self.lines));
            if let Err(error) = filled {
                copy.abort("a value could not be sealed").await.doing(DOING)?;
                return Err(error);
            }
            copy.send(text.as_bytes()).await.doing(DOING)?;
            text.clear();
        }
        copy.finish().await.map(drop).doing(DOING)
    }

    /// Makes the indexes; false when a unique one finds a repeated key.
    async fn index(&mut self) -> Result<bool, StoreError> {
        const DOING: &str = "indexing the read copy";
        let mut savepoint = self.transaction.begin().await.doing(DOING)?;
        match sqlx::raw_sql(INDEXES).execute(&mut *savepoint).await {
            Ok(_) => savepoint.commit().await.doing(DOING)?,
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
                savepoint.rollback().await.doing(DOING)?;
                return Ok(false);
            }
            Err(source) => return Err(StoreError::Database { doing: DOING, source }),
        }
        // Without statistics the planner would guess.
        run(
            &mut self.transaction,
            "ANALYZE".to_owned() + " employer, member, account, entry, loan, loan_entry",
        )
        .await?;
        Ok(true)
    }

    async fn found(&mut self, sql: String) -> Result<Vec<(i64, String)>, StoreError> {
        sqlx::query_as(AssertSqlSafe(sql))
            .fetch_all(&mut *self.transaction)
            .await
            .doing("checking the read copy")
    }

    async fn figures(&mut self) -> Result<Figures, StoreError> {
        let row = sqlx::query(imported::FIGURES)
            .fetch_one(&mut *self.transaction)
            .await
            .doing("adding up the read copy")?;
        decode::figures(&row)
    }
}
