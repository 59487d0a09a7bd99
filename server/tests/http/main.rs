//! The portal over its real router: what a browser or a program sends, and what it gets. One file per room;
//! `support` has the small centre and the client they share.

mod account;
mod signin;
mod support;
