//! What a member sees of their own, and nobody else.

use axum::http::{Method, StatusCode};
use fund::money::Fen;
use fund::records::AccountStatus;
use serde_json::json;
use server::clock::Clock as _;

use crate::support::centre::{Books, TestPerson, account, day};
use crate::support::{CHEN, LI, TestApp, WANG};

const PAGES: [&str; 4] = ["/account", "/account/ledger", "/account/loan", "/account/me"];

#[tokio::test]
async fn a_stranger_is_sent_to_sign_in_and_back() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for page in PAGES {
        let answer = browser.get(page).await;
        assert_eq!(
            answer.location(),
            format!("/signin?return_to={}", page.replace('/', "%2F"))
        );
    }
    let fields = [
        ("id_number", WANG.id_number()),
        ("password", WANG.password.to_owned()),
    ];
    let mut fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.push(("return_to", "/account/ledger?year=2026"));
    assert_eq!(
        browser.post("/signin", &fields).await.location(),
        "/account/ledger?year=2026"
    );
    browser.post("/signout", &[]).await;
    fields[2].1 = "//evil.example/";
    assert_eq!(browser.post("/signin", &fields).await.location(), "/account");
}

#[tokio::test]
async fn a_member_sees_their_own_balance_and_nothing_in_clear_that_is_masked() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    assert!(browser.get("/account").await.page(200).contains("28,800.00"));
    for page in PAGES {
        let answer = browser.get(page).await;
        let page = answer.page(200);
        for person in [WANG, LI, CHEN] {
            assert!(
                !page.contains(&person.id_number())
                    && !page.contains(person.phone)
                    && !page.contains(person.name)
            );
        }
        assert!(!page.contains(LI.account_no), "another member's account");
        assert_eq!(answer.header("cache-control"), "private, no-store");
    }
    assert!(browser.get("/account/me").await.body.contains("139****0001"));
}

#[tokio::test]
async fn the_ledger_is_paged_without_a_line_lost_or_twice() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let first = browser.get("/account/ledger").await;
    assert_eq!(first.page(200).matches("ledger-kind").count(), 20);
    let second = browser.get("/account/ledger?before=11").await;
    assert_eq!(second.page(200).matches("ledger-kind").count(), 10);
    assert!(first.body.contains("before=11") && !second.body.contains("rel=\"next\""));
    let year = browser.get("/account/ledger?year=2025&kind=remittance").await;
    assert_eq!(year.page(200).matches("ledger-kind").count(), 12);
    assert!(
        browser
            .get("/account/ledger?kind=interest")
            .await
            .page(200)
            .contains("没有符合条件的明细")
    );
    assert!(
        browser
            .get("/account/ledger?kind=nonsense&year=abc")
            .await
            .page(422)
            .contains("没有这个年份或种类")
    );
}

#[tokio::test]
async fn a_sealed_account_says_what_to_do() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(CHEN).await;
    assert!(browser.get("/account").await.page(200).contains("启封"));
    assert!(
        browser
            .get("/account/loan")
            .await
            .page(200)
            .contains("您没有公积金贷款")
    );
}

#[tokio::test]
async fn the_loan_shows_what_is_owed_and_what_comes_next() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let answer = browser.get("/account/loan").await;
    assert!(answer.page(200).contains("2026年12月20日"));
    assert!(answer.body.contains("已还 1 期，共 240 期"));
}

#[tokio::test]
async fn other_devices_can_be_signed_out() {
    let app = TestApp::new().await;
    let (mut here, mut there) = (app.browser(), app.browser());
    here.sign_in(WANG).await;
    there.sign_in(WANG).await;
    assert!(here.get("/account/me").await.page(200).contains("退出其他设备"));
    assert_eq!(
        here.post("/account/me/close-others", &[]).await.location(),
        "/account/me"
    );
    assert!(!here.get("/account/me").await.page(200).contains("退出其他设备"));
    assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn programs_get_the_same_account() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    assert_eq!(
        program
            .json(Method::GET, "/api/v1/account", &json!({}))
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
    let body = json!({ "id_number": WANG.id_number(), "password": "wrong" });
    assert_eq!(
        program.json(Method::POST, "/api/v1/session", &body).await.status,
        StatusCode::UNAUTHORIZED
    );
    let body = json!({ "id_number": WANG.id_number(), "password": WANG.password, "more": 1 });
    assert_eq!(
        program.json(Method::POST, "/api/v1/session", &body).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let body = json!({ "id_number": WANG.id_number(), "password": WANG.password });
    let session = program.json(Method::POST, "/api/v1/session", &body).await;
    assert_eq!(session.status, StatusCode::CREATED);
    assert_eq!(session.json()["name_masked"], "王**");
    assert_eq!(session.json()["expires_at"], "2026-11-24T22:00:00+08:00");
    let account = program.get("/api/v1/account").await.json();
    assert_eq!(
        (&account["balance"], &account["monthly_total"]),
        (&json!("28800.00"), &json!("960.00"))
    );
    let mut lines = Vec::new();
    let mut path = "/api/v1/account/entries?limit=7".to_owned();
    loop {
        let page = program.get(&path).await.json();
        lines.extend(page["entries"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/v1/account/entries?limit=7&before={next}");
    }
    assert_eq!(lines.len(), 30);
    assert_eq!(
        lines[0],
        json!({
            "date": "2026-11-15", "kind": "remittance", "amount": "960.00", "balance": "28800.00", "reversal": false
        })
    );
    let bad = program.get("/api/v1/account/entries?limit=0&kind=x").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<_> = bad.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].clone())
        .collect();
    assert_eq!(fields, ["kind", "limit"]);
    assert_eq!(
        program
            .json(Method::DELETE, "/api/v1/session", &json!({}))
            .await
            .status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        program.get("/api/v1/account").await.status,
        StatusCode::UNAUTHORIZED
    );
}

/// A sealed account beside the one in use: both with their balances, and what each counts for.
#[tokio::test]
async fn every_account_of_a_person_is_shown_with_its_balance() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let one = browser.get("/api/v1/account").await.json();
    assert_eq!(one["accounts"].as_array().unwrap().len(), 1);
    assert_eq!(one["total_balance"], one["balance"]);
    assert!(!browser.get("/account").await.page(200).contains("您的账户</h2>"));

    let mut books = Books::usual(day(2026, 11, 23));
    for (account_no, status, yuan) in [
        ("100000000008", AccountStatus::ClosedByWithdrawal, 0),
        ("100000000009", AccountStatus::Sealed, 1_234),
    ] {
        let old = TestPerson {
            account_no,
            status,
            months: 0,
            ..WANG
        };
        let mut row = account(&old);
        row.balance = Fen::from_yuan(yuan);
        (row.carried_over, row.this_year) = (row.balance, Fen::ZERO);
        books.accounts.push((old, row));
    }
    books.import(app.store.as_ref(), app.clock.now()).await;

    let json = browser.get("/api/v1/account").await.json();
    // What was there before is as before: of the account in use.
    for (name, value) in one.as_object().unwrap() {
        if !["accounts", "total_balance"].contains(&name.as_str()) {
            assert_eq!(&json[name], value, "{name}");
        }
    }
    assert_eq!(json["total_balance"], "30034.00");
    let accounts = json["accounts"].as_array().unwrap();
    let shown: Vec<_> = accounts
        .iter()
        .map(|account| {
            (
                account["status"].as_str().unwrap(),
                account["in_use"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("normal", true),
            ("sealed", false),
            ("closed_by_withdrawal", false)
        ]
    );
    assert_eq!(accounts[1]["balance"], "1234.00");

    let page = browser.get("/account").await;
    let main = page.page(200);
    for text in [
        "30,034.00",
        "28,800.00",
        "1,234.00",
        "2 个账户的余额合计",
        "100000000009 · 封存",
    ] {
        assert!(main.contains(text), "{text}: {}", page.main());
    }
    assert!(
        !main.contains("100000000008"),
        "an empty closed one is not worth a line"
    );
    assert!(browser.get("/").await.page(200).contains("30,034.00"));
    // What is lent rests on the account in use.
    assert_eq!(browser.get("/loan").await.input("balances").unwrap(), "28800.00");
}
