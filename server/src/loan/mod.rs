//! Loan (贷款): how much somebody may borrow, what they repay, and the loan they have.

pub mod store;
