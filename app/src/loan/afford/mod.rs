//! The page `/loan/afford`: the highest price that savings and a monthly budget carry.
//!
//! The terms for the household come from the centre's rules, which only the server has; the page hands them over
//! ([`Terms`]), and with them the browser follows the sliders. When the household itself changes, the form is sent.

mod answer;
mod form;
mod page;
mod terms;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::{Affordable, MOVES},
    form::{Field, Household, Question, read, start},
    page::{Found, Page, page},
    terms::{Terms, household_of, name_costs},
};
