//! The days instalments are due, as two fields say it: the first of them, and the day of the month where that differs.

use chrono::NaiveDate;
use fund::repayment::DueDays;

use super::{field::FormField, reader::Reader};
use crate::text::Worded as _;

/// The due days from the date in `first` on; `day` may be left blank.
pub(in crate::loan) fn due_days<F: FormField>(reader: &mut Reader<'_, F>, first: F, day: F) -> DueDays {
    let from = reader.date(first);
    let Some(named) = reader.optional(day, |reader| reader.day_of_month(day)) else {
        return DueDays::from(from);
    };
    DueDays::on(from, named).unwrap_or_else(|other_day| {
        // Without a date there is nothing to compare with.
        if from != NaiveDate::MIN {
            reader.refuse(day, |say| other_day.worded(say.lang));
        }
        DueDays::from(from)
    })
}
