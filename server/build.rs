//! Rebuilds the crate when the browser's files change: they are embedded by name, and cargo cannot see that
//! a name is new.

fn main() {
    println!("cargo:rerun-if-changed=../target/site");
    println!("cargo:rerun-if-changed=../app/fund/editions");
    println!("cargo:rerun-if-changed=migrations");
}
