//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::quota::TermRates;
use proptest::prelude::*;

use super::{Costs, Field, Page, RatesToday, page, print, start};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Live,
            testing::{both_sides, head, rest},
        },
        form::{FormField, Typed},
        page::Origin,
    },
    testing::{context, html, in_each_language, main_of},
    text::Lang,
};

fn costs_of(typed: &Typed<Field>) -> Result<Costs, FormErrors> {
    Costs::of(typed, &(), Lang::ZhCn)
}

fn shown(typed: Typed<Field>) -> String {
    let data = Page {
        outcome: costs_of(&typed),
        typed,
        origin: Origin::Example,
        today: None,
    };
    main_of(&html(|| page(&context(), data))).to_owned()
}

#[test]
fn an_english_page_is_english() {
    let rates = TermRates {
        le5y: "2.10".parse().unwrap(),
        gt5y: "2.60".parse().unwrap(),
    };
    in_each_language(|ctx| {
        let typed = start("2.60", "3.50", ctx.lang)
            .with(Field::GrantedOn, "2026-11-30")
            .with(Field::FirstPeriod, "by_days")
            .with(Field::BankPrincipal, "100000");
        let data = Page {
            outcome: Costs::of(&typed, &(), ctx.lang),
            typed,
            origin: Origin::Example,
            today: Some(RatesToday {
                first: rates,
                second: rates,
                prime: "3.00".parse().unwrap(),
            }),
        };
        page(ctx, data)
    });
    in_each_language(|ctx| {
        let typed = start("2.60", "3.50", ctx.lang).with(Field::BankPrincipal, "100000");
        print::page(ctx, &Costs::of(&typed, &(), ctx.lang).unwrap())
    });
}

#[test]
fn the_bare_page_shows_an_example() {
    insta::assert_snapshot!(shown(start("2.60", "3.50", Lang::ZhCn).with(Field::Months, "13")));
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let typed = start("2.60", "3.50", Lang::ZhCn)
        .with(Field::Months, "361")
        .with(Field::AnnualRate, "很高");
    let errors = costs_of(&typed).unwrap_err();
    assert_eq!(
        errors.of("months").as_deref(),
        Some("贷款期限（月）：请填 1 到 360 的整数")
    );
    assert!(errors.of("annual_rate").is_some());
    let page = shown(typed);
    assert!(page.contains("value=\"361\"") && page.contains("value=\"很高\""));
}

#[test]
fn half_a_question_is_asked_to_be_whole() {
    for (field, text, asked) in [
        (Field::DueDay, "20", "granted_on"),
        (Field::FirstPeriod, "by_days", "granted_on"),
        (Field::BankMonths, "120", "bank_principal"),
    ] {
        let errors = costs_of(&start("2.60", "3.50", Lang::ZhCn).with(field, text)).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, [asked], "{field:?}");
    }
}

#[test]
fn a_day_is_shown_as_the_browser_wants_it_and_nothing_typed_is_lost() {
    let page = |day| shown(start("2.60", "3.50", Lang::ZhCn).with(Field::GrantedOn, day));
    let input = |page: String| {
        let at = page.find("name=\"granted_on\"").unwrap();
        let from = page[..at].rfind('<').unwrap();
        page[from..][..page[from..].find('>').unwrap()].to_owned()
    };
    let day = input(page("2026年11月8日"));
    assert!(
        day.contains("type=\"date\"") && day.contains("value=\"2026-11-08\""),
        "{day}"
    );
    let none = input(page("下个月"));
    assert!(
        none.contains("type=\"text\"") && none.contains("value=\"下个月\""),
        "{none}"
    );
}

#[test]
fn figures_as_people_type_them_are_understood() {
    for (months, rate, principal) in [
        ("２４０", "3.25%", "60 万元"),
        ("240个月", "３.２５", "600000.00"),
        (" 240 ", "3.25", "60万"),
        ("240期", "3.25 %", "６０万"),
    ] {
        let typed = start(rate, "3.50", Lang::ZhCn)
            .with(Field::Months, months)
            .with(Field::Principal, principal);
        let costs = costs_of(&typed).unwrap();
        assert_eq!(
            costs.schedule.first_payment().to_string(),
            "3403.17",
            "{months} {rate} {principal}"
        );
    }
}

#[test]
fn by_days_every_instalment_has_its_day() {
    let typed = start("3.25", "3.50", Lang::ZhCn)
        .with(Field::Principal, "100万")
        .with(Field::Months, "360")
        .with(Field::GrantedOn, "2026-11-25")
        .with(Field::DueDay, "31")
        .with(Field::FirstPeriod, "by_days");
    let costs = costs_of(&typed).unwrap();
    let head = head(&costs);
    assert!(
        head.contains("2026年12月31日第一次还款，2056年11月30日还清"),
        "{head}"
    );
    // 36 days: 3,250.00.
    assert!(
        head.contains("第一期 36 天，利息 3,250.00 元，比按整月多 541.67 元"),
        "{head}"
    );
    assert!(head.contains("第一个月还"));
    assert!(
        rest(&costs).contains("<th>1<br>2026-12-31<td>4,893.73"),
        "{}",
        rest(&costs)
    );
    assert!(rest(&costs).contains("/api/v1/loan/repayment.ics?principal=100%E4%B8%87&amp;months=360"));
}

#[test]
fn a_due_day_without_a_first_day_is_asked_for() {
    let errors = costs_of(&start("3.25", "3.50", Lang::ZhCn).with(Field::DueDay, "20")).unwrap_err();
    assert_eq!(
        errors.of("granted_on").as_deref(),
        Some("放款日：填了每月还款日，或第一期按天数算的，也要填放款日")
    );
    let errors = costs_of(&start("3.25", "3.50", Lang::ZhCn).with(Field::DueDay, "32")).unwrap_err();
    assert!(errors.of("due_day").is_some());
    let granted = start("3.25", "3.50", Lang::ZhCn).with(Field::GrantedOn, "2027-02-29");
    assert!(costs_of(&granted).unwrap_err().of("granted_on").is_some());
    let leap = start("3.25", "3.50", Lang::ZhCn).with(Field::GrantedOn, "2028年2月29日");
    assert_eq!(costs_of(&leap).unwrap().due[0].to_string(), "2028-03-29");
}

#[test]
fn the_browser_answers_as_the_server_does() {
    let typed = start("2.60", "3.50", Lang::ZhCn)
        .with(Field::GrantedOn, "2026-11-30")
        .with(Field::BankPrincipal, "10万");
    for lang in [Lang::ZhCn, Lang::En] {
        let [server, browser] = both_sides::<Costs>(&typed, &(), lang);
        assert!(server.is_some());
        assert_eq!(server, browser);
    }
}

#[test]
fn two_loans_are_one_table() {
    let typed = start("2.60", "3.50", Lang::ZhCn)
        .with(Field::BankPrincipal, "30万")
        .with(Field::BankMonths, "360");
    let costs = costs_of(&typed).unwrap();
    assert_eq!(costs.schedule.instalments.len(), 360);
    let [fund, bank] = costs.parts.as_slice() else {
        panic!("two loans")
    };
    assert_eq!(
        costs.schedule.total_interest,
        fund.total_interest + bank.total_interest
    );
    assert!(head(&costs).contains("第一个月一共还"));
    let printed = html(|| print::page(&context(), &costs));
    insta::assert_snapshot!(
        main_of(&printed)
            .split_inclusive("</table>")
            .next()
            .unwrap()
            .replace("<tr", "\n<tr")
    );
    assert_eq!(printed.matches("<table>").count(), 30);
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万-]{0,12}|2026-1[12]-[0-3][0-9]", Field::ALL.len())) {
        let typed = Typed::<Field>::new(|field| texts[field as usize].clone());
        if let Ok(costs) = costs_of(&typed) {
            prop_assert!(!head(&costs).is_empty() && !rest(&costs).is_empty());
        }
    }
}
