//! The demonstration centre: people who do not exist, with years of contributions, withdrawals and loans, written as the
//! files that a core business system exports. Policy and branches come from the edition, arithmetic from `fund`.
//!
//! | question | module |
//! | --- | --- |
//! | who has a story of their own, and who else is there? | `cast`, `draw` |
//! | what can happen to somebody? | `story` |
//! | what does that do to the account, to the loan? | `account`, `loan`; all of it together: `life` |
//! | where do they work, what are they called? | `employer`, `identity` |
//! | how do the files look? | `export` |
//!
//! The same number of members, seed, day and edition give the same files, byte for byte.

mod account;
mod cast;
mod centre;
mod chance;
mod draw;
mod employer;
mod export;
mod identity;
mod life;
mod loan;
mod report;
mod story;
#[cfg(test)]
mod tests;

use centre::Centre;
use chance::chance;
use chrono::NaiveDate;
use export::Export;
use fund::{edition::Edition, interest::InterestError, repayment::ReplayError};
use life::each_member;
use serde::{Deserialize, Serialize};
use std::{fs::File, path::Path};

/// The system that is said to have written the files.
pub const ISSUER: &str = "演示核心业务系统";
/// The list of those who can sign in, beside the files.
pub const PEOPLE: &str = "people.csv";

/// How many can sign in; all, where there are fewer.
const PEOPLE_WITH_PASSWORDS: usize = 500;
const PASSWORDS_STREAM: u64 = u64::MAX;

/// Why a demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Too few members for the cast, or too many for the numbers there are.
    #[error(
        "a demonstration has from {} to {} members",
        cast::SIZE,
        identity::MOST_MEMBERS
    )]
    Members,
    /// The policy edition lacks what the demonstration is made from.
    #[error("the policy edition has no {0}")]
    Edition(&'static str),
    /// An identity number's check did not come out.
    #[error("demonstration member {0} could not be made")]
    Member(u32),
    /// The interest of an account cannot be settled.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// A loan's instalments cannot be reckoned.
    #[error("the loan of a demonstration member could not be made: {0}")]
    Loan(#[from] ReplayError),
    /// A file could not be written or read.
    #[error("the demonstration's files: {0}")]
    Files(#[from] csv::Error),
}

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The identity number to sign in with.
    pub id_number: String,
    /// In clear: these people do not exist.
    pub password: String,
    /// As it stands on the account.
    pub name: String,
    /// What is particular about them, in a sentence.
    pub story: String,
}

/// Writes the files of a demonstration centre as of yesterday's close, and tells who can sign in: the cast first.
///
/// What `dir` held under the same names is overwritten.
///
/// # Errors
/// A number of members that cannot be, an edition without rates, branches or report, a file that cannot be written.
pub fn generate(
    dir: &Path,
    members: u32,
    seed: u64,
    today: NaiveDate,
    edition: &Edition,
) -> Result<Vec<Person>, DemoError> {
    if !(cast::SIZE..=identity::MOST_MEMBERS).contains(&members) {
        return Err(DemoError::Members);
    }
    let mut centre = Centre::new(members, seed, today, edition)?;
    let mut export = Export::create(dir)?;
    let mut passwords = chance(seed, PASSWORDS_STREAM);
    let mut people = Vec::new();
    each_member(&mut centre, members, |life, centre| {
        export.life(life, centre)?;
        if people.len() < PEOPLE_WITH_PASSWORDS {
            people.push(life.person(identity::password(&mut passwords)));
        }
        Ok(())
    })?;
    export.finish(&centre)?;
    write_people(&people, &dir.join(PEOPLE))?;
    Ok(people)
}

/// Reads the list of those who can sign in to a demonstration made earlier.
///
/// # Errors
/// There is no such list, or it is not as it was written.
pub fn people(dir: &Path) -> Result<Vec<Person>, DemoError> {
    let people: Result<_, _> = csv::Reader::from_path(dir.join(PEOPLE))?.deserialize().collect();
    Ok(people?)
}

/// For its owner's eyes only.
fn write_people(people: &[Person], path: &Path) -> Result<(), csv::Error> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut csv = csv::Writer::from_writer(options.open(path)?);
    people.iter().try_for_each(|person| csv.serialize(person))?;
    Ok(csv.flush()?)
}
