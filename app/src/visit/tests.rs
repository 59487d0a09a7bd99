//! What the pages of the visit room look like.

use fund::visit::ServiceGroup;

use super::*;
use crate::components::QrMatrix;
use crate::shell::PageContext;
use crate::testing::{context, date, html, in_each_language, time as clock};

/// A text of the edition in both languages.
fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual::new(zh.to_owned(), Some(en.to_owned()))
}

fn purchase() -> Bilingual {
    both("购房提取", "Withdrawal for buying a home")
}

fn choice() -> BookingDraft {
    BookingDraft {
        service: "purchase_withdrawal".into(),
        label: purchase(),
        minutes: 30,
        slip: None,
    }
}

fn city_hall() -> Branch {
    Branch {
        code: "shizhi".into(),
        name: both("市直管理部", "City Branch"),
        address: both("咸安区示例路 1 号", "1 Shili Road, Xian'an District"),
        phone: "0715-0000001".into(),
    }
}

fn saturday() -> NaiveDateTime {
    date(2026, 11, 28).and_time(clock(9, 30))
}

fn line(standing: AppointmentStatus) -> AppointmentLine {
    AppointmentLine {
        code: "K7Q2MF10".into(),
        service: purchase(),
        branch: both("市直管理部", "City Branch"),
        start: saturday(),
        standing,
    }
}

fn free(slot: &str) -> FreePlace {
    FreePlace {
        slot: slot.into(),
        start: saturday(),
        branch: both("市直管理部", "City Branch"),
        free: 2,
    }
}

/// The page as it stands, and under the name given here in English.
macro_rules! looks_like {
    ($in_english:literal, $page:expr) => {{
        let [chinese, english] = in_each_language($page);
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!($in_english, english);
    }};
}

#[test]
fn services_by_what_they_are_about_below_ones_own_appointments() {
    let service = |code: &str, label: Bilingual, notice, online| service::Service {
        code: code.into(),
        label,
        minutes: 30,
        notice,
        online,
    };
    let services = service::Services {
        groups: vec![(
            ServiceGroup::Withdrawal,
            vec![
                service("purchase_withdrawal", purchase(), false, false),
                // Nobody has written its English.
                service("rent_withdrawal", "租房提取".into(), true, true),
            ],
        )],
        upcoming: vec![line(AppointmentStatus::Booked)],
        verified: false,
    };
    looks_like!("services_en", |ctx| {
        let ctx = PageContext {
            signed_in: true,
            ..ctx.clone()
        };
        service::page(&ctx, services.clone())
    });
}

#[test]
fn branches_with_their_earliest_place() {
    let row = |earliest, saturday| branch::BranchRow {
        branch: city_hall(),
        earliest,
        saturday,
    };
    let rows = vec![row(Some(saturday()), true), row(None, false)];
    let branches = branch::Branches {
        choice: choice(),
        rows,
        verified: false,
    };
    looks_like!("branches_en", |ctx| branch::page(ctx, branches.clone()));
}

#[test]
fn a_calendar_over_the_turn_of_a_month() {
    use day::DayState;
    let offers = [
        DayState::Over,
        DayState::Full,
        DayState::Free(14),
        DayState::Closed,
        DayState::Festival("元旦".into()),
    ];
    let days = date(2026, 11, 28)
        .iter_days()
        .zip(offers)
        .map(|(date, offer)| day::Day { date, offer })
        .collect();
    let days = day::Days {
        choice: BookingDraft {
            slip: Some("XN-2026-004182-K7Q2MF".into()),
            ..choice()
        },
        branch: city_hall(),
        earliest: Some(free("shizhi-20261130-0830")),
        days,
        unannounced: true,
    };
    looks_like!("a_calendar_en", |ctx| day::page(ctx, days.clone()));
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
    looks_like!("times_en", |ctx| time::page(ctx, times.clone()));
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
        choice: BookingDraft {
            slip: Some("XN-2026-004182-K7Q2MF".into()),
            ..choice()
        },
        branch: city_hall(),
        slot: "shizhi-20261128-0930".into(),
        start: saturday(),
        provisional: false,
        key: "a-random-key".into(),
    };
    looks_like!("one_look_en", |ctx| confirm::page(ctx, confirm.clone()));
}

#[test]
fn a_refusal_says_what_happened_and_what_is_free() {
    let refused = |reason, alternatives| not_booked::NotBooked {
        choice: choice(),
        branch: "shizhi".into(),
        reason,
        alternatives,
    };
    let full = refused(not_booked::Reason::Full, vec![free("shizhi-20261128-1000")]);
    looks_like!("a_refusal_en", |ctx| not_booked::page(ctx, full.clone()));
    let soon = refused(not_booked::Reason::TooSoon(60), Vec::new());
    let html_of_soon = html(|| not_booked::page(&context(), soon));
    assert!(html_of_soon.contains("不到 60 分钟") && html_of_soon.contains("近期没有空位"));
    let already = html(|| not_booked::already_booked(&context(), line(AppointmentStatus::Booked)));
    assert!(already.contains("您已经约过这项业务") && already.contains("href=\"/visit/K7Q2MF10\""));
}

#[test]
fn an_appointment_is_all_one_needs_at_the_door() {
    let appointment = |standing| appointment::Appointment {
        code: "K7Q2MF10".into(),
        standing,
        service: purchase(),
        notice: Some("purchase_withdrawal".into()),
        slip: None,
        branch: city_hall(),
        start: saturday(),
        provisional: false,
        again: "/visit/branch?service=purchase_withdrawal".into(),
        qr: QrMatrix::new(1, vec![true]),
    };
    looks_like!("an_appointment_en", |ctx| appointment::page(
        ctx,
        appointment(AppointmentStatus::Booked)
    ));
    let cancelled = html(|| appointment::page(&context(), appointment(AppointmentStatus::Cancelled)));
    assert!(cancelled.contains("预约已取消") && !cancelled.contains("calendar.ics"));
}

#[test]
fn an_appointment_the_centre_cannot_keep_says_so_everywhere() {
    let displaced = appointment::Appointment {
        code: "K7Q2MF10".into(),
        standing: AppointmentStatus::Displaced,
        service: purchase(),
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
    let mine = html(|| mine::page(&context(), vec![line(AppointmentStatus::Displaced)]));
    assert!(mine.contains("请另选时间"));
    assert!(AppointmentStatus::Displaced.is_to_come() && !AppointmentStatus::Cancelled.is_to_come());
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
    let refused = not_booked::NotBooked {
        choice: choice(),
        branch: "shizhi".into(),
        reason: not_booked::Reason::CoolingDown(saturday()),
        alternatives: vec![free("shizhi-20261128-1000")],
    };
    let page = html(|| not_booked::page(&context(), refused));
    assert!(page.contains("11月28日（周六）上午 9:30以后可以再约") && !page.contains("slot="));
}

#[test]
fn cancelling_asks_first() {
    looks_like!("cancelling_en", |ctx| cancel::page(
        ctx,
        line(AppointmentStatus::Booked)
    ));
}

#[test]
fn finding_again_keeps_the_code_and_never_the_last_four() {
    let form = find::Find {
        code: "K7Q2 MF1".into(),
        problems: vec![find::Problem::CodeInvalid, find::Problem::LastFourInvalid],
    };
    looks_like!("finding_again_en", |ctx| find::page(ctx, form.clone()));
}

#[test]
fn ones_appointments_with_their_state() {
    let lines = [
        AppointmentStatus::Booked,
        AppointmentStatus::Past,
        AppointmentStatus::Cancelled,
    ]
    .map(line)
    .to_vec();
    looks_like!("mine_en", |ctx| mine::page(ctx, lines.clone()));
    assert!(html(|| mine::page(&context(), Vec::new())).contains("还没有预约"));
}

#[test]
fn every_other_page_is_english_in_english() {
    let appointment = |standing| appointment::Appointment {
        code: "K7Q2MF10".into(),
        standing,
        service: purchase(),
        notice: None,
        slip: Some("XN-2026-004182-K7Q2MF".into()),
        branch: city_hall(),
        start: saturday(),
        provisional: true,
        again: "/visit/branch?service=purchase_withdrawal".into(),
        qr: None,
    };
    for standing in [
        AppointmentStatus::Booked,
        AppointmentStatus::Past,
        AppointmentStatus::Cancelled,
        AppointmentStatus::Displaced,
    ] {
        in_each_language(|ctx| appointment::page(ctx, appointment(standing)));
        in_each_language(|ctx| mine::page(ctx, vec![line(standing)]));
    }
    in_each_language(|ctx| mine::page(ctx, Vec::new()));
    for reason in [
        not_booked::Reason::Full,
        not_booked::Reason::TooSoon(60),
        not_booked::Reason::TooFar(30),
        not_booked::Reason::CoolingDown(saturday()),
    ] {
        in_each_language(|ctx| {
            let refused = not_booked::NotBooked {
                choice: choice(),
                branch: "shizhi".into(),
                reason,
                alternatives: Vec::new(),
            };
            not_booked::page(ctx, refused)
        });
    }
    in_each_language(|ctx| not_booked::already_booked(ctx, line(AppointmentStatus::Booked)));
    in_each_language(not_booked::no_account);
    in_each_language(|ctx| cancel::too_late(ctx, "K7Q2MF10".into()));
    let wrong_pair = find::Find {
        problems: vec![find::Problem::WrongPair],
        ..find::Find::default()
    };
    in_each_language(|ctx| find::page(ctx, wrong_pair.clone()));
}

#[test]
fn every_text_of_the_built_in_edition_reads_in_english() {
    let edition = crate::testing::edition();
    let services = edition.services.iter().map(|service| &service.label);
    let branches = edition
        .branches
        .iter()
        .flat_map(|branch| [&branch.name, &branch.address]);
    let notices = edition.flows.iter().flat_map(fund::notice::Flow::texts);
    let missing = services.chain(branches).chain(notices);
    let missing: Vec<_> = missing.filter(|text| text.lacks_english()).collect();
    assert_eq!(missing, Vec::<&Bilingual>::new());
    for day in Vec::from(edition.calendar.clone()) {
        let english = (text(Lang::En).visit.day.festival)(&day.name);
        assert!(english.is_some(), "{}", day.name);
    }
}
