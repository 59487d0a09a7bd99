//! The loan somebody has, as page and as JSON.

use crate::support::{CHEN, TestApp, WANG};

const JSON: &str =
    "/api/v1/loan/existing?granted_on=2020-03-16&principal=500000&months=240&method=level_payment&due_day=20";

#[tokio::test]
async fn a_loan_is_replayed_through_the_published_rates() {
    let mut browser = TestApp::new().await.browser();
    let loan = browser.get(JSON).await.json();
    assert_eq!(loan["known_until"], "2025-05-20");
    let steps: Vec<_> = loan["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            [&step["due_on"], &step["before"], &step["after"]].map(|text| text.as_str().unwrap().to_owned())
        })
        .collect();
    assert_eq!(
        steps,
        [
            ["2023-01-20", "3.25", "3.10"],
            ["2025-01-20", "3.10", "2.85"],
            ["2026-01-20", "2.85", "2.60"]
        ]
    );
    let rows = loan["instalments"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[239]["balance"]), (240, &"0.00".into()));
    assert_eq!(
        (&rows[68]["known"], &rows[69]["known"]),
        (&true.into(), &false.into())
    );
    assert_eq!(loan["next"]["due_on"], "2026-12-20");
    assert_eq!(loan["balance"], rows[79]["balance"]);
    assert_eq!(loan["settlement"]["days"], 4);
    assert_eq!(loan["ledger"], serde_json::Value::Null);

    let later = browser.get(&format!("{JSON}&settle_on=2026-12-30")).await.json();
    assert_eq!(later["settlement"]["principal"], rows[80]["balance"]);
    assert_eq!(later["settlement"]["days"], 10);
    let split = browser.get(&format!("{JSON}&january=split")).await.json();
    assert_ne!(split["instalments"][33], rows[33]);
    assert_eq!(split["instalments"][32], rows[32]);
}

#[tokio::test]
async fn ones_own_loan_stands_beside_its_ledger() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let page = browser.get("/loan/existing").await;
    assert!(
        page.page(200).contains("1 期全部一致，一分不差"),
        "{}",
        page.main()
    );
    assert_eq!(page.input("granted_on").as_deref(), Some("2026-10-20"));
    let loan = browser.get("/api/v1/loan/existing").await.json();
    assert_eq!(loan["ledger"]["same"], 1);
    assert_eq!(loan["ledger"]["differing"], serde_json::json!([]));
    assert_eq!(loan["ledger"]["balance"], loan["ledger"]["planned_balance"]);
    assert_eq!(loan["as_of"], "2026-11-23");
    // The form sent as it was filled in is still the same loan.
    let again = "/loan/existing?granted_on=2026-10-20&principal=30%E4%B8%87&months=240&method=level_payment&home=first\
                 &due_day=20&january=whole&settle_on=2027-01-05";
    let again = browser.get(again).await;
    assert!(again.page(200).contains("一分不差") && again.main().contains("2027年1月5日一次还清"));
    // Another one is not.
    let other = browser.get(&JSON.replace("/api/v1", "")).await;
    assert!(!other.page(200).contains("与账上核对"));
}

#[tokio::test]
async fn without_a_loan_of_ones_own_there_is_an_example() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    assert!(
        browser
            .get("/loan/existing")
            .await
            .page(200)
            .contains("现在是一个例子的结果")
    );
    let all = ["granted_on", "principal", "months", "method"];
    assert_eq!(browser.get("/api/v1/loan/existing").await.refused(), all);
    browser.sign_in(CHEN).await;
    assert!(
        browser
            .get("/loan/existing")
            .await
            .page(200)
            .contains("现在是一个例子的结果")
    );
}

#[tokio::test]
async fn what_is_wrong_is_named_by_its_field() {
    let mut browser = TestApp::new().await.browser();
    for (from, to, field) in [
        ("granted_on=2020-03-16", "granted_on=2004-10-28", "granted_on"),
        ("granted_on=2020-03-16", "granted_on=2026-11-25", "granted_on"),
        ("granted_on=2020-03-16", "granted_on=2021-02-29", "granted_on"),
        ("granted_on=2020-03-16", "granted_on=9999999-01-01", "granted_on"),
        ("principal=500000", "principal=1e30", "principal"),
        ("months=240", "months=361", "months"),
        ("due_day=20", "due_day=0", "due_day"),
        ("due_day=20", "home=third", "home"),
        ("due_day=20", "settle_on=2050-01-01", "settle_on"),
    ] {
        assert!(JSON.contains(from));
        assert_eq!(
            browser.get(&JSON.replace(from, to)).await.refused(),
            [field],
            "{to}"
        );
        browser
            .get(&JSON.replace(from, to).replace("/api/v1", ""))
            .await
            .page(422);
    }
    let second = JSON.replace("2020-03-16", "2010-11-01") + "&home=second";
    assert_eq!(browser.get(&second).await.refused(), ["granted_on"]);
}
