//! `/account/ledger`: every line of the account, newest first, by year and kind.

use chrono::NaiveDate;
use fund::{
    money::Fen,
    records::{EntryKind, WithdrawalReason},
};
use leptos::prelude::*;

use crate::{
    components::{BackLink, Banner, BannerKind, Button, ButtonKind, Choice, EmptyState, Pager, Select},
    shell::{Head, PageContext, document},
    text::{Lang, Worded as _, text},
};

/// One line.
#[derive(Clone, Debug)]
pub struct LedgerLine {
    /// Booking date.
    pub date: NaiveDate,
    /// Kind by the data standard.
    pub kind: EntryKind,
    /// Effect on the balance: money in is positive.
    pub amount: Fen,
    /// Balance after it.
    pub balance: Fen,
    /// Why it was withdrawn.
    pub reason: Option<WithdrawalReason>,
    /// It undoes an earlier line.
    pub reversal: bool,
}

/// A page of the ledger.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The lines, newest first.
    pub lines: Vec<LedgerLine>,
    /// The year asked for.
    pub year: Option<i32>,
    /// The kind asked for.
    pub kind: Option<EntryKind>,
    /// Numbers of the person's accounts, the one in use first.
    pub accounts: Vec<String>,
    /// Place of the account asked for among them.
    pub account: usize,
    /// Years that can be asked for, newest first.
    pub years: Vec<i32>,
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
        let rows = ledger.lines.iter().map(|line| row(ctx.lang, line)).collect_view();
        view! { <ul class="ledger">{rows}</ul> }.into_any()
    };
    let body = view! {
        <BackLink href="/account" lang=ctx.lang/>
        <h1>{words.title}</h1>
        {bad}
        {filter(ctx.lang, &ledger)}
        {list}
        <Pager older=ledger.older lang=ctx.lang/>
    };
    document(ctx, Head::new(words.title).noindex(), body)
}

fn filter(lang: Lang, ledger: &Ledger) -> impl IntoView + use<> {
    let words = &text(lang).account.ledger;
    let which = (ledger.accounts.len() > 1).then(|| {
        let places = (1..).zip(&ledger.accounts);
        let choices: Vec<_> = places
            .map(|(place, number): (usize, _)| Choice::new(place.to_string(), number.as_str()))
            .collect();
        let selected = (ledger.account + 1).to_string();
        view! { <Select name="account" label=words.account choices selected/> }
    });
    let all = Choice::new("", words.all);
    let years = ledger
        .years
        .iter()
        .map(|year| Choice::new(year.to_string(), (words.year_name)(*year)));
    let year = ledger.year.map(|year| year.to_string()).unwrap_or_default();
    let kind = ledger.kind.map(EntryKind::name).unwrap_or_default();
    let years: Vec<_> = std::iter::once(all.clone()).chain(years).collect();
    let kinds = EntryKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), kind.worded(lang)));
    let kinds: Vec<_> = std::iter::once(all).chain(kinds).collect();
    view! {
        <form class="filter" action="/account/ledger">
            {which}
            <Select name="year" label=words.year choices=years selected=year/>
            <Select name="kind" label=words.kind choices=kinds selected=kind/>
            <Button kind=ButtonKind::Secondary>{words.filter}</Button>
        </form>
    }
}

fn row(lang: Lang, line: &LedgerLine) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).account.ledger, &text(lang).format);
    let sign = if line.amount > Fen::ZERO { "+" } else { "" };
    let kind = line.kind.worded(lang);
    let kind = match line.reason {
        Some(reason) => (words.with_reason)(&kind, &reason.worded(lang)),
        None => kind,
    };
    let kind = if line.reversal {
        (words.reversed)(&kind)
    } else {
        kind
    };
    view! {
        <li>
            <span class="ledger-kind">{kind}</span>
            <span class="ledger-amount num">{sign}{line.amount.grouped()}</span>
            <span class="soft">{format.date(line.date)}</span>
            <span class="soft num">{(words.balance_after)(&line.balance.grouped())}</span>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, in_each_language};

    fn line(day: u32, kind: EntryKind, amount: i64, balance: i64) -> LedgerLine {
        LedgerLine {
            date: date(2026, 11, day),
            kind,
            amount: Fen::new(amount),
            balance: Fen::new(balance),
            reason: None,
            reversal: false,
        }
    }

    #[test]
    fn lines_by_year_and_kind() {
        let [chinese, english] = in_each_language(|ctx| {
            let rent = LedgerLine {
                reason: Some(WithdrawalReason::Rent),
                ..line(20, EntryKind::PartialWithdrawal, -500_000, 2_380_000)
            };
            let ledger = Ledger {
                lines: vec![rent, line(15, EntryKind::Remittance, 96_000, 2_880_000)],
                year: Some(2026),
                years: vec![2026, 2025],
                older: Some("/account/ledger?before=28".into()),
                ..Ledger::default()
            };
            page(ctx, ledger)
        });
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("lines_by_year_and_kind_en", english);
    }

    #[test]
    fn what_undoes_a_withdrawal_says_both() {
        let [chinese, english] = in_each_language(|ctx| {
            let undone = LedgerLine {
                reason: Some(WithdrawalReason::Rent),
                reversal: true,
                ..line(21, EntryKind::PartialWithdrawal, 500_000, 2_880_000)
            };
            let ledger = Ledger {
                lines: vec![undone],
                ..Ledger::default()
            };
            page(ctx, ledger)
        });
        assert!(chinese.contains("部分提取（租房）（冲正）"), "{chinese}");
        assert!(
            english.contains("Partial withdrawal (部分提取): rent (租房), reversed (冲正)"),
            "{english}"
        );
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
        let [chinese, english] = in_each_language(|ctx| {
            page(
                ctx,
                Ledger {
                    bad_filter: true,
                    ..Ledger::default()
                },
            )
        });
        assert!(
            chinese.contains("没有符合条件的明细")
                && chinese.contains("看全部明细")
                && chinese.contains("没有这个年份")
        );
        assert!(english.contains("No entries match") && english.contains("Show all entries"));
    }
}
