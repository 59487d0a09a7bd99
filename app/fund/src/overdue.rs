//! An overdue loan (逾期): the penalty by days, what a payment is taken for, and what makes the loan current again.
//!
//! The convention: an instalment that is not paid on its due day becomes overdue the day after. From then on its principal
//! *and* its interest bear a penalty (罚息) of contract rate × (1 + surcharge) / 360 a day, up to and with the day it is paid;
//! the penalty itself bears none. Each instalment's penalty is rounded half-up to the fen when something is paid, and on the
//! day asked for. Instalments not yet due go on as planned. The surcharge and the order in which money is applied are data
//! of the edition ([`OverdueRules`]).

mod rules;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::rules::{Across, OrderRule, OverdueRules, Part, PenaltyRule};
use crate::interest::days_between;
use crate::money::{Fen, quotient_half_up};
use crate::rate::Rate;
use crate::repayment::{Course, DueDays, Loan};

/// Penalty, interest and principal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// 罚息.
    pub penalty: Fen,
    /// 利息.
    pub interest: Fen,
    /// 本金.
    pub principal: Fen,
}

/// A loan from its first unpaid instalment on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpaid {
    /// What is owed after the last instalment that was paid, the instalments still to come, the contract's rate and method.
    pub loan: Loan,
    /// The days its instalments are due, from the first unpaid one on.
    pub due: DueDays,
}

/// Money that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Fen,
}

/// An instalment that was due, on the day asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// 1 for the first unpaid one.
    pub number: u16,
    /// When it was due.
    pub due_on: NaiveDate,
    /// Days since; none on the due day itself.
    pub days: u32,
    /// Its principal and interest as planned, and all penalty it has borne.
    pub charged: Breakdown,
    /// What was paid of it.
    pub paid: Breakdown,
}

/// How an overdue loan stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueState {
    /// The day, after its payments.
    pub on: NaiveDate,
    /// Every instalment due by then that was not paid in time, oldest first.
    pub missed: Vec<Missed>,
    /// What was paid beyond everything due; it is kept for the next instalment.
    pub excess: Fen,
    /// The penalty of the day after, unrounded, in millionths of a fen: what waiting costs.
    pub next_day: DailyPenalty,
    /// The next instalment to come and its day; none when all are due.
    pub next: Option<Payment>,
}

/// A day's penalty before rounding: millionths of a fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DailyPenalty(pub u64);

/// Why it cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverdueError {
    /// A day beyond the calendar's end.
    #[error("a day lies beyond the calendar's end")]
    NoDate,
    /// A payment before the one before it, or after the day asked for.
    #[error("payments come in the order of their days, none after the day asked for")]
    OutOfOrder,
    /// A payment of nothing or less.
    #[error("a payment must be above zero")]
    NotPositive,
}

impl Breakdown {
    /// All three together.
    pub fn sum(self) -> Fen {
        self.penalty + self.interest + self.principal
    }

    /// One of them.
    pub const fn of(self, part: Part) -> Fen {
        match part {
            Part::Penalty => self.penalty,
            Part::Interest => self.interest,
            Part::Principal => self.principal,
        }
    }

    fn of_mut(&mut self, part: Part) -> &mut Fen {
        match part {
            Part::Penalty => &mut self.penalty,
            Part::Interest => &mut self.interest,
            Part::Principal => &mut self.principal,
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            penalty: self.penalty - other.penalty,
            interest: self.interest - other.interest,
            principal: self.principal - other.principal,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            penalty: self.penalty + other.penalty,
            interest: self.interest + other.interest,
            principal: self.principal + other.principal,
        }
    }
}

impl Missed {
    /// What is still owed of it.
    pub fn owed(&self) -> Breakdown {
        self.charged.minus(self.paid)
    }
}

impl OverdueState {
    /// What makes the loan current on this day.
    pub fn needed(&self) -> Breakdown {
        self.missed
            .iter()
            .fold(Breakdown::default(), |sum, missed| sum.plus(missed.owed()))
    }

    /// What was paid, the excess aside.
    pub fn paid(&self) -> Breakdown {
        self.missed
            .iter()
            .fold(Breakdown::default(), |sum, missed| sum.plus(missed.paid))
    }

    /// What the next instalment still asks for, after what is kept for it.
    pub fn next_to_pay(&self) -> Option<Fen> {
        let next = self.next?;
        Some((next.amount - self.excess).or_zero())
    }

    /// Whether nothing due is unpaid.
    pub fn is_current(&self) -> bool {
        self.needed().sum() == Fen::ZERO
    }
}

impl DailyPenalty {
    /// In fen, rounded half-up.
    pub fn rounded(self) -> Fen {
        let fen = quotient_half_up(i128::from(self.0), 1_000_000);
        Fen::new(i64::try_from(fen).unwrap_or(i64::MAX))
    }
}

/// Hundred-millionths × 360 days × 100 (percent of the surcharge): fen × [`weight`] × days over this is a penalty.
const PENALTY_DENOMINATOR: i128 = Rate::UNITS_PER_WHOLE as i128 * 360 * 100;

/// The penalty rate: units of the contract's rate × percent of it.
fn weight(rate: Rate, rules: &OverdueRules) -> i128 {
    i128::from(rate.units()) * (100 + i128::from(rules.penalty.more_percent.get()))
}

/// The penalty of an amount over so many days, rounded half-up to the fen once.
///
/// ```
/// use fund::{edition::Edition, money::Fen, overdue::penalty};
///
/// # let file = |name: &str| std::fs::read_to_string(format!("{}/editions/xianning/{name}", env!("CARGO_MANIFEST_DIR"))).ok();
/// # let rules = Edition::load(&file).unwrap().overdue;
/// // 3,208.73 × 2.60 % × 1.5 / 360 × 30 days
/// assert_eq!(penalty(Fen::new(320_873), "2.60".parse()?, 30, &rules).to_string(), "10.43");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn penalty(amount: Fen, rate: Rate, days: u32, rules: &OverdueRules) -> Fen {
    rounded(i128::from(amount.or_zero().get()) * weight(rate, rules) * i128::from(days))
}

fn rounded(product: i128) -> Fen {
    Fen::new(i64::try_from(quotient_half_up(product, PENALTY_DENOMINATOR)).unwrap_or(i64::MAX))
}

/// How the loan stands at the close of `on`, after these payments (in the order they came).
///
/// # Errors
/// A day out of range, payments out of order, a payment of nothing.
pub fn standing(
    unpaid: &Unpaid,
    rules: &OverdueRules,
    payments: &[Payment],
    on: NaiveDate,
) -> Result<OverdueState, OverdueError> {
    let mut books = Books {
        unpaid,
        rules,
        course: Course::begin(&unpaid.loan),
        lines: Vec::new(),
        excess: Fen::ZERO,
    };
    let mut before = NaiveDate::MIN;
    for payment in payments {
        if payment.amount <= Fen::ZERO {
            return Err(OverdueError::NotPositive);
        }
        if payment.on < before || payment.on > on {
            return Err(OverdueError::OutOfOrder);
        }
        before = payment.on;
        books.due_until(payment.on)?;
        books.round_up_to(payment.on);
        books.apply(payment.amount);
    }
    books.due_until(on)?;
    books.round_up_to(on);
    books.close(on)
}

/// One instalment in the books.
struct Line {
    missed: Missed,
    /// The day up to which penalty is charged.
    charged_until: NaiveDate,
}

/// The instalments due so far, while payments come in.
struct Books<'a> {
    unpaid: &'a Unpaid,
    rules: &'a OverdueRules,
    course: Course,
    lines: Vec<Line>,
    excess: Fen,
}

impl Books<'_> {
    fn due(&self, number: u16) -> Result<NaiveDate, OverdueError> {
        self.unpaid
            .due
            .nth(number.saturating_sub(1))
            .ok_or(OverdueError::NoDate)
    }

    /// Takes up every instalment due by the close of a day. What was paid too much is taken for it at once.
    fn due_until(&mut self, day: NaiveDate) -> Result<(), OverdueError> {
        while self.course.months_left() > 0 {
            let number = u16::try_from(self.lines.len()).map_or(u16::MAX, |lines| lines.saturating_add(1));
            let due_on = self.due(number)?;
            if due_on > day {
                break;
            }
            let Some(instalment) = self.course.next() else {
                break;
            };
            self.lines.push(Line {
                missed: Missed {
                    number,
                    due_on,
                    days: 0,
                    charged: Breakdown {
                        penalty: Fen::ZERO,
                        interest: instalment.interest,
                        principal: instalment.principal,
                    },
                    paid: Breakdown::default(),
                },
                charged_until: due_on,
            });
            let excess = std::mem::take(&mut self.excess);
            self.apply(excess);
        }
        Ok(())
    }

    /// Charges the penalty of every line up to and with a day.
    fn round_up_to(&mut self, day: NaiveDate) {
        let weight = weight(self.unpaid.loan.rate, self.rules);
        for line in &mut self.lines {
            let days = days_between(line.charged_until, day);
            let owed = line.missed.owed();
            let late = owed.interest + owed.principal;
            line.missed.charged.penalty += rounded(i128::from(late.get()) * weight * i128::from(days));
            line.charged_until = line.charged_until.max(day);
        }
    }

    /// Takes money for what is due, in the order of the rules; the rest is kept.
    fn apply(&mut self, amount: Fen) {
        let mut left = amount;
        let parts = self.rules.order.parts;
        match self.rules.order.across {
            Across::Instalment => {
                for line in &mut self.lines {
                    for part in parts {
                        line.missed.take(part, &mut left);
                    }
                }
            }
            Across::Part => {
                for part in parts {
                    for line in &mut self.lines {
                        line.missed.take(part, &mut left);
                    }
                }
            }
        }
        self.excess += left;
    }

    fn close(mut self, on: NaiveDate) -> Result<OverdueState, OverdueError> {
        let next_number = u16::try_from(self.lines.len()).map_or(u16::MAX, |lines| lines.saturating_add(1));
        let next = match self.course.next() {
            None => None,
            Some(instalment) => Some(Payment {
                on: self.due(next_number)?,
                amount: instalment.payment,
            }),
        };
        let missed: Vec<_> = self
            .lines
            .into_iter()
            .map(|line| Missed {
                days: days_between(line.missed.due_on, on),
                ..line.missed
            })
            .collect();
        let late: Fen = missed
            .iter()
            .map(|missed| missed.owed().interest + missed.owed().principal)
            .sum();
        let daily = i128::from(late.get()) * weight(self.unpaid.loan.rate, self.rules) * 1_000_000;
        Ok(OverdueState {
            on,
            missed,
            excess: self.excess,
            next_day: DailyPenalty(
                u64::try_from(quotient_half_up(daily, PENALTY_DENOMINATOR)).unwrap_or(u64::MAX),
            ),
            next,
        })
    }
}

impl Missed {
    fn take(&mut self, part: Part, left: &mut Fen) {
        let taken = (*left).min(self.owed().of(part));
        *self.paid.of_mut(part) += taken;
        *left -= taken;
    }
}

#[cfg(test)]
mod tests;
