//! The days instalments are due.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The day an instalment is due: the due day (1–31) of the month that lies `number` months after the month of granting; the
/// month's last day where it has no such day. `None` beyond the calendar's end.
///
/// ```
/// use chrono::NaiveDate;
/// use fund::repayment::due_on;
///
/// let granted: NaiveDate = "2024-01-31".parse()?;
/// assert_eq!(due_on(granted, 31, 1).unwrap().to_string(), "2024-02-29");
/// assert_eq!(due_on(granted, 31, 2).unwrap().to_string(), "2024-03-31");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn due_on(granted_on: NaiveDate, due_day: u8, number: u16) -> Option<NaiveDate> {
    let month = granted_on
        .with_day(1)?
        .checked_add_months(Months::new(number.into()))?;
    (28..=31)
        .rev()
        .map(|longest| u32::from(due_day).clamp(1, longest))
        .find_map(|day| month.with_day(day))
}

/// The days a loan's instalments are due, from one of them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDays {
    first: NaiveDate,
    day: u8,
}

/// The first day is not one of the due day's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the day is not the due day of its month")]
pub struct NotDue;

impl DueDays {
    /// From `first` on, each month on the day of `first`.
    pub fn from(first: NaiveDate) -> Self {
        let day = u8::try_from(first.day()).unwrap_or(31);
        Self { first, day }
    }

    /// From `first` on, each month on `day` (1–31) or the month's last.
    ///
    /// # Errors
    /// The due day of its month is another than `first`.
    ///
    /// ```
    /// use fund::repayment::DueDays;
    ///
    /// let days = DueDays::on("2026-02-28".parse()?, 31)?;
    /// assert_eq!(days.nth(1).unwrap().to_string(), "2026-03-31");
    /// assert!(DueDays::on("2026-02-27".parse()?, 31).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn on(first: NaiveDate, day: u8) -> Result<Self, NotDue> {
        let fits = (1..=31).contains(&day) && due_on(first, day, 0) == Some(first);
        if fits {
            Ok(Self { first, day })
        } else {
            Err(NotDue)
        }
    }

    /// The first of them.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The day of the month (1–31).
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The one `number` months after the first; `None` beyond the calendar's end.
    pub fn nth(self, number: u16) -> Option<NaiveDate> {
        due_on(self.first, self.day, number)
    }
}
