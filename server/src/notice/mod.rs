//! Notice (一次性告知单): one slip that lists, once and for all, what this person must bring.
//!
//! ```text
//! answers in the address ──► question ──► … ──► outcome ──POST──► slip ──its days are over──► expired
//!          ▲                    │                  │
//!          └──── one more ──────┘                  └─► refused: reasons, no slip
//! ```
//!
//! Until a slip is issued nothing is kept: every page follows from its address alone. A slip keeps what it said when
//! it was issued; whoever has its number can read it, so numbers end in random characters. It never expires out of
//! the store: an expired one still shows, marked.

pub(crate) mod api;
mod find;
mod given;
mod pages;
mod routes;
mod slip;
pub mod store;
mod wire;

pub(crate) use routes::routes;
