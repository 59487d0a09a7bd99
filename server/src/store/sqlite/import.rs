//! The import on SQLite: a new file is filled without a journal, checked, flushed, and named in `import`.

use super::{Sqlite, blocking, close, connection::open, create_private, generation};
use crate::{
    import::store::{Batch, Defect, Expected, ImportRecord, Stage},
    seal::Keys,
    store::{
        decode,
        error::{Doing as _, SUPERSEDED, StoreError, known},
        imported::{self, Figures, INDEXES, Lines, Reference, Stored, Unique, Values},
        rooms,
        sql::{Database as _, Row, values},
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Nothing in the file counts before it is swapped in, so nothing is journalled or flushed until then. 64 MiB is what
/// sorting for the indexes makes good use of.
const UNJOURNALLED: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; \
     PRAGMA cache_size = -65536; PRAGMA temp_store = FILE";

/// Makes the file with its empty tables.
pub(super) async fn stage(
    database: &Arc<Sqlite>,
    generation: i64,
    current: Option<i64>,
    expected: Expected,
    keys: Arc<Keys>,
) -> Result<Box<dyn Stage>, StoreError> {
    let path = database.path.clone();
    let file = generation::file_of(&path, generation);
    let made = file.clone();
    let kept: Vec<i64> = former(database).await?.into_iter().chain(current).collect();
    let connection = blocking(move || {
        generation::clear_before(&path, generation, &kept);
        new_file(&made)
    })
    .await?;
    Ok(Box::new(SqliteStage {
        database: Arc::clone(database),
        file,
        generation,
        expected,
        filling: Some(Filling {
            connection,
            keys,
            lines: Lines::default(),
        }),
        checked: None,
    }))
}

/// The read copy before the one in use.
async fn former(database: &Sqlite) -> Result<Option<i64>, StoreError> {
    database
        .read(|tx| {
            Box::pin(async move {
                tx.row(&rooms::FORMER, values![imported::format()], |row| {
                    row.int("generation")
                })
                .await
            })
        })
        .await
}

/// Names the former read copy as the one in use; readers attach it with their next unit of work.
pub(super) async fn undo(database: &Sqlite) -> Result<ImportRecord, StoreError> {
    let path = database.path.clone();
    let (record, undone) = database
        .write(move |tx| {
            let path = path.clone();
            Box::pin(async move {
                let back = rooms::step_back(tx).await?;
                if generation::file_of(&path, back.0.generation).exists() {
                    Ok(back)
                } else {
                    Err(StoreError::Import("the former one's file is gone"))
                }
            })
        })
        .await?;
    let path = database.path.clone();
    blocking(move || {
        // What cannot be removed now the next import removes.
        let _ = std::fs::remove_file(generation::file_of(&path, undone));
        Ok(())
    })
    .await?;
    Ok(record)
}

fn new_file(file: &Path) -> Result<Connection, StoreError> {
    const DOING: &str = "making a new read copy";
    create_private(file)?;
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.execute_batch(UNJOURNALLED).doing(DOING)?;
    connection.execute_batch(&generation::tables("")).doing(DOING)?;
    Ok(connection)
}

struct SqliteStage {
    database: Arc<Sqlite>,
    file: PathBuf,
    generation: i64,
    expected: Expected,
    /// Away while a thread works on it; gone for good after that thread panicked.
    filling: Option<Filling>,
    /// Set by a check without defects, unset by more rows.
    checked: Option<Figures>,
}

/// What fills the file.
struct Filling {
    connection: Connection,
    keys: Arc<Keys>,
    lines: Lines,
}

#[async_trait]
impl Stage for SqliteStage {
    async fn append(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.checked = None;
        self.fill(move |filling| match batch {
            Batch::Employers(rows) => filling.insert(&rows),
            Batch::Members(rows) => filling.insert(&rows),
            Batch::Accounts(rows) => filling.insert(&rows),
            Batch::Entries(rows) => filling.insert(&rows),
            Batch::Loans(rows) => filling.insert(&rows),
            Batch::LoanEntries(rows) => filling.insert(&rows),
        })
        .await
    }

    async fn check(&mut self) -> Result<Vec<Defect>, StoreError> {
        let expected = self.expected.clone();
        let (figures, defects) = self.fill(move |filling| filling.check(&expected)).await?;
        self.checked = defects.is_empty().then_some(figures);
        Ok(defects)
    }

    async fn swap(self: Box<Self>, now: DateTime<Utc>) -> Result<ImportRecord, StoreError> {
        let stage = *self;
        let figures = stage
            .checked
            .ok_or(StoreError::Import("not checked, or with defects"))?;
        let (filling, file) = (stage.filling.ok_or(StoreError::Panicked)?, stage.file);
        blocking(move || {
            close(filling.connection, "closing the new read copy")?;
            generation::flush(&file).map_err(|source| match source.kind() {
                io::ErrorKind::NotFound => SUPERSEDED,
                _ => StoreError::File { path: file, source },
            })
        })
        .await?;
        let record = figures.record(stage.generation, stage.expected, now);
        let entered = Arc::new(record.clone());
        stage
            .database
            .write(move |tx| {
                let entered = Arc::clone(&entered);
                Box::pin(async move { rooms::make_current(tx, &entered).await })
            })
            .await?;
        let (path, generation) = (stage.database.path.clone(), record.generation);
        let kept: Vec<i64> = former(&stage.database).await?.into_iter().collect();
        blocking(move || {
            generation::clear_before(&path, generation, &kept);
            Ok(())
        })
        .await?;
        Ok(record)
    }

    async fn abandon(self: Box<Self>) -> Result<(), StoreError> {
        let stage = *self;
        let (filling, file) = (stage.filling, stage.file);
        // The file goes whether or not its connection closes well.
        let cleared = blocking(move || {
            let closed = filling.map_or(Ok(()), |filling| {
                close(filling.connection, "closing a read copy given up")
            });
            std::fs::remove_file(&file).map_err(|source| StoreError::File { path: file, source })?;
            closed
        });
        cleared.await?;
        rooms::give_up(&*stage.database, stage.generation).await
    }
}

impl SqliteStage {
    /// Works on the file, on a thread that may wait for it.
    async fn fill<T, F>(&mut self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Filling) -> Result<T, StoreError> + Send + 'static,
    {
        let mut filling = self.filling.take().ok_or(StoreError::Panicked)?;
        let (filling, result) = blocking(move || {
            let result = work(&mut filling);
            Ok((filling, result))
        })
        .await?;
        self.filling = Some(filling);
        result
    }
}

fn insert_sql<R: Stored>() -> String {
    let columns = imported::column_names::<R>();
    let places = vec!["?"; columns.len()].join(", ");
    format!(
        "INSERT INTO {} ({}) VALUES ({places})",
        R::TABLE,
        columns.join(", ")
    )
}

impl Filling {
    fn insert<R: Stored>(&mut self, rows: &[R]) -> Result<(), StoreError> {
        const DOING: &str = "staging rows";
        let transaction = self.connection.transaction().doing(DOING)?;
        {
            let mut statement = transaction.prepare_cached(&insert_sql::<R>()).doing(DOING)?;
            let mut values = Values::new();
            for row in rows {
                values.clear();
                row.put(&self.keys, &mut self.lines, &mut values)?;
                for (place, value) in (1..).zip(&values) {
                    statement.raw_bind_parameter(place, value).doing(DOING)?;
                }
                statement.raw_execute().doing(DOING)?;
            }
        }
        transaction.commit().doing(DOING)
    }

    fn check(&mut self, expected: &Expected) -> Result<(Figures, Vec<Defect>), StoreError> {
        let figures = self.figures()?;
        let mut defects = figures.against(expected);
        if self.index()? {
            for reference in Reference::ALL {
                defects.extend(reference.defect(self.found(&reference.dangling_sql())?));
            }
        } else {
            // Without its indexes the rest of the checks would take for ever, and there is enough to mend already.
            for unique in Unique::ALL {
                defects.extend(unique.defect(self.found(&unique.repeated_sql())?));
            }
        }
        Ok((figures, defects))
    }

    /// Makes the indexes; false when a unique one finds a repeated key.
    fn index(&mut self) -> Result<bool, StoreError> {
        match self.connection.execute_batch(INDEXES) {
            Ok(()) => Ok(true),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(false),
            Err(source) => Err(StoreError::Sqlite {
                doing: "indexing the read copy",
                source,
            }),
        }
    }

    fn found(&mut self, sql: &str) -> Result<Vec<(i64, String)>, StoreError> {
        const DOING: &str = "checking the read copy";
        let mut statement = self.connection.prepare(sql).doing(DOING)?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .doing(DOING)?;
        rows.collect::<Result<_, _>>().doing(DOING)
    }

    fn figures(&mut self) -> Result<Figures, StoreError> {
        const DOING: &str = "adding up the read copy";
        let mut statement = self.connection.prepare(imported::FIGURES).doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        let row: &dyn Row = known(rows.next().doing(DOING)?, "figures")?;
        decode::figures(row)
    }
}
