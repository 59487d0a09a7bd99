//! The estimate page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::{
    money::Fen,
    quota::{Circumstances, QuotaRules, TermRates, assess},
};
use proptest::prelude::*;

use super::{Estimate, Field, Found, Page, RateSource, example, page, read};
use crate::{
    loan::{
        answer::testing::both_sides,
        form::{FormField, Typed},
        page::Origin,
    },
    testing::{context, date, html, in_each_language, main_of},
    text::Lang,
};

fn rules() -> QuotaRules {
    QuotaRules::from_toml(include_str!("../../../fund/editions/xianning/quota.toml")).unwrap()
}

fn estimate_in(lang: Lang, typed: Typed<Field>, origin: Origin) -> Page {
    let rates = TermRates {
        le5y: "2.10".parse().unwrap(),
        gt5y: "2.60".parse().unwrap(),
    };
    let source = RateSource {
        effective_from: date(2025, 5, 8),
        document: "中国人民银行".into(),
        verified: true,
    };
    let outcome = read(&typed, Circumstances::default(), lang).and_then(|question| {
        let assessment = assess(&question.applicant, &rules(), &rates, date(2026, 11, 24));
        Found::new((&typed, &question), assessment, &rules(), (&rates, source), lang)
    });
    Page {
        typed,
        origin,
        outcome,
    }
}

fn estimate(typed: Typed<Field>, origin: Origin) -> Page {
    estimate_in(Lang::ZhCn, typed, origin)
}

fn shown(typed: Typed<Field>) -> String {
    html(|| page(&context(), estimate(typed, Origin::Address)))
}

#[test]
fn the_bare_page_shows_an_example() {
    let html = html(|| page(&context(), estimate(example(Lang::ZhCn), Origin::Example)));
    // The months of the years are `table`'s snapshot.
    let (before, rest) = main_of(&html).split_once("<details class=\"year\"").unwrap();
    let (_, after) = rest.rsplit_once("</details>\n</div>").unwrap();
    insta::assert_snapshot!(format!("{before}…{after}"));
}

#[test]
fn the_browser_answers_as_the_server_does_until_the_household_changes() {
    for lang in [Lang::ZhCn, Lang::En] {
        let found = estimate_in(lang, example(Lang::ZhCn), Origin::Example)
            .outcome
            .unwrap();
        for typed in [
            example(Lang::ZhCn),
            example(Lang::ZhCn)
                .with(Field::Amount, "12.5万")
                .with(Field::Years, "5"),
            example(Lang::ZhCn)
                .with(Field::Amount, "90万")
                .with(Field::Years, "30年"),
        ] {
            let [server, browser] = both_sides::<Estimate>(&typed, found.answer.rules(), lang);
            assert!(server.is_some());
            assert_eq!(server, browser);
        }
        let other = example(Lang::ZhCn).with(Field::Debts, "100");
        assert_eq!(
            both_sides::<Estimate>(&other, found.answer.rules(), lang),
            [None, None]
        );
    }
}

#[test]
fn an_english_page_is_english() {
    in_each_language(|ctx| {
        let typed = example(ctx.lang)
            .with(Field::Amount, "900000")
            .with(Field::Birth, "1970-03-01")
            .with(Field::BuildingAge, "10")
            .with(Field::MonthsContributed, "2")
            .with(Field::Debts, "500");
        page(ctx, estimate_in(ctx.lang, typed, Origin::Example))
    });
}

#[test]
fn no_id_stands_on_the_page_twice() {
    let html = shown(example(Lang::ZhCn));
    let mut ids: Vec<_> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{ids:?}");
}

#[test]
fn a_shorter_term_has_its_own_rate() {
    let html = shown(
        example(Lang::ZhCn)
            .with(Field::Years, "5")
            .with(Field::Amount, "10万"),
    );
    assert!(html.contains("2.10%"), "{html}");
    assert!(html.contains("贷 100,000.00 元、5 年"), "{html}");
    let found = estimate(example(Lang::ZhCn), Origin::Address).outcome.unwrap();
    assert_eq!(found.answer.quota(), Fen::from_yuan(400_000));
}

#[test]
fn an_unmet_condition_comes_first() {
    let html = shown(example(Lang::ZhCn).with(Field::MonthsContributed, "2"));
    let main = main_of(&html);
    let (gate, quota) = (main.find("现在还不能贷").unwrap(), main.find("最多可贷").unwrap());
    assert!(gate < quota && main.contains("2027年3月起"));
}

#[test]
fn more_than_the_quota_is_said_and_cut() {
    let html = shown(example(Lang::ZhCn).with(Field::Amount, "60万"));
    assert!(
        html.contains("想贷的 600,000.00 元超过了可贷额度，按 400,000.00 元计算。"),
        "{html}"
    );
}

#[test]
fn a_refused_form_keeps_everything() {
    let typed = example(Lang::ZhCn)
        .with(Field::Price, "八十万")
        .with(Field::Years, "31")
        .with(Field::Children, "-1")
        .with(Field::Area, "<b>");
    let html = shown(typed);
    assert!(html.contains("<title>有错误：") && !html.contains("/pkg/"));
    insta::assert_snapshot!(main_of(&html));
}

#[test]
fn amounts_and_numbers_as_people_type_them() {
    let typed = example(Lang::ZhCn)
        .with(Field::Price, "６００,000")
        .with(Field::Balances, "2.5 万元")
        .with(Field::Years, "２０年")
        .with(Field::Area, "８９．５ ㎡")
        .with(Field::Children, "");
    let wanted = read(&typed, Circumstances::default(), Lang::ZhCn).unwrap();
    assert_eq!(wanted.applicant.price, Fen::from_yuan(600_000));
    assert_eq!(wanted.applicant.balances, Fen::from_yuan(25_000));
    assert_eq!(wanted.applicant.months.get(), 240);
    assert_eq!(wanted.applicant.area, "89.5".parse().ok());
    assert_eq!(wanted.applicant.children, 0);
}

#[test]
fn absurd_values_get_a_message_at_their_field() {
    for (field, texts) in [
        (
            Field::Price,
            &["", "0", "-5", "1e30", "NaN", "九", "999999999999999999999"][..],
        ),
        (Field::Income, &["", "0", "-5", "1e30"]),
        (Field::Balances, &["", "-0.01", "1.234"]),
        (Field::Amount, &["0", "-1", "1e30"]),
        (Field::Debts, &["-1", "x"]),
        (Field::Years, &["", "0", "31", "361", "1.5", "-3", "99999999999"]),
        (Field::MonthsContributed, &["", "601", "x"]),
        (Field::Home, &["", "third"]),
        (Field::Method, &["", "LEVEL_PAYMENT"]),
        (Field::Area, &["0x10", "1e3", "-1"]),
    ] {
        for text in texts {
            let typed = example(Lang::ZhCn).with(field, *text);
            let errors = read(&typed, Circumstances::default(), Lang::ZhCn).unwrap_err();
            assert!(errors.of(field.name()).is_some(), "{field:?} {text:?}");
            assert_eq!(errors.iter().count(), 1);
        }
    }
}

proptest! {
    #[test]
    fn anything_typed_gives_a_page(field in 0..Field::ALL.len(), text in "[-0-9０-９.万元年e ]{0,12}|\\PC{0,20}") {
        let typed = example(Lang::ZhCn).with(Field::ALL[field], text);
        let page = shown(typed.clone());
        let refused = read(&typed, Circumstances::default(), Lang::ZhCn).is_err();
        prop_assert_eq!(page.contains("error-summary"), refused);
    }
}

#[test]
fn what_no_rule_asks_for_is_said_to_make_no_difference() {
    let all = shown(
        example(Lang::ZhCn)
            .with(Field::BuildingAge, "60")
            .with(Field::Area, "88")
            .with(Field::Talent, "1")
            .with(Field::Children, "2"),
    );
    assert!(all.contains("没有影响结果"), "{all}");
    assert!(
        all.contains("您填的“房子面积、房龄（二手房）、本市认定的人才”"),
        "{all}"
    );
    assert!(!shown(example(Lang::ZhCn)).contains("没有影响结果"));
}
