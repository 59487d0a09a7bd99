//! Hundreds of people want the last places at once.

use std::collections::BTreeSet;

use axum::http::Method;
use chrono::NaiveDate;
use fund::identity::IdNumber;
use fund::money::Fen;
use fund::records::{Account, AccountNo, Member, Paper, samples};
use serde_json::json;
use server::account::store::{Session, TokenHash};
use server::clock::Clock as _;
use server::import::store::{Batch, Expected};
use sha2::{Digest as _, Sha256};

use super::SERVICE;
use crate::support::centre::with_check;
use crate::support::{Browser, TestApp};

const CROWD: usize = 300;
const SLOT: &str = "shizhi-20261125-0830";
/// The branch has six windows, the service takes one.
const CAPACITY: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_places_go_to_as_many_as_there_are() {
    let app = TestApp::with(|config| config.limits.booking_per_second = 10_000).await;
    let people = crowd(&app).await;
    let tries = people.into_iter().enumerate().map(|(number, mut browser)| {
        tokio::spawn(async move {
            let answer = attempt(&mut browser, number).await;
            (number, browser, answer)
        })
    });
    let tries: Vec<_> = tries.collect();
    let mut codes = BTreeSet::new();
    for attempted in tries {
        let (number, mut browser, answer) = attempted.await.unwrap();
        let Some(code) = answer else { continue };
        // The same form sent again shows the same appointment, however full the slot is now.
        assert_eq!(attempt(&mut browser, number).await.as_ref(), Some(&code));
        assert!(codes.insert(code), "one code for two people");
    }
    assert_eq!(codes.len(), CAPACITY);
    let mut browser = app.browser();
    let query = format!("branch=shizhi&service={SERVICE}&from=2026-11-25&to=2026-11-25");
    let slots = browser.get(&format!("/api/v1/visit/slots?{query}")).await.json();
    assert_eq!(
        (&slots["slots"][0]["id"], &slots["slots"][0]["free"]),
        (&json!(SLOT), &json!(0))
    );
    let times = format!("/visit/time?service={SERVICE}&branch=shizhi&day=2026-11-25");
    let times = browser.get(&times).await;
    assert!(times.page(200).contains("已满") && !times.body.contains(&format!("slot={SLOT}\"")));
}

/// One person's booking, by the form or by JSON in turn: its code, or nothing when the slot is full; any other answer
/// fails the test.
async fn attempt(browser: &mut Browser, number: usize) -> Option<String> {
    let key = format!("attempt-{number}");
    if number.is_multiple_of(2) {
        let fields = [("service", SERVICE), ("slot", SLOT), ("idempotency_key", &key)];
        let answer = browser.post("/visit/confirm", &fields).await;
        if answer.status == 303 {
            return answer.location().strip_prefix("/visit/").map(str::to_owned);
        }
        assert!(answer.page(409).contains("这个时间刚刚被约满"));
        // Others at the same branch, each a link that books it.
        assert_eq!(answer.body.matches("slot=shizhi-2026").count(), 4);
    } else {
        let body = json!({ "slot": SLOT, "service": SERVICE, "idempotency_key": key });
        let answer = browser
            .json(Method::POST, "/api/v1/visit/appointments", &body)
            .await;
        if answer.status.is_success() {
            return answer.json()["code"].as_str().map(str::to_owned);
        }
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["type"]),
            (409, &json!("/problems/slot-full"))
        );
        assert_eq!(answer.json()["alternatives"][0]["id"], "shizhi-20261125-0900");
    }
    None
}

/// Imports so many people, and signs each in.
async fn crowd(app: &TestApp) -> Vec<Browser> {
    let numbers: Vec<_> = (0..CROWD)
        .map(|number| IdNumber::parse(&with_check(&format!("99010119900101{number:03}"))).unwrap())
        .collect();
    import(app, &numbers).await;
    let mut browsers = Vec::with_capacity(CROWD);
    for (number, id) in numbers.iter().enumerate() {
        let token = format!("session-of-{number}");
        let now = app.clock.now();
        let session = Session {
            token: TokenHash(Sha256::digest(token.as_bytes()).into()),
            person: app.keys.person(id),
            opened_at: now,
            seen_at: now,
            expires_at: now + chrono::TimeDelta::hours(1),
            confirmed_at: None,
            device: "test".to_owned(),
        };
        app.store.open_session(&session).await.unwrap();
        let mut browser = app.browser();
        browser.set_cookie("anju-session", &token);
        browsers.push(browser);
    }
    browsers
}

async fn import(app: &TestApp, numbers: &[IdNumber]) {
    let count = numbers.len() as u64;
    let mut stage = app
        .store
        .begin(Expected {
            as_of: day(23),
            issuer: "test".to_owned(),
            rows: [1, count, count, 0, 0, 0],
            balance: Fen::ZERO,
            loan_balance: Fen::ZERO,
            loan_entries: Fen::ZERO,
        })
        .await
        .unwrap();
    stage
        .append(Batch::Employers(vec![samples::employer(1)]))
        .await
        .unwrap();
    let members = numbers.iter().enumerate().map(|(number, id)| Member {
        account_no: account_no(number),
        paper: Paper::Card(id.clone()),
        ..samples::member(1, 1)
    });
    stage.append(Batch::Members(members.collect())).await.unwrap();
    let accounts = (0..numbers.len()).map(account);
    stage.append(Batch::Accounts(accounts.collect())).await.unwrap();
    assert_eq!(stage.check().await.unwrap(), []);
    stage.swap(app.clock.now()).await.unwrap();
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn account_no(number: usize) -> AccountNo {
    AccountNo::parse(&format!("1000000{number:05}")).unwrap()
}

fn account(number: usize) -> Account {
    Account {
        account_no: account_no(number),
        ..samples::account(1)
    }
}
