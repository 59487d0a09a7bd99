use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::edition::Edition;

/// Read once: the properties ask for it a thousand times.
static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
    Edition::load(&|name| std::fs::read_to_string(format!("{folder}/{name}")).ok()).unwrap()
});

fn rules() -> ContributionRules {
    EDITION.contribution.clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(text: &str) -> Fen {
    Fen::parse_yuan(text).unwrap()
}

fn wage(monthly: &str, member: u16, employer: u16) -> Wage {
    Wage {
        monthly: yuan(monthly),
        member: Ratio::from_percent(member).unwrap(),
        employer: Ratio::from_percent(employer).unwrap(),
    }
}

fn plan(to: &str) -> SavingPlan {
    SavingPlan {
        opening: Fen::from_yuan(36_000),
        from: day("2026-11-25"),
        to: day(to),
        day: 15,
        wage: wage("8000", 8, 8),
        next_wage: None,
    }
}

#[test]
fn the_base_is_held_between_minimum_wage_and_cap() {
    let rules = rules();
    let year = rules.year(day("2026-11-25")).unwrap();
    for (earned, base, bound, member, employer) in [
        ("8000", "8000", Bound::Wage, "640.00", "400.00"),
        ("21000", "21000", Bound::Wage, "1680.00", "1050.00"),
        ("21000.01", "21000", Bound::Cap, "1680.00", "1050.00"),
        ("1950", "1950", Bound::Wage, "156.00", "97.50"),
        ("0", "1950", Bound::Floor, "156.00", "97.50"),
        ("6543.21", "6543.21", Bound::Wage, "523.46", "327.16"),
    ] {
        let monthly = rules.monthly(&wage(earned, 8, 5), year);
        assert_eq!((monthly.base, monthly.bound), (yuan(base), bound), "{earned}");
        assert_eq!(monthly.member.to_string(), member, "{earned}");
        assert_eq!(monthly.employer.to_string(), employer, "{earned}");
    }
}

#[test]
fn each_side_is_rounded_half_up_by_itself() {
    let mut rules = rules();
    rules.rounding.unit = Fen::from_yuan(1);
    let year = rules.years[0].clone();
    let monthly = rules.monthly(&wage("6850", 5, 7), &year);
    // 342.50 and 479.50
    assert_eq!((monthly.member, monthly.employer), (yuan("343"), yuan("480")));
    rules.rounding.unit = Fen::new(10);
    // 327.1605
    assert_eq!(rules.monthly(&wage("6543.21", 5, 5), &year).member, yuan("327.2"));
}

#[test]
fn the_base_year_begins_on_the_first_of_july() {
    assert_eq!(base_year_begins(day("2026-06-30")), day("2025-07-01"));
    assert_eq!(base_year_begins(day("2026-07-01")), day("2026-07-01"));
    let rules = rules();
    assert_eq!(rules.year(day("2026-06-30")).unwrap().from, day("2025-07-01"));
    assert_eq!(rules.year(day("2025-06-30")), None);
    assert!(rules.knows(day("2027-06-30")) && !rules.knows(day("2027-07-01")));
}

#[test]
fn a_balance_to_the_next_settlement_by_hand() {
    let projection = rules()
        .project(&plan("2027-06-30"), &EDITION.dated_deposit_rates())
        .unwrap();
    assert_eq!(projection.months.len(), 7, "15 December to 15 June");
    assert_eq!(projection.contributed, yuan("8960"));
    // (36,000 × 218 days + 1,280 × 749 days) × 1.50 % / 360
    assert_eq!(projection.interest, yuan("366.95"));
    assert_eq!(projection.balance, yuan("45326.95"));
    assert_eq!(projection.accrued, Fen::ZERO);
}

#[test]
fn interest_between_settlements_is_not_yet_in_the_balance() {
    let rates = EDITION.dated_deposit_rates();
    let projection = rules().project(&plan("2026-12-31"), &rates).unwrap();
    assert_eq!(projection.balance, yuan("37280"));
    // (36,000 × 37 + 1,280 × 17) × 1.50 % / 360
    assert_eq!(projection.accrued, yuan("56.41"));
    assert!(projection.settled.is_empty());
    // The day after a settlement the interest is there, and bears interest itself.
    let projection = rules().project(&plan("2027-07-01"), &rates).unwrap();
    assert_eq!(projection.balance, yuan("45326.95"));
    assert_eq!(projection.accrued, yuan("1.89"));
}

#[test]
fn a_new_base_counts_from_july_and_bounds_beyond_the_record_are_marked() {
    let plan = SavingPlan {
        next_wage: Some(yuan("30000")),
        ..plan("2027-08-31")
    };
    let projection = rules().project(&plan, &EDITION.dated_deposit_rates()).unwrap();
    let shown: Vec<_> = projection.months[6..]
        .iter()
        .map(|month| {
            (
                month.on.to_string(),
                month.monthly.total().to_string(),
                month.known,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("2027-06-15".to_owned(), "1280.00".to_owned(), true),
            ("2027-07-15".to_owned(), "3360.00".to_owned(), false),
            ("2027-08-15".to_owned(), "3360.00".to_owned(), false),
        ]
    );
}

#[test]
fn days_nobody_knows_anything_about_are_refused() {
    let rates = EDITION.dated_deposit_rates();
    let of = |from: &str, to: &str| {
        let plan = SavingPlan {
            from: day(from),
            ..plan(to)
        };
        rules().project(&plan, &rates).unwrap_err()
    };
    assert_eq!(
        of("2025-06-01", "2026-01-01"),
        ProjectionError::NoYear(day("2025-06-15"))
    );
    assert!(matches!(
        of("2026-11-25", "2026-11-24"),
        ProjectionError::Interest(InterestError::EmptyPeriod { .. })
    ));
}

#[test]
fn an_employer_sees_every_ratio_it_may_choose() {
    let rules = rules();
    let costs = rules.costs(&wage("8000", 8, 8), 30, &rules.years[1]);
    assert_eq!(costs.len(), 8);
    assert_eq!(
        (costs[0].ratio.to_string(), costs[0].monthly),
        ("5".into(), yuan("12000"))
    );
    assert_eq!(
        (costs[7].ratio.to_string(), costs[7].yearly),
        ("12".into(), yuan("345600"))
    );
    assert_eq!(costs[3].monthly, yuan("19200"));
    // One that it chose between two of them stands between them.
    let chosen = Wage {
        employer: "5.5".parse().unwrap(),
        ..wage("8000", 8, 8)
    };
    let costs = rules.costs(&chosen, 30, &rules.years[1]);
    assert_eq!(costs.len(), 9);
    assert_eq!(
        (costs[1].ratio, costs[1].monthly),
        (chosen.employer, yuan("13200"))
    );
}

proptest! {
    #[test]
    fn an_amount_is_its_ratio_of_the_base_within_half_a_unit(
        fen in 0_i64..10_000_000, hundredths in 500_u16..=1200, unit in prop::sample::select(vec![1_i64, 10, 100]),
    ) {
        let mut rules = rules();
        rules.rounding.unit = Fen::new(unit);
        let year = &rules.years[1];
        let member = Ratio::from_hundredths(hundredths).unwrap();
        let wage = Wage { monthly: Fen::new(fen), member, ..wage("0", 5, 5) };
        let monthly = rules.monthly(&wage, year);
        let (floor, cap) = year.bounds(&rules.base);
        prop_assert!((floor..=cap).contains(&monthly.base));
        prop_assert_eq!(monthly.member.get() % unit, 0);
        let off = monthly.member.get() * 10_000 - monthly.base.get() * i64::from(hundredths);
        prop_assert!(-5_000 * unit < off && off <= 5_000 * unit, "{off}");
    }

    /// What goes in and what it earns is what is there; nothing else.
    #[test]
    fn money_is_conserved(
        opening in 0_i64..50_000_000, fen in 0_i64..5_000_000, next in prop::option::of(0_i64..5_000_000),
        from in 0_u64..700, days in 0_u64..3_000, arrives in 1_u8..=31,
    ) {
        let from = day("2025-07-01") + chrono::Days::new(from);
        let plan = SavingPlan {
            opening: Fen::new(opening),
            from,
            to: from + chrono::Days::new(days),
            day: arrives,
            wage: Wage { monthly: Fen::new(fen), ..wage("0", 8, 12) },
            next_wage: next.map(Fen::new),
        };
        let projection = rules().project(&plan, &EDITION.dated_deposit_rates()).unwrap();
        let by_month: Fen = projection.months.iter().map(|month| month.monthly.total()).sum();
        prop_assert_eq!(by_month, projection.contributed);
        prop_assert_eq!(projection.balance, plan.opening + projection.contributed + projection.interest);
        prop_assert!(projection.months.iter().all(|month| plan.from <= month.on && month.on <= plan.to));
        prop_assert!(projection.months.is_sorted_by(|one, next| one.on < next.on));
        let last = projection.settled.last();
        prop_assert!(last.is_none_or(|last| last.on <= plan.to && (last.on.month(), last.on.day()) == (6, 30)));
    }
}
