//! Cancelling an appointment.

use crate::{
    bench::{Bench, after, now, person},
    visit::{code, created, slot, wish},
};
use server::visit::store::{AppointmentState, Booked, Cancelled, Canceller, NewAppointment};
use std::sync::Arc;

behaviours![
    cancelling_frees_the_units_once,
    cancelling_at_once_frees_the_units_once,
    cancelling_needs_the_person_or_the_last_four,
    cancelling_is_too_late_once_the_slot_begins,
];

async fn cancelling_frees_the_units_once(bench: Bench) {
    let store = &*bench.store;
    created(
        store,
        &NewAppointment {
            units: 2,
            ..wish(1, slot(60, 2))
        },
    )
    .await;
    assert_eq!(
        store.book(&wish(2, slot(60, 2)), now()).await.unwrap(),
        Booked::SlotFull
    );
    let by = Canceller::Person(person(1));
    let Cancelled::Done(cancelled) = store.cancel(&code(1), &by, after(5)).await.unwrap() else {
        panic!("not cancelled")
    };
    assert_eq!(
        (cancelled.state, cancelled.cancelled_at),
        (AppointmentState::Cancelled, Some(after(5)))
    );
    assert_eq!(
        store.appointment(&code(1)).await.unwrap(),
        Some(cancelled.clone()),
        "it is kept"
    );
    assert_eq!(
        store.cancel(&code(1), &by, after(6)).await.unwrap(),
        Cancelled::Already(cancelled.clone())
    );
    assert!(
        store
            .taken(&["wenquan"], now(), after(120))
            .await
            .unwrap()
            .is_empty()
    );
    created(store, &wish(2, slot(60, 2))).await;
    // The old form, sent again, shows what became of it.
    assert_eq!(
        store.book(&wish(1, slot(60, 2)), after(7)).await.unwrap(),
        Booked::Repeated(cancelled)
    );
}

async fn cancelling_at_once_frees_the_units_once(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    for n in 1..=3 {
        created(&*bench.store, &wish(n, slot(60, 3))).await;
    }
    let results = Bench::at_once(&stores, 16, |store, _| async move {
        store
            .cancel(&code(2), &Canceller::Person(person(2)), after(5))
            .await
            .unwrap()
    })
    .await;
    let done = results
        .iter()
        .filter(|result| matches!(result, Cancelled::Done(_)))
        .count();
    assert_eq!(done, 1);
    assert_eq!(
        stores[0].taken(&["wenquan"], now(), after(120)).await.unwrap()["wenquan-60"],
        2
    );
}

async fn cancelling_needs_the_person_or_the_last_four(bench: Bench) {
    let store = &*bench.store;
    created(store, &wish(1, slot(60, 4))).await;
    created(store, &wish(2, slot(60, 4))).await;
    for stranger in [
        Canceller::Person(person(2)),
        Canceller::LastFour("1234".to_owned()),
    ] {
        assert_eq!(
            store.cancel(&code(1), &stranger, now()).await.unwrap(),
            Cancelled::Unknown
        );
    }
    let by = Canceller::LastFour("123x".to_owned());
    assert!(matches!(
        store.cancel(&code(1), &by, now()).await.unwrap(),
        Cancelled::Done(_)
    ));
    assert_eq!(
        store.cancel(&code(9), &by, now()).await.unwrap(),
        Cancelled::Unknown
    );
}

async fn cancelling_is_too_late_once_the_slot_begins(bench: Bench) {
    let store = &*bench.store;
    let appointment = created(store, &wish(1, slot(60, 4))).await;
    let by = Canceller::Person(person(1));
    assert_eq!(
        store.cancel(&code(1), &by, after(60)).await.unwrap(),
        Cancelled::TooLate(appointment)
    );
    assert!(matches!(
        store.cancel(&code(1), &by, after(59)).await.unwrap(),
        Cancelled::Done(_)
    ));
}
