//! The home page: four errands, each with a fact that is true now.

use chrono::{NaiveDate, TimeDelta};

use crate::support::{TestApp, WANG, centre};

#[tokio::test]
async fn the_home_page_greets_a_stranger_and_shows_a_member_their_balance() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let stranger = browser.get("/").await;
    for errand in ["/account", "/loan", "/visit", "/notice"] {
        assert!(
            stranger.page(200).contains(&format!("href=\"{errand}\"")),
            "{errand}"
        );
    }
    assert!(stranger.body.contains("首套五年以上年利率 2.60%"));
    assert!(!stranger.body.contains("余额 "));
    assert!(
        stranger.main().contains("示例参数"),
        "hours the centre has not confirmed"
    );
    browser.sign_in(WANG).await;
    assert!(browser.get("/").await.page(200).contains("余额 28,800.00 元"));
}

#[tokio::test]
async fn the_date_of_the_data_follows_the_nightly_import() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    assert!(
        browser
            .get("/help")
            .await
            .page(200)
            .contains("数据截至 2026年11月23日")
    );
    // Another process of the same centre imports the next day's export.
    let other = server::store::open(
        &app.state.config.database,
        app.keys.clone(),
        app.state.config.purpose(),
    )
    .await
    .unwrap();
    let next = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    centre::import_as_of(other.as_ref(), next, app.state.clock.now()).await;
    app.wait(TimeDelta::seconds(1));
    assert!(
        browser
            .get("/help")
            .await
            .page(200)
            .contains("数据截至 2026年11月24日")
    );
    assert_eq!(browser.get("/api/v1/account").await.json()["as_of"], "2026-11-24");
    assert_eq!(
        browser.get("/health/ready").await.json()["data_as_of"],
        "2026-11-24"
    );
}
