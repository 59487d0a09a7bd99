//! The page with its form.

use fund::{
    offset::{OffsetRules, Way},
    repayment::Keep,
};
use leptos::prelude::*;

use super::{Field, Repaid};
use crate::{
    components::{Banner, BannerKind, Button, Choice, Details},
    form::FormErrors,
    loan::{
        form::{
            Inputs, Typed,
            choices::{explained, methods},
        },
        page::{
            Origin,
            frame::{Frame, still},
        },
        paths,
    },
    shell::PageContext,
    text::{Lang, loan::offset::Text, text},
};

/// The fields that stand folded away.
const FURTHER: [Field; 4] = [Field::DueDay, Field::From, Field::Day, Field::Floor];

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands in the form.
    pub typed: Typed<Field>,
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Repaid, FormErrors>,
    /// What the centre offers.
    pub rules: OffsetRules,
    /// The person's own loan is overdue.
    pub late: bool,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.offset;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, &page.rules, ctx.lang).into_any();
    let frame = Frame {
        lead: words.lead,
        filled_in: words.filled_in,
        before: page.late.then(|| overdue_comes_first(ctx.lang)).into_any(),
        ..Frame::new(words.title, page.origin, errors)
    };
    still(ctx, frame, page.outcome.as_ref().ok(), form)
}

fn overdue_comes_first(lang: Lang) -> impl IntoView + use<> {
    let words = &text(lang).loan.page;
    view! {
        <Banner kind=BannerKind::Caution title=words.late>
            <p><a href=paths::OVERDUE>{words.to_overdue}</a></p>
        </Banner>
    }
}

fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    rules: &OffsetRules,
    lang: Lang,
) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    let least = (words.floor_hint)(&inputs.format.yuan(rules.floor));
    let further = [
        inputs.digits(Field::DueDay, shared.day_unit, words.due_day_hint),
        inputs.date(Field::From, None::<&str>),
        inputs.digits(Field::Day, shared.day_unit, None::<&str>),
        inputs.amount(Field::Floor, least),
    ];
    view! {
        <form method="get" action=paths::OFFSET>
            {inputs.radios(Field::Way, ways(rules, words))}
            {inputs.digits(Field::Month, words.month_unit, words.month_hint)}
            {inputs.radios(Field::Keep, explained(Keep::ALL.map(Keep::code), words.keeps))}
            {inputs.amount(Field::Principal, shared.price_hint)}
            {inputs.digits(Field::Months, shared.months_unit, None::<&str>)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, methods(shared))}
            {inputs.date(Field::FirstDue, None::<&str>)}
            {inputs.amount(Field::Balance, None::<&str>)}
            {inputs.amount(Field::Monthly, words.monthly_hint)}
            {inputs.amount(Field::SecondBalance, words.second_hint)}
            {inputs.amount(Field::SecondMonthly, None::<&str>)}
            <Details summary=words.further open=inputs.any_wrong(&FURTHER)>{further}</Details>
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}

/// The ways the centre offers.
fn ways(rules: &OffsetRules, words: &Text) -> Vec<Choice> {
    let choice = |way: &Way| {
        let (plain, official) = (words.ways)(*way);
        Choice::new(way.code(), plain).hint(official)
    };
    rules.ways.iter().map(choice).collect()
}
