//! The language of an answer: chosen by the link in the header, else what the browser or the program asks for.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use crate::support::{Answer, Browser, TestApp, WANG};

/// A browser set to a language opens a page.
async fn get(browser: &mut Browser, path: &str, accept: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, accept);
    browser.send(request.body(Body::empty()).unwrap()).await
}

/// Presses the link from a page at this address.
async fn choose(browser: &mut Browser, tag: &str, written: &str, referer: Option<&str>) -> Answer {
    let mut request = Request::get(app::address::with_query(
        &format!("/language/{tag}"),
        [("return_to", written)],
    ));
    if let Some(referer) = referer {
        request = request.header(header::REFERER, referer);
    }
    browser.send(request.body(Body::empty()).unwrap()).await
}

#[track_caller]
fn assert_lang(answer: &Answer, status: u16, tag: &str) {
    let page = answer.page(status);
    assert!(
        page.contains(&format!("<html lang=\"{tag}\"")),
        "{tag}: {page:.200}"
    );
    assert_eq!(answer.header("content-language"), tag);
    let varies: Vec<_> = answer.headers.get_all("vary").iter().collect();
    assert!(
        varies.contains(&&"accept-language, cookie".parse().unwrap()),
        "{varies:?}"
    );
    assert!(answer.header("cache-control").contains("no-store"));
}

#[tokio::test]
async fn a_page_speaks_the_language_that_the_browser_asks_for() {
    let app = TestApp::new().await;
    for (accept, tag) in [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("en-GB,en;q=0.9,zh;q=0.1", "en"),
        ("ja,fr;q=0.5", "zh-CN"),
        ("fr,en;q=0.5", "en"),
    ] {
        assert_lang(&get(&mut app.browser(), "/help", accept).await, 200, tag);
    }
    assert_lang(&app.browser().get("/help").await, 200, "zh-CN");
}

#[tokio::test]
async fn the_link_in_the_header_names_the_other_language_in_itself() {
    let app = TestApp::new().await;
    let link = |tag: &str, name: &str| {
        format!(
            "href=\"/language/{tag}?return_to=%2Floan%3Fprice%3D80%25E4%25B8%2587\" lang=\"{tag}\" hreflang=\"{tag}\" \
             rel=\"nofollow\" class=\"header-link\">{name}</a>"
        )
    };
    let page = get(&mut app.browser(), "/loan?price=80%E4%B8%87", "zh").await;
    assert!(page.body.contains(&link("en", "English")), "{}", page.body);
    let page = get(&mut app.browser(), "/loan?price=80%E4%B8%87", "en").await;
    assert!(page.body.contains(&link("zh-CN", "中文")), "{}", page.body);
}

#[tokio::test]
async fn what_a_person_chose_comes_before_what_the_browser_asks_for() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let answer = choose(&mut browser, "en", "/loan?price=80%E4%B8%87&home=second", None).await;
    assert_eq!(answer.location(), "/loan?price=80%E4%B8%87&home=second");
    assert!(answer.header("cache-control").contains("no-store"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("anju-language=en; ") && cookie.contains("HttpOnly; SameSite=Lax"));
    assert_lang(&get(&mut browser, "/help", "zh-CN").await, 200, "en");
    assert_lang(&get(&mut browser, "/no-such-page", "zh-CN").await, 404, "en");
    choose(&mut browser, "zh-cn", "/help", None).await;
    assert_lang(&get(&mut browser, "/help", "en").await, 200, "zh-CN");
    // A cookie of somebody else's making is no choice.
    browser.set_cookie("anju-language", "tlh");
    assert_lang(&get(&mut browser, "/help", "en").await, 200, "en");
}

#[tokio::test]
async fn one_comes_back_to_the_page_as_its_sliders_left_it() {
    let app = TestApp::new().await;
    let moved = "http://127.0.0.1:3000/loan?amount=450000&years=20";
    let answer = choose(&mut app.browser(), "en", "/loan", Some(moved)).await;
    assert_eq!(answer.location(), "/loan?amount=450000&years=20");
    let elsewhere = choose(&mut app.browser(), "en", "/loan", Some("https://evil.example/x")).await;
    assert_eq!(elsewhere.location(), "/loan");
}

#[tokio::test]
async fn nobody_is_led_elsewhere() {
    let app = TestApp::new().await;
    for hostile in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\r\nLocation: https://evil.example",
        "/he\u{2028}lp",
        "",
    ] {
        let answer = choose(&mut app.browser(), "en", hostile, None).await;
        assert_eq!(answer.location(), "/", "{hostile:?}");
        // What no header can hold does not come as one.
        if hostile.is_ascii() && !hostile.contains('\r') {
            let answer = choose(&mut app.browser(), "en", "/", Some(hostile)).await;
            assert_eq!(answer.location(), "/", "{hostile:?}");
        }
    }
    for unknown in ["fr", "en-GB", "..", "%00", "en%0d%0aSet-Cookie:x"] {
        let answer = app
            .browser()
            .get(&format!("/language/{unknown}?return_to=/"))
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
        assert!(!answer.header("set-cookie").contains("language"));
    }
}

#[tokio::test]
async fn what_is_only_fetched_ahead_chooses_nothing() {
    let app = TestApp::new().await;
    for (name, value) in [
        ("sec-purpose", "prefetch;prerender"),
        ("purpose", "prefetch"),
        ("x-moz", "prefetch"),
    ] {
        let mut browser = app.browser();
        let request = Request::get("/language/en?return_to=/help").header(name, value);
        let answer = browser.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::TOO_EARLY, "{name}");
        assert_eq!(browser.cookie("language"), None);
        assert!(answer.header("cache-control").contains("no-store"));
    }
}

#[tokio::test]
async fn a_program_is_answered_as_its_request_asks_and_keeps_no_choice() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    let mut refusal = async |accept: &str| {
        let path = "/api/v1/visit/slots?branch=nowhere&service=nothing&from=tomorrow";
        let answer = get(&mut program, path, accept).await;
        assert_eq!(answer.refused(), ["branch", "service", "from"]);
        assert_eq!(answer.header("vary"), "accept-language");
        let problem = answer.json();
        let said = [
            &problem["title"],
            &problem["detail"],
            &problem["errors"][0]["message"],
        ];
        (
            answer.header("content-language").to_owned(),
            said.map(|text| text.as_str().unwrap().to_owned()),
        )
    };
    let chinese = ["填写有误", "有几项需要更正", "没有这个网点"].map(str::to_owned);
    let english = [
        "Some values are wrong",
        "Some values need correcting",
        "There is no such branch",
    ];
    assert_eq!(refusal("zh").await, ("zh-CN".to_owned(), chinese.clone()));
    assert_eq!(refusal("en").await, ("en".to_owned(), english.map(str::to_owned)));
    choose(&mut program, "en", "/", None).await;
    let mut refusal = async |accept: &str| {
        let answer = get(&mut program, "/api/v1/account", accept).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        answer.json()["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(refusal("zh").await, "需要先登录");
    assert_eq!(refusal("en").await, "Sign in first");
}

#[tokio::test]
async fn every_kind_of_refusal_is_said_in_english() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    program.sign_in(WANG).await;
    let mut send = async |method: Method, path: &str, kind: &str, body: String| {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT_LANGUAGE, "en")
            .header(header::CONTENT_TYPE, kind);
        program.send(request.body(Body::from(body)).unwrap()).await
    };
    let wish =
        json!({ "slot": "shizhi-20261128-0930", "service": "purchase_withdrawal", "idempotency_key": "k" });
    let booked = send(
        Method::POST,
        "/api/v1/visit/appointments",
        "application/json",
        wish.to_string(),
    )
    .await;
    assert_eq!(booked.status, StatusCode::CREATED, "{}", booked.body);
    let appointments = "/api/v1/visit/appointments";
    let again =
        json!({ "slot": "shizhi-20261128-1000", "service": "purchase_withdrawal", "idempotency_key": "m" });
    let json = "application/json";
    for (method, path, kind, body, status) in [
        (Method::GET, "/api/v1/nothing", json, String::new(), 404),
        (Method::PUT, "/api/v1/account", json, String::new(), 405),
        (
            Method::GET,
            "/api/v1/account/entries?limit=0&kind=x",
            json,
            String::new(),
            422,
        ),
        (Method::POST, appointments, json, "{".to_owned(), 400),
        (Method::POST, appointments, json, "{} {}".to_owned(), 422),
        (Method::POST, appointments, json, wish.to_string() + "x", 400),
        (Method::POST, appointments, json, again.to_string(), 409),
        (
            Method::POST,
            appointments,
            json,
            json!({ "slot": "x", "service": "x", "idempotency_key": " ", "slip": "x" }).to_string(),
            422,
        ),
        (Method::POST, appointments, "text/plain", wish.to_string(), 403),
        (Method::POST, appointments, json, "x".repeat(70_000), 413),
        (
            Method::POST,
            "/api/v1/session",
            json,
            json!({ "id_number": "x", "password": "x", "paper": "none" }).to_string(),
            422,
        ),
        (
            Method::POST,
            "/api/v1/notice/rent_withdrawal/slips",
            json,
            json!({ "answers": { "nothing": "" } }).to_string(),
            422,
        ),
    ] {
        let answer = send(method, path, kind, body).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        assert_eq!(answer.header("content-language"), "en");
        let problem = answer.json();
        // What a booking holds beside the words is data.
        let words = [&problem["title"], &problem["detail"], &problem["errors"]].map(ToString::to_string);
        assert!(
            !words
                .concat()
                .chars()
                .any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)),
            "{words:?}"
        );
    }
}

/// A person follows a link to a file: it comes in the language of the page.
#[tokio::test]
async fn a_file_is_for_the_person_who_chose() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    choose(&mut browser, "en", "/", None).await;
    let path = "/api/v1/loan/repayment.csv?principal=1000000&months=12&annual_rate=3.25&method=level_payment";
    let file = get(&mut browser, path, "zh").await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-language"), "en");
    assert_eq!(file.header("vary"), "accept-language, cookie");
}

/// What a program may keep and ask about again names what it depends on, and differs where its words do.
#[tokio::test]
async fn a_kept_answer_is_not_taken_for_one_in_another_language() {
    let app = TestApp::new().await;
    let mut program = app.browser();
    let path = "/api/v1/loan/rates";
    let first = get(&mut program, path, "zh").await;
    assert_eq!(
        (first.status, first.header("vary")),
        (StatusCode::OK, "accept-language")
    );
    let tag = first.header("etag").to_owned();
    let request = Request::get(path)
        .header(header::ACCEPT_LANGUAGE, "zh")
        .header(header::IF_NONE_MATCH, &tag);
    let again = program.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(
        (again.status, again.header("vary"), again.header("etag")),
        (StatusCode::NOT_MODIFIED, "accept-language", tag.as_str())
    );
    // The browser's files are the same for everybody.
    let icon = get(&mut program, "/favicon.ico", "en").await;
    assert!(icon.status == StatusCode::NOT_FOUND || icon.header("content-language").is_empty());
}

#[tokio::test]
async fn a_crowd_is_told_in_its_language() {
    let app = TestApp::with(|config| config.limits.reads_per_second = 1).await;
    let mut browser = app.browser();
    let mut refused = async |path: &str| {
        loop {
            let request = Request::get(path)
                .header(header::ACCEPT_LANGUAGE, "en")
                .extension(server::http::peer::PeerAddress("192.0.2.7:1".parse().unwrap()));
            let answer = browser.send(request.body(Body::empty()).unwrap()).await;
            if answer.status == StatusCode::TOO_MANY_REQUESTS {
                return answer;
            }
        }
    };
    let page = refused("/help").await;
    assert!(page.page(429).contains("<html lang=\"en\"") && page.body.contains("That was too fast"));
    assert_eq!(page.header("content-language"), "en");
    let problem = refused("/api/v1/loan/rates").await;
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(problem.json()["title"], "Too many requests");
    assert!(!problem.header("retry-after").is_empty());
}
