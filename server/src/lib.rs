//! The process: configuration, HTTP, stores, identity, imports, command line.

pub mod account;
pub mod cli;
pub mod clock;
pub mod config;
pub mod freshness;
mod health;
mod home;
pub mod http;
pub mod import;
pub mod job;
pub mod loan;
pub mod log;
pub mod message;
pub mod metrics;
pub mod notice;
mod open;
pub mod openapi;
pub mod policy;
mod preference;
mod qr;
mod routes;
pub mod seal;
pub mod state;
pub mod store;
pub mod visit;
