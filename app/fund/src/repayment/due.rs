//! The days instalments are due.

use chrono::{Datelike, Months, NaiveDate};

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
