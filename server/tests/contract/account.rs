//! The read copy of accounts.

use crate::{
    bench::Bench,
    samples::{Export, day, id_number, key_of, member},
};
use fund::money::Fen;
use fund::records::{AccountStatus, Contributions, EntryKind, Paper, WithdrawalReason, YearMonth};
use server::account::store::{EntryFilter, MemberAccount};

behaviours![
    nobody_has_an_account_before_the_first_import,
    an_account_is_read_whole,
    of_several_accounts_the_one_in_use_is_shown,
    all_accounts_of_a_person_are_read_whole_the_one_in_use_first,
    entries_come_newest_first_in_pages,
    entries_are_filtered_by_kind_and_year,
    each_of_several_accounts_has_its_ledger,
    contributions_are_added_up_by_month,
];

async fn nobody_has_an_account_before_the_first_import(bench: Bench) {
    let store = &*bench.store;
    assert_eq!(store.account(key_of(1)).await.unwrap(), None);
    assert!(
        store
            .entries(key_of(1), EntryFilter::default(), None, 20)
            .await
            .unwrap()
            .lines
            .is_empty()
    );
    assert_eq!(
        store.contributions(key_of(1)).await.unwrap(),
        Contributions::default()
    );
    assert_eq!(store.loan(key_of(1)).await.unwrap(), None);
    assert_eq!(store.last_import().await.unwrap(), None);
}

async fn an_account_is_read_whole(bench: Bench) {
    let mut export = Export::sample();
    export.accounts[1].closed_on = Some(day("2026-10-09"));
    export.import(&*bench.store).await;
    for (n, employer) in [
        (1, &export.employers[1]),
        (2, &export.employers[0]),
        (3, &export.employers[1]),
    ] {
        let whole = MemberAccount {
            account: export.accounts[n - 1].clone(),
            member: export.members[n - 1].clone(),
            employer: employer.name.clone(),
            branch: employer.branch,
        };
        let read = bench.store.account(key_of(u32::try_from(n).unwrap())).await;
        assert_eq!(read.unwrap(), Some(whole), "{n}");
    }
    assert_eq!(bench.store.account(key_of(9)).await.unwrap(), None);
}

async fn of_several_accounts_the_one_in_use_is_shown(bench: Bench) {
    let mut export = Export::sample();
    // All four are one person's; each is told by its opening.
    for (n, (status, opened)) in [
        (AccountStatus::TransferredOut, "2021-01-01"),
        (AccountStatus::Sealed, "2020-01-01"),
        (AccountStatus::Normal, "2010-01-01"),
        (AccountStatus::Normal, "2012-01-01"),
    ]
    .into_iter()
    .enumerate()
    {
        export.members[n].paper = Paper::Card(id_number(1));
        (export.accounts[n].status, export.accounts[n].opened_on) = (status, day(opened));
    }
    let shown = async |export: &Export| {
        export.import(&*bench.store).await;
        bench
            .store
            .account(key_of(1))
            .await
            .unwrap()
            .unwrap()
            .account
            .opened_on
            .to_string()
    };
    assert_eq!(shown(&export).await, "2012-01-01", "the latest of two in use");
    export.accounts[2].status = AccountStatus::ClosedByWithdrawal;
    export.accounts[3].status = AccountStatus::Merged;
    assert_eq!(
        shown(&export).await,
        "2020-01-01",
        "a sealed one before closed ones"
    );
}

async fn all_accounts_of_a_person_are_read_whole_the_one_in_use_first(bench: Bench) {
    let store = &*bench.store;
    assert_eq!(store.accounts(key_of(1)).await.unwrap(), []);
    let mut export = Export::sample();
    for (n, (status, opened)) in [
        (AccountStatus::ClosedByWithdrawal, "2022-01-01"),
        (AccountStatus::Sealed, "2024-01-01"),
        (AccountStatus::Normal, "2010-01-01"),
    ]
    .into_iter()
    .enumerate()
    {
        export.members[n].paper = Paper::Card(id_number(1));
        (export.accounts[n].status, export.accounts[n].opened_on) = (status, day(opened));
    }
    let rows: Vec<_> = [2, 1, 0].map(|n| export.accounts[n].clone()).into();
    export.import(store).await;
    let found = store.accounts(key_of(1)).await.unwrap();
    assert_eq!(found.len(), rows.len());
    for (found, row) in found.iter().zip(&rows) {
        assert_eq!(&found.account, row);
        assert_eq!(found.member.paper, Paper::Card(id_number(1)));
    }
    assert_eq!(store.account(key_of(1)).await.unwrap().as_ref(), found.first());
    // Nobody else's are among them.
    let other = store.accounts(key_of(4)).await.unwrap();
    assert_eq!(other.len(), 1);
    assert_eq!(other[0].account.account_no, export.accounts[3].account_no);
}

async fn entries_come_newest_first_in_pages(bench: Bench) {
    let mut export = Export::sample();
    export.entries[3].reversal = true;
    export.import(&*bench.store).await;
    let mut read = Vec::new();
    let mut before = None;
    loop {
        let page = bench
            .store
            .entries(key_of(1), EntryFilter::default(), before, 5)
            .await
            .unwrap();
        assert!(page.lines.len() <= 5);
        read.extend(page.lines);
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(read.len(), export.entries.len());
    assert!(read.iter().eq(export.entries.iter().rev()));
    assert_eq!(read[0].reason, Some(WithdrawalReason::Rent));
    let full = bench
        .store
        .entries(key_of(1), EntryFilter::default(), None, 14)
        .await
        .unwrap();
    assert_eq!(
        (full.lines.len(), full.next),
        (14, None),
        "a page that is just full is the last"
    );
    assert!(
        bench
            .store
            .entries(key_of(2), EntryFilter::default(), None, 5)
            .await
            .unwrap()
            .lines
            .is_empty()
    );
}

async fn each_of_several_accounts_has_its_ledger(bench: Bench) {
    let mut export = Export::sample();
    // Members 1 and 2 are one person. The ledger with lines is that of the account that is sealed now.
    export.members[1].paper = Paper::Card(id_number(1));
    export.accounts[0].status = AccountStatus::Sealed;
    export.accounts[1].status = AccountStatus::Normal;
    export.import(&*bench.store).await;
    let lines = async |account| {
        let filter = EntryFilter {
            account,
            ..EntryFilter::default()
        };
        let page = bench.store.entries(key_of(1), filter, None, 100).await.unwrap();
        page.lines.len()
    };
    assert_eq!(
        [lines(0).await, lines(1).await, lines(2).await, lines(255).await],
        [0, 14, 0, 0]
    );
}

async fn entries_are_filtered_by_kind_and_year(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let count = async |kind, year| {
        bench
            .store
            .entries(
                key_of(1),
                EntryFilter {
                    kind,
                    year,
                    account: 0,
                },
                None,
                100,
            )
            .await
            .unwrap()
            .lines
            .len()
    };
    assert_eq!(count(None, None).await, 14);
    assert_eq!(count(None, Some(2025)).await, 1);
    assert_eq!(count(None, Some(2026)).await, 13);
    assert_eq!(count(None, Some(2027)).await, 0);
    assert_eq!(count(Some(EntryKind::BackPayment), None).await, 1);
    assert_eq!(count(Some(EntryKind::Remittance), Some(2025)).await, 1);
    assert_eq!(count(Some(EntryKind::Interest), Some(2025)).await, 0);
    let filter = EntryFilter {
        kind: Some(EntryKind::Remittance),
        year: Some(2026),
        account: 0,
    };
    let first = bench.store.entries(key_of(1), filter, None, 6).await.unwrap();
    let second = bench
        .store
        .entries(key_of(1), filter, first.next, 6)
        .await
        .unwrap();
    assert_eq!((first.lines.len(), second.lines.len(), second.next), (6, 4, None));
}

async fn contributions_are_added_up_by_month(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let contributions = bench.store.contributions(key_of(1)).await.unwrap();
    assert_eq!(contributions.months(), 11);
    assert_eq!(
        contributions.continuous_until(YearMonth::parse("2026-11").unwrap()),
        8,
        "since April"
    );
    assert_eq!(contributions.since(day("2026-07-01")), Fen::new(5 * 200_000));
    assert_eq!(
        contributions.since(day("2026-01-01")),
        Fen::new(10 * 200_000 + 150_050)
    );
    assert_eq!(member(1, 1).account_no, Export::sample().entries[0].account_no);
}
