//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::{money::Fen, offset::OffsetRules};
use proptest::prelude::*;

use super::{Field, Page, Repaid, page, start};
use crate::{
    form::FormErrors,
    loan::{answer::testing::said, form::Typed, page::Origin},
    testing::{date, edition, in_each_language},
    text::Lang,
};

fn of(typed: &Typed<Field>, lang: Lang) -> Result<Repaid, FormErrors> {
    Repaid::of(typed, &edition().offset, &edition().dated_deposit_rates(), lang)
}

fn start_in(lang: Lang) -> Typed<Field> {
    start("2.60", &edition().offset, date(2026, 11, 25), lang)
}

fn example() -> Typed<Field> {
    start_in(Lang::ZhCn)
}

/// The page of what was typed, in Chinese and in English.
fn shown(typed: impl Fn(Lang) -> Typed<Field>, origin: &Origin) -> [String; 2] {
    in_each_language(|ctx| {
        let typed = typed(ctx.lang);
        let shown = Page {
            outcome: of(&typed, ctx.lang),
            typed,
            origin: origin.clone(),
            rules: edition().offset.clone(),
            late: false,
        };
        page(ctx, shown)
    })
}

fn short(typed: Typed<Field>) -> Typed<Field> {
    typed.with(Field::Months, "30").with(Field::Principal, "9万")
}

#[test]
fn the_bare_page_shows_an_example() {
    let [chinese, _] = shown(|lang| short(start_in(lang)), &Origin::Example);
    insta::assert_snapshot!(chinese);
}

/// Every way, each with accounts that last and with others that do not: way, what stays, balance, monthly contribution.
const WAYS: [[&str; 4]; 7] = [
    ["monthly", "payment", "3万", "1280"],
    ["monthly", "payment", "0", "1280"],
    ["monthly", "payment", "50万", "0"],
    ["yearly_refund", "payment", "3万", "1280"],
    ["yearly_principal", "payment", "3万", "1280"],
    ["yearly_principal", "term", "3万", "1280"],
    ["yearly_principal", "payment", "0", "0"],
];

fn by(typed: Typed<Field>, [way, keep, balance, monthly]: [&str; 4]) -> Typed<Field> {
    typed
        .with(Field::Way, way)
        .with(Field::Keep, keep)
        .with(Field::Balance, balance)
        .with(Field::Monthly, monthly)
}

#[test]
fn every_way_leads_with_its_own_answer() {
    let heads = WAYS.map(|way| {
        let [head, rest] = said(&of(&by(example(), way), Lang::ZhCn).unwrap());
        let verdict = rest.split("<p>").nth(1).unwrap().split("</p>").next().unwrap();
        format!("{}\n{head}\n{verdict}", way.join(" "))
    });
    insta::assert_snapshot!(heads.join("\n\n"));
}

#[test]
fn every_way_has_its_answer_in_english() {
    for way in WAYS {
        let [_, english] = shown(|lang| by(start_in(lang), way), &Origin::Account);
        assert!(
            english.contains("Repay the loan from the account (冲还贷)"),
            "{english}"
        );
    }
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let typed = example()
        .with(Field::Way, "weekly")
        .with(Field::Month, "13")
        .with(Field::Keep, "both")
        .with(Field::FirstDue, "2026-11-24")
        .with(Field::SecondBalance, "很多")
        .with(Field::Day, "0");
    let errors = of(&typed, Lang::ZhCn).unwrap_err();
    let wrong: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(
        wrong,
        ["way", "month", "keep", "first_due", "second_balance", "day"]
    );
    let [page, _] = shown(|_| typed.clone(), &Origin::Address);
    assert!(
        page.contains("value=\"很多\"") && page.contains("<details open"),
        "{page}"
    );
}

#[test]
fn the_centre_decides_what_is_offered_and_what_stays() {
    let rules = OffsetRules {
        ways: vec![fund::offset::Way::YearlyRefund],
        floor: Fen::from_yuan(1_000),
        ..edition().offset.clone()
    };
    let typed = example().with(Field::Floor, "999.99");
    let rates = edition().dated_deposit_rates();
    let errors = Repaid::of(&typed, &rules, &rates, Lang::ZhCn).unwrap_err();
    assert_eq!(errors.of("way").as_deref(), Some("怎么冲：中心没有开办这种方式"));
    assert_eq!(
        errors.of("floor").as_deref(),
        Some("账户里至少留多少：至少留 1,000.00 元")
    );
    let blank = typed.with(Field::Floor, "").with(Field::Way, "yearly_refund");
    assert_eq!(
        Repaid::of(&blank, &rules, &rates, Lang::ZhCn)
            .unwrap()
            .household
            .floor,
        Fen::from_yuan(1_000)
    );
}

#[test]
fn only_what_a_way_needs_is_asked() {
    let typed = example().with(Field::Month, "").with(Field::Keep, "");
    assert!(of(&typed, Lang::ZhCn).is_ok());
    let errors = of(&typed.with(Field::Way, "yearly_principal"), Lang::ZhCn).unwrap_err();
    let wrong: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(wrong, ["month", "keep"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_typed_is_answered(
        texts in proptest::collection::vec(proptest::option::weighted(0.2, "\\PC{0,12}|[0-9.万]{0,12}|[0-9]{1,2}"), 15),
    ) {
        let typed = texts.iter().zip([
            Field::Way, Field::Month, Field::Keep, Field::Principal, Field::Months, Field::AnnualRate, Field::Method,
            Field::FirstDue, Field::Balance, Field::Monthly, Field::SecondBalance, Field::SecondMonthly, Field::From,
            Field::Day, Field::Floor,
        ]);
        let typed = typed.fold(example(), |typed, (text, field)| match text {
            Some(text) => typed.with(field, text.as_str()),
            None => typed,
        });
        if let Ok(repaid) = of(&typed, Lang::ZhCn) {
            prop_assert!(said(&repaid).iter().all(|part| !part.is_empty()));
        }
    }
}
