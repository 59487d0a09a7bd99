//! The days a demonstration revolves around.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The days a demonstration revolves around.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// The business day whose close the data show: yesterday, as with a nightly export.
    pub(super) as_of: NaiveDate,
    /// The first day of ledgers; older accounts begin with a balance brought forward.
    pub(super) ledgers_from: NaiveDate,
}

impl Times {
    /// Ledgers begin on the 1 July that lies at least `years` before, but not before interest rates are known.
    pub(super) fn new(today: NaiveDate, years: u32, rates_from: NaiveDate) -> Self {
        let as_of = today.checked_sub_days(Days::new(1)).unwrap_or(today);
        let back = as_of.checked_sub_months(Months::new(12 * years)).unwrap_or(as_of);
        let july = NaiveDate::from_ymd_opt(base_year(back), 7, 1).unwrap_or(back);
        Self {
            as_of,
            ledgers_from: july.max(rates_from),
        }
    }

    /// Whether a day lies in the twelve months that end at the close.
    pub(super) fn in_last_year(self, day: NaiveDate) -> bool {
        day > self.months_ago(12) && day <= self.as_of
    }

    /// The day so many months before the close.
    pub(super) fn months_ago(self, months: u32) -> NaiveDate {
        self.as_of
            .checked_sub_months(Months::new(months))
            .unwrap_or(self.as_of)
    }

    /// The day so many days before the close.
    pub(super) fn days_ago(self, days: u32) -> NaiveDate {
        self.as_of
            .checked_sub_days(Days::new(days.into()))
            .unwrap_or(self.as_of)
    }
}

/// The year in whose July the base year of a day begins.
pub(super) fn base_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < 7)
}
