//! `make fuzz`: see the library of this crate.
#![no_main]

libfuzzer_sys::fuzz_target!(|query: &[u8]| server_fuzz::query(query));
