//! The interest an account earns.
//!
//! 《住房公积金管理条例》 art. 21: money bears interest from the day it reaches the account. The balance at the end of each
//! day counts for that day, so the day money arrives counts and the day it leaves does not. The sum of the daily balances
//! (积数) × annual rate / 360 is settled every 30 June, rounded half-up to the fen **once**, at settlement. Since 2016-02-21
//! every balance bears the one-year benchmark deposit rate; rates are dated data of the edition, never of this code.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::money::{Fen, quotient_half_up};
use crate::rate::Rate;

/// Days of the year in the formula.
const DAYS_A_YEAR: i128 = 360;

/// A deposit rate and the first day it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedRate {
    /// The first day it holds; it holds until the next one.
    pub from: NaiveDate,
    /// Percent a year.
    pub rate: Rate,
}

/// Money that reached or left an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// The day it happened.
    pub date: NaiveDate,
    /// Positive when it arrived, negative when it left.
    pub amount: Fen,
}

/// Days with one balance and one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// How many days.
    pub days: u32,
    /// The balance at the end of each of them.
    pub balance: Fen,
    /// The rate of each of them.
    pub rate: Rate,
}

/// The interest of one period, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// The last day, at whose end the interest is settled.
    pub on: NaiveDate,
    /// The interest, rounded half-up to the fen.
    pub interest: Fen,
    /// The balance at the end of the last day, without this interest.
    pub balance: Fen,
    /// Every day of the period, in order.
    pub stretches: Vec<Stretch>,
}

/// Why interest cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InterestError {
    /// The last day is before the first.
    #[error("interest period ends on {to}, before it begins on {from}")]
    EmptyPeriod {
        /// The first day asked for.
        from: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// No rate had begun yet.
    #[error("no deposit rate is known for {0}")]
    NoRate(NaiveDate),
    /// Two rates begin on one day.
    #[error("two deposit rates begin on {0}")]
    TwoRates(NaiveDate),
    /// A movement before the first or after the last day.
    #[error("the movement of {0} lies outside the interest period")]
    OutsidePeriod(NaiveDate),
    /// More left the account than was in it.
    #[error("the account is overdrawn on {0}")]
    Overdrawn(NaiveDate),
}

/// The day interest is settled: 30 June on or after `date`.
///
/// ```
/// use chrono::NaiveDate;
/// use fund::interest::settlement_day;
///
/// let day = |text: &str| text.parse::<NaiveDate>();
/// assert_eq!(settlement_day(day("2025-07-01")?), day("2026-06-30")?);
/// assert_eq!(settlement_day(day("2026-06-30")?), day("2026-06-30")?);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn settlement_day(date: NaiveDate) -> NaiveDate {
    let year = if date.month() <= 6 {
        date.year()
    } else {
        date.year().saturating_add(1)
    };
    // Every year chrono can hold has a 30 June but for the very last.
    NaiveDate::from_ymd_opt(year, 6, 30).unwrap_or(NaiveDate::MAX)
}

/// The rate in force on a day, with the day it began.
///
/// # Errors
/// No rate had begun yet.
pub fn rate_on(rates: &[DatedRate], day: NaiveDate) -> Result<DatedRate, InterestError> {
    let begun = rates.iter().filter(|rate| rate.from <= day);
    begun
        .max_by_key(|rate| rate.from)
        .copied()
        .ok_or(InterestError::NoRate(day))
}

/// The interest from the beginning of `from` to the end of `to`.
///
/// `opening` is the balance carried into the first day. Movements and rates may come in any order. The interest of a
/// settlement is not in the result's balance: it becomes a movement of the next period.
///
/// ```
/// use fund::interest::{DatedRate, Movement, settle};
/// use fund::money::Fen;
///
/// let rates = [DatedRate { from: "2016-02-21".parse()?, rate: "1.50".parse()? }];
/// let deposit = Movement { date: "2025-12-15".parse()?, amount: Fen::from_yuan(3_600) };
/// let year = settle(Fen::from_yuan(36_000), &[deposit], &rates, "2025-07-01".parse()?, "2026-06-30".parse()?)?;
/// // (36,000 × 365 days + 3,600 × 198 days) × 1.50 % / 360
/// assert_eq!(year.interest.to_string(), "577.20");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn settle(
    opening: Fen,
    movements: &[Movement],
    rates: &[DatedRate],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Settlement, InterestError> {
    if to < from {
        return Err(InterestError::EmptyPeriod { from, to });
    }
    let rates = in_order(rates)?;
    let mut changes = changes(movements, from, to)?;
    for begins in rates.range(from..=to).map(|(begins, _)| *begins) {
        changes.entry(begins).or_default();
    }

    let mut balance = opening;
    let mut product = 0_i128;
    let mut stretches = Vec::with_capacity(changes.len());
    let mut days_ahead = changes.iter().peekable();
    while let Some((&begins, &change)) = days_ahead.next() {
        balance += change;
        if balance.is_negative() {
            return Err(InterestError::Overdrawn(begins));
        }
        let (_, &rate) = rates
            .range(..=begins)
            .next_back()
            .ok_or(InterestError::NoRate(begins))?;
        let days = match days_ahead.peek() {
            Some((next, _)) => days_between(begins, **next),
            None => days_between(begins, to) + 1,
        };
        product += i128::from(balance.get()) * i128::from(rate.units()) * i128::from(days);
        stretches.push(Stretch {
            from: begins,
            days,
            balance,
            rate,
        });
    }
    let interest = quotient_half_up(product, DAYS_A_YEAR * i128::from(Rate::UNITS_PER_WHOLE));
    Ok(Settlement {
        on: to,
        interest: Fen::new(i64::try_from(interest).unwrap_or(i64::MAX)),
        balance,
        stretches,
    })
}

/// The interest of several years: settled on every 30 June from `from` to `to`, and on `to`. Each settlement's interest
/// bears interest itself from the next day.
///
/// ```
/// use fund::interest::{DatedRate, settle_yearly};
/// use fund::money::Fen;
///
/// let rates = [DatedRate { from: "2016-02-21".parse()?, rate: "1.50".parse()? }];
/// let years = settle_yearly(Fen::from_yuan(36_000), &[], &rates, "2024-07-01".parse()?, "2026-06-30".parse()?)?;
/// // 36,000 × 365 days × 1.50 % / 360, and the next year 36,547.50 × the same
/// assert_eq!(years[0].interest.to_string(), "547.50");
/// assert_eq!(years[1].interest.to_string(), "555.83");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn settle_yearly(
    opening: Fen,
    movements: &[Movement],
    rates: &[DatedRate],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Settlement>, InterestError> {
    if to < from {
        return Err(InterestError::EmptyPeriod { from, to });
    }
    if let Some(outside) = movements
        .iter()
        .find(|movement| !(from..=to).contains(&movement.date))
    {
        return Err(InterestError::OutsidePeriod(outside.date));
    }
    let mut settlements = Vec::new();
    let (mut balance, mut begins) = (opening, from);
    loop {
        let on = settlement_day(begins).min(to);
        let of_the_year: Vec<Movement> = movements
            .iter()
            .filter(|movement| (begins..=on).contains(&movement.date))
            .copied()
            .collect();
        let settlement = settle(balance, &of_the_year, rates, begins, on)?;
        balance = settlement.balance + settlement.interest;
        settlements.push(settlement);
        match on.succ_opt().filter(|next| *next <= to) {
            Some(next) => begins = next,
            None => return Ok(settlements),
        }
    }
}

/// What each day adds to the balance, with the first day always among them.
fn changes(
    movements: &[Movement],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<NaiveDate, Fen>, InterestError> {
    let mut changes = BTreeMap::from([(from, Fen::ZERO)]);
    for movement in movements {
        if !(from..=to).contains(&movement.date) {
            return Err(InterestError::OutsidePeriod(movement.date));
        }
        *changes.entry(movement.date).or_default() += movement.amount;
    }
    Ok(changes)
}

fn in_order(rates: &[DatedRate]) -> Result<BTreeMap<NaiveDate, Rate>, InterestError> {
    let mut ordered = BTreeMap::new();
    for dated in rates {
        if ordered.insert(dated.from, dated.rate).is_some() {
            return Err(InterestError::TwoRates(dated.from));
        }
    }
    Ok(ordered)
}

/// Whole days from one date to a later one.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests;
