//! Slips.

use crate::bench::{Bench, person};
use chrono::NaiveDate;
use server::notice::store::{NewSlip, SlipNumber};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

behaviours![
    slips_are_kept_as_issued,
    slips_are_counted_by_centre_and_year,
    slips_issued_at_once_have_numbers_of_their_own,
    the_same_slip_is_issued_once,
    the_same_slip_is_issued_once_even_at_once,
];

static FINGERPRINTS: AtomicU64 = AtomicU64::new(1);

pub(crate) fn new_slip(centre: &str, year: i32) -> NewSlip {
    NewSlip {
        centre: centre.to_owned(),
        random: "K7Q2MF".to_owned(),
        service: "withdrawal_rent".to_owned(),
        answers: r#"{"married":"yes"}"#.to_owned(),
        content: r#"{"items":["身份证"]}"#.to_owned(),
        issued_on: NaiveDate::from_ymd_opt(year, 11, 28).unwrap(),
        expires_on: NaiveDate::from_ymd_opt(year + 1, 2, 28).unwrap(),
        person: Some(person(1)),
        // Each says something else.
        fingerprint: u128::from(FINGERPRINTS.fetch_add(1, Ordering::Relaxed)).to_be_bytes(),
    }
}

async fn slips_are_kept_as_issued(bench: Bench) {
    let new = new_slip("XN", 2026);
    let slip = bench.store.issue(&new).await.unwrap();
    assert_eq!(slip.number.as_str(), "XN-2026-000001-K7Q2MF");
    assert_eq!((&slip.answers, &slip.content), (&new.answers, &new.content));
    assert_eq!(bench.store.slip(&slip.number).await.unwrap(), Some(slip));
    let other_end = SlipNumber::parse("XN-2026-000001-K7Q2MG").unwrap();
    assert_eq!(bench.store.slip(&other_end).await.unwrap(), None);
    let anonymous = NewSlip {
        person: None,
        fingerprint: [9; 16],
        ..new
    };
    let slip = bench.store.issue(&anonymous).await.unwrap();
    assert_eq!(
        bench.store.slip(&slip.number).await.unwrap().unwrap().person,
        None
    );
}

async fn slips_are_counted_by_centre_and_year(bench: Bench) {
    let mut numbers = Vec::new();
    for (centre, year) in [
        ("XN", 2026),
        ("XN", 2026),
        ("WH", 2026),
        ("XN", 2027),
        ("XN", 2026),
    ] {
        numbers.push(
            bench
                .store
                .issue(&new_slip(centre, year))
                .await
                .unwrap()
                .number
                .to_string(),
        );
    }
    let starts: Vec<_> = numbers.iter().map(|number| &number[..14]).collect();
    assert_eq!(
        starts,
        [
            "XN-2026-000001",
            "XN-2026-000002",
            "WH-2026-000001",
            "XN-2027-000001",
            "XN-2026-000003"
        ]
    );
}

async fn slips_issued_at_once_have_numbers_of_their_own(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    let slips = Bench::at_once(&stores, 40, |store, _| async move {
        store.issue(&new_slip("XN", 2026)).await.unwrap()
    })
    .await;
    let numbers: BTreeSet<_> = slips.iter().map(|slip| slip.number.to_string()).collect();
    assert_eq!(numbers.len(), 40);
    assert_eq!(
        numbers.last().unwrap(),
        "XN-2026-000040-K7Q2MF",
        "no number is skipped"
    );
}

async fn the_same_slip_is_issued_once(bench: Bench) {
    let new = new_slip("XN", 2026);
    let slip = bench.store.issue(&new).await.unwrap();
    let again = NewSlip {
        random: "ANOTHER".to_owned(),
        content: r#"{"issued":"a minute later"}"#.to_owned(),
        ..new
    };
    assert_eq!(bench.store.issue(&again).await.unwrap(), slip);
    let other = bench.store.issue(&new_slip("XN", 2026)).await.unwrap();
    assert!(
        other.number.as_str().starts_with("XN-2026-000002-"),
        "no number is skipped"
    );
}

async fn the_same_slip_is_issued_once_even_at_once(bench: Bench) {
    let stores = [Arc::clone(&bench.store), bench.another().await];
    let new = Arc::new(new_slip("XN", 2026));
    let slips = Bench::at_once(&stores, 24, move |store, n| {
        let new = NewSlip {
            random: format!("R{n}"),
            ..(*new).clone()
        };
        async move { store.issue(&new).await.unwrap() }
    })
    .await;
    let numbers: BTreeSet<_> = slips.iter().map(|slip| slip.number.to_string()).collect();
    assert_eq!(numbers.len(), 1, "{numbers:?}");
    let next = bench.store.issue(&new_slip("XN", 2026)).await.unwrap();
    assert!(
        next.number.as_str().starts_with("XN-2026-000002-"),
        "{}",
        next.number
    );
}
