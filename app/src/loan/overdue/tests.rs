//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::overdue::OverdueRules;
use proptest::prelude::*;

use super::{Arrears, Field, Overdue, page, start};
use crate::{
    loan::{estimate::Origin, live::Answer, sheet::Typed},
    testing::{context, date, edition, html, main_of},
    text::format,
};

fn rules() -> OverdueRules {
    edition().overdue.clone()
}

fn example() -> Typed<Field> {
    start("2.60", date(2026, 11, 25))
}

fn shown(typed: Typed<Field>, origin: Origin) -> String {
    let data = Overdue {
        outcome: Arrears::of(&typed, &rules()),
        typed,
        origin,
    };
    main_of(&html(move || page(&context(), data.clone()))).to_owned()
}

#[test]
fn the_bare_page_shows_an_example() {
    insta::assert_snapshot!(shown(example(), Origin::Example));
}

#[test]
fn a_payment_is_taken_apart() {
    let arrears = Arrears::of(&example().with(Field::Amount, "3000"), &rules()).unwrap();
    insta::assert_snapshot!(format!("{}\n{}", arrears.head(), arrears.rest()).replace("><", ">\n<"));
}

#[test]
fn nothing_due_is_no_arrears() {
    let arrears = Arrears::of(&example().with(Field::FirstDue, "2026-12-20"), &rules()).unwrap();
    assert!(arrears.head().contains("没有欠款"), "{}", arrears.head());
    assert!(arrears.rest().contains("2026年12月20日"));
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let typed = example()
        .with(Field::On, "2126-01-01")
        .with(Field::FirstDue, "2027-02-29")
        .with(Field::Amount, "0")
        .with(Field::Principal, "1e30");
    let errors = Arrears::of(&typed, &rules()).unwrap_err();
    let wrong: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(wrong, ["first_due", "on", "amount", "principal"]);
    let page = shown(typed, Origin::Address);
    assert!(page.contains("value=\"2027-02-29\"") && page.contains("value=\"1e30\""));
    let late = example().with(Field::On, "2036-12-01");
    let errors = Arrears::of(&late, &rules()).unwrap_err();
    assert_eq!(
        errors.of("on").as_deref(),
        Some("哪天补：不能晚于最早没还的一期之后 10 年")
    );
}

#[test]
fn the_due_day_comes_back_after_a_short_month() {
    let february = example()
        .with(Field::FirstDue, "2026-02-28")
        .with(Field::On, "2026-03-31");
    let last_due = |day| {
        let arrears = Arrears::of(&february.clone().with(Field::DueDay, day), &rules());
        arrears.map(|arrears| arrears.before.missed.last().unwrap().due_on.to_string())
    };
    assert_eq!(last_due("").unwrap(), "2026-03-28");
    assert_eq!(last_due("31 号").unwrap(), "2026-03-31");
    let wrong = last_due("20").unwrap_err();
    assert_eq!(
        wrong.of("due_day").as_deref(),
        Some("每月几号还款：应还日应是每月的这一天；当月没有这一天的，是月末")
    );
}

#[test]
fn what_is_kept_counts_for_the_next_instalment() {
    let arrears = Arrears::of(&example().with(Field::Amount, "6000"), &rules()).unwrap();
    let after = arrears.after.as_ref().unwrap();
    let (next, to_pay) = (after.next.unwrap(), after.next_to_pay().unwrap());
    assert_eq!(next.amount - after.excess, to_pay);
    let said = format!(
        "抵扣多出的 {}，到时再还 {}。",
        format::yuan(after.excess),
        format::yuan(to_pay)
    );
    assert!(arrears.rest().contains(&said), "{}", arrears.rest());
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,12}|20[0-9]{2}-1?[0-9]-[12]?[0-9]", 8)) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(arrears) = Arrears::of(&typed, &rules()) {
            prop_assert!(!arrears.head().is_empty() && !arrears.rest().is_empty());
        }
    }
}
