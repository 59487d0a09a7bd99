//! What people answer: kept as typed, read by the question it belongs to.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::flow::{Kind, Question};
use crate::bilingual::Unit;
use crate::money::{Fen, MoneyError};
use crate::typed;

/// The answers as they stand in an address or a form, and the day of asking (which decides what is "within
/// two years"). Unknown names do no harm; of a name given twice the last counts, so that a form may carry
/// the old answers and one new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    on: NaiveDate,
    pairs: Vec<(String, String)>,
}

impl Answers {
    /// The answers given on a day, by question code.
    pub fn new<N: Into<String>, V: Into<String>>(
        on: NaiveDate,
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let pairs = pairs
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        Self { on, pairs }
    }

    /// The day of asking.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What was answered to `code`.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.pairs
            .iter()
            .rev()
            .find(|(name, _)| name == code)
            .map(|(_, value)| value.as_str())
    }

    /// The answers in order, for an address.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same with one more, or another, answer.
    #[must_use]
    pub fn with(&self, code: &str, value: &str) -> Self {
        let mut answers = self.without(code);
        answers.pairs.push((code.to_owned(), value.to_owned()));
        answers
    }

    /// The same without the answer to `code`: that question is asked again, the later answers are kept.
    #[must_use]
    pub fn without(&self, code: &str) -> Self {
        let pairs = self
            .pairs
            .iter()
            .filter(|(name, _)| name != code)
            .cloned()
            .collect();
        Self { on: self.on, pairs }
    }
}

/// An answer, read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// The value of an option; `yes` or `no` for a yes or no.
    Option(String),
    /// A whole number.
    Number(u32),
    /// An amount.
    Money(Fen),
    /// A day.
    Date(NaiveDate),
}

/// The machine form, as it stands in addresses.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(value) => f.write_str(value),
            Self::Number(number) => number.fmt(f),
            Self::Money(amount) => amount.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// Why an answer was not understood. Never quotes what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum AnswerError {
    /// Nothing was chosen.
    #[error("nothing was chosen")]
    NothingChosen,
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// None of the options.
    #[error("none of the options")]
    NotAnOption,
    /// Not a whole number.
    #[error("not a whole number")]
    NotANumber {
        /// One that would do.
        example: u32,
    },
    /// Below or above the bounds of a number.
    #[error("not between {min} and {max}")]
    NumberOutOfBounds {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// Not an amount.
    #[error("not an amount")]
    NotAnAmount,
    /// Smaller than one fen.
    #[error("smaller than one fen")]
    TooManyPlaces,
    /// Below or above the bounds of an amount, or negative.
    #[error("not between {min} and {max} yuan")]
    AmountOutOfBounds {
        /// The smallest.
        min: Fen,
        /// The largest.
        max: Fen,
    },
    /// Not a day of the calendar.
    #[error("not a day of the calendar")]
    NotADate {
        /// The day of asking, which shows the form.
        example: NaiveDate,
    },
    /// Before the earliest.
    #[error("earlier than {earliest}")]
    TooEarly {
        /// The earliest.
        earliest: NaiveDate,
    },
    /// After the latest.
    #[error("later than {latest}")]
    TooLate {
        /// The latest.
        latest: NaiveDate,
    },
}

impl Question {
    /// Reads an answer given on the day `on`. Takes what people really type: blanks, full-width digits, the
    /// unit behind a number, `60万`, `2026年11月24日`.
    pub fn read(&self, text: &str, on: NaiveDate) -> Result<Value, AnswerError> {
        let text = text.trim();
        match &self.kind {
            Kind::Choice { .. } | Kind::YesNo if text.is_empty() => Err(AnswerError::NothingChosen),
            Kind::Choice { options } => read_option(text, options.iter().map(|option| option.value.as_str())),
            Kind::YesNo => read_option(text, ["yes", "no"].into_iter()),
            Kind::Number { min, max, unit } => read_number(text, *min, *max, unit),
            Kind::Money { min, max } => read_money(text, *min, *max),
            Kind::Date { earliest, latest } => read_date(text, *earliest, latest.unwrap_or(on), on),
        }
    }
}

fn read_option<'a>(text: &str, mut values: impl Iterator<Item = &'a str>) -> Result<Value, AnswerError> {
    let value = values
        .find(|value| *value == text)
        .ok_or(AnswerError::NotAnOption)?;
    Ok(Value::Option(value.to_owned()))
}

fn read_number(text: &str, min: u32, max: u32, unit: &Unit) -> Result<Value, AnswerError> {
    let text = typed::plain(text).to_lowercase();
    if text.is_empty() {
        return Err(AnswerError::Empty);
    }
    // As typed, without blanks: `36months`, `80squaremetres`.
    let units = unit
        .en
        .iter()
        .flatten()
        .chain([&unit.zh])
        .map(|unit| typed::plain(unit));
    let units: Vec<_> = units.collect();
    let units: Vec<_> = units.iter().map(String::as_str).collect();
    let digits = typed::without_unit(&text, &units);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AnswerError::NotANumber {
            example: min.max(1).min(max),
        });
    }
    // Digits that overflow are a number still, only far too large.
    match digits.parse() {
        Ok(number) if (min..=max).contains(&number) => Ok(Value::Number(number)),
        _ => Err(AnswerError::NumberOutOfBounds { min, max }),
    }
}

fn read_money(text: &str, min: Fen, max: Fen) -> Result<Value, AnswerError> {
    match Fen::parse_human(text) {
        Ok(amount) if (min..=max).contains(&amount) => Ok(Value::Money(amount)),
        Ok(_) | Err(MoneyError::Negative | MoneyError::TooLarge) => {
            Err(AnswerError::AmountOutOfBounds { min, max })
        }
        Err(MoneyError::Empty) => Err(AnswerError::Empty),
        Err(MoneyError::NotANumber) => Err(AnswerError::NotAnAmount),
        Err(MoneyError::TooManyPlaces) => Err(AnswerError::TooManyPlaces),
    }
}

fn read_date(
    text: &str,
    earliest: NaiveDate,
    latest: NaiveDate,
    on: NaiveDate,
) -> Result<Value, AnswerError> {
    if text.trim().is_empty() {
        return Err(AnswerError::Empty);
    }
    let date = typed::date(text).ok_or(AnswerError::NotADate { example: on })?;
    if date < earliest {
        Err(AnswerError::TooEarly { earliest })
    } else if date > latest {
        Err(AnswerError::TooLate { latest })
    } else {
        Ok(Value::Date(date))
    }
}
