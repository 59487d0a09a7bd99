//! Reading a row's columns as what they must be, whichever database they come from.

use super::error::{Doing as _, StoreError, known};
use crate::{import::rows::YearMonth, seal::PersonKey};
use chrono::{DateTime, NaiveDate, Utc};
use fund::money::Fen;
use sqlx::{ColumnIndex, Decode, Row, Type, postgres::PgRow, sqlite::SqliteRow};

const READING: &str = "reading a row";

/// A row's columns by name. A value that cannot be what was asked for is [`StoreError::Corrupt`].
pub(super) trait Columns {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError>;
    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError>;
    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError>;
    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError>;
    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError>;
    fn flag(&self, column: &'static str) -> Result<bool, StoreError>;

    fn int(&self, column: &'static str) -> Result<i64, StoreError> {
        known(self.maybe_int(column)?, column)
    }

    /// An integer of a narrower type.
    fn small<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T, StoreError> {
        known(T::try_from(self.int(column)?).ok(), column)
    }

    fn maybe_small<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        match self.maybe_int(column)? {
            Some(int) => known(T::try_from(int).ok(), column).map(Some),
            None => Ok(None),
        }
    }

    fn fen(&self, column: &'static str) -> Result<Fen, StoreError> {
        self.int(column).map(Fen::new)
    }

    fn text(&self, column: &'static str) -> Result<String, StoreError> {
        known(self.maybe_text(column)?, column)
    }

    /// Text that must parse.
    fn parsed<T>(&self, column: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        known(parse(&self.text(column)?), column)
    }

    fn maybe_parsed<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        match self.maybe_text(column)? {
            Some(text) => known(parse(&text), column).map(Some),
            None => Ok(None),
        }
    }

    fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        known(self.maybe_bytes(column)?, column)
    }

    fn person(&self, column: &'static str) -> Result<PersonKey, StoreError> {
        known(PersonKey::from_bytes(&self.bytes(column)?), column)
    }

    fn maybe_person(&self, column: &'static str) -> Result<Option<PersonKey>, StoreError> {
        match self.maybe_bytes(column)? {
            Some(bytes) => known(PersonKey::from_bytes(&bytes), column).map(Some),
            None => Ok(None),
        }
    }

    fn instant(&self, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
        known(self.maybe_instant(column)?, column)
    }

    fn date(&self, column: &'static str) -> Result<NaiveDate, StoreError> {
        known(self.maybe_date(column)?, column)
    }

    fn maybe_month(&self, column: &'static str) -> Result<Option<YearMonth>, StoreError> {
        match self.maybe_int(column)? {
            Some(number) => known(super::imported::month_of(number), column).map(Some),
            None => Ok(None),
        }
    }
}

fn get<'r, R, T>(row: &'r R, column: &'static str) -> Result<Option<T>, StoreError>
where
    R: Row,
    &'static str: ColumnIndex<R>,
    T: Decode<'r, R::Database> + Type<R::Database>,
{
    row.try_get(column).doing(READING)
}

impl Columns for SqliteRow {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        get(self, column)
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        get(self, column)
    }

    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        get(self, column)
    }

    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError> {
        match self.maybe_int(column)? {
            Some(millis) => known(super::sqlite::instant(millis), column).map(Some),
            None => Ok(None),
        }
    }

    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
        match self.maybe_int(column)? {
            Some(number) => known(super::sqlite::date(number), column).map(Some),
            None => Ok(None),
        }
    }

    fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        self.int(column).map(|int| int != 0)
    }
}

impl Columns for PgRow {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        // PostgreSQL is strict about widths, the domain types check their own ranges.
        match self.try_get::<Option<i64>, _>(column) {
            Err(sqlx::Error::ColumnDecode { .. }) => Ok(get::<_, i32>(self, column)?.map(i64::from)),
            other => other.doing(READING),
        }
    }

    fn maybe_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        get(self, column)
    }

    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        get(self, column)
    }

    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError> {
        get(self, column)
    }

    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError> {
        get(self, column)
    }

    fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        known(get(self, column)?, column)
    }
}
