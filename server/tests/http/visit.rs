//! The visit room: from a service to an appointment, found again, given back; and every way to be refused.

mod crowd;
mod displaced;
mod find;
mod json;

use axum::http::Method;
use chrono::TimeDelta;
use serde_json::json;

use crate::support::{Answer, Browser, TestApp, WANG};

pub(crate) const SERVICE: &str = "purchase_withdrawal";
pub(crate) const SATURDAY: &str = "shizhi-20261128-0930";

/// The address that books this slot.
pub(crate) fn confirm(slot: &str) -> String {
    format!("/visit/confirm?service={SERVICE}&slot={slot}")
}

/// Books a slot by the form, as its page brings it.
async fn book(browser: &mut Browser, slot: &str) -> Answer {
    let page = browser.get(&confirm(slot)).await;
    page.page(200);
    let fields =
        ["form_token", "service", "slot", "idempotency_key"].map(|name| (name, page.input(name).unwrap()));
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    browser.post("/visit/confirm", &fields).await
}

/// The code in `/visit/{code}`.
fn code_of(answer: &Answer) -> String {
    answer.location().strip_prefix("/visit/").unwrap().to_owned()
}

/// The first address on a page that begins like this.
fn link(answer: &Answer, start: &str) -> String {
    let at = answer
        .body
        .find(&format!("href=\"{start}"))
        .unwrap_or_else(|| panic!("no link to {start}"));
    let rest = &answer.body[at + 6..];
    rest[..rest.find('"').unwrap()].replace("&amp;", "&")
}

#[tokio::test]
async fn plain_links_lead_from_a_service_to_an_appointment() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let services = browser.get("/visit").await;
    assert!(services.page(200).contains("购房提取") && !services.body.contains("您的预约"));
    let branches = browser
        .get(&link(&services, &format!("/visit/branch?service={SERVICE}")))
        .await;
    assert!(branches.page(200).contains("最早 11月24日（周二）上午 11:00"));
    let days = browser
        .get(&link(
            &branches,
            &format!("/visit/day?service={SERVICE}&amp;branch=shizhi"),
        ))
        .await;
    assert!(days.page(200).contains("最早有号：11月24日（周二）上午 11:00"));
    let saturday = format!("/visit/time?service={SERVICE}&amp;branch=shizhi&amp;day=2026-11-28");
    let times = browser.get(&link(&days, &saturday)).await;
    assert_eq!(times.page(200).matches("class=\"time\"").count(), 6);
    let confirm = link(
        &times,
        &format!("/visit/confirm?service={SERVICE}&amp;slot={SATURDAY}"),
    );
    let sign_in = browser.get(&confirm).await;
    assert!(
        sign_in
            .location()
            .starts_with("/signin?return_to=%2Fvisit%2Fconfirm")
    );

    browser.sign_in(WANG).await;
    let code = code_of(&book(&mut browser, SATURDAY).await);
    let shown = browser.get(&format!("/visit/{code}")).await;
    for words in [
        "2026年11月28日（周六）上午 9:30",
        "市直管理部",
        "tel:0715-0000001",
        "<figure class=\"qr\">",
        &code[..4],
    ] {
        assert!(shown.page(200).contains(words), "{words}");
    }
    for page in ["/", "/visit", "/visit/mine"] {
        assert!(
            browser
                .get(page)
                .await
                .page(200)
                .contains(&format!("href=\"/visit/{code}\"")),
            "{page}"
        );
    }
    let file = browser.get(&format!("/visit/{code}/calendar.ics")).await;
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert!(file.body.contains("DTSTART:20261128T013000Z") && file.body.contains("DTEND:20261128T020000Z"));

    let ask = browser.get(&format!("/visit/{code}/cancel")).await;
    assert!(ask.page(200).contains("取消这个预约？"));
    let cancelled = browser.post(&format!("/visit/{code}/cancel"), &[]).await;
    let shown = browser.get(cancelled.location()).await;
    assert!(shown.page(200).contains("预约已取消") && !shown.body.contains("class=\"qr\""));
    assert!(browser.get("/visit/mine").await.page(200).contains("已取消"));
    assert!(!browser.get("/").await.page(200).contains(&code));
    // The place is free again, and so is the person.
    code_of(&book(&mut browser, SATURDAY).await);
}

#[tokio::test]
async fn a_form_sent_twice_books_once() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let fields = [
        ("service", SERVICE),
        ("slot", SATURDAY),
        ("idempotency_key", "the-same"),
    ];
    let first = code_of(&browser.post("/visit/confirm", &fields).await);
    let again = code_of(&browser.post("/visit/confirm", &fields).await);
    assert_eq!(first, again);
    // Even when its time has come too near to be booked.
    app.wait(TimeDelta::days(3) + TimeDelta::minutes(23 * 60));
    browser.sign_in(WANG).await;
    assert_eq!(code_of(&browser.post("/visit/confirm", &fields).await), first);
    // A form without a key is not from our page: it leads there.
    assert_eq!(
        browser.post("/visit/confirm", &fields[..2]).await.location(),
        confirm(SATURDAY)
    );
}

#[tokio::test]
async fn days_say_what_they_are() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = |branch: &str, service: &str| format!("/visit/day?service={service}&branch={branch}");
    let days = browser.get(&page("shizhi", SERVICE)).await;
    // Twenty-eight hours of Saturday duty are not for everyone, and not everywhere.
    assert!(days.page(200).contains("day=2026-11-28") && !days.body.contains("day=2026-11-29"));
    assert!(
        !browser
            .get(&page("chibi", SERVICE))
            .await
            .page(200)
            .contains("day=2026-11-28")
    );
    assert!(
        !browser
            .get(&page("shizhi", "transfer"))
            .await
            .page(200)
            .contains("day=2026-11-28")
    );
    app.wait(TimeDelta::days(30));
    let days = browser.get(&page("shizhi", SERVICE)).await;
    assert!(days.page(200).contains("<small>元旦</small>") && !days.body.contains("day=2027-01-01"));
    app.wait(TimeDelta::hours(8));
    assert!(
        browser
            .get(&page("shizhi", SERVICE))
            .await
            .page(200)
            .contains("<small>已过</small>")
    );
}

#[tokio::test]
async fn what_cannot_be_booked_is_refused_with_words_and_other_times() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    for (slot, words) in [
        ("shizhi-20261124-0830", "这个时间不能约了"),
        ("shizhi-20261124-1030", "这个时间不能约了"),
        ("shizhi-20261231-0830", "这一天还没有放号"),
    ] {
        let look = browser.get(&confirm(slot)).await;
        assert!(look.page(422).contains(words), "{slot}");
        assert!(
            look.body
                .contains("/visit/confirm?service=purchase_withdrawal&amp;slot=shizhi-2026")
        );
        let fields = [("service", SERVICE), ("slot", slot), ("idempotency_key", "k")];
        assert!(
            browser
                .post("/visit/confirm", &fields)
                .await
                .page(422)
                .contains(words),
            "{slot}"
        );
    }
    for nonsense in [
        "/visit/branch",
        "/visit/branch?service=none",
        "/visit/day?service=purchase_withdrawal&branch=none",
        "/visit/time?service=purchase_withdrawal&branch=shizhi&day=soon",
        "/visit/confirm?service=purchase_withdrawal&slot=shizhi-20261129-0830",
        "/visit/confirm?service=onsite_service&slot=shizhi-20261125-0830",
        "/visit/confirm?service=transfer&slot=shizhi-20261128-0930",
        "/visit/K7Q2MFUU",
    ] {
        browser.get(nonsense).await.page(404);
    }
    let mine = browser.get("/visit/mine").await;
    assert!(mine.page(200).contains("还没有预约"), "something was booked");
}

#[tokio::test]
async fn one_appointment_at_a_time_for_a_service() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let code = code_of(&book(&mut browser, SATURDAY).await);
    let other = "chibi-20261125-0900";
    let fields = [
        ("service", SERVICE),
        ("slot", other),
        ("idempotency_key", "another"),
    ];
    for answer in [
        browser.get(&confirm(other)).await,
        browser.post("/visit/confirm", &fields).await,
    ] {
        assert!(answer.page(409).contains("您已经约过这项业务"));
        assert!(answer.body.contains(&format!("href=\"/visit/{code}\"")));
    }
    // Another service is another errand.
    let fields = [
        ("service", "transfer"),
        ("slot", other),
        ("idempotency_key", "third"),
    ];
    code_of(&browser.post("/visit/confirm", &fields).await);
}

#[tokio::test]
async fn its_time_having_come_an_appointment_cannot_be_cancelled() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let code = code_of(&book(&mut browser, "shizhi-20261124-1100").await);
    app.wait(TimeDelta::minutes(70));
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    // At the counter the code must still show.
    assert!(
        browser
            .get(&format!("/visit/{code}"))
            .await
            .page(200)
            .contains("已约好")
    );
    let cancel = format!("/visit/{code}/cancel");
    assert!(
        browser
            .get(&cancel)
            .await
            .page(409)
            .contains("时间已到，不能取消")
    );
    assert!(
        browser
            .post(&cancel, &[])
            .await
            .page(409)
            .contains("时间已到，不能取消")
    );
    let api = format!("/api/v1/visit/appointments/{code}");
    let answer = browser.json(Method::DELETE, &api, &json!(null)).await;
    assert_eq!(
        (answer.status.as_u16(), answer.json()["type"].as_str()),
        (409, Some("/problems/too-late"))
    );
    app.wait(TimeDelta::minutes(25));
    browser.sign_in(WANG).await;
    assert!(
        browser
            .get(&format!("/visit/{code}"))
            .await
            .page(200)
            .contains("预约时间已到")
    );
}

#[tokio::test]
async fn a_session_that_ended_meanwhile_comes_back_to_the_same_wish() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let fields = [("service", SERVICE), ("slot", SATURDAY), ("idempotency_key", "k")];
    let location = browser
        .post("/visit/confirm", &fields)
        .await
        .location()
        .to_owned();
    let back: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("return_to", &confirm(SATURDAY))
        .finish();
    assert_eq!(location, format!("/signin?{back}"));
}

#[tokio::test]
async fn bookings_are_counted_by_address() {
    let app = TestApp::with(|config| config.limits.booking_per_second = 1).await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let fields = [("service", SERVICE), ("slot", SATURDAY), ("idempotency_key", "k")];
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(browser.post("/visit/confirm", &fields).await.status.as_u16());
    }
    assert_eq!((statuses[0], statuses[5]), (303, 429));
}
