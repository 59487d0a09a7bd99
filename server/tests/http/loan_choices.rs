//! What can be afforded, and ways to borrow side by side: as pages and as JSON.

use axum::http::StatusCode;
use fund::months::Months;

use crate::support::{TestApp, WANG};

const AFFORD: &str = "/api/v1/loan/afford?savings=250000&budget=3500&per_square_metre=6500&years=30&method=level_payment\
                      &market=new&bank=yes&points=0&home=first&contributors=one&balances=20000&months_contributed=36";
const COMPARE: &str = "/api/v1/loan/compare?amount=600000&granted_on=2026-11-25&rate_le5y=2.10&rate_gt5y=2.60&prime=3.50\
                       &kind_1=fund&years_1=20&method_1=level_payment&kind_2=fund&years_2=20&method_2=level_principal\
                       &kind_3=commercial&years_3=30&method_3=level_payment&points_3=-20";

fn cents(amount: &serde_json::Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

#[tokio::test]
async fn another_centre_lends_for_less_long_and_for_smaller_homes() {
    let app = TestApp::with_rules(|edition| {
        edition.quota.term.longest = Months::new(240).unwrap();
        edition.quota.eligibility.largest_area.combined = Some(Some("90".parse().unwrap()));
    });
    let mut browser = app.await.browser();
    let refused = browser.get(AFFORD).await;
    assert_eq!(refused.refused(), ["years"]);
    assert!(refused.json().to_string().contains("最长 20 年"));
    let plenty = AFFORD
        .replace("years=30", "years=20")
        .replace("budget=3500", "budget=9000");
    let answer = browser.get(&plenty).await.json();
    assert_eq!(
        (&answer["binding"], &answer["area"]),
        (&"largest_area".into(), &"90".into())
    );
    // The example starts within the rules.
    let page = browser.get("/loan/afford").await;
    assert_eq!(page.input("years").as_deref(), Some("20"));
}

#[tokio::test]
async fn the_highest_price_is_paid_to_the_fen() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(AFFORD).await.json();
    let [price, fund, bank] = [
        &answer["price"],
        &answer["fund"]["principal"],
        &answer["bank"]["principal"],
    ]
    .map(cents);
    assert!(price > 0 && price % 100 == 0, "{answer}");
    assert_eq!(cents(&answer["down_payment"]), price - fund - bank);
    let costs: i64 = answer["costs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cost| cents(&cost["amount"]))
        .sum();
    assert_eq!(cents(&answer["cash"]), price - fund - bank + costs);
    assert!(cents(&answer["cash"]) <= 25_000_000);
    assert!(cents(&answer["first_payment"]) <= 350_000);
    let moved = answer["moves"].as_array().unwrap();
    assert!(
        moved.is_sorted_by_key(|at| -cents(&at["price"])),
        "dearer money buys less"
    );
    assert_eq!(moved[2]["price"], answer["price"]);
    assert!(answer["sources"].as_array().unwrap().len() >= 3);
    assert_eq!(answer["unmet"], serde_json::json!([]));
}

#[tokio::test]
async fn the_household_decides_what_the_fund_lends() {
    let mut browser = TestApp::new().await.browser();
    let alone = browser.get(AFFORD).await.json();
    let richer = browser
        .get(&AFFORD.replace("balances=20000", "balances=200000"))
        .await
        .json();
    assert!(cents(&richer["fund_most"]) > cents(&alone["fund_most"]));
    let without_bank = browser
        .get(
            &AFFORD
                .replace("bank=yes", "bank=no")
                .replace("budget=3500", "budget=30000"),
        )
        .await
        .json();
    assert_eq!(without_bank["bank"]["principal"], "0.00");
    let newcomer = browser
        .get(&AFFORD.replace("months_contributed=36", "months_contributed=3"))
        .await
        .json();
    assert_eq!(newcomer["unmet"][0]["code"], "contribution");
    assert!(newcomer["unmet"][0]["met_on"].is_string());
    let low = browser.get(&format!("{AFFORD}&income=3000")).await.json();
    assert!(cents(&low["budget"]) < 350_000);
}

#[tokio::test]
async fn one_s_own_figures_fill_what_the_address_leaves_out() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/loan/afford").await;
    assert!(page.body.contains("现在是一个例子的结果"), "{}", page.body);
    browser.sign_in(WANG).await;
    let page = browser.get("/loan/afford").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("已按您的账户填好"), "{}", page.body);
}

#[tokio::test]
async fn a_comparison_is_told_from_its_first_plan() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser.get(COMPARE).await.json();
    let plans = answer["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 3);
    assert_eq!(plans[0]["more_interest"], "0.00");
    assert_eq!(plans[0]["pays_off_on"], "2046-11-25");
    assert!(plans[1]["more_interest"].as_str().unwrap().starts_with('-'));
    assert_eq!(plans[1]["cheapest"], true);
    assert_eq!(plans[2]["lightest"], true);
    assert_eq!(plans[2]["more_months"], 120);

    // The same loans, asked for one by one.
    let alone = browser
        .get("/api/v1/loan/repayment?principal=600000&months=360&annual_rate=3.30&method=level_payment")
        .await
        .json();
    assert_eq!(plans[2]["total_interest"], alone["total_interest"]);
    assert_eq!(plans[2]["first_payment"], alone["first_payment"]);
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let mut browser = TestApp::new().await.browser();
    let blank = browser.get("/api/v1/loan/afford").await;
    assert!(blank.refused().starts_with(&["savings".into(), "budget".into()]));
    let wrong = browser
        .get(&AFFORD.replace("savings=250000", "savings=1e30"))
        .await;
    assert_eq!(wrong.refused(), ["savings"]);
    let below = browser.get(&AFFORD.replace("points=0", "points=-900")).await;
    assert_eq!(below.refused(), ["points"]);
    let wrong = browser.get(&COMPARE.replace("years_2=20", "years_2=31")).await;
    assert_eq!(wrong.refused(), ["years_2"]);

    let page = browser
        .get("/loan/afford?savings=%E4%B8%80%E4%BA%9B&budget=3500")
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("一些"), "nothing typed is lost");
    let page = browser.get("/loan/compare?years_1=99").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("99"));
}
