//! The loan somebody has (我的贷款), replayed from the day it was granted through every change of the rates.
//!
//! A change reaches an existing loan on the next 1 January ([`LoanRates::contract_quote`]): from the first instalment due on
//! or after that day the plan is made anew, as [`Course::reprice`] does. Instalments are whole months' interest; on request
//! the interest of the first one at a new rate is split by days. The future runs on at the last rate on record, and every
//! instalment says whether its rate is [known](Dated::known).

use chrono::{Datelike, NaiveDate};

use super::prepayment::{carry_out, in_order};
use super::{
    Course, Event, EventFault, Instalment, Loan, Method, Pay, PrepaymentError, Settlement, due_on, settlement,
};
use crate::edition::LoanRates;
use crate::money::Fen;
use crate::months::Months;
use crate::quota::Home;
use crate::rate::Rate;

/// What was agreed when the loan was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Existing {
    /// The day it was granted.
    pub granted_on: NaiveDate,
    /// The amount lent.
    pub principal: Fen,
    /// The number of instalments.
    pub months: Months,
    /// How it is repaid.
    pub method: Method,
    /// First or second home.
    pub home: Home,
    /// The day of the month instalments are due, 1–31.
    pub due_day: u8,
}

/// How the interest of the first instalment at a new rate is reckoned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum January {
    /// A whole month at the new rate.
    #[default]
    Whole,
    /// The days before 1 January at the old rate, the others at the new one.
    SplitByDays,
}

/// Why a loan cannot be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// No rate is on record for a day.
    #[error("no rate is on record for {0}")]
    NoRate(NaiveDate),
    /// The last instalment lies beyond the calendar's end.
    #[error("a day lies beyond the calendar's end")]
    NoDate,
    /// Something was repaid ahead that cannot have been.
    #[error("{0}")]
    Prepayment(PrepaymentError),
}

/// An instalment with its day and rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day it is due.
    pub due_on: NaiveDate,
    /// The annual rate.
    pub rate: Rate,
    /// Whether changes are known up to the day that decides the rate; else it is the last one on record.
    pub known: bool,
    /// Its figures; the balance is before anything repaid ahead.
    pub instalment: Instalment,
    /// Principal repaid ahead on the same day.
    pub repaid_ahead: Fen,
}

/// A change of the rate, and what it brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first instalment at the new rate.
    pub number: u16,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// The rate before.
    pub before: Rate,
    /// The rate from then on.
    pub after: Rate,
    /// What was owed.
    pub balance: Fen,
    /// What this instalment would have been at the rate before.
    pub payment_before: Fen,
    /// What it is.
    pub payment_after: Fen,
    /// Interest it saves over the whole loan: the loan as it was before this change to its end, against the loan with it
    /// and without any later one. So what all changes saved is their sum. Negative when the rate rose.
    pub saved: Fen,
    /// Of that, up to the day asked for.
    pub saved_so_far: Fen,
}

/// A loan's life, past and future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// The rate it was granted at.
    pub first_rate: Rate,
    /// Every instalment.
    pub instalments: Vec<Dated>,
    /// Every change of its rate.
    pub steps: Vec<Step>,
    /// The last day up to which changes are known.
    pub known_until: NaiveDate,
    terms: Existing,
}

impl Replay {
    /// Instalments due up to the close of a day.
    pub fn due_until(&self, day: NaiveDate) -> &[Dated] {
        let due = self.instalments.partition_point(|dated| dated.due_on <= day);
        self.instalments.get(..due).unwrap_or_default()
    }

    /// The first instalment due after a day; `None` when the loan is over by then.
    pub fn next_after(&self, day: NaiveDate) -> Option<&Dated> {
        self.instalments.get(self.due_until(day).len())
    }

    /// What is owed at the close of a day, when everything due was paid.
    pub fn balance_on(&self, day: NaiveDate) -> Fen {
        if day < self.terms.granted_on {
            return Fen::ZERO;
        }
        let owed = |dated: &Dated| dated.instalment.balance - dated.repaid_ahead;
        self.due_until(day).last().map_or(self.terms.principal, owed)
    }

    /// The rate in force on a day: that of the instalments of its year.
    pub fn rate_on(&self, day: NaiveDate) -> Rate {
        let this_year = self
            .next_after(day)
            .filter(|next| next.due_on.year() <= day.year());
        let decides = this_year.or(self.due_until(day).last());
        decides.map_or(self.first_rate, |dated| dated.rate)
    }

    /// What settles the loan on a day, when everything due was paid: all days at the rate in force on it.
    pub fn settlement_on(&self, day: NaiveDate) -> Settlement {
        let last_due = self
            .due_until(day)
            .last()
            .map_or(self.terms.granted_on, |dated| dated.due_on);
        settlement(self.balance_on(day), self.rate_on(day), last_due, day)
    }

    /// All interest of the loan.
    pub fn total_interest(&self) -> Fen {
        interest(&self.instalments, NaiveDate::MAX)
    }
}

/// Interest of what is due up to a day.
fn interest(instalments: &[Dated], until: NaiveDate) -> Fen {
    let due = instalments.iter().filter(|dated| dated.due_on <= until);
    due.map(|dated| dated.instalment.interest).sum()
}

/// Replays a loan up to its end. `events` are what was repaid ahead, `as_of` the day up to which [`Step::saved_so_far`] counts.
///
/// # Errors
/// No rate for a day of it, or an event that cannot have been.
pub fn replay(
    terms: &Existing,
    rates: &LoanRates,
    events: &[Event],
    january: January,
    as_of: NaiveDate,
) -> Result<Replay, ReplayError> {
    let months = calendar(terms, rates)?;
    let life = Life {
        terms,
        months: &months,
        events,
        january,
    };
    life.check_events()?;
    let (instalments, mut steps) = life.run(usize::MAX);
    let mut without = life.run(0).0;
    for (at, step) in steps.iter_mut().enumerate() {
        let with = life.run(at + 1).0;
        step.saved = interest(&without, NaiveDate::MAX) - interest(&with, NaiveDate::MAX);
        step.saved_so_far = interest(&without, as_of) - interest(&with, as_of);
        without = with;
    }
    Ok(Replay {
        first_rate: months.first().map_or(Rate::ZERO, |month| month.granted_at),
        instalments,
        steps,
        known_until: rates.known_until(),
        terms: *terms,
    })
}

/// A month of the loan before anything is reckoned: its day and its rate.
struct Month {
    due_on: NaiveDate,
    rate: Rate,
    known: bool,
    granted_at: Rate,
}

fn calendar(terms: &Existing, rates: &LoanRates) -> Result<Vec<Month>, ReplayError> {
    let rate_on = |day| {
        rates
            .contract_quote(terms.home, terms.months, terms.granted_on, day)
            .map(|quote| quote.rate)
            .ok_or(ReplayError::NoRate(day))
    };
    let granted_at = rate_on(terms.granted_on)?;
    (1..=terms.months.get())
        .map(|number| {
            let due_on = due_on(terms.granted_on, terms.due_day, number).ok_or(ReplayError::NoDate)?;
            let decided_on = new_year(due_on).max(terms.granted_on);
            Ok(Month {
                due_on,
                rate: rate_on(due_on)?,
                known: decided_on <= rates.known_until(),
                granted_at,
            })
        })
        .collect()
}

fn new_year(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day)
}

struct Life<'a> {
    terms: &'a Existing,
    months: &'a [Month],
    events: &'a [Event],
    january: January,
}

impl Life<'_> {
    fn begin(&self) -> Course {
        Course::begin(&Loan {
            principal: self.terms.principal,
            months: self.terms.months,
            rate: self.months.first().map_or(Rate::ZERO, |month| month.granted_at),
            method: self.terms.method,
        })
    }

    /// Whether each event can have been, at the rates that were.
    fn check_events(&self) -> Result<(), ReplayError> {
        let mut course = self.begin();
        let mut events = self.events.iter().enumerate().peekable();
        let mut previous = None;
        let refuse = |event, reason| ReplayError::Prepayment(PrepaymentError { event, reason });
        for (number, month) in (1_u16..).zip(self.months) {
            let _ = self.step(&mut course, number, month);
            while let Some((at, event)) = events.next_if(|(_, event)| event.after <= number) {
                let last = self.terms.months.get().saturating_sub(1);
                in_order(event, previous, last).map_err(|reason| refuse(at, reason))?;
                if course.months_left() == 0 {
                    return Err(refuse(
                        at,
                        EventFault::AfterTheEnd {
                            last: previous.unwrap_or(last),
                        },
                    ));
                }
                carry_out(&mut course, *event, &[]).map_err(|reason| refuse(at, reason))?;
                previous = Some(event.after);
            }
        }
        match events.next() {
            Some((at, _)) => {
                let last = self.terms.months.get().saturating_sub(1);
                Err(refuse(at, EventFault::OutOfRange { last }))
            }
            None => Ok(()),
        }
    }

    /// The loan with its first `changes` changes of the rate and no later one.
    fn run(&self, changes: usize) -> (Vec<Dated>, Vec<Step>) {
        let mut course = self.begin();
        let (mut instalments, mut steps) = (Vec::with_capacity(self.months.len()), Vec::new());
        for (number, month) in (1_u16..).zip(self.months) {
            let (before, owed) = (course.clone(), course.balance());
            let changed = month.rate != course.rate() && steps.len() < changes;
            let instalment = if changed {
                self.step(&mut course, number, month)
            } else {
                course.next()
            };
            let Some(instalment) = instalment else { break };
            if changed {
                steps.push(Step {
                    number,
                    due_on: month.due_on,
                    before: before.rate(),
                    after: month.rate,
                    balance: owed,
                    payment_before: before.clone().next().map_or(Fen::ZERO, |plain| plain.payment),
                    payment_after: instalment.payment,
                    saved: Fen::ZERO,
                    saved_so_far: Fen::ZERO,
                });
            }
            let repaid_ahead = self.repay_ahead(&mut course, number);
            instalments.push(Dated {
                due_on: month.due_on,
                rate: course.rate(),
                known: month.known,
                instalment,
                repaid_ahead,
            });
        }
        (instalments, steps)
    }

    /// The next instalment, at the month's own rate.
    fn step(&self, course: &mut Course, number: u16, month: &Month) -> Option<Instalment> {
        let before = course.rate();
        if month.rate == before {
            return course.next();
        }
        course.reprice(month.rate);
        match self.january {
            January::Whole => course.next(),
            January::SplitByDays => course.split_instalment(before, self.days(number, month)),
        }
    }

    /// The days of a month up to 1 January, and the others.
    fn days(&self, number: u16, month: &Month) -> (u16, u16) {
        let earlier = usize::from(number).checked_sub(2);
        let from = earlier
            .and_then(|at| self.months.get(at))
            .map_or(self.terms.granted_on, |month| month.due_on);
        let turn = new_year(month.due_on).max(from);
        let days = |from: NaiveDate, to: NaiveDate| u16::try_from((to - from).num_days()).unwrap_or(0);
        (days(from, turn), days(turn, month.due_on))
    }

    /// What is repaid ahead after an instalment; of a loan at other rates than its own, no more than it owes.
    fn repay_ahead(&self, course: &mut Course, number: u16) -> Fen {
        let mut repaid = Fen::ZERO;
        for event in self.events.iter().filter(|event| event.after == number) {
            let owed = course.balance();
            match event.pay {
                Pay::Amount(amount, keep) => course.prepay(amount, keep),
                Pay::Settle => course.prepay(owed, super::Keep::Payment),
            }
            repaid += owed - course.balance();
        }
        repaid
    }
}

#[cfg(test)]
mod tests;
