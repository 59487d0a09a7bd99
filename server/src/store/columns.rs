//! Reading a row's columns as what they must be, whichever database they come from.

use super::{
    error::{StoreError, known},
    sql::Row,
};
use crate::seal::PersonKey;
use chrono::{DateTime, NaiveDate, Utc};
use fund::money::Fen;
use fund::records::YearMonth;

/// A value that cannot be what was asked for is [`StoreError::Corrupt`].
impl dyn Row + '_ {
    pub(super) fn int(&self, column: &'static str) -> Result<i64, StoreError> {
        known(self.maybe_int(column)?, column)
    }

    /// An integer of a narrower type.
    pub(super) fn small<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T, StoreError> {
        known(T::try_from(self.int(column)?).ok(), column)
    }

    pub(super) fn maybe_small<T: TryFrom<i64>>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        match self.maybe_int(column)? {
            Some(int) => known(T::try_from(int).ok(), column).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn fen(&self, column: &'static str) -> Result<Fen, StoreError> {
        self.int(column).map(Fen::new)
    }

    pub(super) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        known(self.maybe_text(column)?, column).map(Into::into)
    }

    pub(super) fn optional_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        Ok(self.maybe_text(column)?.map(Into::into))
    }

    /// Text that must parse.
    pub(super) fn parsed<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        known(parse(&known(self.maybe_text(column)?, column)?), column)
    }

    pub(super) fn maybe_parsed<T>(
        &self,
        column: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        match self.maybe_text(column)? {
            Some(text) => known(parse(&text), column).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn bytes(&self, column: &'static str) -> Result<std::borrow::Cow<'_, [u8]>, StoreError> {
        known(self.maybe_bytes(column)?, column)
    }

    pub(super) fn person(&self, column: &'static str) -> Result<PersonKey, StoreError> {
        known(PersonKey::from_bytes(&self.bytes(column)?), column)
    }

    pub(super) fn maybe_person(&self, column: &'static str) -> Result<Option<PersonKey>, StoreError> {
        match self.maybe_bytes(column)? {
            Some(bytes) => known(PersonKey::from_bytes(&bytes), column).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn instant(&self, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
        known(self.maybe_instant(column)?, column)
    }

    pub(super) fn date(&self, column: &'static str) -> Result<NaiveDate, StoreError> {
        known(self.maybe_date(column)?, column)
    }

    pub(super) fn maybe_month(&self, column: &'static str) -> Result<Option<YearMonth>, StoreError> {
        match self.maybe_int(column)? {
            Some(number) => known(super::imported::month_of(number), column).map(Some),
            None => Ok(None),
        }
    }
}
