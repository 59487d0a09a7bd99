//! What holds for every applicant.

use proptest::prelude::*;

use super::*;
use crate::repayment::schedule;

prop_compose! {
    fn any_applicant()(
        (product, home, contributors, method) in (
            prop::sample::select(Product::ALL.to_vec()), prop::sample::select(Home::ALL.to_vec()),
            prop::sample::select(Contributors::ALL.to_vec()), prop::sample::select(Method::ALL.to_vec()),
        ),
        (price, balances, income, debts) in (
            -100_i64..500_000_000, -100_i64..50_000_000, -100_i64..10_000_000, -100_i64..2_000_000,
        ),
        (children, months_contributed, months) in (0_u8..5, 0_u16..400, 1_u32..=360),
        person in prop::option::of((0_u64..25_000, prop::option::of(prop::sample::select(Track::ALL.to_vec())))),
    ) -> Applicant {
        Applicant {
            product, home, contributors, method, children, months_contributed,
            price: Fen::new(price),
            balances: Fen::new(balances),
            income: Fen::new(income),
            debts: Fen::new(debts),
            months: Months::new(months).unwrap(),
            person: person.map(|(days, track)| Person {
                birth: day("1940-01-01") + chrono::Days::new(days),
                track,
            }),
            ..couple()
        }
    }
}

proptest! {
    #[test]
    fn the_quota_is_the_least_limit_rounded_down(applicant in any_applicant()) {
        let answer = assess_today(&applicant);
        prop_assert!(answer.quota >= Fen::ZERO);
        prop_assert_eq!(answer.quota.get() % 100_000, 0);
        prop_assert!(answer.limits.iter().all(|limit| answer.quota <= limit.amount));
        prop_assert!(amount(&answer, answer.binding) - answer.quota < yuan(1_000));
        let codes: Vec<_> = answer.limits.iter().map(|limit| limit.code).collect();
        // What is owed to a bank is nobody's here.
        prop_assert_eq!(codes, LimitCode::ALL[..LimitCode::ALL.len() - 1].to_vec());
    }

    #[test]
    fn the_payment_fits_the_income(applicant in any_applicant()) {
        let answer = assess_today(&applicant);
        if let (Some(months), true) = (answer.months, answer.quota > Fen::ZERO) {
            let rate = rates().of(months);
            let loan = Loan { principal: answer.quota, months, rate, method: applicant.method };
            prop_assert_eq!(schedule(&loan).first_payment(), answer.first_payment);
            let debts = answer.first_payment + applicant.debts.or_zero();
            prop_assert!(debts <= Percent::new(60).unwrap().of(applicant.income));
        }
    }

    #[test]
    fn more_money_never_lowers_the_quota(applicant in any_applicant(), more in 0_i64..10_000_000) {
        let quota = assess_today(&applicant).quota;
        let more = Fen::new(more);
        for richer in [
            Applicant { balances: applicant.balances + more, ..applicant.clone() },
            Applicant { income: applicant.income + more, ..applicant.clone() },
            Applicant { price: applicant.price + more, ..applicant.clone() },
            Applicant { debts: applicant.debts - more, ..applicant.clone() },
        ] {
            prop_assert!(assess_today(&richer).quota >= quota);
        }
    }
    #[test]
    fn other_terms_need_no_rules(applicant in any_applicant(), asked in 1_u32..=360) {
        let asked = Months::new(asked).unwrap();
        let reach = Reach::new(&applicant, &rules(), &rates(), &assess_today(&applicant));
        let answer = assess_today(&Applicant { months: asked, ..applicant });
        let expected = Reached { quota: answer.quota, binding: answer.binding, months: answer.months };
        prop_assert_eq!(reach.over(asked), expected);
        let capacity = answer.limits.iter().find(|limit| limit.code == LimitCode::Capacity).unwrap();
        prop_assert_eq!(&capacity.working, &Working::Capacity(reach.means.working(asked)));
    }
}
