//! A calendar month, as in "paid up to" (JZNY, GRJZNY).

use chrono::{Datelike, Months, NaiveDate};
use std::fmt;

/// A calendar month of the years 1900–2199. `Display` writes `2025-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct YearMonth(NaiveDate);

impl YearMonth {
    /// The month, if `year` is 1900–2199 and `month` 1–12.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        if !(1900..2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, 1).map(Self)
    }

    /// The month a day lies in, for days of the years 1900–2199.
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::new(day.year(), day.month())
    }

    /// Reads `YYYYMM` or `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = match text.len() {
            6 => (text.get(..4)?, text.get(4..)?),
            7 => text.split_once('-').filter(|(year, _)| year.len() == 4)?,
            _ => return None,
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year) || !digits(month) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Its first day.
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// The month `count` months later; the last month of 2199 stays where it is.
    #[must_use]
    pub fn plus(self, count: u32) -> Self {
        self.0
            .checked_add_months(Months::new(count))
            .and_then(Self::of)
            .unwrap_or(self)
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_forms() {
        let june = YearMonth::new(2025, 6).unwrap();
        assert_eq!(YearMonth::parse("202506"), Some(june));
        assert_eq!(YearMonth::parse("2025-06"), Some(june));
        assert_eq!(june.plus(7).to_string(), "2026-01");
        for bad in ["", "2025", "202513", "2025/06", "+20256", "20250６"] {
            assert_eq!(YearMonth::parse(bad), None, "{bad}");
        }
    }
}
