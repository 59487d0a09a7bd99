//! `anju`: the portal as one file. See `anju --help` and docs/operations.md.

use std::process::ExitCode;

use clap::Parser as _;

/// A password check takes 19 MiB for a moment. This allocator gives them back; the system's keeps them, once for each thread:
/// docs/decisions/0012.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match server::cli::run(server::cli::Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("anju: {error}");
            ExitCode::FAILURE
        }
    }
}
