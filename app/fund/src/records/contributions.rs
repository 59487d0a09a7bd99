//! Contributions of an account by the month they were booked in, and what follows from them.

use super::YearMonth;
use crate::money::Fen;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was remitted (汇缴) and paid back (补缴) in each month, reversals taken off.
///
/// The core system's export says when an entry was booked, not which month it was for; a centre that remits in the month
/// itself, as the regulation asks, has the two agree. A back payment counts as money, not as a month of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contributions {
    months: BTreeMap<YearMonth, Month>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Month {
    remitted: Fen,
    paid_back: Fen,
}

impl Contributions {
    /// Adds an amount booked in `month`; negative for a reversal.
    pub fn add(&mut self, month: YearMonth, amount: Fen, back_payment: bool) {
        let of_month = self.months.entry(month).or_default();
        let sum = if back_payment {
            &mut of_month.paid_back
        } else {
            &mut of_month.remitted
        };
        *sum += amount;
    }

    /// In how many months something was remitted.
    pub fn months(&self) -> usize {
        self.remitted().count()
    }

    /// How many months up to and including `last` were remitted without a gap. When `last` itself has nothing yet,
    /// counting starts one month earlier: the current month is often still to come.
    pub fn continuous_until(&self, last: YearMonth) -> usize {
        let mut expected = last.first_day();
        let mut count = 0;
        for month in self.remitted().rev().skip_while(|month| *month > last) {
            let first = month.first_day();
            if count == 0 && first < expected {
                expected = previous(expected);
            }
            if first != expected {
                break;
            }
            count += 1;
            expected = previous(expected);
        }
        count
    }

    /// What was contributed in the months from the one `since` lies in.
    pub fn since(&self, since: NaiveDate) -> Fen {
        let of_month = |month: &Month| month.remitted + month.paid_back;
        match YearMonth::of(since) {
            Some(since) => self.months.range(since..).map(|(_, month)| of_month(month)).sum(),
            None => Fen::ZERO,
        }
    }

    fn remitted(&self) -> impl DoubleEndedIterator<Item = YearMonth> {
        self.months
            .iter()
            .filter(|(_, month)| month.remitted > Fen::ZERO)
            .map(|(month, _)| *month)
    }
}

fn previous(first_day: NaiveDate) -> NaiveDate {
    first_day
        .checked_sub_months(chrono::Months::new(1))
        .unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> YearMonth {
        YearMonth::parse(text).unwrap()
    }

    fn remitted(months: &[&str]) -> Contributions {
        let mut contributions = Contributions::default();
        for text in months {
            contributions.add(month(text), Fen::from_yuan(1000), false);
        }
        contributions
    }

    #[test]
    fn counts_back_to_the_gap() {
        let contributions = remitted(&["2025-06", "2025-07", "2025-10", "2025-11", "2025-12", "2026-01"]);
        assert_eq!(contributions.months(), 6);
        assert_eq!(contributions.continuous_until(month("2026-01")), 4);
        assert_eq!(
            contributions.continuous_until(month("2026-02")),
            4,
            "current month still to come"
        );
        assert_eq!(
            contributions.continuous_until(month("2026-03")),
            0,
            "a whole month missed"
        );
        assert_eq!(contributions.continuous_until(month("2025-07")), 2);
        assert_eq!(Contributions::default().continuous_until(month("2026-01")), 0);
    }

    #[test]
    fn a_reversed_month_and_a_back_payment_are_no_months() {
        let mut contributions = remitted(&["2025-11", "2025-12"]);
        contributions.add(month("2025-12"), Fen::from_yuan(-1000), false);
        contributions.add(month("2026-01"), Fen::from_yuan(300), true);
        assert_eq!(contributions.months(), 1);
        assert_eq!(
            contributions.since(month("2025-12").first_day()),
            Fen::from_yuan(300)
        );
        assert_eq!(
            contributions.since(month("2025-11").first_day()),
            Fen::from_yuan(1300)
        );
    }
}
