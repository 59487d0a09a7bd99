//! anju
fn main() {}
