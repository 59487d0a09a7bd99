//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use proptest::prelude::*;

use super::{Contribution, Field, Savings, page, start};
use crate::{
    form::FormErrors,
    loan::{estimate::Origin, live::Answer, sheet::Typed},
    testing::{context, date, edition, html, main_of},
};

fn of(typed: &Typed<Field>) -> Result<Savings, FormErrors> {
    Savings::of(typed, &edition().contribution, &edition().dated_deposit_rates())
}

fn example() -> Typed<Field> {
    start(date(2026, 11, 25))
}

fn shown(typed: Typed<Field>, origin: Origin) -> String {
    let data = Contribution {
        outcome: of(&typed),
        typed,
        origin,
        ratio: edition().contribution.ratio.clone(),
    };
    main_of(&html(move || page(&context(), data.clone()))).to_owned()
}

#[test]
fn the_bare_page_shows_an_example() {
    insta::assert_snapshot!(shown(example(), Origin::Example));
}

#[test]
fn an_employer_with_wages_above_the_cap() {
    let typed = example()
        .with(Field::Wage, "3万")
        .with(Field::Headcount, "12人")
        .with(Field::NextWage, "9000")
        .with(Field::Until, "2027-09-01");
    let savings = of(&typed).unwrap();
    insta::assert_snapshot!(format!("{}\n{}", savings.head(), savings.rest()).replace("><", ">\n<"));
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
    let errors = of(&typed).unwrap_err();
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
    let page = shown(typed, Origin::Address);
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
        let monthly = of(&typed).unwrap().monthly;
        assert_eq!(monthly.member.to_string(), member, "{text}");
        assert_eq!(monthly.employer.to_string(), employer, "{text}");
    }
    for text in ["", "4.99", "12.01", "5.555", "0.055", "5,5", "-8", "8 元", "一半"] {
        let typed = example().with(Field::MemberRatio, text);
        let wrong = of(&typed).unwrap_err();
        let wrong: Vec<_> = wrong.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(wrong, ["member_ratio"], "{text}");
    }
}

#[test]
fn an_employers_own_ratio_stands_among_the_whole_ones() {
    let typed = example()
        .with(Field::EmployerRatio, "5.5")
        .with(Field::Headcount, "10");
    let rest = of(&typed).unwrap().rest();
    assert!(rest.contains("单位每月出 4,400.00 元"), "{rest}");
    assert!(rest.contains("5.5%") && rest.contains("12%"), "{rest}");
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,12}|20[0-9]{2}-1?[0-9]-[12]?[0-9]|[0-9]{1,2}", 9)) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(savings) = of(&typed) {
            prop_assert!(!savings.head().is_empty() && !savings.rest().is_empty());
        }
    }
}
