//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use proptest::prelude::*;

use super::{Costs, Field, page, start};
use crate::{
    loan::{live::Answer, sheet::Typed},
    testing::{context, html, main_of},
};

fn shown(typed: Typed<Field>) -> String {
    main_of(&html(move || page(&context(), typed.clone()))).to_owned()
}

#[test]
fn the_bare_page_shows_an_example() {
    insta::assert_snapshot!(shown(start("2.60").with(Field::Months, "13")));
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let typed = start("2.60")
        .with(Field::Months, "361")
        .with(Field::AnnualRate, "很高");
    let errors = Costs::of(&typed).unwrap_err();
    assert_eq!(
        errors.of("months").as_deref(),
        Some("贷款期限（月）：请填 1 到 360 的整数")
    );
    assert!(errors.of("annual_rate").is_some());
    let page = shown(typed);
    assert!(page.contains("value=\"361\"") && page.contains("value=\"很高\""));
}

#[test]
fn figures_as_people_type_them_are_understood() {
    for (months, rate, principal) in [
        ("２４０", "3.25%", "60 万元"),
        ("240个月", "３.２５", "600000.00"),
        (" 240 ", "3.25", "60万"),
    ] {
        let typed = start(rate)
            .with(Field::Months, months)
            .with(Field::Principal, principal);
        let costs = Costs::of(&typed).unwrap();
        assert_eq!(
            costs.schedule.first_payment().to_string(),
            "3403.17",
            "{months} {rate} {principal}"
        );
    }
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,12}", 4)) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(costs) = Costs::of(&typed) {
            prop_assert!(!costs.head().is_empty() && !costs.rest().is_empty());
        }
    }
}
