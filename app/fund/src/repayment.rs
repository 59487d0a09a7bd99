//! What a loan costs: the repayment schedule, month by month.
//!
//! The convention, shown on the page beside the figures: the monthly rate is the annual rate / 12, unrounded. Each
//! month's interest is balance × monthly rate rounded half-up to the fen. *Level payment* (等额本息) pays
//! P·i·(1+i)^n / ((1+i)^n − 1), rounded half-up to the fen, every month; *level principal* (等额本金) repays P / n,
//! rounded half-up, every month. The last instalment clears the balance, so it may differ a little.
//!
//! Interest is a quotient of integers (fen × the rate's [units](Rate::units) over one denominator), so it carries no
//! rounding error; only the level payment itself, computed once, goes through a 28-digit decimal power.

mod afford;
mod agreement;
mod course;
mod dated;
mod due;
mod prepayment;
mod replay;
mod together;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::money::{Fen, quotient_half_up};
use crate::months::Months;
use crate::rate::Rate;

pub use afford::affordable;
pub use agreement::{Agreement, Booked, Compared, InLedger, agreement};
pub use course::{Course, Keep};
pub use dated::{DatedSchedule, Dates, FirstPeriod, dated};
pub use due::{DueDays, NotDue, due_on};
pub use prepayment::{
    Done, Event, EventFault, Every, FeeBand, Pay, Prepaid, PrepaymentError, Settlement, Terms, Timing, best,
    daily_interest, fee, prepay, prepay_repeatedly, settlement, timings,
};
pub use replay::{Dated, Existing, January, Replay, ReplayError, Step, replay};
pub use together::together;

/// Twelve months of [`Rate::UNITS_PER_WHOLE`]: fen × units over this is one month's interest.
const MONTHLY_DENOMINATOR: i64 = 12 * Rate::UNITS_PER_WHOLE;

coded! {
    /// How a loan is repaid; the commoner way first.
    #[derive(Default)]
    Method {
        /// 等额本息: the same payment every month.
        #[default]
        LevelPayment = "level_payment",
        /// 等额本金: the same principal every month, with less and less interest.
        LevelPrincipal = "level_principal",
    }
}

/// What is lent, for how long, at what rate, and how it is repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// The amount lent. Nothing is owed when it is negative.
    pub principal: Fen,
    /// The number of monthly instalments.
    pub months: Months,
    /// The annual rate.
    pub rate: Rate,
    /// How it is repaid.
    pub method: Method,
}

/// One month's payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// 1 for the first.
    pub number: u16,
    /// Principal and interest together.
    pub payment: Fen,
    /// The part that lowers the balance.
    pub principal: Fen,
    /// The month's interest on the balance before this payment.
    pub interest: Fen,
    /// What is still owed afterwards.
    pub balance: Fen,
}

/// A whole loan, month by month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// One per month of the term, in order.
    pub instalments: Vec<Instalment>,
    /// All interest.
    pub total_interest: Fen,
    /// All payments.
    pub total_paid: Fen,
}

/// Twelve instalments (fewer in an unfinished last year) taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// 1 for the first year of the loan.
    pub number: u16,
    /// All payments of the year.
    pub payment: Fen,
    /// All principal repaid in the year.
    pub principal: Fen,
    /// All interest of the year.
    pub interest: Fen,
    /// What is still owed at its end.
    pub balance: Fen,
}

/// The repayment schedule of a loan, by the convention at the top of this module.
///
/// ```
/// use fund::{money::Fen, months::Months, repayment::{Loan, Method, schedule}};
///
/// let loan = Loan {
///     principal: Fen::from_yuan(1_000_000),
///     months: Months::new(360)?,
///     rate: "3.25".parse()?,
///     method: Method::LevelPayment,
/// };
/// let schedule = schedule(&loan);
/// assert_eq!(schedule.first_payment().to_string(), "4352.06");
/// assert_eq!(schedule.last_payment().to_string(), "4354.27");
/// assert_eq!(schedule.total_interest.to_string(), "566743.81");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schedule(loan: &Loan) -> Schedule {
    let months = loan.months.get();
    let level = Level::of(loan);
    let units = loan.rate.units();
    let mut instalments = Vec::with_capacity(usize::from(months));
    let mut balance = loan.principal.or_zero();
    let mut total_interest = Fen::ZERO;
    let mut total_paid = Fen::ZERO;
    for number in 1..=months {
        let interest = interest_at(balance, units);
        let principal = if number == months {
            balance
        } else {
            level.principal(interest).min(balance)
        };
        let payment = principal + interest;
        balance -= principal;
        total_interest += interest;
        total_paid += payment;
        instalments.push(Instalment {
            number,
            payment,
            principal,
            interest,
            balance,
        });
    }
    Schedule {
        instalments,
        total_interest,
        total_paid,
    }
}

/// The first payment of a loan's [`schedule`], without computing the rest: the dearest month of either method, leaving
/// aside the last instalment's few fen.
pub fn first_payment(loan: &Loan) -> Fen {
    let balance = loan.principal.or_zero();
    let interest = monthly_interest(balance, loan.rate);
    if loan.months == Months::MIN {
        return balance + interest;
    }
    Level::of(loan).principal(interest).min(balance) + interest
}

/// The sums of each year of the loan, counted from its first instalment.
///
/// ```
/// # use fund::{money::Fen, months::Months, repayment::{Loan, Method, schedule, yearly}};
/// # let loan = Loan {
/// #     principal: Fen::from_yuan(1_000_000),
/// #     months: Months::new(360)?,
/// #     rate: "3.25".parse()?,
/// #     method: Method::LevelPayment,
/// # };
/// let years = yearly(&schedule(&loan));
/// assert_eq!(years.len(), 30);
/// assert_eq!(years[0].payment, Fen::parse_yuan("52224.72")?);
/// assert_eq!(years[29].balance, Fen::ZERO);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn yearly(schedule: &Schedule) -> Vec<Year> {
    schedule
        .instalments
        .chunks(12)
        .zip(1..)
        .map(|(months, number)| Year {
            number,
            payment: months.iter().map(|month| month.payment).sum(),
            principal: months.iter().map(|month| month.principal).sum(),
            interest: months.iter().map(|month| month.interest).sum(),
            balance: months.last().map_or(Fen::ZERO, |month| month.balance),
        })
        .collect()
}

/// One month's interest on a balance, rounded half-up to the fen.
pub fn monthly_interest(balance: Fen, rate: Rate) -> Fen {
    interest_at(balance, rate.units())
}

fn interest_at(balance: Fen, units: i64) -> Fen {
    let fen = balance.get();
    // The dividend of nearly every loan fits 64 bits, where dividing by a constant costs a multiplication.
    if let Some(dividend) = fen.checked_mul(units).filter(|dividend| *dividend >= 0)
        && let Some(raised) = dividend.checked_add(MONTHLY_DENOMINATOR / 2)
    {
        return Fen::new(raised / MONTHLY_DENOMINATOR);
    }
    let interest = quotient_half_up(
        i128::from(fen) * i128::from(units),
        i128::from(MONTHLY_DENOMINATOR),
    );
    // At most 3 % of the balance, so it always fits.
    Fen::new(i64::try_from(interest).unwrap_or(i64::MAX))
}

/// What stays the same from month to month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Payment(Fen),
    Principal(Fen),
}

impl Level {
    fn of(loan: &Loan) -> Self {
        let principal = loan.principal.or_zero();
        match loan.method {
            Method::LevelPrincipal => Self::Principal(share(principal, loan.months)),
            // Without interest both methods are the same, and the formula would divide zero by zero.
            Method::LevelPayment if loan.rate == Rate::ZERO => Self::Payment(share(principal, loan.months)),
            Method::LevelPayment => Self::Payment(level_payment(principal, loan.months, loan.rate)),
        }
    }

    /// The principal of a month with this much interest. Never negative: the level payment exceeds the first month's
    /// interest before both are rounded the same way, and later months have less.
    fn principal(&self, interest: Fen) -> Fen {
        match *self {
            Self::Payment(payment) => (payment - interest).or_zero(),
            Self::Principal(principal) => principal,
        }
    }
}

/// P / n rounded half-up.
fn share(principal: Fen, months: Months) -> Fen {
    let share = quotient_half_up(i128::from(principal.get()), i128::from(months.get()));
    Fen::new(i64::try_from(share).unwrap_or(i64::MAX))
}

/// P·i·(1+i)^n / ((1+i)^n − 1) rounded half-up to the fen, for a rate above zero.
fn level_payment(principal: Fen, months: Months, rate: Rate) -> Fen {
    let payment = Decimal::from(principal.get()) * level_factor(months, rate);
    // A true half (10,050 fen over two months at 12 % pay 5,100.5 each) may come out a hair below: dropping the digits
    // that the decimals cannot vouch for brings it back before the rounding that counts.
    let payment = payment
        .round_dp(9)
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Fen::new(i64::try_from(payment).unwrap_or(i64::MAX))
}

/// i·(1+i)^n / ((1+i)^n − 1), the level payment of one fen, for a rate above zero.
///
/// Rates up to 36 % and terms up to 360 months keep the power below 50,000 and every product far from the largest
/// decimal (7.9 × 10^28), so no step can overflow.
fn level_factor(months: Months, rate: Rate) -> Decimal {
    let monthly = Decimal::from(rate.units()) / Decimal::from(MONTHLY_DENOMINATOR);
    let growth = power(Decimal::ONE + monthly, months.get());
    monthly * growth / (growth - Decimal::ONE)
}

/// `base` to the power of `exponent`, by squaring.
fn power(mut base: Decimal, mut exponent: u16) -> Decimal {
    let mut result = Decimal::ONE;
    while exponent > 1 {
        if exponent % 2 == 1 {
            result *= base;
        }
        base *= base;
        exponent /= 2;
    }
    if exponent == 1 { result * base } else { result }
}

impl Schedule {
    /// The instalments with their sums.
    fn of(instalments: Vec<Instalment>) -> Self {
        let sum = |part: fn(&Instalment) -> Fen| instalments.iter().map(part).sum();
        Self {
            total_interest: sum(|instalment| instalment.interest),
            total_paid: sum(|instalment| instalment.payment),
            instalments,
        }
    }

    /// The first instalment's payment.
    pub fn first_payment(&self) -> Fen {
        self.instalments.first().map_or(Fen::ZERO, |first| first.payment)
    }

    /// The last instalment's payment, which clears the balance.
    pub fn last_payment(&self) -> Fen {
        self.instalments.last().map_or(Fen::ZERO, |last| last.payment)
    }
}

#[cfg(test)]
mod tests;
