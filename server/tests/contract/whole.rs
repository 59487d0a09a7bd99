//! The store as a whole: opening, readiness, closing.

use crate::{
    bench::{Bench, PURPOSE, after, keys, now, person},
    notice::new_slip,
    samples::{Export, id_number, key_of},
    session::session,
    visit::{code, slot, wish},
};
use chrono::{Days, NaiveDate, TimeDelta};
use fund::retention::KeptFrom;
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;
use server::{
    account::store::{Credential, Session},
    notice::store::NewSlip,
    seal::Keys,
    store::{self, Purpose, error::StoreError},
    visit::store::{Booked, NewAppointment},
};
use std::sync::Arc;

behaviours![
    it_is_ready_until_closed,
    what_is_too_old_is_deleted_and_nothing_else,
    what_was_written_is_there_when_opened_again,
    migrating_again_changes_nothing,
    a_database_not_migrated_is_refused,
    a_database_whose_migrations_were_others_is_refused_by_all,
    a_database_of_other_keys_or_for_something_else_is_refused,
    a_database_from_before_marks_is_known_by_what_it_holds,
    a_newer_index_key_takes_everything_along,
];

async fn it_is_ready_until_closed(bench: Bench) {
    bench.store.ready().await.unwrap();
    bench.store.close().await.unwrap();
    let refused = bench.store.ready().await.unwrap_err();
    assert!(refused.is_transient(), "another instance may answer: {refused}");
    assert!(bench.store.book(&wish(1, slot(60, 4)), now()).await.is_err());
    assert!(bench.store.appointments_of(person(1)).await.is_err());
}

async fn what_is_too_old_is_deleted_and_nothing_else(bench: Bench) {
    let store = &*bench.store;
    let today = NaiveDate::from_ymd_opt(2026, 11, 28).unwrap();
    // Slots on the day of `now` and ten days later, slips and sessions likewise.
    for (n, minutes) in [(1, 60), (2, 10 * 24 * 60)] {
        store.book(&wish(n, slot(minutes, 4)), now()).await.unwrap();
    }
    let mut slips = Vec::new();
    for days in [1, 10] {
        let new = NewSlip {
            expires_on: today + Days::new(days),
            ..new_slip("XN", 2026)
        };
        slips.push(store.issue(&new).await.unwrap().number);
    }
    for (n, minutes) in [(1, 60), (2, 10 * 24 * 60)] {
        let opened = Session {
            expires_at: after(minutes),
            ..session(n)
        };
        store.open_session(&opened).await.unwrap();
    }
    let kept = |day: NaiveDate| KeptFrom {
        slips: day,
        appointments: day,
        sessions: day,
    };
    assert_eq!(store.forget(kept(today), now()).await.unwrap(), 0);
    // An appointment, its slot, a slip, a session.
    assert_eq!(store.forget(kept(today + Days::new(5)), now()).await.unwrap(), 4);
    assert_eq!(store.appointment(&code(1)).await.unwrap(), None);
    assert!(store.appointment(&code(2)).await.unwrap().is_some());
    assert_eq!(store.slip(&slips[0]).await.unwrap(), None);
    assert!(store.slip(&slips[1]).await.unwrap().is_some());
    let idle = TimeDelta::hours(12);
    let open = store.sessions(person(1), now(), idle).await.unwrap();
    assert_eq!(
        open.iter().map(|one| one.token).collect::<Vec<_>>(),
        [session(2).token]
    );
    assert_eq!(store.forget(kept(today + Days::new(5)), now()).await.unwrap(), 0);
}

async fn what_was_written_is_there_when_opened_again(bench: Bench) {
    assert!(matches!(
        bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap(),
        Booked::Created(_)
    ));
    bench.store.close().await.unwrap();
    let again = bench.another().await;
    assert_eq!(again.appointments_of(person(1)).await.unwrap().len(), 1);
}

async fn migrating_again_changes_nothing(bench: Bench) {
    bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap();
    store::migrate(&bench.url, &keys(), PURPOSE).await.unwrap();
    assert_eq!(bench.store.appointments_of(person(1)).await.unwrap().len(), 1);
}

async fn a_database_not_migrated_is_refused(bench: Bench) {
    bench.run(&["DELETE FROM _sqlx_migrations"]).await.unwrap();
    let refused = store::open(&bench.url, keys(), PURPOSE).await.err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
    bench.run(&["DROP TABLE _sqlx_migrations"]).await.unwrap();
    let refused = store::open(&bench.url, keys(), PURPOSE).await.err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
}

async fn a_database_whose_migrations_were_others_is_refused_by_all(bench: Bench) {
    let forge = if bench.is_sqlite() {
        "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 2"
    } else {
        "UPDATE _sqlx_migrations SET checksum = '\\x00' WHERE version = 2"
    };
    bench.run(&[forge]).await.unwrap();
    for refused in [
        store::open(&bench.url, keys(), PURPOSE).await.err(),
        store::migrate(&bench.url, &keys(), PURPOSE).await.err(),
    ] {
        assert!(matches!(refused, Some(StoreError::Migrate(_))), "{refused:?}");
    }
}

async fn a_database_of_other_keys_or_for_something_else_is_refused(bench: Bench) {
    let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(8));
    let others = Arc::new(Keys::from_toml(&text).unwrap());
    for refused in [
        store::migrate(&bench.url, &others, PURPOSE).await.err(),
        store::open(&bench.url, others, PURPOSE).await.err(),
    ] {
        assert!(matches!(refused, Some(StoreError::OtherKeys)), "{refused:?}");
    }
    for refused in [
        store::migrate(&bench.url, &keys(), Purpose::Demonstration)
            .await
            .err(),
        store::open(&bench.url, keys(), Purpose::Demonstration)
            .await
            .err(),
    ] {
        assert!(
            matches!(
                refused,
                Some(StoreError::OtherPurpose {
                    found: Purpose::Centre,
                    asked: Purpose::Demonstration
                })
            ),
            "{refused:?}"
        );
    }
    store::open(&bench.url, keys(), PURPOSE).await.unwrap();
}

async fn a_database_from_before_marks_is_known_by_what_it_holds(bench: Bench) {
    Export::sample().import(&*bench.store).await;
    bench.run(&["DELETE FROM mark"]).await.unwrap();
    let refused = store::migrate(&bench.url, &keys(), Purpose::Demonstration).await;
    assert!(
        matches!(refused, Err(StoreError::OtherPurpose { .. })),
        "a centre's members would be replaced by invented ones: {refused:?}"
    );
    store::migrate(&bench.url, &keys(), Purpose::Centre)
        .await
        .unwrap();
}

async fn a_newer_index_key_takes_everything_along(bench: Bench) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("keys.toml");
    let mut rng = ChaCha20Rng::seed_from_u64(7);
    // The keys of the bench, and what rotation makes of them.
    Keys::create(&file, &mut rng).unwrap();
    let newer = Arc::new(Keys::rotate_index(&file, &mut rng).unwrap());
    let old = key_of(1);
    let new = newer.person(&id_number(1));
    assert_ne!(old, new);

    Export::sample().import(&*bench.store).await;
    let password = Credential {
        person: old,
        password_hash: "$argon2id$first".to_owned(),
        changed_at: now(),
    };
    bench
        .store
        .set_credentials(std::slice::from_ref(&password))
        .await
        .unwrap();
    let opened = Session {
        person: old,
        ..session(1)
    };
    bench.store.open_session(&opened).await.unwrap();
    let slip = NewSlip {
        person: Some(old),
        ..new_slip("XN", 2026)
    };
    let slip = bench.store.issue(&slip).await.unwrap();
    let wished = NewAppointment {
        person: old,
        ..wish(1, slot(60, 4))
    };
    let Booked::Created(booked) = bench.store.book(&wished, now()).await.unwrap() else {
        panic!("not booked");
    };
    bench.store.close().await.unwrap();

    // Until it is migrated it goes on with the older keys, and with no others.
    let refused = store::open(&bench.url, Arc::clone(&newer), PURPOSE).await.err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
    for _ in 0..2 {
        store::migrate(&bench.url, &newer, PURPOSE).await.unwrap();
    }
    let refused = store::open(&bench.url, keys(), PURPOSE).await.err();
    assert!(matches!(refused, Some(StoreError::OtherKeys)), "{refused:?}");
    let refused = store::migrate(&bench.url, &keys(), PURPOSE).await.err();
    assert!(matches!(refused, Some(StoreError::OtherKeys)), "{refused:?}");

    let store = store::open(&bench.url, Arc::clone(&newer), PURPOSE)
        .await
        .unwrap();
    assert_eq!(store.credential(old).await.unwrap(), None);
    let carried = store.credential(new).await.unwrap().unwrap();
    assert_eq!(
        carried,
        Credential {
            person: new,
            ..password
        }
    );
    let idle = TimeDelta::hours(12);
    assert_eq!(store.sessions(new, now(), idle).await.unwrap().len(), 1);
    let found = store
        .find_appointment(&booked.code, &wished.last_four)
        .await
        .unwrap();
    assert_eq!(found.map(|found| found.person), Some(new));
    assert_eq!(store.find_appointment(&booked.code, "0000").await.unwrap(), None);
    assert_eq!(store.appointments_of(new).await.unwrap().len(), 1);
    assert_eq!(store.slip(&slip.number).await.unwrap().unwrap().person, Some(new));
    // The read copy comes with the next import.
    assert_eq!(store.last_import().await.unwrap(), None);
    assert_eq!(store.account(new).await.unwrap(), None);
    Export::sample().import(&*store).await;
    assert!(store.account(new).await.unwrap().is_some());
    store.close().await.unwrap();
}
