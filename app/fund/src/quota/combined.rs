//! The bank's part of a combined loan (组合贷款): what the price still asks for once the fund has lent its part.

use serde::{Deserialize, Serialize};

use super::code::{LimitCode, Product};
use super::rules::QuotaRules;
use super::{Applicant, Assessment};
use crate::money::Fen;
use crate::rate::Rate;
use crate::repayment::{Loan, affordable, first_payment};

/// What a bank would have to lend beside the fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankPart {
    /// The amount.
    pub amount: Fen,
    /// Its annual rate.
    pub rate: Rate,
    /// Its first payment over the same term, repaid in the same way.
    pub first_payment: Fen,
    /// The first payment of both parts together.
    pub together: Fen,
}

/// The bank's part when the fund lends the whole quota: up to the price less the least down payment, as far as the income
/// carries both payments, rounded down like the quota. `None` for other products and where there is no term.
///
/// `rate` is the bank's; whether the bank lends is for the bank to say.
pub fn bank_part(
    applicant: &Applicant,
    assessment: &Assessment,
    rules: &QuotaRules,
    rate: Rate,
) -> Option<BankPart> {
    let months = assessment
        .months
        .filter(|_| applicant.product == Product::Combined)?;
    let method = applicant.method;
    let limit = |code| assessment.limits.iter().find(|limit| limit.code == code);
    let by_price = (limit(LimitCode::Price)?.amount - assessment.quota).or_zero();
    let income = rules.capacity.share.of(applicant.income.or_zero());
    let left = (income - applicant.debts.or_zero() - assessment.first_payment).or_zero();
    let by_income = affordable(left, months, rate, method);
    let amount = by_price.min(by_income).rounded_down_to(rules.rounding.unit);
    let payment = first_payment(&Loan {
        principal: amount,
        months,
        rate,
        method,
    });
    Some(BankPart {
        amount,
        rate,
        first_payment: payment,
        together: assessment.first_payment + payment,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{couple, rates, rules, today, yuan};
    use super::super::{Contributors, assess};
    use super::*;

    fn part(applicant: &Applicant) -> Option<BankPart> {
        let assessment = assess(applicant, &rules(), &rates(), today());
        bank_part(applicant, &assessment, &rules(), "3.50".parse().unwrap())
    }

    #[test]
    fn the_bank_lends_what_the_price_leaves() {
        let one = Applicant {
            contributors: Contributors::One,
            product: Product::Combined,
            ..couple()
        };
        // 640,000 of the price, 500,000 from the fund.
        let part = part(&one).unwrap();
        assert_eq!(part.amount, yuan(140_000));
        assert!(part.together <= rules().capacity.share.of(one.income));
    }

    #[test]
    fn the_income_carries_both_or_the_bank_lends_less() {
        let tight = Applicant {
            contributors: Contributors::One,
            product: Product::Combined,
            income: yuan(3_700),
            ..couple()
        };
        let part = part(&tight).unwrap();
        assert!(part.amount < yuan(60_000), "{part:?}");
        assert!(part.together <= rules().capacity.share.of(tight.income));
    }

    #[test]
    fn other_products_have_no_bank_part() {
        assert_eq!(part(&couple()), None);
    }
}
