//! A connection: how it is opened, how values and rows are encoded, and the [`Transaction`] a unit of work sees.
//!
//! Instants are milliseconds since 1970, dates `YYYYMMDD`, flags 0 and 1, lists JSON.

use super::encoding::{date, instant, millis, number};
use crate::store::{
    error::{Doing as _, StoreError, known},
    sql::{Row, Sql, Taker, Transaction, Value},
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{
    Connection, OpenFlags, Statement, ToSql,
    config::DbConfig,
    types::{ToSqlOutput, ValueRef},
};
use std::{borrow::Cow, path::Path, time::Duration};

/// How long to wait for another process (a backup, an import's swap) to let go of the database.
const BUSY: Duration = Duration::from_secs(10);
/// Statements kept prepared: more than there are.
const PREPARED: usize = 256;

const READING: &str = "reading a row";

/// A connection that writes: durable when COMMIT returns. Its log is carried over into the database less often than SQLite
/// would by itself, at 16 MB and not at 4: each time, everybody in the group waits, and a page changed often is written once.
pub(super) fn open_writing(path: &Path) -> Result<Connection, StoreError> {
    // Never makes one: that is `migrate`'s, which sees to who may read it.
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
             PRAGMA wal_autocheckpoint = 4000",
        )
        .doing("opening the writing connection")?;
    Ok(connection)
}

/// A connection that only reads. It is opened for writing all the same: only so can the empty read copy be attached to it.
pub(super) fn open_reading(path: &Path) -> Result<Connection, StoreError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    read_only(&connection, true)?;
    Ok(connection)
}

/// Has the connection refuse to write, or not.
pub(super) fn read_only(connection: &Connection, on: bool) -> Result<(), StoreError> {
    connection
        .pragma_update(None, "query_only", on)
        .doing("opening a reading connection")
}

pub(super) fn open(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    // No mutex: a connection is one thread's at a time. URIs: read copies are attached by one.
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(path, flags).doing("opening the database")?;
    connection.busy_timeout(BUSY).doing("opening the database")?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // A statement is planned once, whatever it is run with: otherwise some are planned anew at every run.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .doing("opening the database")?;
    Ok(connection)
}

/// The connection of a unit of work. Its futures are ready at once: what waits for SQLite waits on this thread.
pub(super) struct OnThread<'c>(pub(super) &'c mut Connection);

#[async_trait]
impl Transaction for OnThread<'_> {
    async fn run(&mut self, sql: &Sql, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let mut statement = self.0.prepare_cached(sql.sqlite).doing(sql.doing)?;
        bind(&mut statement, values).doing(sql.doing)?;
        let changed = statement.raw_execute().doing(sql.doing)?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    async fn query(
        &mut self,
        sql: &Sql,
        values: &[Value<'_>],
        take: &mut Taker<'_>,
    ) -> Result<(), StoreError> {
        let mut statement = self.0.prepare_cached(sql.sqlite).doing(sql.doing)?;
        bind(&mut statement, values).doing(sql.doing)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().doing(sql.doing)? {
            take(row)?;
        }
        Ok(())
    }
}

/// Binds `$1`, `$2`, …, which SQLite takes for names.
fn bind(statement: &mut Statement<'_>, values: &[Value<'_>]) -> rusqlite::Result<()> {
    const NAMES: [&str; 16] = [
        "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16",
    ];
    debug_assert!(values.len() <= NAMES.len());
    for (name, value) in NAMES.iter().zip(values) {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    Ok(())
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let int = |int: Option<i64>| int.map_or(ValueRef::Null, ValueRef::Integer);
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Int(value) => int(*value),
            Value::Flag(flag) => ValueRef::Integer((*flag).into()),
            Value::Instant(instant) => int(instant.map(millis)),
            Value::Date(date) => int(date.map(number)),
            Value::Text(text) => text
                .as_ref()
                .map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => bytes
                .as_ref()
                .map_or(ValueRef::Null, |bytes| ValueRef::Blob(bytes)),
            Value::Texts(list) => {
                let json = serde_json::to_string(list)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
                return Ok(json.into());
            }
        }))
    }
}

impl Row for rusqlite::Row<'_> {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        self.get(column).doing(READING)
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<Cow<'_, str>>, StoreError> {
        let text = self.get_ref(column).doing(READING)?.as_str_or_null();
        text.map(|text| text.map(Cow::Borrowed))
            .map_err(|_| corrupt(column))
    }

    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Cow<'_, [u8]>>, StoreError> {
        let bytes = self.get_ref(column).doing(READING)?.as_blob_or_null();
        bytes
            .map(|bytes| bytes.map(Cow::Borrowed))
            .map_err(|_| corrupt(column))
    }

    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError> {
        match self.maybe_int(column)? {
            Some(millis) => known(instant(millis), column).map(Some),
            None => Ok(None),
        }
    }

    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
        match self.maybe_int(column)? {
            Some(number) => known(date(number), column).map(Some),
            None => Ok(None),
        }
    }

    fn maybe_flag(&self, column: &'static str) -> Result<Option<bool>, StoreError> {
        Ok(self.maybe_int(column)?.map(|int| int != 0))
    }
}

fn corrupt(column: &'static str) -> StoreError {
    StoreError::Corrupt {
        column,
        reason: "not a value of this type",
    }
}
