//! Appointments that a later edition has no room for; days nobody knows yet; who cancels too often.

use chrono::TimeDelta;
use fund::calendar::{Calendar, DayKind, SpecialDay};
use fund::edition::Edition;

use super::{SATURDAY, SERVICE, book, code_of, confirm};
use crate::support::{LI, TestApp, WANG};

/// The Saturday of the tests becomes a holiday.
fn closed_on_saturday(edition: &mut Edition) {
    let mut days = Vec::from(edition.calendar.clone());
    days.push(SpecialDay {
        date: "2026-11-28".parse().unwrap(),
        kind: DayKind::Holiday,
        name: "停办".to_owned(),
        verified: true,
    });
    edition.calendar = Calendar::new(days);
}

#[tokio::test]
async fn a_plan_that_closes_the_day_says_so_everywhere_and_lets_another_be_booked() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let code = code_of(&book(&mut browser, SATURDAY).await);
    let mut browser = browser.at(app.ruled_by(closed_on_saturday).await);
    let shown = browser.get(&format!("/visit/{code}")).await;
    assert!(shown.page(200).contains("这个时间不办公了"));
    assert!(!shown.body.contains("class=\"qr\"") && !shown.body.contains("calendar.ics"));
    assert!(shown.body.contains(&format!("/visit/branch?service={SERVICE}")));
    for (page, words) in [
        ("/", "这个时间不办公了，请另选"),
        ("/visit", "请另选时间"),
        ("/visit/mine", "请另选时间"),
    ] {
        assert!(browser.get(page).await.page(200).contains(words), "{page}");
    }
    let file = browser.get(&format!("/visit/{code}/calendar.ics")).await;
    assert!(file.body.contains("STATUS:CANCELLED"), "{}", file.body);
    let json = browser
        .get(&format!("/api/v1/visit/appointments/{code}"))
        .await
        .json();
    assert_eq!(
        (&json["displaced"], &json["state"]),
        (&true.into(), &"booked".into())
    );
    // Another time is booked without cancelling first, and takes the place of the former.
    let next = code_of(&book(&mut browser, "shizhi-20261130-0930").await);
    assert_ne!(next, code);
    let former = browser.get(&format!("/visit/{code}")).await;
    assert!(former.page(200).contains("预约已取消"));
    assert!(
        browser
            .get(&format!("/visit/{next}"))
            .await
            .page(200)
            .contains("已约好")
    );
    let other = browser.get(&confirm("shizhi-20261130-1000")).await;
    assert!(other.page(409).contains("您已经约过这项业务"));
    // The place of the former is free for whoever comes when the day is open again after all.
    let mut li = app.browser();
    li.sign_in(LI).await;
    code_of(&book(&mut li, SATURDAY).await);
}

#[tokio::test]
async fn who_came_last_to_a_slot_with_fewer_windows_now_is_told_and_books_another() {
    let app = TestApp::new().await;
    let mut codes = Vec::new();
    for person in [WANG, LI] {
        let mut browser = app.browser();
        browser.sign_in(person).await;
        codes.push((browser.clone(), code_of(&book(&mut browser, SATURDAY).await)));
        app.wait(TimeDelta::seconds(1));
    }
    let router = app
        .ruled_by(|edition| edition.branches.iter_mut().for_each(|branch| branch.windows = 1))
        .await;
    for ((browser, code), is_kept) in codes.into_iter().zip([true, false]) {
        let mut browser = browser.at(router.clone());
        let shown = browser.get(&format!("/visit/{code}")).await;
        assert_eq!(
            shown.page(200).contains("这个时间不办公了"),
            !is_kept,
            "{}",
            shown.main()
        );
        let other = browser.get(&confirm("shizhi-20261130-0930")).await;
        assert_eq!(other.status.as_u16(), if is_kept { 409 } else { 200 });
    }
}

#[tokio::test]
async fn a_year_without_announced_holidays_is_provisional() {
    let app = TestApp::new().await;
    app.wait(TimeDelta::days(20));
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let times = |day: &str| format!("/visit/time?service={SERVICE}&branch=shizhi&day={day}");
    let words = "放假安排还没有公布";
    assert!(browser.get(&times("2027-01-05")).await.page(200).contains(words));
    assert!(!browser.get(&times("2026-12-22")).await.page(200).contains(words));
    let slots = format!("/api/v1/visit/slots?branch=shizhi&service={SERVICE}&from=2026-12-31&to=2027-01-04");
    let slots = browser.get(&slots).await.json();
    let slots = slots["slots"].as_array().unwrap();
    assert!(slots.len() > 10);
    for slot in slots {
        let next_year = slot["start"].as_str().unwrap().starts_with("2027");
        assert_eq!(slot["provisional"], next_year, "{slot}");
    }
    let page = browser.get(&confirm("shizhi-20270105-0900")).await;
    assert!(page.page(200).contains(words));
    let code = code_of(&book(&mut browser, "shizhi-20270105-0900").await);
    assert!(
        browser
            .get(&format!("/visit/{code}"))
            .await
            .page(200)
            .contains(words)
    );
    let json = browser
        .get(&format!("/api/v1/visit/appointments/{code}"))
        .await
        .json();
    assert_eq!(json["provisional"], true);
}

#[tokio::test]
async fn who_cancels_too_often_waits_a_day() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    for _ in 0..2 {
        let code = code_of(&book(&mut browser, SATURDAY).await);
        browser
            .post(&format!("/visit/{code}/cancel"), &[])
            .await
            .location();
    }
    let refused = book(&mut browser, SATURDAY).await;
    assert!(
        refused
            .page(409)
            .contains("11月25日（周三）上午 10:00以后可以再约")
    );
    // Nobody else waits for it, and after a day neither does she.
    let mut li = app.browser();
    li.sign_in(LI).await;
    code_of(&book(&mut li, SATURDAY).await);
    app.wait(TimeDelta::days(1));
    browser.sign_in(WANG).await;
    code_of(&book(&mut browser, SATURDAY).await);
}
