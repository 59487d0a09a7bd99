//! What must never stand in a log: who somebody is, what opens their account or appointment, and what they own. Whole
//! errands run while everything is written down that the process would log at its most talkative; then the log is
//! searched.
//!
//! The log is the process's own, so under `cargo test` it also holds what other tests did meanwhile: they may log as
//! little of it.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;
use server::config::Config;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Browser, CHEN, LI, TestApp, WANG};

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to write down what any thread of this process logs, at every level.
    fn begin() -> Self {
        let log = Self::default();
        let talkative = Config {
            log: "trace".to_owned(),
            ..Config::default()
        };
        server::log::start_to(&talkative, log.clone()).expect("no other test may set the process's log");
        std::thread::spawn(|| tracing::trace!("other threads are heard too"))
            .join()
            .unwrap();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        log.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

/// The lines of a log that hold a secret, each with what the secret is.
fn leaks<'l>(log: &'l str, secrets: &[(&'static str, String)]) -> Vec<(&'static str, &'l str)> {
    let mut found = Vec::new();
    for (what, secret) in secrets {
        assert!(secret.chars().count() >= 2, "{what} is too short to search for");
        found.extend(
            log.lines()
                .filter(|line| holds(line, secret))
                .map(|line| (*what, line)),
        );
    }
    found
}

/// Whether the text stands there as a word of its own, in capitals or not: `2422` is no part of `124220`.
fn holds(line: &str, secret: &str) -> bool {
    let (line, secret) = (line.to_lowercase(), secret.to_lowercase());
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    line.match_indices(&secret).any(|(at, _)| {
        let (before, rest) = line.split_at(at);
        !part_of_word(before.chars().next_back()) && !part_of_word(rest[secret.len()..].chars().next())
    })
}

/// What everybody in the test's centre has to hide.
fn known_secrets() -> Vec<(&'static str, String)> {
    let mut secrets = Vec::new();
    for person in [WANG, LI, CHEN] {
        secrets.push(("ID number", person.id_number()));
        secrets.push((
            "ID number without its check character",
            person.id_number()[..17].to_owned(),
        ));
        secrets.push(("last four of an ID number", person.last_four()));
        secrets.push(("name", person.name.to_owned()));
        secrets.push(("phone", person.phone.to_owned()));
        secrets.push(("password", person.password.to_owned()));
        secrets.push(("account number", person.account_no.to_owned()));
    }
    for balance in ["28800.00", "28,800.00", "2880000", "7680.00", "768000"] {
        secrets.push(("balance", balance.to_owned()));
    }
    for typed in [TYPED_INCOME, TYPED_PRICE, WRONG_PASSWORD] {
        secrets.push(("what was typed", typed.to_owned()));
    }
    secrets
}

const WRONG_PASSWORD: &str = "quince-anvil-5550";
const TYPED_INCOME: &str = "13579.11";
const TYPED_PRICE: &str = "864209.75";
const SERVICE: &str = "purchase_withdrawal";
const SLOT: &str = "shizhi-20261128-0930";

/// Sends the form of the page at `path`, with these fields as well.
async fn send_form(browser: &mut Browser, path: &str, action: &str, fields: &[(&str, &str)]) -> String {
    let page = browser.get(path).await;
    page.page(200);
    let hidden = ["form_token", "service", "slot", "idempotency_key"];
    let hidden = hidden.map(|name| (name, page.input(name).unwrap_or_default()));
    let mut all: Vec<_> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    all.extend_from_slice(fields);
    browser.post(action, &all).await.location().to_owned()
}

/// Signs in wrongly, rightly, and reads what there is to read.
async fn account(browser: &mut Browser) {
    let number = WANG.id_number();
    let wrong = [("id_number", number.as_str()), ("password", WRONG_PASSWORD)];
    browser.post("/signin", &wrong).await.page(422);
    let swapped = [("id_number", WANG.password), ("password", number.as_str())];
    browser.post("/signin", &swapped).await.page(422);
    browser.sign_in(WANG).await;
    for page in [
        "/",
        "/account",
        "/account/ledger?year=2026",
        "/account/loan",
        "/account/me",
    ] {
        browser.get(page).await.page(200);
    }
    browser
        .get(&format!(
            "/loan?price={TYPED_PRICE}&income={TYPED_INCOME}&months=30"
        ))
        .await;
}

/// Books, finds, and gives back; the code.
async fn visit(app: &TestApp, browser: &mut Browser) -> String {
    let confirm = format!("/visit/confirm?service={SERVICE}&slot={SLOT}");
    let shown = send_form(browser, &confirm, "/visit/confirm", &[]).await;
    let code = shown.replace("/visit/", "");
    for page in [
        shown.clone(),
        format!("{shown}/calendar.ics"),
        "/visit/mine".to_owned(),
    ] {
        assert_eq!(browser.get(&page).await.status, 200, "{page}");
    }
    let mut finder = app.browser();
    finder.get(&shown).await.location();
    let right = WANG.last_four();
    for (last_four, status) in [("0000", 422), (right.as_str(), 303)] {
        let answer = finder
            .post("/visit/find", &[("code", &code), ("last_four", last_four)])
            .await;
        assert_eq!(answer.status, status);
    }
    finder.get(&shown).await.page(200);
    let pass = format!("/api/v1/visit/appointments/{code}/pass");
    let proof = json!({ "last_four": right });
    assert_eq!(finder.json(Method::POST, &pass, &proof).await.status, 201);
    finder.post(&format!("{shown}/cancel"), &[]).await.location();
    code
}

/// A slip for somebody signed in; its number.
async fn notice(browser: &mut Browser) -> String {
    let answers = [
        ("obstacle", "none"),
        ("months_contributed", "24"),
        ("married", "no"),
        ("own_home", "no"),
        ("rental", "market"),
        ("amount", "9000.00"),
        ("withdrawn_before", "no"),
        ("who_comes", "self"),
    ];
    let slip = browser.post("/notice/rent_withdrawal/slips", &answers).await;
    let path = slip.location().to_owned();
    browser.get(&path).await.page(200);
    path.replace("/notice/slip/", "")
}

/// Everything in the wrong place, by form, address, header and JSON.
async fn blunders(browser: &mut Browser) {
    let (number, phone) = (WANG.id_number(), WANG.phone);
    for path in [
        format!("/{number}"),
        format!("/visit/{number}"),
        format!("/notice/{}", WANG.password),
        format!("/account/ledger?year={number}&kind={phone}"),
        format!("/api/v1/account/entries?limit={number}"),
        format!("/api/v1/visit/slots?branch={phone}&service={number}&from={phone}"),
        format!("/loan?price={number}&income={phone}"),
    ] {
        assert!(browser.get(&path).await.status.is_client_error(), "{path}");
    }
    browser
        .post("/visit/confirm", &[("slot", &number), ("service", phone)])
        .await;
    browser
        .post_without_origin("/signin", &[("id_number", &number)])
        .await
        .page(403);
    for body in [
        json!({ "id_number": number, "password": WANG.password, number.as_str(): phone }),
        json!({ "id_number": [number], "password": WANG.password }),
        json!(WANG.password),
    ] {
        let answer = browser.json(Method::POST, "/api/v1/session", &body).await;
        assert!(answer.status.is_client_error());
    }
    let strange = Request::get("/account/me")
        .header("user-agent", format!("{phone} {number}"))
        .header("cookie", format!("anju-session={number}; anju-large={phone}"))
        .header("accept-language", WANG.password)
        .body(Body::empty());
    browser.send(strange.unwrap()).await;
}

#[tokio::test]
async fn nothing_that_is_somebodys_own_ever_stands_in_the_log() {
    let log = Log::begin();
    let app = TestApp::new().await;
    let mut secrets = known_secrets();
    let mut browser = app.browser();

    account(&mut browser).await;
    secrets.push(("appointment code", visit(&app, &mut browser).await));
    secrets.push(("slip number", notice(&mut browser).await));
    blunders(&mut browser).await;
    for cookie in ["session", "visitor"] {
        secrets.push(("cookie", browser.cookie(cookie).unwrap().to_owned()));
    }
    browser.post("/signout", &[]).await.location();

    let mut program = app.browser();
    let pair = json!({ "id_number": LI.id_number(), "password": LI.password });
    let session = program.json(Method::POST, "/api/v1/session", &pair).await;
    assert_eq!(session.status, 201);
    assert_eq!(program.get("/api/v1/account").await.json()["balance"], "7680.00");
    let wish = json!({ "slot": SLOT, "service": SERVICE, "idempotency_key": "quill-ferry-3306" });
    let booked = program
        .json(Method::POST, "/api/v1/visit/appointments", &wish)
        .await;
    secrets.push((
        "appointment code",
        booked.json()["code"].as_str().unwrap().to_owned(),
    ));
    secrets.push(("idempotency key", "quill-ferry-3306".to_owned()));
    secrets.push(("cookie", program.cookie("session").unwrap().to_owned()));
    // Errors are logged with what the store says: it too must keep silent.
    app.store.close().await.unwrap();
    for path in [
        "/account",
        "/visit/mine",
        &format!("/visit/{}", booked.json()["code"].as_str().unwrap()),
    ] {
        assert!(program.get(path).await.status.is_server_error());
    }
    program.json(Method::POST, "/api/v1/session", &pair).await;

    let text = log.text();
    for sign in [
        "answered",
        "route=/visit/{code}",
        "route=/signin",
        "the store failed",
        "TRACE http::never_log: other threads",
    ] {
        assert!(text.contains(sign), "not logged at all: {sign}");
    }
    assert_eq!(leaks(&text, &secrets), []);
}

#[test]
fn a_secret_is_found_wherever_it_stands_as_a_word() {
    let secrets = vec![("code", "K7Q2MF10".to_owned()), ("name", "王秀兰".to_owned())];
    for line in ["path=/visit/k7q2mf10", "who=\"王秀兰\"", "a\nb K7Q2MF10:"] {
        assert_eq!(leaks(line, &secrets).len(), 1, "{line}");
    }
    assert_eq!(leaks("xK7Q2MF10 K7Q2MF101 王秀", &secrets), []);
}
