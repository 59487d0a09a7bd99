//! The page `/loan/offset`: the account repays the loan (冲还贷).

mod answer;
mod form;
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::{
    offset::{OffsetRules, Way},
    repayment::Keep,
};
use leptos::prelude::*;

pub use self::{
    answer::Repaid,
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
    components::{Button, Choice, Details},
    form::FormErrors,
    shell::PageContext,
    text::{
        format,
        loan::{Text as Room, offset::ZH_CN as WORDS},
        text,
    },
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/offset";

/// The fields that stand folded away.
const FURTHER: [Field; 4] = [Field::DueDay, Field::From, Field::Day, Field::Floor];

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OffsetPage {
    /// What stands in the form.
    pub typed: Typed<Field>,
    /// Where it comes from.
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Repaid, FormErrors>,
    /// What the centre offers.
    pub rules: OffsetRules,
    /// The person's own loan is overdue.
    pub late: bool,
}

/// The page.
pub fn page(ctx: &PageContext, data: OffsetPage) -> impl IntoView + use<> {
    let errors = data.outcome.as_ref().err().cloned().unwrap_or_default();
    let still = Still {
        title: WORDS.title,
        lead: WORDS.lead,
        origin: data.origin,
        filled_in: WORDS.filled_in,
        late: data.late,
    };
    let form = fields(&data.typed, &errors, &data.rules, &text(ctx.lang).loan);
    let answer = data.outcome.as_ref().ok().map(|answer| answer as &dyn Answer);
    still::page(ctx, &still, answer, errors, form)
}

fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    rules: &OffsetRules,
    room: &'static Room,
) -> impl IntoView + use<> {
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    let least = (WORDS.floor_hint)(&format::yuan(rules.floor));
    let further = [
        inputs.digits(Field::DueDay, WORDS.day_unit, WORDS.due_day_hint),
        inputs.date(Field::From, None::<&str>),
        inputs.digits(Field::Day, WORDS.day_unit, None::<&str>),
        inputs.amount(Field::Floor, least),
    ];
    view! {
        <form method="get" action=PATH>
            {inputs.radios(Field::Way, ways(rules))}
            {inputs.digits(Field::Month, WORDS.month_unit, WORDS.month_hint)}
            {inputs.radios(Field::Keep, keeps())}
            {inputs.amount(Field::Principal, room.form.price_hint)}
            {inputs.digits(Field::Months, room.form.months_unit, None::<&str>)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, methods(&room.form))}
            {inputs.date(Field::FirstDue, None::<&str>)}
            {inputs.amount(Field::Balance, None::<&str>)}
            {inputs.amount(Field::Monthly, WORDS.monthly_hint)}
            {inputs.amount(Field::SecondBalance, WORDS.second_hint)}
            {inputs.amount(Field::SecondMonthly, None::<&str>)}
            <Details summary=WORDS.further open=inputs.any_wrong(&FURTHER)>{further}</Details>
            <Button>{WORDS.submit}</Button>
        </form>
    }
}

fn ways(rules: &OffsetRules) -> Vec<Choice> {
    let choice = |way: &Way| {
        let (plain, official) = (WORDS.ways)(*way);
        Choice::new(way.code(), plain).hint(official)
    };
    rules.ways.iter().map(choice).collect()
}

fn keeps() -> Vec<Choice> {
    let choices = Keep::ALL.into_iter().zip(WORDS.keeps);
    choices
        .map(|(keep, (plain, official))| Choice::new(keep.code(), plain).hint(official))
        .collect()
}
