//! Signing in and out, and what stands around every answer.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use serde_json::json;

use crate::support::centre::with_check;
use crate::support::{Answer, LI, TestApp, WANG};

#[tokio::test]
async fn the_right_pair_opens_a_session_that_sign_out_closes() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    assert!(browser.get("/help").await.page(200).contains("我的"));
    let old = browser.cookie("session").unwrap().to_owned();
    assert_eq!(browser.post("/signout", &[]).await.location(), "/");
    assert_eq!(browser.cookie("session"), None);
    browser.set_cookie("anju-session", &old);
    assert!(!browser.get("/help").await.page(200).contains("我的"));
}

#[tokio::test]
async fn signing_in_again_never_keeps_the_old_token() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let first = browser.cookie("session").unwrap().to_owned();
    browser.sign_in(LI).await;
    assert_ne!(browser.cookie("session").unwrap(), first);
    let mut thief = app.browser();
    thief.set_cookie("anju-session", &first);
    assert!(!thief.get("/help").await.page(200).contains("我的"));
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_person_get_the_same_answer() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let known = browser
        .post(
            "/signin",
            &[("id_number", &WANG.id_number()), ("password", "wrong")],
        )
        .await;
    let nobody = with_check("99010119700101001");
    let unknown = browser
        .post("/signin", &[("id_number", &nobody), ("password", "wrong")])
        .await;
    let main_part = |answer: &Answer, number: &str| {
        let page = answer
            .page(422)
            .replace(number, "")
            .replace(&answer.input("form_token").unwrap(), "");
        page[page.find("<main").unwrap()..page.find("</main>").unwrap()].to_owned()
    };
    assert_eq!(main_part(&known, &WANG.id_number()), main_part(&unknown, &nobody));
}

#[tokio::test]
async fn guessing_is_slowed_and_says_for_how_long() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let fields = [("id_number", WANG.id_number()), ("password", "wrong".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut refused = None;
    for _ in 0..20 {
        let answer = browser.post("/signin", &fields).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("twenty guesses were let through");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert!(refused.body.contains(&WANG.id_number()), "what was typed stays");
}

#[tokio::test]
async fn a_session_ends_after_a_quarter_of_an_hour_without_use() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    app.wait(TimeDelta::minutes(14));
    assert!(browser.get("/help").await.page(200).contains("我的"));
    app.wait(TimeDelta::minutes(16));
    assert!(!browser.get("/help").await.page(200).contains("我的"));
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let request = axum::http::Request::post("/display")
        .header("origin", "https://elsewhere.example")
        .header("content-type", "application/x-www-form-urlencoded")
        .body("large=1&return_to=/".into())
        .unwrap();
    let answer = browser.send(request).await;
    answer.page(403);
    assert_eq!(browser.cookie("large"), None);
}

#[tokio::test]
async fn an_old_browser_needs_the_token_of_its_own_page() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let token = browser.get("/help").await.input("form_token").unwrap();
    let fields = [
        ("large", "1"),
        ("return_to", "/help"),
        ("form_token", token.as_str()),
    ];
    let mut stranger = app.browser();
    stranger.get("/help").await;
    stranger.post_without_origin("/display", &fields).await.page(403);
    browser
        .post_without_origin("/display", &fields[..2])
        .await
        .page(403);
    assert_eq!(
        browser.post_without_origin("/display", &fields).await.location(),
        "/help"
    );
    assert_eq!(browser.cookie("large"), Some("1"));
}

#[tokio::test]
async fn every_page_carries_its_security_headers() {
    let app = TestApp::new().await;
    let answer = app.browser().get("/help").await;
    let policy = answer.header("content-security-policy");
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap();
    assert!(answer.body.contains(&format!("nonce=\"{nonce}\"")));
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let other = app.browser().get("/help").await;
    assert_ne!(
        other.header("content-security-policy"),
        policy,
        "a nonce is used once"
    );
}

#[tokio::test]
async fn a_program_gets_problem_documents() {
    let app = TestApp::new().await;
    let answer = app
        .browser()
        .json(Method::GET, "/api/v1/nothing", &json!({}))
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.json()["type"], "/problems/not-found");
}

#[tokio::test]
async fn maintenance_closes_everything_but_the_health_checks() {
    let app = TestApp::with(|config| config.maintenance = true).await;
    let answer = app.browser().get("/help").await;
    answer.page(503);
    assert_eq!(answer.header("retry-after"), "300");
    assert_eq!(app.browser().get("/health/live").await.status, StatusCode::OK);
    assert_eq!(app.browser().get("/health/ready").await.status, StatusCode::OK);
}
