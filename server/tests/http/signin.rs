//! Signing in and out, and what stands around every answer.

use argon2::PasswordHasher as _;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use chrono::TimeDelta;
use fund::records::{Paper, PaperKind};
use serde_json::json;
use server::account::store::Credential;
use server::clock::Clock as _;

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

/// Sends a request with nothing that says where it comes from.
async fn bare(app: &TestApp, method: Method, path: &str) -> Answer {
    let request = Request::builder().method(method).uri(path);
    app.browser().send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_method_that_a_path_does_not_have_is_not_allowed() {
    let app = TestApp::new().await;
    for method in ["POST", "DELETE", "PUT", "PATCH", "TRACE", "BREW"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let answer = bare(&app, method.clone(), "/api/v1/loan/rates").await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert!(answer.header("allow").contains("GET"), "{method}");
    }
    let unproven = bare(&app, Method::POST, "/api/v1/session").await;
    assert_eq!(
        unproven.status,
        StatusCode::FORBIDDEN,
        "what it has is still guarded"
    );
}

#[tokio::test]
async fn guessing_from_many_places_never_locks_out_a_device_that_is_known() {
    let app = TestApp::with(|config| config.trusted_proxies = vec![anywhere()]).await;
    let mut own = app.browser();
    own.sign_in(WANG).await;
    assert!(own.cookie("device").is_some());
    let mut guessed = 0;
    loop {
        let request = Request::post("/signin")
            .header("origin", "http://127.0.0.1:3000")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("10.9.0.{guessed}"))
            .body(Body::from(format!(
                "id_number={}&password=wrong",
                WANG.id_number()
            )))
            .unwrap();
        let mut request = request;
        request
            .extensions_mut()
            .insert(server::http::peer::PeerAddress("10.0.0.1:1".parse().unwrap()));
        let answer = app.browser().send(request).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            assert!(answer.header("retry-after").parse::<u32>().unwrap() > 60);
            break;
        }
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        guessed += 1;
        assert!(guessed <= 40, "forty guesses were let through");
    }
    // A device nobody has signed in on must wait; the person's own must not, even signed out.
    own.post("/signout", &[]).await.location();
    own.sign_in(WANG).await;
    let pair = [
        ("id_number", WANG.id_number()),
        ("password", WANG.password.to_owned()),
    ];
    let pair = pair.each_ref().map(|(name, value)| (*name, value.as_str()));
    let stranger = app.browser().post("/signin", &pair).await;
    assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
    // Another person's device is no device of this one's.
    let mut other = app.browser();
    other.sign_in(LI).await;
    assert_eq!(
        other.post("/signin", &pair).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
}

fn anywhere() -> server::http::peer::ProxyNetwork {
    "10.0.0.0/8".to_owned().try_into().unwrap()
}

#[tokio::test]
async fn over_tls_everything_works_under_the_names_that_are_bound_to_the_host() {
    let app = TestApp::with(|config| config.public_url = "https://gjj.example.cn".to_owned()).await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    assert!(browser.cookie("__Host-anju-session").is_some());
    assert!(browser.cookie("__Host-anju-device").is_some());
    let page = browser.get("/account").await;
    page.page(200);
    assert!(page.header("strict-transport-security").contains("max-age"));
    let token = page.input("form_token").unwrap();
    let fields = [
        ("large", "1"),
        ("return_to", "/help"),
        ("form_token", token.as_str()),
    ];
    assert_eq!(
        browser.post_without_origin("/display", &fields).await.location(),
        "/help"
    );
    assert_eq!(browser.cookie("__Host-anju-large"), Some("1"));
    let answer = browser.get("/api/v1/account").await;
    assert_eq!(answer.header("cache-control"), "private, no-store");
    assert_eq!(browser.post("/signout", &[]).await.location(), "/");
    assert_eq!(browser.cookie("session"), None);
}

#[tokio::test]
async fn what_is_filled_in_from_an_account_is_kept_by_nobody() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let address = "/api/v1/loan/rates";
    let answer = browser.get(address).await;
    assert_eq!(answer.header("cache-control"), "private, no-cache");
    assert!(!answer.header("etag").is_empty());
    browser.sign_in(WANG).await;
    let answer = browser.get(address).await;
    assert_eq!(answer.header("cache-control"), "private, no-store");
    assert_eq!(answer.header("etag"), "");
}

#[tokio::test]
async fn a_disk_nearly_full_is_told_to_who_sends_people_here() {
    let app = TestApp::with(|config| config.limits.free_mebibytes = u64::MAX).await;
    let answer = app.browser().get("/health/ready").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!answer.header("retry-after").is_empty());
    assert_eq!(app.browser().get("/health/live").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_has_no_identity_card_signs_in_with_the_paper_they_have() {
    let app = TestApp::new().await;
    let hash = server::account::password::hasher()
        .unwrap()
        .hash_password(b"kite-lamp-4821")
        .unwrap();
    let paper = Paper::parse(PaperKind::OfficerCard, "军字第1234567号").unwrap();
    let credential = Credential {
        person: app.keys.person_of(&paper),
        password_hash: hash.to_string(),
        changed_at: app.clock.now(),
    };
    app.store.set_credentials(&[credential]).await.unwrap();
    let fields = |paper, number| {
        [
            ("paper", paper),
            ("id_number", number),
            ("password", "kite-lamp-4821"),
        ]
    };
    let mut browser = app.browser();
    for (paper, number, words) in [
        ("officer_card", "12", "证件号码应是 4 至 30 位"),
        ("officer_card", "军1234568", "证件号码或密码不对"),
        ("passport", "军1234567", "证件号码或密码不对"),
        ("identity_card", "军1234567", "身份证号码应为 18 位，现在是 8 位"),
        ("permanent_resident", "911840198001010010", "校验位不符"),
        ("", "", "请填写身份证号码"),
    ] {
        let answer = browser.post("/signin", &fields(paper, number)).await;
        assert!(answer.page(422).contains(words), "{paper} {number}");
        assert!(
            number.is_empty() || answer.body.contains(&format!("value=\"{number}\"")),
            "{number} was lost"
        );
    }
    let signed_in = browser
        .post("/signin", &fields("officer_card", "军 1234567"))
        .await;
    assert_eq!(signed_in.location(), "/account");
    let mut program = app.browser();
    let body = json!({ "id_number": "军字第1234567", "paper": "officer_card", "password": "kite-lamp-4821" });
    assert_eq!(
        program.json(Method::POST, "/api/v1/session", &body).await.status,
        201
    );
    let body = json!({ "id_number": "1", "paper": "library_card", "password": "x" });
    assert_eq!(
        program
            .json(Method::POST, "/api/v1/session", &body)
            .await
            .refused(),
        ["paper"]
    );
}
