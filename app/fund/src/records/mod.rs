//! The records of the fund as the core business system keeps them. A value here cannot hold a wrong code, a wrong check
//! digit or an amount that is not a whole number of fen.
//!
//! Field meanings and codes follow《住房公积金基础数据标准》JGJ/T 320; the field's standard name stands beside each member.
//! What the portal has no use for (bank cards, family income, home addresses) is not there: data that is not kept cannot
//! leak.

mod account;
mod calculated;
mod codes;
mod contributions;
mod employer;
mod loan;
mod member;
mod month;
mod number;
mod paper;
#[cfg(any(test, feature = "samples"))]
#[allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "only tests build it"
)]
pub mod samples;

pub use account::{Account, AccountEntry};
pub use calculated::{RestOfLoan, last_paid};
pub use codes::{
    AccountStatus, Direction, EmployerStatus, EntryKind, Guarantee, LoanEntryKind, LoanKind, LoanMethod,
    PaperKind, RiskClass, WithdrawalReason, WithdrawalWay,
};
pub use contributions::Contributions;
pub use employer::Employer;
pub use loan::{LoanAccount, LoanEntry, NextInstalment};
pub use member::{Member, PersonName};
pub use month::YearMonth;
pub use number::{AccountNo, BranchCode, ContractNo, EmployerNo, LoanNo, NumberError, Serial};
pub use paper::{Paper, PaperError};
