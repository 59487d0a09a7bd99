//! Every way through a flow: each option, and for numbers, amounts and dates each side of every threshold.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::answer::Value;
use super::condition::{Facts, Test, Threshold};
use super::flow::{Flow, Kind, Question};
use crate::money::Fen;

/// One move along a way.
pub(super) struct Turn<'a> {
    /// The question answered; `None` for the start.
    pub(super) from: Option<usize>,
    /// The next question; `None` at the end of the way.
    pub(super) to: Option<usize>,
    /// What is known then.
    pub(super) facts: &'a Facts<'a>,
}

/// There are more ways than anybody could check.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMany;

/// The most ways a flow may have. Those of a large service are in the ten thousands.
const MOST: usize = 100_000;

/// Goes every way as of the day `on`, calling `meet` on each turn.
pub(super) fn every_way(flow: &Flow, on: NaiveDate, meet: &mut dyn FnMut(&Turn<'_>)) -> Result<(), TooMany> {
    let samples: Vec<_> = flow
        .questions
        .iter()
        .map(|question| samples(flow, question, on))
        .collect();
    let mut walk = Walk {
        samples,
        meet,
        ends: 0,
    };
    let mut facts = Facts::new(flow, on);
    walk.go(&mut facts, None)
}

struct Walk<'a> {
    samples: Vec<Vec<Value>>,
    meet: &'a mut dyn FnMut(&Turn<'_>),
    ends: usize,
}

impl Walk<'_> {
    /// Goes every way on from the question `from`, which has just been answered, and leaves `facts` as they were.
    fn go(&mut self, facts: &mut Facts<'_>, from: Option<usize>) -> Result<(), TooMany> {
        let answered = facts.values.len();
        let to = facts.advance();
        (self.meet)(&Turn { from, to, facts });
        if let Some(next) = to {
            let reached = facts.values.len();
            for value in self.samples.get(next).cloned().unwrap_or_default() {
                facts.values.push(Some(value));
                self.go(facts, to)?;
                facts.values.truncate(reached);
            }
        } else {
            self.ends += 1;
        }
        facts.values.truncate(answered);
        if self.ends < MOST { Ok(()) } else { Err(TooMany) }
    }
}

impl Flow {
    /// The answers to `question` that can make a difference on the day `on`: every option; of numbers, amounts and dates
    /// both bounds, and both sides of every threshold between them. For tests that go every way.
    pub fn samples(&self, question: &Question, on: NaiveDate) -> Vec<Value> {
        samples(self, question, on)
    }
}

/// The answers to try: every option; both bounds, and both sides of every threshold between them.
pub(super) fn samples(flow: &Flow, question: &Question, on: NaiveDate) -> Vec<Value> {
    match &question.kind {
        Kind::Choice { .. } | Kind::YesNo => question
            .options()
            .into_iter()
            .map(|option| Value::Option(option.value))
            .collect(),
        Kind::Number { min, max, .. } => {
            let edges = edges(flow, question, |test| match test {
                Test::AtLeast(Threshold::Number(bound)) => vec![bound.saturating_sub(1), *bound],
                Test::AtMost(Threshold::Number(bound)) => vec![*bound, bound.saturating_add(1)],
                _ => Vec::new(),
            });
            within(edges, *min, *max).map(Value::Number).collect()
        }
        Kind::Money { min, max } => {
            let edges = edges(flow, question, |test| match test {
                Test::AtLeast(Threshold::Money(bound)) => vec![*bound - Fen::new(1), *bound],
                Test::AtMost(Threshold::Money(bound)) => vec![*bound, *bound + Fen::new(1)],
                _ => Vec::new(),
            });
            within(edges, *min, *max).map(Value::Money).collect()
        }
        Kind::Date { earliest, latest } => {
            let edges = edges(flow, question, |test| match test {
                Test::OlderThanMonths(months) => {
                    let last = on.checked_sub_months(Months::new(*months));
                    last.into_iter()
                        .chain(last.and_then(|day| day.pred_opt()))
                        .collect()
                }
                _ => Vec::new(),
            });
            within(edges, *earliest, latest.unwrap_or(on))
                .map(Value::Date)
                .collect()
        }
    }
}

/// What `pick` finds in the tests of this question.
fn edges<T: Ord>(flow: &Flow, question: &Question, pick: impl Fn(&Test) -> Vec<T>) -> BTreeSet<T> {
    let mut edges = BTreeSet::new();
    for condition in flow.conditions() {
        condition.each_test(&mut |code, test| {
            if code == question.code {
                edges.extend(pick(test));
            }
        });
    }
    edges
}

/// The edges between the bounds, and the bounds.
fn within<T: Ord + Copy>(mut edges: BTreeSet<T>, min: T, max: T) -> impl Iterator<Item = T> {
    edges.extend([min, max]);
    edges.into_iter().filter(move |edge| (min..=max).contains(edge))
}
