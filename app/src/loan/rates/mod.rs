//! The page `/loan/rates`: what loans cost now, which rate is whose, and how it went through the years.

mod chart;
mod page;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use self::{
    chart::Steps,
    page::{Columns, Day, Mine, Page, Prime, page},
};
