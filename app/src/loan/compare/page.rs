//! The page with its form.

use fund::{money::Fen, repayment::Method};
use leptos::prelude::*;

use super::{Comparison, Field, Kind, Part};
use crate::{
    components::{Button, Choice, Details, Keypad, Select, TextField},
    form::FormErrors,
    loan::{
        form::{FormField, Inputs, Slider, Typed, choices::named},
        page::{
            Origin,
            frame::{Frame, live},
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
    pub outcome: Result<Comparison, FormErrors>,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, ctx.lang).into_any();
    let frame = Frame::new(text(ctx.lang).loan.compare.title, page.origin, errors);
    live(
        ctx,
        frame,
        page.outcome.as_ref().ok().map(|answer| (answer, &())),
        form,
    )
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, room) = (inputs.words, inputs.room);
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|at| plan(&inputs, at));
    let further = |at: usize| {
        let asked = |part| Field::Of(at, part);
        let chosen = typed.get(asked(Part::Kind));
        inputs.any_wrong(&Part::ALL.map(asked)) || !(chosen.is_empty() || chosen == Kind::None.code())
    };
    let more = further(2) || further(3);
    let rates_wrong = inputs.any_wrong(&Field::RATES);
    let rates = view! {
        <p class="soft">{words.rates_hint}</p>
        {inputs.decimal(Field::RateLe5y, "%", None::<&str>)}
        {inputs.decimal(Field::RateGt5y, "%", None::<&str>)}
        {inputs.decimal(Field::Prime, "%", words.prime_hint)}
    };
    let amount = Fen::parse_human(typed.get(Field::Amount)).unwrap_or_default();
    view! {
        <form method="get" action=paths::COMPARE>
            {inputs.amount(Field::Amount, room.form.price_hint)}
            {inputs.slider(Field::Amount, Slider::new(50_000, 2_000_000, 10_000, amount))}
            {inputs.amount(Field::FundAmount, words.fund_amount_hint)}
            {inputs.date(Field::GrantedOn, words.granted_on_hint)}
            {first}
            {second}
            <Details summary=words.more_plans open=more>{third}{fourth}</Details>
            <Details summary=words.rates open=rates_wrong>{rates}</Details>
            <Button>{room.page.submit}</Button>
        </form>
    }
}

/// The four fields of a plan beneath its name, which screen readers hear with each of them.
fn plan(inputs: &Inputs<'_, Field>, at: usize) -> impl IntoView + use<> {
    let (words, room) = (inputs.words, inputs.room);
    let [kind, years, method, points] = words.in_plan;
    let field = |part: Part| {
        let name = Field::Of(at, part).name();
        let value = inputs.typed.get(Field::Of(at, part)).to_owned();
        (name, value, inputs.errors.of(name))
    };
    let kinds = named(Kind::ALL.map(Kind::code), words.kinds);
    let methods: Vec<_> = Method::ALL
        .into_iter()
        .map(|method| Choice::new(method.code(), room.common.method(method)))
        .collect();
    let lender = field(Part::Kind);
    let term = field(Part::Years);
    let way = field(Part::Method);
    let added = field(Part::Points);
    view! {
        <fieldset class="plan">
            <legend>{words.answer.plans.get(at).copied().unwrap_or_default()}</legend>
            <Select name=lender.0 label=kind selected=lender.1 choices=kinds error=lender.2/>
            <TextField name=term.0 label=years keypad=Keypad::Digits unit=room.form.years_unit maxlength=10 value=term.1
                error=term.2/>
            <Select name=way.0 label=method selected=way.1 choices=methods error=way.2/>
            <TextField name=added.0 label=points hint=words.points_hint unit=words.points_unit maxlength=10
                value=added.1 error=added.2/>
        </fieldset>
    }
}
