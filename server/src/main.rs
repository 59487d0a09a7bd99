//! `anju`: the portal as one file. See `anju --help` and docs/operations.md.

use std::process::ExitCode;

use clap::Parser as _;

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
