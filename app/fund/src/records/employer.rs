//! Employers.

use super::{BranchCode, EmployerNo, EmployerStatus, YearMonth};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// An employer (缴存单位).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
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
