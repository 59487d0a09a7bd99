//! The page `/loan/prepayment`: what repaying a loan ahead of time saves, and whether to wait.

mod answer;
mod beyond;
mod form;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::Savings,
    beyond::Beyond,
    form::{Field, fees_text, start},
    page::{Page, page},
};
