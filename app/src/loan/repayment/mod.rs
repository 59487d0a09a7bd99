//! The page `/loan/repayment`: what a given loan costs, whoever borrows it.
//!
//! The pattern of the room's calculators: [`form`](Field) says what is asked and what it means, [`Costs`] what comes out,
//! and this file puts both on a page.

mod answer;
mod form;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;

pub use self::{
    answer::Costs,
    form::{Field, start},
};
use super::{
    inputs::{Inputs, Slider},
    live::{Answer, answered},
    sheet::Typed,
};
use crate::{
    components::{BackLink, Button, ErrorSummary},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{loan::repayment::ZH_CN as WORDS, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/repayment";

/// What the form as typed gives; nothing while something in it is wrong.
#[cfg(feature = "hydrate")]
pub(super) fn answer(typed: &Typed<Field>) -> Option<Costs> {
    form::read(typed).ok().map(Costs::new)
}

impl Costs {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>) -> Result<Self, FormErrors> {
        form::read(typed).map(Self::new)
    }
}

/// The page, with the answer or with what to correct.
pub fn page(ctx: &PageContext, typed: Typed<Field>) -> impl IntoView + use<> {
    let words = &WORDS;
    let (costs, errors) = match Costs::of(&typed) {
        Ok(costs) => (Some(costs), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let head = Head::new(words.title).refused(costs.is_none());
    let head = if costs.is_some() { head.island() } else { head };
    let form = fields(&typed, &errors, ctx);
    let answer = costs.as_ref().map(|costs| costs as &dyn Answer);
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{words.title}</h1>
        {answered(PATH, answer, form)}
        <p class="soft">{text(ctx.lang).loan.page.share}</p>
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
    let slider = Slider {
        least: 1.to_string(),
        most: 360.to_string(),
        step: 1.to_string(),
        value: typed.get(Field::Months).to_owned(),
    };
    view! {
        <form method="get" action=PATH>
            {inputs.amount(Field::Principal, room.form.price_hint)}
            {inputs.digits(Field::Months, room.form.months_unit, room.form.months_hint)}
            {inputs.slider(Field::Months, slider)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, super::asked::methods(&room.form))}
            <Button>{room.page.submit}</Button>
        </form>
    }
}
