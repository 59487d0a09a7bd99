//! The page `/loan/existing`: a loan that runs, from the day it was granted through every change of the rates to its end.
//!
//! The person's own, when signed in, beside its ledger; else any loan by what was agreed. It needs the rates' whole history,
//! which only the server has, so the browser does not follow its form.

mod answer;
mod form;
mod page;
mod tables;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::{Ledger, ReplayedLoan},
    form::{Field, Question, blank, filled, read, start},
    page::{Page, page},
};
