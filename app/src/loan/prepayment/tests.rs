//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::quota::Basis;
use fund::repayment::FeeBand;
use proptest::prelude::*;

use super::{Field, PATH, Savings, fees_text, page, start};
use crate::{
    loan::{
        estimate::Origin,
        live::Answer,
        sheet::{FormField, Typed},
    },
    testing::{context, html, main_of},
};

fn basis() -> Basis {
    Basis {
        rule: "提前还款不收费用".to_owned(),
        document: "演示参数".to_owned(),
        number: String::new(),
        effective_from: chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
        verified: false,
    }
}

fn shown(typed: Typed<Field>) -> String {
    main_of(&html(move || {
        page(&context(), typed.clone(), Origin::Example, basis())
    }))
    .to_owned()
}

fn short() -> Typed<Field> {
    start("2.60").with(Field::Months, "14").with(Field::After(0), "6")
}

fn errors(typed: &Typed<Field>) -> Vec<(String, String)> {
    let errors = Savings::of(typed).err().unwrap();
    errors
        .iter()
        .map(|error| (error.field.clone(), error.message.clone()))
        .collect()
}

#[test]
fn the_bare_page_shows_an_example() {
    insta::assert_snapshot!(shown(short()));
}

#[test]
fn every_kind_of_event_has_its_words() {
    let term = short().with(Field::Keep(0), "term");
    let settled = short().with(Field::Keep(0), "settle").with(Field::Amount(0), "");
    let fees = fees_text(&[FeeBand {
        until: 7,
        percent: "1.5".parse().unwrap(),
    }]);
    let with_fee = short().with(Field::Fees, fees.as_str());
    let twice = short().with(Field::After(1), "9").with(Field::Amount(1), "1万");
    let answers: Vec<_> = [term, settled, with_fee, twice]
        .iter()
        .map(|typed| {
            let savings = Savings::of(typed).ok().unwrap();
            let head = savings.head();
            let head = head.split("<figure").next().unwrap().to_owned();
            let rest = savings.rest();
            let timing = rest.split("id=\"schedule\"").next().unwrap().to_owned();
            format!("{head}\n{timing}")
                .replace("<p", "\n<p")
                .replace("<div>", "\n<div>")
                .replace("<tr>", "\n<tr>")
        })
        .collect();
    insta::assert_snapshot!(answers.join("\n\n=====\n"));
}

#[test]
fn a_used_row_stands_open_and_the_next_is_folded_away() {
    let page = shown(short().with(Field::After(2), "9").with(Field::Amount(2), "1万"));
    assert_eq!(page.matches("<details open").count(), 2, "{page}");
    assert!(page.contains("再加第 6 次提前还款"));
}

#[test]
fn what_cannot_be_is_said_at_its_field() {
    for (typed, field, reason) in [
        (
            short().with(Field::After(0), "14"),
            "after",
            "请填 1 到 13 的整数",
        ),
        (short().with(Field::After(0), ""), "after", "请填 1 到 13 的整数"),
        (short().with(Field::Amount(0), "50万"), "amount", "应小于届时余额"),
        (short().with(Field::Amount(0), "0"), "amount", "要大于 0"),
        (short().with(Field::Keep(0), "both"), "keep", "请选一项"),
        (
            short().with(Field::Months, "1").with(Field::After(0), "1"),
            "months",
            "只有一期",
        ),
        (
            short().with(Field::After(1), "6").with(Field::Amount(1), "1"),
            "after2",
            "应晚于上一次提前还款",
        ),
        (
            short().with(Field::Keep(2), "settle"),
            "after3",
            "请填 1 到 13 的整数",
        ),
        (
            short()
                .with(Field::Keep(0), "settle")
                .with(Field::After(5), "7")
                .with(Field::Amount(5), "1"),
            "after6",
            "第 6 期还清",
        ),
    ] {
        let found = errors(&typed);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0 == field && found[0].1.contains(reason), "{found:?}");
    }
}

#[test]
fn the_address_holds_what_was_typed_and_no_more() {
    assert_eq!(
        short().with(Field::Fees, "12:1").address(PATH),
        "/loan/prepayment?principal=50%E4%B8%87&months=14&annual_rate=2.60&method=level_payment&after=6\
         &amount=10%E4%B8%87&keep=payment"
    );
    let twice = short()
        .with(Field::After(1), "9")
        .with(Field::Amount(1), "1")
        .with(Field::Keep(1), "term");
    assert!(twice.address(PATH).ends_with("&after2=9&amount2=1&keep2=term"));
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,6}|payment|term|settle", 23)) {
        let typed = Typed::<Field>::new(|field| {
            let place = Field::ALL.iter().position(|other| *other == field).unwrap();
            texts[place].clone()
        });
        if let Ok(savings) = Savings::of(&typed) {
            prop_assert!(!savings.head().is_empty() && !savings.rest().is_empty());
        }
    }

    #[test]
    fn sound_figures_are_answered(
        months in 2_u16..=360, after in 1_u16..=359, percent in 1_u32..=150, keep in 0_usize..3, level in any::<bool>(),
    ) {
        let method = if level { "level_payment" } else { "level_principal" };
        let typed = start("2.60")
            .with(Field::Months, months.to_string())
            .with(Field::After(0), after.to_string())
            .with(Field::Amount(0), (percent * 5_000).to_string())
            .with(Field::Keep(0), ["payment", "term", "settle"][keep])
            .with(Field::Method, method);
        match Savings::of(&typed) {
            Ok(savings) => prop_assert!(savings.head().contains("省下利息")),
            Err(errors) => prop_assert!(errors.of("after").or(errors.of("amount")).is_some()),
        }
    }
}
