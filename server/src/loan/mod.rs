//! Loan (贷款): how much somebody may borrow, what they repay, and the loan they have.

mod afford;
pub(crate) mod api;
mod compare;
mod contribution;
mod estimate;
mod existing;
mod offset;
mod overdue;
mod own_records;
mod pages;
mod prepayment;
mod rates;
mod refusal;
mod repayment;
mod routes;
pub mod store;

pub(crate) use routes::routes;
