//! `entries.csv`.

use super::Record;
use crate::import::{
    cells::{CellFault, Cells, Column},
    ledger::Columns,
    mapping::Withdrawals,
    seen::Seen,
    store::{Batch, Table},
};
use fund::money::Fen;
use fund::records::{AccountEntry, Direction, EntryKind, WithdrawalReason, WithdrawalWay};

const GRZH: Column = Column::required(0, "GRZH");
const YWLSH: Column = Column::required(1, "YWLSH");
const JZRQ: Column = Column::required(2, "JZRQ");
const GJHTQYWLX: Column = Column::required(3, "GJHTQYWLX");
const FSE: Column = Column::personal(4, "FSE");
const FSLXE: Column = Column::personal(5, "FSLXE");
const TQYY: Column = Column::required(6, "TQYY");
const TQFS: Column = Column::required(7, "TQFS");
const CZBZ: Column = Column::required(8, "CZBZ");

const LEDGER: Columns = Columns {
    key: GRZH,
    serial: YWLSH,
    day: JZRQ,
    amount: FSE,
    owners: "accounts.csv",
};

impl Record for AccountEntry {
    const TABLE: Table = Table::Entry;
    const COLUMNS: &'static [Column] = &[GRZH, YWLSH, JZRQ, GJHTQYWLX, FSE, FSLXE, TQYY, TQFS, CZBZ];
    const PASSED_OVER: &'static [&'static str] = &["DNGJFSE", "SNJZFSE"];
    const TOTAL: Option<Column> = Some(FSE);

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        let kind = cells.code(GJHTQYWLX, EntryKind::from_code)?;
        let interest = cells
            .maybe(FSLXE, |column| cells.amount(column))?
            .unwrap_or_default();
        let reversal = reversal(cells)?;
        Ok(Self {
            account_no: cells.number(GRZH)?,
            serial: cells.number(YWLSH)?,
            booked_on: cells.past_date(JZRQ)?,
            kind,
            amount: effect(cells, kind, interest, reversal)?,
            interest,
            balance: Fen::ZERO,
            reason: cells.maybe(TQYY, |column| cells.code(column, WithdrawalReason::from_code))?,
            way: cells.maybe(TQFS, |column| cells.code(column, WithdrawalWay::from_code))?,
            reversal,
        })
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        seen.entry(self, line, &LEDGER, to)
    }

    fn spoilt(cells: &Cells<'_>, _line: u64, seen: &mut Seen) {
        seen.spoilt_entry(cells.number(GRZH).ok());
    }

    fn finish(seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        seen.entries_end(&LEDGER, to)
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Entries(rows)
    }
}

/// CZBZ: 01 an ordinary booking, 02 one that undoes another; empty is ordinary.
fn reversal(cells: &Cells<'_>) -> Result<bool, CellFault> {
    match cells.text(CZBZ) {
        "" | "01" => Ok(false),
        "02" => Ok(true),
        _ => Err(cells.wrong(CZBZ, "is neither 01 (ordinary) nor 02 (reversal)")),
    }
}

/// What the amount as written does to the balance.
fn effect(cells: &Cells<'_>, kind: EntryKind, interest: Fen, reversal: bool) -> Result<Fen, CellFault> {
    let written = cells.signed(FSE)?;
    let negative_out = cells.mapping.withdrawals == Withdrawals::Negative;
    let size = match kind.direction() {
        Direction::Either => return Ok(written),
        Direction::Neither if written == Fen::ZERO => return Ok(Fen::ZERO),
        Direction::Neither => {
            return Err(cells.wrong(FSE, "is not zero, but this kind of entry moves no money"));
        }
        // A reversal is written with either sign: that it undoes is what the mark says.
        _ if reversal => written.max(-written),
        Direction::Out if negative_out => -written,
        _ => written,
    };
    if size.is_negative() {
        let is = if kind.direction() == Direction::Out && negative_out {
            "is positive, but mapping.toml says withdrawals are negative"
        } else {
            "is negative, but neither the kind nor a reversal mark says so"
        };
        return Err(cells.wrong(FSE, is));
    }
    let moved = match kind {
        // The sum paid out includes interest that was never booked to the balance.
        EntryKind::ClosingWithdrawal => size - interest,
        _ => size,
    };
    if moved.is_negative() || interest > size {
        return Err(CellFault::of(FSLXE, "is more than FSE"));
    }
    let out = (kind.direction() == Direction::Out) != reversal;
    Ok(if out { -moved } else { moved })
}
