//! Hundreds who want the last places at the same moment, and the proof that the test would notice a store that oversells.

use crate::{
    bench::{Bench, now},
    visit::{slot, wish},
};
use server::visit::store::{Booked, NewAppointment};
use std::sync::Arc;

behaviours![
    the_last_places_are_not_oversold,
    a_store_that_looks_before_it_takes_is_caught
];

const CAPACITY: u16 = 7;
const CALLERS: u32 = 300;

/// What must hold of every slot, however many came at once; each line says what does not.
async fn violations(bench: &Bench, confirmed_units: i64) -> Vec<String> {
    let slots = bench
        .ints(
            "SELECT CAST(s.capacity AS BIGINT), CAST(s.booked AS BIGINT), CAST(coalesce((SELECT sum(a.units) \
             FROM appointment a WHERE a.slot = s.id AND a.state = 'booked'), 0) AS BIGINT) FROM slot s",
        )
        .await
        .unwrap();
    let mut violations = Vec::new();
    for slot in &slots {
        let [capacity, booked, in_rows] = slot[..] else {
            panic!("three columns")
        };
        if in_rows > capacity {
            violations.push(format!("{in_rows} units promised of a slot with {capacity}"));
        }
        if booked != in_rows {
            violations.push(format!(
                "the slot counts {booked} units, its appointments {in_rows}"
            ));
        }
    }
    let in_rows: i64 = slots.iter().map(|slot| slot[2]).sum();
    if in_rows != confirmed_units {
        violations.push(format!(
            "{confirmed_units} units confirmed to people, {in_rows} on file"
        ));
    }
    violations
}

async fn the_last_places_are_not_oversold(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    let results = Bench::at_once(&stores, CALLERS, |store, n| async move {
        let units = if n % 5 == 0 { 2 } else { 1 };
        let wish = NewAppointment {
            units,
            ..wish(n, slot(60, CAPACITY))
        };
        store.book(&wish, now()).await.unwrap()
    })
    .await;
    let mut confirmed = 0;
    for booked in &results {
        match booked {
            Booked::Created(appointment) => confirmed += i64::from(appointment.units),
            Booked::SlotFull => {}
            other => panic!("neither booked nor full: {other:?}"),
        }
    }
    assert_eq!(confirmed, i64::from(CAPACITY), "every place found somebody");
    assert_eq!(violations(&bench, confirmed).await, [] as [String; 0]);
}

/// The planted bug: capacity is looked up first and taken afterwards, as the systems do that double-book.
async fn a_store_that_looks_before_it_takes_is_caught(bench: Bench) {
    // Takes down the second wall too, or the database would refuse what the bug tries.
    let planned = wish(0, slot(60, CAPACITY));
    assert!(matches!(
        bench.store.book(&planned, now()).await.unwrap(),
        Booked::Created(_)
    ));
    remove_second_wall(&bench).await;
    let tasks: Vec<_> = (1..=40)
        .map(|n| {
            let bench = bench.clone();
            tokio::spawn(async move { look_then_take(&bench, n).await })
        })
        .collect();
    let mut confirmed = 1;
    for task in tasks {
        confirmed += i64::from(task.await.unwrap());
    }
    let violations = violations(&bench, confirmed).await;
    assert!(!violations.is_empty(), "the check passed a store that oversells");
}

/// PostgreSQL loses the constraint; on SQLite each connection of the bug's own ignores it.
async fn remove_second_wall(bench: &Bench) {
    if !bench.is_sqlite() {
        bench
            .run(&["ALTER TABLE slot DROP CONSTRAINT slot_booked"])
            .await
            .unwrap();
    }
}

async fn look_then_take(bench: &Bench, n: u32) -> bool {
    let free = bench
        .ints("SELECT CAST(capacity - booked AS BIGINT) FROM slot")
        .await
        .unwrap()[0][0];
    // Meanwhile the others look too.
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    if free < 1 {
        return false;
    }
    let (wall, person) = if bench.is_sqlite() {
        ("PRAGMA ignore_check_constraints = ON", format!("x'{n:032x}'"))
    } else {
        ("SELECT 1", format!("'\\x{n:032x}'::bytea"))
    };
    let insert = format!(
        "INSERT INTO appointment (code, person, last_four, slot, branch, service, starts_at, ends_at, units, state, \
         idempotency_key, booked_at) SELECT '{n:08}', {person}, last_four, slot, branch, service, starts_at, ends_at, \
         1, 'booked', 'attempt-{n}', booked_at FROM appointment WHERE code = '00000000'"
    );
    bench
        .run(&[wall, "UPDATE slot SET booked = booked + 1", &insert])
        .await
        .unwrap();
    true
}
