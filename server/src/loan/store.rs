//! What the loan room asks of the store: the read copy of loans and their ledgers.

use crate::{
    account::store::Page,
    import::rows::{ContractNo, Guarantee, LoanEntryKind, LoanKind, LoanMethod, LoanNo, RiskClass, Serial},
    seal::PersonKey,
    store::StoreError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use fund::{money::Fen, months::Months, rate::Rate};
use rust_decimal::Decimal;

/// A person's loan as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanSummary {
    /// Loan account number (DKZH).
    pub loan_no: LoanNo,
    /// Contract number.
    pub contract_no: ContractNo,
    /// Kind.
    pub kind: LoanKind,
    /// Product name; empty for the ordinary loan.
    pub product: String,
    /// Amount granted.
    pub principal: Fen,
    /// When it was granted.
    pub granted_on: NaiveDate,
    /// When the last instalment is due.
    pub matures_on: NaiveDate,
    /// Term.
    pub months: Months,
    /// How it is repaid.
    pub method: LoanMethod,
    /// Rate in force, multiple included.
    pub rate: Rate,
    /// Multiple of the published rate.
    pub rate_multiple: Decimal,
    /// What secures it.
    pub guarantee: Guarantee,
    /// Day of the month instalments are due, 1–31.
    pub due_day: u8,
    /// Principal outstanding, overdue principal included.
    pub balance: Fen,
    /// The next instalment; none when settled.
    pub next: Option<NextInstalment>,
    /// Principal repaid so far.
    pub principal_repaid: Fen,
    /// Interest repaid so far.
    pub interest_repaid: Fen,
    /// Penalty interest paid so far.
    pub penalty_repaid: Fen,
    /// Part of `principal_repaid` that was paid ahead of schedule.
    pub prepaid: Fen,
    /// Overdue principal.
    pub overdue_principal: Fen,
    /// Overdue interest.
    pub overdue_interest: Fen,
    /// How many instalments have been overdue since the loan was granted.
    pub overdue_periods: u16,
    /// Risk class.
    pub risk: RiskClass,
    /// When it was settled.
    pub settled_on: Option<NaiveDate>,
}

/// The next planned instalment of a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextInstalment {
    /// Its number, from 1.
    pub number: u16,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// Principal and interest together.
    pub payment: Fen,
    /// Its principal.
    pub principal: Fen,
    /// Its interest.
    pub interest: Fen,
}

/// One line of a loan's ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanEntry {
    /// Its place in the ledger, oldest line 1.
    pub line: u32,
    /// Serial number (YWLSH).
    pub serial: Serial,
    /// Kind.
    pub kind: LoanEntryKind,
    /// The day it happened.
    pub occurred_on: NaiveDate,
    /// The day it was booked.
    pub booked_on: NaiveDate,
    /// Principal, interest and penalty together.
    pub amount: Fen,
    /// Its principal.
    pub principal: Fen,
    /// Its interest.
    pub interest: Fen,
    /// Its penalty interest.
    pub penalty: Fen,
    /// Principal outstanding after it.
    pub balance: Fen,
    /// The instalment it belongs to.
    pub period: Option<u16>,
}

/// The loan room's store. Each method is one unit of work.
#[async_trait]
pub trait LoanStore: Send + Sync {
    /// The person's loan; of several, one that runs before one that is settled, then the latest granted.
    async fn loan(&self, person: PersonKey) -> Result<Option<LoanSummary>, StoreError>;

    /// Lines of that loan's ledger before line `before` (or from the newest), newest first.
    async fn loan_entries(
        &self,
        person: PersonKey,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<LoanEntry>, StoreError>;
}
