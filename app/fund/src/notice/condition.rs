//! What depends on which answer.
//!
//! While questions are still open a condition may be undecided; it is then `None`, never a guess. So a refusal
//! can be known early, and `not` over a question that has not come up yet does not jump to a conclusion. A
//! question that was passed over (nobody unmarried is asked about a spouse) fails every test.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::answer::Value;
use super::flow::Flow;
use crate::money::Fen;

/// A condition over answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Every one of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// The answer to one question passes a test. A question that was not asked passes none.
    Answer {
        /// The question's code.
        question: String,
        /// What its answer must be.
        test: Test,
    },
}

/// What an answer must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// One of these options.
    OneOf(Vec<String>),
    /// This much or more.
    AtLeast(Threshold),
    /// This much or less.
    AtMost(Threshold),
    /// A date so many months before the day of asking, or earlier still. The last day of the period is not
    /// older: what was signed on 24 November 2024 is older than 24 months from 25 November 2026 on.
    OlderThanMonths(u32),
}

/// A bound that an answer is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// For numbers.
    Number(u32),
    /// For amounts.
    Money(Fen),
}

impl Test {
    /// Whether `value` passes on the day `on`. A value of another kind does not.
    fn holds(&self, value: &Value, on: NaiveDate) -> bool {
        match (self, value) {
            (Self::OneOf(options), Value::Option(value)) => options.contains(value),
            (Self::AtLeast(Threshold::Number(bound)), Value::Number(number)) => number >= bound,
            (Self::AtMost(Threshold::Number(bound)), Value::Number(number)) => number <= bound,
            (Self::AtLeast(Threshold::Money(bound)), Value::Money(amount)) => amount >= bound,
            (Self::AtMost(Threshold::Money(bound)), Value::Money(amount)) => amount <= bound,
            (Self::OlderThanMonths(months), Value::Date(date)) => {
                // Past chrono's last date nothing can be older.
                date.checked_add_months(Months::new(*months))
                    .is_some_and(|last| last < on)
            }
            _ => false,
        }
    }
}

impl Condition {
    /// Calls `visit` with every question and test in it.
    pub(super) fn each_test<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Test)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.each_test(visit)),
            Self::Not(part) => part.each_test(visit),
            Self::Answer { question, test } => visit(question, test),
        }
    }
}

/// What is known of a person part of the way through a flow.
pub(super) struct Facts<'a> {
    pub(super) flow: &'a Flow,
    pub(super) on: NaiveDate,
    /// One for every question reached so far, in order; `None` where it was passed over.
    pub(super) values: Vec<Option<Value>>,
}

impl<'a> Facts<'a> {
    pub(super) const fn new(flow: &'a Flow, on: NaiveDate) -> Self {
        Self {
            flow,
            on,
            values: Vec::new(),
        }
    }

    /// Passes over what need not be asked and returns the index of the question to ask; `None` at the end.
    pub(super) fn advance(&mut self) -> Option<usize> {
        loop {
            let index = self.values.len();
            let question = self.flow.questions.get(index)?;
            let asks = match self.could_still_refuse() {
                // Left as undecided: nothing may be concluded from what was never asked.
                Some(open) if open.is_empty() => return None,
                Some(open) if !open.contains(&question.code.as_str()) => false,
                _ => self.holds_or_absent(question.ask_if.as_ref()) != Some(false),
            };
            if asks {
                return Some(index);
            }
            self.values.push(None);
        }
    }

    /// How many questions from `index` on may still be asked.
    pub(super) fn possible_from(&self, index: usize) -> usize {
        let open = self.could_still_refuse();
        let rest = self.flow.questions.iter().skip(index);
        rest.filter(|question| {
            self.holds_or_absent(question.ask_if.as_ref()) != Some(false)
                && open
                    .as_ref()
                    .is_none_or(|open| open.contains(&question.code.as_str()))
        })
        .count()
    }

    /// Once refused, the questions that could still add a reason: the person is told all reasons at once, and
    /// asked nothing in vain. `None` while nothing is refused; empty after a refusal that ends the questions.
    fn could_still_refuse(&self) -> Option<Vec<&'a str>> {
        let mut open: Vec<&str> = Vec::new();
        let mut refused = false;
        for refusal in &self.flow.refusals {
            match self.holds(&refusal.when) {
                Some(true) if refusal.ends => return Some(Vec::new()),
                Some(held) => refused |= held,
                None => refusal.when.each_test(&mut |code, _| open.push(code)),
            }
        }
        if !refused {
            return None;
        }
        // And whatever decides whether one of those is asked.
        let mut next = 0;
        while let Some(code) = open.get(next) {
            let ask_if = self
                .flow
                .question(code)
                .and_then(|question| question.ask_if.as_ref());
            if let Some(condition) = ask_if {
                condition.each_test(&mut |code, _| {
                    if !open.contains(&code) {
                        open.push(code);
                    }
                });
            }
            next += 1;
        }
        Some(open)
    }

    /// As [`Self::holds`]; what has no condition always holds.
    pub(super) fn holds_or_absent(&self, condition: Option<&Condition>) -> Option<bool> {
        condition.map_or(Some(true), |condition| self.holds(condition))
    }

    /// Whether a condition holds; `None` while it hangs on a question not reached yet.
    pub(super) fn holds(&self, condition: &Condition) -> Option<bool> {
        match condition {
            Condition::All(parts) => self.settled_by(parts, false),
            Condition::Any(parts) => self.settled_by(parts, true),
            Condition::Not(part) => self.holds(part).map(|held| !held),
            Condition::Answer { question, test } => {
                let index = self
                    .flow
                    .questions
                    .iter()
                    .position(|known| known.code == *question)?;
                let value = self.values.get(index)?;
                Some(value.as_ref().is_some_and(|value| test.holds(value, self.on)))
            }
        }
    }

    /// `decisive` as soon as one part is; its opposite when all parts are.
    fn settled_by(&self, parts: &[Condition], decisive: bool) -> Option<bool> {
        let mut settled = Some(!decisive);
        for part in parts {
            match self.holds(part) {
                Some(held) if held == decisive => return Some(decisive),
                Some(_) => {}
                None => settled = None,
            }
        }
        settled
    }
}
