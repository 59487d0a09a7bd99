//! `loans.csv`.

use super::Record;
use crate::import::{
    cells::{CellFault, Cells, Column, whole},
    seen::Seen,
    store::{Batch, Table},
};
use fund::months::Months;
use fund::records::{Guarantee, LoanAccount, LoanKind, LoanMethod, NextInstalment, RiskClass};
use rust_decimal::Decimal;

const DKZH: Column = Column::required(0, "DKZH");
const JKHTBH: Column = Column::required(1, "JKHTBH");
const JKRGJJZH: Column = Column::required(2, "JKRGJJZH");
const DKLX: Column = Column::required(3, "DKLX");
const DKCP: Column = Column::optional(4, "DKCP");
const DKFFE: Column = Column::personal(5, "DKFFE");
const DKFFRQ: Column = Column::required(6, "DKFFRQ");
const YDDQRQ: Column = Column::required(7, "YDDQRQ");
const DKQS: Column = Column::required(8, "DKQS");
const DKHKFS: Column = Column::required(9, "DKHKFS");
const DKLL: Column = Column::required(10, "DKLL");
const LLFDBL: Column = Column::optional(11, "LLFDBL");
const DKDBLX: Column = Column::required(12, "DKDBLX");
const YDHKR: Column = Column::required(13, "YDHKR");
const DKYE: Column = Column::personal(14, "DKYE");
const DQQC: Column = Column::required(15, "DQQC");
const DQJHHKJE: Column = Column::personal(16, "DQJHHKJE");
const DQJHGHBJ: Column = Column::personal(17, "DQJHGHBJ");
const DQJHGHLX: Column = Column::personal(18, "DQJHGHLX");
const DQYHRQ: Column = Column::required(19, "DQYHRQ");
const HSBJZE: Column = Column::personal(20, "HSBJZE");
const HSLXZE: Column = Column::personal(21, "HSLXZE");
const FXZE: Column = Column::personal(22, "FXZE");
const TQGHBJZE: Column = Column::personal(23, "TQGHBJZE");
const YQBJZE: Column = Column::personal(24, "YQBJZE");
const YQLXZE: Column = Column::personal(25, "YQLXZE");
const LJYQQS: Column = Column::required(26, "LJYQQS");
const DKFXDJ: Column = Column::required(27, "DKFXDJ");
const DKJQRQ: Column = Column::required(28, "DKJQRQ");

impl Record for LoanAccount {
    const TABLE: Table = Table::Loan;
    const COLUMNS: &'static [Column] = &[
        DKZH, JKHTBH, JKRGJJZH, DKLX, DKCP, DKFFE, DKFFRQ, YDDQRQ, DKQS, DKHKFS, DKLL, LLFDBL, DKDBLX, YDHKR,
        DKYE, DQQC, DQJHHKJE, DQJHGHBJ, DQJHGHLX, DQYHRQ, HSBJZE, HSLXZE, FXZE, TQGHBJZE, YQBJZE, YQLXZE,
        LJYQQS, DKFXDJ, DKJQRQ,
    ];
    const PASSED_OVER: &'static [&'static str] = &[
        "JKRXM", "JKRZJH", "HTDKJE", "JKHTLL", "YDFKRQ", "FWZL", "FWJZMJ", "FWZJ", "GFSFK", "FWXZ", "HKZH",
        "DQYHJE", "DQYHBJ", "DQYHLX", "DQYHFX",
    ];
    const TOTAL: Option<Column> = Some(DKYE);

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        let months = |text| whole(text)?.parse::<Months>().ok();
        let row = Self {
            loan_no: cells.number(DKZH)?,
            contract_no: cells.number(JKHTBH)?,
            account_no: cells.number(JKRGJJZH)?,
            kind: cells.code(DKLX, LoanKind::from_code)?,
            product: cells
                .maybe(DKCP, |column| cells.words(column))?
                .unwrap_or_default(),
            principal: cells.amount(DKFFE)?,
            granted_on: cells.past_date(DKFFRQ)?,
            matures_on: cells.date(YDDQRQ)?,
            months: cells.read(DKQS, months, "is not a number of months from 1 to 360")?,
            method: cells.code(DKHKFS, LoanMethod::from_code)?,
            rate: cells.rate(DKLL)?,
            rate_multiple: cells
                .maybe(LLFDBL, |column| cells.multiple(column))?
                .unwrap_or(Decimal::ONE),
            guarantee: cells.code(DKDBLX, Guarantee::from_code)?,
            due_day: cells.day_of_month(YDHKR)?,
            balance: cells.amount(DKYE)?,
            next: next(cells)?,
            principal_repaid: cells.amount(HSBJZE)?,
            interest_repaid: cells.amount(HSLXZE)?,
            penalty_repaid: cells.amount(FXZE)?,
            prepaid: cells.amount(TQGHBJZE)?,
            overdue_principal: cells.amount(YQBJZE)?,
            overdue_interest: cells.amount(YQLXZE)?,
            overdue_periods: cells.count(LJYQQS)?,
            risk: cells.code(DKFXDJ, RiskClass::from_code)?,
            settled_on: cells.maybe(DKJQRQ, |column| cells.past_date(column))?,
        };
        consistent(&row)?;
        Ok(row)
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        let faults = seen.loan(&self, line, DKZH, JKRGJJZH);
        to.push(self);
        faults
    }

    fn spoilt(cells: &Cells<'_>, line: u64, seen: &mut Seen) {
        if let Ok(number) = cells.number(DKZH) {
            seen.spoilt_loan(&number, line);
        }
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Loans(rows)
    }
}

fn next(cells: &Cells<'_>) -> Result<Option<NextInstalment>, CellFault> {
    let number = cells.maybe(DQQC, |column| cells.count(column))?;
    let due_on = cells.maybe(DQYHRQ, |column| cells.date(column))?;
    let (payment, principal, interest) = (
        cells.amount(DQJHHKJE)?,
        cells.amount(DQJHGHBJ)?,
        cells.amount(DQJHGHLX)?,
    );
    if payment != principal + interest {
        return Err(CellFault::of(
            DQJHHKJE,
            "is not DQJHGHBJ (principal) + DQJHGHLX (interest)",
        ));
    }
    match (number, due_on) {
        (Some(number), Some(due_on)) => Ok(Some(NextInstalment {
            number,
            due_on,
            payment,
            principal,
            interest,
        })),
        (None, None) => Ok(None),
        _ => Err(CellFault::of(
            DQYHRQ,
            "and DQQC (number) of the next instalment must both be there, or neither",
        )),
    }
}

/// Whether the row's figures fit one another.
fn consistent(row: &LoanAccount) -> Result<(), CellFault> {
    let settled = row.settled_on.is_some();
    let faults = [
        (
            row.balance > row.principal,
            DKYE,
            "is more than was granted (DKFFE)",
        ),
        (
            row.matures_on < row.granted_on,
            YDDQRQ,
            "lies before the day the loan was granted (DKFFRQ)",
        ),
        (
            row.settled_on.is_some_and(|day| day < row.granted_on),
            DKJQRQ,
            "lies before the day the loan was granted (DKFFRQ)",
        ),
        (
            row.prepaid > row.principal_repaid,
            TQGHBJZE,
            "is more than all principal repaid (HSBJZE)",
        ),
        (
            row.overdue_principal > row.balance,
            YQBJZE,
            "is more than the balance (DKYE)",
        ),
        (
            settled && row.balance.get() != 0,
            DKYE,
            "is not zero although the loan is settled (DKJQRQ)",
        ),
        (
            settled && row.next.is_some(),
            DQQC,
            "names an instalment although the loan is settled (DKJQRQ)",
        ),
        (
            row.next
                .is_some_and(|next| !(1..=row.months.get()).contains(&next.number)),
            DQQC,
            "is not one of the loan's instalments (1 to DKQS)",
        ),
    ];
    match faults.into_iter().find(|(wrong, ..)| *wrong) {
        Some((_, column, reason)) => Err(CellFault::of(column, reason)),
        None => Ok(()),
    }
}
