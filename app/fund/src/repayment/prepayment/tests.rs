//! Examples worked out by hand or by the closed formulas.

use super::*;
use crate::months::Months;
use crate::repayment::{Method, schedule};

mod properties;
mod repeated;

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

fn refused(events: &[Event]) -> (usize, EventFault) {
    let error = prepay(&SIX(Method::LevelPayment), events, &[]).unwrap_err();
    (error.event, error.reason)
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let settle = |after| Event {
        after,
        pay: Pay::Settle,
    };
    let out = (0, EventFault::OutOfRange { last: 239 });
    assert_eq!(refused(&[settle(0)]), out);
    assert_eq!(refused(&[settle(240)]), out);
    assert_eq!(refused(&[settle(u16::MAX)]), out);
    let single = loan(100, 1, "3.25", Method::LevelPayment);
    let error = prepay(&single, &[settle(1)], &[]).unwrap_err();
    assert_eq!(error.reason, EventFault::OneInstalment);
    let some = |after| amount(after, 1_000, Keep::Term);
    let order = (1, EventFault::OutOfOrder { previous: 12 });
    assert_eq!(refused(&[some(12), some(11)]), order);
    let over = (1, EventFault::AfterTheEnd { last: 12 });
    assert_eq!(refused(&[settle(12), some(13)]), over);
    assert_eq!(
        refused(&[amount(1, 590_000, Keep::Payment), some(100)]),
        (1, EventFault::AfterTheEnd { last: 4 })
    );
    assert_eq!(refused(&[amount(1, 0, Keep::Term)]), (0, EventFault::NotPositive));
    assert_eq!(
        refused(&[amount(1, -1, Keep::Term)]),
        (0, EventFault::NotPositive)
    );
    // After one instalment 600,000 − 3,403.17 + 1,625.00 is owed.
    let balance = yuan("598221.83");
    let of = |amount, keep| Event {
        after: 1,
        pay: Pay::Amount(amount, keep),
    };
    let more = of(balance + Fen::new(1), Keep::Term);
    assert_eq!(refused(&[more]), (0, EventFault::MoreThanBalance { balance }));
    let nearly = of(balance - Fen::new(1), Keep::Payment);
    let prepaid = prepay(&SIX(Method::LevelPayment), &[nearly], &[]).unwrap();
    assert_eq!(prepaid.events[0].months_left, 1);
    assert_eq!(prepaid.schedule.last_payment(), Fen::new(1));
}

#[test]
fn all_that_is_owed_settles_however_it_is_said() {
    for (method, keep) in Method::ALL
        .into_iter()
        .flat_map(|method| Keep::ALL.map(|keep| (method, keep)))
    {
        let balance = schedule(&SIX(method)).instalments[35].balance;
        let pay = |pay| prepay(&SIX(method), &[Event { after: 36, pay }], &[]).unwrap();
        assert_eq!(
            pay(Pay::Amount(balance, keep)),
            pay(Pay::Settle),
            "{method} {keep:?}"
        );
    }
}

#[test]
fn several_after_one_instalment_in_their_order() {
    for method in Method::ALL {
        let loan = SIX(method);
        let two = [
            amount(36, 60_000, Keep::Payment),
            amount(36, 40_000, Keep::Payment),
        ];
        let two = prepay(&loan, &two, &[]).unwrap();
        let sum = prepay(&loan, &[amount(36, 100_000, Keep::Payment)], &[]).unwrap();
        assert_eq!(two.schedule, sum.schedule, "{method}");
        assert_eq!(two.events[1].balance, sum.events[0].balance);
        // Shortened first, then spread over the shorter rest; the other way round the payment of the whole term is kept.
        let one = [amount(36, 60_000, Keep::Payment), amount(36, 40_000, Keep::Term)];
        let one = prepay(&loan, &one, &[]).unwrap();
        assert_eq!(one.events[1].months_left, one.events[0].months_left);
        let other = [amount(36, 40_000, Keep::Term), amount(36, 60_000, Keep::Payment)];
        let other = prepay(&loan, &other, &[]).unwrap();
        assert_ne!(one.events[1].months_left, other.events[1].months_left);
    }
    let settle = Event {
        after: 36,
        pay: Pay::Settle,
    };
    let after_all = [settle, amount(36, 1, Keep::Term)];
    assert_eq!(refused(&after_all), (1, EventFault::AfterTheEnd { last: 36 }));
}

/// Whatever tiny rest is left, no month passes with nothing paid, and the loan is over when it is repaid.
#[test]
fn a_tiny_rest_leaves_no_empty_months() {
    for (method, keep) in Method::ALL
        .into_iter()
        .flat_map(|method| Keep::ALL.map(|keep| (method, keep)))
    {
        for months in [2, 13, 240, 360] {
            let loan = loan(600_000, months, "3.25", method);
            let balance = schedule(&loan).instalments[0].balance;
            for rest in [1, 2, 50, 99, 100, 101, 203, 204, 250, 5_000] {
                let pay = Pay::Amount(balance - Fen::new(rest), keep);
                let prepaid = prepay(&loan, &[Event { after: 1, pay }], &[]).unwrap();
                let rows = &prepaid.schedule.instalments;
                let said = format!("{method} {keep:?} {months} {rest}");
                assert!(rows.iter().all(|row| row.payment > Fen::ZERO), "{said}");
                assert_eq!(rows.last().unwrap().balance, Fen::ZERO, "{said}");
                assert!(
                    rows[..rows.len() - 1].iter().all(|row| row.balance > Fen::ZERO),
                    "{said}"
                );
                assert_eq!(
                    usize::from(prepaid.events[0].months_left) + 1,
                    rows.len(),
                    "{said}"
                );
            }
        }
    }
}

fn terms(fees: &[(u16, &str)]) -> Terms {
    let band = |(until, percent): &(u16, &str)| FeeBand {
        until: *until,
        percent: percent.parse().unwrap(),
    };
    Terms {
        fees: fees.iter().map(band).collect(),
        basis: Basis {
            rule_en: None,
            document_en: None,
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
fn the_rounding_of_instalments_is_no_reason_to_wait() {
    let five = loan(500_000, 240, "2.60", Method::LevelPayment);
    for yuan in [1, 50, 100] {
        for keep in [Keep::Payment, Keep::Term] {
            let timings = timings(&five, amount(36, yuan, keep), 12, &[]);
            assert_eq!(best(&timings).unwrap().after, 36, "{yuan} {keep:?}");
        }
    }
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
