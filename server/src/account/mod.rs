//! Account (个人账户): who somebody is, what is on their account, and how it came there.

pub mod store;
