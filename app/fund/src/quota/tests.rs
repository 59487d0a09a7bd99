//! The demonstration edition at work: a couple's first home, then one thing changed at a time.

mod gates;
mod properties;

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
        standing: Standing::default(),
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

fn sentence(assessment: &Assessment, code: LimitCode) -> String {
    assessment
        .limits
        .iter()
        .find(|limit| limit.code == code)
        .unwrap()
        .working
        .to_string()
}

#[test]
fn the_price_limits_the_couple() {
    let answer = assess_today(&couple());
    assert_eq!((answer.quota, answer.binding), (yuan(640_000), LimitCode::Price));
    assert!(answer.possible());
    insta::assert_json_snapshot!(answer);
}

#[test]
fn the_sentences_read_well() {
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
    let limits = answer
        .limits
        .iter()
        .map(|limit| format!("{}：{}", limit.code.label(), limit.working));
    let gates = answer
        .gates
        .iter()
        .map(|gate| format!("{}：{}", gate.code.label(), gate.reason));
    insta::assert_snapshot!(limits.chain(gates).collect::<Vec<_>>().join("\n"));
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
fn the_term_limits_who_retires_soon() {
    // Born in November 1966: 22 months after January 2025 he would have retired, so six months later, in May 2027.
    let person = Some(Person {
        birth: day("1966-11-20"),
        track: Some(Track::Man),
    });
    let answer = assess_today(&Applicant { person, ..couple() });
    assert_eq!(answer.months_max, Some(Months::new(66).unwrap()));
    assert_eq!(answer.months, answer.months_max);
    assert_eq!(answer.binding, LimitCode::Term);
    // 7,200 a month over 66 months at 2.60 %.
    assert_eq!(answer.quota, yuan(442_000));
    assert!(amount(&answer, LimitCode::Capacity) > answer.quota);
    let limit = &answer.limits[4];
    assert!(limit.source.contains("渐进式延迟法定退休年龄"));
    assert_eq!(
        limit.working.to_string(),
        "法定退休时间 2027年5月，还款不晚于退休后 5 年，最长可贷 66 个月；按此期限和家庭收入计算"
    );

    // Who asks for no more than that is limited by the income, not by age.
    let months = Months::new(60).unwrap();
    let shorter = assess_today(&Applicant {
        months,
        person,
        ..couple()
    });
    assert_eq!(shorter.binding, LimitCode::Capacity);
}

#[test]
fn nothing_is_lent_past_the_age_limit() {
    let person = Some(Person {
        birth: day("1955-01-01"),
        track: Some(Track::WomanWorker),
    });
    let answer = assess_today(&Applicant { person, ..couple() });
    assert_eq!(
        (answer.quota, answer.months, answer.months_max),
        (Fen::ZERO, None, None)
    );
    assert_eq!(answer.binding, LimitCode::Term);
    assert!(!gate(&answer, GateCode::Term).met);
    assert!(!answer.possible());
}

#[test]
fn without_a_track_it_is_the_earliest_that_has_not_come() {
    let term = |birth, track| {
        let person = Some(Person {
            birth: day(birth),
            track,
        });
        let answer = assess_today(&Applicant { person, ..couple() });
        (answer.months_max, gate(&answer, GateCode::Term).reason.clone())
    };
    for (birth, taken) in [
        ("1990-05-05", Track::WomanWorker),
        ("1972-06-15", Track::WomanCadre),
        ("1968-02-29", Track::Man),
    ] {
        let (months, reason) = term(birth, None);
        assert_eq!(months, term(birth, Some(taken)).0, "{birth}");
        if months != Some(rules().term.longest) {
            assert!(
                reason.contains("没有选人员类别") && reason.contains(taken.label()),
                "{reason}"
            );
        }
    }
    // Past every age: nothing is lent, and the reason says by which it was reckoned.
    assert_eq!(term("1950-01-01", None).0, None);
}

#[test]
fn a_condition_that_is_not_met_says_what_stands_in_the_way() {
    let standing = Standing {
        account_normal: Some(false),
        unsettled_loan: Some(true),
        earlier_loans: Some(9),
        good_credit: Some(false),
        dishonest: Some(true),
        ..Standing::default()
    };
    let answer = assess_today(&Applicant { standing, ..couple() });
    let reasons = answer.gates.iter().filter(|gate| !gate.met);
    let reasons: Vec<_> = reasons.map(|gate| gate.reason.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "账户已封存、冻结，或状态不正常；恢复正常后才能贷",
            "家庭还有未结清的公积金贷款；结清后才能再贷",
            "家庭此前使用公积金贷款已超过 1 次",
            "个人征信记录有不良；要求记录良好",
            "已被列入失信被执行人名单",
        ]
    );
}

#[test]
fn an_old_building_shortens_the_term() {
    let mut rules = rules();
    rules.term.building_years = Some(50);
    let old = |age| Applicant {
        building_age: Some(age),
        ..couple()
    };
    let answer = assess(&old(42), &rules, &rates(), today());
    assert_eq!(answer.months_max, Some(Months::new(96).unwrap()));
    assert!(sentence(&answer, LimitCode::Term).starts_with("受房龄限制"));
    assert_eq!(
        assess(&old(20), &rules, &rates(), today()).months_max,
        Some(Months::MAX)
    );
    assert_eq!(assess(&old(51), &rules, &rates(), today()).months_max, None);
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

#[test]
fn codes_read_back() {
    for code in LimitCode::ALL {
        assert_eq!(code.code().parse(), Ok(*code));
        assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{code}\""));
    }
    assert_eq!(
        "luxury".parse::<Product>().unwrap_err().to_string(),
        "请选择贷款品种"
    );
}
