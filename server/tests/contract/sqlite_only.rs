//! What only the embedded store promises.

use crate::{
    bench::{Bench, block_on, keys, now},
    samples::{Export, key_of},
    visit::{slot, wish},
};
use server::{
    store::{self, StoreError},
    visit::store::Booked,
};
use std::{collections::BTreeSet, path::Path};

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
        let restored = store::open(&format!("sqlite:{}", copy.display()), keys())
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
fn closing_leaves_two_files_and_refuses_more_work() {
    let dir = tempfile::tempdir().unwrap();
    block_on(async {
        let bench = bench_in(dir.path()).await;
        bench.store.ready().await.unwrap();
        for _ in 0..3 {
            Export::sample().import(&*bench.store).await;
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
        let read_copy = format!("anju.db.imported-{}", last.generation);
        assert_eq!(
            files(dir.path()),
            BTreeSet::from(["anju.db".to_owned(), read_copy])
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
        for file in files(dir.path()) {
            let mode = std::fs::metadata(dir.path().join(&file))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o077, 0, "{file}");
        }
    });
}
