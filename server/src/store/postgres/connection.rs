//! A connection: how values and rows are encoded, and the [`Transaction`] a unit of work sees.

use crate::store::{
    error::{Doing as _, StoreError},
    sql::{Row, Sql, Taker, Transaction, Value},
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{
    Decode, PgConnection, Postgres, Row as _, Type,
    postgres::{PgArguments, PgRow},
    query::Query,
};
use std::borrow::Cow;

const READING: &str = "reading a row";

/// The connection of a unit of work.
pub(super) struct OnConnection<'c>(pub(super) &'c mut PgConnection);

#[async_trait]
impl Transaction for OnConnection<'_> {
    async fn run(&mut self, sql: &Sql, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let done = bind(sql, values).execute(&mut *self.0).await.doing(sql.doing)?;
        Ok(done.rows_affected())
    }

    async fn query(
        &mut self,
        sql: &Sql,
        values: &[Value<'_>],
        take: &mut Taker<'_>,
    ) -> Result<(), StoreError> {
        let rows = bind(sql, values).fetch_all(&mut *self.0).await.doing(sql.doing)?;
        rows.iter().try_for_each(|row| take(row))
    }
}

fn bind<'q>(sql: &Sql, values: &'q [Value<'_>]) -> Query<'q, Postgres, PgArguments> {
    values
        .iter()
        .fold(sqlx::query(sql.postgres), |query, value| match value {
            Value::Int(value) => query.bind(value),
            Value::Flag(value) => query.bind(value),
            Value::Text(value) => query.bind(value.as_deref()),
            Value::Bytes(value) => query.bind(value.as_deref()),
            Value::Instant(value) => query.bind(value),
            Value::Date(value) => query.bind(value),
            Value::Texts(value) => query.bind(*value),
        })
}

fn get<'r, T>(row: &'r PgRow, column: &'static str) -> Result<Option<T>, StoreError>
where
    T: Decode<'r, Postgres> + Type<Postgres>,
{
    row.try_get(column).doing(READING)
}

impl Row for PgRow {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        // PostgreSQL is strict about widths, the domain types check their own ranges.
        match self.try_get::<Option<i64>, _>(column) {
            Err(sqlx::Error::ColumnDecode { .. }) => Ok(get::<i32>(self, column)?.map(i64::from)),
            other => other.doing(READING),
        }
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<Cow<'_, str>>, StoreError> {
        Ok(get::<&str>(self, column)?.map(Cow::Borrowed))
    }

    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Cow<'_, [u8]>>, StoreError> {
        Ok(get::<&[u8]>(self, column)?.map(Cow::Borrowed))
    }

    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError> {
        get(self, column)
    }

    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
        get(self, column)
    }

    fn maybe_flag(&self, column: &'static str) -> Result<Option<bool>, StoreError> {
        get(self, column)
    }
}
