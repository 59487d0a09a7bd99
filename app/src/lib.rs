//! What a person sees: the pages and components of the portal, and the program that makes them live.
//!
//! A page is a function from typed data to HTML. The server parses the request, fills the page's
//! plain struct and calls its `page(&PageContext, …)` function; nothing here knows a store, a route
//! table or a clock. So each page can be read, and tested, without a server.
//!
//! | where | what |
//! | --- | --- |
//! | [`shell`] | the document around every page: head, header, footer, start of the program |
//! | [`components`] | the parts pages are made of, one file each, with an example and a snapshot |
//! | [`address`] | how an address is put together, for pages, their program and the server |
//! | [`form`] | errors by field, as a handler and its page agree on them |
//! | [`handed`] | what a page leaves for the browser's program: rules and words |
//! | [`text`] | every word a person reads, typed, one file per room |
//! | [`home`], [`account`], [`visit`], [`error`], [`pages`] | the pages |
//!
//! Built twice: with feature `ssr` into the server, and with feature `hydrate` to WASM, where only
//! what the program of a page uses is kept.

#![allow(
    unreachable_pub,
    reason = "`#[component]` writes a public twin of each function, which nobody else need reach"
)]
#![allow(
    missing_docs,
    reason = "nobody but the server uses this crate; the name of a field or a component says what it is, and a comment what its name cannot"
)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "a page and a component own their data: the view they return outlives the call"
)]

pub mod account;
pub mod address;
pub mod components;
pub mod error;
pub mod form;
pub mod handed;
pub mod home;
pub mod loan;
pub mod notice;
pub mod open;
pub mod pages;
pub mod shell;
pub mod text;
pub mod visit;

#[cfg(all(test, feature = "ssr"))]
mod testing;

/// Starts what makes the page live; called by the shell's start script.
#[cfg(feature = "hydrate")]
#[allow(
    unsafe_code,
    reason = "the wasm-bindgen macro generates the exported entry point"
)]
mod entry {
    /// See the module above; the name is what the start script calls.
    #[wasm_bindgen::prelude::wasm_bindgen]
    pub fn start() {
        crate::loan::live::start();
        crate::visit::live::start();
    }
}
