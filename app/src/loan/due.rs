//! The days instalments are due, as two fields say it: the first of them, and the day of the month where that differs.

use chrono::NaiveDate;
use fund::repayment::DueDays;

use super::sheet::{FormField, Reader};

/// The due days from the date in `first` on; `day` may be left blank.
pub(super) fn due_days<F: FormField>(reader: &mut Reader<'_, F>, first: F, day: F) -> DueDays {
    let from = reader.date(first);
    let Some(named) = reader.optional(day, |reader| reader.day_of_month(day)) else {
        return DueDays::from(from);
    };
    DueDays::on(from, named).unwrap_or_else(|other_day| {
        // Without a date there is nothing to compare with.
        if from != NaiveDate::MIN {
            reader.refuse(day, |_| other_day.to_string());
        }
        DueDays::from(from)
    })
}
