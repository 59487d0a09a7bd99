//! Conditions: their one form, and that they speak of answers which can be there.

use toml::Spanned;

use super::read::yuan_of;
use super::{Problems, raw};
use crate::notice::condition::{Condition, Test, Threshold};
use crate::notice::flow::{Kind, Question};

/// What a condition may speak of.
pub(super) struct Scope<'a, 'p, 't> {
    pub(super) earlier: &'a [Question],
    pub(super) all: &'a [Question],
    pub(super) problems: &'p mut Problems<'t>,
}

impl Scope<'_, '_, '_> {
    /// The condition; one that is wrong is reported and becomes one that never holds.
    pub(super) fn condition(&mut self, raw: Spanned<raw::Condition>) -> Condition {
        let at = raw.span().start;
        let raw = raw.into_inner();
        let tests = [
            raw.equals.is_some(),
            raw.one_of.is_some(),
            raw.at_least.is_some(),
            raw.at_most.is_some(),
            raw.older_than_months.is_some(),
        ];
        let tests = tests.into_iter().filter(|given| *given).count();
        match (raw.all, raw.any, raw.not, raw.question) {
            (Some(parts), None, None, None) if tests == 0 => Condition::All(self.parts(parts, at)),
            (None, Some(parts), None, None) if tests == 0 => Condition::Any(self.parts(parts, at)),
            (None, None, Some(part), None) if tests == 0 => Condition::Not(Box::new(self.condition(*part))),
            (None, None, None, Some(question)) if tests == 1 => {
                let test = if let Some(value) = raw.equals {
                    RawTest::OneOf(vec![value])
                } else if let Some(values) = raw.one_of {
                    RawTest::OneOf(values)
                } else if let Some(bound) = raw.at_least {
                    RawTest::AtLeast(bound)
                } else if let Some(bound) = raw.at_most {
                    RawTest::AtMost(bound)
                } else {
                    RawTest::OlderThanMonths(raw.older_than_months.unwrap_or_default())
                };
                self.answer(question, test, at)
            }
            _ => {
                self.problems.add(
                    at,
                    "a condition is `all`, `any` or `not` alone, or `question` with exactly one of `equals`, \
                     `one_of`, `at_least`, `at_most`, `older_than_months`",
                );
                Condition::Any(Vec::new())
            }
        }
    }

    fn parts(&mut self, parts: Vec<Spanned<raw::Condition>>, at: usize) -> Vec<Condition> {
        self.problems.check(!parts.is_empty(), at, || {
            "`all` and `any` need at least one part".to_owned()
        });
        parts.into_iter().map(|part| self.condition(part)).collect()
    }

    fn answer(&mut self, code: String, test: RawTest, at: usize) -> Condition {
        let Some(question) = self.earlier.iter().find(|question| question.code == code) else {
            let reason = if self.all.iter().any(|question| question.code == code) {
                "is asked only later"
            } else {
                "does not exist"
            };
            self.problems.add(at, format!("question `{code}` {reason}"));
            return Condition::Any(Vec::new());
        };
        match test.fit(question) {
            Ok(test) => Condition::Answer { question: code, test },
            Err(reason) => {
                self.problems.add(at, reason);
                Condition::Any(Vec::new())
            }
        }
    }
}

/// A test whose fitness for its question is not known yet.
enum RawTest {
    OneOf(Vec<String>),
    AtLeast(raw::Bound),
    AtMost(raw::Bound),
    OlderThanMonths(u32),
}

impl RawTest {
    /// The test, if it fits the kind of `question` and names what can be answered.
    fn fit(self, question: &Question) -> Result<Test, String> {
        let code = &question.code;
        match self {
            Self::OneOf(values) => {
                let options = question.options();
                if options.is_empty() {
                    return Err(format!("question `{code}` has no options to choose from"));
                }
                let unknown = values
                    .iter()
                    .find(|value| options.iter().all(|option| option.value != **value));
                match unknown {
                    Some(value) => Err(format!("`{value}` is no option of question `{code}`")),
                    None if values.is_empty() => Err("`one_of` is empty".to_owned()),
                    None => Ok(Test::OneOf(values)),
                }
            }
            Self::AtLeast(bound) => threshold(&bound, question, true).map(Test::AtLeast),
            Self::AtMost(bound) => threshold(&bound, question, false).map(Test::AtMost),
            Self::OlderThanMonths(months) => match question.kind {
                Kind::Date { .. } if months > 0 => Ok(Test::OlderThanMonths(months)),
                Kind::Date { .. } => Err("`older_than_months` must be 1 or more".to_owned()),
                _ => Err(format!("question `{code}` does not ask for a date")),
            },
        }
    }
}

/// A bound of the question's kind that divides its answers: `low` for one that the smallest must fail.
fn threshold(bound: &raw::Bound, question: &Question, low: bool) -> Result<Threshold, String> {
    let code = &question.code;
    let (threshold, divides) = match (&question.kind, bound) {
        (Kind::Number { min, max, .. }, raw::Bound::Number(bound)) => {
            (Threshold::Number(*bound), divides(*bound, *min, *max, low))
        }
        (Kind::Money { min, max }, raw::Bound::Yuan(_)) => {
            let bound = yuan_of(bound).ok_or("the bound is not an amount in yuan")?;
            (Threshold::Money(bound), divides(bound, *min, *max, low))
        }
        (Kind::Number { .. }, _) => return Err(format!("question `{code}` asks for a whole number")),
        (Kind::Money { .. }, _) => {
            return Err(format!(
                "question `{code}` asks for an amount; write the bound as a string of yuan"
            ));
        }
        _ => {
            return Err(format!(
                "question `{code}` asks for neither a number nor an amount"
            ));
        }
    };
    if divides {
        Ok(threshold)
    } else {
        Err(format!(
            "every answer to question `{code}` is on one side of the bound"
        ))
    }
}

fn divides<T: Ord + Copy>(bound: T, min: T, max: T, low: bool) -> bool {
    if low {
        min < bound && bound <= max
    } else {
        min <= bound && bound < max
    }
}
