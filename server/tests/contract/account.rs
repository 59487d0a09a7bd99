//! Sign-in data, sessions, and the read copy of accounts.

use crate::{
    bench::{Bench, after, now, person},
    samples::{Export, day, id_number, key_of, member},
};
use chrono::TimeDelta;
use fund::money::Fen;
use server::{
    account::store::{AccountSummary, Contributions, Credential, EntryFilter, Session, TokenHash},
    import::rows::{AccountStatus, EntryKind, Paper, WithdrawalReason, YearMonth},
};

behaviours![
    a_credential_is_set_and_replaced,
    a_session_lives_while_it_is_used,
    a_session_ends_however_much_it_is_used,
    a_session_from_the_future_is_none,
    use_of_a_session_is_written_down_once_a_minute,
    sessions_are_listed_and_closed,
    expired_sessions_are_forgotten_at_the_next_sign_in,
    nobody_has_an_account_before_the_first_import,
    an_account_is_read_whole,
    of_several_accounts_the_one_in_use_is_shown,
    all_accounts_of_a_person_are_read_whole_the_one_in_use_first,
    entries_come_newest_first_in_pages,
    entries_are_filtered_by_kind_and_year,
    each_of_several_accounts_has_its_ledger,
    contributions_are_added_up_by_month,
];

pub(crate) const IDLE: TimeDelta = TimeDelta::minutes(15);

async fn a_credential_is_set_and_replaced(bench: Bench) {
    let store = &*bench.store;
    let credential = |n, hash: &str| Credential {
        person: person(n),
        password_hash: hash.to_owned(),
        changed_at: after(i64::from(n)),
    };
    assert_eq!(store.credential(person(1)).await.unwrap(), None);
    let first: Vec<_> = (1..=300).map(|n| credential(n, "$argon2id$first")).collect();
    store.set_credentials(&first).await.unwrap();
    store
        .set_credentials(&[
            credential(2, "$argon2id$second"),
            credential(2, "$argon2id$third"),
        ])
        .await
        .unwrap();
    assert_eq!(store.credential(person(1)).await.unwrap().as_ref(), first.first());
    assert_eq!(
        store.credential(person(2)).await.unwrap(),
        Some(credential(2, "$argon2id$third"))
    );
    assert_eq!(store.credential(person(301)).await.unwrap(), None);
}

pub(crate) fn session(n: u8) -> Session {
    Session {
        token: TokenHash([n; 32]),
        person: person(1),
        opened_at: now(),
        seen_at: now(),
        expires_at: after(12 * 60),
        device: format!("微信 · Android {n}"),
    }
}

async fn a_session_lives_while_it_is_used(bench: Bench) {
    let store = &*bench.store;
    let opened = session(1);
    store.open_session(&opened).await.unwrap();
    assert_eq!(
        store.session(&opened.token, now(), IDLE).await.unwrap(),
        Some(opened.clone())
    );
    assert_eq!(
        store.session(&TokenHash([9; 32]), now(), IDLE).await.unwrap(),
        None
    );
    for minutes in [14, 28, 42] {
        let used = store
            .session(&opened.token, after(minutes), IDLE)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(used.seen_at, after(minutes));
    }
    assert_eq!(
        store.session(&opened.token, after(57), IDLE).await.unwrap(),
        None,
        "15 minutes unused"
    );
}

async fn a_session_from_the_future_is_none(bench: Bench) {
    let store = &*bench.store;
    let opened = session(1);
    store.open_session(&opened).await.unwrap();
    let before = |minutes: i64| opened.opened_at - TimeDelta::minutes(minutes);
    let read = async |at| store.session(&opened.token, at, IDLE).await.unwrap();
    assert!(read(before(4)).await.is_some(), "clocks differ a little");
    assert_eq!(read(before(6)).await, None, "opened while a clock was wrong");
    assert!(
        store
            .sessions(opened.person, before(6), IDLE)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_session_ends_however_much_it_is_used(bench: Bench) {
    let store = &*bench.store;
    store.open_session(&session(1)).await.unwrap();
    for minutes in (0..12 * 60).step_by(14) {
        assert!(
            store
                .session(&session(1).token, after(minutes), IDLE)
                .await
                .unwrap()
                .is_some(),
            "{minutes}"
        );
    }
    assert_eq!(
        store
            .session(&session(1).token, after(12 * 60), IDLE)
            .await
            .unwrap(),
        None
    );
}

async fn use_of_a_session_is_written_down_once_a_minute(bench: Bench) {
    let store = &*bench.store;
    store.open_session(&session(1)).await.unwrap();
    let written = async || store.sessions(person(1), now(), IDLE).await.unwrap()[0].seen_at;
    store
        .session(&session(1).token, now() + TimeDelta::seconds(59), IDLE)
        .await
        .unwrap();
    assert_eq!(written().await, now());
    store.session(&session(1).token, after(1), IDLE).await.unwrap();
    assert_eq!(written().await, after(1));
    // A clock that was set back does not make it older.
    store.session(&session(1).token, now(), IDLE).await.unwrap();
    assert_eq!(written().await, after(1));
}

async fn sessions_are_listed_and_closed(bench: Bench) {
    let store = &*bench.store;
    for n in 1..=4 {
        let seen_at = after(i64::from(n));
        store
            .open_session(&Session {
                seen_at,
                ..session(n)
            })
            .await
            .unwrap();
    }
    let theirs = Session {
        person: person(2),
        ..session(5)
    };
    store.open_session(&theirs).await.unwrap();
    let listed = async || -> Vec<_> {
        store
            .sessions(person(1), after(5), IDLE)
            .await
            .unwrap()
            .iter()
            .map(|session| session.token.0[0])
            .collect()
    };
    assert_eq!(listed().await, [4, 3, 2, 1], "last used first");
    assert!(store.close_session(&session(3).token).await.unwrap());
    assert!(!store.close_session(&session(3).token).await.unwrap());
    assert_eq!(listed().await, [4, 2, 1]);
    assert_eq!(
        store
            .close_sessions(person(1), Some(&session(2).token))
            .await
            .unwrap(),
        2
    );
    assert_eq!(listed().await, [2]);
    assert_eq!(store.close_sessions(person(1), None).await.unwrap(), 1);
    assert_eq!(
        store.session(&session(2).token, after(5), IDLE).await.unwrap(),
        None
    );
    assert!(
        store
            .session(&theirs.token, after(5), IDLE)
            .await
            .unwrap()
            .is_some(),
        "another's stays"
    );
}

async fn expired_sessions_are_forgotten_at_the_next_sign_in(bench: Bench) {
    bench.store.open_session(&session(1)).await.unwrap();
    let next = Session {
        opened_at: after(12 * 60),
        expires_at: after(24 * 60),
        ..session(2)
    };
    bench.store.open_session(&next).await.unwrap();
    assert_eq!(
        bench
            .ints("SELECT CAST(count(*) AS BIGINT) FROM session")
            .await
            .unwrap(),
        [[1]]
    );
}

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
        let (row, member) = (export.accounts[n - 1].clone(), export.members[n - 1].clone());
        let whole = AccountSummary {
            account_no: row.account_no,
            status: row.status,
            name: member.name,
            paper: member.paper,
            phone: member.phone,
            employer: employer.name.clone(),
            branch: employer.branch.as_ref().map(|branch| branch.as_str().to_owned()),
            base: row.base,
            member_monthly: row.member_monthly,
            employer_monthly: row.employer_monthly,
            balance: row.balance,
            carried_over: row.carried_over,
            this_year: row.this_year,
            opened_on: row.opened_on,
            closed_on: row.closed_on,
            paid_until: row.paid_until,
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
        assert_eq!(found.account_no, row.account_no);
        assert_eq!((found.status, found.opened_on), (row.status, row.opened_on));
        let amounts = (
            found.base,
            found.member_monthly,
            found.employer_monthly,
            found.balance,
        );
        assert_eq!(
            amounts,
            (row.base, row.member_monthly, row.employer_monthly, row.balance)
        );
        assert_eq!(found.paper, Paper::Card(id_number(1)));
    }
    assert_eq!(store.account(key_of(1)).await.unwrap().as_ref(), found.first());
    // Nobody else's are among them.
    let other = store.accounts(key_of(4)).await.unwrap();
    assert_eq!(other.len(), 1);
    assert_eq!(other[0].account_no, export.accounts[3].account_no);
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
    for (entry, row) in read.iter().zip(export.entries.iter().rev()) {
        assert_eq!(
            (entry.serial, entry.booked_on, entry.kind),
            (row.serial, row.booked_on, row.kind)
        );
        assert_eq!(
            (entry.amount, entry.interest, entry.balance),
            (row.amount, row.interest, row.balance)
        );
        assert_eq!(
            (entry.reason, entry.way, entry.reversal),
            (row.reason, row.way, row.reversal)
        );
    }
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
