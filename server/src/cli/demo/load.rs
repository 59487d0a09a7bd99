//! Brings a demonstration centre in through the same import as any centre's export, and gives its people their passwords.

use std::num::NonZero;
use std::path::Path;
use std::thread;

use argon2::PasswordHasher as _;
use chrono::{DateTime, Utc};
use demo::Person;
use fund::edition::Edition;
use fund::identity::IdNumber;

use crate::account::{password::hasher, store::Credential};
use crate::cli::CliError;
use crate::clock::{Clock, local};
use crate::import::{self, Former, Summary};
use crate::seal::Keys;
use crate::store::Store;

/// Passwords come first and the import last: where an import is in use, everybody in `people.csv` can sign in.
///
/// Blocks its thread while it makes the files and hashes passwords: for the command line, before anything is served.
pub(super) async fn load(
    dir: &Path,
    (members, seed): (u32, u64),
    edition: &Edition,
    store: &dyn Store,
    keys: &Keys,
    clock: &dyn Clock,
) -> Result<Summary, CliError> {
    let now = clock.now();
    let people = demo::generate(dir, members, seed, local(now).date(), edition)?;
    store.set_credentials(&credentials(&people, keys, now)?).await?;
    Ok(import::run(dir, store, clock, Former::MayDiffer).await?)
}

/// Hashes everybody's password, on all processors: each hash takes 19 MiB and some tens of milliseconds.
fn credentials(people: &[Person], keys: &Keys, now: DateTime<Utc>) -> Result<Vec<Credential>, CliError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let hash = |people: &[Person]| -> Option<Vec<Credential>> {
        people
            .iter()
            .map(|person| credential(person, keys, now))
            .collect()
    };
    let hashed: Option<Vec<_>> = thread::scope(|scope| {
        let shares = people.chunks(people.len().div_ceil(threads).max(1));
        let running: Vec<_> = shares.map(|share| scope.spawn(move || hash(share))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().ok().flatten())
            .collect()
    });
    Ok(hashed.ok_or(CliError::Passwords)?.concat())
}

fn credential(person: &Person, keys: &Keys, now: DateTime<Utc>) -> Option<Credential> {
    let hash = hasher().ok()?.hash_password(person.password.as_bytes()).ok()?;
    Some(Credential {
        person: keys.person(&IdNumber::parse(&person.id_number).ok()?),
        password_hash: hash.to_string(),
        changed_at: now,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use chrono::{NaiveDate, NaiveTime};
    use rand::SeedableRng as _;

    use super::*;
    use crate::account::store::EntryFilter;
    use crate::clock::FixedClock;
    use crate::{policy, store};

    #[tokio::test(flavor = "multi_thread")]
    async fn it_comes_in_through_the_import_and_its_people_can_sign_in() {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", dir.path().join("anju.db").display());
        let keys = Keys::generate_toml(&mut rand_chacha::ChaCha20Rng::seed_from_u64(1));
        let keys = Arc::new(Keys::from_toml(&keys).unwrap());
        let purpose = store::Purpose::Demonstration;
        store::migrate(&url, &keys, purpose).await.unwrap();
        let store = store::open(&url, Arc::clone(&keys), purpose).await.unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let clock = FixedClock::at(today.and_time(NaiveTime::MIN));
        let export = dir.path().join("export");
        let edition = policy::load(None).unwrap();

        let summary = load(&export, (40, 3), &edition, store.as_ref(), &keys, &clock)
            .await
            .unwrap();

        assert_eq!(summary.record.as_of, today.pred_opt().unwrap());
        assert_eq!(summary.record.rows[1..3], [40, 40]);
        let people = demo::people(&export).unwrap();
        assert_eq!(people.len(), 40);
        let file = |name| fs::read_to_string(export.join(name)).unwrap();
        let (accounts, entries) = (file("accounts.csv"), file("entries.csv"));
        for (person, row) in people.iter().zip(accounts.lines().skip(1)) {
            let key = keys.person(&IdNumber::parse(&person.id_number).unwrap());
            let credential = store.credential(key).await.unwrap().unwrap();
            assert!(
                credential
                    .password_hash
                    .starts_with("$argon2id$v=19$m=19456,t=2,p=1$")
            );
            let cells: Vec<_> = row.split(',').collect();
            let account = store.account(key).await.unwrap().unwrap();
            assert_eq!(
                (
                    account.account.balance.to_string().as_str(),
                    account.member.name.as_str()
                ),
                (cells[5], person.name.as_str())
            );
            let page = store.entries(key, EntryFilter::default(), None, 1).await.unwrap();
            let last = entries
                .lines()
                .rfind(|line| line.split(',').next() == Some(cells[0]))
                .unwrap();
            assert_eq!(Some(page.lines[0].serial.as_str()), last.split(',').nth(1));
        }
        store.close().await.unwrap();
    }
}
