//! What the figures rest on.

use fund::quota::Basis;
use maud::{Markup, html};

use crate::{
    loan::answer::{
        Words,
        parts::{details, unverified},
    },
    text::{Local, rules::basis},
};

/// What the figures rest on, folded away: each rule with its document and day, and whether it is verified.
pub(in crate::loan) fn sources<W>(id: &str, summary: &str, bases: &[Basis], words: &Words<W>) -> Markup {
    let cited = |cited: &Basis| {
        let since = words
            .common
            .since
            .with([&words.format.date(cited.effective_from)]);
        words
            .format
            .joined
            .with_local([basis::source(words.lang, cited), Local::from(since)])
    };
    details(
        id,
        summary,
        &html! {
            ul {
                @for basis in bases {
                    li {
                        (basis::rule(words.lang, basis))
                        p.soft { (cited(basis)) (unverified(basis.verified, &words.common)) }
                    }
                }
            }
        },
    )
}

/// Whether everything was verified.
pub(in crate::loan) fn all_verified(bases: &[Basis]) -> bool {
    bases.iter().all(|basis| basis.verified)
}
