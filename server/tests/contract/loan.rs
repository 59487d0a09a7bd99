//! The read copy of loans.

use crate::{
    bench::Bench,
    samples::{Export, day, id_number, key_of, loan, loan_entry},
};
use server::{
    import::rows::{LoanEntryKind, LoanRow, Paper},
    loan::store::{LoanEntry, LoanSummary, NextInstalment},
};

behaviours![
    a_loan_is_read_whole,
    of_several_loans_the_running_one_is_shown,
    a_loans_entries_come_newest_first_in_pages
];

/// What is read of a row: every field, none by the store's own way of reading.
fn summary(row: LoanRow) -> LoanSummary {
    LoanSummary {
        loan_no: row.loan_no,
        contract_no: row.contract_no,
        kind: row.kind,
        product: row.product,
        principal: row.principal,
        granted_on: row.granted_on,
        matures_on: row.matures_on,
        months: row.months,
        method: row.method,
        rate: row.rate,
        rate_multiple: row.rate_multiple,
        guarantee: row.guarantee,
        due_day: row.due_day,
        balance: row.balance,
        next: row
            .next_number
            .zip(row.next_due_on)
            .map(|(number, due_on)| NextInstalment {
                number,
                due_on,
                payment: row.next_payment,
                principal: row.next_principal,
                interest: row.next_interest,
            }),
        principal_repaid: row.principal_repaid,
        interest_repaid: row.interest_repaid,
        penalty_repaid: row.penalty_repaid,
        prepaid: row.prepaid,
        overdue_principal: row.overdue_principal,
        overdue_interest: row.overdue_interest,
        overdue_periods: row.overdue_periods,
        risk: row.risk,
        settled_on: row.settled_on,
    }
}

async fn a_loan_is_read_whole(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    assert_eq!(bench.store.loan(key_of(1)).await.unwrap(), Some(summary(loan(1))));
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
    export.loans.push(settled.clone());
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(read, summary(loan(1)));
    export.loans.remove(0);
    export.loan_entries.clear();
    export.import(&*bench.store).await;
    let read = bench.store.loan(key_of(1)).await.unwrap().unwrap();
    assert_eq!(read, summary(settled));
}

async fn a_loans_entries_come_newest_first_in_pages(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let first = bench.store.loan_entries(key_of(1), None, 20).await.unwrap();
    assert_eq!((first.lines.len(), first.next), (20, Some(11)));
    assert_eq!(first.lines[0].kind, LoanEntryKind::Offset);
    let second = bench.store.loan_entries(key_of(1), first.next, 20).await.unwrap();
    assert_eq!((second.lines.len(), second.next), (10, None));
    let row = loan_entry(1, 0);
    let whole = LoanEntry {
        line: 1,
        serial: row.serial,
        kind: row.kind,
        occurred_on: row.occurred_on,
        booked_on: row.booked_on,
        amount: row.amount,
        principal: row.principal,
        interest: row.interest,
        penalty: row.penalty,
        balance: row.balance,
        period: row.period,
    };
    assert_eq!(second.lines.last(), Some(&whole));
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
