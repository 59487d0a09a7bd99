//! What the pages of the visit room look like.

use super::*;
use crate::components::QrMatrix;
use crate::shell::PageContext;
use crate::testing::{context, date, html, main_of, time as clock};

fn choice() -> Choice {
    Choice {
        service: "purchase_withdrawal".into(),
        label: "购房提取".into(),
        minutes: 30,
        slip: None,
    }
}

fn city_hall() -> Branch {
    Branch {
        code: "shizhi".into(),
        name: "市直管理部".into(),
        address: "咸安区示例路 1 号".into(),
        phone: "0715-0000001".into(),
    }
}

fn saturday() -> NaiveDateTime {
    date(2026, 11, 28).and_time(clock(9, 30))
}

fn line(standing: Standing) -> Line {
    Line {
        code: "K7Q2MF10".into(),
        service: "购房提取".into(),
        branch: "市直管理部".into(),
        start: saturday(),
        standing,
    }
}

fn free(slot: &str) -> FreePlace {
    FreePlace {
        slot: slot.into(),
        start: saturday(),
        branch: "市直管理部".into(),
        free: 2,
    }
}

macro_rules! looks_like {
    ($page:expr) => {
        insta::assert_snapshot!(main_of(&html(|| $page)))
    };
}

#[test]
fn services_by_what_they_are_about_below_ones_own_appointments() {
    let ctx = PageContext {
        signed_in: true,
        ..context()
    };
    let service = |code: &str, label: &str, notice, online| service::Service {
        code: code.into(),
        label: label.into(),
        minutes: 30,
        notice,
        online,
    };
    let services = service::Services {
        groups: vec![(
            "提取".into(),
            vec![
                service("purchase_withdrawal", "购房提取", false, false),
                service("rent_withdrawal", "租房提取", true, true),
            ],
        )],
        upcoming: vec![line(Standing::Booked)],
        verified: false,
    };
    looks_like!(service::page(&ctx, services));
}

#[test]
fn branches_with_their_earliest_place() {
    let row = |earliest, saturday| branch::Row {
        branch: city_hall(),
        earliest,
        saturday,
    };
    let rows = vec![row(Some(saturday()), true), row(None, false)];
    let choice = choice();
    looks_like!(branch::page(
        &context(),
        branch::Branches {
            choice,
            rows,
            verified: false
        }
    ));
}

#[test]
fn a_calendar_over_the_turn_of_a_month() {
    use day::Offer;
    let offers = [
        Offer::Over,
        Offer::Full,
        Offer::Free(14),
        Offer::Closed,
        Offer::Festival("元旦".into()),
    ];
    let days = date(2026, 11, 28)
        .iter_days()
        .zip(offers)
        .map(|(date, offer)| day::Day { date, offer })
        .collect();
    let days = day::Days {
        choice: Choice {
            slip: Some("XN-2026-004182-K7Q2MF".into()),
            ..choice()
        },
        branch: city_hall(),
        earliest: Some(free("shizhi-20261130-0830")),
        days,
        unannounced: true,
    };
    looks_like!(day::page(&context(), days));
}

#[test]
fn a_branch_without_a_free_place_leads_to_the_others() {
    let days = day::Days {
        choice: choice(),
        branch: city_hall(),
        earliest: None,
        days: Vec::new(),
        unannounced: false,
    };
    let html = html(|| day::page(&context(), days));
    assert!(html.contains("近期已约满") && html.contains("/visit/branch?service=purchase_withdrawal"));
}

#[test]
fn times_are_links_while_something_is_left() {
    let slot = |id: &str, hour, minute, free| time::TimeSlot {
        id: id.into(),
        start: clock(hour, minute),
        free,
    };
    let slots = vec![
        slot("shizhi-20261124-0900", 9, 0, 0),
        slot("shizhi-20261124-0930", 9, 30, 2),
        slot("shizhi-20261124-1430", 14, 30, 6),
    ];
    let times = time::Times {
        choice: choice(),
        branch: city_hall(),
        date: date(2026, 11, 24),
        provisional: false,
        slots,
    };
    looks_like!(time::page(&context(), times.clone()));
    let nothing = time::Times {
        slots: Vec::new(),
        ..times
    };
    let html = html(|| time::page(&context(), nothing));
    assert!(html.contains("没有可以约的时间") && !html.contains("<script"));
}

#[test]
fn one_look_before_booking() {
    let confirm = confirm::Confirm {
        choice: Choice {
            slip: Some("XN-2026-004182-K7Q2MF".into()),
            ..choice()
        },
        branch: city_hall(),
        slot: "shizhi-20261128-0930".into(),
        start: saturday(),
        provisional: false,
        key: "a-random-key".into(),
    };
    looks_like!(confirm::page(&context(), confirm));
}

#[test]
fn a_refusal_says_what_happened_and_what_is_free() {
    let refused = |reason, alternatives| refused::Refused {
        choice: choice(),
        branch: "shizhi".into(),
        reason,
        alternatives,
    };
    let full = refused(refused::Reason::Full, vec![free("shizhi-20261128-1000")]);
    looks_like!(refused::page(&context(), full));
    let soon = refused(refused::Reason::TooSoon(60), Vec::new());
    let html_of_soon = html(|| refused::page(&context(), soon));
    assert!(html_of_soon.contains("不到 60 分钟") && html_of_soon.contains("近期没有空位"));
    let already = html(|| refused::already_booked(&context(), line(Standing::Booked)));
    assert!(already.contains("您已经约过这项业务") && already.contains("href=\"/visit/K7Q2MF10\""));
}

#[test]
fn an_appointment_is_all_one_needs_at_the_door() {
    let appointment = |standing| appointment::Appointment {
        code: "K7Q2MF10".into(),
        standing,
        service: "购房提取".into(),
        notice: Some("purchase_withdrawal".into()),
        slip: None,
        branch: city_hall(),
        start: saturday(),
        provisional: false,
        again: "/visit/branch?service=purchase_withdrawal".into(),
        qr: QrMatrix::new(1, vec![true]),
    };
    looks_like!(appointment::page(&context(), appointment(Standing::Booked)));
    let cancelled = html(|| appointment::page(&context(), appointment(Standing::Cancelled)));
    assert!(cancelled.contains("预约已取消") && !cancelled.contains("calendar.ics"));
}

#[test]
fn an_appointment_the_centre_cannot_keep_says_so_everywhere() {
    let displaced = appointment::Appointment {
        code: "K7Q2MF10".into(),
        standing: Standing::Displaced,
        service: "购房提取".into(),
        notice: None,
        slip: None,
        branch: city_hall(),
        start: saturday(),
        provisional: true,
        again: "/visit/branch?service=purchase_withdrawal".into(),
        qr: None,
    };
    let page = html(|| appointment::page(&context(), displaced));
    assert!(page.contains("这个时间不办公了") && page.contains("11月28日（周六）上午 9:30不再办理"));
    assert!(page.contains("href=\"/visit/branch?service=purchase_withdrawal\""));
    assert!(page.contains("/visit/K7Q2MF10/cancel") && !page.contains("calendar.ics"));
    let mine = html(|| mine::page(&context(), vec![line(Standing::Displaced)]));
    assert!(mine.contains("请另选时间"));
    assert!(Standing::Displaced.is_to_come() && !Standing::Cancelled.is_to_come());
}

#[test]
fn a_day_of_a_year_without_announced_holidays_is_said_to_be_provisional() {
    let confirm = |provisional| confirm::Confirm {
        choice: choice(),
        branch: city_hall(),
        slot: "shizhi-20270104-0900".into(),
        start: saturday(),
        provisional,
        key: "key".into(),
    };
    let times = |provisional| time::Times {
        choice: choice(),
        branch: city_hall(),
        date: saturday().date(),
        provisional,
        slots: Vec::new(),
    };
    for (provisional, said) in [(true, true), (false, false)] {
        let pages = [
            html(|| confirm::page(&context(), confirm(provisional))),
            html(|| time::page(&context(), times(provisional))),
        ];
        assert!(
            pages
                .iter()
                .all(|page| page.contains("放假安排还没有公布") == said)
        );
    }
}

#[test]
fn who_cancels_too_often_reads_from_when_on_they_can_book() {
    let refused = refused::Refused {
        choice: choice(),
        branch: "shizhi".into(),
        reason: refused::Reason::CoolingDown(saturday()),
        alternatives: vec![free("shizhi-20261128-1000")],
    };
    let page = html(|| refused::page(&context(), refused));
    assert!(page.contains("11月28日（周六）上午 9:30以后可以再约") && !page.contains("slot="));
}

#[test]
fn cancelling_asks_first() {
    looks_like!(cancel::page(&context(), line(Standing::Booked)));
}

#[test]
fn finding_again_keeps_the_code_and_never_the_last_four() {
    let form = find::Find {
        code: "K7Q2 MF1".into(),
        problems: vec![find::Problem::CodeInvalid, find::Problem::LastFourInvalid],
    };
    looks_like!(find::page(&context(), form));
}

#[test]
fn ones_appointments_with_their_state() {
    let lines = [Standing::Booked, Standing::Past, Standing::Cancelled]
        .map(line)
        .to_vec();
    looks_like!(mine::page(&context(), lines));
    assert!(html(|| mine::page(&context(), Vec::new())).contains("还没有预约"));
}
