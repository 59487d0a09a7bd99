//! What answers are made of, as HTML text: the figure that matters, what stands beneath it, the table folded away.

use fund::money::Fen;
use maud::{Markup, PreEscaped, html};

use crate::text::{format::Format, loan::Common};

/// The answer itself: an amount with its label, in large type. The twin of [`MoneyFigure`](crate::components::MoneyFigure).
pub(in crate::loan) fn figure(label: &str, amount: Fen, format: &Format) -> Markup {
    html! {
        p.money {
            span.money-label { (label) } " "
            span.money-number.num { (amount.grouped()) } " "
            span.money-unit { (format.yuan_unit) }
        }
    }
}

/// A line in small type, unless there is nothing to say.
pub(in crate::loan) fn soft(sentence: &str) -> Markup {
    html! { @if !sentence.is_empty() { p.soft { (sentence) } } }
}

/// A list of labels and what they stand for.
pub(in crate::loan) fn summary<L: AsRef<str>>(rows: impl IntoIterator<Item = (L, String)>) -> Markup {
    html! {
        dl.summary-list {
            @for (label, value) in rows { div { dt { (label.as_ref()) } dd { (value) } } }
        }
    }
}

/// What is folded away. The id lets an open one stay open when the answer is made anew.
pub(in crate::loan) fn details(id: &str, summary: &str, body: &Markup) -> Markup {
    html! {
        details id=(id) {
            summary { (summary) }
            div.details-body { (body) }
        }
    }
}

/// The head of a table: what its rows are, then columns of amounts.
pub(in crate::loan) fn table_head(columns: &[&str]) -> Markup {
    html! {
        thead { tr {
            @for (at, column) in columns.iter().enumerate() { th.amount[at > 0] scope="col" { (column) } }
        } }
    }
}

/// The label of a figure nobody at the centre has confirmed, where it needs one.
pub(in crate::loan) fn unverified(verified: bool, common: &Common) -> Markup {
    html! { @if !verified { " " span.tag.caution { (common.unverified) } } }
}

/// HTML that a function of ours has made.
pub(in crate::loan) const fn ready(html: String) -> Markup {
    PreEscaped(html)
}
