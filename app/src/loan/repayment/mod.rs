//! The page `/loan/repayment`: what a given loan costs, whoever borrows it.

mod answer;
mod form;
mod page;
pub mod print;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::Costs,
    form::{Field, Loans, start},
    page::{Page, RatesToday, page},
};
