//! Account (个人账户): who somebody is, what is on their account, and how it came there.

pub(crate) mod api;
mod device;
pub mod identity;
mod pages;
pub mod password;
mod routes;
mod signin;
pub mod store;
pub mod view;

pub(crate) use routes::routes;
