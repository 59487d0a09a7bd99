//! A page whose answer does not move: form and answer as on the other pages of the room, without an island.

use chrono::NaiveDate;
use fund::quota::Basis;
use leptos::prelude::*;
use maud::{Markup, html};

use super::{
    estimate::Origin,
    live::{Answer, HEAD},
    parts::{details, unverified},
};
use crate::{
    components::{BackLink, Banner, BannerKind, ErrorSummary},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{format, loan::RESULT_ZH_CN, text},
};

/// What differs from page to page.
pub(super) struct Still {
    /// Heading.
    pub(super) title: &'static str,
    /// What the page is for, in a sentence.
    pub(super) lead: &'static str,
    /// Where the figures come from.
    pub(super) origin: Origin,
    /// Said when they come from the person's account.
    pub(super) filled_in: &'static str,
    /// The person's own loan is overdue: that comes first.
    pub(super) late: bool,
}

/// The page: the answer, or what to correct; then the form.
pub(super) fn page<Form: IntoView + 'static>(
    ctx: &PageContext,
    still: &Still,
    answer: Option<&dyn Answer>,
    errors: FormErrors,
    form: Form,
) -> impl IntoView + use<Form> {
    let words = &text(ctx.lang).loan.page;
    let head = Head::new(still.title).refused(answer.is_none());
    let card = answer.map(|answer| {
        let (head, rest) = (answer.head(), answer.rest());
        view! {
            <section class="card" aria-label=still.title>
                <div id=HEAD inner_html=head></div>
                <div inner_html=rest></div>
            </section>
        }
    });
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{still.title}</h1>
        <p>{still.lead}</p>
        {still.origin.note(still.filled_in)}
        {still.late.then(|| view! {
            <Banner kind=BannerKind::Caution title=words.late>
                <p><a href=super::overdue::PATH>{words.to_overdue}</a></p>
            </Banner>
        })}
        {card}
        <h2>{words.form}</h2>
        {form}
        <p class="soft">{words.share}</p>
    };
    document(ctx, head, body)
}

/// What the figures rest on, folded away: each rule with its document and day, and whether it is verified.
pub(super) fn sources(id: &str, summary: &str, bases: &[Basis]) -> Markup {
    details(
        id,
        summary,
        &html! {
            ul {
                @for basis in bases {
                    li { (basis.rule) p.soft { (cited(&basis.source(), basis.effective_from)) (unverified(basis.verified)) } }
                }
            }
        },
    )
}

fn cited(document: &str, from: NaiveDate) -> String {
    format!("{document}，{}", (RESULT_ZH_CN.since)(&format::date(from)))
}

/// Whether everything was verified.
pub(super) fn all_verified(bases: &[Basis]) -> bool {
    bases.iter().all(|basis| basis.verified)
}
