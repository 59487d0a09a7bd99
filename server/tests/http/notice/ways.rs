//! Every way through every flow, by page or as a program.

use axum::http::StatusCode;
use fund::notice::{Answers, Flow, Step};

use crate::support::{Answer, TestApp, start};

/// The answers of every way through a flow, and of every beginning of one.
fn ways(flow: &Flow) -> (Vec<Answers>, Vec<Answers>) {
    let (mut beginnings, mut ends) = (Vec::new(), Vec::new());
    let none: [(&str, &str); 0] = [];
    let mut open = vec![Answers::new(start().date(), none)];
    while let Some(answers) = open.pop() {
        match flow.step(&answers) {
            Step::Question { question, .. } => {
                let samples = flow.samples(&question, answers.on()).into_iter();
                open.extend(samples.map(|value| answers.with(&question.code, &value.to_string())));
                beginnings.push(answers);
            }
            Step::Outcome(_) => ends.push(answers),
        }
    }
    (beginnings, ends)
}

fn query(answers: &Answers) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(answers.pairs())
        .finish()
}

async fn walk(service: &str, prefix: &str, is_end: impl Fn(&Answer) -> bool) {
    let app = TestApp::with(|config| config.limits.reads_per_second = u32::MAX).await;
    let mut browser = app.browser();
    let flow = app.state.edition.flow(service).unwrap();
    let (beginnings, ends) = ways(flow);
    assert!(ends.len() > 100);
    for (answers, end) in beginnings
        .iter()
        .map(|answers| (answers, false))
        .chain(ends.iter().map(|answers| (answers, true)))
    {
        let path = format!("{prefix}/{service}?{}", query(answers));
        let answer = browser.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(is_end(&answer), end, "{path}");
    }
}

#[tokio::test]
async fn every_way_through_the_pages_of_a_flow_ends_in_an_outcome() {
    walk("rent_withdrawal", "/notice", |answer| {
        !answer.body.contains("下一步")
    })
    .await;
}

#[tokio::test]
async fn every_way_through_a_loan_ends_in_an_outcome_for_a_program() {
    walk("new_home_loan", "/api/v1/notice", ends_for_a_program).await;
}

#[tokio::test]
async fn every_way_through_a_purchase_ends_in_an_outcome_for_a_program() {
    walk("purchase_withdrawal", "/api/v1/notice", ends_for_a_program).await;
}

fn ends_for_a_program(answer: &Answer) -> bool {
    let body = answer.json();
    let outcome = &body["outcome"];
    assert_ne!(outcome.is_null(), body["question"].is_null());
    if let Some(eligible) = outcome["eligible"].as_bool() {
        let items = outcome["items"].as_array().unwrap();
        let reasons = outcome["reasons"].as_array().unwrap();
        assert_eq!((eligible, !eligible), (!items.is_empty(), !reasons.is_empty()));
    }
    !outcome.is_null()
}
