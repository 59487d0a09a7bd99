//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use proptest::prelude::*;

use super::{Field, Page, Savings, page, start};
use crate::{
    form::FormErrors,
    loan::{answer::testing::said, form::Typed, page::Origin},
    testing::{date, edition, in_each_language},
    text::Lang,
};

fn of(typed: &Typed<Field>, lang: Lang) -> Result<Savings, FormErrors> {
    Savings::of(
        typed,
        &edition().contribution,
        &edition().dated_deposit_rates(),
        lang,
    )
}

fn start_in(lang: Lang) -> Typed<Field> {
    start(date(2026, 11, 25), lang)
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
            ratio: edition().contribution.ratio.clone(),
        };
        page(ctx, shown)
    })
}

#[test]
fn the_bare_page_shows_an_example() {
    let [chinese, _] = shown(start_in, &Origin::Example);
    insta::assert_snapshot!(chinese);
}

#[test]
fn an_employer_with_wages_above_the_cap() {
    let typed = example()
        .with(Field::Wage, "3万")
        .with(Field::Headcount, "12人")
        .with(Field::NextWage, "9000")
        .with(Field::Until, "2027-09-01");
    let savings = of(&typed, Lang::ZhCn).unwrap();
    insta::assert_snapshot!(said(&savings).join("\n").replace("><", ">\n<"));
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let typed = example()
        .with(Field::MemberRatio, "13")
        .with(Field::EmployerRatio, "4.5")
        .with(Field::Wage, "-1")
        .with(Field::From, "2020-01-01")
        .with(Field::Until, "2019-01-01")
        .with(Field::Day, "32")
        .with(Field::Headcount, "0");
    let errors = of(&typed, Lang::ZhCn).unwrap_err();
    let wrong: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(
        wrong,
        [
            "wage",
            "member_ratio",
            "employer_ratio",
            "from",
            "until",
            "day",
            "headcount"
        ]
    );
    assert_eq!(
        errors.of("member_ratio").as_deref(),
        Some("个人缴存比例：请填 5 到 12 之间的数，最多两位小数")
    );
    assert_eq!(
        errors.of("from").as_deref(),
        Some("上面的余额是哪天的：不能早于2025年7月1日")
    );
    let [page, _] = shown(|_| typed.clone(), &Origin::Address);
    assert!(page.contains("value=\"4.5\"") && page.contains("value=\"32\""));
}

#[test]
fn ratios_have_decimals_however_they_are_typed() {
    for (text, member, employer) in [
        ("5.5", "440.00", "441.60"),
        ("5.5%", "440.00", "441.60"),
        ("５．５％", "440.00", "441.60"),
        (" 5。50 ", "440.00", "441.60"),
        ("12", "960.00", "441.60"),
        ("5", "400.00", "441.60"),
        ("11.99", "959.20", "441.60"),
    ] {
        let typed = example()
            .with(Field::MemberRatio, text)
            .with(Field::EmployerRatio, "5.52");
        let monthly = of(&typed, Lang::ZhCn).unwrap().monthly;
        assert_eq!(monthly.member.to_string(), member, "{text}");
        assert_eq!(monthly.employer.to_string(), employer, "{text}");
    }
    for text in ["", "4.99", "12.01", "5.555", "0.055", "5,5", "-8", "8 元", "一半"] {
        let typed = example().with(Field::MemberRatio, text);
        let wrong = of(&typed, Lang::ZhCn).unwrap_err();
        let wrong: Vec<_> = wrong.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(wrong, ["member_ratio"], "{text}");
    }
}

#[test]
fn an_employers_own_ratio_stands_among_the_whole_ones() {
    let typed = example()
        .with(Field::EmployerRatio, "5.5")
        .with(Field::Headcount, "10");
    let [_, rest] = said(&of(&typed, Lang::ZhCn).unwrap());
    assert!(rest.contains("单位每月出 4,400.00 元"), "{rest}");
    assert!(rest.contains("5.5%") && rest.contains("12%"), "{rest}");
}

#[test]
fn savings_and_costs_are_explained_in_english() {
    for (wage, base) in [
        ("8000", "Counted from your contribution base of 8,000.00 yuan."),
        ("30000", "above the limit"),
        ("1000", "below the limit"),
    ] {
        let typed = |lang| {
            start_in(lang)
                .with(Field::Wage, wage)
                .with(Field::NextWage, "9000")
                .with(Field::Until, "2027-09-01")
                .with(Field::Headcount, "12")
        };
        let [_, english] = shown(typed, &Origin::Account);
        for said in [base, "For 12 people the employer pays", "From 15 July 2027 on"] {
            assert!(english.contains(said), "{said}: {english}");
        }
    }
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,12}|20[0-9]{2}-1?[0-9]-[12]?[0-9]|[0-9]{1,2}", 9)) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(savings) = of(&typed, Lang::ZhCn) {
            prop_assert!(said(&savings).iter().all(|part| !part.is_empty()));
        }
    }
}
