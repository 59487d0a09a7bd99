//! The account room: signing in, and what a person sees of their own.

pub mod code;
pub mod ledger;
pub mod loan;
pub mod me;
pub mod overview;
pub mod password;
pub mod signin;
