//! What must I bring: questions, the list, the slip.

mod json;
mod ways;

use axum::http::StatusCode;
use chrono::TimeDelta;
use server::notice::store::NewSlip;

use crate::support::{Browser, LI, TestApp, WANG, start};

/// Somebody unmarried who rents on the market, below the limit, for the first time.
const TENANT: [(&str, &str); 8] = [
    ("obstacle", "none"),
    ("months_contributed", "24"),
    ("married", "no"),
    ("own_home", "no"),
    ("rental", "market"),
    ("amount", "9000.00"),
    ("withdrawn_before", "no"),
    ("who_comes", "self"),
];

/// Somebody with a home of their own: nothing more is asked.
const OWNER: [(&str, &str); 4] = [
    ("obstacle", "none"),
    ("months_contributed", "24"),
    ("married", "no"),
    ("own_home", "yes"),
];

fn address(service: &str, answers: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(answers)
        .finish();
    format!("/notice/{service}?{query}")
}

#[tokio::test]
async fn the_services_are_found_by_what_people_call_them() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let all = browser.get("/notice").await;
    for flow in &app.state.edition.flows {
        assert!(all.page(200).contains(&format!("href=\"/notice/{}\"", flow.code)));
    }
    let found = browser.get("/notice?q=%E7%A7%9F%E6%88%BF").await;
    assert!(found.page(200).contains("/notice/rent_withdrawal"));
    assert!(!found.body.contains("href=\"/notice/new_home_loan\""));
    assert!(browser.get("/notice?q=zzz").await.page(200).contains("没有找到"));
    browser.get("/notice/no_such_service").await.page(404);
}

#[tokio::test]
async fn a_bad_answer_is_told_beside_its_field_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let answer = browser
        .get("/notice/rent_withdrawal?obstacle=none&rental=market&months_contributed=many")
        .await;
    let page = answer.page(422);
    assert!(page.contains("请填写整数") && page.contains("value=\"many\""));
    assert!(page.contains("<title>有错误："));
    for kept in ["obstacle", "rental"] {
        assert!(
            page.contains(&format!("type=\"hidden\" name=\"{kept}\"")),
            "{kept}"
        );
    }
    // Radios that nobody touched: only the form's own empty value comes.
    let nothing = browser.get("/notice/rent_withdrawal?obstacle=").await;
    assert!(nothing.page(422).contains("请选择一项"));
    let chosen = browser
        .get("/notice/rent_withdrawal?obstacle=&obstacle=none")
        .await;
    assert!(chosen.page(200).contains("months_contributed"));
    let script = browser
        .get("/notice/rent_withdrawal?obstacle=none&months_contributed=%22%3E%3Cscript%3E")
        .await;
    assert!(!script.page(422).contains("\"><script>"));
}

#[tokio::test]
async fn changing_an_early_answer_drops_what_is_no_longer_asked() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let mut married = TENANT.to_vec();
    married[2].1 = "yes";
    married.insert(7, ("spouse_too", "yes"));
    let couple = browser.get(&address("rent_withdrawal", &married)).await;
    assert!(couple.page(200).contains("结婚证"));
    // “改” beside the marriage asks that question again and keeps the rest, the spouse's answer too …
    let change = couple
        .body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/notice") && href.contains("spouse_too") && !href.contains("married="))
        .unwrap()
        .replace("&amp;", "&");
    let asked = browser.get(&change).await;
    assert!(asked.page(200).contains("您现在已婚吗"));
    assert_eq!(asked.input("spouse_too").as_deref(), Some("yes"));
    // … which the new answer makes void: it is gone from the address and from the slip.
    let outcome = browser.get(&format!("{change}&married=&married=no")).await;
    let settled = outcome.location().to_owned();
    assert_eq!(settled, address("rent_withdrawal", &TENANT));
    let outcome = browser.get(&settled).await;
    assert!(!outcome.page(200).contains("结婚证") && !outcome.body.contains("spouse_too"));
}

/// Issues the tenant's slip by the form of the outcome page.
async fn issue(browser: &mut Browser) -> String {
    let outcome = browser.get(&address("rent_withdrawal", &TENANT)).await;
    outcome.page(200);
    let mut fields: Vec<(&str, String)> = TENANT
        .iter()
        .map(|(name, _)| (*name, outcome.input(name).unwrap()))
        .collect();
    fields.push(("form_token", outcome.input("form_token").unwrap()));
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let answer = browser.post("/notice/rent_withdrawal/slips", &fields).await;
    answer.location().to_owned()
}

#[tokio::test]
async fn a_slip_lists_what_this_person_needs_and_no_more() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let path = issue(&mut browser).await;
    assert!(path.starts_with("/notice/slip/XN-2026-000001-"), "{path}");
    let slip = browser.get(&path).await;
    let page = slip.page(200);
    for there in [
        "您的身份证",
        "无配偶声明书",
        "您的银行卡",
        "无需提供",
        "缴存证明",
        "2026年11月24日 10:00",
        "2026年12月24日",
        "咸宁市住房公积金管理中心",
        "示例参数，以中心公布为准",
        "aria-label=\"核验二维码\"",
    ] {
        assert!(page.contains(there), "{there}");
    }
    for not in ["结婚证", "租房合同（已办", "授权委托书"] {
        assert!(!page.contains(not), "{not}");
    }
    assert!(page.contains("/visit/branch?service=rent_withdrawal&amp;slip=XN-2026-000001-"));
    assert_eq!(slip.header("cache-control"), "private, no-store");
    // Anybody who has the number can read it; asked for again it is the same one.
    app.browser().get(&path).await.page(200);
    assert_eq!(issue(&mut browser).await, path);
}

#[tokio::test]
async fn looking_issues_nothing() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for _ in 0..2 {
        browser.get(&address("rent_withdrawal", &TENANT)).await.page(200);
    }
    assert_eq!(
        browser.get("/notice/rent_withdrawal/slips").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
    assert!(issue(&mut browser).await.contains("-000001-"));
}

#[tokio::test]
async fn no_slip_for_open_questions_or_a_refused_matter() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let open = browser
        .post(
            "/notice/rent_withdrawal/slips",
            &[("obstacle", "none"), ("months_contributed", "x")],
        )
        .await;
    assert!(open.page(422).contains("请填写整数"));
    let refused = browser.post("/notice/rent_withdrawal/slips", &OWNER).await;
    assert_eq!(refused.location(), address("rent_withdrawal", &OWNER));
    let page = browser.get(refused.location()).await;
    assert!(page.page(200).contains("现在还不能办") && page.body.contains("可以这样做"));
    assert!(!page.body.contains("开具告知单"));
    let elsewhere = browser
        .post_without_origin("/notice/rent_withdrawal/slips", &TENANT)
        .await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_slip_is_verified_without_telling_what_it_says() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/notice/verify").await.page(200);
    let number = issue(&mut browser).await.replace("/notice/slip/", "");
    let path = format!("/notice/verify?number={}", number.to_lowercase());
    let genuine = browser.get(&path).await;
    assert!(genuine.page(200).contains("在有效期内") && genuine.body.contains("租房提取"));
    assert!(!genuine.body.contains("身份证") && !genuine.body.contains("您的回答"));
    app.wait(TimeDelta::days(30));
    assert!(browser.get(&path).await.page(200).contains("在有效期内"));
    app.wait(TimeDelta::days(1));
    assert!(browser.get(&path).await.page(200).contains("已经过期"));
    let slip = browser.get(&format!("/notice/slip/{number}")).await;
    assert!(slip.page(200).contains("已经过期") && !slip.body.contains("/visit/branch"));
    assert!(
        browser
            .get("/notice/verify?number=")
            .await
            .page(422)
            .contains("请填写编号")
    );
    assert!(
        browser
            .get("/notice/verify?number=12")
            .await
            .page(422)
            .contains("value=\"12\"")
    );
    let unknown = "XN-2026-000001-AAAAAAAA";
    assert!(
        browser
            .get(&format!("/notice/verify?number={unknown}"))
            .await
            .page(404)
            .contains("没有开过")
    );
    browser.get(&format!("/notice/slip/{unknown}")).await.page(404);
    browser.get("/notice/slip/12").await.page(404);
}

#[tokio::test]
async fn a_member_may_be_signed_in_and_another_still_reads_the_slip() {
    let app = TestApp::new().await;
    let (mut wang, mut li) = (app.browser(), app.browser());
    wang.sign_in(WANG).await;
    li.sign_in(LI).await;
    let path = issue(&mut wang).await;
    let page = li.get(&path).await;
    assert!(!page.page(200).contains(&WANG.id_number()[..4]));
}

/// Slips are kept as issued for as long as anybody may hold them: one written by the first release must show under
/// every later one. When this fails, give new members `#[serde(default)]`; never change the file.
#[tokio::test]
async fn a_slip_of_the_first_release_still_shows() {
    let app = TestApp::new().await;
    let content = include_str!("slip_of_the_first_release.json");
    let issued_on = start().date();
    let slip = NewSlip {
        centre: "XN".to_owned(),
        random: "AAAAAAAA".to_owned(),
        service: "rent_withdrawal".to_owned(),
        answers: "{}".to_owned(),
        content: content.to_owned(),
        issued_on,
        expires_on: issued_on + TimeDelta::days(30),
        person: None,
        fingerprint: [1; 16],
    };
    let number = app.store.issue(&slip).await.unwrap().number;
    let page = app.browser().get(&format!("/notice/slip/{number}")).await;
    assert!(page.page(200).contains("无配偶声明书"));
}

#[tokio::test]
async fn the_same_slip_is_issued_once_a_day_and_slips_are_counted() {
    let app = TestApp::with(|config| config.limits.slips_per_hour_per_address = 5).await;
    let mut browser = app.browser();
    let slip = async |browser: &mut Browser, answers: &[(&str, &str)]| {
        browser.post("/notice/rent_withdrawal/slips", answers).await
    };
    let first = slip(&mut browser, &TENANT).await.location().to_owned();
    app.wait(TimeDelta::minutes(1));
    assert_eq!(
        slip(&mut browser, &TENANT).await.location(),
        first,
        "pressed again"
    );
    assert_eq!(
        slip(&mut app.browser(), &TENANT).await.location(),
        first,
        "by another nobody"
    );
    let mut signed_in = app.browser();
    signed_in.sign_in(LI).await;
    assert_ne!(
        slip(&mut signed_in, &TENANT).await.location(),
        first,
        "a person's own"
    );
    let mut other = TENANT;
    other[5].1 = "9000.01";
    assert_ne!(slip(&mut browser, &other).await.location(), first);
    assert_eq!(
        slip(&mut browser, &TENANT).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
}
