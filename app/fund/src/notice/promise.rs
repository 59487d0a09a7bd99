//! When it will be done (承诺时限): working days as promised, days as the law allows, and the dates of both.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::bilingual::Bilingual;
use crate::calendar::Calendar;

/// How long it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Working days from acceptance to the decision; 0 is the same day.
    pub decided: u16,
    /// Working days until the money is paid.
    pub paid: u16,
    /// What the days until payment are counted from.
    pub paid_from: PaidFrom,
    /// Days from acceptance within which the law wants the decision. Counted by the calendar, the reading that
    /// is stricter for the centre, since the regulation says 日 and not 工作日.
    pub statutory: u16,
    /// The article that says so.
    pub basis: Bilingual,
}

/// What the days until payment are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaidFrom {
    /// The decision.
    Decision,
    /// The registration of the mortgage, on a day that nobody knows yet.
    Mortgage,
}

/// The dates a person can hold the centre to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseDates {
    /// Decided no later than.
    pub decided: NaiveDate,
    /// Paid no later than; `None` when it counts from something still to come.
    pub paid: Option<NaiveDate>,
    /// The law's last day for the decision.
    pub statutory: NaiveDate,
    /// A date lies in a year whose holidays are not announced yet, and may move.
    pub provisional: bool,
}

impl Promise {
    /// The dates for a case accepted on a day.
    ///
    /// A legal period whose last day is a day off ends on the next working day (《民法典》第 203 条). Ten
    /// working days over a long holiday can be more than fifteen days: the promise never goes past the law.
    pub fn dates(&self, calendar: &Calendar, accepted_on: NaiveDate) -> PromiseDates {
        let last = accepted_on
            .checked_add_days(Days::new(self.statutory.into()))
            .unwrap_or(NaiveDate::MAX);
        let statutory = calendar.add_working_days(last, 0);
        let decided = calendar
            .add_working_days(accepted_on, self.decided.into())
            .min(statutory);
        let paid = match self.paid_from {
            PaidFrom::Decision => Some(calendar.add_working_days(decided, self.paid.into())),
            PaidFrom::Mortgage => None,
        };
        let dates = [Some(decided), paid, Some(statutory)];
        PromiseDates {
            decided,
            paid,
            statutory,
            provisional: dates
                .into_iter()
                .flatten()
                .any(|date| !calendar.is_announced(date)),
        }
    }
}
