//! The contract every store keeps, run against each of them.
//!
//! A behaviour is one `async fn(Bench)`; each runs on a fresh database. All behaviours of one store run inside one test
//! (`sqlite_keeps_the_contract`, `postgres_keeps_the_contract`), which reports every failure by name. One test rather
//! than one per behaviour, because nextest runs each test in a process of its own: so one PostgreSQL cluster serves them
//! all and is certain to be stopped again. `CONTRACT=visit::cancel` runs only the behaviours whose names contain it.
//!
//! No PostgreSQL, no pass: the suite fails loudly rather than skip.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that is wrong about its own set-up should stop"
)]

#[macro_use]
mod bench;
mod account;
mod attempts;
mod cancelling;
mod cluster;
mod code;
mod crash;
mod import;
mod loan;
mod notice;
mod oversell;
mod samples;
mod session;
mod sqlite_only;
mod visit;
mod whole;

use bench::Behaviour;

fn behaviours() -> Vec<(&'static str, Behaviour)> {
    [
        account::all(),
        attempts::all(),
        cancelling::all(),
        code::all(),
        import::all(),
        loan::all(),
        notice::all(),
        oversell::all(),
        session::all(),
        visit::all(),
        whole::all(),
    ]
    .concat()
}

#[test]
fn sqlite_keeps_the_contract() {
    bench::run_on_sqlite(&behaviours());
}

#[test]
fn postgres_keeps_the_contract() {
    bench::run_on_postgres(&behaviours());
}
