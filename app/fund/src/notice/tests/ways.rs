//! Every way through every built-in flow, asked from outside as a page would.

use std::collections::{BTreeMap, HashSet};

use super::*;
use crate::notice::walk::samples;

/// Answers in order, in their machine form.
type Way = Vec<(String, String)>;

/// All ways of a flow, and every beginning of one with the question that follows it.
struct Ways {
    ends: Vec<Way>,
    next: BTreeMap<Way, Option<String>>,
}

fn all(flow: &Flow) -> Ways {
    let mut ways = Ways {
        ends: Vec::new(),
        next: BTreeMap::new(),
    };
    go(flow, Vec::new(), usize::MAX, &mut ways);
    ways
}

fn go(flow: &Flow, way: Way, bound: usize, ways: &mut Ways) {
    match flow.step(&Answers::new(today(), way.clone())) {
        Step::Question {
            question,
            number,
            at_most,
            error,
            given,
            typed,
        } => {
            assert_eq!((error, typed), (None, None), "{way:?}");
            assert_eq!(number, way.len() + 1);
            assert_eq!(pairs(&given), way);
            assert!(
                (number..=bound).contains(&at_most),
                "at most {bound}, then {at_most}: {way:?}"
            );
            ways.next.insert(way.clone(), Some(question.code.clone()));
            let samples = samples(flow, &question, today());
            assert!(samples.len() >= 2, "{}", question.code);
            for value in samples {
                let mut longer = way.clone();
                longer.push((question.code.clone(), value.to_string()));
                go(flow, longer, at_most, ways);
            }
        }
        Step::Outcome(outcome) => {
            assert_eq!(pairs(&outcome.given), way);
            assert!(way.len() <= bound);
            makes_sense(&outcome, &way);
            ways.next.insert(way.clone(), None);
            ways.ends.push(way);
        }
    }
}

fn pairs(given: &[GivenAnswer]) -> Way {
    given
        .iter()
        .map(|given| (given.code.clone(), given.value.clone()))
        .collect()
}

/// Either reasons, or a numbered list of different papers and a promise to hold the centre to.
fn makes_sense(outcome: &Outcome, way: &Way) {
    assert_eq!(outcome.eligible, outcome.refusals.is_empty());
    assert_eq!(outcome.eligible, !outcome.items.is_empty(), "{way:?}");
    assert!(outcome.eligible || (outcome.not_needed.is_empty() && outcome.notes.is_empty()));
    assert!(
        outcome
            .items
            .iter()
            .zip(1..)
            .all(|(item, number)| item.number == number)
    );
    let brought = outcome.items.iter().map(|item| &item.paper);
    let mut names = HashSet::new();
    for paper in brought.chain(&outcome.not_needed) {
        assert!(names.insert(&paper.name), "{} twice: {way:?}", paper.name.zh());
    }
}

fn every_way_ends_well(code: &str, about: std::ops::RangeInclusive<usize>) {
    let flow = built_in(code);
    let ways = all(&flow);
    println!("{code}: {} ways", ways.ends.len());
    assert!(about.contains(&ways.ends.len()), "{} ways", ways.ends.len());
    changes_leave_nothing_stale(&flow, &ways);
}

/// After any one answer is changed and the later ones are kept, what counts is an honest way, or the beginning
/// of one with the very question that follows it. Tried on every eleventh way: neighbours differ in their last
/// answers only, and all of them would take a minute.
fn changes_leave_nothing_stale(flow: &Flow, ways: &Ways) {
    for way in ways.ends.iter().step_by(11) {
        let answers = Answers::new(today(), way.clone());
        for (index, (code, value)) in way.iter().enumerate() {
            assert_eq!(flow.before(&answers, code).pairs().count(), index);
            let question = flow.question(code).unwrap();
            for other in samples(flow, question, today()) {
                if other.to_string() == *value {
                    continue;
                }
                let (given, next) = match flow.step(&answers.with(code, &other.to_string())) {
                    Step::Question {
                        given,
                        question,
                        error,
                        ..
                    } => {
                        assert_eq!(error, None);
                        (given, Some(question.code))
                    }
                    Step::Outcome(outcome) => (outcome.given, None),
                };
                assert_eq!(
                    ways.next.get(&pairs(&given)),
                    Some(&next),
                    "{way:?}, {code} → {other}"
                );
            }
        }
    }
}

#[test]
fn new_home_loan() {
    every_way_ends_well("new_home_loan", 3_000..=20_000);
}

#[test]
fn rent_withdrawal() {
    every_way_ends_well("rent_withdrawal", 200..=2_000);
}

#[test]
fn purchase_withdrawal() {
    every_way_ends_well("purchase_withdrawal", 3_000..=20_000);
}
