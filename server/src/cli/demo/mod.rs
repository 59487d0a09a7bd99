//! `anju demo`: makes a demonstration centre through the real import, and serves it.

mod load;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use demo::{PEOPLE, Person};

use super::{CliError, serve};
use crate::clock::SystemClock;
use crate::config::{Config, Messages};
use crate::policy;
use crate::seal::Keys;
use crate::store::{self, Store};

/// People shown at the start, to sign in as at once.
const PEOPLE_SHOWN: usize = 3;

/// What was asked for on the command line.
pub(super) struct DemoOptions {
    pub(super) data: PathBuf,
    pub(super) listen: SocketAddr,
    pub(super) members: u32,
    pub(super) seed: u64,
    pub(super) database: Option<String>,
    pub(super) load_only: bool,
}

impl DemoOptions {
    fn config(&self) -> Config {
        Config {
            listen: self.listen,
            public_url: format!("http://{}", self.listen),
            database: self
                .database
                .clone()
                .unwrap_or_else(|| format!("sqlite:{}", self.data.join("anju.db").display())),
            key_file: self.data.join("keys.toml"),
            demo: true,
            messages: Messages {
                file: self.data.join("messages.jsonl"),
                gateway: None,
            },
            log: std::env::var("ANJU_LOG").unwrap_or_else(|_| "warn".to_owned()),
            ..Config::default()
        }
    }
}

/// Makes the centre if its database is empty, then serves it.
pub(super) async fn run(plan: DemoOptions) -> Result<(), CliError> {
    let config = plan.config().with_limits_from_environment()?;
    config.check()?;
    crate::log::start(&config);
    std::fs::create_dir_all(&plan.data).map_err(CliError::io(format!(
        "cannot make the folder {}",
        plan.data.display()
    )))?;
    let keys = Arc::new(keys(&config)?);
    store::migrate(&config.database, &keys, config.purpose()).await?;
    let store = store::open(&config.database, Arc::clone(&keys), config.purpose()).await?;
    let people_file = plan.data.join(PEOPLE);
    if store.last_import().await?.is_none() || !people_file.exists() {
        make(&plan, store.as_ref(), &keys).await?;
    }
    let people = demo::people(&plan.data)?;
    if plan.load_only {
        store.close().await?;
        return Ok(());
    }
    serve::serve(config, store, keys, &greeting(plan.listen, &people, &people_file)).await
}

fn keys(config: &Config) -> Result<Keys, CliError> {
    if config.key_file.exists() {
        return Ok(Keys::load(&config.key_file)?);
    }
    Ok(super::new_keys(&config.key_file)?)
}

async fn make(plan: &DemoOptions, store: &dyn Store, keys: &Keys) -> Result<(), CliError> {
    say!(
        "Making a demonstration centre of {} members in {} …",
        plan.members,
        plan.data.display()
    );
    let edition = policy::load(None)?;
    let people = (plan.members, plan.seed);
    let summary = load::load(&plan.data, people, &edition, store, keys, &SystemClock).await?;
    say!("{}", summary);
    Ok(())
}

fn greeting(listen: SocketAddr, people: &[Person], file: &std::path::Path) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        format!("安居 · demonstration centre: http://{listen}"),
        "Everybody in it is invented. Sign in (/signin) as:".to_owned(),
    ];
    lines.extend(people.iter().take(PEOPLE_SHOWN).map(|person| {
        format!(
            "  {}  {}  {} — {}",
            person.id_number, person.password, person.name, person.story
        )
    }));
    lines.push(format!(
        "  … and {} more in {}",
        people.len().saturating_sub(PEOPLE_SHOWN),
        file.display()
    ));
    lines.push("Ctrl-C stops it; what was acknowledged stays.".to_owned());
    lines
}
