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
        interest: Fen::new(i64::try_from(interest).unwrap_or(i64::MAX)),
        balance,
        stretches,
    })
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
fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rate(from: &str, percent: &str) -> DatedRate {
        DatedRate {
            from: day(from),
            rate: percent.parse().unwrap(),
        }
    }

    fn movement(date: &str, yuan: &str) -> Movement {
        Movement {
            date: day(date),
            amount: Fen::parse_yuan(yuan).unwrap(),
        }
    }

    /// 2025-07-01 to 2026-06-30 at 1.50 %.
    fn year(opening: &str, movements: &[Movement]) -> Result<Settlement, InterestError> {
        let opening = Fen::parse_yuan(opening).unwrap();
        settle(
            opening,
            movements,
            &[rate("2016-02-21", "1.50")],
            day("2025-07-01"),
            day("2026-06-30"),
        )
    }

    #[test]
    fn a_quiet_year_bears_365_days() {
        // 10,000 × 365 × 1.5 % / 360 = 152.0833…
        assert_eq!(year("10000", &[]).unwrap().interest, Fen::new(15_208));
    }

    #[test]
    fn a_leap_year_bears_366_days() {
        let rates = [rate("2016-02-21", "1.50")];
        let leap = settle(
            Fen::from_yuan(10_000),
            &[],
            &rates,
            day("2023-07-01"),
            day("2024-06-30"),
        )
        .unwrap();
        assert_eq!(leap.stretches[0].days, 366);
        // 10,000 × 366 × 1.5 % / 360
        assert_eq!(leap.interest, Fen::new(15_250));
    }

    #[test]
    fn the_day_of_arrival_counts_and_the_day_of_leaving_does_not() {
        let there_and_back = [
            movement("2026-06-29", "360000"),
            movement("2026-06-30", "-360000"),
        ];
        let settled = year("0", &there_and_back).unwrap();
        assert_eq!(settled.interest, Fen::from_yuan(15));
        assert_eq!(settled.balance, Fen::ZERO);
        assert_eq!(
            year("0", &[movement("2026-06-30", "360000")]).unwrap().interest,
            Fen::from_yuan(15)
        );
        assert_eq!(
            year("0", &[movement("2025-07-01", "360000")]).unwrap().interest,
            Fen::from_yuan(15 * 365)
        );
    }

    #[test]
    fn rounding_happens_once() {
        // A yuan a day: half of these deposits would round to nothing if each were settled by itself.
        let yuan = |days| Movement {
            date: day("2025-07-01") + Days::new(days),
            amount: Fen::new(100),
        };
        let daily: Vec<Movement> = (0..365).map(yuan).collect();
        // 1 yuan × (365 + 364 + … + 1) × 1.5 % / 360 = 2.78312…
        assert_eq!(year("0", &daily).unwrap().interest, Fen::new(278));
        // 120 yuan × 1 day × 1.5 % / 360 is exactly half a fen.
        assert_eq!(
            year("0", &[movement("2026-06-30", "120")]).unwrap().interest,
            Fen::new(1)
        );
        assert_eq!(
            year("0", &[movement("2026-06-30", "119.99")]).unwrap().interest,
            Fen::ZERO
        );
    }

    #[test]
    fn each_day_bears_its_own_rate() {
        // The change of 2016-02-21, from the three-month rate to the one-year rate.
        let rates = [rate("2016-02-21", "1.50"), rate("2015-10-24", "1.10")];
        let settled = settle(
            Fen::from_yuan(36_000),
            &[],
            &rates,
            day("2016-02-01"),
            day("2016-06-30"),
        )
        .unwrap();
        // 20 days of February at 1.10 %, 131 days at 1.50 %.
        assert_eq!(
            settled
                .stretches
                .iter()
                .map(|stretch| stretch.days)
                .collect::<Vec<_>>(),
            [20, 131]
        );
        assert_eq!(settled.interest, Fen::from_yuan(22) + Fen::new(19_650));
    }

    #[test]
    fn what_cannot_be_computed_says_why() {
        let no_rate = settle(
            Fen::ZERO,
            &[],
            &[rate("2016-02-21", "1.50")],
            day("2016-01-01"),
            day("2016-06-30"),
        );
        assert_eq!(no_rate, Err(InterestError::NoRate(day("2016-01-01"))));
        let twice = [rate("2016-02-21", "1.50"), rate("2016-02-21", "1.10")];
        let two_rates = settle(Fen::ZERO, &[], &twice, day("2016-07-01"), day("2017-06-30"));
        assert_eq!(two_rates, Err(InterestError::TwoRates(day("2016-02-21"))));
        let late = [movement("2026-07-01", "1")];
        assert_eq!(
            year("0", &late),
            Err(InterestError::OutsidePeriod(day("2026-07-01")))
        );
        let overdrawn = [movement("2026-01-05", "-1.01"), movement("2026-01-06", "5")];
        assert_eq!(
            year("1", &overdrawn),
            Err(InterestError::Overdrawn(day("2026-01-05")))
        );
        let (from, to) = (day("2026-06-30"), day("2026-06-29"));
        assert_eq!(
            settle(Fen::ZERO, &[], &[], from, to),
            Err(InterestError::EmptyPeriod { from, to })
        );
    }

    proptest! {
        /// The definition, taken literally: add up the balance of every single day.
        #[test]
        fn equals_the_sum_over_every_day(
            opening in 0_i64..100_000_000,
            deposits in prop::collection::vec((0_u64..365, 0_i64..10_000_000), 0..40),
            change in 0_u64..365,
        ) {
            let first = day("2025-07-01");
            let rates = [rate("2000-01-01", "1.50"), DatedRate { from: first + Days::new(change), rate: "0.35".parse().unwrap() }];
            let movements: Vec<Movement> = deposits
                .iter()
                .map(|(days, fen)| Movement { date: first + Days::new(*days), amount: Fen::new(*fen) })
                .collect();
            let settled = settle(Fen::new(opening), &movements, &rates, first, day("2026-06-30")).unwrap();

            let product: i128 = (0..365_u64)
                .map(|today| {
                    let arrived: i64 = deposits.iter().filter(|(day, _)| *day <= today).map(|(_, fen)| fen).sum();
                    i128::from(opening + arrived) * if today < change { 150 } else { 35 }
                })
                .sum();
            prop_assert_eq!(i128::from(settled.interest.get()), quotient_half_up(product, 360 * 10_000));
            prop_assert_eq!(settled.stretches.iter().map(|stretch| stretch.days).sum::<u32>(), 365);
        }
    }
}
