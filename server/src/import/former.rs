//! Whether an export stands well beside the one in use: it should not be older, not empty, and not much smaller. Last month's
//! folder, or one whose export broke off, may be sound in itself.

use super::{
    error::ImportError,
    names::file_of,
    store::{Expected, ImportRecord, Table},
};

/// What the export may be beside the one in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Former {
    /// Not older, not empty, not much smaller.
    MustFit,
    /// Anything: whoever runs the import means it so.
    MayDiffer,
}

/// The files whose rows stay from one export to the next. Ledgers are left out: what is long past may be brought forward.
const LASTING: [Table; 4] = [Table::Employer, Table::Member, Table::Account, Table::Loan];
/// A tenth of the rows of a file may go from one export to the next.
const MAY_GO: u64 = 10;

/// Refuses what stands oddly beside the import in use; all reasons at once.
pub(super) fn check(expected: &Expected, former: Option<&ImportRecord>) -> Result<(), ImportError> {
    let mut odd = Vec::new();
    let rows = |rows: &[u64; 6], table| {
        let mut counts = Table::ALL.into_iter().zip(rows);
        counts.find(|(of, _)| *of == table).map_or(0, |(_, rows)| *rows)
    };
    for table in [Table::Employer, Table::Member, Table::Account] {
        if rows(&expected.rows, table) == 0 {
            odd.push(format!("{} has no rows", file_of(table)));
        }
    }
    if let Some(former) = former {
        if expected.as_of < former.as_of {
            odd.push(format!(
                "its data are of {}, those in use of {}",
                expected.as_of, former.as_of
            ));
        }
        for table in LASTING {
            let (now, before) = (rows(&expected.rows, table), rows(&former.rows, table));
            let gone = before.saturating_sub(now);
            if now > 0 && gone.saturating_mul(MAY_GO) > before {
                odd.push(format!("{} has {now} rows, had {before}", file_of(table)));
            } else if now == 0 && before > 0 && table == Table::Loan {
                odd.push(format!("{} has no rows, had {before}", file_of(table)));
            }
        }
    }
    if odd.is_empty() {
        Ok(())
    } else {
        Err(ImportError::Odd(odd))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, NaiveDate};
    use fund::money::Fen;

    const ROWS: [u64; 6] = [20, 100, 100, 5000, 10, 300];

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    /// What is said of an export of this day with so many rows, when that of the 20th had [`ROWS`].
    fn said(of: u32, rows: [u64; 6]) -> String {
        let former = ImportRecord {
            generation: 1,
            as_of: day(20),
            issuer: String::new(),
            finished_at: DateTime::UNIX_EPOCH,
            rows: ROWS,
            balance: Fen::ZERO,
            loan_balance: Fen::ZERO,
        };
        check(&expected(of, rows), Some(&former)).map_or_else(|error| error.to_string(), |()| String::new())
    }

    fn expected(of: u32, rows: [u64; 6]) -> Expected {
        Expected {
            as_of: day(of),
            issuer: String::new(),
            rows,
            balance: Fen::ZERO,
            loan_balance: Fen::ZERO,
            loan_entries: Fen::ZERO,
        }
    }

    #[test]
    fn the_next_export_and_the_same_again_fit() {
        assert_eq!(said(20, ROWS), "");
        assert_eq!(
            said(21, [18, 90, 90, 10, 9, 0]),
            "",
            "a tenth may go, and ledgers may"
        );
        assert_eq!(said(21, [40, 200, 200, 9000, 20, 900]), "");
        assert!(check(&expected(1, ROWS), None).is_ok(), "the first one");
    }

    #[test]
    fn an_older_an_empty_and_a_much_smaller_one_do_not() {
        let messages = [
            said(19, ROWS),
            said(21, [0; 6]),
            said(21, [20, 89, 100, 5000, 10, 300]),
            said(21, [20, 100, 89, 5000, 10, 300]),
            said(21, [17, 100, 100, 5000, 8, 300]),
            said(21, [20, 100, 100, 5000, 0, 0]),
            check(&expected(1, [0; 6]), None).unwrap_err().to_string(),
        ];
        insta::assert_snapshot!(messages.join("\n"));
    }
}
