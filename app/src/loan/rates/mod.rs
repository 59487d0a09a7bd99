//! The page `/loan/rates`: what loans cost now, which rate is whose, and how it went through the years.

mod chart;

use chrono::NaiveDate;
use fund::rate::Rate;
use leptos::prelude::*;

pub use self::chart::Line;
use crate::{
    components::{BackLink, Banner, BannerKind, SummaryList, SummaryRow, Unverified},
    shell::{Head, PageContext, document},
    text::{
        format,
        loan::rates::{Text, ZH_CN},
    },
};

/// Where the page is.
pub const PATH: &str = "/loan/rates";

/// The rates of the years.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Today.
    pub today: NaiveDate,
    /// What a new loan costs today, in the order of the table's columns.
    pub now: Columns,
    /// What the signed-in person's loan costs, and from the next 1 January.
    pub mine: Option<Mine>,
    /// Every day on which a rate changed, newest first.
    pub days: Vec<Day>,
    /// The lines of the chart.
    pub lines: Vec<Line>,
    /// Every change of the prime rate, newest first.
    pub prime: Vec<Prime>,
    /// The last day up to which changes are known.
    pub known_until: NaiveDate,
}

/// First home up to five years and longer, then second home; `None` where no rate is on record.
pub type Columns = [Option<Rate>; 4];

/// The rates of one's own loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mine {
    /// Now.
    pub now: Rate,
    /// The next 1 January.
    pub from: NaiveDate,
    /// From that day on, as far as changes are known.
    pub next: Rate,
}

/// The rates in force from one day on.
#[derive(Clone, Debug)]
pub struct Day {
    /// That day.
    pub from: NaiveDate,
    /// The rates.
    pub rates: Columns,
    /// Who set what changed that day.
    pub source: String,
    /// Whether that has been compared with the document.
    pub verified: bool,
}

/// The prime rate from one day on.
#[derive(Clone, Debug)]
pub struct Prime {
    /// That day.
    pub from: NaiveDate,
    /// The rate.
    pub rate: Rate,
    /// Who published it.
    pub source: String,
    /// Whether it was found in two independent sources.
    pub verified: bool,
}

/// The page.
pub fn page(ctx: &PageContext, rates: Rates) -> impl IntoView + use<> {
    let words = &ZH_CN;
    let known = format::date(rates.known_until);
    let sentence = (words.chart)(&known);
    let unknown = (rates.today > rates.known_until).then(|| {
        let sentence = (words.unknown_after)(&known);
        view! { <Banner kind=BannerKind::Caution title=words.unknown><p>{sentence}</p></Banner> }
    });
    let body = view! {
        <BackLink href=crate::loan::estimate::PATH/>
        <h1>{words.title}</h1>
        {rates.mine.map(|mine| view! { <p class="card">{(words.mine)(&mine)}</p> })}
        <h2>{words.now}</h2>
        <SummaryList rows=now(rates.now, words)/>
        <p>{words.rule}</p>
        {unknown}
        {chart::chart(&rates.lines, rates.known_until, sentence)}
        <h2>{words.history}</h2>
        {history(rates.days, words)}
        <h2>{words.prime}</h2>
        <p class="soft">{words.prime_hint}</p>
        {prime(rates.prime, words)}
    };
    document(ctx, Head::new(words.title), body)
}

fn shown(rate: Option<Rate>) -> String {
    rate.map_or_else(|| "—".to_owned(), |rate| format!("{rate}%"))
}

fn now(rates: Columns, words: &'static Text) -> Vec<SummaryRow> {
    let rows = words.columns.into_iter().zip(rates);
    rows.map(|(label, rate)| SummaryRow::new(label, shown(rate)))
        .collect()
}

fn history(days: Vec<Day>, words: &'static Text) -> impl IntoView {
    let rows = days
        .into_iter()
        .map(|day| {
            let cells = day
                .rates
                .into_iter()
                .zip(words.columns)
                .map(|(rate, label)| view! { <td class="amount" data-label=label>{shown(rate)}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{format::date(day.from)}</th>
                    {cells}
                    {source(day.source, day.verified)}
                </tr>
            }
        })
        .collect_view();
    let columns = words
        .columns
        .map(|label| view! { <th scope="col" class="amount">{label}</th> })
        .collect_view();
    view! {
        <table class="stack">
            <thead>
                <tr><th scope="col">{words.from}</th>{columns}<th scope="col">{words.source}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn prime(rates: Vec<Prime>, words: &'static Text) -> impl IntoView {
    let rows = rates
        .into_iter()
        .map(|prime| {
            view! {
                <tr>
                    <th scope="row">{format::date(prime.from)}</th>
                    <td class="amount" data-label=words.prime_column>{shown(Some(prime.rate))}</td>
                    {source(prime.source, prime.verified)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="stack">
            <thead>
                <tr>
                    <th scope="col">{words.from}</th>
                    <th scope="col" class="amount">{words.prime_column}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn source(source: String, verified: bool) -> impl IntoView {
    let unverified = (!verified).then(|| view! { " "<Unverified/> });
    view! { <td class="soft">{source}{unverified}</td> }
}
