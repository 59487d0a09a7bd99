//! Visit (预约): a place at a branch, on a day, at a time.
//!
//! ```text
//! edition: slots planned ─┐
//! store: units taken ─────┴─► capacity: what is free ──► pages, JSON, home
//!                                  booking: takes a place, once
//!
//! cancelled ◄────── booked ─────────────► (checked in, done, no-show: recorded by the desk)
//!                     │ its time has passed and the person books again
//!                     ▼
//!                  lapsed
//! ```
//!
//! Who may see an appointment: its owner, signed in; and for a quarter of an hour the browser that gave its code and
//! the last four of the ID number ([`pass`]). Its code alone opens nothing.

pub(crate) mod api;
mod appointment;
mod booking;
mod calendar_file;
pub(crate) mod capacity;
mod choose;
mod confirm;
pub(crate) mod displaced;
mod find;
mod pass;
mod routes;
pub mod store;
pub(crate) mod view;

pub(crate) use routes::routes;
