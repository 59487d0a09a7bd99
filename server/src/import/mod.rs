//! The one door by which the core system's data comes in: CSV files in a folder, checked to the last
//! row, staged, and swapped in by one transaction.
//!
//! | question | module |
//! | --- | --- |
//! | what is a row, which codes exist? | [`rows`] |
//! | where do rows go? | [`store`] |

pub mod rows;
pub mod store;
