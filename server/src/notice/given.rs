//! The answers of an address or a form, and the addresses that lead on from them.

use app::address::with_query;
use app::notice::{ChangeableAnswer, PATH};
use chrono::NaiveDate;
use fund::notice::{Answers, Flow, GivenAnswer};

use crate::http::form::Fields;

/// The answers among these fields: names that are no question of the flow are left out.
pub(super) fn answers(flow: &Flow, fields: &Fields, on: NaiveDate) -> Answers {
    let pairs = fields.pairs().iter().cloned();
    Answers::new(on, pairs.filter(|(name, _)| flow.question(name).is_some()))
}

/// Whether the fields are the settled answers and nothing else, in the questions' order.
pub(super) fn is_settled(fields: &Fields, settled: &Answers) -> bool {
    let sent = fields.pairs().iter();
    sent.map(|(name, value)| (name.as_str(), value.as_str()))
        .eq(settled.pairs())
}

/// The page that follows from these answers.
pub(super) fn address(flow: &Flow, answers: &Answers) -> String {
    with_query(&format!("{PATH}/{}", flow.code), answers.pairs())
}

/// The page of the last question answered; the list of services before the first.
pub(super) fn back(flow: &Flow, answers: &Answers, given: &[GivenAnswer]) -> String {
    given.last().map_or_else(
        || PATH.to_owned(),
        |last| address(flow, &flow.before(answers, &last.code)),
    )
}

/// What was answered, and where each answer can be changed while the others are kept.
pub(super) fn answered(flow: &Flow, answers: &Answers, given: &[GivenAnswer]) -> Vec<ChangeableAnswer> {
    given
        .iter()
        .map(|given| ChangeableAnswer {
            question: given.text.clone(),
            answer: given.label.clone(),
            change: address(flow, &answers.without(&given.code)),
        })
        .collect()
}

/// The pairs as a page carries them along.
pub(super) fn owned(answers: &Answers) -> Vec<(String, String)> {
    answers
        .pairs()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
