//! The page `/loan/contribution`: how much is contributed each month, what becomes of it, and what it costs an employer.

mod answer;
mod form;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::contribution::RatioRule;
use leptos::prelude::*;

pub use self::{
    answer::Savings,
    form::{Field, start},
};
use super::{
    estimate::Origin,
    inputs::Inputs,
    live::Answer,
    sheet::Typed,
    still::{self, Still},
};
use crate::{
    components::Button, form::FormErrors, shell::PageContext, text::loan::contribution::ZH_CN as WORDS,
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/contribution";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// What stands in the form.
    pub typed: Typed<Field>,
    /// Where it comes from.
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Savings, FormErrors>,
    /// Between which ratios each side chooses.
    pub ratio: RatioRule,
}

/// The page.
pub fn page(ctx: &PageContext, data: Contribution) -> impl IntoView + use<> {
    let errors = data.outcome.as_ref().err().cloned().unwrap_or_default();
    let still = Still {
        title: WORDS.title,
        lead: WORDS.lead,
        origin: data.origin,
        filled_in: WORDS.filled_in,
        late: false,
    };
    let form = fields(&data.typed, &errors, &data.ratio);
    let answer = data.outcome.as_ref().ok().map(|answer| answer as &dyn Answer);
    still::page(ctx, &still, answer, errors, form)
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, ratio: &RatioRule) -> impl IntoView + use<> {
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    let bounds = (WORDS.ratio_hint)(ratio.least, ratio.most);
    view! {
        <form method="get" action=PATH>
            {inputs.amount(Field::Wage, WORDS.wage_hint)}
            {inputs.decimal(Field::MemberRatio, "%", bounds.clone())}
            {inputs.decimal(Field::EmployerRatio, "%", bounds)}
            {inputs.amount(Field::Balance, WORDS.balance_hint)}
            {inputs.date(Field::From, None::<&str>)}
            {inputs.date(Field::Until, None::<&str>)}
            {inputs.digits(Field::Day, WORDS.day_unit, None::<&str>)}
            {inputs.amount(Field::NextWage, WORDS.next_wage_hint)}
            {inputs.digits(Field::Headcount, WORDS.headcount_unit, WORDS.headcount_hint)}
            <Button>{WORDS.submit}</Button>
        </form>
    }
}
