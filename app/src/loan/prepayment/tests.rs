//! The page as people see it, and its form with anything typed into it.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::quota::Basis;
use fund::repayment::FeeBand;
use proptest::prelude::*;

use super::{Beyond, Field, Page, Savings, fees_text, page, start};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Live,
            testing::{both_sides, head, rest},
        },
        form::{FormField, Typed},
        page::Origin,
        paths,
    },
    testing::{context, html, in_each_language, main_of},
    text::{Lang, text},
};

fn basis() -> Basis {
    Basis {
        rule: "提前还款不收费用".to_owned(),
        rule_en: None,
        document: "演示参数".to_owned(),
        document_en: None,
        number: String::new(),
        effective_from: chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
        verified: false,
    }
}

fn shown_with(typed: Typed<Field>, beyond: Beyond, origin: Origin) -> String {
    main_of(&html(|| {
        page(&context(), data(typed, beyond, origin, Lang::ZhCn))
    }))
    .to_owned()
}

fn data(typed: Typed<Field>, beyond: Beyond, origin: Origin, lang: Lang) -> Page {
    let outcome = Savings::of(&typed, &(), lang);
    Page {
        outcome: beyond.check(outcome, &text(lang).loan.prepayment),
        typed,
        beyond,
        origin,
        basis: basis(),
    }
}

#[test]
fn an_english_page_is_english() {
    in_each_language(|ctx| {
        let typed = start("2.60", ctx.lang)
            .with(Field::Keep(0), "term")
            .with(Field::Fees, "48:1")
            .with(Field::After(1), "60")
            .with(Field::Keep(1), "settle");
        page(ctx, data(typed, Beyond::default(), Origin::Example, ctx.lang))
    });
}

fn shown(typed: Typed<Field>) -> String {
    shown_with(typed, Beyond::default(), Origin::Example)
}

fn saved(typed: &Typed<Field>) -> Result<Savings, FormErrors> {
    Savings::of(typed, &(), Lang::ZhCn)
}

fn short() -> Typed<Field> {
    start("2.60", Lang::ZhCn)
        .with(Field::Months, "14")
        .with(Field::After(0), "6")
}

fn errors(typed: &Typed<Field>) -> Vec<(String, String)> {
    let errors = saved(typed).err().unwrap();
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
            let savings = saved(typed).ok().unwrap();
            let head = head(&savings);
            let head = head.split("<figure").next().unwrap().to_owned();
            let rest = rest(&savings);
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
        (short().with(Field::Amount(0), "50万"), "amount", "那时只欠"),
        (short().with(Field::Amount(0), "0"), "amount", "要大于 0"),
        (short().with(Field::Keep(0), "both"), "keep", "请选一项"),
        (short().with(Field::Every, "week"), "every", "请选一项"),
        (
            short()
                .with(Field::Every, "month")
                .with(Field::After(1), "9")
                .with(Field::Amount(1), "50万"),
            "after2",
            "第 8 期还清",
        ),
        (
            short().with(Field::Months, "1").with(Field::After(0), "1"),
            "months",
            "只有一期",
        ),
        (
            short().with(Field::After(1), "5").with(Field::Amount(1), "1"),
            "after2",
            "不能早于上一次提前还款",
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
        short().with(Field::Fees, "12:1").address(paths::PREPAYMENT),
        "/loan/prepayment?principal=50%E4%B8%87&months=14&annual_rate=2.60&method=level_payment&after=6\
         &amount=10%E4%B8%87&keep=payment"
    );
    let twice = short()
        .with(Field::After(1), "9")
        .with(Field::Amount(1), "1")
        .with(Field::Keep(1), "term");
    assert!(
        twice
            .address(paths::PREPAYMENT)
            .ends_with("&after2=9&amount2=1&keep2=term")
    );
}

#[test]
fn several_after_one_instalment_are_carried_out_in_their_order() {
    let typed = short()
        .with(Field::After(1), "6")
        .with(Field::Amount(1), "5万")
        .with(Field::Keep(1), "term");
    let both = saved(&typed).ok().unwrap();
    let sum = short().with(Field::Amount(0), "15万");
    let sum = saved(&sum).ok().unwrap();
    let balances: Vec<_> = both.prepaid.events.iter().map(|done| done.balance).collect();
    assert_eq!(balances[1], sum.prepaid.events[0].balance);
    assert!(balances[0] > balances[1]);
}

#[test]
fn what_is_owed_exactly_settles() {
    let owed = saved(&short()).ok().unwrap().prepaid.plain.instalments[5].balance;
    for keep in ["payment", "term"] {
        let exact = short()
            .with(Field::Amount(0), owed.to_string())
            .with(Field::Keep(0), keep);
        let settle = short().with(Field::Keep(0), "settle");
        let [exact, settle] = [exact, settle].map(|typed| saved(&typed).ok().unwrap());
        assert_eq!(exact.prepaid, settle.prepaid);
        assert_eq!(head(&exact), head(&settle));
    }
    let above = owed + fund::money::Fen::new(1);
    let found = errors(&short().with(Field::Amount(0), above.to_string()));
    let message = format!("那时只欠 {} 元", owed.grouped());
    assert!(
        found[0].0 == "amount" && found[0].1.contains(&message),
        "{found:?}"
    );
}

#[test]
fn what_comes_again_is_summed_up() {
    let typed = start("2.60", Lang::ZhCn)
        .with(Field::After(0), "12")
        .with(Field::Amount(0), "2万");
    for every in ["month", "year"] {
        let savings = saved(&typed.clone().with(Field::Every, every)).ok().unwrap();
        let events = &savings.prepaid.events;
        assert!(events.len() > 6, "{every}");
        let head = head(&savings);
        assert!(
            head.contains(&format!("一共提前还 {} 次", events.len())),
            "{head}"
        );
        let shown = head.matches("期后提前还").count();
        assert_eq!(shown, 2, "the first and the last: {head}");
        // After the last of them either nothing is owed, or the rest is repaid before another would come.
        let last = events.last().unwrap();
        let period = if every == "month" { 1 } else { 12 };
        assert!(last.months_left < period, "{every}: {last:?}");
        // What is repaid ahead comes off beside the table.
        let instalments = &savings.prepaid.schedule.instalments;
        let beside = events
            .iter()
            .filter(|done| usize::from(done.event.after) == instalments.len());
        let beside: fund::money::Fen = beside.map(|done| done.amount).sum();
        assert_eq!(instalments.last().unwrap().balance, beside, "{every}");
    }
    let once = saved(&typed.clone().with(Field::Every, "")).ok().unwrap();
    assert_eq!(
        once.prepaid.events.len(),
        1,
        "a program that does not say asks for one"
    );
    assert!(
        typed.address(paths::PREPAYMENT).ends_with("keep=payment"),
        "once needs no name"
    );
    assert!(
        typed
            .with(Field::Every, "year")
            .address(paths::PREPAYMENT)
            .ends_with("&every=year")
    );
}

#[test]
fn what_the_form_has_no_row_for_is_said_and_kept() {
    let beyond = Beyond::of([("after7", "13"), ("amount7", "1 万"), ("keep7", "term")].into_iter());
    let page = shown_with(short(), beyond, Origin::Address);
    for kept in [
        "value=\"13\"",
        "value=\"1 万\"",
        "value=\"term\"",
        "name=\"after7\"",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert!(page.contains("第 7 次：还完第几期之后：没有算进去"), "{page}");
    assert!(!page.contains("id=\"answer\""), "no answer without them");
}

#[test]
fn the_browser_answers_as_the_server_does() {
    let twice = short().with(Field::After(1), "9").with(Field::Amount(1), "1万");
    for lang in [Lang::ZhCn, Lang::En] {
        let [server, browser] = both_sides::<Savings>(&twice, &(), lang);
        assert!(server.is_some());
        assert_eq!(server, browser);
    }
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|[0-9.万]{0,6}|payment|term|settle|once|month|year", 24)) {
        let typed = Typed::<Field>::new(|field| {
            let place = Field::ALL.iter().position(|other| *other == field).unwrap();
            texts[place].clone()
        });
        if let Ok(savings) = saved(&typed) {
            prop_assert!(!head(&savings).is_empty() && !rest(&savings).is_empty());
        }
    }

    #[test]
    fn sound_figures_are_answered(
        months in 2_u16..=360, after in 1_u16..=359, percent in 1_u32..=150, keep in 0_usize..3, level in any::<bool>(),
    ) {
        let method = if level { "level_payment" } else { "level_principal" };
        let typed = start("2.60", Lang::ZhCn)
            .with(Field::Months, months.to_string())
            .with(Field::After(0), after.to_string())
            .with(Field::Amount(0), (percent * 5_000).to_string())
            .with(Field::Keep(0), ["payment", "term", "settle"][keep])
            .with(Field::Method, method);
        match saved(&typed) {
            Ok(savings) => prop_assert!(head(&savings).contains("省下利息")),
            Err(errors) => prop_assert!(errors.of("after").or(errors.of("amount")).is_some()),
        }
    }
}
