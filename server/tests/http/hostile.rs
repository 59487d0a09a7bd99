//! What nobody should send, sent thousands of times: every route must answer without failing, and what only reads must
//! change nothing.

use std::collections::BTreeSet;
use std::path::Path;

use app::loan::form::FormField;
use app::loan::{self, paths};
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

/// What the routers call an address that pages link to, and the address.
const NAMED: [(&str, &str); 21] = [
    ("code_page::PATH", app::account::code::PATH),
    ("code_page::ENTER", app::account::code::ENTER),
    ("code_page::DEMO_MESSAGES", app::account::code::DEMO_MESSAGES),
    ("password_page::PATH", app::account::password::PATH),
    ("CLOSE_OTHERS", app::account::me::CLOSE_OTHERS),
    ("paths::AFFORD", paths::AFFORD),
    ("DISPLAY_PATH", app::shell::DISPLAY_PATH),
    ("signin_page::PATH", app::account::signin::PATH),
    ("paths::COMPARE", paths::COMPARE),
    ("paths::CONTRIBUTION", paths::CONTRIBUTION),
    ("paths::ESTIMATE", paths::ESTIMATE),
    ("paths::EXISTING", paths::EXISTING),
    ("paths::OFFSET", paths::OFFSET),
    ("paths::OVERDUE", paths::OVERDUE),
    ("paths::PREPAYMENT", paths::PREPAYMENT),
    ("paths::RATES", paths::RATES),
    ("paths::REPAYMENT_FILES[0]", paths::REPAYMENT_FILES[0]),
    ("paths::REPAYMENT_FILES[1]", paths::REPAYMENT_FILES[1]),
    ("paths::REPAYMENT_FILES[2]", paths::REPAYMENT_FILES[2]),
    ("paths::REPAYMENT", paths::REPAYMENT),
    ("paths::REPAYMENT_PRINT", paths::REPAYMENT_PRINT),
];

/// Every address of the portal, read from the source of the routers: a new route cannot be forgotten here.
pub(crate) fn routes() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.contains("/account/ledger") && found.len() > 15, "{found:?}");
    found
}

fn collect(dir: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.extend(text.split(".route(").skip(1).map(address));
        }
    }
}

/// The address a route begins with: written out, or a name.
fn address(route: &str) -> String {
    let written = route.split(',').next().unwrap().trim();
    if let Some(path) = written.strip_prefix('"') {
        return path.trim_end_matches('"').to_owned();
    }
    let (_, path) = NAMED
        .iter()
        .find(|(name, _)| *name == written)
        .unwrap_or_else(|| panic!("which address is {written}?"));
    (*path).to_owned()
}

/// The names of a calculator's fields; any others that occur for the rest of the portal.
fn names(route: &str) -> Vec<&'static str> {
    fn all<F: FormField>() -> Vec<&'static str> {
        F::ALL.iter().map(|field| field.name()).collect()
    }
    let room = route.trim_start_matches("/api/v1");
    match room.split('.').next().unwrap_or(room) {
        paths::ESTIMATE | "/loan/quota" => all::<loan::estimate::Field>(),
        paths::AFFORD => all::<loan::afford::Field>(),
        paths::COMPARE => all::<loan::compare::Field>(),
        paths::CONTRIBUTION => all::<loan::contribution::Field>(),
        paths::EXISTING => all::<loan::existing::Field>(),
        paths::OFFSET => all::<loan::offset::Field>(),
        paths::OVERDUE => all::<loan::overdue::Field>(),
        paths::PREPAYMENT => all::<loan::prepayment::Field>(),
        paths::REPAYMENT | paths::REPAYMENT_PRINT => all::<loan::repayment::Field>(),
        _ => NAMES.to_vec(),
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

const NAMES: [&str; 35] = [
    "asked",
    "new_password",
    "paper",
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

fn form(route: &str) -> impl Strategy<Value = Vec<(String, String)>> {
    let name =
        prop_oneof![4 => prop::sample::select(names(route)).prop_map(str::to_owned), 1 => "[a-z_]{0,12}"];
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
    config.limits.slips_per_hour_per_address = 1_000_000;
    config.limits.slips_per_hour = 1_000_000;
    config.limits.codes_per_hour = 1_000_000;
    config.limits.codes_per_hour_per_address = 1_000_000;
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
                let pairs = form(&route).new_tree(&mut runner).unwrap().current();
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
    let before = app.fingerprint();
    let mut runner = runner();
    for route in routes() {
        for number in 0..QUERIES_PER_ROUTE {
            let pairs = form(&route).new_tree(&mut runner).unwrap().current();
            let filling = ["XXXXXXXX", "rent_withdrawal", "new_home_loan"][number % 3];
            let path = format!("{}?{}", concrete(&route, filling), encode(&pairs));
            for browser in &mut browsers {
                let answer = browser.get(&path).await;
                assert!(!answer.status.is_server_error(), "GET {path}: {}", answer.status);
            }
        }
    }
    assert_eq!(app.fingerprint(), before);
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
