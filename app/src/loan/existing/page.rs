//! The page with its form.

use fund::quota::Home;
use leptos::prelude::*;

use super::{
    Field, ReplayedLoan,
    form::{SPLIT, WHOLE},
};
use crate::{
    account::signin,
    components::{Button, Details, LinkItem},
    form::FormErrors,
    loan::{
        form::{
            Inputs, Typed,
            choices::{methods, named, worded},
        },
        page::{
            Origin,
            frame::{Frame, still},
        },
        paths,
    },
    shell::PageContext,
    text::{Lang, text},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands in the form.
    pub typed: Typed<Field>,
    pub origin: Origin,
    /// How the person's own loan is repaid, where that follows no plan: then they are shown an example.
    pub without_plan: Option<String>,
    /// The answer, or what to correct.
    pub outcome: Result<ReplayedLoan, FormErrors>,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.existing;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, ctx.lang).into_any();
    let sign_in = (!ctx.signed_in).then(|| {
        view! { <p><a href=signin::address(paths::EXISTING)>{words.sign_in}</a></p> }
    });
    let example = match &page.without_plan {
        Some(method) => (words.without_plan)(method),
        None => words.example.to_owned(),
    };
    let frame = Frame {
        filled_in: words.filled_in,
        example: Some(example),
        form: Some(words.form),
        before: sign_in.into_any(),
        links: vec![
            LinkItem::new(paths::PREPAYMENT, words.to_prepayment),
            LinkItem::new(paths::RATES, words.to_rates),
        ],
        ..Frame::new(words.title, page.origin, errors)
    };
    still(ctx, frame, page.outcome.as_ref().ok(), form)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    let folded = [Field::DueDay, Field::January, Field::SettleOn];
    let is_open = inputs.any_wrong(&folded) || !typed.get(Field::SettleOn).is_empty();
    let further = view! {
        {inputs.digits(Field::DueDay, shared.day_unit, words.due_day_hint)}
        {inputs.radios(Field::January, named([WHOLE, SPLIT], words.januaries))}
        {inputs.date(Field::SettleOn, words.settle_on_hint)}
    };
    view! {
        <form method="get" action=paths::EXISTING>
            {inputs.date(Field::GrantedOn, words.granted_on_hint)}
            {inputs.amount(Field::Principal, shared.price_hint)}
            {inputs.digits(Field::Months, shared.months_unit, shared.months_hint)}
            {inputs.radios(Field::Method, methods(shared))}
            {inputs.radios(Field::Home, worded(&Home::ALL, |home| home.code(), inputs.lang))}
            <Details summary=words.further open=is_open>{further}</Details>
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}
