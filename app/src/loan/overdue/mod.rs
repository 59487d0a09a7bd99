//! The page `/loan/overdue`: what makes an overdue loan current, and what a payment is taken for.

mod answer;
mod form;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;

pub use self::{
    answer::Arrears,
    form::{Field, start},
};
use super::{
    asked::methods,
    estimate::Origin,
    inputs::Inputs,
    live::Answer,
    sheet::Typed,
    still::{self, Still},
};
use crate::{
    components::Button,
    form::FormErrors,
    shell::PageContext,
    text::{loan::overdue::ZH_CN as WORDS, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/overdue";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// What stands in the form.
    pub typed: Typed<Field>,
    /// Where it comes from.
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Arrears, FormErrors>,
}

/// The page.
pub fn page(ctx: &PageContext, data: Overdue) -> impl IntoView + use<> {
    let errors = data.outcome.as_ref().err().cloned().unwrap_or_default();
    let still = Still {
        title: WORDS.title,
        lead: WORDS.lead,
        origin: data.origin,
        filled_in: WORDS.filled_in,
        late: false,
    };
    let form = fields(&data.typed, &errors, ctx);
    let answer = data.outcome.as_ref().ok().map(|answer| answer as &dyn Answer);
    still::page(ctx, &still, answer, errors, form)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, ctx: &PageContext) -> impl IntoView + use<> {
    let room = &text(ctx.lang).loan;
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    view! {
        <form method="get" action=PATH>
            {inputs.date(Field::FirstDue, None::<&str>)}
            {inputs.digits(Field::DueDay, WORDS.due_day_unit, WORDS.due_day_hint)}
            {inputs.date(Field::On, None::<&str>)}
            {inputs.amount(Field::Amount, WORDS.amount_hint)}
            {inputs.amount(Field::Principal, WORDS.principal_hint)}
            {inputs.digits(Field::Months, room.form.months_unit, None::<&str>)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, methods(&room.form))}
            <Button>{WORDS.submit}</Button>
        </form>
    }
}
