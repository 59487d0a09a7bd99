//! The command line: one executable, one subcommand for each thing an operator does.

mod demo;
mod serve;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Parser, Subcommand};

use crate::clock::SystemClock;
use crate::config::{Config, ConfigError};
use crate::policy::{self, PolicyError};
use crate::seal::{Keys, SealError};
use crate::store::{self, Store, StoreError};

/// 安居 — the public self-service portal of a Housing Provident Fund centre.
#[derive(Debug, Parser)]
#[command(name = "anju", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal of a centre.
    Serve(ConfigArgs),
    /// Serve a demonstration centre with invented people; makes it first if the folder is empty.
    Demo {
        /// Folder for its database, keys and people.csv (`id_number,password,name,story`).
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// Address and port to listen on; a loopback address, because the demonstration has no TLS.
        #[arg(long, default_value = "127.0.0.1:3000")]
        listen: SocketAddr,
        /// How many members to invent (at least 500).
        #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(500..=2_000_000))]
        members: u32,
        /// What chance the people are invented by: the same seed on the same day makes the same centre.
        #[arg(long, default_value_t = 20_161)]
        seed: u64,
        /// Use this PostgreSQL database (`postgres://…`) in place of SQLite in the folder.
        #[arg(long)]
        database: Option<String>,
        /// Make the centre and stop, without serving it.
        #[arg(long)]
        load_only: bool,
    },
    /// Import the core system's export (CSV files and manifest.toml), all or nothing.
    Import {
        /// Folder with the files.
        dir: PathBuf,
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Check a policy edition and say what it holds; without a folder, the built-in one.
    CheckPolicy {
        /// Folder with the edition's TOML and CSV files.
        dir: Option<PathBuf>,
    },
    /// Bring the database up to this version of the program.
    Migrate(ConfigArgs),
    /// Write a consistent copy of the SQLite database to a new file while the portal goes on.
    Backup {
        /// The file to write; it must not exist yet.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigArgs,
    },
}

#[derive(Debug, clap::Args)]
struct ConfigArgs {
    /// Configuration file (TOML); see docs/operations.md for every key.
    #[arg(long, value_name = "FILE", default_value = "anju.toml")]
    config: PathBuf,
}

impl ConfigArgs {
    fn load(&self) -> Result<Config, ConfigError> {
        Config::load(&self.config)
    }
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The policy edition cannot be used.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The keys cannot be used.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The database does not answer as it should.
    #[error("database: {0}")]
    Store(#[from] StoreError),
    /// The import was refused; nothing changed.
    #[error("import refused, nothing changed: {0}")]
    Import(#[from] crate::import::ImportError),
    /// The demonstration centre could not be made.
    #[error("demonstration: {0}")]
    Demo(#[from] crate::demo::DemoError),
    /// A file or socket.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
}

impl CliError {
    fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }
}

/// Runs one command to its end.
pub async fn run(cli: Cli) -> Result<(), CliError> {
    match cli.command {
        Command::Serve(args) => {
            let config = args.load()?;
            crate::log::start(&config);
            let (keys, store) = open(&config).await?;
            serve::serve(config, store, keys, &[]).await
        }
        Command::Demo {
            data,
            listen,
            members,
            seed,
            database,
            load_only,
        } => {
            demo::run(demo::Plan {
                data,
                listen,
                members,
                seed,
                database,
                load_only,
            })
            .await
        }
        Command::Import { dir, config } => import(&dir, &config.load()?).await,
        Command::CheckPolicy { dir } => {
            let edition = policy::load(dir.as_deref())?;
            println!("{}", edition.check_report());
            Ok(())
        }
        Command::Migrate(args) => {
            let config = args.load()?;
            store::migrate(&config.database).await?;
            println!("database is up to date");
            Ok(())
        }
        Command::Backup { file, config } => {
            let (_, store) = open(&config.load()?).await?;
            store.backup(&file).await?;
            println!("backup written to {}", file.display());
            Ok(())
        }
    }
}

/// Opens the configured database, with the keys for its sealed columns.
async fn open(config: &Config) -> Result<(Arc<Keys>, Arc<dyn Store>), CliError> {
    let keys = Arc::new(Keys::load(&config.key_file)?);
    let store = store::open(&config.database, Arc::clone(&keys)).await?;
    Ok((keys, store))
}

async fn import(dir: &Path, config: &Config) -> Result<(), CliError> {
    crate::log::start(config);
    let (_, store) = open(config).await?;
    let summary = crate::import::run(dir, store.as_ref(), &SystemClock).await?;
    println!("{summary}");
    store.close().await?;
    Ok(())
}
