//! The page `/loan/overdue`: what makes an overdue loan current, and what a payment is taken for.

mod answer;
mod form;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::Arrears,
    form::{Field, start},
    page::{Page, page},
};
