//! What nobody should send, sent thousands of times: every route must answer without failing, and what only reads must
//! change nothing.

use std::collections::BTreeSet;
use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request, header};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config as ProptestConfig, RngAlgorithm, TestRng, TestRunner};

use crate::support::{Browser, TestApp, WANG};

/// Forms for each route that takes one.
const FORMS_PER_ROUTE: usize = 400;
/// Queries for each route that reads.
const QUERIES_PER_ROUTE: usize = 60;

/// Every address of the portal, read from the source of the routers: a new route cannot be forgotten here.
pub(crate) fn routes() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.contains("/account/ledger") && found.len() > 15, "{found:?}");
    found.insert(app::shell::DISPLAY_PATH.to_owned());
    found.insert(app::account::me::CLOSE_OTHERS.to_owned());
    found
}

fn collect(dir: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for after in text.split(".route(").skip(1) {
                if let Some(path) = after
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next())
                {
                    found.insert(path.to_owned());
                }
            }
        }
    }
}

/// The route with something in the place of each parameter.
fn concrete(route: &str, filling: &str) -> String {
    let mut path = String::new();
    for part in route.split('/').skip(1) {
        path.push('/');
        path.push_str(if part.contains('{') { filling } else { part });
    }
    path
}

const NAMES: [&str; 32] = [
    "form_token",
    "id_number",
    "password",
    "return_to",
    "large",
    "service",
    "branch",
    "day",
    "slot",
    "code",
    "last_four",
    "idempotency_key",
    "key",
    "price",
    "home",
    "product",
    "contributors",
    "children",
    "balances",
    "months",
    "income",
    "debts",
    "method",
    "years",
    "amount",
    "area",
    "principal",
    "annual_rate",
    "kind",
    "year",
    "before",
    "slip",
];

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        prop::sample::select(vec![
            "0",
            "-1",
            "1e30",
            "60万",
            "６０",
            "999999999999999999999",
            "361",
            "2027-02-29",
            "2026-11-28",
            "NaN",
            "' or 1=1 --",
            "<script>",
            "%00",
            "rent_withdrawal",
            "new_home_loan",
            "xianan",
            "shizhi",
            "xianan-20261128-0900",
            "level_payment",
            "first",
            "true",
            "yes",
            "no",
            "990101196803152421",
            "\u{202e}",
            "../../etc/passwd",
        ])
        .prop_map(str::to_owned),
        any::<String>().prop_map(|text| text.chars().take(64).collect()),
        "[0-9]{1,20}",
    ]
}

fn form() -> impl Strategy<Value = Vec<(String, String)>> {
    let name =
        prop_oneof![4 => prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned), 1 => "[a-z_]{0,12}"];
    prop::collection::vec((name, value()), 0..12)
}

fn encode(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

fn runner() -> TestRunner {
    TestRunner::new_with_rng(
        ProptestConfig::default(),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    )
}

async fn visitors(app: &TestApp) -> [Browser; 2] {
    let mut member = app.browser();
    member.sign_in(WANG).await;
    [app.browser(), member]
}

fn without_limits(config: &mut server::config::Config) {
    config.limits.reads_per_second = 1_000_000;
    config.limits.booking_per_second = 1_000_000;
    config.limits.sign_in_per_second = 1_000_000;
    config.limits.sign_in_burst_per_person = 3;
}

#[tokio::test]
async fn no_form_makes_a_route_fail() {
    let app = TestApp::with(without_limits).await;
    let mut runner = runner();
    let fillings = [
        "XXXXXXXX",
        "rent_withdrawal",
        "XN-2026-000001-AAAAAA",
        "%F0%9F%8F%A0",
        "..%2f..",
        "a%00b",
    ];
    let browsers = visitors(&app).await;
    for route in routes() {
        for mut browser in browsers.clone() {
            for number in 0..FORMS_PER_ROUTE / 2 {
                let pairs = form().new_tree(&mut runner).unwrap().current();
                let path = concrete(&route, fillings[number % fillings.len()]);
                let request = Request::post(&path).header(header::ORIGIN, "http://127.0.0.1:3000");
                let request = if number % 5 == 4 {
                    let body = serde_json::to_string(
                        &pairs
                            .iter()
                            .cloned()
                            .collect::<std::collections::BTreeMap<_, _>>(),
                    );
                    request
                        .header(header::CONTENT_TYPE, "application/json")
                        .body(Body::from(body.unwrap()))
                } else {
                    let kind = "application/x-www-form-urlencoded";
                    request
                        .header(header::CONTENT_TYPE, kind)
                        .body(Body::from(encode(&pairs)))
                };
                let answer = browser.send(request.unwrap()).await;
                assert!(
                    !answer.status.is_server_error(),
                    "POST {path} {pairs:?}: {}",
                    answer.status
                );
            }
        }
    }
}

#[tokio::test]
async fn no_query_makes_a_route_fail_and_reading_changes_nothing() {
    let app = TestApp::with(without_limits).await;
    let mut browsers = visitors(&app).await;
    let before = app.fingerprint().await;
    let mut runner = runner();
    for route in routes() {
        for number in 0..QUERIES_PER_ROUTE {
            let pairs = form().new_tree(&mut runner).unwrap().current();
            let filling = ["XXXXXXXX", "rent_withdrawal", "new_home_loan"][number % 3];
            let path = format!("{}?{}", concrete(&route, filling), encode(&pairs));
            for browser in &mut browsers {
                let answer = browser.get(&path).await;
                assert!(!answer.status.is_server_error(), "GET {path}: {}", answer.status);
            }
        }
    }
    assert_eq!(app.fingerprint().await, before);
}

#[tokio::test]
async fn odd_requests_are_answered_plainly() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let huge = "x".repeat(70_000);
    let answer = browser.post("/signin", &[("id_number", &huge)]).await;
    assert_eq!(answer.status, 413);
    let plain = Request::post("/signin").body(Body::from("id_number=1")).unwrap();
    assert_eq!(browser.send(plain).await.status, 403);
    for method in [Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
        let request = Request::builder()
            .method(method)
            .uri("/account")
            .body(Body::empty())
            .unwrap();
        assert!(browser.send(request).await.status.is_client_error());
    }
}
