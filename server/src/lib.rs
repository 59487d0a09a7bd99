//! The process: configuration, HTTP, stores, identity, imports, command line.

pub mod account;
pub mod clock;
pub mod config;
pub mod import;
pub mod loan;
pub mod notice;
pub mod seal;
pub mod store;
pub mod visit;
