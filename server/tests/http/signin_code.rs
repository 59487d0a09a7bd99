//! Signing in with a one-time code, and setting a password after it.

use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use server::job::run::do_some;
use server::message::FileProvider;

use crate::support::centre::{TestPerson, with_check};
use crate::support::{Answer, Browser, CHEN, LI, TestApp, WANG};

const NOBODY: &str = "99010119700101001";

/// What arrived on the phone last, after all that is due was sent.
async fn received(app: &TestApp, person: TestPerson) -> Option<String> {
    while do_some(&app.state).await > 0 {}
    let told = FileProvider::told(&app.state.config.messages.file, 100).unwrap();
    let told = told.into_iter().find(|told| told.to == person.phone)?;
    let digits = told.text.split(|c: char| !c.is_ascii_digit());
    Some(digits.into_iter().find(|part| part.len() == 6)?.to_owned())
}

async fn ask(browser: &mut Browser, id_number: &str) -> Answer {
    browser
        .get("/signin/code?return_to=/account/ledger")
        .await
        .page(200);
    let fields = [("id_number", id_number), ("return_to", "/account/ledger")];
    browser.post("/signin/code", &fields).await
}

/// The field of the page that a code is typed into.
async fn asked(browser: &mut Browser, id_number: &str) -> String {
    let address = ask(browser, id_number).await.location().to_owned();
    browser.get(&address).await.input("asked").unwrap()
}

async fn enter(browser: &mut Browser, asked: &str, code: &str) -> Answer {
    let fields = [("asked", asked), ("code", code), ("return_to", "/account/ledger")];
    browser.post("/signin/code/enter", &fields).await
}

fn another(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

/// Takes a person's password away, as nobody at a centre that begins has one.
fn without_password(app: &TestApp) {
    let path = app.state.config.database.replace("sqlite:", "");
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.execute("delete from credential", []).unwrap();
}

#[tokio::test]
async fn who_never_had_a_password_comes_in_by_phone_and_sets_one() {
    let app = TestApp::new().await;
    without_password(&app);
    let mut browser = app.browser();
    let page = browser.get("/signin?return_to=/account/ledger").await;
    assert!(
        page.page(200)
            .contains("/signin/code?return_to=%2Faccount%2Fledger")
    );
    let asked = asked(&mut browser, &WANG.id_number()).await;
    let code = received(&app, WANG).await.unwrap();
    let answer = enter(&mut browser, &asked, &code).await;
    let set = answer.location().to_owned();
    assert_eq!(set, "/account/password?return_to=%2Faccount%2Fledger");
    browser.get("/account/ledger").await.page(200);
    browser.get(&set).await.page(200);
    let weak = [("new_password", "19680315"), ("return_to", "/account/ledger")];
    let refused = browser.post("/account/password", &weak).await;
    assert!(refused.page(422).contains("太容易猜到"));
    assert!(
        !refused.body.contains("value=\"19680315\""),
        "a password is never sent back"
    );
    let good = [
        ("new_password", "门前大桥下游过一群鸭"),
        ("return_to", "/account/ledger"),
    ];
    let saved = browser
        .post("/account/password", &good)
        .await
        .location()
        .to_owned();
    assert!(browser.get(&saved).await.page(200).contains("密码已设好"));
    let number = WANG.id_number();
    let pair = [
        ("id_number", number.as_str()),
        ("password", "门前大桥下游过一群鸭"),
    ];
    assert_eq!(app.browser().post("/signin", &pair).await.location(), "/account");
}

#[tokio::test]
async fn who_has_a_password_goes_straight_on_and_a_new_one_closes_other_devices() {
    let app = TestApp::new().await;
    let mut old = app.browser();
    old.sign_in(LI).await;
    let mut browser = app.browser();
    let asked = asked(&mut browser, &LI.id_number()).await;
    let code = received(&app, LI).await.unwrap();
    assert_eq!(
        enter(&mut browser, &asked, &code).await.location(),
        "/account/ledger"
    );
    assert!(old.get("/help").await.page(200).contains("我的"));
    let fields = [("new_password", "tiezhu62maiyu"), ("return_to", "/account")];
    browser.post("/account/password", &fields).await;
    assert!(
        !old.get("/help").await.page(200).contains("我的"),
        "the other device is out"
    );
    browser.get("/account").await.page(200);
}

#[tokio::test]
async fn a_password_alone_sets_no_other_and_the_proof_lasts_five_minutes() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let first = "/signin/code?return_to=%2Faccount%2Fpassword%3Freturn_to%3D%252Faccount";
    let fields = [("new_password", "tiezhu62maiyu")];
    assert_eq!(browser.post("/account/password", &fields).await.location(), first);
    browser.sign_in(LI).await;
    assert_eq!(browser.get("/account/password").await.location(), first);
    assert_eq!(browser.post("/account/password", &fields).await.location(), first);
    let asked = asked(&mut browser, &LI.id_number()).await;
    let code = received(&app, LI).await.unwrap();
    let before = browser.cookie("session").unwrap().to_owned();
    enter(&mut browser, &asked, &code).await;
    assert_ne!(
        browser.cookie("session").unwrap(),
        before,
        "a session with proof is another"
    );
    app.wait(TimeDelta::minutes(4));
    browser.get("/account/password").await.page(200);
    app.wait(TimeDelta::minutes(1));
    assert_eq!(browser.get("/account/password").await.location(), first);
}

#[tokio::test]
async fn nobody_and_somebody_get_the_same_answer() {
    let app = TestApp::new().await;
    let nobody = with_check(NOBODY);
    let mut pages = Vec::new();
    for number in [WANG.id_number(), nobody.clone()] {
        let mut browser = app.browser();
        let sent = ask(&mut browser, &number).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let address = sent.location().to_owned();
        let page = browser.get(&address).await;
        let asked = page.input("asked").unwrap();
        let form_token = page.input("form_token").unwrap();
        let main = page.main().replace(&asked, "").replace(&form_token, "");
        assert!(
            !main.contains("尾号"),
            "a stranger's device is not told how the phone ends"
        );
        pages.push(main);
        let wrong = enter(&mut browser, &asked, "000000").await;
        assert!(wrong.page(422).contains("还可以试 4 次"));
        let again = ask(&mut browser, &number).await;
        assert_eq!(again.status, StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(pages[0], pages[1]);
    while do_some(&app.state).await > 0 {}
    let told = FileProvider::told(&app.state.config.messages.file, 9).unwrap();
    assert_eq!(told.len(), 1, "nobody has no phone");
}

#[tokio::test]
async fn a_known_device_is_told_how_the_phone_ends_and_a_set_password_is_told_on_it() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    browser.post("/signout", &[]).await;
    let address = ask(&mut browser, &WANG.id_number()).await.location().to_owned();
    let page = browser.get(&address).await;
    assert!(page.page(200).contains("尾号 01 的手机"));
    let code = received(&app, WANG).await.unwrap();
    enter(&mut browser, &page.input("asked").unwrap(), &code).await;
    let fields = [("new_password", "tiezhu62maiyu"), ("return_to", "/account")];
    browser.post("/account/password", &fields).await;
    while do_some(&app.state).await > 0 {}
    let told = FileProvider::told(&app.state.config.messages.file, 9).unwrap();
    assert!(
        told[0].to == WANG.phone && told[0].text.contains("设置了新密码"),
        "{}",
        told[0].text
    );
}

#[tokio::test]
async fn who_comes_to_set_a_first_password_does_not_go_in_a_circle() {
    let app = TestApp::new().await;
    without_password(&app);
    let mut browser = app.browser();
    let page = browser.get("/account/password").await.location().to_owned();
    browser.get(&page).await.page(200);
    let number = LI.id_number();
    let set = "/account/password?return_to=%2Faccount";
    let fields = [("id_number", number.as_str()), ("return_to", set)];
    let address = browser.post("/signin/code", &fields).await.location().to_owned();
    let asked = browser.get(&address).await.input("asked").unwrap();
    let code = received(&app, LI).await.unwrap();
    let fields = [("asked", asked.as_str()), ("code", &code), ("return_to", set)];
    assert_eq!(browser.post("/signin/code/enter", &fields).await.location(), set);
    let circle = "/account/password?return_to=%2Faccount%2Fpassword";
    let page = browser.get(circle).await;
    assert!(
        page.page(200).contains("<a href=\"/account\">以后再说"),
        "{}",
        page.main()
    );
}

#[tokio::test]
async fn a_code_is_good_in_its_browser_only_for_five_minutes_and_five_tries() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let asked_for = asked(&mut browser, &CHEN.id_number()).await;
    let code = received(&app, CHEN).await.unwrap();
    let mut thief = app.browser();
    thief.get("/signin/code").await;
    assert!(
        enter(&mut thief, &asked_for, &code)
            .await
            .page(422)
            .contains("已经失效")
    );
    for bad in ["", "12345", "1234567", "一二三四五六"] {
        let answer = enter(&mut browser, &asked_for, bad).await;
        assert!(answer.page(422).contains("6 位数字"), "{bad}: costs no try");
    }
    for left in (1..5).rev() {
        let answer = enter(&mut browser, &asked_for, &another(&code)).await;
        assert!(answer.page(422).contains(&format!("还可以试 {left} 次")));
    }
    let last = enter(&mut browser, &asked_for, &another(&code)).await;
    assert!(last.page(422).contains("已经失效"));
    assert!(
        enter(&mut browser, &asked_for, &code)
            .await
            .page(422)
            .contains("已经失效")
    );

    app.wait(TimeDelta::minutes(1));
    let asked_for = asked(&mut browser, &CHEN.id_number()).await;
    let code = received(&app, CHEN).await.unwrap();
    app.wait(TimeDelta::minutes(5));
    assert!(
        enter(&mut browser, &asked_for, &code)
            .await
            .page(422)
            .contains("已经失效")
    );
    assert_eq!(browser.cookie("session"), None);
}

#[tokio::test]
async fn typed_as_the_phone_shows_it_the_code_is_taken() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let asked = asked(&mut browser, &CHEN.id_number()).await;
    let code = received(&app, CHEN).await.unwrap();
    let wide: String = code
        .chars()
        .map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap())
        .collect();
    let typed = format!(" {wide} ");
    assert_eq!(
        enter(&mut browser, &asked, &typed).await.location(),
        "/account/ledger"
    );
}

#[tokio::test]
async fn addresses_without_a_code_and_bad_numbers_are_answered() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for asked in ["", "zz", "00", &"0".repeat(32)] {
        let address = format!("/signin/code/enter?asked={asked}");
        assert!(
            browser.get(&address).await.page(422).contains("已经失效"),
            "{asked}"
        );
    }
    let answer = ask(&mut browser, "123").await;
    assert!(answer.page(422).contains("value=\"123\""), "what was typed stays");
    let away = [
        ("id_number", WANG.id_number()),
        ("return_to", "//elsewhere.example".to_owned()),
    ];
    let away = away.each_ref().map(|(name, value)| (*name, value.as_str()));
    let address = browser.post("/signin/code", &away).await.location().to_owned();
    assert!(address.ends_with("&return_to=%2Faccount"), "{address}");
}

#[tokio::test]
async fn the_messages_are_shown_by_a_demonstration_only() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    assert!(
        browser
            .get("/demo/messages")
            .await
            .page(200)
            .contains("还没有短信")
    );
    ask(&mut browser, &LI.id_number()).await;
    let code = received(&app, LI).await.unwrap();
    assert!(browser.get("/demo/messages").await.page(200).contains(&code));
    let real = TestApp::with(|config| {
        config.demo = false;
        config.public_url = "https://gjj.example.cn".to_owned();
    })
    .await;
    let request = Request::get("/demo/messages").body("".into()).unwrap();
    real.browser().send(request).await.page(404);
}
