//! The page: today's rates, the chart, the tables.

use chrono::NaiveDate;
use fund::rate::Rate;
use leptos::prelude::*;

use super::chart::{Steps, chart};
use crate::{
    components::{BackLink, Banner, BannerKind, Local, SummaryList, SummaryRow, Unverified},
    loan::paths,
    shell::{Head, PageContext, document},
    text::{self, Lang, format::Format, loan::rates::Text, text},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    pub today: NaiveDate,
    /// What a new loan costs today, in the order of the table's columns.
    pub now: Columns,
    /// What the signed-in person's loan costs.
    pub mine: Option<Mine>,
    /// Every day on which a rate changed, newest first.
    pub days: Vec<Day>,
    /// The lines of the chart: first home longer and up to five years, the prime rate.
    pub lines: [Steps; 3],
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
    pub now: Rate,
    /// The next 1 January.
    pub from: NaiveDate,
    /// From that day on, as far as changes are known.
    pub next: Rate,
}

/// The rates in force from one day on.
#[derive(Clone, Debug)]
pub struct Day {
    pub from: NaiveDate,
    pub rates: Columns,
    /// Who set what changed that day.
    pub sources: Vec<String>,
    /// Whether that has been compared with the document.
    pub verified: bool,
}

/// The prime rate from one day on.
#[derive(Clone, Debug)]
pub struct Prime {
    pub from: NaiveDate,
    pub rate: Rate,
    /// Who published it.
    pub source: String,
    /// Whether it was found in two independent sources.
    pub verified: bool,
}

/// What the tables are written with.
#[derive(Clone, Copy)]
struct Words {
    own: &'static Text,
    format: &'static Format,
    lang: Lang,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let catalogue = text(ctx.lang);
    let words = Words {
        own: &catalogue.loan.rates,
        format: &catalogue.format,
        lang: ctx.lang,
    };
    let own = words.own;
    let known = words.format.date(page.known_until);
    let unknown = (page.today > page.known_until).then(|| {
        let sentence = (own.unknown_after)(&known);
        view! { <Banner kind=BannerKind::Caution title=own.unknown><p>{sentence}</p></Banner> }
    });
    let body = view! {
        <BackLink href=paths::ESTIMATE lang=ctx.lang/>
        <h1>{own.title}</h1>
        {page.mine.map(|mine| view! { <p class="card">{said_of(mine, words)}</p> })}
        <h2>{own.now}</h2>
        <SummaryList rows=now(page.now, own)/>
        <p>{own.rule}</p>
        {unknown}
        {chart(&page.lines, page.known_until, (own.chart)(&known), own)}
        <h2>{own.history}</h2>
        {history(page.days, words)}
        <h2>{own.prime}</h2>
        <p class="soft">{own.prime_hint}</p>
        {prime(page.prime, words)}
    };
    document(ctx, Head::new(own.title), body)
}

fn said_of(mine: Mine, words: Words) -> String {
    let (now, from) = (mine.now.to_string(), words.format.date(mine.from));
    if mine.now == mine.next {
        (words.own.mine_stays)(&now, &from)
    } else {
        (words.own.mine)(&now, &from, &mine.next.to_string())
    }
}

fn percent(rate: Option<Rate>) -> String {
    rate.map_or_else(|| "—".to_owned(), |rate| format!("{rate}%"))
}

fn now(rates: Columns, words: &'static Text) -> Vec<SummaryRow> {
    let rows = words.columns.into_iter().zip(rates);
    rows.map(|(label, rate)| SummaryRow::new(label, percent(rate)))
        .collect()
}

fn history(days: Vec<Day>, words: Words) -> AnyView {
    let columns = words.own.columns;
    let rows = days
        .into_iter()
        .map(|day| {
            let cells = columns.into_iter().zip(day.rates).collect();
            row(day.from, cells, &day.sources, day.verified, words)
        })
        .collect();
    table(&columns, rows, words)
}

fn prime(rates: Vec<Prime>, words: Words) -> AnyView {
    let column = words.own.prime_column;
    let rows = rates
        .into_iter()
        .map(|prime| {
            let cells = vec![(column, Some(prime.rate))];
            row(prime.from, cells, &[prime.source], prime.verified, words)
        })
        .collect();
    table(&[column], rows, words)
}

/// Rates by the day from which they hold, with who set them.
fn table(columns: &[&'static str], rows: Vec<AnyView>, words: Words) -> AnyView {
    let columns = columns
        .iter()
        .map(|label| view! { <th scope="col" class="amount">{*label}</th> })
        .collect_view();
    view! {
        <table class="stack">
            <thead>
                <tr><th scope="col">{words.own.from}</th>{columns}<th scope="col">{words.own.source}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(
    from: NaiveDate,
    cells: Vec<(&'static str, Option<Rate>)>,
    sources: &[String],
    verified: bool,
    words: Words,
) -> AnyView {
    let cells = cells
        .into_iter()
        .map(|(label, rate)| view! { <td class="amount" data-label=label>{percent(rate)}</td> })
        .collect_view();
    let unverified = (!verified).then(|| view! { " "<Unverified lang=words.lang/> });
    view! {
        <tr>
            <th scope="row">{words.format.date(from)}</th>
            {cells}
            <td class="soft"><Local text=joined(sources, words)/>{unverified}</td>
        </tr>
    }
    .into_any()
}

fn joined(sources: &[String], words: Words) -> text::Local {
    let mut sources = sources
        .iter()
        .map(|source| text::Local::chinese(words.lang, source));
    let first = sources.next().unwrap_or_default();
    sources.fold(first, |all, source| {
        all.then(words.own.between_sources).then(source)
    })
}
