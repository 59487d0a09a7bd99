//! What the rooms speak to a database in: statements, values, rows, transactions. Each room's unit of work is written
//! once in these words (`rooms/`); what differs between the databases is behind [`Transaction`] and [`Database`].

use super::error::StoreError;
use crate::{
    import::store::{Expected, ImportRecord, Stage},
    seal::{Keys, LastFourProof, PersonKey},
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use fund::money::Fen;
use std::{borrow::Cow, future::Future, path::Path, pin::Pin, sync::Arc};

/// A statement and what it does, in words for the log. Its parameters are `$1`, `$2`, … on both databases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sql {
    pub(super) doing: &'static str,
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

impl Sql {
    /// A statement that both databases understand.
    pub(super) const fn new(doing: &'static str, text: &'static str) -> Self {
        Self::apart(doing, text, text)
    }

    /// A statement that the databases say differently.
    pub(super) const fn apart(doing: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
        Self {
            doing,
            sqlite,
            postgres,
        }
    }
}

/// `concat!` for constants.
macro_rules! concatenated {
    ($($part:expr),+ $(,)?) => {{
        const PARTS: &[&str] = &[$($part),+];
        const TEXT: [u8; crate::store::sql::length(PARTS)] = crate::store::sql::bytes(PARTS);
        match std::str::from_utf8(&TEXT) {
            Ok(text) => text,
            Err(_) => "",
        }
    }};
}
pub(super) use concatenated;

pub(super) const fn length(parts: &[&str]) -> usize {
    let (mut at, mut length) = (0, 0);
    while at < parts.len() {
        length += parts[at].len();
        at += 1;
    }
    length
}

pub(super) const fn bytes<const LENGTH: usize>(parts: &[&str]) -> [u8; LENGTH] {
    let (mut text, mut end, mut at) = ([0; LENGTH], 0, 0);
    while at < parts.len() {
        let (part, mut from) = (parts[at].as_bytes(), 0);
        while from < part.len() {
            text[end] = part[from];
            end += 1;
            from += 1;
        }
        at += 1;
    }
    text
}

/// A value on its way into a database. Each database encodes instants, dates and lists its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Int(Option<i64>),
    Flag(bool),
    Text(Option<Cow<'a, str>>),
    Bytes(Option<Cow<'a, [u8]>>),
    Instant(Option<DateTime<Utc>>),
    Date(Option<NaiveDate>),
    /// A list, for the databases' own forms of "is one of".
    Texts(&'a [&'a str]),
}

macro_rules! value_from {
    ($($type:ty => |$value:ident| $into:expr),+ $(,)?) => {
        $(impl<'a> From<$type> for Value<'a> {
            fn from($value: $type) -> Self {
                $into
            }
        })+
    };
}

value_from! {
    i64 => |int| Value::Int(Some(int)),
    i32 => |int| Value::Int(Some(int.into())),
    u32 => |int| Value::Int(Some(int.into())),
    u16 => |int| Value::Int(Some(int.into())),
    u8 => |int| Value::Int(Some(int.into())),
    Option<i64> => |int| Value::Int(int),
    Option<u16> => |int| Value::Int(int.map(i64::from)),
    Option<u8> => |int| Value::Int(int.map(i64::from)),
    bool => |flag| Value::Flag(flag),
    Fen => |amount| Value::Int(Some(amount.get())),
    String => |text| Value::Text(Some(Cow::Owned(text))),
    &'a str => |text| Value::Text(Some(Cow::Borrowed(text))),
    &'a String => |text| Value::Text(Some(Cow::Borrowed(text))),
    Option<&'a str> => |text| Value::Text(text.map(Cow::Borrowed)),
    Vec<u8> => |bytes| Value::Bytes(Some(Cow::Owned(bytes))),
    Option<Vec<u8>> => |bytes| Value::Bytes(bytes.map(Cow::Owned)),
    &'a [u8] => |bytes| Value::Bytes(Some(Cow::Borrowed(bytes))),
    Option<&'a [u8]> => |bytes| Value::Bytes(bytes.map(Cow::Borrowed)),
    &'a PersonKey => |person| Value::Bytes(Some(Cow::Borrowed(person.as_bytes()))),
    Option<&'a PersonKey> => |person| Value::Bytes(person.map(|person| Cow::Borrowed(person.as_bytes()))),
    &'a LastFourProof => |proof| Value::Bytes(Some(Cow::Borrowed(proof.as_bytes()))),
    Option<&'a LastFourProof> => |proof| Value::Bytes(proof.map(|proof| Cow::Borrowed(proof.as_bytes()))),
    Option<DateTime<Utc>> => |instant| Value::Instant(instant),
    DateTime<Utc> => |instant| Value::Instant(Some(instant)),
    NaiveDate => |date| Value::Date(Some(date)),
    Option<NaiveDate> => |date| Value::Date(date),
    &'a [&'a str] => |list| Value::Texts(list),
}

/// The values of a statement's parameters, `$1` first.
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        &[$($crate::store::sql::Value::from($value)),*]
    };
}
pub(super) use values;

/// A row's columns by name, as the database hands them over; see [`columns`](super::columns) for what they can be read as.
pub(super) trait Row {
    fn maybe_int(&self, column: &'static str) -> Result<Option<i64>, StoreError>;
    fn maybe_text(&self, column: &'static str) -> Result<Option<Cow<'_, str>>, StoreError>;
    fn maybe_bytes(&self, column: &'static str) -> Result<Option<Cow<'_, [u8]>>, StoreError>;
    fn maybe_instant(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, StoreError>;
    fn maybe_date(&self, column: &'static str) -> Result<Option<NaiveDate>, StoreError>;
    fn maybe_flag(&self, column: &'static str) -> Result<Option<bool>, StoreError>;
}

/// Takes a row; its error ends the query.
pub(super) type Taker<'t> = dyn FnMut(&dyn Row) -> Result<(), StoreError> + Send + 't;

/// The connection a unit of work runs on.
#[async_trait]
pub(super) trait Transaction: Send {
    /// Runs a statement; how many rows it changed.
    async fn run(&mut self, sql: &Sql, values: &[Value<'_>]) -> Result<u64, StoreError>;

    /// Runs a query and hands over each row.
    async fn query(
        &mut self,
        sql: &Sql,
        values: &[Value<'_>],
        take: &mut Taker<'_>,
    ) -> Result<(), StoreError>;
}

impl dyn Transaction + '_ {
    /// Runs a query; all its rows, decoded.
    pub(super) async fn rows<T: Send>(
        &mut self,
        sql: &Sql,
        values: &[Value<'_>],
        mut decode: impl FnMut(&dyn Row) -> Result<T, StoreError> + Send,
    ) -> Result<Vec<T>, StoreError> {
        let mut rows = Vec::new();
        self.query(sql, values, &mut |row| {
            rows.push(decode(row)?);
            Ok(())
        })
        .await?;
        Ok(rows)
    }

    /// Runs a query; its first row, decoded, if there is one.
    pub(super) async fn row<T: Send>(
        &mut self,
        sql: &Sql,
        values: &[Value<'_>],
        mut decode: impl FnMut(&dyn Row) -> Result<T, StoreError> + Send,
    ) -> Result<Option<T>, StoreError> {
        let mut first = None;
        self.query(sql, values, &mut |row| {
            if first.is_none() {
                first = Some(decode(row)?);
            }
            Ok(())
        })
        .await?;
        Ok(first)
    }
}

/// A unit of work under way.
pub(super) type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'c>>;

/// A database the rooms can live in.
#[async_trait]
pub(super) trait Database: Send + Sync + Sized + 'static {
    /// Runs a unit of work that writes, in one transaction; returns when it is durable, or undone. It may be run again
    /// from the start when another transaction got in its way, so it holds nothing but its own values.
    async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static;

    /// Runs a unit of work that only reads. The read copy's tables are in the schema `imported`, empty before the first
    /// import. Each statement sees what was committed when it began. Never waits for who writes.
    async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + Sync + 'static;

    /// Whether it can answer and write now.
    async fn ready(&self) -> Result<(), StoreError>;

    /// Bytes free where the database lies, if that is a place of ours.
    fn free_space(&self) -> Option<u64>;

    /// Writes a consistent copy to `path`.
    async fn backup(&self, path: &Path) -> Result<(), StoreError>;

    /// Finishes what is under way and closes.
    async fn close(&self);

    /// Puts the former read copy back in the place of the present one; its record.
    async fn undo_import(&self) -> Result<ImportRecord, StoreError>;

    /// Makes the tables of a read copy for the import entered as `generation`, while `current` is in use.
    async fn stage(
        self: &Arc<Self>,
        generation: i64,
        current: Option<i64>,
        expected: Expected,
        keys: Arc<Keys>,
    ) -> Result<Box<dyn Stage>, StoreError>;
}
