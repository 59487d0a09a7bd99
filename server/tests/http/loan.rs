//! The loan room: estimates, schedules, rates; as pages and as JSON.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::support::{CHEN, LI, TestApp, WANG};

const QUOTA: &str = "/api/v1/loan/quota?price=600000&home=first&contributors=one&balances=20000\
                     &months_contributed=36&income=8000&years=20";

#[tokio::test]
async fn a_known_loan_is_repaid_to_the_fen() {
    let mut browser = TestApp::new().await.browser();
    let path = "/api/v1/loan/repayment?principal=1000000&months=360&annual_rate=3.25&method=level_payment";
    let answer = browser.get(path).await.json();
    assert_eq!(answer["first_payment"], "4352.06");
    assert_eq!(answer["last_payment"], "4354.27");
    assert_eq!(answer["total_interest"], "566743.81");
    assert_eq!(answer["total_paid"], "1566743.81");
    let months = answer["instalments"].as_array().unwrap();
    assert_eq!(months.len(), 360);
    assert_eq!(months[359]["balance"], "0.00");
}

#[tokio::test]
async fn every_wrong_field_of_a_schedule_is_named_at_once() {
    let mut browser = TestApp::new().await.browser();
    let path = "/api/v1/loan/repayment?principal=1000000&months=361&annual_rate=3.25&method=level_payment";
    assert_eq!(browser.get(path).await.refused(), ["months"]);
    let path = "/api/v1/loan/repayment?principal=0&months=x&annual_rate=99&method=bullet";
    let all = ["principal", "months", "annual_rate", "method"];
    assert_eq!(browser.get(path).await.refused(), all);
    assert_eq!(browser.get("/api/v1/loan/repayment").await.refused(), all);
}

#[tokio::test]
async fn a_quota_names_its_limits_gates_and_sources() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(QUOTA).await.json();
    assert_eq!(answer["quota"], "400000.00");
    assert_eq!(answer["binding"], "balance");
    assert_eq!(answer["possible"], true);
    let limits = answer["limits"].as_array().unwrap();
    let codes: Vec<_> = limits.iter().map(|limit| limit["code"].clone()).collect();
    assert_eq!(codes, ["ceiling", "balance", "price", "capacity", "term"]);
    assert!(
        limits
            .iter()
            .all(|limit| limit["source"] != "" && limit["verified"] == false)
    );
}

#[tokio::test]
async fn a_gate_that_waiting_opens_says_when() {
    let mut browser = TestApp::new().await.browser();
    let path = QUOTA.replace("months_contributed=36", "months_contributed=2");
    let answer = browser.get(&path).await.json();
    assert_eq!(answer["possible"], false);
    let gates = answer["gates"].as_array().unwrap();
    let gate = gates.iter().find(|gate| gate["code"] == "contribution").unwrap();
    assert_eq!(gate["met"], false);
    assert_eq!(gate["met_on"], "2027-03-24");
    let page = browser.get("/loan?months_contributed=2").await;
    assert!(page.page(200).contains("2027年3月起"));
}

#[tokio::test]
async fn a_quota_without_its_figures_names_them() {
    let mut browser = TestApp::new().await.browser();
    let missing = browser.get("/api/v1/loan/quota").await.refused();
    assert_eq!(
        missing,
        [
            "years",
            "price",
            "home",
            "contributors",
            "balances",
            "income",
            "months_contributed"
        ]
    );
}

#[tokio::test]
async fn the_rates_have_their_history() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get("/api/v1/loan/rates").await.json();
    let rates = answer["rates"].as_array().unwrap();
    let latest = |home: &str, term: &str| -> Value {
        let of = |rate: &&Value| rate["home"] == home && rate["term"] == term;
        rates.iter().rfind(of).unwrap()["annual_percent"].clone()
    };
    assert_eq!(latest("first", "gt5y"), json!("2.60"));
    assert!(answer["known_until"].is_string());
    let page = browser.get("/loan/rates").await;
    assert!(page.page(200).contains("2.60%"));
}

#[tokio::test]
async fn the_bare_page_answers_with_an_example() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get("/loan").await;
    let page = answer.page(200);
    assert!(page.contains("400,000.00") && page.contains("示例参数") && page.contains("一个例子"));
    assert_eq!(answer.input("price").as_deref(), Some("60万"));
}

#[tokio::test]
async fn what_was_typed_stays_with_every_message_beside_its_field() {
    let mut browser = TestApp::new().await.browser();
    let path = "/loan?price=0&years=31&income=%E4%B8%80%E4%B8%87&balances=-1&months_contributed=&area=big&amount=1e30";
    let answer = browser.get(path).await;
    let page = answer.page(422);
    for field in [
        "price",
        "years",
        "income",
        "balances",
        "months_contributed",
        "area",
        "amount",
    ] {
        assert!(page.contains(&format!("id=\"{field}-error\"")), "{field}");
    }
    assert_eq!(answer.input("income").as_deref(), Some("一万"));
    assert_eq!(answer.input("amount").as_deref(), Some("1e30"));
    assert!(page.contains("<title>有错误："));
}

#[tokio::test]
async fn a_member_finds_their_own_figures_filled_in() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(LI).await;
    let answer = browser.get("/loan").await;
    assert!(answer.page(200).contains("已按您的账户填好"));
    assert_eq!(answer.input("balances").as_deref(), Some("7680.00"));
    assert_eq!(answer.input("months_contributed").as_deref(), Some("8"));
    assert_eq!(answer.input("income").as_deref(), Some("6000.00"));
    // What they type counts, also when it is nothing.
    assert_eq!(
        browser.get("/loan?income=1").await.input("income").as_deref(),
        Some("1")
    );
    assert_eq!(browser.get("/loan?balances=").await.status, 422);
    let quota = "/api/v1/loan/quota?price=600000&home=first&contributors=one&years=20";
    assert_eq!(
        browser.json(Method::GET, quota, &json!({})).await.json()["quota"],
        "200000.00"
    );
}

#[tokio::test]
async fn a_running_loan_and_a_sealed_account_stand_in_the_way() {
    let app = TestApp::new().await;
    for (person, code) in [(WANG, "unsettled_loan"), (CHEN, "account")] {
        let mut browser = app.browser();
        browser.sign_in(person).await;
        assert!(browser.get("/loan").await.page(200).contains("现在还不能贷"));
        let answer = browser.get(QUOTA).await.json();
        let gates = answer["gates"].as_array().unwrap();
        let unmet: Vec<_> = gates.iter().filter(|gate| gate["met"] == false).collect();
        assert!(unmet.iter().any(|gate| gate["code"] == code), "{unmet:?}");
    }
}

#[tokio::test]
async fn a_schedule_of_its_own_page() {
    let mut browser = TestApp::new().await.browser();
    let path = "/loan/repayment?principal=100%E4%B8%87&months=360&annual_rate=3.25&method=level_payment";
    let answer = browser.get(path).await;
    assert!(answer.page(200).contains("566,743.81 元"));
    let refused = browser.get("/loan/repayment?months=361").await;
    assert!(refused.page(422).contains("months-error"));
    assert_eq!(refused.input("months").as_deref(), Some("361"));
}

#[tokio::test]
async fn what_would_change_a_quota_is_computed_not_phrased() {
    let mut browser = TestApp::new().await.browser();
    let now = browser.get(QUOTA).await.json();
    let changes = now["changes"].as_array().unwrap().clone();
    assert!(!changes.is_empty());
    // What a change promises is what the same question gives with that one thing different.
    for (code, addition) in [
        ("term", "&years=30"),
        ("second_contributor", "&contributors=two"),
        ("child", "&children=1"),
    ] {
        let name = addition[1..].split_once('=').unwrap().0;
        let kept: Vec<_> = QUOTA.split('&').filter(|part| !part.starts_with(name)).collect();
        let then = browser.get(&(kept.join("&") + addition)).await.json();
        let promised = changes.iter().find(|change| change["code"] == code);
        let promised = promised.map_or(&now["quota"], |change| &change["quota"]);
        assert_eq!(*promised, then["quota"], "{code}");
    }
    let waits = browser.get(&format!("{QUOTA}&monthly=1000")).await.json();
    let wait = waits["changes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|change| change["code"] == "months");
    assert_eq!(wait.unwrap()["label"], "再连续缴存 12 个月");
    let page = browser.get("/loan?monthly=1000").await;
    assert!(page.page(200).contains("再连续缴存 12 个月"));
}

#[tokio::test]
async fn a_combined_loan_shows_the_banks_part() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(&format!("{QUOTA}&product=combined")).await.json();
    // 480,000 of the price may be borrowed, 400,000 from the fund.
    assert_eq!(answer["bank_part"]["amount"], "80000.00");
    assert_eq!(answer["bank_part"]["annual_rate"], "3.50");
    assert_eq!(browser.get(QUOTA).await.json()["bank_part"], Value::Null);
    let page = browser.get("/loan?product=combined").await;
    assert!(page.page(200).contains("银行部分（组合贷款）"));
}

#[tokio::test]
async fn age_and_building_shorten_the_term() {
    let mut browser = TestApp::new().await.browser();
    let young = browser
        .get(&format!("{QUOTA}&birth=1995-05-01&track=man"))
        .await
        .json();
    assert_eq!(young["months_max"], 360);
    let old = browser
        .get(&format!("{QUOTA}&birth=1970-05-01&track=man"))
        .await
        .json();
    // Born in May 1970 a man retires at 61 and 5 months, in October 2031; five years more.
    assert_eq!(old["months_max"], 118);
    let absurd = browser
        .get(&format!("{QUOTA}&birth=1970-02-30&building_age=999"))
        .await;
    assert_eq!(absurd.refused(), ["birth", "building_age"]);
}

#[tokio::test]
async fn the_spouses_entry_is_added_to_ones_own() {
    let mut browser = TestApp::new().await.browser();
    let together = browser
        .get(&QUOTA.replace("balances=20000", "balances=22000"))
        .await
        .json();
    let apart = browser
        .get(&format!("{QUOTA}&spouse_balances=2000&spouse_income=0"))
        .await
        .json();
    assert_eq!(together["limits"][1], apart["limits"][1]);
}

#[tokio::test]
async fn the_rates_page_says_which_rate_is_whose() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/loan/rates").await;
    let html = page.page(200);
    assert!(html.contains("今天新贷款的年利率") && html.contains("之后的调整没有收录"));
    assert!(!html.contains("您的贷款现在"));
    browser.sign_in(WANG).await;
    let mine = browser.get("/loan/rates").await;
    assert!(mine.page(200).contains("您的贷款现在年利率"));
    let json = browser.get("/api/v1/loan/rates").await.json();
    assert_eq!(json["prime_rates"][0]["annual_percent"], "4.85");
}

#[tokio::test]
async fn an_answer_that_is_known_is_not_sent_again() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let first = browser.get(QUOTA).await;
    assert_eq!(first.header("cache-control"), "private, no-cache");
    let tag = first.header("etag").to_owned();
    let asking = |path: &str| {
        let request = Request::get(path).header("if-none-match", &tag);
        request.body(Body::empty()).unwrap()
    };
    let again = browser.send(asking(QUOTA)).await;
    assert_eq!(
        (again.status, again.body.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    let other = QUOTA.replace("20000", "30000");
    let fresh = browser.send(asking(&other)).await;
    assert_eq!(fresh.status, StatusCode::OK);
    // A page, and what a person is told of their account, are kept by nobody.
    assert_eq!(
        browser.get("/loan").await.header("cache-control"),
        "private, no-store"
    );
    browser.sign_in(WANG).await;
    assert_eq!(
        browser.get("/api/v1/account").await.header("cache-control"),
        "private, no-store"
    );
}

/// Born in March 1968, still contributing: by the age of other women's work she would have retired in 2018.
#[tokio::test]
async fn who_contributes_is_not_taken_for_retired() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let page = browser.get("/loan").await;
    assert!(page.page(200).contains("退休年龄按哪一类是推算的"));
    assert_eq!(page.input("birth").as_deref(), Some("1968-03-15"));
    let quota = browser.get(QUOTA).await.json();
    let gates = quota["gates"].as_array().unwrap();
    let term = gates.iter().find(|gate| gate["code"] == "term").unwrap();
    assert_eq!(term["met"], true, "{term}");
    assert!(
        term["reason"]
            .as_str()
            .unwrap()
            .contains("法定退休时间 2023年3月"),
        "{term}"
    );
    // What can be afforded is asked of the same person: the years are hers, and asking for more says why not.
    assert_eq!(
        browser.get("/loan/afford").await.input("years").as_deref(),
        Some("1")
    );
    let longer = browser.get("/loan/afford?years=20").await;
    assert!(longer.page(200).contains("法定退休时间 2023年3月"));
}
