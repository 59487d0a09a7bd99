//! Prepayment, as page and as JSON.

use serde_json::Value;

use crate::support::{TestApp, WANG};

const JSON: &str =
    "/api/v1/loan/prepayment?principal=600000&months=240&annual_rate=3.25&method=level_payment&after=36";

fn fen(value: &Value) -> i64 {
    let (yuan, fen) = value.as_str().unwrap().split_once('.').unwrap();
    yuan.parse::<i64>().unwrap() * 100 + fen.parse::<i64>().unwrap()
}

#[tokio::test]
async fn a_known_prepayment_is_answered_to_the_fen() {
    let mut browser = TestApp::new().await.browser();
    let kept = browser
        .get(&format!("{JSON}&amount=100000&keep=payment"))
        .await
        .json();
    assert_eq!(kept["months_left"], 157);
    assert_eq!(kept["next_payment"], "3403.17");
    let rows = kept["instalments"].as_array().unwrap();
    assert_eq!(rows.len(), 36 + 157);
    assert_eq!(rows[192]["payment"], kept["last_payment"]);
    assert_eq!(rows[192]["balance"], "0.00");
    let principal: i64 = rows.iter().map(|row| fen(&row["principal"])).sum();
    assert_eq!(principal, 50_000_000);
    let interest: i64 = rows.iter().map(|row| fen(&row["interest"])).sum();
    let plain = JSON.replace("prepayment", "repayment");
    let plain = browser.get(&plain).await.json();
    assert_eq!(
        fen(&plain["total_interest"]) - interest,
        fen(&kept["interest_saved"])
    );
    assert_eq!((&kept["fee"], &kept["verified"]), (&"0.00".into(), &false.into()));
    assert_eq!(kept["best_after"], 36);

    let term = browser
        .get(&format!("{JSON}&amount=100000&keep=term"))
        .await
        .json();
    assert_eq!(term["months_left"], 204);
    assert_eq!(term["instalments"].as_array().unwrap().len(), 240);
    assert!(fen(&term["next_payment"]) < fen(&kept["next_payment"]));
    assert!(fen(&term["interest_saved"]) < fen(&kept["interest_saved"]));
}

#[tokio::test]
async fn settling_and_several_times() {
    let mut browser = TestApp::new().await.browser();
    let settled = browser.get(&format!("{JSON}&keep=settle")).await.json();
    assert_eq!(
        (&settled["months_left"], &settled["next_payment"]),
        (&0.into(), &"0.00".into())
    );
    assert_eq!(settled["instalments"].as_array().unwrap().len(), 36);
    let path = format!(
        "{JSON}&amount=10万&keep=payment&after2=48&amount2=5万&keep2=term&after3=60&keep3=settle&amount3="
    );
    let path = path.replace('万', "%E4%B8%87");
    let several = browser.get(&path).await.json();
    let ahead = several["prepayments"].as_array().unwrap();
    let keeps: Vec<_> = ahead
        .iter()
        .map(|ahead| ahead["keep"].as_str().unwrap())
        .collect();
    assert_eq!(keeps, ["payment", "term", "settle"]);
    assert_eq!(several["instalments"].as_array().unwrap().len(), 60);
}

#[tokio::test]
async fn what_is_wrong_is_named_by_its_field() {
    let mut browser = TestApp::new().await.browser();
    let all = [
        "principal",
        "months",
        "annual_rate",
        "method",
        "after",
        "amount",
        "keep",
    ];
    assert_eq!(browser.get("/api/v1/loan/prepayment").await.refused(), all);
    for (query, field) in [
        ("&amount=600000&keep=payment", "amount"),
        ("&amount=-1&keep=payment", "amount"),
        ("&amount=1e30&keep=payment", "amount"),
        ("&amount=100000&keep=both", "keep"),
        ("&amount=1&keep=term&after2=35&amount2=1&keep2=term", "after2"),
        ("&amount=1&keep=term&every=week", "every"),
        ("&amount=1&keep=term&after7=40", "after7"),
        ("&amount=1&keep=term&keep9=settle", "keep9"),
        ("&keep=settle&after2=37&amount2=1&keep2=term", "after2"),
    ] {
        assert_eq!(
            browser.get(&format!("{JSON}{query}")).await.refused(),
            [field],
            "{query}"
        );
    }
    for after in ["0", "240", "-1", "x", "99999999999"] {
        let path = JSON.replace("after=36", &format!("after={after}"));
        assert_eq!(
            browser.get(&format!("{path}&amount=1&keep=term")).await.refused(),
            ["after"]
        );
    }
}

#[tokio::test]
async fn the_page_says_the_same() {
    let mut browser = TestApp::new().await.browser();
    let json = browser
        .get(&format!("{JSON}&amount=100000&keep=payment"))
        .await
        .json();
    let path = format!("{JSON}&amount=100000&keep=payment").replace("/api/v1", "");
    let page = browser.get(&path).await;
    let saved = json["interest_saved"].as_str().unwrap();
    let digits: String = page.page(200).replace(',', "");
    assert!(digits.contains(saved), "{}", page.main());
    assert!(page.main().contains("157 期") && page.main().contains("提前 3 年 11 个月还清"));
    assert!(
        page.main().contains("示例参数"),
        "the fees are labelled as not verified"
    );
    browser.get("/loan/prepayment").await.page(200);

    let wrong = browser
        .get("/loan/prepayment?after=36&amount=9000%E4%B8%87&months=240")
        .await;
    assert!(wrong.page(422).contains("那时只欠"));
    assert_eq!(wrong.input("amount").as_deref(), Some("9000万"));
}

#[tokio::test]
async fn nobody_sets_the_fees_by_the_address() {
    let mut browser = TestApp::new().await.browser();
    let answer = browser
        .get(&format!("{JSON}&amount=100000&keep=payment&fees=360:100"))
        .await;
    assert_eq!(answer.json()["fee"], "0.00");
}

#[tokio::test]
async fn a_member_starts_from_their_own_loan() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/loan/prepayment").await;
    assert!(page.page(200).contains("现在是一个例子的结果"));
    browser.sign_in(WANG).await;
    let page = browser.get("/loan/prepayment").await;
    assert!(page.page(200).contains("贷款已按您的账户填好"));
    assert_eq!(page.input("months").as_deref(), Some("239"));
    assert_eq!(page.input("after").as_deref(), Some("1"));
    // What is typed stands over it.
    let page = browser.get("/loan/prepayment?months=120").await;
    assert_eq!(page.input("months").as_deref(), Some("120"));
}

#[tokio::test]
async fn every_month_and_every_year() {
    let mut browser = TestApp::new().await.browser();
    for (every, first) in [("month", [36, 37]), ("year", [36, 48])] {
        let path = format!("{JSON}&amount=20000&keep=payment&every={every}");
        let answer = browser.get(&path).await.json();
        let ahead = answer["prepayments"].as_array().unwrap();
        assert!(ahead.len() > 6, "{every}");
        let after: Vec<_> = ahead
            .iter()
            .map(|ahead| ahead["after"].as_u64().unwrap())
            .collect();
        assert_eq!(after[..2], first);
        let instalments = answer["instalments"].as_array().unwrap();
        let repaid: i64 = instalments.iter().map(|row| fen(&row["principal"])).sum();
        let repaid_ahead: i64 = ahead.iter().map(|ahead| fen(&ahead["amount"])).sum();
        assert_eq!(repaid + repaid_ahead, 60_000_000);
        let page = browser.get(&path.replace("/api/v1", "")).await;
        assert!(page.page(200).contains(&format!("一共提前还 {} 次", ahead.len())));
    }
    let once = format!("{JSON}&amount=20000&keep=payment");
    let explicit = browser.get(&format!("{once}&every=once")).await.json();
    assert_eq!(browser.get(&once).await.json(), explicit);
}

#[tokio::test]
async fn a_seventh_time_is_said_beside_its_field_and_kept() {
    let mut browser = TestApp::new().await.browser();
    let page = browser
        .get("/loan/prepayment?after=36&amount=1000&after7=99&amount7=123&keep7=term")
        .await;
    assert!(page.page(422).contains("没有算进去"));
    assert_eq!(page.input("after7").as_deref(), Some("99"));
    assert_eq!(page.input("amount7").as_deref(), Some("123"));
    assert_eq!(page.input("keep7").as_deref(), Some("term"));
}

/// One yuan less than what is owed: the rest is repaid and the loan is over, whatever is kept.
#[tokio::test]
async fn a_rest_of_a_yuan_leaves_no_empty_rows() {
    let mut browser = TestApp::new().await.browser();
    for method in ["level_payment", "level_principal"] {
        let json = JSON.replace("level_payment", method);
        let settled = browser.get(&format!("{json}&keep=settle")).await.json();
        let owed = fen(&settled["prepayments"][0]["amount"]);
        let yuan = |fen: i64| format!("{}.{:02}", fen / 100, fen % 100);
        for keep in ["payment", "term"] {
            let path = format!("{json}&keep={keep}&amount={}", yuan(owed - 100));
            let answer = browser.get(&path).await.json();
            let rows = answer["instalments"].as_array().unwrap();
            assert!(rows.iter().all(|row| row["payment"] != "0.00"), "{method} {keep}");
            assert_eq!(rows.last().unwrap()["balance"], "0.00");
            let exact = browser
                .get(&format!("{json}&keep={keep}&amount={}", yuan(owed)))
                .await
                .json();
            assert_eq!(exact, settled, "{method} {keep}");
        }
    }
}
