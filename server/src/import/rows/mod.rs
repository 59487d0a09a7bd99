//! One row of each file the core system exports, parsed: a value here cannot hold a wrong code, a wrong
//! check digit or an amount that is not a whole number of fen.
//!
//! Field meanings and codes follow《住房公积金基础数据标准》JGJ/T 320; the field's standard name stands
//! beside each member. What the portal has no use for (bank cards, family income, home addresses) is
//! not read: data that is not kept cannot leak.

mod codes;
mod month;
mod number;
mod paper;

pub use codes::{
    AccountStatus, Direction, EmployerStatus, EntryKind, Guarantee, LoanEntryKind, LoanKind, LoanMethod,
    PaperKind, RiskClass, WithdrawalReason, WithdrawalWay,
};
pub use month::YearMonth;
pub use number::{AccountNo, BranchCode, ContractNo, EmployerNo, LoanNo, NumberError, Serial};
pub use paper::{Paper, PaperError};

use chrono::NaiveDate;
use fund::{identity::Phone, money::Fen, months::Months, rate::Rate};
use rust_decimal::Decimal;
use std::fmt;

/// An employer (缴存单位), from `employers.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployerRow {
    /// DWZH, the key.
    pub employer_no: EmployerNo,
    /// DWMC.
    pub name: String,
    /// DWDZ; empty when not exported.
    pub address: String,
    /// ZZJGDM: unified social credit code, or an older organisation code; empty when not exported.
    pub credit_code: String,
    /// YWWD: the branch that serves the employer, when exported.
    pub branch: Option<BranchCode>,
    /// DWKHRQ: when the employer's account was opened.
    pub opened_on: NaiveDate,
    /// DWXHRQ: when it was closed.
    pub closed_on: Option<NaiveDate>,
    /// DWZHZT.
    pub status: EmployerStatus,
    /// GRJCBL: the member's contribution ratio in percent, 0–100 (the law allows 5–12).
    pub member_ratio: Decimal,
    /// DWJCBL: the employer's contribution ratio in percent.
    pub employer_ratio: Decimal,
    /// DWJCRS: members paying.
    pub paying_members: u32,
    /// DWFCRS: members sealed.
    pub sealed_members: u32,
    /// JZNY: the last month the employer has paid for; none before the first remittance.
    pub paid_until: Option<YearMonth>,
    /// DWFXR: payday, 1–31, when exported.
    pub payday: Option<u8>,
}

/// A member (缴存职工), from `members.csv`. One row per person; `account_no` is that person's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// GRZH, the key.
    pub account_no: AccountNo,
    /// DWZH: the present or last employer.
    pub employer_no: EmployerNo,
    /// XINGMING.
    pub name: PersonName,
    /// ZJLX and ZJHM.
    pub paper: Paper,
    /// SJHM; none when the core system has none on file.
    pub phone: Option<Phone>,
}

/// A person's name (XINGMING): 1–60 characters, no control characters. `Debug` withholds it.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Accepts 1–60 characters after trimming, none of them a control character.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=60).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// The name in clear. Personal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(withheld)")
    }
}

/// A member's account (个人账户), from `accounts.csv`: one for each member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// GRZH, the key.
    pub account_no: AccountNo,
    /// GRZHZT.
    pub status: AccountStatus,
    /// GRJCJS: contribution base, yuan a month.
    pub base: Fen,
    /// GRYJCE: the member's own monthly contribution.
    pub member_monthly: Fen,
    /// DWYJCE: the employer's monthly contribution.
    pub employer_monthly: Fen,
    /// GRZHYE, never negative; `carried_over + this_year`.
    pub balance: Fen,
    /// GRZHSNJZYE: the part carried over at the last 30 June.
    pub carried_over: Fen,
    /// GRZHDNGJYE: the part collected since (can be negative after a withdrawal).
    pub this_year: Fen,
    /// KHRQ.
    pub opened_on: NaiveDate,
    /// XHRQ.
    pub closed_on: Option<NaiveDate>,
    /// GRJZNY: the last month paid for; none before the first contribution.
    pub paid_until: Option<YearMonth>,
}

/// One line of an account's ledger (账户明细), from `entries.csv`: one account's lines stand together, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// GRZH.
    pub account_no: AccountNo,
    /// YWLSH, unique within the account.
    pub serial: Serial,
    /// JZRQ.
    pub booked_on: NaiveDate,
    /// GJHTQYWLX.
    pub kind: EntryKind,
    /// FSE as its effect on the balance: money in is positive, money out negative, a reversal the opposite.
    pub amount: Fen,
    /// FSLXE: interest settled with this entry, never negative. Part of `amount`, except for a withdrawal that closes
    /// the account, where it says how much of the sum paid out was interest.
    pub interest: Fen,
    /// The balance after this entry, reckoned by the import from the ledger's first line on.
    pub balance: Fen,
    /// TQYY, for withdrawals.
    pub reason: Option<WithdrawalReason>,
    /// TQFS, for withdrawals.
    pub way: Option<WithdrawalWay>,
    /// CZBZ: this entry undoes an earlier one.
    pub reversal: bool,
}

/// A loan: contract and loan account together, from `loans.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRow {
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
    /// DQQC: number of the next instalment, from 1; none when settled.
    pub next_number: Option<u16>,
    /// DQJHHKJE: the next planned instalment, zero when settled.
    pub next_payment: Fen,
    /// DQJHGHBJ: its principal.
    pub next_principal: Fen,
    /// DQJHGHLX: its interest.
    pub next_interest: Fen,
    /// DQYHRQ: the day it is due; none when settled.
    pub next_due_on: Option<NaiveDate>,
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

/// One line of a loan's ledger, from `loan_entries.csv`: one loan's lines stand together, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanEntryRow {
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
    /// Principal outstanding after this entry, reckoned by the import.
    pub balance: Fen,
    /// DQQC: the instalment it belongs to, from 1; none when it belongs to none (granted, prepaid).
    pub period: Option<u16>,
}
