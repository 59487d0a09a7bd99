//! The page as people see it, with a ledger that agrees and one that does not.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use chrono::NaiveDate;
use fund::{
    edition::{LoanRates, RateEntry, RateFigure, Term},
    money::Fen,
    quota::Home,
    repayment::Booked,
};
use proptest::prelude::*;

use super::{Field, Ledger, MyLoan, Origin, Page, blank, filled, page, read, start};
use crate::{
    loan::sheet::{FormField, Typed},
    testing::{context, date, html, main_of},
};

fn today() -> NaiveDate {
    date(2026, 11, 24)
}

/// The latest rates over five years, as published.
fn rates() -> LoanRates {
    let set = [
        (date(2015, 8, 26), "3.25"),
        (date(2022, 10, 1), "3.10"),
        (date(2024, 5, 18), "2.85"),
        (date(2025, 5, 8), "2.60"),
    ];
    let entry = |(from, percent): (NaiveDate, &str)| RateEntry {
        effective_from: from,
        home: Home::First,
        term: Term::Gt5y,
        figure: RateFigure::Percent(percent.parse().unwrap()),
        source: "中国人民银行".to_owned(),
        verified: true,
    };
    LoanRates::new(set.map(entry).into(), date(2025, 5, 20))
}

fn answer(typed: &Typed<Field>, ledger: Option<Ledger>) -> MyLoan {
    MyLoan::of(&read(typed, today()).unwrap(), &rates(), ledger, today(), today()).unwrap()
}

/// A loan granted this summer, and what its ledger would say.
fn young() -> (Typed<Field>, Ledger) {
    let typed = start()
        .with(Field::GrantedOn, "2025-10-12")
        .with(Field::Months, "61")
        .with(Field::DueDay, "20");
    let plan = answer(&typed, None);
    let lines = plan
        .replay
        .due_until(today())
        .iter()
        .map(|dated| Booked::Instalment {
            number: dated.instalment.number,
            principal: dated.instalment.principal,
            interest: dated.instalment.interest,
            balance: dated.instalment.balance,
        });
    let ledger = Ledger {
        lines: lines.collect(),
        balance: plan.balance(),
        rate: plan.replay.rate_on(today()),
    };
    (typed, ledger)
}

fn shown(typed: Typed<Field>, origin: Origin, ledger: Option<Ledger>) -> String {
    let outcome =
        read(&typed, today()).and_then(|asked| MyLoan::of(&asked, &rates(), ledger, today(), today()));
    let data = Page {
        typed,
        origin,
        outcome,
    };
    main_of(&html(move || page(&context(), data.clone()))).to_owned()
}

#[test]
fn the_bare_page_shows_an_example() {
    let page = shown(start().with(Field::Months, "84"), Origin::Example, None);
    insta::assert_snapshot!(page.replace("<tr>", "\n<tr>"));
}

#[test]
fn a_ledger_that_agrees() {
    let (typed, ledger) = young();
    let page = shown(typed, Origin::Own, Some(ledger));
    assert!(page.contains("13 期全部一致，一分不差"), "{page}");
    assert!(!page.contains("不同") && page.contains("banner done"));
}

#[test]
fn what_is_overdue_is_no_good_news() {
    let (typed, mut ledger) = young();
    ledger.lines.pop();
    let html = answer_html(&typed, ledger);
    assert!(
        html.contains("12 期全部一致") && html.contains("有 1 期到期了"),
        "{html}"
    );
    assert!(!html.contains("banner done"));
}

#[test]
fn a_ledger_that_differs_is_shown_with_its_differences() {
    let (typed, mut ledger) = young();
    if let Booked::Instalment { interest, .. } = &mut ledger.lines[3] {
        *interest += Fen::new(1);
    }
    ledger.lines.pop();
    ledger.balance += Fen::from_yuan(100);
    ledger.rate = "2.85".parse().unwrap();
    let html = answer_html(&typed, ledger);
    let start = html.find("<div class=\"banner").unwrap();
    let end = html.find("id=\"schedule\"").unwrap();
    insta::assert_snapshot!(html[start..end].replace("<p", "\n<p").replace("<tr>", "\n<tr>"));
}

fn answer_html(typed: &Typed<Field>, ledger: Ledger) -> String {
    answer(typed, Some(ledger)).html()
}

#[test]
fn what_cannot_be_is_said_at_its_field() {
    for (typed, field, reason) in [
        (
            start().with(Field::GrantedOn, "2026-11-25"),
            "granted_on",
            "不能晚于今天",
        ),
        (
            start().with(Field::GrantedOn, "2015-08-25"),
            "granted_on",
            "没有 2015年8月25日这类",
        ),
        (
            start().with(Field::GrantedOn, "2025-02-29"),
            "granted_on",
            "请填一个日期",
        ),
        (start().with(Field::Months, "361"), "months", "1 到 360"),
        (start().with(Field::DueDay, "32"), "due_day", "1 到 31"),
        (start().with(Field::January, "both"), "january", "请选一项"),
        (
            start().with(Field::SettleOn, "2020-03-15"),
            "settle_on",
            "应在放款之后",
        ),
        (
            start().with(Field::SettleOn, "2040-03-16"),
            "settle_on",
            "还清之前",
        ),
        (start().with(Field::SettleOn, "明天"), "settle_on", "请填一个日期"),
    ] {
        let errors = read(&typed, today())
            .and_then(|asked| MyLoan::of(&asked, &rates(), None, today(), today()))
            .unwrap_err();
        assert!(
            errors.of(field).is_some_and(|error| error.contains(reason)),
            "{errors:?}"
        );
        assert_eq!(errors.iter().count(), 1, "{errors:?}");
    }
    let all = read(&blank(), today()).unwrap_err();
    let fields: Vec<_> = all.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["granted_on", "principal", "months", "method"]);
}

#[test]
fn a_loan_filled_in_reads_back() {
    let asked = read(&start().with(Field::DueDay, "31"), today()).unwrap();
    assert_eq!(read(&filled(&asked.terms), today()).unwrap().terms, asked.terms);
}

proptest! {
    #[test]
    fn anything_typed_is_answered(texts in proptest::collection::vec("\\PC{0,12}|20[0-9]{2}-[01]?[0-9]-[0-3]?[0-9]|[0-9.万]{0,6}", 8)) {
        let typed = Typed::<Field>::new(|field| {
            let place = Field::ALL.iter().position(|other| *other == field).unwrap();
            match field {
                Field::Method => "level_principal".to_owned(),
                Field::Home => "first".to_owned(),
                Field::January => "split".to_owned(),
                _ => texts[place].clone(),
            }
        });
        if let Ok(asked) = read(&typed, today()) && let Ok(loan) = MyLoan::of(&asked, &rates(), None, today(), today()) {
            prop_assert!(loan.html().contains("还欠"));
        }
    }
}
