//! Two loans for one home (组合贷款) as one table.

use super::{Instalment, Schedule};
use crate::money::Fen;

/// Several schedules month by month as one: what is paid and owed altogether. The shorter loans simply end.
///
/// Their instalments must fall due together, which is how banks and funds arrange combined loans.
///
/// ```
/// use fund::{money::Fen, months::Months, repayment::{Loan, Method, schedule, together}};
///
/// let fund = Loan {
///     principal: Fen::from_yuan(500_000),
///     months: Months::new(240)?,
///     rate: "2.60".parse()?,
///     method: Method::LevelPayment,
/// };
/// let bank = Loan { principal: Fen::from_yuan(300_000), months: Months::new(360)?, rate: "3.50".parse()?, ..fund };
/// let (fund, bank) = (schedule(&fund), schedule(&bank));
/// let both = together(&[&fund, &bank]);
/// assert_eq!(both.instalments.len(), 360);
/// assert_eq!(both.first_payment(), fund.first_payment() + bank.first_payment());
/// assert_eq!(both.instalments[239].balance, bank.instalments[239].balance);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn together(schedules: &[&Schedule]) -> Schedule {
    let longest = schedules.iter().map(|schedule| schedule.instalments.len()).max();
    let instalments = (0..longest.unwrap_or(0))
        .zip(1..)
        .map(|(at, number)| {
            let months = schedules
                .iter()
                .filter_map(|schedule| schedule.instalments.get(at));
            months.fold(nothing(number), add)
        })
        .collect();
    Schedule::of(instalments)
}

const fn nothing(number: u16) -> Instalment {
    Instalment {
        number,
        payment: Fen::ZERO,
        principal: Fen::ZERO,
        interest: Fen::ZERO,
        balance: Fen::ZERO,
    }
}

fn add(sum: Instalment, month: &Instalment) -> Instalment {
    Instalment {
        number: sum.number,
        payment: sum.payment + month.payment,
        principal: sum.principal + month.principal,
        interest: sum.interest + month.interest,
        balance: sum.balance + month.balance,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::months::Months;
    use crate::rate::Rate;
    use crate::repayment::{Loan, Method, schedule};

    #[test]
    fn nothing_together_is_nothing() {
        let none = together(&[]);
        assert!(none.instalments.is_empty());
        assert_eq!(none.total_paid, Fen::ZERO);
    }

    prop_compose! {
        fn any_loan()(fen in 0_i64..500_000_000, months in 1_u32..=360, bp in 0_i64..=600, level in any::<bool>()) -> Loan {
            Loan {
                principal: Fen::new(fen),
                months: Months::new(months).unwrap(),
                rate: Rate::from_percent(rust_decimal::Decimal::new(bp, 2)).unwrap(),
                method: if level { Method::LevelPayment } else { Method::LevelPrincipal },
            }
        }
    }

    proptest! {
        #[test]
        fn every_month_is_the_sum_of_its_parts(loans in proptest::collection::vec(any_loan(), 1..4)) {
            let schedules: Vec<_> = loans.iter().map(schedule).collect();
            let parts: Vec<_> = schedules.iter().collect();
            let both = together(&parts);
            prop_assert_eq!(both.total_interest, parts.iter().map(|part| part.total_interest).sum::<Fen>());
            prop_assert_eq!(both.total_paid, parts.iter().map(|part| part.total_paid).sum::<Fen>());
            let mut owed: Fen = loans.iter().map(|loan| loan.principal).sum();
            for (month, number) in both.instalments.iter().zip(1..) {
                prop_assert_eq!(month.number, number);
                prop_assert_eq!(month.payment, month.principal + month.interest);
                owed -= month.principal;
                prop_assert_eq!(month.balance, owed);
            }
            prop_assert_eq!(owed, Fen::ZERO);
        }
    }
}
