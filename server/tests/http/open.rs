//! Public information.

use crate::support::TestApp;

#[tokio::test]
async fn the_figures_of_2016_stand_with_their_source() {
    let app = TestApp::new().await;
    let answer = app.browser().get("/open").await;
    let page = answer.page(200);
    for there in [
        "10.58 亿元",
        "增长 109.38%（上年 1.92 亿元）",
        "111.33%（任务 9 亿元）",
        "749 笔",
        "来源：咸宁市住房公积金管理中心 2016 年工作报告",
        "示例参数，以中心公布为准",
        "<svg",
    ] {
        assert!(page.contains(there), "{there}");
    }
    assert!(app.browser().get("/help").await.body.contains("href=\"/open\""));
}
