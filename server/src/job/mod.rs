//! Jobs: what is to be done after something was acknowledged, at least once, by whichever instance comes to it first.

pub mod run;
pub mod store;
pub mod undone;
