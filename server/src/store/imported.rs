//! How the rows of an import become rows of the read copy: the same for both stores.
//!
//! A row is written as [values](super::sql::Value), one for each column; the SQLite store binds them, the PostgreSQL store
//! writes them as `COPY` text.

mod cell;
mod records;

pub(super) use cell::Kind;
pub(super) use records::{Stored, Values, create_tables};

use crate::import::store::{Defect, Expected, ImportRecord, Table};
use chrono::{DateTime, Datelike as _, Utc};
use fund::money::Fen;
use fund::records::YearMonth;
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, sync::LazyLock};

/// Made after the filling, when sorting once is cheaper than keeping sorted. Each unique one is also a check: a repeated key,
/// or an account whose ledger lines stand apart, fails it.
pub(super) const INDEXES: &str = include_str!("imported/indexes.sql");

/// A number made of the tables and indexes: a read copy of another format is not read, and the next import replaces it.
pub(super) fn format() -> i32 {
    static FORMAT: LazyLock<i32> = LazyLock::new(|| {
        let tables = create_tables("", Kind::postgres, "");
        // Of a number below 2^31 nothing is lost.
        i32::try_from(key_of(&(tables + INDEXES)) >> 32).unwrap_or_default()
    });
    *FORMAT
}

/// The key of an account, employer or loan in the tables: the first 63 bits of the SHA-256 of its number.
///
/// A number made from the number itself needs no look-up while tens of millions of ledger lines stream in. Among two
/// million accounts the chance that any two meet is below one in four million; if they do, the unique index refuses
/// the import, and nobody sees another's account.
pub(super) fn key_of(number: &str) -> i64 {
    let digest = Sha256::digest(number.as_bytes());
    let mut first = [0; 8];
    for (to, from) in first.iter_mut().zip(digest) {
        *to = from;
    }
    i64::from_be_bytes(first) & i64::MAX
}

/// A month as `YYYYMM`.
pub(super) fn month_number(month: YearMonth) -> i64 {
    let first = month.first_day();
    i64::from(first.year()) * 100 + i64::from(first.month())
}

/// The month written as `YYYYMM`.
pub(super) fn month_of(number: i64) -> Option<YearMonth> {
    let year = i32::try_from(number / 100).ok()?;
    YearMonth::new(year, u32::try_from(number % 100).ok()?)
}

/// Numbers a ledger's lines as they come, each account's or loan's from 1.
#[derive(Debug, Default)]
pub(super) struct Lines {
    owner: String,
    key: i64,
    line: u32,
}

impl Lines {
    /// The [key](key_of) of the account or loan the next line belongs to, reckoned once for all its lines.
    pub(super) fn key(&mut self, owner: &str) -> i64 {
        if self.owner != owner {
            *self = Self {
                owner: owner.to_owned(),
                key: key_of(owner),
                line: 0,
            };
        }
        self.key
    }

    /// The number of that line.
    pub(super) fn next(&mut self) -> u32 {
        self.line += 1;
        self.line
    }
}

/// What is counted and summed of a staged set, to hold against the manifest and to record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Figures {
    pub(super) rows: [u64; 6],
    pub(super) balance: Fen,
    pub(super) loan_balance: Fen,
    pub(super) loan_entries: Fen,
}

/// Adds up a staged set, row by row of [`Figures`]; both databases understand it.
pub(super) const FIGURES: &str = "SELECT \
     (SELECT count(*) FROM employer) AS employer, (SELECT count(*) FROM member) AS member, \
     (SELECT count(*) FROM account) AS account, (SELECT count(*) FROM entry) AS entry, \
     (SELECT count(*) FROM loan) AS loan, (SELECT count(*) FROM loan_entry) AS loan_entry, \
     (SELECT CAST(coalesce(sum(balance), 0) AS BIGINT) FROM account) AS balance, \
     (SELECT CAST(coalesce(sum(balance), 0) AS BIGINT) FROM loan) AS loan_balance, \
     (SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM loan_entry) AS loan_entries";

/// The columns of a record's table, in the order in which they are written.
pub(super) fn column_names<R: Stored>() -> Vec<&'static str> {
    R::columns().iter().map(|column| column.name).collect()
}

impl Figures {
    /// The record of the import they were found in.
    pub(super) fn record(
        self,
        generation: i64,
        expected: Expected,
        finished_at: DateTime<Utc>,
    ) -> ImportRecord {
        ImportRecord {
            generation,
            as_of: expected.as_of,
            issuer: expected.issuer,
            finished_at,
            rows: self.rows,
            balance: self.balance,
            loan_balance: self.loan_balance,
        }
    }

    /// Where they differ from what the manifest says.
    pub(super) fn against(&self, expected: &Expected) -> Vec<Defect> {
        let mut defects = Vec::new();
        for ((table, expected), found) in Table::ALL.into_iter().zip(expected.rows).zip(self.rows) {
            if expected != found {
                defects.push(Defect::Rows {
                    table,
                    expected,
                    found,
                });
            }
        }
        for (table, expected, found) in [
            (Table::Account, expected.balance, self.balance),
            (Table::Loan, expected.loan_balance, self.loan_balance),
            (Table::LoanEntry, expected.loan_entries, self.loan_entries),
        ] {
            if expected != found {
                defects.push(Defect::Total {
                    table,
                    expected,
                    found,
                });
            }
        }
        defects
    }
}

/// Row counts as they stand in the table `import`: `employer=2 member=3 …`.
pub(super) fn counts_text(rows: &[u64; 6]) -> String {
    let counts: Vec<_> = Table::ALL
        .iter()
        .zip(rows)
        .map(|(table, rows)| format!("{table}={rows}"))
        .collect();
    counts.join(" ")
}

/// Reads what [`counts_text`] wrote.
pub(super) fn counts_of(text: &str) -> Option<[u64; 6]> {
    let counts: BTreeMap<&str, &str> = text
        .split(' ')
        .filter_map(|count| count.split_once('='))
        .collect();
    let mut rows = [0; 6];
    for (table, rows) in Table::ALL.iter().zip(&mut rows) {
        *rows = counts.get(table.name())?.parse().ok()?;
    }
    Some(rows)
}

/// A reference from one staged table to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    /// Where it stands.
    pub(super) table: Table,
    /// The column that holds it, and the one that names the row in a message.
    column: &'static str,
    name: &'static str,
    /// Where it leads, and the column it must be found in.
    pub(super) to: Table,
    key: &'static str,
    /// Looks at each ledger's first line only: the others name the same owner.
    first_line: bool,
}

impl Reference {
    /// Every reference there is.
    pub(super) const ALL: [Self; 6] = [
        Self::new(Table::Member, "employer", "account_no", Table::Employer, "key"),
        Self::new(Table::Member, "account", "account_no", Table::Account, "key"),
        Self::new(Table::Account, "key", "account_no", Table::Member, "account"),
        Self {
            first_line: true,
            ..Self::new(Table::Entry, "account", "serial", Table::Account, "key")
        },
        Self::new(Table::Loan, "account", "loan_no", Table::Account, "key"),
        Self {
            first_line: true,
            ..Self::new(Table::LoanEntry, "loan", "serial", Table::Loan, "key")
        },
    ];

    const fn new(
        table: Table,
        column: &'static str,
        name: &'static str,
        to: Table,
        key: &'static str,
    ) -> Self {
        Self {
            table,
            column,
            name,
            to,
            key,
            first_line: false,
        }
    }

    /// Some of the rows whose reference leads nowhere, each with the count of all: both databases understand it.
    pub(super) fn dangling_sql(&self) -> String {
        let Self {
            table,
            column,
            name,
            to,
            key,
            first_line,
        } = self;
        let first = if *first_line { "r.line = 1 AND " } else { "" };
        format!(
            "SELECT count(*) OVER (), r.{name} FROM {table} r \
             WHERE {first}NOT EXISTS (SELECT 1 FROM {to} o WHERE o.{key} = r.{column}) LIMIT {EXAMPLES}"
        )
    }

    /// The defect, if the query found rows.
    pub(super) fn defect(&self, found: Vec<(i64, String)>) -> Option<Defect> {
        let count = u64::try_from(found.first()?.0).unwrap_or(0);
        let examples = found.into_iter().map(|(_, name)| name).collect();
        Some(Defect::Dangling {
            table: self.table,
            missing: self.to,
            count,
            examples,
        })
    }
}

/// How many examples a defect shows.
const EXAMPLES: u32 = 5;

/// A column, or columns, no two rows of a table share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unique {
    pub(super) table: Table,
    columns: &'static str,
    name: &'static str,
}

impl Unique {
    /// Every one there is.
    pub(super) const ALL: [Self; 6] = [
        Self {
            table: Table::Employer,
            columns: "key",
            name: "employer_no",
        },
        Self {
            table: Table::Member,
            columns: "account",
            name: "account_no",
        },
        Self {
            table: Table::Account,
            columns: "key",
            name: "account_no",
        },
        Self {
            table: Table::Entry,
            columns: "account, line",
            name: "serial",
        },
        Self {
            table: Table::Loan,
            columns: "key",
            name: "loan_no",
        },
        Self {
            table: Table::LoanEntry,
            columns: "loan, line",
            name: "serial",
        },
    ];

    /// Some of the repeated keys, each with the count of all. Slow: asked only when the unique index failed.
    pub(super) fn repeated_sql(&self) -> String {
        let Self { table, columns, name } = self;
        format!(
            "SELECT count(*) OVER (), min({name}) FROM {table} GROUP BY {columns} HAVING count(*) > 1 LIMIT {EXAMPLES}"
        )
    }

    /// The defect, if the query found rows.
    pub(super) fn defect(&self, found: Vec<(i64, String)>) -> Option<Defect> {
        let count = u64::try_from(found.first()?.0).unwrap_or(0);
        let examples = found.into_iter().map(|(_, name)| name).collect();
        Some(Defect::Repeated {
            table: self.table,
            count,
            examples,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_within_their_owner() {
        let mut lines = Lines::default();
        let mut number = |owner| {
            assert_eq!(lines.key(owner), key_of(owner));
            lines.next()
        };
        let numbers = ["7", "7", "9", "9", "9", "7"].map(&mut number);
        assert_eq!(
            numbers,
            [1, 2, 1, 2, 3, 1],
            "an owner that comes again starts over, and fails the index"
        );
    }

    #[test]
    fn counts_and_months_read_back() {
        let rows = [1, 2, 3, 40, 5, 6];
        assert_eq!(counts_of(&counts_text(&rows)), Some(rows));
        assert_eq!(counts_of("employer=1"), None);
        let month = YearMonth::new(2026, 11).unwrap();
        assert_eq!(month_number(month), 202_611);
        assert_eq!(month_of(202_611), Some(month));
        assert_eq!(month_of(202_613), None);
        assert_eq!(month_of(-1), None);
    }

    #[test]
    fn keys_are_positive_and_differ() {
        assert!(key_of("4212000017") > 0);
        assert_ne!(key_of("4212000017"), key_of("4212000018"));
    }
}
