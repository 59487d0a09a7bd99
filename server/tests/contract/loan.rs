//! The read copy of loans.

use crate::{
    bench::Bench,
    samples::{Export, day, id_number, key_of, loan, loan_entry},
};
use fund::records::{LoanEntryKind, Paper};

behaviours![
    a_loan_is_read_whole,
    of_several_loans_the_running_one_is_shown,
    a_loans_entries_come_newest_first_in_pages
];

async fn a_loan_is_read_whole(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    assert_eq!(bench.store.loan(key_of(1)).await.unwrap(), Some(loan(1)));
    assert_eq!(bench.store.loan(key_of(2)).await.unwrap(), None);
}

async fn of_several_loans_the_running_one_is_shown(bench: Bench) {
    let mut export = Export::sample();
    // The second account is the same person's, and so is its loan: granted later, but settled.
    export.members[1].paper = Paper::Card(id_number(1));
    let mut settled = loan(2);
    settled.granted_on = day("2025-01-01");
    settled.settled_on = Some(day("2026-01-01"));
    settled.next = None;
    export.loans.push(settled.clone());
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(read, loan(1));
    export.loans.remove(0);
    export.loan_entries.clear();
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(read, settled);
}

async fn a_loans_entries_come_newest_first_in_pages(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let first = bench.store.loan_entries(key_of(1), None, 20).await.unwrap();
    assert_eq!((first.lines.len(), first.next), (20, Some(11)));
    assert_eq!(first.lines[0].kind, LoanEntryKind::Offset);
    let second = bench.store.loan_entries(key_of(1), first.next, 20).await.unwrap();
    assert_eq!((second.lines.len(), second.next), (10, None));
    assert_eq!(second.lines.last(), Some(&loan_entry(1, 0)));
    assert!(
        bench
            .store
            .loan_entries(key_of(2), None, 20)
            .await
            .unwrap()
            .lines
            .is_empty()
    );
}
