//! Worked examples, then the definition taken literally.

use chrono::Days;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rate(from: &str, percent: &str) -> DatedRate {
    DatedRate {
        from: day(from),
        rate: percent.parse().unwrap(),
    }
}

fn movement(date: &str, yuan: &str) -> Movement {
    Movement {
        date: day(date),
        amount: Fen::parse_yuan(yuan).unwrap(),
    }
}

/// 2025-07-01 to 2026-06-30 at 1.50 %.
fn year(opening: &str, movements: &[Movement]) -> Result<Settlement, InterestError> {
    let opening = Fen::parse_yuan(opening).unwrap();
    settle(
        opening,
        movements,
        &[rate("2016-02-21", "1.50")],
        day("2025-07-01"),
        day("2026-06-30"),
    )
}

#[test]
fn a_quiet_year_bears_365_days() {
    // 10,000 × 365 × 1.5 % / 360 = 152.0833…
    assert_eq!(year("10000", &[]).unwrap().interest, Fen::new(15_208));
}

#[test]
fn a_leap_year_bears_366_days() {
    let rates = [rate("2016-02-21", "1.50")];
    let leap = settle(
        Fen::from_yuan(10_000),
        &[],
        &rates,
        day("2023-07-01"),
        day("2024-06-30"),
    )
    .unwrap();
    assert_eq!(leap.stretches[0].days, 366);
    // 10,000 × 366 × 1.5 % / 360
    assert_eq!(leap.interest, Fen::new(15_250));
}

#[test]
fn the_day_of_arrival_counts_and_the_day_of_leaving_does_not() {
    let there_and_back = [
        movement("2026-06-29", "360000"),
        movement("2026-06-30", "-360000"),
    ];
    let settled = year("0", &there_and_back).unwrap();
    assert_eq!(settled.interest, Fen::from_yuan(15));
    assert_eq!(settled.balance, Fen::ZERO);
    assert_eq!(
        year("0", &[movement("2026-06-30", "360000")]).unwrap().interest,
        Fen::from_yuan(15)
    );
    assert_eq!(
        year("0", &[movement("2025-07-01", "360000")]).unwrap().interest,
        Fen::from_yuan(15 * 365)
    );
}

#[test]
fn rounding_happens_once() {
    // A yuan a day: half of these deposits would round to nothing if each were settled by itself.
    let yuan = |days| Movement {
        date: day("2025-07-01") + Days::new(days),
        amount: Fen::new(100),
    };
    let daily: Vec<Movement> = (0..365).map(yuan).collect();
    // 1 yuan × (365 + 364 + … + 1) × 1.5 % / 360 = 2.78312…
    assert_eq!(year("0", &daily).unwrap().interest, Fen::new(278));
    // 120 yuan × 1 day × 1.5 % / 360 is exactly half a fen.
    assert_eq!(
        year("0", &[movement("2026-06-30", "120")]).unwrap().interest,
        Fen::new(1)
    );
    assert_eq!(
        year("0", &[movement("2026-06-30", "119.99")]).unwrap().interest,
        Fen::ZERO
    );
}

#[test]
fn each_day_bears_its_own_rate() {
    // The change of 2016-02-21, from the three-month rate to the one-year rate.
    let rates = [rate("2016-02-21", "1.50"), rate("2015-10-24", "1.10")];
    let settled = settle(
        Fen::from_yuan(36_000),
        &[],
        &rates,
        day("2016-02-01"),
        day("2016-06-30"),
    )
    .unwrap();
    // 20 days of February at 1.10 %, 131 days at 1.50 %.
    assert_eq!(
        settled
            .stretches
            .iter()
            .map(|stretch| stretch.days)
            .collect::<Vec<_>>(),
        [20, 131]
    );
    assert_eq!(settled.interest, Fen::from_yuan(22) + Fen::new(19_650));
}

#[test]
fn the_rate_of_a_day_is_the_last_that_had_begun() {
    let rates = [rate("2016-02-21", "1.50"), rate("2015-10-24", "1.10")];
    assert_eq!(rate_on(&rates, day("2016-02-20")), Ok(rates[1]));
    assert_eq!(rate_on(&rates, day("2016-02-21")), Ok(rates[0]));
    let too_early = day("2015-10-23");
    assert_eq!(rate_on(&rates, too_early), Err(InterestError::NoRate(too_early)));
}

#[test]
fn what_cannot_be_computed_says_why() {
    let no_rate = settle(
        Fen::ZERO,
        &[],
        &[rate("2016-02-21", "1.50")],
        day("2016-01-01"),
        day("2016-06-30"),
    );
    assert_eq!(no_rate, Err(InterestError::NoRate(day("2016-01-01"))));
    let twice = [rate("2016-02-21", "1.50"), rate("2016-02-21", "1.10")];
    let two_rates = settle(Fen::ZERO, &[], &twice, day("2016-07-01"), day("2017-06-30"));
    assert_eq!(two_rates, Err(InterestError::TwoRates(day("2016-02-21"))));
    let late = [movement("2026-07-01", "1")];
    assert_eq!(
        year("0", &late),
        Err(InterestError::OutsidePeriod(day("2026-07-01")))
    );
    let overdrawn = [movement("2026-01-05", "-1.01"), movement("2026-01-06", "5")];
    assert_eq!(
        year("1", &overdrawn),
        Err(InterestError::Overdrawn(day("2026-01-05")))
    );
    let (from, to) = (day("2026-06-30"), day("2026-06-29"));
    assert_eq!(
        settle(Fen::ZERO, &[], &[], from, to),
        Err(InterestError::EmptyPeriod { from, to })
    );
}

#[test]
fn interest_bears_interest_from_the_next_day() {
    let rates = [rate("2016-02-21", "1.50")];
    let movements = [
        movement("2026-01-10", "1200"),
        movement("2024-12-02", "500"),
        movement("2026-08-15", "-300"),
    ];
    let (from, to) = (day("2024-09-01"), day("2026-09-30"));
    let years = settle_yearly(Fen::from_yuan(10_000), &movements, &rates, from, to).unwrap();
    let ends: Vec<_> = years.iter().map(|year| year.on).collect();
    assert_eq!(ends, [day("2025-06-30"), day("2026-06-30"), to]);
    let days = years
        .iter()
        .flat_map(|year| &year.stretches)
        .map(|stretch| stretch.days)
        .sum::<u32>();
    assert_eq!(days, 760);
    assert_eq!(
        years[1].stretches[0].balance,
        years[0].balance + years[0].interest
    );
    let in_and_out = Fen::from_yuan(11_400) + years[0].interest + years[1].interest;
    assert_eq!(years[2].balance, in_and_out);

    let outside = settle_yearly(Fen::ZERO, &movements, &rates, day("2025-01-01"), to);
    assert_eq!(outside, Err(InterestError::OutsidePeriod(day("2024-12-02"))));
}

proptest! {
    /// The definition, taken literally: add up the balance of every single day.
    #[test]
    fn equals_the_sum_over_every_day(
        opening in 0_i64..100_000_000,
        deposits in prop::collection::vec((0_u64..365, 0_i64..10_000_000), 0..40),
        change in 0_u64..365,
    ) {
        let first = day("2025-07-01");
        let rates = [rate("2000-01-01", "1.50"), DatedRate { from: first + Days::new(change), rate: "0.35".parse().unwrap() }];
        let movements: Vec<Movement> = deposits
            .iter()
            .map(|(days, fen)| Movement { date: first + Days::new(*days), amount: Fen::new(*fen) })
            .collect();
        let settled = settle(Fen::new(opening), &movements, &rates, first, day("2026-06-30")).unwrap();

        let product: i128 = (0..365_u64)
            .map(|today| {
                let arrived: i64 = deposits.iter().filter(|(day, _)| *day <= today).map(|(_, fen)| fen).sum();
                i128::from(opening + arrived) * if today < change { 150 } else { 35 }
            })
            .sum();
        prop_assert_eq!(i128::from(settled.interest.get()), quotient_half_up(product, 360 * 10_000));
        prop_assert_eq!(settled.stretches.iter().map(|stretch| stretch.days).sum::<u32>(), 365);
    }
}
