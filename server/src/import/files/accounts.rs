//! `accounts.csv`.

use super::{Record, closing_fits};
use crate::import::{
    cells::{CellFault, Cells, Column},
    seen::Seen,
    store::{Batch, Table},
};
use fund::money::Fen;
use fund::records::{Account, AccountStatus};

const GRZH: Column = Column::required(0, "GRZH");
const GRZHZT: Column = Column::required(1, "GRZHZT");
const GRJCJS: Column = Column::personal(2, "GRJCJS");
const GRYJCE: Column = Column::personal(3, "GRYJCE");
const DWYJCE: Column = Column::personal(4, "DWYJCE");
const GRZHYE: Column = Column::personal(5, "GRZHYE");
const GRZHSNJZYE: Column = Column::personal(6, "GRZHSNJZYE");
const GRZHDNGJYE: Column = Column::personal(7, "GRZHDNGJYE");
const KHRQ: Column = Column::required(8, "KHRQ");
const XHRQ: Column = Column::optional(9, "XHRQ");
const GRJZNY: Column = Column::required(10, "GRJZNY");

impl Record for Account {
    const TABLE: Table = Table::Account;
    const COLUMNS: &'static [Column] = &[
        GRZH, GRZHZT, GRJCJS, GRYJCE, DWYJCE, GRZHYE, GRZHSNJZYE, GRZHDNGJYE, KHRQ, XHRQ, GRJZNY,
    ];
    const PASSED_OVER: &'static [&'static str] = &["XHYY", "GRCKZHHM", "GRCKZHKHYHDM"];
    const TOTAL: Option<Column> = Some(GRZHYE);

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        let row = Self {
            account_no: cells.number(GRZH)?,
            status: cells.code(GRZHZT, AccountStatus::from_code)?,
            base: cells.amount(GRJCJS)?,
            member_monthly: cells.amount(GRYJCE)?,
            employer_monthly: cells.amount(DWYJCE)?,
            balance: cells.amount(GRZHYE)?,
            carried_over: cells.amount(GRZHSNJZYE)?,
            this_year: cells.signed(GRZHDNGJYE)?,
            opened_on: cells.past_date(KHRQ)?,
            closed_on: cells.maybe(XHRQ, |column| cells.past_date(column))?,
            paid_until: cells.maybe(GRJZNY, |column| cells.month(column))?,
        };
        if row.balance != row.carried_over + row.this_year {
            return Err(CellFault::of(
                GRZHYE,
                "is not GRZHSNJZYE (carried over) + GRZHDNGJYE (this year's)",
            ));
        }
        if row.status.is_closed() && row.balance != Fen::ZERO {
            return Err(CellFault::of(
                GRZHYE,
                "is not zero although the account is closed",
            ));
        }
        // An account of status 99 may be anything.
        let closed = row.status.is_closed() || row.status == AccountStatus::Other;
        closing_fits(row.opened_on, row.closed_on, closed, [KHRQ, XHRQ, GRZHZT])?;
        Ok(row)
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        let faults = seen.account(&self, line, GRZH);
        to.push(self);
        faults
    }

    fn spoilt(cells: &Cells<'_>, line: u64, seen: &mut Seen) {
        if let Ok(number) = cells.number(GRZH) {
            seen.spoilt_account(&number, line);
        }
    }

    fn finish(seen: &mut Seen, _to: &mut Vec<Self>) -> Vec<CellFault> {
        seen.accounts_end()
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Accounts(rows)
    }
}
