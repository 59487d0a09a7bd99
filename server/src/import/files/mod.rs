//! The six files: their names, their columns, and how a row becomes a typed one.
//!
//! The standard has more fields than the portal keeps. Those may stand in a file and are passed over; any other name is
//! refused, since it may be a misspelt one.

mod accounts;
mod employers;
mod entries;
mod loan_entries;
mod loans;
mod members;

use super::{
    cells::{CellFault, Cells, Column},
    seen::Seen,
    store::{Batch, Table},
};
use chrono::NaiveDate;
use fund::records::{Account, AccountEntry, Employer, LoanAccount, LoanEntry, Member};

/// A row of one of the files.
pub(super) trait Record: Sized + Send {
    /// The table it goes to.
    const TABLE: Table;
    /// The fields it is made of, each at its [`Column::at`].
    const COLUMNS: &'static [Column];
    /// Fields of the standard that may be there and are not wanted.
    const PASSED_OVER: &'static [&'static str];
    /// The amount the manifest has a total of.
    const TOTAL: Option<Column>;

    /// Reads one row by itself.
    fn read(cells: &Cells<'_>) -> Result<Self, CellFault>;

    /// Checks it against the rows before it, and hands on to `to` what is complete: itself, or lines of a ledger whose day
    /// is over.
    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault>;

    /// Notes, as far as its key can be read, that a wrong row was there.
    fn spoilt(cells: &Cells<'_>, line: u64, seen: &mut Seen);

    /// Checks what shows only at the file's end, and hands on what waited for it.
    fn finish(_seen: &mut Seen, _to: &mut Vec<Self>) -> Vec<CellFault> {
        Vec::new()
    }

    /// Rows as the store takes them.
    fn batch(rows: Vec<Self>) -> Batch;
}

/// Whether the day an account was closed fits the day it was opened and its status, in these columns.
fn closing_fits(
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
    may_be_closed: bool,
    [opening, closing, status]: [Column; 3],
) -> Result<(), CellFault> {
    let Some(closed_on) = closed_on else {
        return Ok(());
    };
    let is = if closed_on < opened_on {
        format!("lies before the day the account was opened ({})", opening.field)
    } else if may_be_closed {
        return Ok(());
    } else {
        format!("is there although the account is not closed ({})", status.field)
    };
    Err(CellFault::of(closing, is))
}

/// Whether the file has a column for this field.
pub(super) fn has_field(table: Table, field: &str) -> bool {
    let columns = match table {
        Table::Employer => Employer::COLUMNS,
        Table::Member => Member::COLUMNS,
        Table::Account => Account::COLUMNS,
        Table::Entry => AccountEntry::COLUMNS,
        Table::Loan => LoanAccount::COLUMNS,
        Table::LoanEntry => LoanEntry::COLUMNS,
    };
    columns.iter().any(|column| column.field == field)
}

#[cfg(test)]
mod tests {
    use super::super::names::file_of;
    use super::*;

    fn in_place<R: Record>() {
        for (at, column) in R::COLUMNS.iter().enumerate() {
            assert_eq!(column.at, at, "{} of {}", column.field, file_of(R::TABLE));
            assert!(!R::PASSED_OVER.contains(&column.field), "{}", column.field);
        }
    }

    #[test]
    fn columns_stand_where_they_say() {
        in_place::<Employer>();
        in_place::<Member>();
        in_place::<Account>();
        in_place::<AccountEntry>();
        in_place::<LoanAccount>();
        in_place::<LoanEntry>();
    }
}
