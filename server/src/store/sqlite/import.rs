//! The import on SQLite: a new file is filled without a journal, checked, flushed, and named in `import`.

use super::{
    SqliteStore, create_private,
    generation::{self, ReadCopy},
    millis, number, quiet,
};
use crate::{
    import::store::{Batch, Defect, Expected, ImportRecord, ImportStore, Stage},
    seal::Keys,
    store::{
        decode,
        error::{Doing as _, StoreError},
        imported::{self, FORMAT, Figures, Lines, Reference, Staged, Unique, Value},
        writer::Writer,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::{
    AssertSqlSafe, Connection as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous},
};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

const TABLES: &str = include_str!("../../../migrations/sqlite/imported/tables.sql");
const INDEXES: &str = include_str!("../../../migrations/sqlite/imported/indexes.sql");

/// Rows in one `INSERT`. Thirty columns at most make 3,840 values; SQLite takes 32,766.
const ROWS: usize = 128;

/// A later import has begun, and cleared this one's file away.
const SUPERSEDED: StoreError = StoreError::Import("superseded by a later one");

#[async_trait]
impl ImportStore for SqliteStore {
    async fn begin(&self, expected: Expected) -> Result<Box<dyn Stage>, StoreError> {
        let entered = expected.clone();
        let (generation, current) = self
            .writer
            .run(move |connection| Box::pin(async move { enter(connection, &entered).await }))
            .await?;
        generation::clear_before(&self.path, generation, current).await;
        let file = generation::file_of(&self.path, generation);
        let connection = new_file(&file).await?;
        Ok(Box::new(SqliteStage {
            database: self.path.clone(),
            file,
            generation,
            expected,
            keys: Arc::clone(&self.keys),
            writer: Arc::clone(&self.writer),
            read_copy: Arc::clone(&self.read_copy),
            connection,
            lines: Lines::default(),
            checked: None,
        }))
    }

    async fn last_import(&self) -> Result<Option<ImportRecord>, StoreError> {
        let row = sqlx::query(
            "SELECT generation, as_of, issuer, finished_at, row_counts, balance, loan_balance FROM import \
             WHERE state = 'current' AND format = $1",
        )
        .bind(FORMAT)
        .fetch_optional(&self.reads)
        .await
        .doing("reading the last import")?;
        row.as_ref().map(decode::import).transpose()
    }
}

/// Enters the import, and takes every other that is under way out of the running. Its number, and that of the read copy in use.
async fn enter(
    connection: &mut SqliteConnection,
    expected: &Expected,
) -> Result<(i64, Option<i64>), StoreError> {
    sqlx::query("UPDATE import SET state = 'abandoned' WHERE state = 'staging'")
        .execute(&mut *connection)
        .await
        .doing("superseding an import")?;
    let current = sqlx::query_scalar("SELECT generation FROM import WHERE state = 'current'")
        .fetch_optional(&mut *connection)
        .await
        .doing("asking which read copy is in use")?;
    let generation = sqlx::query_scalar(
        "INSERT INTO import (state, format, as_of, issuer, row_counts, balance, loan_balance) \
         VALUES ('staging', $1, $2, $3, $4, $5, $6) RETURNING generation",
    )
    .bind(FORMAT)
    .bind(number(expected.as_of))
    .bind(&expected.issuer)
    .bind(imported::counts_text(&expected.rows))
    .bind(expected.balance.get())
    .bind(expected.loan_balance.get())
    .fetch_one(connection)
    .await
    .doing("entering an import")?;
    Ok((generation, current))
}

/// Makes the file with its empty tables. Nothing in it counts before it is swapped in, so nothing is journalled or flushed
/// until then.
async fn new_file(file: &Path) -> Result<SqliteConnection, StoreError> {
    create_private(file)?;
    let options = quiet(SqliteConnectOptions::new().filename(file))
        .journal_mode(SqliteJournalMode::Off)
        .synchronous(SqliteSynchronous::Off)
        .locking_mode(SqliteLockingMode::Exclusive)
        // 64 MiB: what sorting for the indexes makes good use of.
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "FILE");
    let mut connection = SqliteConnection::connect_with(&options)
        .await
        .doing("making a new read copy")?;
    sqlx::raw_sql(TABLES)
        .execute(&mut connection)
        .await
        .doing("making the read copy's tables")?;
    Ok(connection)
}

struct SqliteStage {
    database: PathBuf,
    file: PathBuf,
    generation: i64,
    expected: Expected,
    keys: Arc<Keys>,
    writer: Arc<Writer>,
    read_copy: Arc<ReadCopy>,
    connection: SqliteConnection,
    lines: Lines,
    /// Set by a check without defects, unset by more rows.
    checked: Option<Figures>,
}

#[async_trait]
impl Stage for SqliteStage {
    async fn append(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.checked = None;
        match batch {
            Batch::Employers(rows) => self.insert(&rows).await,
            Batch::Members(rows) => self.insert(&rows).await,
            Batch::Accounts(rows) => self.insert(&rows).await,
            Batch::Entries(rows) => self.insert(&rows).await,
            Batch::Loans(rows) => self.insert(&rows).await,
            Batch::LoanEntries(rows) => self.insert(&rows).await,
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
        let stage = *self;
        let figures = stage
            .checked
            .ok_or(StoreError::Import("not checked, or with defects"))?;
        stage
            .connection
            .close()
            .await
            .doing("closing the new read copy")?;
        generation::flush(&stage.file)
            .await
            .map_err(|source| match source.kind() {
                io::ErrorKind::NotFound => SUPERSEDED,
                _ => StoreError::File {
                    path: stage.file,
                    source,
                },
            })?;
        let record = ImportRecord {
            generation: stage.generation,
            as_of: stage.expected.as_of,
            issuer: stage.expected.issuer,
            finished_at: now,
            rows: figures.rows,
            balance: figures.balance,
            loan_balance: figures.loan_balance,
        };
        let entered = record.clone();
        stage
            .writer
            .run(move |connection| Box::pin(async move { make_current(connection, &entered).await }))
            .await?;
        stage.read_copy.expire();
        generation::clear_before(&stage.database, record.generation, None).await;
        Ok(record)
    }

    async fn abandon(self: Box<Self>) -> Result<(), StoreError> {
        let stage = *self;
        // The file goes whether or not its connection closes well.
        let closed = stage.connection.close().await;
        std::fs::remove_file(&stage.file).map_err(|source| StoreError::File {
            path: stage.file,
            source,
        })?;
        closed.doing("closing a read copy given up")?;
        let generation = stage.generation;
        stage
            .writer
            .run(move |connection| {
                Box::pin(async move {
                    sqlx::query(
                        "UPDATE import SET state = 'abandoned' WHERE generation = $1 AND state = 'staging'",
                    )
                    .bind(generation)
                    .execute(connection)
                    .await
                    .map(drop)
                    .doing("giving up an import")
                })
            })
            .await
    }
}

impl SqliteStage {
    async fn insert<R: Staged>(&mut self, rows: &[R]) -> Result<(), StoreError> {
        let mut transaction = self.connection.begin().await.doing("staging rows")?;
        for rows in rows.chunks(ROWS) {
            let mut values = Vec::with_capacity(rows.len() * 30);
            for row in rows {
                row.put(&self.keys, &mut self.lines, &mut values)?;
            }
            let sql = insert_sql::<R>(rows.len(), values.len());
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for value in values {
                query = match value {
                    Value::Null => query.bind(None::<i64>),
                    Value::Int(int) => query.bind(int),
                    Value::Flag(flag) => query.bind(i64::from(flag)),
                    Value::Date(date) => query.bind(number(date)),
                    Value::Text(text) => query.bind(text),
                    Value::Made(text) => query.bind(text),
                    Value::Bytes(bytes) => query.bind(bytes),
                };
            }
            query.execute(&mut *transaction).await.doing("staging rows")?;
        }
        transaction.commit().await.doing("staging rows")
    }

    /// Makes the indexes; false when a unique one finds a repeated key.
    async fn index(&mut self) -> Result<bool, StoreError> {
        match sqlx::raw_sql(INDEXES).execute(&mut self.connection).await {
            Ok(_) => Ok(true),
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
            Err(source) => Err(StoreError::Database {
                doing: "indexing the read copy",
                source,
            }),
        }
    }

    async fn found(&mut self, sql: String) -> Result<Vec<(i64, String)>, StoreError> {
        sqlx::query_as(AssertSqlSafe(sql))
            .fetch_all(&mut self.connection)
            .await
            .doing("checking the read copy")
    }

    async fn figures(&mut self) -> Result<Figures, StoreError> {
        let row = sqlx::query(imported::FIGURES)
            .fetch_one(&mut self.connection)
            .await
            .doing("adding up the read copy")?;
        decode::figures(&row)
    }
}

/// `INSERT` of so many rows with so many values in all.
fn insert_sql<R: Staged>(rows: usize, values: usize) -> String {
    let row = format!("({})", vec!["?"; values / rows.max(1)].join(","));
    let columns = imported::columns(R::TABLE);
    format!(
        "INSERT INTO {} ({columns}) VALUES {}",
        R::TABLE,
        vec![row.as_str(); rows].join(",")
    )
}

async fn make_current(connection: &mut SqliteConnection, record: &ImportRecord) -> Result<(), StoreError> {
    sqlx::query("UPDATE import SET state = 'past' WHERE state = 'current'")
        .execute(&mut *connection)
        .await
        .doing("retiring the read copy in use")?;
    let done = sqlx::query(
        "UPDATE import SET state = 'current', finished_at = $2, row_counts = $3, balance = $4, loan_balance = $5 \
         WHERE generation = $1 AND state = 'staging'",
    )
    .bind(record.generation)
    .bind(millis(record.finished_at))
    .bind(imported::counts_text(&record.rows))
    .bind(record.balance.get())
    .bind(record.loan_balance.get())
    .execute(connection)
    .await
    .doing("swapping in a read copy")?;
    if done.rows_affected() == 1 {
        Ok(())
    } else {
        Err(SUPERSEDED)
    }
}
