use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::edition::Edition;
use crate::months::Months;
use crate::repayment::{Method, schedule};

/// Read once: the properties ask for it a thousand times.
static RULES: LazyLock<OverdueRules> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
    let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).ok();
    Edition::load(&file).unwrap().overdue
});

fn rules() -> OverdueRules {
    RULES.clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(text: &str) -> Fen {
    Fen::parse_yuan(text).unwrap()
}

/// 600,000 over 240 months at 2.60 %: 3,208.73 a month, the first of them 1,300.00 interest.
fn due(first: NaiveDate) -> DueDays {
    DueDays::from(first)
}

fn unpaid() -> Unpaid {
    Unpaid {
        loan: Loan {
            principal: Fen::from_yuan(600_000),
            months: Months::new(240).unwrap(),
            rate: "2.60".parse().unwrap(),
            method: Method::LevelPayment,
        },
        due: due(day("2026-09-20")),
    }
}

fn paid(on: &str, amount: &str) -> Payment {
    Payment {
        on: day(on),
        amount: yuan(amount),
    }
}

#[test]
fn each_instalment_bears_its_own_days() {
    let standing = standing(&unpaid(), &rules(), &[], day("2026-11-25")).unwrap();
    let lines: Vec<_> = standing
        .missed
        .iter()
        .map(|missed| {
            (
                missed.due_on.to_string(),
                missed.days,
                missed.charged.penalty.to_string(),
            )
        })
        .collect();
    // 3,208.73 × 2.60 % × 1.5 / 360 = 0.347612 a day: × 66, × 36, × 5.
    assert_eq!(
        lines,
        [
            ("2026-09-20".to_owned(), 66, "22.94".to_owned()),
            ("2026-10-20".to_owned(), 36, "12.51".to_owned()),
            ("2026-11-20".to_owned(), 5, "1.74".to_owned()),
        ]
    );
    assert_eq!(standing.needed().sum(), yuan("3208.73").times(3) + yuan("37.19"));
    // Three instalments late: 1.042837 yuan a day.
    assert_eq!(standing.next_day.rounded(), yuan("1.04"));
    let next = standing.next.unwrap();
    assert_eq!((next.on, next.amount), (day("2026-12-20"), yuan("3208.73")));
    assert!(!standing.is_current());
}

#[test]
fn on_the_due_day_nothing_is_late_yet() {
    let due = standing(&unpaid(), &rules(), &[], day("2026-09-20")).unwrap();
    assert_eq!(due.needed().penalty, Fen::ZERO);
    assert_eq!(due.needed().sum(), yuan("3208.73"));
    let before = standing(&unpaid(), &rules(), &[], day("2026-09-19")).unwrap();
    assert!(before.missed.is_empty() && before.is_current());
    assert_eq!(before.next.unwrap().on, day("2026-09-20"));
}

#[test]
fn the_oldest_instalment_is_cleared_first_its_penalty_before_its_principal() {
    let rules = rules();
    let some = [paid("2026-11-25", "4000")];
    let standing = standing(&unpaid(), &rules, &some, day("2026-11-25")).unwrap();
    let [first, second, third] = standing.missed.as_slice() else {
        panic!("three")
    };
    assert_eq!(first.owed().sum(), Fen::ZERO);
    // 4,000 − 22.94 − 3,208.73 = 768.33: penalty 12.51, then 755.82 of the interest of 1,295.86.
    assert_eq!(second.paid.penalty, yuan("12.51"));
    assert_eq!(second.paid.interest, yuan("755.82"));
    assert_eq!(second.paid.principal, Fen::ZERO);
    assert_eq!(third.paid, Breakdown::default());
}

#[test]
fn the_other_order_clears_every_penalty_first() {
    let mut rules = rules();
    rules.order.across = Across::Part;
    let some = [paid("2026-11-25", "100")];
    let standing = standing(&unpaid(), &rules, &some, day("2026-11-25")).unwrap();
    assert_eq!(standing.needed().penalty, Fen::ZERO);
    assert_eq!(standing.missed[0].paid.interest, yuan("62.81"));
    assert_eq!(standing.missed[1].paid.sum(), yuan("12.51"));
}

#[test]
fn what_is_paid_bears_no_penalty_from_the_next_day_on() {
    // The first instalment is paid but for a yuan of principal after 30 days: 3,208.73 × 0.039 × 30 / 360 = 10.43.
    let late = [paid("2026-10-20", "3218.16")];
    let rules = rules();
    let standing = standing(&unpaid(), &rules, &late, day("2026-11-19")).unwrap();
    assert_eq!(standing.missed[0].owed().principal, yuan("1"));
    // That yuan: 0.039 × 30 / 360 = 0.00325, which is no fen.
    assert_eq!(standing.missed[0].owed().penalty, Fen::ZERO);
    assert_eq!(standing.missed[1].charged.penalty, yuan("10.43"));
}

#[test]
fn too_much_waits_for_the_next_instalment() {
    let early = [paid("2026-09-20", "4208.73")];
    let rules = rules();
    let on_the_day = standing(&unpaid(), &rules, &early, day("2026-09-20")).unwrap();
    assert_eq!(on_the_day.excess, yuan("1000"));
    assert!(on_the_day.is_current());
    let later = standing(&unpaid(), &rules, &early, day("2026-10-21")).unwrap();
    assert_eq!(later.excess, Fen::ZERO);
    assert_eq!(
        later.missed[1].owed().interest + later.missed[1].owed().principal,
        yuan("2208.73")
    );
}

#[test]
fn payments_must_come_in_order() {
    let rules = rules();
    let on = day("2026-11-25");
    let of = |payments: &[Payment]| standing(&unpaid(), &rules, payments, on).unwrap_err();
    assert_eq!(
        of(&[paid("2026-11-20", "1"), paid("2026-11-19", "1")]),
        OverdueError::OutOfOrder
    );
    assert_eq!(of(&[paid("2026-11-26", "1")]), OverdueError::OutOfOrder);
    assert_eq!(of(&[paid("2026-11-25", "0")]), OverdueError::NotPositive);
}

#[test]
fn a_due_day_that_a_month_lacks_is_its_last() {
    let until_april = |due| {
        let unpaid = Unpaid { due, ..unpaid() };
        let standing = standing(&unpaid, &rules(), &[], day("2027-04-30")).unwrap();
        let due = standing
            .missed
            .into_iter()
            .map(|missed| missed.due_on.to_string());
        due.collect::<Vec<_>>()
    };
    let from_december = [
        "2026-12-31",
        "2027-01-31",
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
    ];
    assert_eq!(until_april(due(day("2026-12-31"))), from_december);
    // First unpaid in the short month: the due day comes back in the long ones.
    let february = DueDays::on(day("2027-02-28"), 31).unwrap();
    assert_eq!(until_april(february), from_december[2..]);
}

fn loans() -> impl Strategy<Value = Loan> {
    (
        1_i64..1_000_000_000,
        1_u32..=360,
        0_i64..=36_000_000,
        prop::bool::ANY,
    )
        .prop_map(|(fen, months, units, level)| Loan {
            principal: Fen::new(fen),
            months: Months::new(months).unwrap(),
            rate: Rate::from_percent(rust_decimal::Decimal::new(units, 6)).unwrap(),
            method: if level {
                Method::LevelPayment
            } else {
                Method::LevelPrincipal
            },
        })
}

proptest! {
    /// Every fen that comes in is somewhere, and the instalments are those of the schedule.
    #[test]
    fn money_is_conserved(
        loan in loans(),
        payments in prop::collection::vec((0_u64..700, 1_i64..5_000_000), 0..6),
        after in 0_u64..400,
        by_part in prop::bool::ANY,
    ) {
        let unpaid = Unpaid { loan, due: due(day("2026-01-31")) };
        let mut payments: Vec<_> = payments
            .into_iter()
            .map(|(days, fen)| Payment { on: day("2026-01-01") + chrono::Days::new(days), amount: Fen::new(fen) })
            .collect();
        payments.sort_by_key(|payment| payment.on);
        let last = payments.last().map_or(day("2026-01-01"), |payment| payment.on);
        let on = last + chrono::Days::new(after);
        let mut rules = rules();
        if by_part {
            rules.order.across = Across::Part;
        }
        let standing = standing(&unpaid, &rules, &payments, on).unwrap();
        let came_in: Fen = payments.iter().map(|payment| payment.amount).sum();
        prop_assert_eq!(standing.paid().sum() + standing.excess, came_in);
        prop_assert!(standing.excess == Fen::ZERO || standing.is_current());
        let planned = schedule(&loan);
        for (missed, instalment) in standing.missed.iter().zip(&planned.instalments) {
            prop_assert_eq!(missed.charged.principal, instalment.principal);
            prop_assert_eq!(missed.charged.interest, instalment.interest);
            prop_assert!(!missed.owed().penalty.is_negative());
        }
    }

    /// Paying what is needed makes the loan current, a fen less does not.
    #[test]
    fn what_is_needed_is_enough_and_no_more(loan in loans(), days in 0_u64..900) {
        let unpaid = Unpaid { loan, due: due(day("2026-01-15")) };
        let on = day("2026-01-15") + chrono::Days::new(days);
        let rules = rules();
        let needed = standing(&unpaid, &rules, &[], on).unwrap().needed().sum();
        prop_assume!(needed > Fen::new(1));
        let pay = |amount| standing(&unpaid, &rules, &[Payment { on, amount }], on).unwrap();
        prop_assert!(pay(needed).is_current());
        prop_assert_eq!(pay(needed).excess, Fen::ZERO);
        prop_assert!(!pay(needed - Fen::new(1)).is_current());
    }

    /// Without payments each line is the plain formula.
    #[test]
    fn the_penalty_is_the_formula(loan in loans(), days in 0_u64..900) {
        let unpaid = Unpaid { loan, due: due(day("2026-01-15")) };
        let on = day("2026-01-15") + chrono::Days::new(days);
        let rules = rules();
        for missed in standing(&unpaid, &rules, &[], on).unwrap().missed {
            let late = missed.charged.interest + missed.charged.principal;
            // fen × units / 100,000,000 × 1.5 / 360, twice over to stay whole.
            let twice = i128::from(late.get()) * i128::from(loan.rate.units()) * 3 * i128::from(missed.days);
            let expected = quotient_half_up(twice, 2 * 360 * 100_000_000);
            prop_assert_eq!(i128::from(missed.charged.penalty.get()), expected);
            prop_assert_eq!(penalty(late, loan.rate, missed.days, &rules), missed.charged.penalty);
        }
    }
}
