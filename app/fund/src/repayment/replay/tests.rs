//! Loans through the published changes of the rates.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::edition::{RateEntry, RateFigure, Term};
use crate::repayment::{Booked, Keep, agreement, schedule};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(text: &str) -> Fen {
    Fen::parse_yuan(text).unwrap()
}

/// A first home's rates over five years since 2015, as published.
fn rates() -> LoanRates {
    let set = [
        ("2015-08-26", "3.25"),
        ("2022-10-01", "3.10"),
        ("2024-05-18", "2.85"),
        ("2025-05-08", "2.60"),
    ];
    let entry = |(from, percent): (&str, &str)| RateEntry {
        effective_from: day(from),
        home: Home::First,
        term: Term::Gt5y,
        figure: RateFigure::Percent(percent.parse().unwrap()),
        source: "中国人民银行".to_owned(),
        verified: true,
    };
    LoanRates::new(set.map(entry).into(), day("2025-05-20"))
}

fn terms(granted_on: &str, method: Method) -> Existing {
    Existing {
        granted_on: day(granted_on),
        principal: Fen::from_yuan(500_000),
        months: Months::new(240).unwrap(),
        method,
        home: Home::First,
        due_day: 20,
    }
}

fn run(terms: &Existing, events: &[Event]) -> Replay {
    replay(terms, &rates(), events, January::Whole, day("2026-11-24")).unwrap()
}

#[test]
fn a_change_reaches_the_loan_on_the_next_new_year() {
    let found = run(&terms("2020-03-16", Method::LevelPayment), &[]);
    assert_eq!(found.first_rate.to_string(), "3.25");
    assert_eq!(found.instalments.len(), 240);
    assert_eq!(found.instalments[0].due_on, day("2020-04-20"));
    let steps: Vec<_> = found
        .steps
        .iter()
        .map(|step| {
            let (before, after) = (step.before.to_string(), step.after.to_string());
            (step.number, step.due_on.to_string(), before, after)
        })
        .collect();
    let step = |number, day: &str, before: &str, after: &str| {
        (number, day.to_owned(), before.to_owned(), after.to_owned())
    };
    assert_eq!(
        steps,
        [
            step(34, "2023-01-20", "3.25", "3.10"),
            step(58, "2025-01-20", "3.10", "2.85"),
            step(70, "2026-01-20", "2.85", "2.60"),
        ]
    );
    // From then on the payment of a new loan over what is owed and the months left.
    let step = found.steps[0];
    let anew = schedule(&Loan {
        principal: step.balance,
        months: Months::new(207).unwrap(),
        rate: step.after,
        method: Method::LevelPayment,
    });
    assert_eq!(step.payment_after, anew.first_payment());
    assert_eq!(step.payment_before, yuan("2835.98"));
    assert_eq!(
        found.instalments[39].instalment.payment,
        anew.instalments[6].payment
    );
}

#[test]
fn what_each_cut_saved_sums_to_all_of_it() {
    for method in Method::ALL {
        let terms = terms("2020-03-16", method);
        let found = run(&terms, &[]);
        let untouched = schedule(&Loan {
            principal: terms.principal,
            months: terms.months,
            rate: found.first_rate,
            method,
        });
        let saved: Fen = found.steps.iter().map(|step| step.saved).sum();
        assert_eq!(untouched.total_interest - saved, found.total_interest());
        for step in &found.steps {
            assert!(
                step.saved > step.saved_so_far && step.saved_so_far > Fen::ZERO,
                "{step:?}"
            );
        }
        let due = found.due_until(day("2026-11-24")).len();
        let then: Fen = untouched.instalments[..due]
            .iter()
            .map(|month| month.interest)
            .sum();
        let now: Fen = found.instalments[..due]
            .iter()
            .map(|dated| dated.instalment.interest)
            .sum();
        let so_far: Fen = found.steps.iter().map(|step| step.saved_so_far).sum();
        assert_eq!(then - now, so_far);
    }
}

#[test]
fn level_principal_keeps_its_principal_through_every_change() {
    let found = run(&terms("2020-03-16", Method::LevelPrincipal), &[]);
    let all_but_last = &found.instalments[..239];
    assert!(
        all_but_last
            .iter()
            .all(|dated| dated.instalment.principal == yuan("2083.33"))
    );
    assert_eq!(found.instalments[239].instalment.principal, yuan("2084.13"));
}

#[test]
fn the_future_is_marked_as_unknown() {
    let found = run(&terms("2020-03-16", Method::LevelPayment), &[]);
    let unknown = found.instalments.iter().find(|dated| !dated.known).unwrap();
    assert_eq!(
        unknown.due_on,
        day("2026-01-20"),
        "1 January 2026 is after 20 May 2025"
    );
    let granted_since = run(&terms("2025-05-12", Method::LevelPayment), &[]);
    assert!(granted_since.instalments[0].known);
    assert!(!run(&terms("2025-05-21", Method::LevelPayment), &[]).instalments[0].known);
}

#[test]
fn today_stands_between_two_instalments() {
    let found = run(&terms("2020-03-16", Method::LevelPayment), &[]);
    let today = day("2026-11-24");
    assert_eq!(found.due_until(today).len(), 80);
    assert_eq!(found.balance_on(today), found.instalments[79].instalment.balance);
    assert_eq!(found.next_after(today).unwrap().due_on, day("2026-12-20"));
    let settled = found.settlement_on(today);
    assert_eq!((settled.days, settled.principal), (4, found.balance_on(today)));
    assert_eq!(found.balance_on(day("2020-03-16")), yuan("500000"));
    assert_eq!(found.balance_on(day("2020-03-15")), Fen::ZERO);
    assert_eq!(found.balance_on(day("2041-01-01")), Fen::ZERO);
    assert_eq!(found.next_after(day("2040-03-20")), None);
    // In the last days of a year the new rate is not in force yet.
    assert_eq!(found.rate_on(day("2025-12-31")).to_string(), "2.85");
    assert_eq!(found.rate_on(day("2026-01-01")).to_string(), "2.60");
}

#[test]
fn january_split_by_days_lies_between_the_two_rates() {
    let terms = terms("2020-03-16", Method::LevelPayment);
    let split = replay(&terms, &rates(), &[], January::SplitByDays, day("2026-11-24")).unwrap();
    let whole = run(&terms, &[]);
    let (split, plain) = (split.instalments[33].instalment, whole.instalments[33].instalment);
    // 12 days of December from the 20th at 3.25 %, 19 of January at 3.10 %.
    let balance = i128::from(whole.steps[0].balance.get());
    let interest =
        crate::money::quotient_half_up(balance * (3_250_000 * 12 + 3_100_000 * 19), 12 * 100_000_000 * 31);
    assert_eq!(i128::from(split.interest.get()), interest);
    assert_eq!(split.payment, plain.payment);
    assert!(split.interest > plain.interest);
}

#[test]
fn without_a_rate_there_is_no_replay() {
    let early = terms("2015-08-25", Method::LevelPayment);
    let error = replay(&early, &rates(), &[], January::Whole, day("2026-11-24"));
    assert_eq!(error, Err(ReplayError::NoRate(day("2015-08-25"))));
    let never = terms("+262142-12-01", Method::LevelPayment);
    let error = replay(&never, &rates(), &[], January::Whole, day("2026-11-24"));
    assert_eq!(error, Err(ReplayError::NoDate));
}

fn ahead(after: u16, keep: Keep) -> Event {
    Event {
        after,
        pay: Pay::Amount(Fen::from_yuan(80_000), keep),
    }
}

/// The ledger a replay would leave behind.
fn ledger(replay: &Replay, until: &str) -> Vec<Booked> {
    let mut lines = Vec::new();
    for dated in replay.due_until(day(until)) {
        let month = dated.instalment;
        lines.push(Booked::Instalment {
            number: month.number,
            principal: month.principal,
            interest: month.interest,
            balance: month.balance,
        });
        if dated.repaid_ahead > Fen::ZERO {
            lines.push(Booked::Ahead {
                on: dated.due_on,
                amount: dated.repaid_ahead,
                settled: dated.repaid_ahead == month.balance,
            });
        }
    }
    lines
}

#[test]
fn a_ledger_of_the_same_rules_agrees_whatever_was_kept() {
    let today = day("2026-11-24");
    for method in Method::ALL {
        let terms = terms("2020-03-16", method);
        for events in [
            vec![],
            vec![ahead(20, Keep::Term)],
            vec![ahead(20, Keep::Payment)],
            vec![ahead(20, Keep::Payment), ahead(40, Keep::Term)],
            vec![ahead(20, Keep::Term), ahead(40, Keep::Payment)],
            vec![
                ahead(20, Keep::Term),
                Event {
                    after: 50,
                    pay: Pay::Settle,
                },
            ],
        ] {
            let life = run(&terms, &events);
            let found = agreement(
                &terms,
                &rates(),
                January::Whole,
                &ledger(&life, "2026-11-24"),
                today,
            )
            .unwrap();
            assert_eq!(found.same(), found.instalments.len(), "{events:?}");
            assert_eq!(found.replay, life, "{events:?}");
            assert_eq!(found.beyond, 0);
        }
    }
}

#[test]
fn a_fen_of_difference_is_shown() {
    let terms = terms("2020-03-16", Method::LevelPayment);
    let today = day("2026-11-24");
    let mut lines = ledger(&run(&terms, &[]), "2026-11-24");
    if let Booked::Instalment { interest, .. } = &mut lines[40] {
        *interest += Fen::new(1);
    }
    lines.truncate(78);
    let found = agreement(&terms, &rates(), January::Whole, &lines, today).unwrap();
    assert_eq!(found.same(), 77);
    let differing: Vec<_> = found
        .differing()
        .map(|line| line.ours.instalment.number)
        .collect();
    assert_eq!(differing, [41]);
    let unpaid: Vec<_> = found.unpaid().map(|line| line.ours.instalment.number).collect();
    assert_eq!(unpaid, [79, 80]);
    lines.push(Booked::Instalment {
        number: 200,
        principal: Fen::ZERO,
        interest: Fen::ZERO,
        balance: Fen::ZERO,
    });
    assert_eq!(
        agreement(&terms, &rates(), January::Whole, &lines, today)
            .unwrap()
            .beyond,
        1
    );
}

proptest! {
    #[test]
    fn every_loan_ends_at_nothing(
        fen in 1_i64..=10_000_000_000,
        months in 61_u32..=360,
        back in 0_i64..=4_000,
        due_day in 0_u8..=40,
        level in any::<bool>(),
        split in any::<bool>(),
        share in 1_i64..=99,
        term in any::<bool>(),
    ) {
        let terms = Existing {
            granted_on: day("2026-11-24") - chrono::TimeDelta::days(back),
            principal: Fen::new(fen),
            months: Months::new(months).unwrap(),
            method: Method::ALL[usize::from(level)],
            home: Home::First,
            due_day,
        };
        let january = if split { January::SplitByDays } else { January::Whole };
        let event = Event { after: 3, pay: Pay::Amount(Fen::new(fen * share / 200 + 1), Keep::ALL[usize::from(term)]) };
        for events in [&[][..], &[event]] {
            let Ok(found) = replay(&terms, &rates(), events, january, day("2026-11-24")) else {
                // A loan of a few fen owes nothing after three months.
                prop_assert!(!events.is_empty() && fen < 1_000);
                continue;
            };
            let repaid: Fen = found.instalments.iter().map(|dated| dated.instalment.principal + dated.repaid_ahead).sum();
            prop_assert_eq!(repaid, terms.principal);
            prop_assert_eq!(found.balance_on(NaiveDate::MAX), Fen::ZERO);
            prop_assert!(found.instalments.is_sorted_by(|one, next| one.due_on < next.due_on));
            prop_assert!(found.steps.len() <= 4);
        }
    }
}
