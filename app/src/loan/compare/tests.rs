//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use proptest::prelude::*;

use super::*;
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Live,
            testing::{both_sides, head},
        },
        form::{FormField, Typed},
        page::Origin,
    },
    testing::{context, html, in_each_language, main_of},
    text::Lang,
};

fn compared(typed: &Typed<Field>) -> Result<Comparison, FormErrors> {
    Comparison::of(typed, &(), Lang::ZhCn)
}

fn rates() -> RatesToday {
    RatesToday {
        fund: fund::quota::TermRates {
            le5y: "2.10".parse().unwrap(),
            gt5y: "2.60".parse().unwrap(),
        },
        prime: "3.50".parse().unwrap(),
    }
}

fn example() -> Typed<Field> {
    start(Some(rates()), Lang::ZhCn)
}

fn shown(typed: Typed<Field>) -> String {
    let data = Page {
        outcome: compared(&typed),
        typed,
        origin: Origin::Example,
    };
    main_of(&html(|| page(&context(), data))).to_owned()
}

#[test]
fn an_english_page_is_english() {
    in_each_language(|ctx| {
        let typed = start(Some(rates()), ctx.lang).with(Field::GrantedOn, "2026-11-30");
        let data = Page {
            outcome: Comparison::of(&typed, &(), ctx.lang),
            typed,
            origin: Origin::Example,
        };
        page(ctx, data)
    });
}

#[test]
fn the_bare_page_compares_an_example() {
    insta::assert_snapshot!(shown(example()));
}

#[test]
fn the_verdict_comes_first_and_the_marks_agree() {
    let typed = example()
        .with(Field::Of(0, Part::Years), "10")
        .with(Field::Of(2, Part::Kind), "commercial")
        .with(Field::Of(2, Part::Points), "－30")
        .with(Field::GrantedOn, "2026-11-30");
    let comparison = compared(&typed).unwrap();
    let head = head(&comparison);
    assert!(
        head.starts_with("<p class=\"verdict\">方案一利息最少，比最多的少付 "),
        "{head}"
    );
    assert_eq!(head.matches("利息最少</span>").count(), 1);
    assert_eq!(head.matches("月供最低</span>").count(), 1);
    assert!(head.contains("银行 600,000.00 元（3.20%）；30 年，等额本息"));
    assert!(
        head.contains("2036年11月30日") && head.contains("晚 20 年"),
        "{head}"
    );
    assert!(head.contains("/loan/repayment?principal=400000.00&amp;months=360&amp;annual_rate=2.60&amp;method=level_payment&amp;bank_principal=200000.00&amp;"));
}

#[test]
fn the_browser_answers_as_the_server_does() {
    for lang in [Lang::ZhCn, Lang::En] {
        let [server, browser] = both_sides::<Comparison>(&example().with(Field::Amount, "70万"), &(), lang);
        assert!(server.is_some());
        assert_eq!(server, browser);
    }
}

#[test]
fn a_short_loan_bears_the_short_rate() {
    let comparison = compared(&example().with(Field::Of(0, Part::Years), "5")).unwrap();
    assert!(head(&comparison).contains("公积金 600,000.00 元（2.10%）；5 年"));
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    for (field, text, message) in [
        (Field::Amount, "0", "要大于 0"),
        (Field::Amount, "", "请填写金额"),
        (Field::FundAmount, "60万", "剩下的由银行贷"),
        (Field::FundAmount, "", "请填其中公积金贷多少"),
        (Field::Of(1, Part::Points), "-501", "-500 到 500"),
        (Field::Of(1, Part::Points), "-400", "低于 0 或高于 36%"),
        (Field::Of(1, Part::Points), "1.5", "整数"),
        (Field::Of(0, Part::Years), "31", "1 到 30"),
        (Field::Of(0, Part::Kind), "gift", "请选一项"),
        (Field::Of(0, Part::Kind), "none", "至少选两个方案"),
        (Field::Prime, "", "利率"),
        (Field::Prime, "abc", "利率"),
        (Field::GrantedOn, "2027-02-29", "请填一个日期"),
    ] {
        let errors = compared(&example().with(field, text)).unwrap_err();
        let said = errors.of(field.name()).unwrap_or_default();
        assert!(said.contains(message), "{field:?} {text}: {said}");
        assert_eq!(errors.iter().count(), 1, "only it is to blame: {errors:?}");
        assert!(shown(example().with(field, text)).contains("error-summary"));
    }
    // A rate that was refused says nothing against the points on it.
    let minus = example().with(Field::Of(1, Part::Points), "-30 个基点");
    assert!(compared(&minus).is_ok());
    let errors = compared(&minus.with(Field::Prime, "abc")).unwrap_err();
    assert_eq!(errors.iter().count(), 1, "{errors:?}");
    // The points of a plan without a bank do not matter.
    assert!(compared(&example().with(Field::Of(0, Part::Points), "x")).is_ok());
}

proptest! {
    #[test]
    fn anything_typed_is_answered(
        field in 0..Field::ALL.len(),
        text in "\\PC{0,12}|[-0-9.万]{0,12}|none|fund|combined|commercial",
    ) {
        let typed = example().with(Field::ALL[field], text);
        if let Ok(comparison) = compared(&typed) {
            prop_assert!(!head(&comparison).is_empty());
        }
    }
}
