//! Loans and their ledgers.

use super::{
    AccountNo, ContractNo, Guarantee, LoanEntryKind, LoanKind, LoanMethod, LoanNo, RiskClass, Serial,
};
use crate::{money::Fen, months::Months, rate::Rate};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A loan: contract and loan account together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanAccount {
    /// DKZH, the key.
    pub loan_no: LoanNo,
    /// JKHTBH.
    pub contract_no: ContractNo,
    /// JKRGJJZH: the borrower's fund account.
    pub account_no: AccountNo,
    /// DKLX.
    pub kind: LoanKind,
    /// DKCP: the product's name as the centre publishes it; empty for the ordinary loan.
    pub product: String,
    /// DKFFE: the amount granted.
    pub principal: Fen,
    /// DKFFRQ: the day it was granted.
    pub granted_on: NaiveDate,
    /// YDDQRQ: the day the last instalment is due.
    pub matures_on: NaiveDate,
    /// DKQS.
    pub months: Months,
    /// DKHKFS.
    pub method: LoanMethod,
    /// DKLL: the rate in force now, percent a year, multiple included.
    pub rate: Rate,
    /// LLFDBL: multiple of the published rate; 1 when not exported.
    pub rate_multiple: Decimal,
    /// DKDBLX.
    pub guarantee: Guarantee,
    /// YDHKR: day of the month instalments are due, 1–31.
    pub due_day: u8,
    /// DKYE: principal outstanding, overdue principal included.
    pub balance: Fen,
    /// The next planned instalment; none when settled.
    pub next: Option<NextInstalment>,
    /// HSBJZE: principal repaid so far.
    pub principal_repaid: Fen,
    /// HSLXZE: interest repaid so far.
    pub interest_repaid: Fen,
    /// FXZE: penalty interest paid so far.
    pub penalty_repaid: Fen,
    /// TQGHBJZE: principal repaid ahead of schedule so far (part of `principal_repaid`).
    pub prepaid: Fen,
    /// YQBJZE: overdue principal.
    pub overdue_principal: Fen,
    /// YQLXZE: overdue interest.
    pub overdue_interest: Fen,
    /// LJYQQS: how many instalments have been overdue, counted since the loan was granted.
    pub overdue_periods: u16,
    /// DKFXDJ.
    pub risk: RiskClass,
    /// DKJQRQ: the day it was settled.
    pub settled_on: Option<NaiveDate>,
}

/// The next planned instalment of a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextInstalment {
    /// DQQC: its number, from 1.
    pub number: u16,
    /// DQYHRQ: the day it is due.
    pub due_on: NaiveDate,
    /// DQJHHKJE: principal and interest together.
    pub payment: Fen,
    /// DQJHGHBJ: its principal.
    pub principal: Fen,
    /// DQJHGHLX: its interest.
    pub interest: Fen,
}

/// One line of a loan's ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanEntry {
    /// DKZH.
    pub loan_no: LoanNo,
    /// YWLSH, unique within the loan.
    pub serial: Serial,
    /// DKYWMXLX.
    pub kind: LoanEntryKind,
    /// YWFSRQ: the day it happened.
    pub occurred_on: NaiveDate,
    /// JZRQ: the day it was booked.
    pub booked_on: NaiveDate,
    /// FSE = principal + interest + penalty; positive in both directions, as `kind` gives it.
    pub amount: Fen,
    /// BJJE.
    pub principal: Fen,
    /// LXJE.
    pub interest: Fen,
    /// FXJE: penalty interest.
    pub penalty: Fen,
    /// Principal outstanding after this entry.
    pub balance: Fen,
    /// DQQC: the instalment it belongs to, from 1; none when it belongs to none (granted, prepaid).
    pub period: Option<u16>,
}
