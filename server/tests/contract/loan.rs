//! The read copy of loans.

use crate::{
    bench::Bench,
    samples::{Export, day, id_number, key_of, loan, loan_entry},
};
use server::import::rows::{LoanEntryKind, Paper};

behaviours![
    a_loan_is_read_whole,
    of_several_loans_the_running_one_is_shown,
    a_loans_entries_come_newest_first_in_pages
];

async fn a_loan_is_read_whole(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let (read, row) = (bench.store.loan(key_of(1)).await.unwrap().unwrap(), loan(1));
    assert_eq!(
        (read.loan_no, read.contract_no, read.kind),
        (row.loan_no, row.contract_no, row.kind)
    );
    assert_eq!(
        (read.principal, read.balance, read.months),
        (row.principal, row.balance, row.months)
    );
    assert_eq!(
        (read.granted_on, read.matures_on, read.due_day),
        (row.granted_on, row.matures_on, row.due_day)
    );
    assert_eq!(
        (read.rate, read.rate_multiple, read.method),
        (row.rate, row.rate_multiple, row.method)
    );
    assert_eq!(
        (read.guarantee, read.risk, read.overdue_periods),
        (row.guarantee, row.risk, row.overdue_periods)
    );
    assert_eq!(
        (read.principal_repaid, read.interest_repaid),
        (row.principal_repaid, row.interest_repaid)
    );
    let next = read.next.unwrap();
    assert_eq!((next.number, next.due_on), (31, day("2026-12-20")));
    assert_eq!(
        (next.payment, next.principal, next.interest),
        (row.next_payment, row.next_principal, row.next_interest)
    );
    assert_eq!(bench.store.loan(key_of(2)).await.unwrap(), None);
}

async fn of_several_loans_the_running_one_is_shown(bench: Bench) {
    let mut export = Export::sample();
    // The second account is the same person's, and so is its loan: granted later, but settled.
    export.members[1].paper = Paper::Card(id_number(1));
    let mut settled = loan(2);
    settled.granted_on = day("2025-01-01");
    settled.settled_on = Some(day("2026-01-01"));
    (settled.next_number, settled.next_due_on) = (None, None);
    export.loans.push(settled);
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(read.loan_no, loan(1).loan_no);
    export.loans.remove(0);
    export.loan_entries.clear();
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(
        (read.loan_no, read.next, read.settled_on),
        (loan(2).loan_no, None, Some(day("2026-01-01")))
    );
}

async fn a_loans_entries_come_newest_first_in_pages(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let first = bench.store.loan_entries(key_of(1), None, 20).await.unwrap();
    assert_eq!((first.lines.len(), first.next), (20, Some(11)));
    assert_eq!(first.lines[0].kind, LoanEntryKind::Offset);
    let second = bench.store.loan_entries(key_of(1), first.next, 20).await.unwrap();
    assert_eq!((second.lines.len(), second.next), (10, None));
    let (last, row) = (second.lines.last().unwrap(), loan_entry(1, 0));
    assert_eq!(
        (last.serial, last.occurred_on, last.booked_on),
        (row.serial, row.occurred_on, row.booked_on)
    );
    assert_eq!(
        (last.amount, last.principal, last.interest),
        (row.amount, row.principal, row.interest)
    );
    assert_eq!(
        (last.penalty, last.balance, last.period),
        (row.penalty, row.balance, row.period)
    );
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
