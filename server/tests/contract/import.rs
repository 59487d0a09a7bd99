//! Imports: a new read copy replaces the old one whole, or not at all.

use crate::{
    bench::{Bench, now},
    samples::{Export, account, day, key_of, loan_entry, member},
};
use fund::money::Fen;
use server::{
    account::store::EntryFilter,
    import::store::{Defect, Table},
    store::error::StoreError,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

behaviours![
    an_import_is_recorded,
    the_next_import_replaces_the_last,
    wrong_counts_and_totals_are_told,
    repeated_keys_are_told,
    references_that_lead_nowhere_are_told,
    defects_can_be_mended_and_checked_again,
    what_was_not_checked_is_not_swapped_in,
    an_import_is_undone_once,
    an_import_given_up_changes_nothing,
    a_later_import_supersedes_one_under_way,
    readers_see_one_import_or_the_other,
    what_people_did_survives_imports,
];

async fn an_import_is_recorded(bench: Bench) {
    let export = Export::sample();
    let record = export.import(&*bench.store).await;
    let expected = export.expected();
    assert_eq!((record.as_of, record.finished_at), (day("2026-11-27"), now()));
    assert_eq!(
        (record.rows, record.balance, record.loan_balance),
        (expected.rows, expected.balance, expected.loan_balance)
    );
    assert_eq!(bench.store.last_import().await.unwrap(), Some(record));
}

async fn the_next_import_replaces_the_last(bench: Bench) {
    let mut export = Export::sample();
    let first = export.import(&*bench.store).await;
    let elsewhere = bench.another().await;
    assert!(elsewhere.account(key_of(4)).await.unwrap().is_some());
    export.members.pop();
    export.accounts.pop();
    export.accounts[1].balance += Fen::new(77);
    // The last withdrawal was undone, and a month's contribution corrected.
    export.entries.pop();
    export.entries[3].amount = Fen::new(200_500);
    let second = export.import(&*bench.store).await;
    let read = bench
        .store
        .entries(key_of(1), EntryFilter::default(), None, 100)
        .await
        .unwrap();
    let amounts: Vec<_> = read.lines.iter().rev().map(|entry| entry.amount).collect();
    let expected: Vec<_> = export.entries.iter().map(|entry| entry.amount).collect();
    assert_eq!(
        amounts, expected,
        "no line of the former import is left, none is missing"
    );
    assert!(second.generation > first.generation);
    assert_eq!(bench.store.account(key_of(4)).await.unwrap(), None);
    assert_eq!(
        bench
            .store
            .account(key_of(2))
            .await
            .unwrap()
            .unwrap()
            .account
            .balance,
        export.accounts[1].balance
    );
    // Another instance notices within moments.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(elsewhere.account(key_of(4)).await.unwrap(), None);
    assert_eq!(elsewhere.last_import().await.unwrap(), Some(second));
}

async fn wrong_counts_and_totals_are_told(bench: Bench) {
    let export = Export::sample();
    let mut expected = export.expected();
    expected.rows[Table::Entry as usize] += 1;
    expected.balance += Fen::new(1);
    expected.loan_entries -= Fen::new(1);
    let defects = export.defects(&*bench.store, expected.clone()).await.unwrap();
    let right = export.expected();
    let total = |table, expected, found| Defect::Total {
        table,
        expected,
        found,
    };
    assert_eq!(
        defects,
        [
            Defect::Rows {
                table: Table::Entry,
                expected: 15,
                found: 14
            },
            total(Table::Account, expected.balance, right.balance),
            total(Table::LoanEntry, expected.loan_entries, right.loan_entries),
        ]
    );
}

async fn repeated_keys_are_told(bench: Bench) {
    let mut export = Export::sample();
    export.accounts.push(account(2));
    // The first account's lines come again, after another's.
    let mut apart = export.entries[0].clone();
    apart.account_no = export.accounts[3].account_no;
    export.entries.push(apart);
    export.entries.push(export.entries[0].clone());
    let defects = export.defects(&*bench.store, export.expected()).await.unwrap();
    let repeated = |table, example: &str| Defect::Repeated {
        table,
        count: 1,
        examples: vec![example.to_owned()],
    };
    assert_eq!(
        defects,
        [
            repeated(Table::Account, "421200000002"),
            repeated(Table::Entry, "S000000")
        ]
    );
}

async fn references_that_lead_nowhere_are_told(bench: Bench) {
    let mut export = Export::sample();
    export.members[3] = member(4, 9);
    export.accounts.push(account(5));
    export.members.push(member(6, 1));
    let mut lost = export.entries[0].clone();
    lost.account_no = account(7).account_no;
    export.entries.push(lost);
    export.loan_entries.push(loan_entry(8, 0));
    let defects = export.defects(&*bench.store, export.expected()).await.unwrap();
    let dangling = |table, missing, example: &str| Defect::Dangling {
        table,
        missing,
        count: 1,
        examples: vec![example.to_owned()],
    };
    assert_eq!(
        defects,
        [
            dangling(Table::Member, Table::Employer, "421200000004"),
            dangling(Table::Member, Table::Account, "421200000006"),
            dangling(Table::Account, Table::Member, "421200000005"),
            dangling(Table::Entry, Table::Account, "S000000"),
            dangling(Table::LoanEntry, Table::Loan, "R000000"),
        ]
    );
}

async fn defects_can_be_mended_and_checked_again(bench: Bench) {
    let mut export = Export::sample();
    let expected = export.expected();
    let last = export.members.pop().unwrap();
    let mut stage = bench.store.begin(expected).await.unwrap();
    for batch in export.batches() {
        stage.append(batch).await.unwrap();
    }
    assert_eq!(
        stage.check().await.unwrap().len(),
        2,
        "a row is missing, and its account has no member"
    );
    stage
        .append(server::import::store::Batch::Members(vec![last]))
        .await
        .unwrap();
    assert_eq!(stage.check().await.unwrap(), []);
    stage.swap(now()).await.unwrap();
    assert!(bench.store.account(key_of(4)).await.unwrap().is_some());
}

async fn what_was_not_checked_is_not_swapped_in(bench: Bench) {
    let export = Export::sample();
    let before = export.import(&*bench.store).await;
    let stage = bench.store.begin(export.expected()).await.unwrap();
    assert!(matches!(stage.swap(now()).await, Err(StoreError::Import(_))));

    let mut stage = bench.store.begin(export.expected()).await.unwrap();
    assert!(!stage.check().await.unwrap().is_empty());
    assert!(
        matches!(stage.swap(now()).await, Err(StoreError::Import(_))),
        "with defects"
    );

    let mut stage = bench.store.begin(export.expected()).await.unwrap();
    for batch in export.batches() {
        stage.append(batch).await.unwrap();
    }
    assert_eq!(stage.check().await.unwrap(), []);
    stage
        .append(server::import::store::Batch::Members(vec![member(9, 1)]))
        .await
        .unwrap();
    assert!(
        matches!(stage.swap(now()).await, Err(StoreError::Import(_))),
        "changed after the check"
    );
    assert_eq!(bench.store.last_import().await.unwrap(), Some(before));
}

async fn an_import_given_up_changes_nothing(bench: Bench) {
    let export = Export::sample();
    let before = export.import(&*bench.store).await;
    let account = bench.store.account(key_of(1)).await.unwrap();
    for given_up in [true, false] {
        let mut stage = bench.store.begin(export.expected()).await.unwrap();
        for batch in export.batches().into_iter().take(3) {
            stage.append(batch).await.unwrap();
        }
        if given_up {
            stage.abandon().await.unwrap();
        }
        // Or dropped, as when the process is stopped.
    }
    assert_eq!(bench.store.last_import().await.unwrap(), Some(before));
    assert_eq!(bench.store.account(key_of(1)).await.unwrap(), account);
    export.import(&*bench.store).await;
}

async fn a_later_import_supersedes_one_under_way(bench: Bench) {
    let export = Export::sample();
    let mut early = bench.store.begin(export.expected()).await.unwrap();
    for batch in export.batches() {
        early.append(batch).await.unwrap();
    }
    assert_eq!(early.check().await.unwrap(), []);
    let late = export.import(&*bench.store).await;
    assert!(matches!(early.swap(now()).await, Err(StoreError::Import(_))));
    assert_eq!(bench.store.last_import().await.unwrap(), Some(late));
    assert!(bench.store.account(key_of(1)).await.unwrap().is_some());
}

async fn readers_see_one_import_or_the_other(bench: Bench) {
    let mut export = Export::sample();
    export.import(&*bench.store).await;
    let stop = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..4)
        .map(|_| {
            let (store, stop) = (Arc::clone(&bench.store), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut reads = 0_u32;
                while !stop.load(Ordering::Relaxed) {
                    // Every import has this account and the same number of lines for it.
                    let account = store
                        .account(key_of(1))
                        .await
                        .unwrap()
                        .expect("an account, in every import")
                        .account;
                    assert_eq!(account.balance, account.carried_over + account.this_year);
                    let page = store
                        .entries(key_of(1), EntryFilter::default(), None, 100)
                        .await
                        .unwrap();
                    assert_eq!(page.lines.len(), 14);
                    let distinct: std::collections::BTreeSet<_> =
                        page.lines.iter().map(|line| line.interest.get() % 1000).collect();
                    assert!(distinct.len() <= 2, "lines of two imports in one answer");
                    reads += 1;
                }
                reads
            })
        })
        .collect();
    for n in 1..=5 {
        for account in &mut export.accounts {
            account.this_year += Fen::new(n);
            account.balance += Fen::new(n);
        }
        export.import(&*bench.store).await;
    }
    stop.store(true, Ordering::Relaxed);
    for reader in readers {
        assert!(reader.await.unwrap() > 0);
    }
}

async fn what_people_did_survives_imports(bench: Bench) {
    use crate::visit::{slot, wish};
    Export::sample().import(&*bench.store).await;
    let mut wish = wish(1, slot(60, 4));
    wish.person = key_of(1);
    bench.store.book(&wish, now()).await.unwrap();
    Export::sample().import(&*bench.store).await;
    assert_eq!(bench.store.appointments_of(key_of(1)).await.unwrap().len(), 1);
}

async fn an_import_is_undone_once(bench: Bench) {
    let store = &*bench.store;
    let nothing = store.undo().await;
    assert!(matches!(nothing, Err(StoreError::Import(_))), "{nothing:?}");
    let mut export = Export::sample();
    let balance = async || store.account(key_of(2)).await.unwrap().unwrap().account.balance;
    let mut records = Vec::new();
    for _ in 0..3 {
        export.accounts[1].balance += Fen::new(7);
        records.push(export.import(store).await);
    }
    let last = balance().await;
    assert_eq!(store.undo().await.unwrap(), records[1]);
    assert_eq!(balance().await, last - Fen::new(7));
    assert_eq!(store.last_import().await.unwrap().as_ref(), records.get(1));
    assert!(store.undo().await.is_err(), "one is kept, not two");
    assert_eq!(
        balance().await,
        last - Fen::new(7),
        "and a refusal changes nothing"
    );
    export.accounts[1].balance += Fen::new(100);
    export.import(store).await;
    assert_eq!(balance().await, last + Fen::new(100));
    assert_eq!(
        store.undo().await.unwrap(),
        records[1],
        "after the next import, once again"
    );
}
