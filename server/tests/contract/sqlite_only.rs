//! What only the embedded store promises.

use crate::{
    bench::{Bench, PURPOSE, after, block_on, keys, now},
    samples::{Export, key_of},
    session::{IDLE, session},
    visit::{slot, wish},
};
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;
use server::{
    seal::Keys,
    store::{self, error::StoreError},
    visit::store::Booked,
};
use std::{collections::BTreeSet, path::Path, sync::Arc};

async fn bench_in(dir: &Path) -> Bench {
    Bench::on(format!("sqlite:{}", dir.join("anju.db").display())).await
}

fn files(dir: &Path) -> BTreeSet<String> {
    std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_backup_taken_while_bookings_go_on_opens_whole() {
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        Export::sample().import(&*bench.store).await;
        let booked = bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap();
        assert!(matches!(booked, Booked::Created(_)));
        let copy = dir.path().join("copy.db");
        let (backup, ()) = tokio::join!(bench.store.backup(&copy), async {
            for n in 2..50 {
                bench.store.book(&wish(n, slot(60, 100)), now()).await.unwrap();
            }
        });
        backup.unwrap();
        assert!(
            matches!(bench.store.backup(&copy).await, Err(StoreError::File { .. })),
            "never overwrites"
        );
        let restored = store::open(&format!("sqlite:{}", copy.display()), keys(), PURPOSE)
            .await
            .unwrap();
        assert!(
            restored
                .appointment(&wish(1, slot(60, 4)).code)
                .await
                .unwrap()
                .is_some()
        );
        assert_eq!(
            restored.account(key_of(1)).await.unwrap(),
            bench.store.account(key_of(1)).await.unwrap()
        );
        assert_eq!(
            restored.last_import().await.unwrap(),
            bench.store.last_import().await.unwrap()
        );
    });
}

#[test]
fn a_restore_puts_the_backup_in_place_whatever_lies_there() {
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        Export::sample().import(&*bench.store).await;
        bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap();
        let (backup, database) = (dir.path().join("copy"), dir.path().join("anju.db"));
        bench.store.backup(&backup).await.unwrap();
        let in_use = store::restore(&bench.url, &backup, &keys(), PURPOSE).await;
        assert!(
            matches!(in_use, Err(StoreError::Busy(_))),
            "the portal is running: {in_use:?}"
        );
        // Later bookings, and another import; then the machine dies: their log is left behind.
        bench.store.book(&wish(2, slot(60, 4)), now()).await.unwrap();
        let mut later = Export::sample();
        later.accounts[0].balance += fund::money::Fen::new(1);
        later.import(&*bench.store).await;
        let log = dir.path().join("anju.db-wal");
        let left = std::fs::read(&log).unwrap();
        assert!(!left.is_empty());
        bench.store.close().await.unwrap();
        std::fs::write(&log, left).unwrap();
        let aside = store::restore(&bench.url, &backup, &keys(), PURPOSE)
            .await
            .unwrap();
        assert!(aside.unwrap().join("anju.db").exists(), "nothing is thrown away");
        assert!(!log.exists(), "a log of other days is replayed into nothing");
        let restored = bench.another().await;
        assert_eq!(
            restored
                .appointments_of(wish(1, slot(60, 4)).person)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            restored
                .appointments_of(wish(2, slot(60, 4)).person)
                .await
                .unwrap()
                .len(),
            0
        );
        let balance = Export::sample().accounts[0].balance;
        assert_eq!(
            restored
                .account(key_of(1))
                .await
                .unwrap()
                .unwrap()
                .account
                .balance,
            balance
        );
        // The next import finds its number free.
        Export::sample().import(&*restored).await;
        restored.close().await.unwrap();
        // A backup that is not whole, and one of other keys, change nothing.
        let before = std::fs::read(&database).unwrap();
        let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(8));
        let others = Arc::new(Keys::from_toml(&text).unwrap());
        let refused = store::restore(&bench.url, &backup, &others, PURPOSE).await;
        assert!(matches!(refused, Err(StoreError::OtherKeys)), "{refused:?}");
        let mut bytes = std::fs::read(&backup).unwrap();
        for byte in &mut bytes[5000..9000] {
            *byte = 0x5a;
        }
        std::fs::write(&backup, bytes).unwrap();
        assert!(
            store::restore(&bench.url, &backup, &keys(), PURPOSE)
                .await
                .is_err()
        );
        assert_eq!(std::fs::read(&database).unwrap(), before);
    });
}

#[test]
fn closing_leaves_the_database_and_two_read_copies_and_refuses_more_work() {
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        bench.store.ready().await.unwrap();
        let mut former = Export::sample().import(&*bench.store).await;
        for _ in 0..2 {
            former = Export::sample().import(&*bench.store).await;
        }
        drop(bench.store.begin(Export::sample().expected()).await.unwrap());
        let last = Export::sample().import(&*bench.store).await;
        bench.store.close().await.unwrap();
        bench.store.close().await.unwrap();
        assert!(matches!(
            bench.store.book(&wish(1, slot(60, 4)), now()).await,
            Err(StoreError::Closed)
        ));
        assert!(bench.store.ready().await.is_err());
        let read_copy = |generation| format!("anju.db.imported-{generation}");
        assert_eq!(
            files(dir.path()),
            BTreeSet::from([
                "anju.db".to_owned(),
                read_copy(former.generation),
                read_copy(last.generation)
            ])
        );
    });
}

#[test]
fn a_session_is_read_while_nothing_can_be_written() {
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        let opened = session(1);
        bench.store.open_session(&opened).await.unwrap();
        // Somebody else holds the writing lock, as a disk that stalls would.
        let other = rusqlite::Connection::open(dir.path().join("anju.db")).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        for minutes in [2, 16, 30] {
            let read = bench.store.session(&opened.token, after(minutes), IDLE);
            let read = tokio::time::timeout(std::time::Duration::from_secs(2), read).await;
            let seen = read
                .expect("waited for the writer")
                .unwrap()
                .map(|session| session.seen_at);
            assert_eq!(
                seen,
                Some(after(minutes)),
                "its use counts before it is written down"
            );
        }
        other.execute_batch("ROLLBACK").unwrap();
        bench.store.close().await.unwrap();
        let again = bench.another().await;
        let sessions = again.sessions(opened.person, after(30), IDLE).await.unwrap();
        assert_eq!(
            sessions[0].seen_at,
            after(30),
            "written down at the latest when closing"
        );
    });
}

#[test]
fn nothing_personal_can_be_read_in_the_files() {
    let dir = tempfile::tempdir().unwrap();
    let export = Export::sample();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        export.import(&*bench.store).await;
        bench.store.close().await.unwrap();
    });
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for file in files(dir.path()) {
        let bytes = std::fs::read(dir.path().join(&file)).unwrap();
        for member in &export.members {
            assert!(!holds(&bytes, member.name.as_str()), "a name in {file}");
            assert!(!holds(&bytes, member.paper.as_str()), "an ID number in {file}");
            let phone = member.phone.as_ref().map(fund::identity::Phone::as_str);
            assert!(
                phone.is_none_or(|phone| !holds(&bytes, phone)),
                "a phone number in {file}"
            );
        }
        // The check itself can see: the employers are there in clear.
        assert!(!file.contains("imported") || holds(&bytes, &export.employers[0].name));
    }
}

#[cfg(unix)]
#[test]
fn files_are_their_owners_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        Export::sample().import(&*bench.store).await;
        bench.store.backup(&dir.path().join("copy.db")).await.unwrap();
        assert_eq!(
            files(dir.path())
                .iter()
                .filter(|file| file.starts_with("copy.db"))
                .count(),
            2
        );
        let path = |file: &str| dir.path().join(file);
        let readable_by_others = || {
            let mode = |file: &String| std::fs::metadata(path(file)).unwrap().permissions().mode();
            let mut files = files(dir.path());
            files.retain(|file| mode(file) & 0o077 != 0 && !path(file).is_dir());
            files
        };
        assert!(readable_by_others().is_empty());
        // Who may read the backup is no matter for what is restored from it.
        for file in files(dir.path())
            .into_iter()
            .filter(|file| file.starts_with("copy.db"))
        {
            std::fs::set_permissions(path(&file), std::fs::Permissions::from_mode(0o644)).unwrap();
        }
        bench.store.close().await.unwrap();
        store::restore(&bench.url, &path("copy.db"), &keys(), PURPOSE)
            .await
            .unwrap();
        assert!(
            readable_by_others()
                .iter()
                .all(|file| file.starts_with("copy.db"))
        );
    });
}

#[test]
fn opening_makes_no_database() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("typed-wrong.db").display());
    let refused = block_on(store::open(&url, keys(), PURPOSE)).err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
    assert!(files(dir.path()).is_empty());
}

/// Files of this process that are read copies of the database in `dir`, opened so many times each.
#[cfg(target_os = "linux")]
fn open_read_copies(dir: &Path) -> std::collections::BTreeMap<String, usize> {
    let mut open = std::collections::BTreeMap::new();
    for entry in std::fs::read_dir("/proc/self/fd").unwrap().flatten() {
        let Ok(file) = std::fs::read_link(entry.path()) else {
            continue;
        };
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        if let Some(name) = name.filter(|name| file.starts_with(dir) && name.contains(".imported-")) {
            *open.entry(name).or_default() += 1;
        }
    }
    open
}

#[cfg(target_os = "linux")]
#[test]
fn however_many_read_after_a_swap_each_thread_opens_the_read_copy_once() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path().canonicalize().unwrap();
    block_on(async {
        let bench = bench_in(&dir).await;
        let most = std::thread::available_parallelism().map_or(4, |cores| cores.get().clamp(2, 8));
        for _ in 0..3 {
            Export::sample().import(&*bench.store).await;
            let stores = [Arc::clone(&bench.store)];
            let read = Bench::at_once(&stores, 200, |store, _| async move {
                store.account(key_of(1)).await.unwrap().is_some()
            });
            assert!(read.await.into_iter().all(|found| found));
            let current = bench.store.last_import().await.unwrap().unwrap().generation;
            let open = open_read_copies(&dir);
            let of_current = open.get(&format!("anju.db.imported-{current}")).copied();
            assert!(of_current.is_some_and(|count| count <= most), "{open:?}");
            assert!(open.values().sum::<usize>() <= most, "{open:?}");
        }
        bench.store.close().await.unwrap();
        assert!(open_read_copies(&dir).is_empty());
    });
}
