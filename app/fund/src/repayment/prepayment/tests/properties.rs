//! What must hold for every loan.

use proptest::prelude::*;

use super::*;

pub(super) fn loans() -> impl Strategy<Value = Loan> {
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

/// Up to four events, some of them after one instalment; which of them can be carried out is for the rule to say.
pub(super) fn events() -> impl Strategy<Value = Vec<Event>> {
    let pay = prop_oneof![
        9 => (1_i64..=10_000_000_000, any::<bool>())
            .prop_map(|(fen, term)| Pay::Amount(Fen::new(fen), Keep::ALL[usize::from(term)])),
        1 => Just(Pay::Settle),
    ];
    prop::collection::vec((0_u16..=120, pay), 0..=4).prop_map(|steps| {
        let mut after = 1;
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
            while let Some(done) = ahead.next_if(|done| done.event.after == number) {
                balance -= done.amount;
                prop_assert_eq!(done.balance, balance);
                if ahead.peek().is_none_or(|next| next.event.after > number) {
                    let next = rows.get(usize::from(number)).map_or(Fen::ZERO, |row| row.payment);
                    prop_assert_eq!(done.next_payment, next);
                }
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
        // Sooner over only where a rest of some fen is spread over more months than it has fen.
        let spread = usize::from(term.events[0].months_left + after);
        prop_assert_eq!(term.schedule.instalments.len(), spread);
        prop_assert!(spread <= plain.instalments.len());
        // Each payment is rounded by half a fen at most, which the months to come carry on with interest.
        prop_assert!(term.interest_saved() >= -rounding(&loan), "{:?}", term.interest_saved());
        prop_assert!(payment.interest_saved() >= term.interest_saved() - rounding(&loan));
        // Every month owes no more than it would have.
        for (row, was) in payment.schedule.instalments.iter().zip(&plain.instalments) {
            prop_assert!(row.balance <= was.balance);
        }
    }

    /// Once something was repaid ahead, every month until the end repays something, and the last one clears the loan.
    #[test]
    fn no_month_after_a_payment_is_empty(loan in loans(), rest in 1_i64..=1_000, after in 1_u16..=359, term in any::<bool>()) {
        let after = after.min(loan.months.get() - 1);
        let balance = schedule(&loan).instalments[usize::from(after) - 1].balance;
        prop_assume!(balance.get() > rest);
        let pay = Pay::Amount(balance - Fen::new(rest), Keep::ALL[usize::from(term)]);
        let prepaid = prepay(&loan, &[Event { after, pay }], &[]).unwrap();
        let (last, others) = prepaid.schedule.instalments[usize::from(after)..].split_last().unwrap();
        prop_assert_eq!(last.balance, Fen::ZERO);
        prop_assert!(last.payment > Fen::ZERO);
        prop_assert!(others.iter().all(|row| row.payment > Fen::ZERO && row.balance > Fen::ZERO));
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
