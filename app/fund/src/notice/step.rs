//! The engine: from the answers given so far to the next question or the outcome.

use serde::{Deserialize, Serialize};

use super::answer::{AnswerError, Answers};
use super::condition::Facts;
use super::flow::{AnswerText, Flow, Paper, Question, RefusalReason};
use super::promise::Promise;
use crate::bilingual::Bilingual;

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A question.
    Question {
        /// The question.
        question: Question,
        /// Its number on this person's way, from 1.
        number: usize,
        /// How many questions there can be on this way at most; shrinks as answers rule questions out.
        at_most: usize,
        /// Why the answer given was not understood.
        error: Option<AnswerError>,
        /// What was typed, to be shown again beside the error.
        typed: Option<String>,
        /// What is settled so far.
        given: Vec<GivenAnswer>,
    },
    /// Nothing more to ask.
    Outcome(Outcome),
}

/// An answered question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// The question's code.
    pub code: String,
    /// The question.
    pub text: Bilingual,
    /// The answer in its machine form, for addresses.
    pub value: String,
    /// What the answer says.
    pub label: AnswerText,
}

/// What the notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether nothing stands in the way.
    pub eligible: bool,
    /// What stands in the way.
    pub refusals: Vec<RefusalReason>,
    /// What to bring, or to sign at the window; empty when refused.
    pub items: Vec<NumberedPaper>,
    /// What need not be brought, because the centre sees for itself.
    pub not_needed: Vec<Paper>,
    /// What else to know; empty when refused.
    pub notes: Vec<Bilingual>,
    /// When it will be done.
    pub promise: Promise,
    /// What it rests on.
    pub given: Vec<GivenAnswer>,
}

/// A paper on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberedPaper {
    /// Its number, from 1.
    pub number: usize,
    /// What it is.
    #[serde(flatten)]
    pub paper: Paper,
}

impl Flow {
    /// The next question, or the outcome.
    ///
    /// An answer that cannot be read leads to its question again, with the error; what was answered to
    /// questions that are no longer asked is left out of everything.
    pub fn step(&self, answers: &Answers) -> Step {
        let (facts, open) = self.follow(answers);
        let given = facts.given();
        match open {
            Some(Open {
                index,
                question,
                error,
            }) => Step::Question {
                question: question.clone(),
                number: given.len() + 1,
                at_most: given.len() + facts.possible_from(index),
                typed: error
                    .as_ref()
                    .and_then(|_| answers.get(&question.code))
                    .map(str::to_owned),
                error,
                given,
            },
            None => Step::Outcome(facts.outcome(given)),
        }
    }

    /// The answers that count, in the order of their questions.
    pub fn given(&self, answers: &Answers) -> Vec<GivenAnswer> {
        self.follow(answers).0.given()
    }

    /// Only the answers that count, in their machine form: the address to share or to print.
    #[must_use]
    pub fn settled(&self, answers: &Answers) -> Answers {
        let given = self.given(answers).into_iter();
        Answers::new(answers.on(), given.map(|given| (given.code, given.value)))
    }

    /// The answers that count before `code`, for going back: that question is asked again, and all after it.
    /// (To change one answer and keep the later ones, use [`Answers::without`].)
    #[must_use]
    pub fn before(&self, answers: &Answers, code: &str) -> Answers {
        let given = self
            .given(answers)
            .into_iter()
            .take_while(|given| given.code != code);
        Answers::new(answers.on(), given.map(|given| (given.code, given.value)))
    }

    /// Goes as far as the answers lead.
    fn follow(&self, answers: &Answers) -> (Facts<'_>, Option<Open<'_>>) {
        let mut facts = Facts::new(self, answers.on());
        while let Some(index) = facts.advance() {
            let Some(question) = self.questions.get(index) else {
                break;
            };
            let read = answers
                .get(&question.code)
                .map(|text| question.read(text, answers.on()));
            match read {
                Some(Ok(value)) => facts.values.push(Some(value)),
                Some(Err(error)) => {
                    return (
                        facts,
                        Some(Open {
                            index,
                            question,
                            error: Some(error),
                        }),
                    );
                }
                None => {
                    return (
                        facts,
                        Some(Open {
                            index,
                            question,
                            error: None,
                        }),
                    );
                }
            }
        }
        (facts, None)
    }
}

/// The question that waits for an answer.
struct Open<'a> {
    index: usize,
    question: &'a Question,
    error: Option<AnswerError>,
}

impl Facts<'_> {
    fn given(&self) -> Vec<GivenAnswer> {
        let reached = self.flow.questions.iter().zip(&self.values);
        reached
            .filter_map(|(question, value)| {
                let value = value.as_ref()?;
                Some(GivenAnswer {
                    code: question.code.clone(),
                    text: question.text.clone(),
                    value: value.to_string(),
                    label: question.label(value),
                })
            })
            .collect()
    }

    fn outcome(&self, given: Vec<GivenAnswer>) -> Outcome {
        let holds = |condition: Option<&_>| self.holds_or_absent(condition) == Some(true);
        let refusals: Vec<RefusalReason> = self
            .flow
            .refusals
            .iter()
            .filter(|refusal| holds(Some(&refusal.when)))
            .map(|refusal| refusal.reason.clone())
            .collect();
        let eligible = refusals.is_empty();
        let needed = self
            .flow
            .items
            .iter()
            .filter(|item| eligible && holds(item.when.as_ref()));
        let (fetched, brought): (Vec<_>, Vec<_>) = needed.partition(|item| item.fetched_by_centre);
        let notes = self
            .flow
            .notes
            .iter()
            .filter(|note| eligible && holds(note.when.as_ref()));
        Outcome {
            eligible,
            refusals,
            items: (1..)
                .zip(brought)
                .map(|(number, item)| NumberedPaper {
                    number,
                    paper: item.paper.clone(),
                })
                .collect(),
            not_needed: fetched.into_iter().map(|item| item.paper.clone()).collect(),
            notes: notes.map(|note| note.text.clone()).collect(),
            promise: self.flow.promise.clone(),
            given,
        }
    }
}
