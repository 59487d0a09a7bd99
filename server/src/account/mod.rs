//! Account (个人账户): who somebody is, what is on their account, and how it came there.

pub(crate) mod api;
pub mod code;
mod device;
pub mod identity;
mod new_password;
mod pages;
pub mod password;
mod phone;
mod routes;
mod signin;
pub mod store;
mod tell;
pub mod view;

pub(crate) use routes::routes;
