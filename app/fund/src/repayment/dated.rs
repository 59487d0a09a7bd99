//! A schedule by the calendar: the day of each instalment, and the interest of the first period, which is seldom a month.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Loan, Schedule, daily_interest, due_on, schedule};
use crate::code::coded;
use crate::money::Fen;

coded! {
    /// What the first period costs, from the day of granting to the first due day.
    #[derive(Default)]
    FirstPeriod {
        /// 按整月计息: a month's interest, however many days it has.
        #[default]
        WholeMonth = "whole_month",
        /// 按实际天数计息: balance × annual rate × days / 360 (人民银行: 日利率 = 年利率 / 360).
        ByDays = "by_days",
    }
}

/// When a loan is granted and when it is repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// The day the money is paid out.
    pub granted_on: NaiveDate,
    /// The day of each month instalments are due, 1 to 31; the month's last day where it has no such day.
    pub due_day: u8,
    /// How the first period's interest is counted.
    pub first_period: FirstPeriod,
}

/// A schedule with its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedSchedule {
    /// The instalments.
    pub schedule: Schedule,
    /// The day each of them is due; as many as there are instalments.
    pub due: Vec<NaiveDate>,
    /// Days from granting to the first due day, 1 to 61.
    pub first_days: u32,
    /// How much more interest the first period costs than a month's; negative when it is short.
    pub difference: Fen,
}

/// The schedule of a loan by the calendar; `None` beyond the calendar's end.
///
/// The plan is made by whole months and stays as it is: only the first instalment's interest, and with it the first
/// payment, follows the days of its period.
///
/// ```
/// use fund::{money::Fen, months::Months};
/// use fund::repayment::{Dates, FirstPeriod, Loan, Method, dated};
///
/// let loan = Loan {
///     principal: Fen::from_yuan(1_000_000),
///     months: Months::new(360)?,
///     rate: "3.25".parse()?,
///     method: Method::LevelPayment,
/// };
/// let dates = Dates {
///     granted_on: "2026-11-25".parse()?,
///     due_day: 20,
///     first_period: FirstPeriod::ByDays,
/// };
/// let dated = dated(&loan, &dates).ok_or("no such day")?;
/// // 25 days: 1,000,000 × 3.25 % × 25 / 360 = 2,256.94 instead of a month's 2,708.33.
/// assert_eq!(dated.due[0].to_string(), "2026-12-20");
/// assert_eq!(dated.schedule.instalments[0].interest.to_string(), "2256.94");
/// assert_eq!(dated.schedule.first_payment().to_string(), "3900.67");
/// assert_eq!(dated.due[359].to_string(), "2056-11-20");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn dated(loan: &Loan, dates: &Dates) -> Option<DatedSchedule> {
    let Dates {
        granted_on,
        due_day,
        first_period,
    } = *dates;
    let due: Vec<NaiveDate> = (1..=loan.months.get())
        .map(|number| due_on(granted_on, due_day, number))
        .collect::<Option<_>>()?;
    let first_days = due.first().map_or(0, |first| (*first - granted_on).num_days());
    let first_days = u32::try_from(first_days).unwrap_or(0);
    let mut schedule = schedule(loan);
    let mut difference = Fen::ZERO;
    if first_period == FirstPeriod::ByDays
        && let Some(first) = schedule.instalments.first_mut()
    {
        difference = daily_interest(loan.principal.or_zero(), loan.rate, first_days) - first.interest;
        first.interest += difference;
        first.payment += difference;
        schedule.total_interest += difference;
        schedule.total_paid += difference;
    }
    Some(DatedSchedule {
        schedule,
        due,
        first_days,
        difference,
    })
}

impl DatedSchedule {
    /// The day the loan is repaid.
    pub fn pays_off_on(&self) -> Option<NaiveDate> {
        self.due.last().copied()
    }
}

#[cfg(test)]
mod tests;
