//! `/account/ledger`: every line of the account, newest first, by year and kind.

use chrono::NaiveDate;
use fund::money::Fen;
use leptos::prelude::*;

use crate::{
    components::{BackLink, Banner, BannerKind, Button, ButtonKind, Choice, EmptyState, Pager, Select},
    shell::{Head, PageContext, document},
    text::{account::Ledger as Words, format, text},
};

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Booking date.
    pub date: NaiveDate,
    /// Kind by the data standard, in Chinese.
    pub kind: String,
    /// Effect on the balance: money in is positive.
    pub amount: Fen,
    /// Balance after it.
    pub balance: Fen,
    /// More about it, such as the reason of a withdrawal.
    pub note: Option<String>,
    /// It undoes an earlier line.
    pub reversal: bool,
}

/// A page of the ledger.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The lines, newest first.
    pub lines: Vec<Line>,
    /// The year asked for.
    pub year: Option<i32>,
    /// The kind asked for, by its code.
    pub kind: String,
    /// Numbers of the person's accounts, the one in use first.
    pub accounts: Vec<String>,
    /// Place of the account asked for among them.
    pub account: usize,
    /// Years that can be asked for, newest first.
    pub years: Vec<i32>,
    /// Kinds that can be asked for: code and name.
    pub kinds: Vec<(String, String)>,
    /// Address of the lines before these.
    pub older: Option<String>,
    /// Whether what was asked for was not understood.
    pub bad_filter: bool,
}

/// The ledger page.
pub fn page(ctx: &PageContext, ledger: Ledger) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.ledger;
    let bad = ledger
        .bad_filter
        .then(|| view! { <Banner kind=BannerKind::Caution title=words.bad_filter/> });
    let list = if ledger.lines.is_empty() {
        view! { <EmptyState title=words.none><a href="/account/ledger">{words.show_all}</a></EmptyState> }
            .into_any()
    } else {
        let rows = ledger.lines.iter().map(|line| row(words, line)).collect_view();
        view! { <ul class="ledger">{rows}</ul> }.into_any()
    };
    let body = view! {
        <BackLink href="/account"/>
        <h1>{words.title}</h1>
        {bad}
        {filter(words, &ledger)}
        {list}
        <Pager older=ledger.older/>
    };
    document(ctx, Head::new(words.title).noindex(), body)
}

fn filter(words: &'static Words, ledger: &Ledger) -> impl IntoView + use<> {
    let which = (ledger.accounts.len() > 1).then(|| {
        let places = (1..).zip(&ledger.accounts);
        let choices: Vec<_> = places
            .map(|(place, number): (usize, _)| Choice::new(place.to_string(), number))
            .collect();
        let selected = (ledger.account + 1).to_string();
        view! { <Select name="account" label=words.account choices selected/> }
    });
    let all = Choice::new("", words.all);
    let years = ledger
        .years
        .iter()
        .map(|year| Choice::new(year.to_string(), (words.year_name)(*year)));
    let years: Vec<_> = std::iter::once(all.clone()).chain(years).collect();
    let kinds = ledger.kinds.iter().map(|(code, label)| Choice::new(code, label));
    let kinds: Vec<_> = std::iter::once(all).chain(kinds).collect();
    view! {
        <form class="filter" action="/account/ledger">
            {which}
            <Select name="year" label=words.year choices=years selected=ledger.year.map(|year| year.to_string()).unwrap_or_default()/>
            <Select name="kind" label=words.kind choices=kinds selected=ledger.kind.clone()/>
            <Button kind=ButtonKind::Secondary>{words.filter}</Button>
        </form>
    }
}

fn row(words: &'static Words, line: &Line) -> impl IntoView + use<> {
    let sign = if line.amount > Fen::ZERO { "+" } else { "" };
    let note = line.note.clone().map(|note| format!("（{note}）"));
    let reversal = line.reversal.then(|| format!("（{}）", words.reversal));
    view! {
        <li>
            <span class="ledger-kind">{line.kind.clone()}{note}{reversal}</span>
            <span class="ledger-amount num">{sign}{line.amount.grouped()}</span>
            <span class="soft">{format::date(line.date)}</span>
            <span class="soft num">{(words.balance_after)(&line.balance.grouped())}</span>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, main_of};

    #[test]
    fn lines_by_year_and_kind() {
        let line = |day, kind: &str, amount, balance, note: Option<&str>| Line {
            date: date(2026, 11, day),
            kind: kind.into(),
            amount: Fen::new(amount),
            balance: Fen::new(balance),
            note: note.map(Into::into),
            reversal: false,
        };
        let ledger = Ledger {
            lines: vec![
                line(20, "部分提取", -500_000, 2_380_000, Some("租房")),
                line(15, "汇缴", 96_000, 2_880_000, None),
            ],
            year: Some(2026),
            years: vec![2026, 2025],
            kinds: vec![("remittance".into(), "汇缴".into())],
            older: Some("/account/ledger?before=28".into()),
            ..Ledger::default()
        };
        insta::assert_snapshot!(main_of(&html(|| page(&context(), ledger))));
    }

    #[test]
    fn of_several_accounts_one_is_chosen() {
        let ledger = Ledger {
            accounts: vec!["100000000001".into(), "100000000009".into()],
            account: 1,
            ..Ledger::default()
        };
        let html = html(|| page(&context(), ledger));
        assert!(
            html.contains("<option value=\"2\" selected>100000000009"),
            "{html}"
        );
        assert!(html.contains("name=\"account\""));
    }

    #[test]
    fn an_empty_list_leads_back_to_all_lines() {
        let html = html(|| {
            page(
                &context(),
                Ledger {
                    bad_filter: true,
                    ..Ledger::default()
                },
            )
        });
        assert!(
            html.contains("没有符合条件的明细")
                && html.contains("看全部明细")
                && html.contains("没有这个年份")
        );
    }
}
