//! The demonstration edition at work: a couple's first home, then one thing changed at a time.

mod gates;
mod properties;
mod term;

use super::*;

const DEMONSTRATION: &str = include_str!("../../editions/xianning/quota.toml");

pub(super) fn rules() -> QuotaRules {
    QuotaRules::from_toml(DEMONSTRATION).unwrap()
}

pub(super) fn rates() -> TermRates {
    TermRates {
        le5y: "2.10".parse().unwrap(),
        gt5y: "2.60".parse().unwrap(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn today() -> NaiveDate {
    day("2026-11-20")
}

pub(super) fn yuan(amount: i64) -> Fen {
    Fen::from_yuan(amount)
}

/// A couple, both contributing for four years, buying a first home for 800,000 yuan.
pub(super) fn couple() -> Applicant {
    Applicant {
        product: Product::Ordinary,
        price: yuan(800_000),
        home: Home::First,
        area: Some("110".parse().unwrap()),
        building_age: None,
        green_building: false,
        contributors: Contributors::Two,
        children: 0,
        talent: false,
        balances: yuan(60_000),
        outstanding: None,
        months_contributed: 48,
        income: yuan(12_000),
        debts: Fen::ZERO,
        method: Method::LevelPayment,
        months: Months::MAX,
        person: None,
        circumstances: Circumstances::default(),
    }
}

fn assess_today(applicant: &Applicant) -> Assessment {
    assess(applicant, &rules(), &rates(), today())
}

fn amount(assessment: &Assessment, code: LimitCode) -> Fen {
    assessment
        .limits
        .iter()
        .find(|limit| limit.code == code)
        .unwrap()
        .amount
}

fn gate(assessment: &Assessment, code: GateCode) -> &Gate {
    assessment.gates.iter().find(|gate| gate.code == code).unwrap()
}

fn working(assessment: &Assessment, code: LimitCode) -> &Working {
    let mut limits = assessment.limits.iter();
    &limits.find(|limit| limit.code == code).unwrap().working
}

#[test]
fn the_price_limits_the_couple() {
    let answer = assess_today(&couple());
    assert_eq!((answer.quota, answer.binding), (yuan(640_000), LimitCode::Price));
    assert!(answer.possible());
    insta::assert_json_snapshot!(answer);
}

/// Every kind of working with something in it; `app::text::rules` says the same in words.
#[test]
fn each_limit_has_its_figures() {
    let answer = assess_today(&Applicant {
        children: 2,
        debts: Fen::new(100_050),
        balances: yuan(5_000),
        home: Home::Second,
        person: Some(Person {
            birth: day("1980-03-15"),
            track: Some(Track::WomanWorker),
        }),
        months_contributed: 4,
        ..couple()
    });
    let workings = answer.limits.iter().map(|limit| (limit.code, &limit.working));
    let conditions = answer.gates.iter().map(|gate| &gate.condition);
    insta::assert_debug_snapshot!((workings.collect::<Vec<_>>(), conditions.collect::<Vec<_>>()));
}

#[test]
fn each_limit_binds_in_its_turn() {
    let cases = [
        (
            Applicant {
                price: yuan(2_000_000),
                ..couple()
            },
            LimitCode::Ceiling,
            700_000,
        ),
        (
            Applicant {
                balances: yuan(12_345),
                ..couple()
            },
            LimitCode::Balance,
            246_000,
        ),
        (
            Applicant {
                balances: Fen::ZERO,
                ..couple()
            },
            LimitCode::Balance,
            200_000,
        ),
        (
            Applicant {
                home: Home::Second,
                ..couple()
            },
            LimitCode::Price,
            600_000,
        ),
        (
            Applicant {
                debts: yuan(5_200),
                ..couple()
            },
            LimitCode::Capacity,
            499_000,
        ),
        (
            Applicant {
                debts: yuan(7_200),
                ..couple()
            },
            LimitCode::Capacity,
            0,
        ),
        (
            Applicant {
                debts: yuan(99_999),
                ..couple()
            },
            LimitCode::Capacity,
            0,
        ),
    ];
    for (applicant, binding, quota) in cases {
        let answer = assess_today(&applicant);
        assert_eq!(
            (answer.binding, answer.quota),
            (binding, yuan(quota)),
            "{answer:?}"
        );
    }
}

#[test]
fn children_raise_the_ceiling_once() {
    for (children, ceiling) in [
        (0, 700_000),
        (1, 700_000),
        (2, 840_000),
        (3, 910_000),
        (5, 910_000),
    ] {
        let answer = assess_today(&Applicant { children, ..couple() });
        assert_eq!(
            amount(&answer, LimitCode::Ceiling),
            yuan(ceiling),
            "{children} children"
        );
    }
}

#[test]
fn a_large_family_gets_the_uplift_for_two_where_there_is_no_other() {
    let mut rules = rules();
    rules
        .ceiling
        .amounts
        .ordinary
        .uplifts
        .retain(|uplift| uplift.reason == Uplift::TwoChildren);
    let answer = assess(
        &Applicant {
            children: 4,
            ..couple()
        },
        &rules,
        &rates(),
        today(),
    );
    assert_eq!(amount(&answer, LimitCode::Ceiling), yuan(840_000));
}

#[test]
fn other_uplifts_add_up() {
    let mut rules = rules();
    rules.ceiling.amounts.ordinary.uplifts.extend([
        UpliftRule {
            reason: Uplift::Talent,
            raise: Raise::Amount(yuan(100_000)),
        },
        UpliftRule {
            reason: Uplift::GreenBuilding,
            raise: Raise::Percent(Percent::new(10).unwrap()),
        },
    ]);
    let applicant = Applicant {
        children: 2,
        talent: true,
        green_building: true,
        ..couple()
    };
    let answer = assess(&applicant, &rules, &rates(), today());
    assert_eq!(
        amount(&answer, LimitCode::Ceiling),
        yuan(700_000 + 140_000 + 100_000 + 70_000)
    );
}

#[test]
fn long_contribution_and_large_homes_fall_into_bands() {
    let mut rules = rules();
    let percent = |percent| Percent::new(percent).unwrap();
    rules.balance.bands = vec![
        MonthsBand {
            from: 36,
            factor: percent(120),
        },
        MonthsBand {
            from: 60,
            factor: percent(150),
        },
    ];
    for (months_contributed, balance) in [(35, 200_000), (36, 240_000), (59, 240_000), (60, 300_000)] {
        let applicant = Applicant {
            months_contributed,
            balances: yuan(10_000),
            ..couple()
        };
        let answer = assess(&applicant, &rules, &rates(), today());
        assert_eq!(
            amount(&answer, LimitCode::Balance),
            yuan(balance),
            "{months_contributed} months"
        );
    }
    rules.down_payment.least.ordinary.first.bands = vec![AreaBand {
        over: "90".parse().unwrap(),
        percent: percent(30),
    }];
    for (area, price) in [(Some("90"), 640_000), (Some("90.01"), 560_000), (None, 560_000)] {
        let applicant = Applicant {
            area: area.map(|area| area.parse().unwrap()),
            ..couple()
        };
        let answer = assess(&applicant, &rules, &rates(), today());
        assert_eq!(amount(&answer, LimitCode::Price), yuan(price), "{area:?} m²");
    }
}

#[test]
fn the_rate_follows_the_term() {
    let rates = rates();
    assert_eq!(rates.of(Months::new(60).unwrap()), rates.le5y);
    assert_eq!(rates.of(Months::new(61).unwrap()), rates.gt5y);
}

#[test]
fn rules_and_answers_travel_as_json() {
    let rules = rules();
    let json = serde_json::to_string(&rules).unwrap();
    assert_eq!(serde_json::from_str::<QuotaRules>(&json).unwrap(), rules);
    let applicant = couple();
    let json = serde_json::to_string(&applicant).unwrap();
    assert_eq!(serde_json::from_str::<Applicant>(&json).unwrap(), applicant);
    let answer = assess_today(&applicant);
    let json = serde_json::to_string(&answer).unwrap();
    assert_eq!(serde_json::from_str::<Assessment>(&json).unwrap(), answer);
}
