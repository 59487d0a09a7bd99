//! The demonstration centre: people who do not exist, with years of contributions, withdrawals and loans, written as
//! the files a core system would export and brought in through the same import.
//!
//! | question | module |
//! | --- | --- |
//! | who has a story? | `cast` |
//! | who else is there, and why do the totals fit the centre's report? | `draw` |
//! | what happens to a member, an account, a loan? | `member`, `account`, `loan` |
//! | how do the files look? | `write` |
//! | who can sign in? | [`People`] |
//!
//! The same number of members, seed and day give the same files, byte for byte.

mod account;
mod cast;
mod draw;
mod employers;
mod identity;
mod loan;
mod member;
mod people;
mod rules;
#[cfg(test)]
mod tests;
mod time;
mod write;

pub use people::{PEOPLE, People, Person};

use crate::{
    clock::{Clock, local},
    import::{
        self, Encoding, Former, ImportError, Summary,
        manifest::{MANIFEST, Manifest},
        rows::AccountStatus,
    },
    seal::Keys,
    store::{Store, StoreError},
};
use chrono::NaiveDate;
use draw::{Draw, Tally, source};
use employers::Employer;
use fund::{edition::Edition, interest::InterestError};
use member::Life;
use rules::Rules;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use time::Times;
use write::Export;

/// How many people can sign in; all, where there are fewer.
const PEOPLE_WITH_PASSWORDS: usize = 500;
/// Up to so many members have six years of ledger; beyond, one or two, with older money brought forward.
const LONG_LEDGERS: u32 = 20_000;

/// Why a demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A number of members that cannot be.
    #[error(
        "a demonstration has from {} to {} members",
        cast::SIZE,
        identity::MOST_MEMBERS
    )]
    Members,
    /// No loan rate is known for a day.
    #[error("the policy edition has no loan rate for {0}")]
    NoRate(NaiveDate),
    /// The policy edition's deposit rates do not fit.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// The policy edition has no deposit rate at all.
    #[error("the policy edition has no deposit rate")]
    NoDepositRate,
    /// A member's numbers could not be made.
    #[error("demonstration member {0} could not be made")]
    Identity(u32),
    /// A member's loan could not be made.
    #[error("the loan of demonstration member {0} could not be made")]
    Loan(u32),
    /// A member's account does not hold what a loan takes from it.
    #[error("the account of demonstration member {0} cannot pay its loan")]
    Overdrawn(u32),
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A CSV file could not be written or read.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The list of people is not as it was written.
    #[error("{PEOPLE}, line {0}: the identity number is wrong")]
    People(u64),
    /// A password could not be hashed.
    #[error("passwords could not be hashed")]
    Hashing,
    /// The import refused what was made.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A demonstration that was made and brought in.
#[derive(Debug)]
pub struct Loaded {
    /// Who can sign in, those with stories first.
    pub people: People,
    /// What the import brought in.
    pub summary: Summary,
}

/// Makes a demonstration centre, imports it, and gives its people their passwords.
///
/// Passwords come first and the import last: where an import is in use, everybody in `people.csv` can sign in.
///
/// The files, `people.csv` among them, stay in `dir`. Blocks its thread while it makes them and hashes passwords: for the
/// command line, before anything is served.
pub async fn load(
    dir: &Path,
    members: u32,
    seed: u64,
    edition: &Edition,
    store: &dyn Store,
    keys: &Keys,
    clock: &dyn Clock,
) -> Result<Loaded, DemoError> {
    let now = clock.now();
    let people = generate(dir, members, seed, local(now).date(), edition)?;
    store.set_credentials(&people.credentials(keys, now)?).await?;
    let summary = import::run(dir, store, clock, Former::MayDiffer).await?;
    Ok(Loaded { people, summary })
}

/// Writes the files of a demonstration centre as of yesterday's close, and tells who can sign in.
///
/// Same members, seed, day and edition, same files. What `dir` held under the same names is overwritten.
pub fn generate(
    dir: &Path,
    members: u32,
    seed: u64,
    today: NaiveDate,
    edition: &Edition,
) -> Result<People, DemoError> {
    let enough = u32::try_from(cast::SIZE).unwrap_or(u32::MAX);
    if !(enough..=identity::MOST_MEMBERS).contains(&members) {
        return Err(DemoError::Members);
    }
    fs::create_dir_all(dir).map_err(|source| DemoError::Write {
        path: dir.to_owned(),
        source,
    })?;
    let centre = Centre::new(members, seed, today, edition)?;
    let (people, manifest) = centre.write(dir, members)?;
    let path = dir.join(MANIFEST);
    fs::write(&path, manifest.to_toml()).map_err(|source| DemoError::Write { path, source })?;
    people.write(dir)?;
    Ok(people)
}

/// A centre being made.
struct Centre {
    seed: u64,
    rules: Rules,
    times: Times,
    employers: Vec<Employer>,
    /// Percent of members with a loan older than a year.
    old_loans: u32,
}

/// Streams of randomness beside the members' own, which are their numbers.
const EMPLOYERS_STREAM: u64 = u64::MAX;
const PASSWORDS_STREAM: u64 = u64::MAX - 1;

impl Centre {
    fn new(members: u32, seed: u64, today: NaiveDate, edition: &Edition) -> Result<Self, DemoError> {
        let rules = Rules::of(edition);
        let rates_from = rules
            .deposit_rates
            .iter()
            .map(|rate| rate.from)
            .min()
            .ok_or(DemoError::NoDepositRate)?;
        let (years, old_loans) = if members <= LONG_LEDGERS { (6, 14) } else { (1, 1) };
        let times = Times::new(today, years, rates_from);
        let employers = employers::draw(&mut source(seed, EMPLOYERS_STREAM), &rules, members, times.as_of);
        Ok(Self {
            seed,
            rules,
            times,
            employers,
            old_loans,
        })
    }

    fn write(mut self, dir: &Path, members: u32) -> Result<(People, Manifest), DemoError> {
        let mut export = Export::create(dir)?;
        let mut people = Vec::new();
        let mut passwords = source(self.seed, PASSWORDS_STREAM);
        let mut heads = vec![[0_u32; 2]; self.employers.len()];
        self.each_member(members, |at, life, story| {
            count_heads(&mut heads, at, life.account.status);
            write_life(&mut export, life)?;
            if people.len() < PEOPLE_WITH_PASSWORDS {
                people.push(Person {
                    id_number: life.id_number.clone(),
                    password: identity::password(&mut passwords),
                    name: life.member.name.as_str().to_owned(),
                    story: story.map_or_else(|| tell(life), str::to_owned),
                });
            }
            Ok(())
        })?;
        for (employer, [paying, sealed]) in self.employers.iter_mut().zip(heads) {
            employer.row.paying_members = paying;
            employer.row.sealed_members = sealed;
            export.employer(&employer.row)?;
        }
        let manifest = Manifest {
            as_of: self.times.as_of,
            issuer: crate::store::DEMONSTRATION_ISSUER.to_owned(),
            encoding: Some(Encoding::Utf8),
            controls: export.finish()?,
        };
        Ok((People(people), manifest))
    }

    /// Lives every member's life, in order: employer, life, and the story of those who have one.
    fn each_member(
        &self,
        members: u32,
        mut take: impl FnMut(usize, &Life, Option<&str>) -> Result<(), DemoError>,
    ) -> Result<Tally, DemoError> {
        let draw = Draw::new(&self.employers, self.times, self.old_loans);
        let mut tally = Tally::default();
        for index in 0..members {
            let (plan, story) = match cast::member(index as usize, &self.employers, self.times) {
                Some((plan, story)) => (plan, Some(story)),
                None => (
                    draw.member(&mut source(self.seed, index.into()), &mut tally),
                    None,
                ),
            };
            let life = member::live(&plan, index, &self.employers, &self.rules, self.times)?;
            if let Some(employer) = self.employers.get(plan.employer) {
                tally.add(employer.area, &life.totals);
            }
            take(plan.employer, &life, story)?;
        }
        Ok(tally)
    }
}

fn count_heads(heads: &mut [[u32; 2]], employer: usize, status: AccountStatus) {
    if let Some([paying, sealed]) = heads.get_mut(employer) {
        match status {
            AccountStatus::Normal | AccountStatus::Frozen => *paying += 1,
            AccountStatus::Sealed => *sealed += 1,
            _ => {}
        }
    }
}

fn write_life(export: &mut Export, life: &Life) -> Result<(), DemoError> {
    export.member(&life.member)?;
    export.account(&life.account)?;
    for entry in &life.entries {
        export.entry(entry)?;
    }
    if let Some(loan) = &life.loan {
        export.loan(&loan.row)?;
        for entry in &loan.entries {
            export.loan_entry(entry)?;
        }
    }
    Ok(())
}

/// A line about somebody without a story of their own.
fn tell(life: &Life) -> String {
    let loan = match &life.loan {
        None => "没有贷款",
        Some(loan) if loan.row.settled_on.is_some() => "贷款已还清",
        Some(loan) if loan.row.overdue_principal.get() > 0 => "贷款逾期",
        Some(_) => "正在还贷款",
    };
    format!("账户{}，{loan}", life.account.status.label())
}
