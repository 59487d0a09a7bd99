//! The same errand by JSON.

use axum::body::Body;
use axum::http::{Method, Request};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{SATURDAY, SERVICE};
use crate::support::{Answer, Browser, LI, TestApp, WANG};

const APPOINTMENTS: &str = "/api/v1/visit/appointments";

fn wish(slot: &str, key: &str) -> Value {
    json!({ "slot": slot, "service": SERVICE, "idempotency_key": key })
}

#[tokio::test]
async fn lists_say_what_can_be_booked_where_and_when() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    let services = program.get("/api/v1/visit/services").await.json();
    let services = services["services"].as_array().unwrap().clone();
    let rent = services
        .iter()
        .find(|service| service["code"] == "rent_withdrawal")
        .unwrap();
    assert_eq!(
        (&rent["label"], &rent["notice"]),
        (&json!("租房提取"), &json!(true))
    );
    assert!(services.iter().all(|service| service["code"] != "onsite_service"));
    let branches = program.get("/api/v1/visit/branches").await.json();
    let hours = branches["branches"][0]["hours"].as_str().unwrap();
    assert!(
        hours.contains("工作日 8:30–12:00") && hours.contains("周六 9:00–12:00"),
        "{hours}"
    );

    let slots = |query: &str| format!("/api/v1/visit/slots?branch=shizhi&service={SERVICE}{query}");
    let one_day = program.get(&slots("&from=2026-11-28&to=2026-11-28")).await.json();
    assert_eq!(one_day["slots"].as_array().unwrap().len(), 6);
    assert_eq!(
        one_day["slots"][1],
        json!({
            "id": SATURDAY, "start": "2026-11-28T09:30:00+08:00", "end": "2026-11-28T10:00:00+08:00",
            "capacity": 6, "free": 6, "provisional": false
        })
    );
    let all = program.get(&slots("")).await.json();
    assert_eq!(all["slots"][0]["id"], "shizhi-20261124-1100");
    // Beyond what can be booked there is nothing, and that is no mistake.
    assert_eq!(
        program.get(&slots("&from=2027-03-01")).await.json(),
        json!({ "slots": [] })
    );
    let bad = program.get("/api/v1/visit/slots?branch=none&from=soon").await;
    assert_eq!(bad.status, 422);
    let fields: Vec<_> = bad.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].clone())
        .collect();
    assert_eq!(fields, ["branch", "service", "from"]);
    let backwards = program.get(&slots("&from=2026-11-28&to=2026-11-27")).await;
    assert_eq!(backwards.json()["errors"][0]["field"], "to");
}

#[tokio::test]
async fn an_appointment_is_booked_once_read_and_given_back_by_its_owner_only() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    assert_eq!(
        owner
            .json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k"))
            .await
            .status,
        401
    );
    owner.sign_in(WANG).await;
    let created = owner.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    assert_eq!(created.status, 201);
    let code = created.json()["code"].as_str().unwrap().to_owned();
    assert_eq!(
        created.json(),
        json!({
            "code": code, "branch": "shizhi", "service": SERVICE, "state": "booked",
            "displaced": false, "provisional": false,
            "start": "2026-11-28T09:30:00+08:00", "end": "2026-11-28T10:00:00+08:00"
        })
    );
    let repeated = owner.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    assert_eq!((repeated.status.as_u16(), repeated.json()), (200, created.json()));
    let second = owner
        .json(Method::POST, APPOINTMENTS, &wish("chibi-20261125-0900", "l"))
        .await;
    assert_eq!(
        (second.status.as_u16(), &second.json()["type"]),
        (409, &json!("/problems/already-booked"))
    );
    assert_eq!(second.json()["appointment"]["code"], json!(code));

    let path = format!("{APPOINTMENTS}/{code}");
    let mut other = app.browser();
    for expected in [401, 404] {
        assert_eq!(other.get(&path).await.status, expected);
        assert_eq!(
            other.json(Method::DELETE, &path, &json!(null)).await.status,
            expected
        );
        if expected == 401 {
            other.sign_in(LI).await;
        }
    }
    assert_eq!(owner.get(&path).await.json()["state"], "booked");
    for _ in 0..2 {
        assert_eq!(owner.json(Method::DELETE, &path, &json!(null)).await.status, 204);
    }
    assert_eq!(owner.get(&path).await.json()["state"], "cancelled");
    assert_eq!(owner.get(&format!("{APPOINTMENTS}/nonsense")).await.status, 404);
}

#[tokio::test]
async fn what_cannot_be_booked_names_the_member() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    program.sign_in(WANG).await;
    for (body, field) in [
        (wish("shizhi-20261124-1030", "k"), "slot"),
        (wish("shizhi-20261231-0830", "k"), "slot"),
        (wish("nowhere", "k"), "slot"),
        (wish(SATURDAY, ""), "idempotency_key"),
        (wish(SATURDAY, &"k".repeat(65)), "idempotency_key"),
        (
            json!({ "slot": SATURDAY, "service": "none", "idempotency_key": "k" }),
            "service",
        ),
        (
            json!({ "slot": SATURDAY, "service": SERVICE, "idempotency_key": "k", "slip": "x" }),
            "slip",
        ),
        (
            json!({ "slot": SATURDAY, "service": SERVICE, "idempotency_key": "k", "more": 1 }),
            "more",
        ),
    ] {
        let answer = program.json(Method::POST, APPOINTMENTS, &body).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["errors"][0]["field"]),
            (422, &json!(field)),
            "{body}"
        );
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
}

#[tokio::test]
async fn who_knows_the_last_four_needs_no_account() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    owner.sign_in(WANG).await;
    let created = owner.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    let path = format!("{APPOINTMENTS}/{}", created.json()["code"].as_str().unwrap());
    let mut kiosk = app.browser();
    let pass = format!("{path}/pass");
    let proof = |last_four: &str| json!({ "last_four": last_four });
    let malformed = kiosk.json(Method::POST, &pass, &proof("12")).await;
    assert_eq!(
        (malformed.status.as_u16(), &malformed.json()["errors"][0]["field"]),
        (422, &json!("last_four"))
    );
    assert_eq!(kiosk.json(Method::POST, &pass, &proof("0000")).await.status, 404);
    let right = WANG.last_four().to_lowercase();
    let issued = kiosk.json(Method::POST, &pass, &proof(&right)).await;
    assert_eq!(issued.status, 201);
    assert_eq!(issued.json()["expires_at"], json!("2026-11-24T10:15:00+08:00"));
    let issued = issued.json()["pass"].as_str().unwrap().to_owned();
    assert_eq!(
        with_pass(&mut kiosk, Method::GET, &path, &issued).await.json(),
        created.json()
    );
    let other = path.replace(path.rsplit('/').next().unwrap(), "K7Q2MF10");
    assert_eq!(
        with_pass(&mut kiosk, Method::GET, &other, &issued).await.status,
        401
    );
    assert_eq!(kiosk.get(&format!("{path}?last_four={right}")).await.status, 401);
    assert_eq!(
        with_pass(&mut kiosk, Method::DELETE, &path, &issued).await.status,
        204
    );
    let cancelled = with_pass(&mut kiosk, Method::GET, &path, &issued).await;
    assert_eq!(cancelled.json()["state"], "cancelled");
    app.wait(TimeDelta::minutes(16));
    assert_eq!(
        with_pass(&mut kiosk, Method::GET, &path, &issued).await.status,
        401
    );
    // Each attempt counts, right or wrong, for the code as well as for the caller.
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(
            kiosk
                .json(Method::POST, &pass, &proof("0000"))
                .await
                .status
                .as_u16(),
        );
    }
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    assert_eq!(kiosk.get(&path).await.status, 401);
}

/// Sends a request with a pass.
async fn with_pass(browser: &mut Browser, method: Method, path: &str, pass: &str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("visit-pass", pass);
    browser.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn an_acknowledged_key_keeps_its_answer_and_is_good_for_nothing_else() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    owner.sign_in(WANG).await;
    let created = owner.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    assert_eq!(created.status, 201);
    for body in [
        wish("chibi-20261125-0900", "k"),
        json!({ "slot": SATURDAY, "service": "transfer", "idempotency_key": "k" }),
        wish("nowhere", "k"),
    ] {
        let reused = owner.json(Method::POST, APPOINTMENTS, &body).await;
        assert_eq!(reused.refused(), ["idempotency_key"], "{body}");
    }
    // Full, past, or not planned any more: the answer stays.
    let closed = app
        .ruled_by(|edition| edition.branches.retain(|branch| branch.code != "shizhi"))
        .await;
    let mut later = owner.clone().at(closed);
    let again = later.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    assert_eq!(again.status, 200, "{}", again.body);
    assert_eq!(again.json()["code"], created.json()["code"]);
    assert_eq!(again.json()["displaced"], json!(true));
    app.wait(TimeDelta::days(10));
    owner.sign_in(WANG).await;
    let again = owner.json(Method::POST, APPOINTMENTS, &wish(SATURDAY, "k")).await;
    assert_eq!(
        (again.status.as_u16(), &again.json()["code"]),
        (200, &created.json()["code"])
    );
}
