//! The home page: four errands, each with a fact that is true now.

use crate::support::{TestApp, WANG};

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
    browser.sign_in(WANG).await;
    assert!(browser.get("/").await.page(200).contains("余额 28,800.00 元"));
}
