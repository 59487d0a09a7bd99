//! Booking more than once: the same attempt again, another for the same service, and what no longer stands in the way.

use crate::{
    bench::{Bench, after, now, person},
    visit::{code, created, slot, wish},
};
use server::visit::store::{AppointmentState, Booked, Cancelled, Canceller, NewAppointment};
use std::sync::Arc;

behaviours![
    a_repeated_attempt_books_once,
    a_repeated_attempt_books_once_even_at_once,
    an_attempts_name_is_good_for_one_slot_and_service,
    one_appointment_to_come_per_person_and_service,
    one_appointment_per_person_and_service_even_at_once,
    an_appointment_whose_time_has_passed_does_not_stand_in_the_way,
    one_the_centre_cannot_keep_makes_way_and_gives_its_place_back,
];

async fn a_repeated_attempt_books_once(bench: Bench) {
    let store = &*bench.store;
    let wish = wish(1, slot(60, 4));
    let appointment = created(store, &wish).await;
    // The form is sent again, and so a new code is drawn.
    let again = NewAppointment {
        code: code(2),
        ..wish.clone()
    };
    assert_eq!(
        store.book(&again, after(1)).await.unwrap(),
        Booked::Repeated(appointment)
    );
    assert_eq!(
        store.taken(&["wenquan"], now(), after(120)).await.unwrap()["wenquan-60"],
        1
    );
    // Another person's attempt may bear the same name.
    let theirs = NewAppointment {
        code: code(3),
        person: person(3),
        ..wish
    };
    created(store, &theirs).await;
}

async fn a_repeated_attempt_books_once_even_at_once(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    // With room for others, and with the last place: who comes second must not be told that it is full.
    for (person, capacity) in [(1, 40), (2, 1)] {
        let minutes = 60 * i64::from(person);
        let results = Bench::at_once(&stores, 24, move |store, n| async move {
            let wish = NewAppointment {
                code: code(100 * person + n),
                ..wish(person, slot(minutes, capacity))
            };
            store.book(&wish, now()).await.unwrap()
        })
        .await;
        let created = results
            .iter()
            .filter(|booked| matches!(booked, Booked::Created(_)))
            .count();
        let repeated = results
            .iter()
            .filter(|booked| matches!(booked, Booked::Repeated(_)))
            .count();
        assert_eq!((created, repeated), (1, 23), "{results:?}");
        let taken = stores[0].taken(&["wenquan"], now(), after(300)).await.unwrap();
        assert_eq!(taken[&format!("wenquan-{minutes}")], 1);
    }
}

async fn an_attempts_name_is_good_for_one_slot_and_service(bench: Bench) {
    let store = &*bench.store;
    let first = wish(1, slot(60, 1));
    let appointment = created(store, &first).await;
    let elsewhere = NewAppointment {
        code: code(2),
        slot: slot(90, 4),
        ..first.clone()
    };
    let for_another = NewAppointment {
        code: code(3),
        service: "withdrawal".to_owned(),
        ..first.clone()
    };
    for other in [elsewhere, for_another] {
        assert_eq!(
            store.book(&other, now()).await.unwrap(),
            Booked::KeyReused(appointment.clone())
        );
    }
    assert_eq!(
        store.attempt(person(1), "attempt-1").await.unwrap(),
        Some(appointment.clone())
    );
    assert_eq!(store.attempt(person(2), "attempt-1").await.unwrap(), None);
    // The slot has no place left, and the plan none at all: what was acknowledged stays.
    let gone = NewAppointment {
        slot: slot(60, 0),
        ..first
    };
    assert_eq!(
        store.book(&gone, after(70)).await.unwrap(),
        Booked::Repeated(appointment)
    );
}

async fn one_appointment_to_come_per_person_and_service(bench: Bench) {
    let store = &*bench.store;
    let appointment = created(store, &wish(1, slot(60, 4))).await;
    let second = NewAppointment {
        person: person(1),
        ..wish(2, slot(90, 4))
    };
    assert_eq!(
        store.book(&second, now()).await.unwrap(),
        Booked::AlreadyBooked(appointment.clone())
    );
    let other_service = NewAppointment {
        service: "withdrawal".to_owned(),
        ..second.clone()
    };
    created(store, &other_service).await;
    // Once cancelled it no longer stands in the way.
    let by = Canceller::Person(person(1));
    assert!(matches!(
        store.cancel(&appointment.code, &by, now()).await.unwrap(),
        Cancelled::Done(_)
    ));
    let third = NewAppointment {
        code: code(3),
        idempotency_key: "third".to_owned(),
        ..second
    };
    created(store, &third).await;
}

async fn one_appointment_per_person_and_service_even_at_once(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    let results = Bench::at_once(&stores, 24, |store, n| async move {
        let wish = NewAppointment {
            person: person(1),
            ..wish(n, slot(60 + i64::from(n), 4))
        };
        store.book(&wish, now()).await.unwrap()
    })
    .await;
    let created = results
        .iter()
        .filter(|booked| matches!(booked, Booked::Created(_)))
        .count();
    let refused = results
        .iter()
        .filter(|booked| matches!(booked, Booked::AlreadyBooked(_)))
        .count();
    assert_eq!((created, refused), (1, 23));
    let taken = stores[0].taken(&["wenquan"], now(), after(120)).await.unwrap();
    assert_eq!(
        taken.values().sum::<u16>(),
        1,
        "the others' places were given back"
    );
}

async fn an_appointment_whose_time_has_passed_does_not_stand_in_the_way(bench: Bench) {
    let store = &*bench.store;
    let past = created(store, &wish(1, slot(60, 4))).await;
    let next = NewAppointment {
        person: person(1),
        ..wish(2, slot(600, 4))
    };
    assert!(matches!(
        store.book(&next, after(89)).await.unwrap(),
        Booked::AlreadyBooked(_)
    ));
    assert!(matches!(
        store.book(&next, after(90)).await.unwrap(),
        Booked::Created(_)
    ));
    let past = store.appointment(&past.code).await.unwrap().unwrap();
    assert_eq!(past.state, AppointmentState::Lapsed);
    let order: Vec<_> = store
        .appointments_of(person(1))
        .await
        .unwrap()
        .iter()
        .map(|one| one.code)
        .collect();
    assert_eq!(order, [code(2), code(1)], "the latest slot first");
}

async fn one_the_centre_cannot_keep_makes_way_and_gives_its_place_back(bench: Bench) {
    let store = &*bench.store;
    let former = created(store, &wish(1, slot(60, 1))).await;
    let next = NewAppointment {
        person: person(1),
        ..wish(2, slot(90, 1))
    };
    assert_eq!(
        store.book(&next, now()).await.unwrap(),
        Booked::AlreadyBooked(former.clone())
    );
    let stranger = NewAppointment {
        replaces: Some(code(9)),
        ..next.clone()
    };
    assert_eq!(
        store.book(&stranger, now()).await.unwrap(),
        Booked::AlreadyBooked(former.clone())
    );
    let next = NewAppointment {
        replaces: Some(former.code),
        ..next
    };
    created(store, &next).await;
    let former = store.appointment(&former.code).await.unwrap().unwrap();
    assert_eq!(former.state, AppointmentState::Lapsed);
    let taken = store.taken(&["wenquan"], now(), after(120)).await.unwrap();
    assert_eq!(
        taken.into_iter().collect::<Vec<_>>(),
        [("wenquan-90".to_owned(), 1)]
    );
    // A place that is full leaves everything as it was.
    let full = NewAppointment {
        replaces: Some(code(2)),
        person: person(1),
        ..wish(3, slot(120, 0))
    };
    assert_eq!(store.book(&full, now()).await.unwrap(), Booked::SlotFull);
    assert_eq!(
        store.appointment(&code(2)).await.unwrap().unwrap().state,
        AppointmentState::Booked
    );
}
