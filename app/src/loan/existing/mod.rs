//! The page `/loan/existing`: a loan that runs, from the day it was granted through every change of the rates to its end.
//!
//! The person's own, when signed in, beside its ledger; else any loan by what was agreed. It needs the rates' whole history,
//! which only the server has, so there is no island.

mod answer;
mod form;
mod tables;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::quota::Home;
use leptos::prelude::*;

pub use self::{
    answer::{Ledger, MyLoan},
    form::{Asked, Field, blank, filled, read, start},
};
use super::{
    inputs::Inputs,
    sheet::{FormField, Typed},
};
use crate::{
    components::{BackLink, Button, Choice, Details, ErrorSummary, LinkItem, LinkList},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{loan::existing::ZH_CN as WORDS, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/existing";

/// Whose loan the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An example: nothing was typed, and nobody is signed in or has a loan.
    Example,
    /// The person's own.
    Own,
    /// What was typed.
    Address,
    /// An example, because the person's own is repaid by no plan; the method's name.
    NoPlan(String),
}

/// The page's data.
#[derive(Clone, Debug)]
pub struct Page {
    /// The fields as they were typed, or filled in.
    pub typed: Typed<Field>,
    /// Where they come from.
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<MyLoan, FormErrors>,
}

/// The page.
pub fn page(ctx: &PageContext, data: Page) -> impl IntoView + use<> {
    let Page {
        typed,
        origin,
        outcome,
    } = data;
    let errors = outcome.as_ref().err().cloned().unwrap_or_default();
    let head = Head::new(WORDS.title).refused(outcome.is_err());
    let head = if origin == Origin::Own {
        head.noindex()
    } else {
        head
    };
    let hint = match origin {
        Origin::Example => Some(WORDS.example.to_owned()),
        Origin::Own => Some(WORDS.own.to_owned()),
        Origin::Address => None,
        Origin::NoPlan(method) => Some((WORDS.no_plan)(&method)),
    };
    let answer = outcome.as_ref().ok().map(MyLoan::html);
    let sign_in = (!ctx.signed_in).then(|| {
        view! { <p><a href=format!("/signin?return_to={PATH}")>{WORDS.sign_in}</a></p> }
    });
    let form = fields(&typed, &errors, ctx);
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{WORDS.title}</h1>
        {hint.map(|hint| view! { <p class="soft">{hint}</p> })}
        {sign_in}
        {answer.map(|html| view! { <section class="card" inner_html=html></section> })}
        {form}
        <p class="soft">{text(ctx.lang).loan.page.share}</p>
        <LinkList items=vec![
            LinkItem::new(super::prepayment::PATH, WORDS.to_prepayment),
            LinkItem::new("/loan/rates", WORDS.rates_source),
        ]/>
    };
    document(ctx, head, body)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, ctx: &PageContext) -> impl IntoView + use<> {
    let room = &text(ctx.lang).loan;
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    let folded = [Field::DueDay, Field::January, Field::SettleOn];
    let is_open = inputs.any_wrong(&folded) || !typed.get(Field::SettleOn).is_empty();
    let homes = Home::ALL
        .iter()
        .map(|home| Choice::new(home.code(), home.label()));
    let januaries = vec![
        Choice::new(form::WHOLE, WORDS.january_whole),
        Choice::new(form::SPLIT, WORDS.january_split),
    ];
    let further = view! {
        {inputs.digits(Field::DueDay, WORDS.due_day_unit, WORDS.due_day_hint)}
        {inputs.radios(Field::January, januaries)}
        {inputs.date(Field::SettleOn, WORDS.settle_on_hint)}
    };
    view! {
        <form method="get" action=PATH>
            <h2>{WORDS.form}</h2>
            {inputs.date(Field::GrantedOn, WORDS.granted_on_hint)}
            {inputs.amount(Field::Principal, room.form.price_hint)}
            {inputs.digits(Field::Months, room.form.months_unit, room.form.months_hint)}
            {inputs.radios(Field::Method, super::asked::methods(&room.form))}
            {inputs.radios(Field::Home, homes.collect())}
            <Details summary=WORDS.further open=is_open>{further}</Details>
            <Button>{room.page.submit}</Button>
        </form>
    }
}

/// Whether any field of the form was sent.
pub fn is_sent<'a>(find: impl Fn(&str) -> Option<&'a str>) -> bool {
    Field::ALL.iter().any(|field| find(field.name()).is_some())
}
