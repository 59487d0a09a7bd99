//! Those who can sign in: their passwords, the list of them, and the hashes for the store.

use super::DemoError;
use crate::{
    account::{password::hasher, store::Credential},
    seal::Keys,
};
use argon2::PasswordHasher as _;
use chrono::{DateTime, Utc};
use fund::identity::IdNumber;
use std::{fmt, fs::File, path::Path};

/// The list's name within the folder.
pub const PEOPLE: &str = "people.csv";

/// Somebody who can sign in. `Debug` withholds number and password.
#[derive(Clone)]
pub struct Person {
    /// The number to sign in with.
    pub id_number: IdNumber,
    /// The password, in clear: these people do not exist.
    pub password: String,
    /// Name.
    pub name: String,
    /// What is particular about them, in a sentence.
    pub story: String,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("story", &self.story)
            .finish_non_exhaustive()
    }
}

/// Everybody who can sign in, those with stories first.
#[derive(Debug, Clone)]
pub struct People(pub Vec<Person>);

impl People {
    /// Writes the list to `people.csv` in the folder, for its owner's eyes only.
    pub fn write(&self, dir: &Path) -> Result<(), DemoError> {
        let path = dir.join(PEOPLE);
        let file = private(&path).map_err(|source| DemoError::Write { path, source })?;
        let mut csv = csv::Writer::from_writer(file);
        csv.write_record(["id_number", "password", "name", "story"])?;
        for person in &self.0 {
            csv.write_record([
                person.id_number.as_str(),
                &person.password,
                &person.name,
                &person.story,
            ])?;
        }
        csv.flush().map_err(csv::Error::from)?;
        Ok(())
    }

    /// Reads the list a demonstration wrote, so that it need not be made again to name somebody.
    pub fn read(dir: &Path) -> Result<Self, DemoError> {
        let mut people = Vec::new();
        for (row, line) in csv::Reader::from_path(dir.join(PEOPLE))?.records().zip(2..) {
            let row = row?;
            let cell = |at| row.get(at).unwrap_or_default().to_owned();
            let id_number = IdNumber::parse(&cell(0)).map_err(|_| DemoError::People(line))?;
            people.push(Person {
                id_number,
                password: cell(1),
                name: cell(2),
                story: cell(3),
            });
        }
        Ok(Self(people))
    }

    /// Hashes everybody's password, on all processors: each hash takes 19 MiB and some tens of milliseconds.
    pub fn credentials(&self, keys: &Keys, now: DateTime<Utc>) -> Result<Vec<Credential>, DemoError> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = self.0.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let hash = |people: &'_ [Person]| {
                people
                    .iter()
                    .map(|person| credential(person, keys, now))
                    .collect()
            };
            let running: Vec<_> = self
                .0
                .chunks(share)
                .map(|people| scope.spawn(move || hash(people)))
                .collect();
            let mut credentials = Vec::with_capacity(self.0.len());
            for thread in running {
                let part: Result<Vec<_>, DemoError> = thread.join().map_err(|_| DemoError::Hashing)?;
                credentials.extend(part?);
            }
            Ok(credentials)
        })
    }
}

fn credential(person: &Person, keys: &Keys, now: DateTime<Utc>) -> Result<Credential, DemoError> {
    let hasher = hasher().map_err(|_| DemoError::Hashing)?;
    let hash = hasher
        .hash_password(person.password.as_bytes())
        .map_err(|_| DemoError::Hashing)?;
    Ok(Credential {
        person: keys.person(&person.id_number),
        password_hash: hash.to_string(),
        changed_at: now,
    })
}

/// A file that only its owner can read.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
