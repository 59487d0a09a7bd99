//! What answers are made of, as HTML text: the figure that matters, what stands beneath it, the table folded away.
//!
//! An answer is text and not views, because the browser makes it anew at every move of a slider: views of it would be
//! diffed there, and would more than double what a phone has to load. What goes in is escaped.
//!
//! `maud` borrows what goes in, and a word borrowed from a page's words takes all of them along into the browser:
//! `const { … }` makes it a word of its own.

use fund::money::Fen;
use maud::{Markup, PreEscaped, html};

use crate::text::shell;

/// The answer itself: an amount with its label, in large type. The twin of [`MoneyFigure`](crate::components::MoneyFigure).
pub(super) fn figure(label: &str, amount: Fen) -> Markup {
    html! {
        p.money {
            span.money-label { (label) } " "
            span.money-number.num { (amount.grouped()) } " "
            span.money-unit { (const { shell::ZH_CN.yuan }) }
        }
    }
}

/// A line in small type, unless there is nothing to say.
pub(super) fn soft(sentence: &str) -> Markup {
    html! { @if !sentence.is_empty() { p.soft { (sentence) } } }
}

/// What is folded away. The id lets an open one stay open when the answer is made anew.
pub(super) fn details(id: &str, summary: &str, body: &Markup) -> Markup {
    html! {
        details id=(id) {
            summary { (summary) }
            div.details-body { (body) }
        }
    }
}

/// The label of a figure nobody at the centre has confirmed, where it needs one.
pub(super) fn unverified(verified: bool) -> Markup {
    html! { @if !verified { " " span.tag.caution { (const { shell::ZH_CN.unverified }) } } }
}

/// HTML that a function of ours has made.
pub(super) fn ready(html: String) -> Markup {
    PreEscaped(html)
}
