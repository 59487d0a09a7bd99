//! The page `/loan/repayment/print`: every instalment on a few sheets of A4, two columns of years on each.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::{
    money::Fen,
    repayment::{Instalment, Loan, Schedule},
};
use leptos::prelude::*;
use maud::{Markup, html};

use super::{Costs, answer::Words};
use crate::{
    components::BackLink,
    loan::{answer::words, paths},
    shell::{Head, PageContext, document},
    text::{loan::repayment::Text, text},
};

/// The page. Where the form is wrong, its own page says so instead.
pub fn page(ctx: &PageContext, costs: &Costs) -> impl IntoView + use<> {
    let own = &text(ctx.lang).loan.repayment;
    let back = format!("{}{}", paths::REPAYMENT, costs.query());
    let summary = summary(costs, own, &words::<Costs>(ctx.lang)).into_string();
    let years = years(costs, own);
    let class = if costs.parts.len() > 1 {
        "sheets wide"
    } else {
        "sheets"
    };
    let body = view! {
        <BackLink href=back lang=ctx.lang/>
        <h1>{own.print.title}</h1>
        <p class="soft no-print">{own.print.hint}</p>
        <dl class="summary-list" inner_html=summary></dl>
        <div class=class inner_html=years></div>
    };
    document(ctx, Head::new(own.print.title).noindex(), body)
}

fn summary(costs: &Costs, own: &'static Text, words: &Words) -> Markup {
    let format = &words.format;
    let loans = &costs.loans;
    let [fund, bank, granted, total] = own.print.rows;
    let in_words = |loan: &Loan| {
        let method = words.common.method(loan.method);
        (own.print.loan)(
            &format.yuan(loan.principal),
            loan.months.get(),
            &loan.rate.to_string(),
            method,
        )
    };
    let (paid, interest) = (costs.schedule.total_paid, costs.schedule.total_interest);
    let fund = if loans.bank.is_some() { fund } else { own.principal };
    let rows = [
        Some((fund, in_words(&loans.loan))),
        loans.bank.as_ref().map(|loan| (bank, in_words(loan))),
        loans.dates.map(|dates| {
            let day = format.date(dates.granted_on);
            (granted, (own.print.granted)(&day, &costs.days(words)))
        }),
        Some((
            total,
            (own.print.total)(&format.yuan(paid), &format.yuan(interest)),
        )),
    ];
    html! {
        @for (label, text) in rows.into_iter().flatten() {
            div { dt { (label) } dd { (text) } }
        }
    }
}

/// A table for each year. Text, for the same reasons as the other table of the room; only figures go in.
fn years(costs: &Costs, words: &Text) -> String {
    let mut html = String::with_capacity(costs.schedule.instalments.len() * 120);
    let head = head(costs, words);
    for (at, months) in costs.schedule.instalments.chunks(12).enumerate() {
        let _ = write!(html, "<table><thead><tr>{head}</thead><tbody>");
        for month in months {
            row(&mut html, costs, month);
        }
        let sum = |part: fn(&Instalment) -> Fen| months.iter().map(part).sum::<Fen>().grouped();
        let _ = write!(html, "<tr class=\"sum\"><th>{}", words.print.year_sum);
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

fn head(costs: &Costs, words: &Text) -> String {
    let [number, due, payment, principal, interest, balance] = words.columns;
    let dated = (!costs.due.is_empty()).then_some(due);
    let parts = several(&costs.parts).iter().zip(words.part_columns);
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
