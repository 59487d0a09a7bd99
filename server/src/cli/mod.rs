//! The command line: one executable, one subcommand for each thing an operator does.

/// Prints a line. Who reads it may have gone away (`| head`), which is no fault of the command.
macro_rules! say {
    ($($said:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($said)*);
    }};
}

mod demo;
mod serve;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Parser, Subcommand};
use fund::edition::Edition;

use crate::clock::{Clock as _, SystemClock};
use crate::config::{Config, ConfigError};
use crate::import::Former;
use crate::policy::{self, PolicyError};
use crate::seal::{Keys, SealError};
use crate::store::{self, Store, error::StoreError};
use crate::visit::displaced::Displaced;

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
        #[arg(required_unless_present = "undo")]
        dir: Option<PathBuf>,
        /// Take an export that is older than the data in use, empty, or much smaller.
        #[arg(long)]
        force: bool,
        /// Put the import before the last one back in its place. One is kept, so this can be done once after each import.
        #[arg(long, conflicts_with_all = ["dir", "force"])]
        undo: bool,
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Check a policy edition and say what it holds; without a folder, the built-in one.
    CheckPolicy {
        /// Folder with the edition's TOML and CSV files.
        dir: Option<PathBuf>,
        /// Also list the appointments in this configuration's database that the edition cannot keep.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// Draw instead how the questions of each notice lead to its list of papers or to a refusal: Markdown with Mermaid.
        #[arg(long, conflicts_with = "against")]
        graph: bool,
    },
    /// Bring the database up to this version of the program.
    Migrate(ConfigArgs),
    /// Make the keys that seal personal data.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Put a backup of the SQLite database in the place of the present one, which is moved aside. Stop the portal first.
    Restore {
        /// The backup, as `anju backup` wrote it; its read copy stands beside it.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigArgs,
    },
    /// Write a consistent copy of the SQLite database to a new file while the portal goes on.
    Backup {
        /// The file to write; it must not exist yet.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigArgs,
    },
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// Write a new key file, readable by its owner only. Never overwrites one.
    New {
        /// The file to write.
        file: PathBuf,
    },
    /// Add a key to the blind index in a key file. Stop the portal first; then migrate and import.
    RotateIndex {
        /// The key file. It is replaced in one step.
        file: PathBuf,
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
    /// Messages cannot be sent.
    #[error(transparent)]
    Messages(#[from] crate::message::ProviderError),
    /// The database does not answer as it should.
    #[error("database: {0}")]
    Store(#[from] StoreError),
    /// The import was refused; nothing changed.
    #[error("import refused, nothing changed: {0}")]
    Import(#[from] crate::import::ImportError),
    /// The demonstration centre could not be made.
    #[error("demonstration: {0}")]
    Demo(#[from] ::demo::DemoError),
    /// The people of a demonstration centre cannot sign in.
    #[error("demonstration: the passwords could not be hashed")]
    Passwords,
    /// The edition has no room for appointments already made.
    #[error(
        "the edition cannot keep every appointment: call these people, or open a window, before it is used"
    )]
    Displaced,
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
            demo::run(demo::DemoOptions {
                data,
                listen,
                members,
                seed,
                database,
                load_only,
            })
            .await
        }
        Command::Import {
            dir: Some(dir),
            force,
            config,
            ..
        } => {
            let former = if force { Former::MayDiffer } else { Former::MustFit };
            import(&dir, &config.load()?, former).await
        }
        Command::Import {
            dir: None, config, ..
        } => undo_import(&config.load()?).await,
        Command::CheckPolicy { dir, graph: true, .. } => {
            say!("{}", graphs(&policy::load(dir.as_deref())?));
            Ok(())
        }
        Command::CheckPolicy { dir, against, .. } => check_policy(dir.as_deref(), against.as_deref()).await,
        Command::Migrate(args) => {
            let config = args.load()?;
            let keys = Arc::new(Keys::load(&config.key_file)?);
            store::migrate(&config.database, &keys, config.purpose()).await?;
            say!("database is up to date");
            Ok(())
        }
        Command::Keys(command) => Ok(change_keys(&command)?),
        Command::Restore { file, config } => {
            let config = config.load()?;
            let keys = Arc::new(Keys::load(&config.key_file)?);
            let aside = store::restore(&config.database, &file, &keys, config.purpose()).await?;
            say!("restored from {}", file.display());
            if let Some(aside) = aside {
                say!("what was there before is in {}", aside.display());
            }
            Ok(())
        }
        Command::Backup { file, config } => {
            let (_, store) = open(&config.load()?).await?;
            store.backup(&file).await?;
            say!("backup written to {}", file.display());
            Ok(())
        }
    }
}

fn change_keys(command: &KeysCommand) -> Result<(), SealError> {
    match command {
        KeysCommand::New { file } => {
            new_keys(file)?;
            say!(
                "keys written to {}: keep a copy apart from the database",
                file.display()
            );
        }
        KeysCommand::RotateIndex { file } => {
            let keys = Keys::rotate_index(file, &mut system_random())?;
            say!(
                "the blind index now has {} keys: copy {} again, then `anju migrate` and `anju import` before the portal is started",
                keys.index_version(),
                file.display()
            );
        }
    }
    Ok(())
}

fn new_keys(file: &Path) -> Result<Keys, SealError> {
    Keys::create(file, &mut system_random())
}

#[expect(
    clippy::disallowed_methods,
    reason = "keys come from the system's randomness, whatever a demonstration's seed"
)]
fn system_random() -> impl rand::CryptoRng {
    rand::rng()
}

/// Opens the configured database, with the keys for its sealed columns.
async fn open(config: &Config) -> Result<(Arc<Keys>, Arc<dyn Store>), CliError> {
    let keys = Arc::new(Keys::load(&config.key_file)?);
    let store = store::open(&config.database, Arc::clone(&keys), config.purpose()).await?;
    Ok((keys, store))
}

async fn check_policy(dir: Option<&Path>, against: Option<&Path>) -> Result<(), CliError> {
    let edition = policy::load(dir)?;
    say!("{}", edition.check_report(SystemClock.today()));
    if let Some(file) = against {
        let (_, store) = open(&Config::load(file)?).await?;
        let displaced = Displaced::find(store.as_ref(), &edition, SystemClock.now()).await?;
        store.close().await?;
        say!("{displaced}");
        if !displaced.is_empty() {
            return Err(CliError::Displaced);
        }
    }
    Ok(())
}

/// The notices as flowcharts, in the form that code forges and editors draw.
fn graphs(edition: &Edition) -> String {
    let drawn = edition.flows.iter().map(|flow| {
        format!(
            "## {}\n\n```mermaid\n{}```\n",
            flow.code,
            app::text::notice::graph(flow)
        )
    });
    drawn.collect::<Vec<_>>().join("\n")
}

async fn undo_import(config: &Config) -> Result<(), CliError> {
    crate::log::start(config);
    let (_, store) = open(config).await?;
    let undone = store.undo().await;
    let closed = store.close().await;
    say!("the data of {} are in use again", undone?.as_of);
    Ok(closed?)
}

async fn import(dir: &Path, config: &Config, former: Former) -> Result<(), CliError> {
    crate::log::start(config);
    let (_, store) = open(config).await?;
    let imported = crate::import::run(dir, store.as_ref(), &SystemClock, former).await;
    let closed = store.close().await;
    say!("{}", imported?);
    Ok(closed?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::error::ErrorKind> {
        Cli::try_parse_from(line.split(' '))
            .map(|cli| cli.command)
            .map_err(|error| error.kind())
    }

    #[test]
    fn every_notice_is_drawn_with_its_questions_and_refusals() {
        let edition = policy::load(None).unwrap();
        let drawn = graphs(&edition);
        for flow in &edition.flows {
            let chart = drawn
                .split(&format!("## {}\n\n```mermaid\n", flow.code))
                .nth(1)
                .unwrap();
            let (chart, _) = chart.split_once("```").unwrap();
            assert!(chart.starts_with("flowchart TD\n"), "{chart}");
            let nodes = |prefix: char| {
                let begins = |line: &&str| line.trim().starts_with(prefix) && !line.contains("->");
                chart.lines().filter(begins).count()
            };
            assert_eq!(nodes('q'), flow.questions.len(), "{}", flow.code);
            assert_eq!(nodes('r'), flow.refusals.len(), "{}", flow.code);
        }
        assert!(parsed("anju check-policy --graph").is_ok());
        assert!(parsed("anju check-policy --graph --against anju.toml").is_err());
    }

    #[test]
    fn an_import_has_a_folder_or_undoes_the_last_one() {
        assert!(matches!(
            parsed("anju import folder --force"),
            Ok(Command::Import {
                dir: Some(_),
                force: true,
                ..
            })
        ));
        assert!(matches!(
            parsed("anju import --undo"),
            Ok(Command::Import {
                dir: None,
                undo: true,
                ..
            })
        ));
        for refused in [
            "anju import",
            "anju import folder --undo",
            "anju import --undo --force",
        ] {
            assert!(parsed(refused).is_err(), "{refused}");
        }
    }
}
