//! The description of the JSON interface: valid OpenAPI 3.1, complete, and true: every answer is as described.
//! `openapi/openapi-3.1-2022-10-07.json` is the schema the OpenAPI Initiative publishes, unchanged.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::support::{Browser, TestApp, WANG};

const OPENAPI: &str = include_str!("openapi/openapi-3.1-2022-10-07.json");

/// An address for every call that reads; `{code}` and `{number}` stand for an appointment and a slip made before.
const EXAMPLES: &[(&str, &str)] = &[
    ("/api/v1/account", "/api/v1/account"),
    (
        "/api/v1/account/entries",
        "/api/v1/account/entries?limit=2&kind=remittance&year=2026",
    ),
    (
        "/api/v1/loan/quota",
        "/api/v1/loan/quota?price=800000&home=first&contributors=one&balances=30000&months_contributed=30&income=9000&years=20",
    ),
    (
        "/api/v1/loan/repayment",
        "/api/v1/loan/repayment?principal=1000000&months=12&annual_rate=3.25&method=level_payment",
    ),
    (
        "/api/v1/loan/repayment.csv",
        "/api/v1/loan/repayment.csv?principal=1000000&months=12&annual_rate=3.25&method=level_payment",
    ),
    (
        "/api/v1/loan/repayment.xlsx",
        "/api/v1/loan/repayment.xlsx?principal=1000000&months=12&annual_rate=3.25&method=level_principal",
    ),
    (
        "/api/v1/loan/repayment.ics",
        "/api/v1/loan/repayment.ics?principal=1000000&months=12&annual_rate=3.25&method=level_payment\
         &granted_on=2026-11-25",
    ),
    (
        "/api/v1/loan/prepayment",
        "/api/v1/loan/prepayment?principal=600000&months=240&annual_rate=3.25&method=level_payment&after=36\
         &amount=100000&keep=payment",
    ),
    (
        "/api/v1/loan/existing",
        "/api/v1/loan/existing?granted_on=2020-03-16&principal=500000&months=240&method=level_payment&due_day=20",
    ),
    ("/api/v1/loan/existing", "/api/v1/loan/existing"),
    ("/api/v1/loan/rates", "/api/v1/loan/rates"),
    (
        "/api/v1/loan/overdue",
        "/api/v1/loan/overdue?principal=600000&months=240&annual_rate=2.60&method=level_payment&first_due=2026-09-20\
         &on=2026-11-25&amount=4000",
    ),
    (
        "/api/v1/loan/contribution",
        "/api/v1/loan/contribution?wage=8000&member_ratio=8&employer_ratio=8&balance=36000&from=2026-11-25\
         &until=2027-06-30&day=15&next_wage=9000&headcount=30",
    ),
    (
        "/api/v1/loan/compare",
        "/api/v1/loan/compare?amount=800000&fund_amount=400000&granted_on=2026-11-25&rate_le5y=2.10&rate_gt5y=2.60&prime=3.50\
         &kind_1=fund&years_1=20&method_1=level_payment&kind_2=combined&years_2=30&method_2=level_principal&points_2=-20",
    ),
    (
        "/api/v1/loan/afford",
        "/api/v1/loan/afford?savings=250000&budget=3500&per_square_metre=6500&years=30&method=level_payment&market=new\
         &bank=yes&points=-45&home=first&contributors=one&balances=20000&months_contributed=3&income=5000",
    ),
    (
        "/api/v1/loan/offset",
        "/api/v1/loan/offset?way=monthly&principal=12000&months=12&annual_rate=2.60&method=level_payment\
         &first_due=2026-12-20&balance=2500&monthly=400&second_balance=500&second_monthly=100&from=2026-11-25&day=15",
    ),
    (
        "/api/v1/notice/services",
        "/api/v1/notice/services?q=%E7%A7%9F%E6%88%BF",
    ),
    ("/api/v1/notice/{service}", "/api/v1/notice/rent_withdrawal"),
    (
        "/api/v1/notice/{service}",
        "/api/v1/notice/rent_withdrawal?obstacle=none&months_contributed=24&married=no&own_home=no&rental=market\
         &amount=9000&withdrawn_before=no&who_comes=self",
    ),
    (
        "/api/v1/notice/slips/{number}/verify",
        "/api/v1/notice/slips/{number}/verify",
    ),
    ("/api/v1/visit/services", "/api/v1/visit/services"),
    ("/api/v1/visit/branches", "/api/v1/visit/branches"),
    (
        "/api/v1/visit/slots",
        "/api/v1/visit/slots?branch=shizhi&service=purchase_withdrawal&from=2026-11-28&to=2026-11-28",
    ),
    (
        "/api/v1/visit/appointments/{code}",
        "/api/v1/visit/appointments/{code}",
    ),
];

async fn document(browser: &mut Browser) -> Value {
    browser.get("/api/v1/openapi.json").await.json()
}

#[track_caller]
fn assert_valid(validator: &Validator, instance: &Value, what: &str) {
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}\n{}\n{instance:#}", errors.join("\n"));
}

#[tokio::test]
async fn the_description_is_openapi_3_1() {
    let app = TestApp::new().await;
    let document = document(&mut app.browser()).await;
    let openapi = jsonschema::validator_for(&serde_json::from_str(OPENAPI).unwrap()).unwrap();
    assert!(!openapi.is_valid(&json!({ "openapi": "3.1.0" })));
    assert_valid(&openapi, &document, "the document");
    // That schema leaves schemas to the dialect they are written in.
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{name}: {schema:#}");
    }
}

#[tokio::test]
async fn every_call_that_reads_answers_as_described() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    program.sign_in(WANG).await;
    let wish =
        json!({ "slot": "shizhi-20261128-0930", "service": "purchase_withdrawal", "idempotency_key": "k" });
    let booked = post(&mut program, "/api/v1/visit/appointments", &wish).await;
    let answers = json!({ "answers": {
        "obstacle": "none", "months_contributed": "24", "married": "no", "own_home": "no", "rental": "market",
        "amount": "9000.00", "withdrawn_before": "no", "who_comes": "self"
    } });
    let slip = post(&mut program, "/api/v1/notice/rent_withdrawal/slips", &answers).await;
    let document = document(&mut program).await;

    let mut tried = BTreeSet::new();
    for &(path, example) in EXAMPLES {
        let example = example
            .replace("{code}", booked["code"].as_str().unwrap())
            .replace("{number}", slip["number"].as_str().unwrap());
        let answer = program.get(&example).await;
        assert_eq!(answer.status, 200, "{example}: {}", answer.body);
        let described = &document["paths"][path]["get"]["responses"]["200"]["content"];
        let (kind, _) = described.as_object().unwrap().iter().next().unwrap();
        assert!(answer.header("content-type").starts_with(kind), "{example}");
        if kind == "application/json" {
            assert_valid(&schema_of(&document, described), &answer.json(), &example);
        }
        tried.insert(path);
    }
    let described = document["paths"].as_object().unwrap().iter();
    let reads: BTreeSet<_> = described
        .filter(|(_, calls)| calls.get("get").is_some())
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(tried, reads, "every call that reads has an example");
}

#[tokio::test]
async fn refusals_are_as_described() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    let document = document(&mut program).await;
    for (path, bad) in [
        ("/api/v1/account", "/api/v1/account"),
        ("/api/v1/visit/slots", "/api/v1/visit/slots?branch=none"),
        ("/api/v1/loan/repayment", "/api/v1/loan/repayment?months=361"),
    ] {
        let answer = program.get(bad).await;
        let described = &document["paths"][path]["get"]["responses"][answer.status.as_str()]["content"];
        assert_valid(&schema_of(&document, described), &answer.json(), bad);
    }
}

/// Every route of the interface is described, and nothing is described that is not there.
#[tokio::test]
async fn no_route_is_forgotten() {
    let app = TestApp::new().await;
    let document = document(&mut app.browser()).await;
    let described: BTreeSet<String> = document["paths"].as_object().unwrap().keys().cloned().collect();
    let routes: BTreeSet<String> = crate::hostile::routes()
        .into_iter()
        .filter(|route| route.starts_with("/api/v1/") && route != "/api/v1/openapi.json")
        .collect();
    assert_eq!(described, routes);
}

async fn post(program: &mut Browser, path: &str, body: &Value) -> Value {
    let answer = program.json(axum::http::Method::POST, path, body).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()
}

/// The schema of a described answer, in which nothing undescribed may stand.
fn schema_of(document: &Value, content: &Value) -> Validator {
    let (_, media) = content.as_object().unwrap().iter().next().unwrap();
    let mut schema = media["schema"].clone();
    assert!(schema.is_object(), "{content:#}");
    close(&mut schema);
    let mut components = document["components"].clone();
    close(&mut components);
    schema["components"] = components;
    jsonschema::validator_for(&schema).unwrap()
}

/// Forbids members that a schema of an object does not name, unless it says what others may be.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            if is_plain_object(members) {
                members
                    .entry("additionalProperties")
                    .or_insert(Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

fn is_plain_object(schema: &Map<String, Value>) -> bool {
    schema.get("type") == Some(&json!("object")) && schema.get("properties").is_some_and(Value::is_object)
}
