//! The page with its form.

use fund::contribution::RatioRule;
use leptos::prelude::*;

use super::{Field, Savings};
use crate::{
    components::Button,
    form::FormErrors,
    loan::{
        form::{Inputs, Typed},
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
    pub outcome: Result<Savings, FormErrors>,
    /// Between which ratios each side chooses.
    pub ratio: RatioRule,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.contribution;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, &page.ratio, ctx.lang).into_any();
    let frame = Frame {
        lead: words.lead,
        filled_in: words.filled_in,
        ..Frame::new(words.title, page.origin, errors)
    };
    still(ctx, frame, page.outcome.as_ref().ok(), form)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, ratio: &RatioRule, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    let bounds = (words.ratio_hint)(ratio.least, ratio.most);
    view! {
        <form method="get" action=paths::CONTRIBUTION>
            {inputs.amount(Field::Wage, words.wage_hint)}
            {inputs.decimal(Field::MemberRatio, "%", bounds.clone())}
            {inputs.decimal(Field::EmployerRatio, "%", bounds)}
            {inputs.amount(Field::Balance, words.balance_hint)}
            {inputs.date(Field::From, None::<&str>)}
            {inputs.date(Field::Until, None::<&str>)}
            {inputs.digits(Field::Day, shared.day_unit, None::<&str>)}
            {inputs.amount(Field::NextWage, words.next_wage_hint)}
            {inputs.digits(Field::Headcount, words.headcount_unit, words.headcount_hint)}
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}
