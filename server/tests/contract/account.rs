//! Sign-in data, sessions, and the read copy of accounts.

use crate::{
    bench::{Bench, after, now, person},
    samples::{Export, day, id_number, key_of, member},
};
use chrono::TimeDelta;
use fund::money::Fen;
use server::{
    account::store::{Contributions, Credential, EntryFilter, Session, TokenHash},
    import::rows::{AccountStatus, EntryKind, Paper, WithdrawalReason, YearMonth},
};

behaviours![
    a_credential_is_set_and_replaced,
    a_session_lives_while_it_is_used,
    a_session_ends_however_much_it_is_used,
    use_of_a_session_is_written_down_once_a_minute,
    sessions_are_listed_and_closed,
    expired_sessions_are_forgotten_at_the_next_sign_in,
    nobody_has_an_account_before_the_first_import,
    an_account_is_read_whole,
    of_several_accounts_the_one_in_use_is_shown,
    entries_come_newest_first_in_pages,
    entries_are_filtered_by_kind_and_year,
    contributions_are_added_up_by_month,
];

const IDLE: TimeDelta = TimeDelta::minutes(15);

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

fn session(n: u8) -> Session {
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
    let export = Export::sample();
    export.import(&*bench.store).await;
    let account = bench.store.account(key_of(1)).await.unwrap().unwrap();
    let (row, of) = (&export.accounts[0], &export.members[0]);
    assert_eq!(
        (account.account_no, account.status),
        (row.account_no, AccountStatus::Normal)
    );
    assert_eq!(
        (&account.name, &account.paper, &account.phone),
        (&of.name, &of.paper, &of.phone)
    );
    assert_eq!(
        (account.employer.as_str(), account.branch),
        ("咸宁市温泉机械厂", None)
    );
    assert_eq!(
        (account.base, account.member_monthly, account.employer_monthly),
        (row.base, row.member_monthly, row.employer_monthly)
    );
    assert_eq!(
        (account.balance, account.carried_over, account.this_year),
        (row.balance, row.carried_over, row.this_year)
    );
    assert_eq!(
        (account.opened_on, account.closed_on, account.paid_until),
        (row.opened_on, None, row.paid_until)
    );
    let second = bench.store.account(key_of(2)).await.unwrap().unwrap();
    assert_eq!(
        (second.status, second.branch.as_deref()),
        (AccountStatus::Sealed, Some("wenquan"))
    );
    assert_eq!(bench.store.account(key_of(3)).await.unwrap().unwrap().phone, None);
    assert_eq!(bench.store.account(key_of(99)).await.unwrap(), None);
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

async fn entries_come_newest_first_in_pages(bench: Bench) {
    let export = Export::sample();
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

async fn entries_are_filtered_by_kind_and_year(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    let count = async |kind, year| {
        bench
            .store
            .entries(key_of(1), EntryFilter { kind, year }, None, 100)
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
