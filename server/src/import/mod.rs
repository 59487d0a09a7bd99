//! The one door by which the core system's data comes in: CSV files in a folder, checked to the last
//! row, staged, and swapped in by one transaction.
//!
//! | question | module |
//! | --- | --- |
//! | what is a row, which codes exist? | [`rows`] |
//! | which file has which columns? | `files` |
//! | how is a cell, a row, a file read? | `cells`, `reader`, `encoding` |
//! | in which order does it all happen? | `run` |
//! | what must fit together across rows? | `seen` |
//! | what does the folder hold, by its own word? | [`manifest`] |
//! | what if a vendor's names differ? | [`mapping`] |
//! | where do rows go? | [`store`] |
//!
//! Each row is judged as it is read, and a wrong one stops the import with file, line, column and reason. Counts,
//! totals, keys and references are judged once more by the store, over the staged rows, before they are swapped in.

mod cells;
mod encoding;
mod error;
mod files;
pub mod manifest;
pub mod mapping;
mod progress;
mod reader;
pub mod rows;
mod run;
mod seen;
pub mod store;

pub use encoding::Encoding;
pub use error::{Fault, ImportError};
pub use run::{Summary, run};

#[cfg(test)]
mod tests;
