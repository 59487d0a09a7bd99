//! Prepayment (提前还款): part of a loan, or all of it, is repaid before its time.
//!
//! An event comes right after an instalment (several after one of them in the order given), on the day that one is due, so no interest has run up beside it; for any other
//! day there is [`settlement`]. The schedule's rows are what is paid month by month: what is paid ahead stands beside
//! them, in [`Prepaid::events`], and the next row starts from the lower balance.

use chrono::NaiveDate;

use super::{Course, Instalment, Keep, Loan, Schedule};
use crate::money::{Fen, quotient_half_up};
use crate::quota::Basis;
use crate::rate::Rate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How much is repaid ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pay {
    /// So much principal, at most what is owed; what is left is repaid as told.
    Amount(Fen, Keep),
    /// Everything (结清).
    Settle,
}

/// A repayment ahead of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The number of the instalment it follows, on the same day.
    pub after: u16,
    /// How much.
    pub pay: Pay,
}

/// Why a list of events cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct PrepaymentError {
    /// Which event, from 0.
    pub event: usize,
    /// What is wrong with it.
    pub reason: EventFault,
}

/// What is wrong with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// Not after one of the instalments that leave something to repay.
    #[error("a repayment ahead follows instalment 1 to {last}")]
    OutOfRange {
        /// The last instalment something can be repaid after.
        last: u16,
    },
    /// The loan has only one instalment.
    #[error("a loan of one instalment leaves nothing to repay ahead")]
    OneInstalment,
    /// An earlier event already has the loan end before.
    #[error("earlier repayments end the loan with instalment {last}")]
    AfterTheEnd {
        /// The instalment the loan ends with.
        last: u16,
    },
    /// Earlier than the event before it.
    #[error("it comes before the one after instalment {previous}")]
    OutOfOrder {
        /// The instalment the event before it follows.
        previous: u16,
    },
    /// Zero or less.
    #[error("a repayment ahead must be above zero")]
    NotPositive,
    /// More than is owed.
    #[error("only {balance} is owed then")]
    MoreThanBalance {
        /// What is owed then.
        balance: Fen,
    },
}

/// What the centre asks for repaying ahead: data of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// A fee for repaying within the first instalments; the first band that reaches the day counts, and none means none.
    #[serde(default)]
    pub fees: Vec<FeeBand>,
    /// What it rests on.
    pub basis: Basis,
}

/// A fee (违约金) for what is repaid early in a loan's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeBand {
    /// It is asked up to this instalment.
    pub until: u16,
    /// Percent of what is repaid ahead, 0 to 100.
    pub percent: Decimal,
}

/// The fee for repaying `amount` ahead after an instalment, rounded half-up to the fen: by the first band that reaches it.
pub fn fee(fees: &[FeeBand], after: u16, amount: Fen) -> Fen {
    let Some(band) = fees.iter().find(|band| after <= band.until) else {
        return Fen::ZERO;
    };
    let scale = 10_i128.saturating_pow(band.percent.scale()).saturating_mul(100);
    let share = i128::from(amount.get()).saturating_mul(band.percent.mantissa());
    Fen::new(i64::try_from(quotient_half_up(share, scale)).unwrap_or(i64::MAX))
}

impl Terms {
    /// The first thing wrong with the figures, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        let percent = |band: &FeeBand| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&band.percent);
        if !self.fees.iter().all(percent) {
            return Some("a fee's percent must be 0 to 100");
        }
        if !self.fees.is_sorted_by(|one, next| one.until < next.until) {
            return Some("the fees must be in the order of their last instalments");
        }
        self.basis.fault()
    }
}

/// One event, carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// As asked; an amount that is all that is owed settles.
    pub event: Event,
    /// The principal repaid ahead.
    pub amount: Fen,
    /// The fee beside it.
    pub fee: Fen,
    /// What is owed afterwards.
    pub balance: Fen,
    /// Instalments still to come, right afterwards.
    pub months_left: u16,
    /// The next payment, right afterwards; nothing once settled.
    pub next_payment: Fen,
    /// What the next payment would have been without this event.
    pub payment_before: Fen,
}

/// A loan with its events, against the same loan without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepaid {
    /// What is paid month by month; principal repaid ahead stands in [`Self::events`].
    pub schedule: Schedule,
    /// The events in order.
    pub events: Vec<Done>,
    /// The loan if nothing is repaid ahead.
    pub plain: Schedule,
}

impl Prepaid {
    /// Interest that falls away. A tiny amount with the term kept can cost a few fen more, because the payment is rounded
    /// anew: then it is negative.
    pub fn interest_saved(&self) -> Fen {
        self.plain.total_interest - self.schedule.total_interest
    }

    /// How many months sooner the loan is over.
    pub fn months_saved(&self) -> u16 {
        let [plain, now] = [&self.plain, &self.schedule].map(|schedule| schedule.instalments.len());
        u16::try_from(plain.saturating_sub(now)).unwrap_or(0)
    }

    /// All fees.
    pub fn fees(&self) -> Fen {
        self.events.iter().map(|done| done.fee).sum()
    }

    /// All principal repaid ahead.
    pub fn repaid_ahead(&self) -> Fen {
        self.events.iter().map(|done| done.amount).sum()
    }

    /// Interest saved less fees.
    pub fn net_saving(&self) -> Fen {
        self.interest_saved() - self.fees()
    }
}

/// A loan with its events.
///
/// ```
/// use fund::{money::Fen, months::Months};
/// use fund::repayment::{Event, Keep, Loan, Method, Pay, prepay};
///
/// let loan = Loan {
///     principal: Fen::from_yuan(600_000),
///     months: Months::new(240)?,
///     rate: "3.25".parse()?,
///     method: Method::LevelPayment,
/// };
/// let event = Event { after: 36, pay: Pay::Amount(Fen::from_yuan(100_000), Keep::Payment) };
/// let prepaid = prepay(&loan, &[event], &[])?;
/// assert_eq!(prepaid.events[0].next_payment.to_string(), "3403.17");
/// assert!(prepaid.months_saved() > 36);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first event that cannot be carried out, and why.
pub fn prepay(loan: &Loan, events: &[Event], fees: &[FeeBand]) -> Result<Prepaid, PrepaymentError> {
    let (schedule, events) = live(loan, events, fees)?;
    Ok(Prepaid {
        schedule,
        events,
        plain: super::schedule(loan),
    })
}

/// The loan's instalments, and its events carried out.
fn live(loan: &Loan, events: &[Event], fees: &[FeeBand]) -> Result<(Schedule, Vec<Done>), PrepaymentError> {
    let mut course = Course::begin(loan);
    let mut done: Vec<Done> = Vec::with_capacity(events.len());
    let mut instalments: Vec<Instalment> = Vec::with_capacity(usize::from(loan.months.get()));
    for (at, event) in events.iter().enumerate() {
        let refuse = |reason| PrepaymentError { event: at, reason };
        let previous = done.last().map(|done| done.event.after);
        in_order(event, previous, loan.months.get().saturating_sub(1)).map_err(refuse)?;
        let before = instalments.len();
        instalments.extend(
            course
                .by_ref()
                .take(usize::from(event.after).saturating_sub(before)),
        );
        if usize::from(event.after) > instalments.len() || course.months_left() == 0 {
            let last = instalments.last().map_or(0, |instalment| instalment.number);
            return Err(refuse(EventFault::AfterTheEnd { last }));
        }
        done.push(carry_out(&mut course, *event, fees).map_err(refuse)?);
    }
    instalments.extend(course);
    Ok((Schedule::of(instalments), done))
}

/// Whether an event comes where one can, and not before the one before it.
pub(super) fn in_order(event: &Event, previous: Option<u16>, last: u16) -> Result<(), EventFault> {
    if last == 0 {
        return Err(EventFault::OneInstalment);
    }
    if event.after < 1 || event.after > last {
        return Err(EventFault::OutOfRange { last });
    }
    match previous {
        Some(previous) if event.after < previous => Err(EventFault::OutOfOrder { previous }),
        _ => Ok(()),
    }
}

pub(super) fn carry_out(course: &mut Course, event: Event, fees: &[FeeBand]) -> Result<Done, EventFault> {
    let balance = course.balance();
    let (amount, keep) = match event.pay {
        Pay::Settle => (balance, Keep::Payment),
        Pay::Amount(amount, _) if amount <= Fen::ZERO => return Err(EventFault::NotPositive),
        Pay::Amount(amount, _) if amount > balance => return Err(EventFault::MoreThanBalance { balance }),
        Pay::Amount(amount, keep) => (amount, keep),
    };
    let next_payment = |course: &Course| course.clone().next().map_or(Fen::ZERO, |next| next.payment);
    let payment_before = next_payment(course);
    course.prepay(amount, keep);
    let pay = if amount == balance { Pay::Settle } else { event.pay };
    Ok(Done {
        event: Event { pay, ..event },
        amount,
        fee: fee(fees, event.after, amount),
        balance: course.balance(),
        months_left: course.months_left(),
        next_payment: next_payment(course),
        payment_before,
    })
}

/// What one event brings, depending on when it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The instalment it follows.
    pub after: u16,
    /// Interest saved.
    pub interest_saved: Fen,
    /// The fee.
    pub fee: Fen,
}

impl Timing {
    /// Interest saved less the fee.
    pub fn net(&self) -> Fen {
        self.interest_saved - self.fee
    }
}

/// The same event after each of the `count` instalments from `event.after` on, as long as it is possible.
///
/// What the money would earn meanwhile is not counted. At one rate the sooner is always the better, because principal that
/// is gone bears no interest; a month is better than the one before it only where a fee ends.
pub fn timings(loan: &Loan, event: Event, count: u16, fees: &[FeeBand]) -> Vec<Timing> {
    let plain = super::schedule(loan).total_interest;
    (event.after..event.after.saturating_add(count))
        .map_while(|after| {
            let (schedule, done) = live(loan, &[Event { after, ..event }], fees).ok()?;
            Some(Timing {
                after,
                interest_saved: plain - schedule.total_interest,
                fee: done.iter().map(|done| done.fee).sum(),
            })
        })
        .collect()
}

impl Timing {
    /// Whether it is worth waiting for, instead of `sooner`: it saves more after fees, and because its fee is lower. Without that
    /// what it seems to save is the rounding of instalments to the fen, which shows where little is repaid.
    pub fn beats(&self, sooner: &Self) -> bool {
        self.fee < sooner.fee && self.net() > sooner.net()
    }
}

/// The timing that saves most after fees; of equal ones the soonest.
pub fn best(timings: &[Timing]) -> Option<Timing> {
    timings
        .iter()
        .copied()
        .reduce(|best, timing| if timing.beats(&best) { timing } else { best })
}

/// What settles a loan on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The balance after the last instalment.
    pub principal: Fen,
    /// Days from the last due day to the day of settling.
    pub days: u32,
    /// Interest for those days.
    pub interest: Fen,
}

impl Settlement {
    /// What is paid.
    pub fn amount(&self) -> Fen {
        self.principal + self.interest
    }
}

/// What settles a loan on a day: the balance, and interest from the last due day (or the day of granting) on at annual rate
/// / 360 a day, the day of settling not counted, rounded half-up to the fen (人民银行: 日利率 = 年利率 / 360). Before that
/// day, no interest.
pub fn settlement(balance: Fen, rate: Rate, last_due: NaiveDate, on: NaiveDate) -> Settlement {
    let days = u32::try_from((on - last_due).num_days()).unwrap_or(0);
    Settlement {
        principal: balance,
        days,
        interest: daily_interest(balance, rate, days),
    }
}

/// Interest on a balance for so many days at annual rate / 360, rounded half-up to the fen.
pub fn daily_interest(balance: Fen, rate: Rate, days: u32) -> Fen {
    let interest = quotient_half_up(
        i128::from(balance.get()) * i128::from(rate.units()) * i128::from(days),
        i128::from(Rate::UNITS_PER_WHOLE) * 360,
    );
    Fen::new(i64::try_from(interest).unwrap_or(i64::MAX))
}

mod repeated;

pub use repeated::{Every, prepay_repeatedly};

#[cfg(test)]
mod tests;
