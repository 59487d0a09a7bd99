//! The page with its form.

use leptos::prelude::*;

use super::{Arrears, Field};
use crate::{
    components::Button,
    form::FormErrors,
    loan::{
        form::{Inputs, Typed, choices::methods},
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
    /// The answer, or what to correct.
    pub outcome: Result<Arrears, FormErrors>,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.overdue;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, ctx.lang).into_any();
    let frame = Frame {
        lead: words.lead,
        filled_in: words.filled_in,
        ..Frame::new(words.title, page.origin, errors)
    };
    still(ctx, frame, page.outcome.as_ref().ok(), form)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    view! {
        <form method="get" action=paths::OVERDUE>
            {inputs.date(Field::FirstDue, None::<&str>)}
            {inputs.digits(Field::DueDay, shared.day_unit, words.due_day_hint)}
            {inputs.date(Field::On, None::<&str>)}
            {inputs.amount(Field::Amount, words.amount_hint)}
            {inputs.amount(Field::Principal, words.principal_hint)}
            {inputs.digits(Field::Months, shared.months_unit, None::<&str>)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, methods(shared))}
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}
