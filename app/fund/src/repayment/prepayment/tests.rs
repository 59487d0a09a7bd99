//! Examples worked out by hand or by the closed formulas, then what must hold for every loan.

use proptest::prelude::*;

use super::*;
use crate::months::Months;
use crate::repayment::{Method, schedule};

fn loan(yuan: i64, months: u32, rate: &str, method: Method) -> Loan {
    Loan {
        principal: Fen::from_yuan(yuan),
        months: Months::new(months).unwrap(),
        rate: rate.parse().unwrap(),
        method,
    }
}

fn yuan(text: &str) -> Fen {
    Fen::parse_yuan(text).unwrap()
}

fn amount(after: u16, yuan: i64, keep: Keep) -> Event {
    Event {
        after,
        pay: Pay::Amount(Fen::from_yuan(yuan), keep),
    }
}

const SIX: fn(Method) -> Loan = |method| loan(600_000, 240, "3.25", method);

#[test]
fn the_payment_is_kept_and_the_loan_ends_sooner() {
    let loan = SIX(Method::LevelPayment);
    let prepaid = prepay(&loan, &[amount(36, 100_000, Keep::Payment)], &[]).unwrap();
    let done = prepaid.events[0];
    assert_eq!(prepaid.plain.first_payment(), yuan("3403.17"));
    assert_eq!(done.next_payment, yuan("3403.17"));
    assert_eq!(
        done.balance,
        prepaid.schedule.instalments[35].balance - yuan("100000")
    );
    assert_eq!(
        prepaid.schedule.instalments[..36],
        prepaid.plain.instalments[..36]
    );
    // n = −ln(1 − B·i/M) / ln(1 + i) = 156.15 with B = 432,856.46, so a 157th, small payment.
    assert_eq!(done.months_left, 157);
    assert_eq!(prepaid.schedule.instalments.len(), 36 + 157);
    assert_eq!(prepaid.months_saved(), 47);
    let last = prepaid.schedule.instalments.last().unwrap();
    assert!(last.payment <= yuan("3403.17") && last.balance == Fen::ZERO);
    assert_eq!(
        prepaid.interest_saved(),
        prepaid.plain.total_paid - prepaid.schedule.total_paid - yuan("100000")
    );
}

#[test]
fn the_term_is_kept_and_each_month_costs_less() {
    for method in Method::ALL {
        let loan = SIX(method);
        let prepaid = prepay(&loan, &[amount(36, 100_000, Keep::Term)], &[]).unwrap();
        let rest = schedule(&Loan {
            principal: prepaid.events[0].balance,
            months: Months::new(204).unwrap(),
            ..loan
        });
        let shifted: Vec<_> = rest
            .instalments
            .iter()
            .map(|month| Instalment {
                number: month.number + 36,
                ..*month
            })
            .collect();
        assert_eq!(prepaid.schedule.instalments[36..], shifted);
        assert_eq!(prepaid.events[0].months_left, 204);
        assert_eq!(prepaid.months_saved(), 0);
        assert!(prepaid.events[0].next_payment < prepaid.events[0].payment_before);
    }
}

#[test]
fn level_principal_keeps_its_principal() {
    // 2,500 a month; 510,000 left after 36, 410,000 after the prepayment: 164 months to the fen.
    let prepaid = prepay(
        &SIX(Method::LevelPrincipal),
        &[amount(36, 100_000, Keep::Payment)],
        &[],
    )
    .unwrap();
    assert_eq!(prepaid.events[0].months_left, 164);
    assert!(
        prepaid
            .schedule
            .instalments
            .iter()
            .all(|month| month.principal == yuan("2500"))
    );
}

#[test]
fn settling_ends_the_loan() {
    for method in Method::ALL {
        let settle = Event {
            after: 36,
            pay: Pay::Settle,
        };
        let prepaid = prepay(&SIX(method), &[settle], &[]).unwrap();
        assert_eq!(prepaid.schedule.instalments, prepaid.plain.instalments[..36]);
        let done = prepaid.events[0];
        assert_eq!(done.amount, prepaid.plain.instalments[35].balance);
        assert_eq!(
            (done.balance, done.months_left, done.next_payment),
            (Fen::ZERO, 0, Fen::ZERO)
        );
        let later: Fen = prepaid.plain.instalments[36..]
            .iter()
            .map(|month| month.interest)
            .sum();
        assert_eq!(prepaid.interest_saved(), later);
    }
}

#[test]
fn several_events_build_on_each_other() {
    let loan = SIX(Method::LevelPayment);
    let first = amount(12, 50_000, Keep::Payment);
    let one = prepay(&loan, &[first], &[]).unwrap();
    // Keeping the term after the loan was shortened keeps the shorter one.
    let two = prepay(&loan, &[first, amount(24, 50_000, Keep::Term)], &[]).unwrap();
    assert_eq!(two.schedule.instalments.len(), one.schedule.instalments.len());
    assert!(two.events[1].next_payment < one.events[0].next_payment);
    let settled = Event {
        after: 60,
        pay: Pay::Settle,
    };
    let three = prepay(&loan, &[first, amount(24, 50_000, Keep::Term), settled], &[]).unwrap();
    assert_eq!(three.schedule.instalments.len(), 60);
}

fn refused(events: &[Event]) -> (usize, Refused) {
    let error = prepay(&SIX(Method::LevelPayment), events, &[]).unwrap_err();
    (error.event, error.reason)
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let settle = |after| Event {
        after,
        pay: Pay::Settle,
    };
    let out = (0, Refused::OutOfRange { last: 239 });
    assert_eq!(refused(&[settle(0)]), out);
    assert_eq!(refused(&[settle(240)]), out);
    assert_eq!(refused(&[settle(u16::MAX)]), out);
    let single = loan(100, 1, "3.25", Method::LevelPayment);
    let error = prepay(&single, &[settle(1)], &[]).unwrap_err();
    assert_eq!(error.reason, Refused::OneInstalment);
    let some = |after| amount(after, 1_000, Keep::Term);
    let order = (1, Refused::OutOfOrder { previous: 12 });
    assert_eq!(refused(&[some(12), some(12)]), order);
    assert_eq!(refused(&[some(12), some(11)]), order);
    let over = (1, Refused::AfterTheEnd { last: 12 });
    assert_eq!(refused(&[settle(12), some(13)]), over);
    assert_eq!(
        refused(&[amount(1, 590_000, Keep::Payment), some(100)]),
        (1, Refused::AfterTheEnd { last: 4 })
    );
    assert_eq!(refused(&[amount(1, 0, Keep::Term)]), (0, Refused::NotPositive));
    assert_eq!(refused(&[amount(1, -1, Keep::Term)]), (0, Refused::NotPositive));
    // After one instalment 600,000 − 3,403.17 + 1,625.00 is owed.
    let balance = yuan("598221.83");
    let whole = Event {
        after: 1,
        pay: Pay::Amount(balance, Keep::Term),
    };
    assert_eq!(refused(&[whole]), (0, Refused::NotLessThanBalance { balance }));
    let nearly = Event {
        after: 1,
        pay: Pay::Amount(balance - Fen::new(1), Keep::Payment),
    };
    let prepaid = prepay(&SIX(Method::LevelPayment), &[nearly], &[]).unwrap();
    assert_eq!(prepaid.events[0].months_left, 1);
    assert_eq!(prepaid.schedule.last_payment(), Fen::new(1));
}

fn terms(fees: &[(u16, &str)]) -> Terms {
    let band = |(until, percent): &(u16, &str)| FeeBand {
        until: *until,
        percent: percent.parse().unwrap(),
    };
    Terms {
        fees: fees.iter().map(band).collect(),
        basis: Basis {
            rule: "提前还款".to_owned(),
            document: "测试".to_owned(),
            number: String::new(),
            effective_from: NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
            verified: false,
        },
    }
}

#[test]
fn a_fee_by_the_age_of_the_loan() {
    let terms = terms(&[(12, "1"), (24, "0.5")]);
    assert_eq!(terms.fault(), None);
    let hundred = yuan("100.01");
    assert_eq!(fee(&terms.fees, 12, hundred), yuan("1.00"));
    assert_eq!(fee(&terms.fees, 13, hundred), yuan("0.50"));
    assert_eq!(fee(&terms.fees, 25, hundred), Fen::ZERO);
    assert!(self::terms(&[(24, "1"), (12, "2")]).fault().is_some());
    assert!(self::terms(&[(24, "101")]).fault().is_some());
}

#[test]
fn sooner_is_better_unless_a_fee_ends() {
    let loan = SIX(Method::LevelPayment);
    let event = amount(6, 100_000, Keep::Payment);
    let plain = timings(&loan, event, 12, &[]);
    assert_eq!(plain.len(), 12);
    assert!(plain.is_sorted_by(|sooner, later| sooner.net() > later.net()));
    assert_eq!(best(&plain).unwrap().after, 6);
    // 2 % of 100,000 up to instalment 9 outweighs four months’ interest.
    let with_fee = timings(&loan, event, 12, &terms(&[(9, "2")]).fees);
    assert_eq!(best(&with_fee).unwrap().after, 10);
    assert_eq!(timings(&loan, amount(238, 1, Keep::Term), 12, &[]).len(), 2);
    assert_eq!(best(&[]), None);
}

#[test]
fn settling_between_two_due_days_costs_the_days() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let found = settlement(
        yuan("360000"),
        "3.25".parse().unwrap(),
        day("2026-11-20"),
        day("2026-12-05"),
    );
    // 360,000 × 3.25 % / 360 = 32.50 a day.
    assert_eq!((found.days, found.interest), (15, yuan("487.50")));
    assert_eq!(found.amount(), yuan("360487.50"));
    let early = settlement(yuan("1"), Rate::ZERO, day("2026-11-20"), day("2026-11-19"));
    assert_eq!((early.days, early.interest), (0, Fen::ZERO));
}

#[test]
fn the_largest_figures_do_not_panic() {
    let rate: Rate = "36".parse().unwrap();
    let huge = Loan {
        principal: Fen::MAX,
        ..loan(0, 360, "36", Method::LevelPayment)
    };
    for keep in Keep::ALL {
        let event = Event {
            after: 1,
            pay: Pay::Amount(Fen::new(i64::MAX / 2), keep),
        };
        let prepaid = prepay(&huge, &[event], &terms(&[(360, "100")]).fees).unwrap();
        assert_eq!(prepaid.schedule.instalments.last().unwrap().balance, Fen::ZERO);
    }
    let _ = settlement(Fen::MAX, rate, NaiveDate::MIN, NaiveDate::MAX);
}

fn loans() -> impl Strategy<Value = Loan> {
    (
        1_i64..=100_000_000_000,
        2_u32..=360,
        0_i64..=36_000_000,
        any::<bool>(),
    )
        .prop_map(|(fen, months, units, level)| Loan {
            principal: Fen::new(fen),
            months: Months::new(months).unwrap(),
            rate: Rate::from_percent(Decimal::new(units, 6)).unwrap(),
            method: Method::ALL[usize::from(level)],
        })
}

/// Up to four events; which of them can be carried out is for the rule to say.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let pay = prop_oneof![
        9 => (1_i64..=10_000_000_000, any::<bool>())
            .prop_map(|(fen, term)| Pay::Amount(Fen::new(fen), Keep::ALL[usize::from(term)])),
        1 => Just(Pay::Settle),
    ];
    prop::collection::vec((1_u16..=120, pay), 0..=4).prop_map(|steps| {
        let mut after = 0;
        let event = |(step, pay)| {
            after += step;
            Event { after, pay }
        };
        steps.into_iter().map(event).collect()
    })
}

/// The events up to the first that cannot be.
fn possible(loan: &Loan, events: &[Event]) -> Prepaid {
    match prepay(loan, events, &[]) {
        Ok(prepaid) => prepaid,
        Err(error) => prepay(loan, &events[..error.event], &[]).unwrap(),
    }
}

proptest! {
    #[test]
    fn no_event_is_the_plain_schedule(loan in loans()) {
        let prepaid = prepay(&loan, &[], &[]).unwrap();
        prop_assert_eq!(&prepaid.schedule, &schedule(&loan));
        prop_assert_eq!(prepaid.interest_saved(), Fen::ZERO);
    }

    #[test]
    fn everything_lent_is_repaid_and_nothing_more(loan in loans(), events in events()) {
        let prepaid = possible(&loan, &events);
        let rows = &prepaid.schedule.instalments;
        let repaid: Fen = rows.iter().map(|row| row.principal).sum();
        prop_assert_eq!(repaid + prepaid.repaid_ahead(), loan.principal);
        let mut balance = loan.principal;
        let mut ahead = prepaid.events.iter().peekable();
        for (row, number) in rows.iter().zip(1..) {
            prop_assert_eq!(row.number, number);
            prop_assert_eq!(row.interest, crate::repayment::monthly_interest(balance, loan.rate));
            prop_assert_eq!(row.payment, row.principal + row.interest);
            balance -= row.principal;
            prop_assert_eq!(row.balance, balance);
            if let Some(done) = ahead.next_if(|done| done.event.after == number) {
                balance -= done.amount;
                prop_assert_eq!(done.balance, balance);
                prop_assert_eq!(done.next_payment, rows.get(usize::from(number)).map_or(Fen::ZERO, |row| row.payment));
            }
            prop_assert!(!balance.is_negative());
        }
        prop_assert_eq!(balance, Fen::ZERO);
        prop_assert!(ahead.next().is_none());
        prop_assert!(rows.len() <= prepaid.plain.instalments.len());
    }

    #[test]
    fn keeping_the_payment_saves_and_never_costs(loan in loans(), share in 1_i64..=999, after in 1_u16..=359) {
        let plain = schedule(&loan);
        let after = after.min(loan.months.get() - 1);
        let balance = plain.instalments[usize::from(after) - 1].balance;
        let amount = Fen::new(balance.get() / 1000 * share + share);
        prop_assume!(amount < balance);
        let pay = |keep| prepay(&loan, &[Event { after, pay: Pay::Amount(amount, keep) }], &[]).unwrap();
        let [payment, term] = Keep::ALL.map(pay);
        prop_assert!(!payment.interest_saved().is_negative());
        prop_assert!(payment.schedule.instalments.len() <= plain.instalments.len());
        prop_assert_eq!(term.schedule.instalments.len(), plain.instalments.len());
        // Each payment is rounded by half a fen at most, which the months to come carry on with interest.
        prop_assert!(term.interest_saved() >= -rounding(&loan), "{:?}", term.interest_saved());
        prop_assert!(payment.interest_saved() >= term.interest_saved() - rounding(&loan));
        // Every month owes no more than it would have.
        for (row, was) in payment.schedule.instalments.iter().zip(&plain.instalments) {
            prop_assert!(row.balance <= was.balance);
        }
    }

    #[test]
    fn any_list_of_events_is_answered(loan in loans(), after in any::<[u16; 3]>(), fen in any::<[i64; 3]>()) {
        let events: Vec<_> = after.into_iter().zip(fen)
            .map(|(after, fen)| Event { after, pay: Pay::Amount(Fen::new(fen), Keep::Term) })
            .collect();
        let _ = prepay(&loan, &events, &[]);
    }
}

/// The most that rounding the payment twice and each month's interest can move: two fen a month, compounded.
fn rounding(loan: &Loan) -> Fen {
    let monthly = loan.rate.percent() / Decimal::from(1_200);
    let mut sum = Decimal::ZERO;
    for _ in 0..loan.months.get() {
        sum = sum * (Decimal::ONE + monthly) + Decimal::TWO;
    }
    Fen::new(i64::try_from(sum.ceil()).unwrap() + 2 * i64::from(loan.months.get()))
}
