//! Appointments.

use crate::bench::{Bench, after, now, person};
use chrono::TimeDelta;
use server::{
    notice::store::SlipNumber,
    store::Store,
    visit::store::{
        Appointment, AppointmentCode, AppointmentState, Booked, Cancelled, Canceller, Cooldown,
        NewAppointment, PlannedSlot,
    },
};

behaviours![
    books_and_reads_back,
    a_full_slot_refuses,
    a_changed_plan_counts_from_the_next_booking,
    a_taken_code_is_told_and_takes_no_place,
    who_cancels_often_waits,
    appointments_to_come_are_told_in_the_order_they_were_booked,
    finding_needs_the_last_four,
    places_taken_are_told_by_branches_and_time,
    the_database_itself_refuses_to_oversell,
];

/// A slot that begins so many minutes after now.
pub(crate) fn slot(minutes: i64, capacity: u16) -> PlannedSlot {
    let start = after(minutes);
    PlannedSlot {
        id: format!("wenquan-{minutes}"),
        branch: "wenquan".to_owned(),
        start,
        end: start + TimeDelta::minutes(30),
        capacity,
    }
}

/// The `n`-th person asks for one unit of the slot.
pub(crate) fn wish(n: u32, slot: PlannedSlot) -> NewAppointment {
    NewAppointment {
        code: code(n),
        slot,
        person: person(n),
        last_four: "123X".to_owned(),
        service: "loan_offset".to_owned(),
        units: 1,
        idempotency_key: format!("attempt-{n}"),
        slip: None,
        replaces: None,
        cooldown: Cooldown {
            cancellations: 3,
            within: TimeDelta::hours(24),
        },
    }
}

pub(crate) fn code(n: u32) -> AppointmentCode {
    AppointmentCode::parse(&format!("{n:08}")).unwrap()
}

pub(crate) async fn created(store: &dyn Store, wish: &NewAppointment) -> Appointment {
    match store.book(wish, now()).await.unwrap() {
        Booked::Created(appointment) => appointment,
        other => panic!("not booked: {other:?}"),
    }
}

async fn books_and_reads_back(bench: Bench) {
    let store = &*bench.store;
    let wish = NewAppointment {
        slip: SlipNumber::parse("XN-2026-000001-K7Q2MF"),
        ..wish(1, slot(60, 4))
    };
    let appointment = created(store, &wish).await;
    assert_eq!(appointment.state, AppointmentState::Booked);
    assert_eq!((appointment.start, appointment.booked_at), (after(60), now()));
    assert_eq!(appointment.slip, wish.slip);
    assert_eq!(
        store.appointment(&wish.code).await.unwrap(),
        Some(appointment.clone())
    );
    assert_eq!(store.appointments_of(wish.person).await.unwrap(), [appointment]);
    assert_eq!(store.appointment(&code(2)).await.unwrap(), None);
    assert_eq!(store.appointments_of(person(2)).await.unwrap(), []);
}

async fn a_full_slot_refuses(bench: Bench) {
    let store = &*bench.store;
    let long = |n| NewAppointment {
        units: 2,
        ..wish(n, slot(60, 3))
    };
    created(store, &long(1)).await;
    assert_eq!(
        store.book(&long(2), now()).await.unwrap(),
        Booked::SlotFull,
        "two units do not fit into one"
    );
    created(store, &wish(3, slot(60, 3))).await;
    assert_eq!(
        store.book(&wish(4, slot(60, 3)), now()).await.unwrap(),
        Booked::SlotFull
    );
    assert_eq!(store.appointment(&code(4)).await.unwrap(), None);
    assert_eq!(
        store.book(&wish(5, slot(61, 0)), now()).await.unwrap(),
        Booked::SlotFull,
        "a slot planned empty"
    );
}

async fn a_changed_plan_counts_from_the_next_booking(bench: Bench) {
    let store = &*bench.store;
    for n in 1..=3 {
        created(store, &wish(n, slot(60, 3))).await;
    }
    assert_eq!(
        store.book(&wish(4, slot(60, 1)), now()).await.unwrap(),
        Booked::SlotFull
    );
    assert_eq!(
        store.taken(&["wenquan"], now(), after(120)).await.unwrap()["wenquan-60"],
        3,
        "nobody is turned out"
    );
    created(store, &wish(5, slot(60, 4))).await;
    assert_eq!(
        store.book(&wish(6, slot(60, 4)), now()).await.unwrap(),
        Booked::SlotFull
    );
}

async fn a_taken_code_is_told_and_takes_no_place(bench: Bench) {
    let store = &*bench.store;
    created(store, &wish(1, slot(60, 4))).await;
    let unlucky = NewAppointment {
        code: code(1),
        ..wish(2, slot(60, 4))
    };
    assert_eq!(store.book(&unlucky, now()).await.unwrap(), Booked::CodeTaken);
    assert_eq!(
        store.taken(&["wenquan"], now(), after(120)).await.unwrap()["wenquan-60"],
        1
    );
    created(
        store,
        &NewAppointment {
            code: code(2),
            ..unlucky
        },
    )
    .await;
}

async fn who_cancels_often_waits(bench: Bench) {
    let store = &*bench.store;
    let attempt = |n: u32| NewAppointment {
        person: person(1),
        ..wish(n, slot(6000, 4))
    };
    for n in 1..=3 {
        created(store, &attempt(n)).await;
        let by = Canceller::Person(person(1));
        let cancelled = store
            .cancel(&code(n), &by, after(i64::from(n) * 10))
            .await
            .unwrap();
        assert!(matches!(cancelled, Cancelled::Done(_)));
    }
    let day = 24 * 60;
    assert_eq!(
        store.book(&attempt(4), after(40)).await.unwrap(),
        Booked::CoolingDown(after(10 + day))
    );
    created(store, &wish(5, slot(6000, 4))).await;
    let later = store.book(&attempt(4), after(10 + day)).await.unwrap();
    assert!(matches!(later, Booked::Created(_)), "{later:?}");
}

async fn appointments_to_come_are_told_in_the_order_they_were_booked(bench: Bench) {
    let store = &*bench.store;
    for (n, slot_at, at) in [(1, 90, 0), (2, 60, 5), (3, 60, 2), (4, 60, 3), (5, 0, 0)] {
        let booked = store.book(&wish(n, slot(slot_at, 4)), after(at)).await.unwrap();
        assert!(matches!(booked, Booked::Created(_)));
    }
    let by = Canceller::Person(person(4));
    store.cancel(&code(4), &by, after(6)).await.unwrap();
    let standing = store.standing(after(30)).await.unwrap();
    let codes: Vec<_> = standing.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        [code(3), code(2), code(1)],
        "not the cancelled, not the past"
    );
}

async fn finding_needs_the_last_four(bench: Bench) {
    let store = &*bench.store;
    let appointment = created(store, &wish(1, slot(60, 4))).await;
    assert_eq!(
        store.find_appointment(&code(1), "123x").await.unwrap(),
        Some(appointment)
    );
    assert_eq!(store.find_appointment(&code(1), "1234").await.unwrap(), None);
    assert_eq!(store.find_appointment(&code(2), "123X").await.unwrap(), None);
}

async fn places_taken_are_told_by_branches_and_time(bench: Bench) {
    let store = &*bench.store;
    created(store, &wish(1, slot(60, 4))).await;
    created(
        store,
        &NewAppointment {
            units: 3,
            ..wish(2, slot(90, 4))
        },
    )
    .await;
    created(store, &wish(3, slot(120, 4))).await;
    let elsewhere = PlannedSlot {
        id: "chibi-60".to_owned(),
        branch: "chibi".to_owned(),
        ..slot(60, 4)
    };
    created(store, &wish(4, elsewhere)).await;
    let taken = store.taken(&["wenquan"], after(60), after(120)).await.unwrap();
    let taken: Vec<_> = taken.iter().map(|(id, units)| (id.as_str(), *units)).collect();
    assert_eq!(taken, [("wenquan-60", 1), ("wenquan-90", 3)]);
    let both = store
        .taken(&["chibi", "nowhere", "wenquan"], after(60), after(90))
        .await
        .unwrap();
    let both: Vec<_> = both.keys().map(String::as_str).collect();
    assert_eq!(both, ["chibi-60", "wenquan-60"]);
    assert!(store.taken(&[], now(), after(120)).await.unwrap().is_empty());
}

async fn the_database_itself_refuses_to_oversell(bench: Bench) {
    created(&*bench.store, &wish(1, slot(60, 1))).await;
    let refused = bench
        .ints("UPDATE slot SET booked = booked + 1 RETURNING CAST(booked AS BIGINT)")
        .await;
    assert!(refused.is_err_and(|error| error.is_check_violation()));
}
