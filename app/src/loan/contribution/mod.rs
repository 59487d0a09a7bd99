//! The page `/loan/contribution`: how much is contributed each month, what becomes of it, and what it costs an employer.

mod answer;
mod form;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::{Employer, Savings},
    form::{Field, start},
    page::{Page, page},
};
