//! The process: configuration, HTTP, stores, identity, imports, command line.

pub mod clock;
pub mod config;
pub mod import;
