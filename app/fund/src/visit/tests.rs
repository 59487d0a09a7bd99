use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;
use crate::calendar::DayKind;
use crate::edition::Edition;

/// The built-in edition, read once; of its notices only one, so that others may be added and changed.
static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
    Edition::load(&|name| {
        let left_out = name.starts_with("notices/") && name != "notices/rent_withdrawal.toml";
        if left_out {
            None
        } else {
            std::fs::read_to_string(format!("{folder}/{name}")).ok()
        }
    })
    .unwrap()
});

fn edition() -> &'static Edition {
    &EDITION
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// The slots of a day in brief: first start, last end, how many.
fn brief(edition: &Edition, branch: &str, service: &str, date: &str) -> String {
    let (branch, service) = (edition.branch(branch).unwrap(), edition.service(service).unwrap());
    let slots = slots(&edition.calendar, branch, service, day(date));
    match (slots.first(), slots.last()) {
        (Some(first), Some(last)) => {
            format!(
                "{}–{} {}",
                first.start.format("%H:%M"),
                last.end.format("%H:%M"),
                slots.len()
            )
        }
        _ => "closed".to_owned(),
    }
}

#[test]
fn hours_follow_season_holiday_and_duty() {
    let edition = edition();
    for (branch, service, date, expected) in [
        ("shizhi", "new_home_loan", "2026-11-24", "08:30–17:30 13"),
        ("shizhi", "new_home_loan", "2026-07-01", "08:30–18:00 13"),
        ("shizhi", "new_home_loan", "2026-05-29", "08:30–17:30 13"),
        ("shizhi", "new_home_loan", "2026-06-01", "08:30–18:00 13"),
        // Saturday duty: loans and withdrawals, at the city hall only.
        ("shizhi", "new_home_loan", "2026-11-28", "09:00–12:00 6"),
        ("shizhi", "rent_withdrawal", "2026-11-28", "09:00–12:00 6"),
        ("shizhi", "transfer", "2026-11-28", "closed"),
        ("chibi", "new_home_loan", "2026-11-28", "closed"),
        ("shizhi", "new_home_loan", "2026-11-29", "closed"),
        // Holidays, a holiday's Saturday, and the Saturday and Sunday worked in exchange.
        ("shizhi", "new_home_loan", "2026-10-01", "closed"),
        ("shizhi", "new_home_loan", "2026-10-03", "closed"),
        ("chibi", "transfer", "2026-10-10", "08:30–17:30 13"),
        ("shizhi", "new_home_loan", "2026-10-10", "08:30–17:30 13"),
        ("shizhi", "new_home_loan", "2026-09-20", "08:30–18:00 13"),
        // Not at a window.
        ("shizhi", "onsite_service", "2026-11-24", "closed"),
    ] {
        assert_eq!(
            brief(edition, branch, service, date),
            expected,
            "{branch} {service} {date}"
        );
    }
}

#[test]
fn a_slot_says_what_it_has_and_what_the_service_takes() {
    let edition = edition();
    let (branch, loan) = (
        edition.branch("chibi").unwrap(),
        edition.service("new_home_loan").unwrap(),
    );
    let slot = &slots(&edition.calendar, branch, loan, day("2026-11-24"))[0];
    assert_eq!(slot.id, "chibi-20261124-0830");
    assert_eq!(
        (slot.start, slot.end),
        (time("2026-11-24T08:30:00"), time("2026-11-24T09:00:00"))
    );
    assert_eq!((slot.capacity, slot.units_needed), (4, 2));
    let rent = edition.service("rent_withdrawal").unwrap();
    assert_eq!(
        [29, 30, 31].map(|minutes| Service {
            minutes,
            ..rent.clone()
        }
        .units(30)),
        [1, 1, 2]
    );
    assert_eq!(rent.units(0), 15, "no division by zero");
}

#[test]
fn a_slot_is_found_again_by_its_id_only_as_written() {
    let edition = edition();
    let service = edition.service("new_home_loan").unwrap();
    let (branch, slot) = edition.slot("shizhi-20261128-0900", service).unwrap();
    assert_eq!(
        (branch.code.as_str(), slot.start),
        ("shizhi", time("2026-11-28T09:00:00"))
    );
    for id in [
        "",
        "shizhi",
        "shizhi-20261128",
        "shizhi-20261128-0830",
        "shizhi-20261128-0901",
        "shizhi-20261128-0900 ",
        "shizhi-+20261128-0900",
        "shizhi-2026112-0900",
        "shizhi-20261128-0900-1",
        "nowhere-20261128-0900",
        "shizhi-20261001-0900",
        "shizhi-99999999-0900",
    ] {
        assert!(edition.slot(id, service).is_none(), "{id}");
    }
}

#[test]
fn days_open_with_the_lead_and_close_with_the_horizon() {
    let edition = edition();
    let (branch, service) = (
        edition.branch("shizhi").unwrap(),
        edition.service("new_home_loan").unwrap(),
    );
    let now = time("2026-11-24T15:40:00");
    let days = days(&edition.calendar, branch, service, &edition.booking, now);
    assert_eq!(days.len(), 31);
    let today: Vec<_> = days[0].slots.iter().map(|slot| slot.id.as_str()).collect();
    assert_eq!(
        today,
        ["shizhi-20261124-1700"],
        "16:30 begins in less than an hour"
    );
    assert_eq!((days[5].kind, days[5].slots.len()), (DayKind::Weekend, 0));
    assert_eq!(days[30].date, day("2026-12-24"));
    assert!(days.iter().all(|day| day.announced));

    let admits = |start| edition.booking.admits(time(start), now);
    assert_eq!(admits("2026-11-24T16:40:00"), Ok(()));
    assert_eq!(admits("2026-11-24T16:39:59"), Err(OutsideBooking::TooSoon));
    assert_eq!(admits("2026-11-23T16:40:00"), Err(OutsideBooking::TooSoon));
    assert_eq!(admits("2026-12-24T17:00:00"), Ok(()));
    assert_eq!(admits("2026-12-25T08:30:00"), Err(OutsideBooking::TooFar));
}

#[test]
fn a_holiday_and_an_unannounced_year_say_so() {
    let edition = edition();
    let (branch, service) = (
        edition.branch("chibi").unwrap(),
        edition.service("transfer").unwrap(),
    );
    let days = days(
        &edition.calendar,
        branch,
        service,
        &edition.booking,
        time("2026-12-20T09:00:00"),
    );
    let new_year = days.iter().find(|plan| plan.date == day("2027-01-01")).unwrap();
    assert_eq!(
        (new_year.kind, new_year.festival.as_deref()),
        (DayKind::Holiday, Some("元旦"))
    );
    assert!(!new_year.announced);
}

#[test]
fn hours_read_and_write() {
    for (text, shown) in [("08:30-12:00", "8:30–12:00"), ("00:00-23:59", "0:00–23:59")] {
        let period: Period = text.parse().unwrap();
        assert_eq!(
            (String::from(period).as_str(), period.to_string().as_str()),
            (text, shown)
        );
    }
    for (text, error) in [
        ("", HoursError::Period),
        ("08:30", HoursError::Period),
        ("08:30-24:00", HoursError::Period),
        ("08:30-08:30", HoursError::Backwards),
        ("12:00-08:30", HoursError::Backwards),
    ] {
        assert_eq!(text.parse::<Period>(), Err(error), "{text}");
    }
    let leap_day = "02-29".parse::<MonthDay>().unwrap();
    assert_eq!((leap_day.month(), leap_day.day()), (2, 29));
    for text in ["", "6", "13-01", "02-30", "1-1-1"] {
        assert_eq!(text.parse::<MonthDay>(), Err(HoursError::MonthDay), "{text}");
    }
}

prop_compose! {
    /// Hours nobody would keep, but in order.
    fn any_periods()(mut minutes in proptest::collection::btree_set(0_u32..1440, 0..8)) -> Vec<Period> {
        if minutes.len() % 2 == 1 {
            minutes.pop_last();
        }
        let times: Vec<_> = minutes
            .into_iter()
            .map(|minute| chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
            .collect();
        times.chunks(2).map(|pair| Period::new(pair[0], pair[1]).unwrap()).collect()
    }
}

proptest! {
    #[test]
    fn slots_lie_inside_the_hours_and_never_overlap(
        periods in any_periods(),
        saturday in any_periods(),
        slot_minutes in 0_u16..200,
        windows in 0_u16..9,
        minutes in 1_u16..300,
        offset in 0_u64..2000,
    ) {
        let edition = edition();
        let whole_year = Season { from: "01-01".parse().unwrap(), to: "12-31".parse().unwrap(), periods };
        let branch = Branch {
            windows,
            saturday,
            timetable: Timetable { code: "any".to_owned(), slot_minutes, seasons: vec![whole_year] },
            ..edition.branches[0].clone()
        };
        let service = Service { minutes, ..edition.service("new_home_loan").unwrap().clone() };
        let date = day("2024-01-01") + chrono::Days::new(offset);
        let slots = slots(&edition.calendar, &branch, &service, date);
        let hours: Vec<_> = branch.timetable.periods(date).iter().chain(&branch.saturday).collect();
        for slot in &slots {
            let inside = hours.iter().any(|period| {
                date.and_time(period.from()) <= slot.start && slot.end <= date.and_time(period.to())
            });
            prop_assert!(inside, "{} of {:?}", slot.id, hours);
            prop_assert_eq!(slot.end - slot.start, chrono::TimeDelta::minutes(slot_minutes.into()));
            prop_assert!(slot.units_needed <= slot.capacity);
            let found = plan_of(&slot.id, &edition.calendar, std::slice::from_ref(&branch), &service);
            prop_assert_eq!(found.map(|(_, found)| found), Some(slot.clone()));
        }
        prop_assert!(slots.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
