//! Who may see an appointment: its owner, and who gave the last four of the ID number. Nobody else, by no road.

use chrono::TimeDelta;

use super::{SATURDAY, book, code_of};
use crate::support::{CHEN, LI, TestApp, WANG};

#[tokio::test]
async fn a_code_alone_opens_nothing() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    owner.sign_in(WANG).await;
    let code = code_of(&book(&mut owner, SATURDAY).await);
    let mut other_member = app.browser();
    other_member.sign_in(LI).await;
    for browser in [&mut app.browser(), &mut other_member] {
        for code in [code.as_str(), "K7Q2MF10"] {
            let find = format!("/visit/find?code={code}");
            for path in ["", "/cancel", "/calendar.ics"] {
                assert_eq!(
                    browser.get(&format!("/visit/{code}{path}")).await.location(),
                    find
                );
            }
            assert_eq!(
                browser
                    .post(&format!("/visit/{code}/cancel"), &[])
                    .await
                    .location(),
                find
            );
        }
    }
    assert!(
        owner
            .get(&format!("/visit/{code}"))
            .await
            .page(200)
            .contains("已约好")
    );
}

#[tokio::test]
async fn the_code_and_the_last_four_open_it_for_a_quarter_of_an_hour() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    owner.sign_in(WANG).await;
    let code = code_of(&book(&mut owner, SATURDAY).await);
    let other = {
        let mut chen = app.browser();
        chen.sign_in(CHEN).await;
        code_of(&book(&mut chen, SATURDAY).await)
    };
    let mut finder = app.browser();
    let form = finder.get(&format!("/visit/find?code={code}")).await;
    assert_eq!(form.input("code").as_deref(), Some(code.as_str()));
    let last_four = WANG.last_four().to_lowercase();
    let spaced = format!("{} {}", code[..4].to_lowercase(), &code[4..]);
    let found = finder
        .post("/visit/find", &[("code", &spaced), ("last_four", &last_four)])
        .await;
    assert_eq!(found.location(), format!("/visit/{code}"));
    let shown = finder.get(found.location()).await;
    assert!(shown.page(200).contains("已约好"));
    for secret in [WANG.name, WANG.phone, &WANG.id_number(), &WANG.last_four()] {
        assert!(!shown.body.contains(secret), "{secret}");
    }
    assert_eq!(
        finder.get(&format!("/visit/{other}")).await.location(),
        format!("/visit/find?code={other}")
    );
    // Neither the last four nor a forged pass will do for another appointment.
    let pass = finder.cookie("visit").unwrap().to_owned();
    let mut forger = app.browser();
    forger.set_cookie("anju-visit", &pass.replacen(&code, &other, 1));
    forger.get(&format!("/visit/{other}")).await.location();
    app.wait(TimeDelta::minutes(14));
    assert!(
        finder
            .get(&format!("/visit/{code}/cancel"))
            .await
            .page(200)
            .contains("确认取消")
    );
    app.wait(TimeDelta::minutes(1));
    assert_eq!(
        finder
            .post(&format!("/visit/{code}/cancel"), &[])
            .await
            .location(),
        format!("/visit/find?code={code}")
    );
    let fields = [("code", code.as_str()), ("last_four", last_four.as_str())];
    finder.post("/visit/find", &fields).await.location();
    finder
        .post(&format!("/visit/{code}/cancel"), &[])
        .await
        .location();
    // The owner's own session was over by then.
    owner.sign_in(WANG).await;
    assert!(
        owner
            .get(&format!("/visit/{code}"))
            .await
            .page(200)
            .contains("预约已取消")
    );
}

#[tokio::test]
async fn guessing_gets_one_answer_and_soon_none() {
    let app = TestApp::new().await;
    let mut owner = app.browser();
    owner.sign_in(WANG).await;
    let code = code_of(&book(&mut owner, SATURDAY).await);
    let mut guesser = app.browser();
    let malformed = guesser
        .post("/visit/find", &[("code", "K7Q"), ("last_four", "12")])
        .await;
    assert!(malformed.page(422).contains("预约码是 8 位") && malformed.body.contains("最后 4 位"));
    assert_eq!(malformed.input("code").as_deref(), Some("K7Q"));
    let mut answers = Vec::new();
    for code in [code.as_str(), "K7Q2MF10"] {
        let answer = guesser
            .post("/visit/find", &[("code", code), ("last_four", "0000")])
            .await;
        let main = answer.page(422).split("<main").nth(1).unwrap();
        answers.push(main.split("</main>").next().unwrap().replace(code, "CODE"));
    }
    let without_token = |page: &String| page.split("form_token").next().unwrap().to_owned();
    assert_eq!(without_token(&answers[0]), without_token(&answers[1]));
    for code in [code.as_str(), "K7Q2MF10"] {
        for _ in 0..5 {
            guesser
                .post("/visit/find", &[("code", code), ("last_four", "0000")])
                .await
                .page(422);
        }
        let right = WANG.last_four();
        let answer = guesser
            .post("/visit/find", &[("code", code), ("last_four", &right)])
            .await;
        answer.page(429);
        assert!(!answer.header("retry-after").is_empty());
    }
    owner.get(&format!("/visit/{code}")).await.page(200);
}
