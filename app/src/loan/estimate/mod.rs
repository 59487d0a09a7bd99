//! The page `/loan`: how much may be borrowed and what it costs.
//!
//! What the centre's rules give a household only the server knows; the page hands it over ([`Rules`]), and with it the browser
//! follows amount and term. When anything else changes, the form is sent.

mod answer;
mod changes;
mod fields;
mod form;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod unused;

pub use self::{
    answer::{Estimate, Rules},
    changes::Bank,
    form::{Field, Question, blank, example, read},
    page::{Found, Page, RateSource, page},
};
