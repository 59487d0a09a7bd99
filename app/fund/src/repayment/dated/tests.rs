use chrono::Datelike;
use proptest::prelude::*;

use super::*;
use crate::months::Months;
use crate::rate::Rate;
use crate::repayment::Method;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn loan(yuan: i64, months: u32) -> Loan {
    Loan {
        principal: Fen::from_yuan(yuan),
        months: Months::new(months).unwrap(),
        rate: "3.25".parse().unwrap(),
        method: Method::LevelPayment,
    }
}

fn dates(granted_on: &str, due_day: u8) -> Dates {
    Dates {
        granted_on: day(granted_on),
        due_day,
        first_period: FirstPeriod::ByDays,
    }
}

#[test]
fn the_due_day_is_clipped_to_the_month_and_comes_back() {
    let dated = dated(&loan(10_000, 5), &dates("2027-12-31", 31)).unwrap();
    let due: Vec<_> = dated.due.iter().map(ToString::to_string).collect();
    assert_eq!(
        due,
        [
            "2028-01-31",
            "2028-02-29",
            "2028-03-31",
            "2028-04-30",
            "2028-05-31"
        ]
    );
    let no_leap_year = super::dated(&loan(10_000, 2), &dates("2026-12-30", 29)).unwrap();
    assert_eq!(no_leap_year.due[1], day("2027-02-28"));
}

#[test]
fn a_loan_granted_on_a_leap_day() {
    let dated = dated(&loan(10_000, 12), &dates("2028-02-29", 29)).unwrap();
    assert_eq!(dated.due[0], day("2028-03-29"));
    assert_eq!(dated.first_days, 29);
    assert_eq!(dated.pays_off_on(), Some(day("2029-02-28")));
}

#[test]
fn a_month_of_thirty_days_costs_a_months_interest() {
    // 15 April to 15 May: 30 days of 360 are a twelfth.
    let dated = dated(&loan(1_000_000, 360), &dates("2026-04-15", 15)).unwrap();
    assert_eq!(dated.first_days, 30);
    assert_eq!(dated.difference, Fen::ZERO);
    assert_eq!(dated.schedule, schedule(&loan(1_000_000, 360)));
}

#[test]
fn the_longest_first_period_has_61_days() {
    // 1 July to 31 August: 600,000 × 3.25 % × 61 / 360 = 3,304.17 against a month's 1,625.00.
    let dated = dated(&loan(600_000, 240), &dates("2026-07-01", 31)).unwrap();
    assert_eq!(dated.first_days, 61);
    assert_eq!(
        dated.schedule.instalments[0].interest,
        Fen::parse_yuan("3304.17").unwrap()
    );
    assert_eq!(dated.difference, Fen::parse_yuan("1679.17").unwrap());
}

#[test]
fn beyond_the_calendar_there_is_no_schedule() {
    let dates = Dates {
        granted_on: NaiveDate::MAX,
        ..dates("2026-01-01", 1)
    };
    assert_eq!(dated(&loan(1, 1), &dates), None);
}

#[test]
fn codes_read_back() {
    for period in FirstPeriod::ALL {
        assert_eq!(period.code().parse(), Ok(period));
        assert_eq!(serde_json::to_string(&period).unwrap(), format!("\"{period}\""));
    }
    assert_eq!(
        "days".parse::<FirstPeriod>(),
        Err(crate::code::UnknownCode(&["whole_month", "by_days"]))
    );
}

proptest! {
    #[test]
    fn only_the_first_interest_changes(
        fen in 0_i64..1_000_000_000,
        months in 1_u32..=360,
        since in 0_i64..60_000,
        due_day in 1_u8..=31,
        level in any::<bool>(),
        by_days in any::<bool>(),
    ) {
        let loan = Loan {
            principal: Fen::new(fen),
            method: if level { Method::LevelPayment } else { Method::LevelPrincipal },
            ..loan(0, months)
        };
        let dates = Dates {
            granted_on: day("1990-01-01") + chrono::Duration::days(since),
            due_day,
            first_period: if by_days { FirstPeriod::ByDays } else { FirstPeriod::WholeMonth },
        };
        let (plain, dated) = (schedule(&loan), dated(&loan, &dates).unwrap());
        prop_assert_eq!(dated.due.len(), plain.instalments.len());
        prop_assert!((1..=61).contains(&dated.first_days));
        prop_assert_eq!(dated.schedule.total_interest, plain.total_interest + dated.difference);
        prop_assert_eq!(dated.schedule.total_paid, loan.principal + dated.schedule.total_interest);
        let (first, plain_first) = (dated.schedule.instalments[0], plain.instalments[0]);
        prop_assert_eq!(first.payment, first.principal + first.interest);
        prop_assert_eq!((first.principal, first.balance), (plain_first.principal, plain_first.balance));
        prop_assert_eq!(&dated.schedule.instalments[1..], &plain.instalments[1..]);
        if by_days {
            // Exactly: twice the rounding error is at most the denominator.
            let exact = i128::from(fen) * i128::from(loan.rate.units()) * i128::from(dated.first_days);
            let denominator = 360 * i128::from(Rate::UNITS_PER_WHOLE);
            prop_assert!((2 * (exact - i128::from(first.interest.get()) * denominator)).abs() <= denominator);
        } else {
            prop_assert_eq!(dated.difference, Fen::ZERO);
        }
    }

    #[test]
    fn every_month_has_one_due_day(since in 0_i64..40_000, due_day in 1_u8..=31, months in 1_u32..=360) {
        let granted_on = day("1990-01-01") + chrono::Duration::days(since);
        let dates = Dates { granted_on, due_day, first_period: FirstPeriod::ByDays };
        let dated = dated(&loan(100_000, months), &dates).unwrap();
        let month = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        for (due, number) in dated.due.iter().zip(1..) {
            prop_assert_eq!(month(*due), month(granted_on) + number);
            prop_assert!(due.day() == u32::from(due_day) || due.succ_opt().unwrap().day() == 1);
        }
    }
}
