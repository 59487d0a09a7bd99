//! What is said when something cannot be done: busy, too late, closed for maintenance and failed are four answers, and after
//! what changes state nobody is told that nothing changed unless that is certain.

use axum::http::Method;
use serde_json::json;

use crate::support::{TestApp, WANG};
use crate::visit::{SATURDAY, SERVICE, confirm};

/// Somebody else who holds the writing lock, as a disk that stalls would.
fn stall(app: &TestApp) -> rusqlite::Connection {
    let path = app.state.config.database.replace("sqlite:", "");
    let other = rusqlite::Connection::open(path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

#[tokio::test]
async fn after_a_time_out_nobody_is_told_that_nothing_changed() {
    let app = TestApp::with(|config| config.limits.request_seconds = 1).await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let page = browser.get(&confirm(SATURDAY)).await;
    let fields = ["form_token", "service", "slot", "idempotency_key"];
    let fields = fields.map(|name| (name, page.input(name).unwrap()));
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));

    let stalled = stall(&app);
    let answer = browser.post("/visit/confirm", &fields).await;
    let said = answer.page(503);
    assert!(said.contains("还不知道办成没有") && said.contains("href=\"/visit/mine\""));
    assert!(!said.contains("没有变动") && !said.contains("没有受理"));
    assert!(!answer.header("retry-after").is_empty());
    let body = json!({ "slot": SATURDAY, "service": SERVICE, "idempotency_key": "stalled-0001" });
    let answer = browser
        .json(Method::POST, "/api/v1/visit/appointments", &body)
        .await;
    assert_eq!(answer.status.as_u16(), 503);
    assert!(!answer.header("retry-after").is_empty());
    assert!(
        answer.json()["detail"]
            .as_str()
            .unwrap()
            .contains("不知道是否已经办成")
    );
    // What only reads goes on meanwhile.
    browser.get("/account").await.page(200);
    browser.get("/visit/mine").await.page(200);

    stalled.execute_batch("ROLLBACK").unwrap();
    // The same form, sent again as the page advises, has one appointment come of it.
    let again = browser.post("/visit/confirm", &fields).await;
    browser.get(again.location()).await.page(200);
    let mine = browser.get("/visit/mine").await;
    assert_eq!(mine.page(200).matches("待办理").count(), 1, "{}", mine.main());
}

#[tokio::test]
async fn maintenance_closes_everything_but_the_health_checks_and_says_for_how_long() {
    let app = TestApp::with(|config| config.maintenance = true).await;
    let mut browser = app.browser();
    let answer = browser.get("/account").await;
    assert!(answer.page(503).contains("系统正在维护"));
    assert_eq!(answer.header("retry-after"), "300");
    let answer = browser.get("/api/v1/visit/branches").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("retry-after")),
        (503, "300")
    );
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(browser.get(path).await.status.as_u16(), 200, "{path}");
    }
}
