//! What a record is made of, as columns of the read copy: how each type of value is kept, written and read back.

use crate::store::{
    error::{StoreError, known},
    sql::{Row, Value},
};
use chrono::NaiveDate;
use fund::{
    money::Fen,
    months::Months,
    rate::Rate,
    records::{
        AccountNo, AccountStatus, BranchCode, ContractNo, EmployerNo, EmployerStatus, EntryKind, Guarantee,
        LoanEntryKind, LoanKind, LoanMethod, LoanNo, NextInstalment, PaperKind, RiskClass, Serial,
        WithdrawalReason, WithdrawalWay, YearMonth,
    },
};
use rust_decimal::Decimal;

/// What a column holds, which each database has its own name for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Kind {
    /// A count, a code's number, a month as `YYYYMM`.
    Integer,
    /// A key, an amount in fen.
    Long,
    Text,
    Bytes,
    Date,
    Flag,
}

impl Kind {
    /// The column's type in a SQLite table that is `STRICT`.
    pub(in crate::store) const fn sqlite(self) -> &'static str {
        match self {
            Self::Integer | Self::Long | Self::Date | Self::Flag => "INTEGER",
            Self::Text => "TEXT",
            Self::Bytes => "BLOB",
        }
    }

    /// The column's type in PostgreSQL.
    pub(in crate::store) const fn postgres(self) -> &'static str {
        match self {
            Self::Integer => "INTEGER",
            Self::Long => "BIGINT",
            Self::Text => "TEXT",
            Self::Bytes => "BYTEA",
            Self::Date => "DATE",
            Self::Flag => "BOOLEAN",
        }
    }

    const fn null(self) -> Value<'static> {
        match self {
            Self::Integer | Self::Long | Self::Flag => Value::Int(None),
            Self::Text => Value::Text(None),
            Self::Bytes => Value::Bytes(None),
            Self::Date => Value::Date(None),
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Column {
    pub(in crate::store) name: &'static str,
    pub(in crate::store) kind: Kind,
    pub(in crate::store) nullable: bool,
}

impl Column {
    pub(super) const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            nullable: false,
        }
    }

    pub(super) const fn nullable(self) -> Self {
        Self {
            nullable: true,
            ..self
        }
    }
}

/// A value that stands in one column.
pub(super) trait Cell: Sized {
    const KIND: Kind;

    fn write(&self) -> Value<'_>;

    /// Nothing where the column is null.
    fn read(row: &dyn Row, column: &'static str) -> Result<Option<Self>, StoreError>;
}

/// A record's field: one column of its name, or several.
pub(super) trait Field: Sized {
    fn columns(name: &'static str) -> Vec<Column>;

    fn put<'r>(&'r self, to: &mut Vec<Value<'r>>);

    fn take(row: &dyn Row, name: &'static str) -> Result<Self, StoreError>;
}

impl<T: Cell> Field for Option<T> {
    fn columns(name: &'static str) -> Vec<Column> {
        vec![Column::new(name, T::KIND).nullable()]
    }

    fn put<'r>(&'r self, to: &mut Vec<Value<'r>>) {
        to.push(self.as_ref().map_or(T::KIND.null(), T::write));
    }

    fn take(row: &dyn Row, name: &'static str) -> Result<Self, StoreError> {
        T::read(row, name)
    }
}

/// Types of values, each with its kind of column, how it is written and how it is read.
macro_rules! cells {
    ($($type:ty: $kind:ident, |$value:ident| $write:expr, |$row:ident, $column:ident| $read:expr;)+) => {$(
        impl Cell for $type {
            const KIND: Kind = Kind::$kind;

            fn write(&self) -> Value<'_> {
                let $value = self;
                Value::from($write)
            }

            fn read($row: &dyn Row, $column: &'static str) -> Result<Option<Self>, StoreError> {
                $read
            }
        }

        impl Field for $type {
            fn columns(name: &'static str) -> Vec<Column> {
                vec![Column::new(name, Self::KIND)]
            }

            fn put<'r>(&'r self, to: &mut Vec<Value<'r>>) {
                to.push(self.write());
            }

            fn take(row: &dyn Row, name: &'static str) -> Result<Self, StoreError> {
                known(Self::read(row, name)?, name)
            }
        }
    )+};
}

cells! {
    bool: Flag, |flag| *flag, |row, column| row.maybe_flag(column);
    u8: Integer, |count| *count, |row, column| row.maybe_small(column);
    u16: Integer, |count| *count, |row, column| row.maybe_small(column);
    u32: Integer, |count| *count, |row, column| row.maybe_small(column);
    Fen: Long, |amount| *amount, |row, column| Ok(row.maybe_int(column)?.map(Fen::new));
    NaiveDate: Date, |day| *day, |row, column| row.maybe_date(column);
    YearMonth: Integer, |month| super::month_number(*month), |row, column| row.maybe_month(column);
    String: Text, |text| text, |row, column| row.optional_text(column);
    Decimal: Text, |number| number.to_string(), |row, column| row.maybe_parsed(column, |text| text.parse().ok());
    Rate: Text, |rate| rate.to_string(), |row, column| row.maybe_parsed(column, |text| text.parse().ok());
    Months: Integer, |months| months.get(), |row, column| match row.maybe_small::<i64>(column)? {
        Some(months) => known(u32::try_from(months).ok().and_then(|months| Months::new(months).ok()), column).map(Some),
        None => Ok(None),
    };
}

/// Codes of the standard, kept as their two digits.
macro_rules! codes {
    ($($type:ty),+ $(,)?) => {
        cells! { $($type: Text, |code| code.code(), |row, column| row.maybe_parsed(column, Self::from_code);)+ }
    };
}

codes! {
    AccountStatus, EmployerStatus, EntryKind, Guarantee, LoanEntryKind, LoanKind, LoanMethod, PaperKind, RiskClass,
    WithdrawalReason, WithdrawalWay,
}

/// Numbers as the core system writes them.
macro_rules! numbers {
    ($($type:ty),+ $(,)?) => {
        cells! { $(
            $type: Text, |number| number.as_str(),
            |row, column| row.maybe_parsed(column, |text| Self::parse(text).ok());
        )+ }
    };
}

numbers! { AccountNo, BranchCode, ContractNo, EmployerNo, LoanNo, Serial }

/// Five columns: amounts of zero where there is no next instalment.
impl Field for Option<NextInstalment> {
    fn columns(_: &'static str) -> Vec<Column> {
        vec![
            Column::new("next_number", Kind::Integer).nullable(),
            Column::new("next_due_on", Kind::Date).nullable(),
            Column::new("next_payment", Kind::Long),
            Column::new("next_principal", Kind::Long),
            Column::new("next_interest", Kind::Long),
        ]
    }

    fn put<'r>(&'r self, to: &mut Vec<Value<'r>>) {
        let amount = |of: fn(&NextInstalment) -> Fen| Value::from(self.as_ref().map_or(Fen::ZERO, of));
        to.extend([
            Value::from(self.map(|next| next.number)),
            Value::from(self.map(|next| next.due_on)),
            amount(|next| next.payment),
            amount(|next| next.principal),
            amount(|next| next.interest),
        ]);
    }

    fn take(row: &dyn Row, _: &'static str) -> Result<Self, StoreError> {
        let (number, due_on) = (row.maybe_small("next_number")?, row.maybe_date("next_due_on")?);
        let Some((number, due_on)) = number.zip(due_on) else {
            return Ok(None);
        };
        Ok(Some(NextInstalment {
            number,
            due_on,
            payment: row.fen("next_payment")?,
            principal: row.fen("next_principal")?,
            interest: row.fen("next_interest")?,
        }))
    }
}
