//! `loan_entries.csv`.

use super::Record;
use crate::import::{
    cells::{CellFault, Cells, Column},
    ledger::Columns,
    seen::Seen,
    store::{Batch, Table},
};
use fund::money::Fen;
use fund::records::{LoanEntry, LoanEntryKind};

const DKZH: Column = Column::required(0, "DKZH");
const YWLSH: Column = Column::required(1, "YWLSH");
const DKYWMXLX: Column = Column::required(2, "DKYWMXLX");
const YWFSRQ: Column = Column::required(3, "YWFSRQ");
const JZRQ: Column = Column::required(4, "JZRQ");
const FSE: Column = Column::personal(5, "FSE");
const BJJE: Column = Column::personal(6, "BJJE");
const LXJE: Column = Column::personal(7, "LXJE");
const FXJE: Column = Column::personal(8, "FXJE");
const DQQC: Column = Column::required(9, "DQQC");

const LEDGER: Columns = Columns {
    key: DKZH,
    serial: YWLSH,
    day: JZRQ,
    amount: BJJE,
    owners: "loans.csv",
};

impl Record for LoanEntry {
    const TABLE: Table = Table::LoanEntry;
    const COLUMNS: &'static [Column] = &[DKZH, YWLSH, DKYWMXLX, YWFSRQ, JZRQ, FSE, BJJE, LXJE, FXJE, DQQC];
    const PASSED_OVER: &'static [&'static str] = &[];
    const TOTAL: Option<Column> = Some(FSE);

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        let row = Self {
            loan_no: cells.number(DKZH)?,
            serial: cells.number(YWLSH)?,
            kind: cells.code(DKYWMXLX, LoanEntryKind::from_code)?,
            occurred_on: cells.past_date(YWFSRQ)?,
            booked_on: cells.past_date(JZRQ)?,
            amount: cells.amount(FSE)?,
            principal: cells.amount(BJJE)?,
            interest: cells.amount(LXJE)?,
            penalty: cells.amount(FXJE)?,
            balance: Fen::ZERO,
            period: cells.maybe(DQQC, |column| cells.count(column))?,
        };
        if row.amount != row.principal + row.interest + row.penalty {
            return Err(CellFault::of(FSE, "is not BJJE + LXJE + FXJE"));
        }
        Ok(row)
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        seen.loan_entry(self, line, &LEDGER, to)
    }

    fn spoilt(cells: &Cells<'_>, _line: u64, seen: &mut Seen) {
        seen.spoilt_loan_entry(cells.number(DKZH).ok());
    }

    fn finish(seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        seen.loan_entries_end(&LEDGER, to)
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::LoanEntries(rows)
    }
}
