use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::costs::{Charge, ChargeBand};
use crate::quota::{AreaBand, Percent};

fn yuan(amount: i64) -> Fen {
    Fen::from_yuan(amount)
}

fn percent(number: u16) -> Percent {
    Percent::new(number).unwrap()
}

fn means() -> Means {
    Means {
        savings: yuan(300_000),
        budget: yuan(4_000),
        per_square_metre: yuan(7_000),
        months: Months::MAX,
        method: Method::LevelPayment,
    }
}

fn deed_tax() -> Tariff {
    let percent = |text: &str| Charge::Percent(text.parse().unwrap());
    Tariff {
        label: "契税".to_owned(),
        charge: percent("1"),
        bands: vec![ChargeBand {
            over: "140".parse().unwrap(),
            charge: percent("1.5"),
        }],
    }
}

fn offer() -> LendingTerms {
    LendingTerms {
        fund_most: yuan(500_000),
        unit: yuan(1_000),
        down_payment: DownPayment {
            percent: percent(20),
            bands: Vec::new(),
        },
        fund: TermRates {
            le5y: "2.10".parse().unwrap(),
            gt5y: "2.60".parse().unwrap(),
        },
        bank: Some("3.50".parse().unwrap()),
        costs: vec![deed_tax()],
    }
}

#[test]
fn the_fund_lends_first_and_the_bank_the_rest() {
    let answer = afford(&means(), &offer());
    assert_eq!(answer.fund.principal, yuan(500_000));
    // 4,000 less the fund's 2,001.70 carries 445,000 of the bank's: 1,998.25 (446,000 would pay 2,002.74).
    assert_eq!(first_payment(&answer.fund).to_string(), "2001.70");
    assert_eq!(answer.bank.principal, yuan(445_000));
    assert_eq!(answer.binding, Binding::Budget);
    // 300,000 + 945,000 pay the price and 1.5 % of it, since it is more than 140 m² at 7,000.
    assert_eq!(answer.price, yuan(1_226_600));
    assert_eq!(answer.area.to_string(), "175.22");
    assert_eq!(answer.cash, yuan(281_600) + yuan(18_399));
}

#[test]
fn without_a_bank_the_fund_decides() {
    let offer = LendingTerms {
        bank: None,
        ..offer()
    };
    let answer = afford(&means(), &offer);
    assert_eq!(answer.binding, Binding::FundLimit);
    assert_eq!(
        (answer.fund.principal, answer.bank.principal),
        (yuan(500_000), Fen::ZERO)
    );
    // 800,000 pay 792,079 and 1 % tax (7,920.79): 799,999.79.
    assert_eq!(answer.price, yuan(792_079));
}

#[test]
fn little_saved_means_little_bought() {
    let means = Means {
        savings: yuan(21_000),
        ..means()
    };
    let answer = afford(&means, &offer());
    assert_eq!(answer.binding, Binding::Savings);
    assert_eq!(answer.fund.principal, yuan(80_000));
    // 101,000 pay 100,000 and 1 %.
    assert_eq!(answer.price, yuan(100_000));
    assert_eq!(answer.cash, yuan(21_000));
}

#[test]
fn a_larger_down_payment_begins_with_a_larger_home() {
    let mut offer = LendingTerms {
        costs: Vec::new(),
        ..offer()
    };
    offer.down_payment.bands = vec![AreaBand {
        over: "90".parse().unwrap(),
        percent: percent(60),
    }];
    let means = Means {
        savings: yuan(200_000),
        ..means()
    };
    let answer = afford(&means, &offer);
    // 90.00 m² at 7,000: 630,069 are 90.0098 m². More would ask 60 %, and 200,000 of savings pay that for 333,333 only.
    assert_eq!((answer.price, answer.binding), (yuan(630_069), Binding::Area));
    // The least loan that does it.
    assert_eq!(answer.borrowed(), yuan(431_000));
    assert_eq!(answer.cash, yuan(199_069));
    // Where nothing at all is lent for a larger home, that is what is said.
    offer.down_payment.bands[0].percent = Percent::WHOLE;
    let answer = afford(&means, &offer);
    assert_eq!(
        (answer.price, answer.binding),
        (yuan(630_069), Binding::LargestArea)
    );
}

#[test]
fn nothing_saved_or_nothing_to_pay_with() {
    let nothing = Means {
        savings: Fen::ZERO,
        budget: Fen::ZERO,
        ..means()
    };
    let answer = afford(&nothing, &offer());
    assert_eq!((answer.price, answer.cash), (Fen::ZERO, Fen::ZERO));
    let only_fee = LendingTerms {
        costs: vec![Tariff {
            label: "登记费".to_owned(),
            charge: Charge::Amount(yuan(80)),
            bands: Vec::new(),
        }],
        ..offer()
    };
    assert_eq!(afford(&nothing, &only_fee).cash, Fen::ZERO);
    let no_loan = Means {
        budget: Fen::ZERO,
        ..means()
    };
    assert_eq!(afford(&no_loan, &only_fee).price, yuan(299_920));
}

#[test]
fn the_largest_amounts_do_not_panic() {
    let means = Means {
        savings: Fen::MAX,
        budget: Fen::MAX,
        per_square_metre: Fen::new(1),
        ..means()
    };
    assert!(afford(&means, &offer()).price > Fen::ZERO);
}

#[test]
fn a_rate_that_is_none_is_not_counted_with() {
    assert!(afford_at(&means(), &offer(), -300).is_none());
    assert_eq!(afford_at(&means(), &offer(), 0), Some(afford(&means(), &offer())));
}

prop_compose! {
    fn any_wish()(
        savings in 0_i64..800_000,
        budget in 0_i64..12_000,
        per_square_metre in 1_000_i64..30_000,
        months in 12_u32..=360,
        level in any::<bool>(),
    ) -> Means {
        Means {
            savings: yuan(savings),
            budget: yuan(budget),
            per_square_metre: yuan(per_square_metre),
            months: Months::new(months).unwrap(),
            method: if level { Method::LevelPayment } else { Method::LevelPrincipal },
        }
    }
}

prop_compose! {
    fn any_offer()(
        fund_most in 0_i64..1_000_000,
        down in 0_u16..=60,
        larger in 0_u16..=20,
        bank in proptest::option::of(260_i64..=600),
        fixed in 0_i64..5_000,
        per_metre in 0_i64..200,
    ) -> LendingTerms {
        let fee = |charge| Tariff { label: "费".to_owned(), charge, bands: Vec::new() };
        LendingTerms {
            fund_most: yuan(fund_most),
            down_payment: DownPayment {
                percent: percent(down),
                bands: vec![AreaBand { over: "90".parse().unwrap(), percent: percent(down + larger) }],
            },
            bank: bank.map(|points| Rate::from_percent(Decimal::new(points, 2)).unwrap()),
            costs: vec![
                deed_tax(),
                fee(Charge::Amount(yuan(fixed))),
                fee(Charge::PerSquareMetre(yuan(per_metre))),
            ],
            ..offer()
        }
    }
}

/// The four promises, tried for every possible loan one after the other: no halving, nothing of the search.
fn within_reach(price: Fen, means: &Means, offer: &LendingTerms) -> bool {
    let hundredths = price.get() * 100 / means.per_square_metre.get();
    let area = Area::from_hundredths(u32::try_from(hundredths).unwrap());
    let costs: Fen = offer.costs.iter().map(|cost| cost.of(price, area)).sum();
    let down = offer.down_payment.percent(Some(area));
    let lendable = price.get() * i64::from(100 - down.get()) / 100;
    (0..=lendable / offer.unit.get()).any(|units| {
        let loans = Fen::new(units * offer.unit.get());
        let cash_fits = price - loans + costs <= means.savings;
        if !cash_fits {
            return false;
        }
        let fund = loans.min(offer.fund_most.rounded_down_to(offer.unit));
        let loan = |principal, rate| {
            first_payment(&Loan {
                principal,
                rate,
                months: means.months,
                method: means.method,
            })
        };
        let by_fund = loan(fund, offer.fund.of(means.months));
        match offer.bank {
            Some(rate) => by_fund + loan(loans - fund, rate) <= means.budget,
            None => fund == loans && by_fund <= means.budget,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_price_is_within_reach_and_nothing_above_it_is(
        means in any_wish(),
        offer in any_offer(),
        further in proptest::collection::vec(1_i64..500_000, 12),
    ) {
        let answer = afford(&means, &offer);
        if answer.price > Fen::ZERO {
            prop_assert!(within_reach(answer.price, &means, &offer), "{answer:?}");
        }
        for more in (1..=3).chain(further) {
            prop_assert!(!within_reach(answer.price + yuan(more), &means, &offer), "{more} more than {answer:?}");
        }
    }

    #[test]
    fn the_figures_add_up(means in any_wish(), offer in any_offer()) {
        let answer = afford(&means, &offer);
        prop_assert_eq!(answer.down_payment + answer.fund.principal + answer.bank.principal, answer.price);
        prop_assert_eq!(answer.cash, answer.down_payment + answer.costs_total());
        prop_assert!(answer.cash <= means.savings && !answer.down_payment.is_negative());
        prop_assert!(answer.first_payment() <= means.budget);
        prop_assert_eq!(answer.price.get() % 100, 0);
    }

    #[test]
    fn a_dearer_loan_never_buys_more(means in any_wish(), offer in any_offer()) {
        let prices: Vec<_> = [-50, -25, 0, 25, 50]
            .into_iter()
            .map(|points| afford_at(&means, &offer, points).unwrap().price)
            .collect();
        prop_assert!(prices.is_sorted_by(|cheaper, dearer| cheaper >= dearer), "{prices:?}");
    }

    #[test]
    fn more_of_anything_never_buys_less(means in any_wish(), offer in any_offer(), more in 0_i64..50_000) {
        let price = afford(&means, &offer).price;
        let saved = Means { savings: means.savings + yuan(more), ..means };
        let earned = Means { budget: means.budget + yuan(more / 10), ..means };
        let lent = LendingTerms { fund_most: offer.fund_most + yuan(more), bank: None, ..offer.clone() };
        prop_assert!(afford(&saved, &offer).price >= price);
        prop_assert!(afford(&earned, &offer).price >= price);
        let fund_only = LendingTerms { bank: None, ..offer };
        prop_assert!(afford(&means, &lent).price >= afford(&means, &fund_only).price);
    }
}
