//! Instants and dates as SQLite keeps them.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

/// An instant as stored: milliseconds since 1970.
pub(super) fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// The instant stored as `millis`.
pub(super) fn instant(millis: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis)
}

/// A date as stored: `YYYYMMDD`.
pub(super) fn number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The date stored as `number`.
pub(super) fn date(number: i64) -> Option<NaiveDate> {
    let year = i32::try_from(number / 10_000).ok()?;
    let month = u32::try_from(number / 100 % 100).ok()?;
    NaiveDate::from_ymd_opt(year, month, u32::try_from(number % 100).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_back() {
        for day in [(1900, 1, 1), (2026, 11, 28), (2024, 2, 29)] {
            let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap();
            assert_eq!(date(number(day)), Some(day));
        }
        assert_eq!(date(20_260_230), None);
        assert_eq!(date(-1), None);
    }
}
