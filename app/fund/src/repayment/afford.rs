//! The other way round: how much can be lent for a payment.

use rust_decimal::Decimal;

use super::{Loan, MONTHLY_DENOMINATOR, Method, first_payment, level_factor};
use crate::money::Fen;
use crate::months::Months;
use crate::rate::Rate;

const YUAN: Fen = Fen::from_yuan(1);

/// The largest principal, in whole yuan, whose first payment is at most `payment`.
///
/// The first payment is the dearest of level principal and the usual one of level payment, so who can carry it can carry
/// the loan. Zero when `payment` is negative.
///
/// ```
/// use fund::{money::Fen, months::Months, repayment::{Method, affordable}};
///
/// let payment = Fen::parse_yuan("4352.06")?;
/// let principal = affordable(payment, Months::new(360)?, "3.25".parse()?, Method::LevelPayment);
/// assert_eq!(principal, Fen::from_yuan(1_000_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn affordable(payment: Fen, months: Months, rate: Rate, method: Method) -> Fen {
    if payment.is_negative() {
        return Fen::ZERO;
    }
    let fits = |principal| {
        first_payment(&Loan {
            principal,
            months,
            rate,
            method,
        }) <= payment
    };
    let mut principal = estimate(payment, months, rate, method).rounded_down_to(YUAN);
    while principal > Fen::ZERO && !fits(principal) {
        principal = (principal - YUAN).or_zero();
    }
    // Each of the two rounded parts of a payment can hide half a fen, which is at most 360 fen of principal.
    for _ in 0..4 {
        if fits(principal + YUAN) {
            principal += YUAN;
        }
    }
    principal
}

/// The principal by the closed formula, a few yuan off at most because the schedule rounds its parts.
fn estimate(payment: Fen, months: Months, rate: Rate, method: Method) -> Fen {
    let monthly = Decimal::from(rate.units()) / Decimal::from(MONTHLY_DENOMINATOR);
    let per_fen = match method {
        Method::LevelPayment if rate > Rate::ZERO => level_factor(months, rate),
        // Also level payment without interest, where both methods are one.
        _ => Decimal::ONE / Decimal::from(months.get()) + monthly,
    };
    let principal = Decimal::from(payment.get()) / per_fen;
    Fen::new(i64::try_from(principal.trunc()).unwrap_or(i64::MAX))
}
