//! Sign-in data and sessions.

use crate::bench::{Bench, after, now, person};
use chrono::TimeDelta;
use server::account::store::{Credential, Session, TokenHash};

behaviours![
    a_credential_is_set_and_replaced,
    a_session_lives_while_it_is_used,
    a_session_ends_however_much_it_is_used,
    a_session_from_the_future_is_none,
    use_of_a_session_is_written_down_once_a_minute,
    sessions_are_listed_and_closed,
    expired_sessions_are_forgotten_at_the_next_sign_in,
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
        confirmed_at: None,
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
