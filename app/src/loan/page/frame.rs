//! The frame of a calculator's page: what stands around its answer and its form.

use leptos::prelude::*;

use super::Origin;
use crate::{
    components::{BackLink, ErrorSummary, LinkItem, LinkList},
    form::FormErrors,
    handed::{self, Handed as _},
    loan::{
        answer::{Answer, Live, words},
        paths,
    },
    shell::{Head, PageContext, document},
    text::{Lang, text},
};

/// Id of what an answer begins with: it follows every move.
pub(in crate::loan) const HEAD: &str = "answer";
/// Id of what follows every move too, beneath fields that stand within the answer.
pub(in crate::loan) const BENEATH: &str = "answer-beneath";
/// Id of the rest: it follows when the slider is let go.
pub(in crate::loan) const REST: &str = "answer-rest";
/// Id of the note that the answer does not belong to the form any more.
pub(in crate::loan) const STALE: &str = "stale";

/// What differs from page to page.
pub(in crate::loan) struct Frame {
    pub(in crate::loan) title: &'static str,
    /// What the page is for, in a sentence; may be empty.
    pub(in crate::loan) lead: &'static str,
    /// Where the figures come from.
    pub(in crate::loan) origin: Origin,
    /// Said when they come from the person's account.
    pub(in crate::loan) filled_in: &'static str,
    /// Said when they are an example's, where that is not what the room says of any example.
    pub(in crate::loan) example: Option<String>,
    /// Heading of the form, where it asks for something else than the person's situation.
    pub(in crate::loan) form: Option<&'static str>,
    /// What is wrong with the form.
    pub(in crate::loan) errors: FormErrors,
    /// What comes before the answer: that something stands in the way.
    pub(in crate::loan) before: AnyView,
    /// What comes after the form: what the answer rests on.
    pub(in crate::loan) after: AnyView,
    /// Where one may want to go next.
    pub(in crate::loan) links: Vec<LinkItem>,
}

impl Frame {
    /// A page with nothing but its answer and its form.
    pub(in crate::loan) fn new(title: &'static str, origin: Origin, errors: FormErrors) -> Self {
        Self {
            title,
            lead: "",
            origin,
            filled_in: "",
            example: None,
            form: None,
            errors,
            before: ().into_any(),
            after: ().into_any(),
            links: Vec::new(),
        }
    }

    fn page(self, ctx: &PageContext, head: Head, middle: AnyView) -> AnyView {
        let Self {
            title,
            lead,
            origin,
            filled_in,
            example,
            form: _,
            errors,
            before,
            after,
            links,
        } = self;
        let note = match example.filter(|_| origin == Origin::Example) {
            Some(example) => view! { <p class="soft">{example}</p> }.into_any(),
            None => origin.note(filled_in, ctx.lang).into_any(),
        };
        let share = view! { <p class="soft">{text(ctx.lang).loan.page.share}</p> };
        let end = if links.is_empty() {
            share.into_any()
        } else {
            view! { {share} <LinkList items=links/> }.into_any()
        };
        let lead = (!lead.is_empty()).then(|| view! { <p>{lead}</p> });
        let body = view! {
            <BackLink href=paths::ESTIMATE lang=ctx.lang/>
            <ErrorSummary errors lang=ctx.lang/>
            <h1>{title}</h1>
            {lead}
            {note}
            {before}
            {middle}
            {after}
            {end}
        };
        document(ctx, head, body)
    }
}

/// The page of an answer that does not move: the answer, or what to correct; then the form.
pub(in crate::loan) fn still<A: Answer>(
    ctx: &PageContext,
    frame: Frame,
    answer: Option<&A>,
    form: AnyView,
) -> AnyView {
    let head = head(frame.title, &frame.origin, answer.is_some());
    let card = answer.map(|answer| {
        let words = words::<A>(ctx.lang);
        let (head, rest) = (
            answer.head(&words).into_string(),
            answer.rest(&words).into_string(),
        );
        view! {
            <section class="card" aria-label=frame.title>
                <div id=HEAD inner_html=head></div>
                <div inner_html=rest></div>
            </section>
        }
    });
    let heading = frame.form.unwrap_or(text(ctx.lang).loan.page.form);
    frame.page(ctx, head, view! { {card} <h2>{heading}</h2> {form} }.into_any())
}

/// The page of an answer that follows its form where the browser's program runs.
pub(in crate::loan) fn live<A: Live>(
    ctx: &PageContext,
    frame: Frame,
    answered: Option<(&A, &A::Rules)>,
    form: AnyView,
) -> AnyView {
    let head = live_head(frame.title, &frame.origin, answered.is_some());
    let card = answered.map(|(answer, rules)| live_card(answer, rules, (), frame.title, ctx.lang));
    frame.page(ctx, head, view! { {card} {form} }.into_any())
}

/// The head of a page: one with a person's own figures is not for search engines.
fn head(title: &'static str, origin: &Origin, is_answered: bool) -> Head {
    let head = Head::new(title).refused(!is_answered);
    let is_own = matches!(origin, Origin::Account | Origin::AccountBut(_));
    if is_own { head.noindex() } else { head }
}

/// The same of a page whose answer follows its form, unless something must be corrected first.
pub(in crate::loan) fn live_head(title: &'static str, origin: &Origin, is_answered: bool) -> Head {
    let head = head(title, origin, is_answered);
    if is_answered { head.live() } else { head }
}

/// An answer that follows its form, with what its program needs: the page's path, the rules, the words. `between` stands
/// between the two parts of the answer.
pub(in crate::loan) fn live_card<A: Live, Between: IntoView + 'static>(
    answer: &A,
    rules: &A::Rules,
    between: Between,
    title: &'static str,
    lang: Lang,
) -> impl IntoView + use<A, Between> {
    let words = words::<A>(lang);
    let (head, beneath, rest) = (answer.head(&words), answer.beneath(&words), answer.rest(&words));
    let stale = text(lang).loan.page.stale;
    view! {
        <section class="card" aria-label=title data-page=A::PATH>
            <p id=STALE class="stale" role="status" hidden>{stale}</p>
            <div id=HEAD inner_html=head.into_string()></div>
            {between}
            <div id=BENEATH inner_html=beneath.into_string()></div>
            <div id=REST inner_html=rest.into_string()></div>
            {handed::script([rules.texts(), words.texts()].concat())}
        </section>
    }
}
