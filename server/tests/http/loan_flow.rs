//! Repaying out of the account, late payments, contributions: as pages and as JSON.

use axum::http::StatusCode;
use chrono::TimeDelta;

use crate::support::{CHEN, LI, TestApp, WANG};

const OVERDUE: &str = "/api/v1/loan/overdue?principal=600000&months=240&annual_rate=2.60&method=level_payment\
                       &first_due=2026-09-20&on=2026-11-25";
const CONTRIBUTION: &str = "/api/v1/loan/contribution?wage=8000&member_ratio=8&employer_ratio=8&balance=36000\
                            &from=2026-11-25&until=2027-06-30&day=15";
const OFFSET: &str = "/api/v1/loan/offset?way=monthly&principal=12000&months=12&annual_rate=0&method=level_payment\
                      &first_due=2026-07-20&balance=2500&monthly=400&from=2026-07-01&day=15";

#[tokio::test]
async fn a_late_loan_is_made_good_to_the_fen() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(OVERDUE).await.json();
    assert_eq!(answer["needed"]["total"], "9663.38");
    assert_eq!(answer["needed"]["penalty"], "37.19");
    assert_eq!(answer["penalty_a_day"], "1.04");
    assert_eq!(answer["penalty_rate"], "3.90");
    assert_eq!(answer["current"], false);
    assert_eq!(answer["instalments"].as_array().unwrap().len(), 3);
    assert_eq!(answer["next"]["due_on"], "2026-12-20");
    let rules = answer["rules"].as_array().unwrap();
    assert!(
        rules
            .iter()
            .all(|rule| rule["verified"] == false && rule["source"] != "")
    );

    let paid = browser.get(&format!("{OVERDUE}&amount=4000")).await.json();
    assert_eq!(paid["paid"]["total"], "4000.00");
    assert_eq!(paid["missing"], "5663.38");
    assert_eq!(paid["instalments"][1]["paid"]["interest"], "755.82");
    let all = browser.get(&format!("{OVERDUE}&amount=9663.38")).await.json();
    assert_eq!((&all["current"], &all["excess"]), (&true.into(), &"0.00".into()));
}

#[tokio::test]
async fn contributions_grow_to_the_fen() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(CONTRIBUTION).await.json();
    assert_eq!(answer["monthly"], "1280.00");
    assert_eq!(answer["bound"], "wage");
    assert_eq!(answer["interest"], "366.95");
    assert_eq!(answer["balance"], "45326.95");
    assert_eq!(answer["months"].as_array().unwrap().len(), 7);
    assert!(answer["employer_cost"].is_null());

    let employer = browser.get(&format!("{CONTRIBUTION}&headcount=30")).await.json();
    assert_eq!(employer["employer_cost"]["monthly"], "19200.00");
    assert_eq!(employer["employer_costs"].as_array().unwrap().len(), 8);
    assert_eq!(employer["employer_costs"][7]["yearly"], "345600.00");
}

#[tokio::test]
async fn an_offset_runs_dry_when_the_account_does() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(OFFSET).await.json();
    assert_eq!(answer["runs_dry_on"], "2026-11-20");
    let months = answer["instalments"].as_array().unwrap();
    let cash: Vec<_> = months
        .iter()
        .map(|month| month["cash"].as_str().unwrap())
        .collect();
    // The interest since July is settled next June: it helps nobody in November.
    assert_eq!(cash[3..7], ["0.00", "500.00", "600.00", "600.00"]);
    // Without interest of the loan only that of the account is forgone.
    assert_eq!(answer["loan_interest_saved"], "0.00");
    assert_eq!(
        answer["gain"].as_str().unwrap(),
        format!("-{}", answer["deposit_interest_forgone"].as_str().unwrap())
    );

    let yearly = OFFSET.replace("way=monthly", "way=yearly_principal&month=12&keep=payment");
    let yearly = browser.get(&yearly).await.json();
    assert!(yearly["runs_dry_on"].is_null());
    assert_eq!(yearly["months_saved"], 4);
    assert_eq!(yearly["instalments"][5]["ahead"][0], "4900.00");
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let mut browser = TestApp::new().await.browser();
    for (bare, required) in [
        (
            "/api/v1/loan/overdue",
            vec!["first_due", "on", "principal", "months", "annual_rate", "method"],
        ),
        (
            "/api/v1/loan/contribution",
            vec![
                "wage",
                "member_ratio",
                "employer_ratio",
                "balance",
                "from",
                "until",
                "day",
            ],
        ),
        (
            "/api/v1/loan/offset",
            vec![
                "way",
                "principal",
                "months",
                "annual_rate",
                "method",
                "first_due",
                "balance",
                "monthly",
                "from",
                "day",
            ],
        ),
    ] {
        assert_eq!(browser.get(bare).await.refused(), required, "{bare}");
    }
    let absurd = format!("{OVERDUE}&amount=-5").replace("on=2026-11-25", "on=2099-01-01");
    assert_eq!(browser.get(&absurd).await.refused(), ["on", "amount"]);
    let absurd = CONTRIBUTION.replace("until=2027-06-30", "until=2120-12-31");
    assert_eq!(browser.get(&absurd).await.refused(), ["until"]);
    let absurd = OFFSET
        .replace("months=12", "months=361")
        .replace("day=15", "day=0");
    assert_eq!(browser.get(&absurd).await.refused(), ["months", "day"]);
}

#[tokio::test]
async fn pages_answer_like_the_interface_and_keep_what_was_typed() {
    let mut browser = TestApp::new().await.browser();
    for (json, figures) in [
        (OVERDUE, ["9,663.38", "37.19 元"]),
        (CONTRIBUTION, ["1,280.00", "45,326.95 元"]),
        (OFFSET, ["2026年11月20日", "600.00 元"]),
    ] {
        let path = json.replace("/api/v1", "");
        let answer = browser.get(&path).await;
        let page = answer.page(200);
        for figure in figures {
            assert!(page.contains(figure), "{path}: {figure}");
        }
        assert!(page.contains("示例参数"), "{path} says what is not verified");
        assert!(!page.contains("<leptos-island"), "{path} needs no script");
        let broken = path.replace("2026", "２０２６-13-");
        let answer = browser.get(&broken).await;
        assert!(answer.page(422).contains("２０２６-13-"), "{broken}");
    }
}

#[tokio::test]
async fn bare_pages_show_an_example_and_a_members_own_figures_when_signed_in() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in ["/loan/overdue", "/loan/contribution", "/loan/offset"] {
        assert!(
            browser.get(path).await.page(200).contains("现在是一个例子的结果"),
            "{path}"
        );
    }

    browser.sign_in(WANG).await;
    let offset = browser.get("/loan/offset").await;
    assert!(offset.page(200).contains("已按您的账户填好"));
    assert_eq!(offset.input("balance").unwrap(), "28800.00");
    assert_eq!(offset.input("monthly").unwrap(), "960.00");
    assert_eq!(offset.input("months").unwrap(), "239");
    assert_eq!(offset.input("first_due").unwrap(), "2026-12-20");
    let overdue = browser.get("/loan/overdue").await;
    assert!(overdue.page(200).contains("没有欠款"));
    assert_eq!(overdue.input("first_due").unwrap(), "2026-12-20");
    assert_eq!(overdue.input("principal"), offset.input("principal"));
    let contribution = browser.get("/loan/contribution").await;
    contribution.page(200);
    assert_eq!(contribution.input("wage").unwrap(), "6000.00");
    assert_eq!(contribution.input("member_ratio").unwrap(), "8");
    // The interface knows the same person.
    for path in ["overdue", "contribution", "offset"] {
        let answer = browser.get(&format!("/api/v1/loan/{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    }
}

#[tokio::test]
async fn a_member_without_a_loan_sees_an_example_loan() {
    let app = TestApp::new().await;
    for person in [LI, CHEN] {
        let mut browser = app.browser();
        browser.sign_in(person).await;
        for path in ["/loan/overdue", "/loan/offset"] {
            assert!(
                browser.get(path).await.page(200).contains("现在是一个例子的结果"),
                "{path}"
            );
        }
        let contribution = browser.get("/loan/contribution").await;
        assert!(contribution.page(200).contains("已按您的账户填好"));
    }
}

/// The balance is that of the day of the data, however old that is by now.
#[tokio::test]
async fn a_members_own_figures_hold_long_after_the_import() {
    let app = TestApp::new().await;
    app.wait(TimeDelta::days(30));
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let offset = browser.get("/loan/offset").await;
    let contribution = browser.get("/loan/contribution").await;
    for page in [&offset, &contribution] {
        page.page(200);
        assert_eq!(page.input("from").unwrap(), "2026-11-24");
    }
    assert_eq!(offset.input("first_due").unwrap(), "2026-12-20");
    // The instalment due since may have been paid: nobody is called late for what the books do not know.
    let overdue = browser.get("/loan/overdue").await;
    assert!(overdue.page(200).contains("到2026年11月23日没有欠款"));
    assert!(overdue.page(200).contains("账目到页脚所写的日期为止"));
    assert_eq!(overdue.input("on").unwrap(), "2026-11-23");
}
