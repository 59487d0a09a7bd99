//! The notice room for programs.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::{OWNER, TENANT, address};
use crate::support::TestApp;

fn json_of(answers: &[(&str, &str)]) -> Value {
    let members = answers.iter();
    members
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect()
}

#[tokio::test]
async fn programs_ask_conclude_issue_and_verify() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    let services = program.get("/api/v1/notice/services?q=%E7%A7%9F").await.json();
    assert_eq!(services["services"][0]["code"], "rent_withdrawal");
    assert!(services["services"][0]["audience"].is_string());

    let first = program.get("/api/v1/notice/rent_withdrawal").await.json();
    assert_eq!(first["question"]["code"], "obstacle");
    assert_eq!(first["question"]["kind"], "choice");
    assert_eq!(
        first["question"]["options"][0],
        json!({ "value": "none", "label": "都没有" })
    );
    let bad = program.get("/api/v1/notice/rent_withdrawal?obstacle=x").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bad.json()["errors"][0]["field"], "obstacle");
    assert_eq!(
        program.get("/api/v1/notice/nothing").await.status,
        StatusCode::NOT_FOUND
    );

    let query = address("rent_withdrawal", &TENANT);
    let outcome = program.get(&format!("/api/v1{query}")).await.json();
    insta::assert_json_snapshot!(outcome);

    let post = |body: Value| {
        let mut program = app.browser();
        async move {
            program
                .json(Method::POST, "/api/v1/notice/rent_withdrawal/slips", &body)
                .await
        }
    };
    let issued = post(json!({ "answers": json_of(&TENANT) })).await;
    assert_eq!(issued.status, StatusCode::CREATED);
    let issued = issued.json();
    assert_eq!(issued["expires_on"], "2026-12-24");
    let number = issued["number"].as_str().unwrap();
    let verify_url = format!("http://127.0.0.1:3000/notice/verify?number={number}");
    assert_eq!(issued["verify_url"], verify_url);
    let verified = program
        .get(&format!("/api/v1/notice/slips/{number}/verify"))
        .await
        .json();
    assert_eq!(
        verified,
        json!({
            "number": number, "genuine": true, "expired": false,
            "service": { "code": "rent_withdrawal", "label": "租房提取公积金" },
            "issued_on": "2026-11-24", "expires_on": "2026-12-24",
        })
    );
    let unknown = program
        .get("/api/v1/notice/slips/XN-2026-000009-AAAA/verify")
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(unknown.header("content-type"), "application/problem+json");

    for (body, status, field) in [
        (
            json!({ "answers": { "obstacle": "none" } }),
            422,
            json!("answers.months_contributed"),
        ),
        (
            json!({ "answers": { "obstacle": "?" } }),
            422,
            json!("answers.obstacle"),
        ),
        (json!({ "answers": { "colour": "red" } }), 422, json!("answers")),
        (
            json!({ "answers": { "obstacle": 1 } }),
            422,
            json!("answers.obstacle"),
        ),
        (json!({ "answers": {}, "more": 1 }), 422, json!("more")),
        (json!({ "answers": json_of(&OWNER) }), 409, Value::Null),
    ] {
        let answer = post(body.clone()).await;
        assert_eq!(answer.status, status, "{body}");
        assert_eq!(answer.json()["errors"][0]["field"], field, "{body}");
    }
}
