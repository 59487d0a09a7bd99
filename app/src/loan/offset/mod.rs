//! The page `/loan/offset`: the account repays the loan (冲还贷).

mod answer;
mod form;
mod page;
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    answer::Repaid,
    form::{Field, start},
    page::{Page, page},
};
