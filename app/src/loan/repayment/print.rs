//! The page `/loan/repayment/print`: every instalment on a few sheets of A4, two columns of years on each.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::{
    money::Fen,
    repayment::{Instalment, Loan, Schedule},
};
use leptos::prelude::*;
use maud::{Markup, html};

use super::{Costs, FILES, PATH};
use crate::{
    components::BackLink,
    shell::{Head, PageContext, document},
    text::{
        format,
        loan::{method_name, repayment::ZH_CN as WORDS},
    },
};

/// The page. Where the form is wrong, its own page says so instead.
pub fn page(ctx: &PageContext, costs: &Costs) -> impl IntoView + use<> {
    let back = format!("{PATH}{}", costs.query());
    let summary = summary(costs).into_string();
    let years = years(costs);
    let class = if costs.parts.len() > 1 {
        "sheets wide"
    } else {
        "sheets"
    };
    let body = view! {
        <BackLink href=back/>
        <h1>{WORDS.print_title}</h1>
        <p class="soft no-print">{WORDS.print_hint}</p>
        <dl class="summary-list" inner_html=summary></dl>
        <div class=class inner_html=years></div>
    };
    document(ctx, Head::new(WORDS.print_title).noindex(), body)
}

/// Where the page is.
pub const PRINT: &str = FILES[3];

fn summary(costs: &Costs) -> Markup {
    let wanted = &costs.wanted;
    let [fund, bank, granted, total] = WORDS.print_rows;
    let paid = (WORDS.print_total)(
        &format::yuan(costs.schedule.total_paid),
        &format::yuan(costs.schedule.total_interest),
    );
    let fund = if wanted.bank.is_some() {
        fund
    } else {
        WORDS.principal
    };
    let rows = [
        Some((fund, in_words(&wanted.loan))),
        wanted.bank.as_ref().map(|loan| (bank, in_words(loan))),
        wanted.dates.map(|dates| {
            (
                granted,
                format!("{}；{}", format::date(dates.granted_on), costs.days()),
            )
        }),
        Some((total, paid)),
    ];
    html! {
        @for (label, text) in rows.into_iter().flatten() {
            div { dt { (label) } dd { (text) } }
        }
    }
}

fn in_words(loan: &Loan) -> String {
    (WORDS.print_loan)(
        &format::yuan(loan.principal),
        loan.months.get(),
        &loan.rate.to_string(),
        method_name(loan.method),
    )
}

/// A table for each year. Text, for the same reasons as the other table of the room; only figures go in.
fn years(costs: &Costs) -> String {
    let mut html = String::with_capacity(costs.schedule.instalments.len() * 120);
    let head = head(costs);
    for (at, months) in costs.schedule.instalments.chunks(12).enumerate() {
        let _ = write!(html, "<table><thead><tr>{head}</thead><tbody>");
        for month in months {
            row(&mut html, costs, month);
        }
        let sum = |part: fn(&Instalment) -> Fen| months.iter().map(part).sum::<Fen>().grouped();
        let _ = write!(html, "<tr class=\"sum\"><th>{}", WORDS.year_sum);
        if !costs.due.is_empty() {
            html.push_str("<td>");
        }
        for part in several(&costs.parts) {
            let year = part.instalments.iter().skip(at * 12).take(12);
            let _ = write!(
                html,
                "<td>{}",
                year.map(|month| month.payment).sum::<Fen>().grouped()
            );
        }
        let _ = write!(
            html,
            "<td>{}<td>{}<td>{}<td></table>",
            sum(|month| month.payment),
            sum(|month| month.principal),
            sum(|month| month.interest),
        );
    }
    html
}

fn head(costs: &Costs) -> String {
    let [number, due, payment, principal, interest, balance] = WORDS.columns;
    let dated = (!costs.due.is_empty()).then_some(due);
    let parts = several(&costs.parts).iter().zip(WORDS.part_columns);
    let labels = std::iter::once(number)
        .chain(dated)
        .chain(parts.map(|(_, label)| label))
        .chain([payment, principal, interest, balance]);
    labels.fold(String::new(), |head, label| head + "<th>" + label)
}

fn row(html: &mut String, costs: &Costs, month: &Instalment) {
    let at = usize::from(month.number).saturating_sub(1);
    let _ = write!(html, "<tr><th>{}", month.number);
    if let Some(due) = costs.due.get(at) {
        let due: &NaiveDate = due;
        let _ = write!(html, "<td>{due}");
    }
    for part in several(&costs.parts) {
        let payment = part.instalments.get(at).map_or(Fen::ZERO, |month| month.payment);
        let _ = write!(html, "<td>{}", payment.grouped());
    }
    let [payment, principal, interest, balance] =
        [month.payment, month.principal, month.interest, month.balance].map(Fen::grouped);
    let _ = write!(html, "<td>{payment}<td>{principal}<td>{interest}<td>{balance}");
}

/// The loans, where there are several: one alone is the whole.
fn several(parts: &[Schedule]) -> &[Schedule] {
    if parts.len() > 1 { parts } else { &[] }
}
