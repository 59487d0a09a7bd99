//! Published examples first, then what must hold for every loan.

use num_bigint::BigInt;
use proptest::prelude::*;
use rust_decimal::prelude::ToPrimitive;

use super::*;

fn loan(yuan: &str, months: u32, rate: &str, method: Method) -> Loan {
    Loan {
        principal: Fen::parse_yuan(yuan).unwrap(),
        months: Months::new(months).unwrap(),
        rate: rate.parse().unwrap(),
        method,
    }
}

fn yuan(text: &str) -> Fen {
    Fen::parse_yuan(text).unwrap()
}

#[test]
fn a_million_over_thirty_years() {
    let level = schedule(&loan("1000000", 360, "3.25", Method::LevelPayment));
    assert_eq!(level.instalments.len(), 360);
    assert_eq!(level.first_payment(), yuan("4352.06"));
    assert_eq!(level.last_payment(), yuan("4354.27"));
    assert_eq!(level.total_interest, yuan("566743.81"));
    assert_eq!(level.total_paid, yuan("1566743.81"));
    let first = level.instalments[0];
    assert_eq!(first.interest, yuan("2708.33"));
    assert_eq!(first.principal, yuan("1643.73"));
    assert_eq!(first.balance, yuan("998356.27"));
}

#[test]
fn level_principal_falls_by_the_same_step() {
    let schedule = schedule(&loan("600000", 240, "3.25", Method::LevelPrincipal));
    assert_eq!(schedule.first_payment(), yuan("4125.00"));
    assert_eq!(schedule.instalments[1].payment, yuan("4118.23"));
    assert_eq!(schedule.last_payment(), yuan("2506.77"));
    assert!(
        schedule
            .instalments
            .iter()
            .all(|month| month.principal == yuan("2500"))
    );
    // P·i·(n+1)/2 = 195,812.50 before each month's rounding.
    assert!((schedule.total_interest - yuan("195812.50")).get().abs() <= 120);
}

#[test]
fn without_interest_the_principal_is_shared_out() {
    for method in Method::ALL {
        let schedule = schedule(&loan("1000", 7, "0", method));
        let payments: Vec<i64> = schedule
            .instalments
            .iter()
            .map(|month| month.payment.get())
            .collect();
        assert_eq!(payments, [14_286, 14_286, 14_286, 14_286, 14_286, 14_286, 14_284]);
        assert_eq!(schedule.total_interest, Fen::ZERO);
    }
}

#[test]
fn one_month_pays_all_at_once() {
    for method in Method::ALL {
        let loan = loan("1000", 1, "3.25", method);
        assert_eq!(schedule(&loan).last_payment(), yuan("1002.71"));
        assert_eq!(first_payment(&loan), yuan("1002.71"));
    }
}

#[test]
fn a_true_half_rounds_up() {
    // 10,050 × 0.01 × 1.01² / (1.01² − 1) = 5,100.5 exactly.
    assert_eq!(
        first_payment(&loan("100.50", 2, "12", Method::LevelPayment)),
        Fen::new(5_101)
    );
    // At 3.25 % i = 13/4800, no finite decimal. Over two months M = P·4813² / (4800·9613), so this P pays 4813²/2 × 3.
    let principal = Fen::new(2_400 * 9_613 * 3);
    let loan = Loan {
        principal,
        ..loan("0", 2, "3.25", Method::LevelPayment)
    };
    assert_eq!(first_payment(&loan), Fen::new((4_813 * 4_813 * 3 + 1) / 2));
}

#[test]
fn a_fen_over_thirty_years_is_never_negative() {
    for fen in [0, 1, 2, 17, 100, 200, 361] {
        for rate in ["0", "0.000001", "3.25", "36"] {
            for method in Method::ALL {
                let loan = Loan {
                    principal: Fen::new(fen),
                    ..loan("0", 360, rate, method)
                };
                assert_sound(&loan);
            }
        }
    }
}

#[test]
fn a_negative_principal_owes_nothing() {
    let schedule = schedule(&loan("-5", 12, "3.25", Method::LevelPayment));
    assert_eq!(schedule.total_paid, Fen::ZERO);
}

#[test]
fn the_largest_amount_does_not_panic() {
    for method in Method::ALL {
        let loan = Loan {
            principal: Fen::MAX,
            ..loan("0", 360, "36", method)
        };
        assert_eq!(schedule(&loan).instalments.last().unwrap().balance, Fen::ZERO);
    }
}

#[test]
fn nothing_is_affordable_below_zero_and_everything_ends() {
    let rate = "3.25".parse().unwrap();
    for method in Method::ALL {
        assert_eq!(affordable(Fen::new(-1), Months::MAX, rate, method), Fen::ZERO);
        assert!(affordable(Fen::MAX, Months::MAX, rate, method) > Fen::from_yuan(10_000_000_000_000));
    }
}

#[test]
fn years_add_up_to_the_whole() {
    let schedule = schedule(&loan("350000", 130, "2.6", Method::LevelPayment));
    let years = yearly(&schedule);
    assert_eq!(years.len(), 11);
    assert_eq!(
        years.iter().map(|year| year.payment).sum::<Fen>(),
        schedule.total_paid
    );
    assert_eq!(
        years.iter().map(|year| year.interest).sum::<Fen>(),
        schedule.total_interest
    );
    assert_eq!(years[10].number, 11);
    assert_eq!(years[10].balance, Fen::ZERO);
}

#[test]
fn codes_read_back() {
    for method in Method::ALL {
        assert_eq!(method.code().parse(), Ok(method));
        assert_eq!(serde_json::to_string(&method).unwrap(), format!("\"{method}\""));
    }
    assert_eq!(
        "LevelPayment".parse::<Method>(),
        Err(crate::code::UnknownCode(&["level_payment", "level_principal"]))
    );
}

/// What every schedule must satisfy.
fn assert_sound(loan: &Loan) {
    let schedule = schedule(loan);
    assert_eq!(schedule.instalments.len(), usize::from(loan.months.get()));
    assert_eq!(first_payment(loan), schedule.first_payment());
    let mut balance = loan.principal;
    for month in &schedule.instalments {
        assert_eq!(
            month.payment,
            month.principal + month.interest,
            "{loan:?} {month:?}"
        );
        assert!(
            month.interest >= Fen::ZERO && month.principal >= Fen::ZERO,
            "{loan:?} {month:?}"
        );
        assert_eq!(
            month.interest,
            exact_interest(balance, loan.rate),
            "{loan:?} {month:?}"
        );
        balance -= month.principal;
        assert_eq!(month.balance, balance);
    }
    assert_eq!(balance, Fen::ZERO, "{loan:?}");
    let sum = |part: fn(&Instalment) -> Fen| schedule.instalments.iter().map(part).sum::<Fen>();
    assert_eq!(sum(|month| month.principal), loan.principal);
    assert_eq!(sum(|month| month.interest), schedule.total_interest);
    assert_eq!(schedule.total_paid, loan.principal + schedule.total_interest);
}

fn exact_interest(balance: Fen, rate: Rate) -> Fen {
    let doubled = 2 * i128::from(balance.get()) * i128::from(rate.units());
    let denominator = 2 * i128::from(MONTHLY_DENOMINATOR);
    Fen::new(i64::try_from((doubled + denominator / 2).div_euclid(denominator)).unwrap())
}

/// The level payment by exact rationals of thousands of digits: with i = a/b it is P·a·s / (b·(s − t)) where
/// s = (a+b)^n and t = b^n, and half-up rounding is floor((2x + 1) / 2).
fn exact_level_payment(loan: &Loan) -> Fen {
    let (a, b) = (BigInt::from(loan.rate.units()), BigInt::from(MONTHLY_DENOMINATOR));
    let months = u32::from(loan.months.get());
    let (s, t) = ((&a + &b).pow(months), b.pow(months));
    let numerator = BigInt::from(loan.principal.get()) * a * &s;
    let denominator = b * (s - t);
    let rounded: BigInt = (BigInt::from(2) * numerator + &denominator) / (BigInt::from(2) * denominator);
    Fen::new(i64::try_from(rounded).unwrap())
}

/// The most by which rounding can set the totals of two loans of these terms apart. The level payment and each
/// month's interest are off by at most half a fen; together a fen a month, which bears interest until the last
/// instalment clears it. That is an annuity's final value, once for each of the two loans.
fn carried_by_rounding(loan: &Loan) -> Fen {
    let growth = Decimal::ONE + Decimal::from(loan.rate.units()) / Decimal::from(MONTHLY_DENOMINATOR);
    let final_value = (0..loan.months.get()).fold(Decimal::ZERO, |sum, _| sum * growth + Decimal::ONE);
    Fen::new(2 * final_value.ceil().to_i64().unwrap())
}

#[test]
fn rounding_can_outweigh_a_little_more_principal() {
    let loan = loan("6177743906.54", 351, "35.218051", Method::LevelPayment);
    let larger = Loan {
        principal: loan.principal + yuan("575.18"),
        ..loan
    };
    let saved = schedule(&loan).total_paid - schedule(&larger).total_paid;
    assert!(
        saved > Fen::ZERO && saved <= carried_by_rounding(&loan),
        "{saved}"
    );
}

prop_compose! {
    fn any_loan()(
        fen in prop_oneof![0_i64..2_000, 0_i64..10_000_000_000_000],
        months in 1_u32..=360,
        units in prop_oneof![Just(0_i64), 0_i64..=36_000_000, (200_i64..=600).prop_map(|bp| bp * 10_000)],
        method in prop_oneof![Just(Method::LevelPayment), Just(Method::LevelPrincipal)],
    ) -> Loan {
        Loan {
            principal: Fen::new(fen),
            months: Months::new(months).unwrap(),
            rate: Rate::from_percent(Decimal::new(units, 6)).unwrap(),
            method,
        }
    }
}

proptest! {
    #[test]
    fn every_schedule_is_sound(loan in any_loan()) {
        assert_sound(&loan);
    }

    #[test]
    fn the_level_payment_is_exact(loan in any_loan()) {
        if loan.rate > Rate::ZERO {
            let payment = level_payment(loan.principal, loan.months, loan.rate);
            prop_assert_eq!(payment, exact_level_payment(&loan));
        }
    }

    #[test]
    fn a_higher_rate_never_costs_less(loan in any_loan(), more in 0_i64..=1_000_000) {
        let units = (loan.rate.units() + more).min(36_000_000);
        let dearer = Loan { rate: Rate::from_percent(Decimal::new(units, 6)).unwrap(), ..loan };
        prop_assert!(first_payment(&dearer) >= first_payment(&loan));
    }

    /// The rounding of a level payment to the fen can outweigh a rate step of a millionth; a real step (one basis
    /// point) on a real loan it cannot.
    #[test]
    fn a_basis_point_more_costs_more(
        yuan in 100_000_i64..=3_000_000,
        months in 12_u32..=360,
        basis_points in 0_i64..=1_000,
        level_payment in any::<bool>(),
    ) {
        let at = |basis_points| schedule(&Loan {
            principal: Fen::from_yuan(yuan),
            months: Months::new(months).unwrap(),
            rate: Rate::from_percent(Decimal::new(basis_points, 2)).unwrap(),
            method: if level_payment { Method::LevelPayment } else { Method::LevelPrincipal },
        }).total_interest;
        prop_assert!(at(basis_points + 1) > at(basis_points));
    }

    #[test]
    fn what_is_affordable_fits_and_a_yuan_more_does_not(payment in 0_i64..100_000_000, any in any_loan()) {
        let payment = Fen::new(payment);
        let principal = affordable(payment, any.months, any.rate, any.method);
        let more = principal + Fen::from_yuan(1);
        prop_assert_eq!(principal.get() % 100, 0);
        let first = |principal| first_payment(&Loan { principal, ..any });
        prop_assert!(first(principal) <= payment);
        prop_assert!(first(more) > payment);
    }

    /// As above: the total can fall by what rounding carries to the last instalment, and by no more.
    #[test]
    fn more_principal_never_pays_less(loan in any_loan(), more in 0_i64..1_000_000) {
        let larger = Loan { principal: loan.principal + Fen::new(more), ..loan };
        prop_assert!(first_payment(&larger) >= first_payment(&loan));
        prop_assert!(schedule(&larger).total_paid + carried_by_rounding(&loan) >= schedule(&loan).total_paid);
    }

    #[test]
    fn a_real_step_of_principal_pays_more(
        yuan in 10_000_i64..=3_000_000,
        more in 100_i64..=10_000,
        months in 12_u32..=360,
        basis_points in 0_i64..=1_000,
        method in prop_oneof![Just(Method::LevelPayment), Just(Method::LevelPrincipal)],
    ) {
        let total = |yuan| schedule(&Loan {
            principal: Fen::from_yuan(yuan),
            months: Months::new(months).unwrap(),
            rate: Rate::from_percent(Decimal::new(basis_points, 2)).unwrap(),
            method,
        }).total_paid;
        prop_assert!(total(yuan + more) > total(yuan));
    }
}
