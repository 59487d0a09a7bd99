//! The one door by which the core system's data comes in: CSV files in a folder, checked to the last
//! row, staged, and swapped in by one transaction.
//!
//! | question | module |
//! | --- | --- |
//! | which file has which columns, and what is it called? | `files`, `names` |
//! | how is a cell, a row, a file read? | `cells`, `reader`, `encoding`, `lines` |
//! | is it what a person wrote? | `plausible` |
//! | in which order does it all happen? | `run` |
//! | what must fit together across rows? | `seen`, `ledger` |
//! | does it fit the export in use? | `former` |
//! | what does the folder hold, by its own word? | [`manifest`] |
//! | what if a vendor's names differ? | [`mapping`] |
//! | where do rows go? | [`store`] |
//!
//! Each row is judged as it is read. With the first wrong one nothing more is staged; the rest is read for what else is
//! wrong, and the report has file, line, column and reason of each. Counts, totals, keys and references are judged once more
//! by the store, over the staged rows, before they are swapped in.

mod cells;
mod encoding;
mod error;
mod files;
mod former;
mod ledger;
mod lines;
pub mod manifest;
pub mod mapping;
mod names;
mod plausible;
mod progress;
mod reader;
mod run;
mod seen;
pub mod store;

pub use encoding::Encoding;
pub use error::{Fault, ImportError, Report};
pub use former::Former;
pub use run::{Summary, run};

#[cfg(test)]
mod tests;
