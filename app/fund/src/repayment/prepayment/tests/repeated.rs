//! What comes again every month or every year.

use proptest::prelude::*;

use super::properties::{events, loans};
use super::*;

#[test]
fn what_comes_again_is_the_same_as_written_out() {
    for (method, keep) in Method::ALL
        .into_iter()
        .flat_map(|method| Keep::ALL.map(|keep| (method, keep)))
    {
        let loan = SIX(method);
        for (every, step) in [(Every::Month, 1), (Every::Year, 12)] {
            let first = amount(12, 20_000, keep);
            let repeated = prepay_repeatedly(&loan, &[first], every, &[]).unwrap();
            let asked: Vec<_> = repeated.events.iter().map(|done| done.event).collect();
            assert_eq!(prepay(&loan, &asked, &[]).unwrap(), repeated);
            let (last, others) = asked.split_last().unwrap();
            let places: Vec<_> = others.iter().map(|event| event.after).collect();
            let expected: Vec<_> = (12..).step_by(step).take(others.len()).collect();
            assert_eq!(places, expected, "{method} {every:?}");
            assert!(others.iter().all(|event| event.pay == first.pay));
            // The loan is settled by the last of them, or by its own instalments before there is another.
            let over = last.pay == Pay::Settle || repeated.events.last().unwrap().months_left <= 12;
            assert!(over, "{method} {every:?} {last:?}");
        }
    }
}

#[test]
fn what_comes_again_meets_other_events() {
    let loan = SIX(Method::LevelPayment);
    let monthly = amount(12, 1_000, Keep::Payment);
    let prepaid = prepay_repeatedly(
        &loan,
        &[monthly, amount(24, 50_000, Keep::Term)],
        Every::Month,
        &[],
    )
    .unwrap();
    let at_24: Vec<_> = prepaid
        .events
        .iter()
        .filter(|done| done.event.after == 24)
        .collect();
    assert_eq!([at_24[0].amount, at_24[1].amount], [yuan("1000"), yuan("50000")]);
    let refused = |events: &[Event]| {
        let error = prepay_repeatedly(&loan, events, Every::Month, &[]).unwrap_err();
        (error.event, error.reason)
    };
    assert_eq!(
        refused(&[amount(0, 1, Keep::Term)]),
        (0, EventFault::OutOfRange { last: 239 })
    );
    let before = [monthly, amount(11, 1, Keep::Term)];
    assert_eq!(refused(&before), (1, EventFault::OutOfOrder { previous: 12 }));
    let too_late = [amount(12, 300_000, Keep::Payment), amount(200, 1, Keep::Term)];
    assert!(matches!(refused(&too_late), (1, EventFault::AfterTheEnd { .. })));
    let too_much = [monthly, amount(24, 900_000, Keep::Term)];
    assert!(matches!(
        refused(&too_much),
        (1, EventFault::MoreThanBalance { .. })
    ));
    let at_once = [amount(12, 900_000, Keep::Term)];
    assert!(matches!(
        refused(&at_once),
        (0, EventFault::MoreThanBalance { .. })
    ));
}

proptest! {
    #[test]
    fn any_repeated_event_is_answered(loan in loans(), events in events(), monthly in any::<bool>()) {
        let every = Every::ALL[usize::from(!monthly)];
        match prepay_repeatedly(&loan, &events, every, &[]) {
            Ok(prepaid) => {
                let repaid: Fen = prepaid.schedule.instalments.iter().map(|row| row.principal).sum();
                prop_assert_eq!(repaid + prepaid.repaid_ahead(), loan.principal);
            }
            Err(error) => prop_assert!(error.event < events.len()),
        }
    }
}
