//! The page `/loan/rates`: what loans cost now and through the years.

use chrono::NaiveDate;
use fund::rate::Rate;
use leptos::prelude::*;

use crate::{
    components::{BackLink, Unverified},
    shell::{Head, PageContext, document},
    text::{format, text},
};

/// The rates of the years.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Every day on which a rate changed, newest first.
    pub days: Vec<Day>,
    /// The last day up to which changes are known.
    pub known_until: NaiveDate,
}

/// The rates in force from one day on.
#[derive(Clone, Debug)]
pub struct Day {
    /// That day.
    pub from: NaiveDate,
    /// First home up to five years and longer, then second home; `None` where no rate was on record.
    pub rates: [Option<Rate>; 4],
    /// Who set what changed that day.
    pub source: String,
    /// Whether that has been compared with the document.
    pub verified: bool,
}

/// The page.
pub fn page(ctx: &PageContext, rates: Rates) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.page;
    let rows = rates
        .days
        .into_iter()
        .map(|day| {
            let cells = day
                .rates
                .iter()
                .zip(words.rate_columns)
                .map(|(rate, label)| {
                    let rate = rate.map_or_else(|| "—".to_owned(), |rate| format!("{rate}%"));
                    view! { <td class="amount" data-label=label>{rate}</td> }
                })
                .collect_view();
            let unverified = (!day.verified).then(|| view! { " "<Unverified/> });
            view! {
                <tr>
                    <th scope="row">{format::date(day.from)}</th>
                    {cells}
                    <td class="soft">{day.source}{unverified}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = words
        .rate_columns
        .map(|label| view! { <th scope="col" class="amount">{label}</th> })
        .collect_view();
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <h1>{words.rates_title}</h1>
        <p>{words.rates_rule}</p>
        <p class="soft">{(words.rates_known)(&format::date(rates.known_until))}</p>
        <table class="stack">
            <thead>
                <tr><th scope="col">{words.rates_from}</th>{columns}<th scope="col">{words.rates_source}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    document(ctx, Head::new(words.rates_title), body)
}
