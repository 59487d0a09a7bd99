//! How figures and dates are written. Every language of the portal writes them the Chinese way for now.

use chrono::{Datelike, NaiveDate};

/// A date with its year and without its weekday: 2026年11月28日.
pub fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
