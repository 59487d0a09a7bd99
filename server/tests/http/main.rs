//! The portal over its real router: what a browser or a program sends, and what it gets. One file per room;
//! `support` has the small centre and the client they share.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "test code: a failed assumption is a failed test"
)]

mod account;
mod answers;
mod home;
mod hostile;
mod language;
mod loan;
mod loan_choices;
mod loan_existing;
mod loan_flow;
mod loan_own;
mod loan_prepayment;
mod never_log;
mod notice;
mod open;
mod openapi;
mod signin;
mod signin_code;
mod support;
mod visit;
