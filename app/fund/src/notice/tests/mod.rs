//! The engine over the built-in flows and over small ones made to be broken.

mod answers;
mod load;
mod outcomes;
mod ways;

use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Tuesday on which all tests ask.
fn today() -> NaiveDate {
    day("2026-11-24")
}

fn built_in(code: &str) -> Flow {
    let file = format!("editions/xianning/notices/{code}.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    Flow::from_toml(&file, &text).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// `married=yes&children=2` as answers given today.
fn answers(text: &str) -> Answers {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    Answers::new(today(), pairs)
}
