//! What a person sees: pages, components and islands of the portal.
//!
//! A page is a function from typed data to HTML. The server parses the request, fills the page's
//! plain struct and calls its `page(&PageContext, …)` function; nothing here knows a store, a route
//! table or a clock. So each page can be read, and tested, without a server.
//!
//! | where | what |
//! | --- | --- |
//! | [`shell`] | the document around every page: head, header, footer, start of the islands |
//! | [`components`] | the parts pages are made of, one file each, with an example and a snapshot |
//! | [`form`] | errors by field, as a handler and its page agree on them |
//! | [`text`] | every word a person reads, typed, one file per room |
//! | [`home`], [`account`], [`visit`], [`error`], [`pages`] | the pages |
//!
//! Built twice: with feature `ssr` into the server, and with feature `hydrate` to WASM, where only
//! what the islands use is kept.

#![allow(
    unreachable_pub,
    reason = "`#[component]` writes a public twin of each function, which nobody else need reach"
)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "a page and a component own their data: the view they return outlives the call"
)]

pub mod account;
pub mod components;
pub mod error;
pub mod form;
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

/// Starts the islands of the page this module was loaded in; called by the shell's start script.
#[cfg(feature = "hydrate")]
#[allow(
    unsafe_code,
    reason = "the wasm-bindgen macro generates the exported entry point"
)]
mod entry {
    /// See the module above; the name is what the start script calls.
    #[wasm_bindgen::prelude::wasm_bindgen]
    pub fn hydrate() {
        leptos::mount::hydrate_islands();
    }
}
