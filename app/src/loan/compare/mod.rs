//! The page `/loan/compare`: up to four ways to borrow, side by side.

mod answer;
mod form;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::Comparison,
    form::{Field, Kind, PLANS, Part, Question, RatesToday, start},
    page::{Page, page},
};
