//! Account (个人账户): who somebody is, what is on their account, and how it came there.

pub mod identity;
pub mod password;
mod routes;
mod signin;
pub mod store;

pub(crate) use routes::routes;
