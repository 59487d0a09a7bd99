//! Plans to pay for one home side by side: by the fund, by a bank, or by both.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::months::Months;
use crate::rate::{Rate, RateError};
use crate::repayment::{Loan, Schedule, due_on, schedule, together};

/// How a home could be paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Plan {
    /// 公积金贷款: the fund lends it all.
    Fund {
        /// The loan.
        fund: Loan,
    },
    /// 组合贷款: the fund lends its part, a bank the rest.
    Combined {
        /// The fund's part.
        fund: Loan,
        /// The bank's.
        bank: Loan,
    },
    /// 商业贷款: a bank lends it all.
    Commercial {
        /// The loan.
        bank: Loan,
    },
}

/// A plan, what it costs, and how it stands among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The plan.
    pub plan: Plan,
    /// All its instalments; of both loans together.
    pub schedule: Schedule,
    /// The day the last loan is repaid, where the day of granting is known.
    pub pays_off_on: Option<NaiveDate>,
    /// Total interest less that of the first plan.
    pub more_interest: Fen,
    /// First payment less that of the first plan.
    pub more_first_payment: Fen,
    /// Months until it is repaid less those of the first plan.
    pub more_months: i32,
    /// No plan costs less interest, and some cost more.
    pub cheapest: bool,
    /// No plan has a smaller first payment, and some have a larger one.
    pub lightest: bool,
}

/// Plans side by side, in their order. `granted` is the day of granting with the due day of each month (1 to 31).
///
/// ```
/// use fund::{money::Fen, months::Months, plan::{Plan, compare}, repayment::{Loan, Method}};
///
/// let fund = Loan {
///     principal: Fen::from_yuan(500_000),
///     months: Months::new(240)?,
///     rate: "2.60".parse()?,
///     method: Method::LevelPayment,
/// };
/// let shorter = Loan { months: Months::new(120)?, ..fund };
/// let plans = compare(&[Plan::Fund { fund }, Plan::Fund { fund: shorter }], None);
/// assert!(plans[0].lightest && plans[1].cheapest);
/// assert_eq!(plans[1].more_months, -120);
/// assert!(plans[1].more_interest < Fen::ZERO && plans[1].more_first_payment > Fen::ZERO);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(plans: &[Plan], granted: Option<(NaiveDate, u8)>) -> Vec<Compared> {
    let mut compared: Vec<_> = plans.iter().map(|plan| Compared::alone(*plan, granted)).collect();
    let interest = |plan: &Compared| plan.schedule.total_interest;
    let payment = |plan: &Compared| plan.schedule.first_payment();
    let Some(first) = compared.first().cloned() else {
        return compared;
    };
    let bounds = |figure: &dyn Fn(&Compared) -> Fen| {
        let least = compared.iter().map(figure).min();
        let most = compared.iter().map(figure).max();
        least.filter(|_| least != most)
    };
    let (cheapest, lightest) = (bounds(&interest), bounds(&payment));
    for plan in &mut compared {
        plan.more_interest = interest(plan) - interest(&first);
        plan.more_first_payment = payment(plan) - payment(&first);
        plan.more_months = i32::from(plan.plan.months().get()) - i32::from(first.plan.months().get());
        plan.cheapest = cheapest == Some(interest(plan));
        plan.lightest = lightest == Some(payment(plan));
    }
    compared
}

impl Compared {
    fn alone(plan: Plan, granted: Option<(NaiveDate, u8)>) -> Self {
        Self {
            plan,
            schedule: plan.schedule(),
            pays_off_on: granted.and_then(|(on, due_day)| due_on(on, due_day, plan.months().get())),
            more_interest: Fen::ZERO,
            more_first_payment: Fen::ZERO,
            more_months: 0,
            cheapest: false,
            lightest: false,
        }
    }
}

impl Plan {
    /// Its loans, the fund's first.
    pub fn loans(&self) -> impl Iterator<Item = &Loan> {
        let (first, second) = match self {
            Self::Fund { fund } => (fund, None),
            Self::Combined { fund, bank } => (fund, Some(bank)),
            Self::Commercial { bank } => (bank, None),
        };
        std::iter::once(first).chain(second)
    }

    /// All instalments, of both loans together.
    pub fn schedule(&self) -> Schedule {
        let schedules: Vec<_> = self.loans().map(schedule).collect();
        together(&schedules.iter().collect::<Vec<_>>())
    }

    /// The months until the last loan is repaid.
    pub fn months(&self) -> Months {
        self.loans().map(|loan| loan.months).max().unwrap_or(Months::MIN)
    }
}

/// A bank's rate: the loan prime rate and so many basis points (hundredths of a percent), below it when negative.
///
/// ```
/// use fund::{plan::prime_plus, rate::Rate};
///
/// let prime: Rate = "3.50".parse()?;
/// assert_eq!(prime_plus(prime, -45)?.to_string(), "3.05");
/// assert!(prime_plus(prime, -351).is_err());
/// # Ok::<(), fund::rate::RateError>(())
/// ```
pub fn prime_plus(prime: Rate, basis_points: i32) -> Result<Rate, RateError> {
    Rate::from_percent(prime.percent() + Decimal::new(i64::from(basis_points), 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::repayment::Method;

    fn loan(yuan: i64, months: u32, rate: &str, method: Method) -> Loan {
        Loan {
            principal: Fen::from_yuan(yuan),
            months: Months::new(months).unwrap(),
            rate: rate.parse().unwrap(),
            method,
        }
    }

    #[test]
    fn fund_combined_and_bank_side_by_side() {
        let fund = loan(800_000, 360, "2.60", Method::LevelPayment);
        let part = loan(500_000, 360, "2.60", Method::LevelPayment);
        let rest = loan(300_000, 300, "3.50", Method::LevelPrincipal);
        let bank = loan(800_000, 360, "3.50", Method::LevelPayment);
        let plans = [
            Plan::Combined {
                fund: part,
                bank: rest,
            },
            Plan::Fund { fund },
            Plan::Commercial { bank },
        ];
        let granted = Some(("2026-11-30".parse().unwrap(), 31));
        let compared = compare(&plans, granted);
        // 500,000 at 2.60 % and 300,000 at 3.50 %, by the schedules of each.
        assert_eq!(
            compared[0].schedule.first_payment(),
            schedule(&part).first_payment() + schedule(&rest).first_payment()
        );
        assert!(compared[0].more_interest == Fen::ZERO && compared[0].more_months == 0);
        let interest = |at: usize| compared[at].schedule.total_interest;
        // The bank's part is repaid faster, so that plan costs less interest though its rate is higher.
        assert!(compared[1].lightest && !compared[1].cheapest && compared[0].cheapest);
        assert!(compared[2].more_interest == interest(2) - interest(0) && interest(2) > interest(1));
        assert_eq!(compared[0].pays_off_on, "2056-11-30".parse().ok());
        assert_eq!(plans[0].months().get(), 360);
    }

    #[test]
    fn equals_are_not_set_above_each_other() {
        let fund = loan(100_000, 12, "2.60", Method::LevelPayment);
        let compared = compare(&[Plan::Fund { fund }, Plan::Commercial { bank: fund }], None);
        assert!(compared.iter().all(|plan| !plan.cheapest && !plan.lightest));
        assert!(compare(&[], None).is_empty());
        assert!(!compare(&[Plan::Fund { fund }], None)[0].cheapest, "alone");
    }

    proptest! {
        #[test]
        fn differences_and_marks_agree_with_the_figures(
            terms in proptest::collection::vec((1_u32..=360, 1_i64..2_000_000, any::<bool>()), 1..5),
        ) {
            let plans: Vec<_> = terms
                .iter()
                .map(|(months, yuan, level)| {
                    let method = if *level { Method::LevelPayment } else { Method::LevelPrincipal };
                    Plan::Fund { fund: loan(*yuan, *months, "2.60", method) }
                })
                .collect();
            let compared = compare(&plans, None);
            let least = compared.iter().map(|plan| plan.schedule.total_interest).min().unwrap();
            let same = compared.iter().all(|plan| plan.schedule.total_interest == least);
            for plan in &compared {
                let first = &compared[0].schedule;
                prop_assert_eq!(first.total_interest + plan.more_interest, plan.schedule.total_interest);
                prop_assert_eq!(first.first_payment() + plan.more_first_payment, plan.schedule.first_payment());
                prop_assert_eq!(plan.cheapest, !same && plan.schedule.total_interest == least);
            }
        }
    }
}
