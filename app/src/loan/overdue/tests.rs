//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::overdue::OverdueRules;
use leptos::prelude::IntoView;
use proptest::prelude::*;

use super::{Arrears, Field, Page, page, start};
use crate::{
    form::FormErrors,
    loan::{answer::testing::said, form::Typed, page::Origin},
    shell::PageContext,
    testing::{context, date, edition, html, in_each_language},
    text::{Lang, text},
};

fn rules() -> OverdueRules {
    edition().overdue.clone()
}

fn example() -> Typed<Field> {
    start("2.60", date(2026, 11, 25), Lang::ZhCn)
}

fn answer(typed: &Typed<Field>) -> Result<Arrears, FormErrors> {
    Arrears::of(typed, &rules(), Lang::ZhCn)
}

/// The page of what was typed.
fn show(ctx: &PageContext, typed: Typed<Field>, origin: &Origin) -> impl IntoView + use<> {
    let shown = Page {
        outcome: Arrears::of(&typed, &rules(), ctx.lang),
        typed,
        origin: origin.clone(),
    };
    page(ctx, shown)
}

/// The same in Chinese and in English.
fn shown(typed: impl Fn(Lang) -> Typed<Field>, origin: &Origin) -> [String; 2] {
    in_each_language(|ctx| show(ctx, typed(ctx.lang), origin))
}

#[test]
fn the_bare_page_shows_an_example() {
    let [chinese, _] = shown(|lang| start("2.60", date(2026, 11, 25), lang), &Origin::Example);
    insta::assert_snapshot!(chinese);
}

#[test]
fn a_payment_is_taken_apart() {
    let arrears = answer(&example().with(Field::Amount, "3000")).unwrap();
    insta::assert_snapshot!(said(&arrears).join("\n").replace("><", ">\n<"));
}

#[test]
fn a_foreign_resident_is_told_the_same_in_english() {
    let paid = |lang| start("2.60", date(2026, 11, 25), lang).with(Field::Amount, "3000");
    let [_, english] = shown(paid, &Origin::Account);
    for said in [
        "I am late with a payment",
        "penalty interest (罚息)",
        "25 November 2026",
    ] {
        assert!(english.contains(said), "{english}");
    }
    let wrong = paid(Lang::En).with(Field::FirstDue, "2027-02-29");
    let errors = Arrears::of(&wrong, &rules(), Lang::En).unwrap_err();
    assert_eq!(
        errors.of("first_due").as_deref(),
        Some("Earliest unpaid instalment: due on: please give a date, such as 2026-11-28")
    );
}

#[test]
fn nothing_due_is_no_arrears() {
    let arrears = answer(&example().with(Field::FirstDue, "2026-12-20")).unwrap();
    let [head, rest] = said(&arrears);
    assert!(head.contains("没有欠款"), "{head}");
    assert!(rest.contains("2026年12月20日"));
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let typed = example()
        .with(Field::On, "2126-01-01")
        .with(Field::FirstDue, "2027-02-29")
        .with(Field::Amount, "0")
        .with(Field::Principal, "1e30");
    let errors = answer(&typed).unwrap_err();
    let wrong: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(wrong, ["first_due", "on", "amount", "principal"]);
    let page = html(|| show(&context(), typed, &Origin::Address));
    assert!(page.contains("value=\"2027-02-29\"") && page.contains("value=\"1e30\""));
    let late = example().with(Field::On, "2036-12-01");
    let errors = answer(&late).unwrap_err();
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
        let arrears = answer(&february.clone().with(Field::DueDay, day));
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
    let arrears = answer(&example().with(Field::Amount, "6000")).unwrap();
    let after = arrears.after.as_ref().unwrap();
    let (next, to_pay) = (after.next.unwrap(), after.next_to_pay().unwrap());
    assert_eq!(next.amount - after.excess, to_pay);
    let format = &text(Lang::ZhCn).format;
    let kept = format!(
        "抵扣多出的 {}，到时再还 {}。",
        format.yuan(after.excess),
        format.yuan(to_pay)
    );
    let [_, rest] = said(&arrears);
    assert!(rest.contains(&kept), "{rest}");
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,12}|20[0-9]{2}-1?[0-9]-[12]?[0-9]", 8)) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(arrears) = answer(&typed) {
            prop_assert!(said(&arrears).iter().all(|part| !part.is_empty()));
        }
    }
}
