//! The page `/loan/compare`: up to four ways to borrow, side by side.

mod answer;
mod form;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::repayment::Method;
use leptos::prelude::*;

pub(super) use self::answer::address;
pub use self::{
    answer::Comparison,
    form::{Field, Kind, NotPoints, PLANS, Part, Points, RatesToday, Wanted, start},
};
use super::{
    estimate::Origin,
    inputs::{Inputs, Slider},
    live::{Answer, answered},
    sheet::{FormField, Typed},
};
use crate::{
    components::{BackLink, Button, Choice, Details, ErrorSummary, Keypad, Select, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{loan::compare::ZH_CN as WORDS, loan::method_name, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/compare";

/// What the form as typed gives; nothing while something in it is wrong.
#[cfg(feature = "hydrate")]
pub(super) fn answer(typed: &Typed<Field>) -> Option<Comparison> {
    Comparison::of(typed).ok()
}

impl Comparison {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>) -> Result<Self, FormErrors> {
        form::read(typed).map(Self::new)
    }
}

/// The page, with the answer or with what to correct.
pub fn page(ctx: &PageContext, typed: Typed<Field>, origin: Origin) -> impl IntoView + use<> {
    let (comparison, errors) = match Comparison::of(&typed) {
        Ok(comparison) => (Some(comparison), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let head = Head::new(WORDS.title).refused(comparison.is_none());
    let head = if comparison.is_some() { head.island() } else { head };
    let form = fields(&typed, &errors, ctx);
    let answer = comparison.as_ref().map(|comparison| comparison as &dyn Answer);
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{WORDS.title}</h1>
        {origin.note("")}
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
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|at| plan(&inputs, at));
    let further = |at: usize| {
        let asked = |part| Field::Of(at, part);
        let chosen = typed.get(asked(Part::Kind));
        inputs.any_wrong(&Part::ALL.map(asked)) || !(chosen.is_empty() || chosen == Kind::None.code())
    };
    let more = further(2) || further(3);
    let rates_wrong = inputs.any_wrong(&Field::RATES);
    let rates = view! {
        <p class="soft">{WORDS.rates_hint}</p>
        {inputs.decimal(Field::RateLe5y, "%", None::<&str>)}
        {inputs.decimal(Field::RateGt5y, "%", None::<&str>)}
        {inputs.decimal(Field::Prime, "%", WORDS.prime_hint)}
    };
    view! {
        <form method="get" action=PATH>
            {inputs.amount(Field::Amount, room.form.price_hint)}
            {inputs.slider(Field::Amount, amount_slider(typed))}
            {inputs.amount(Field::FundAmount, WORDS.fund_amount_hint)}
            {inputs.date(Field::GrantedOn, WORDS.granted_on_hint)}
            {first}
            {second}
            <Details summary=WORDS.more_plans open=more>{third}{fourth}</Details>
            <Details summary=WORDS.rates open=rates_wrong>{rates}</Details>
            <Button>{room.page.submit}</Button>
        </form>
    }
}

/// From 50,000 to 2,000,000 yuan.
fn amount_slider(typed: &Typed<Field>) -> Slider {
    let amount = fund::money::Fen::parse_human(typed.get(Field::Amount)).unwrap_or_default();
    Slider {
        least: "50000".to_owned(),
        most: "2000000".to_owned(),
        step: "10000".to_owned(),
        value: amount.to_string(),
    }
}

/// The four fields of a plan beneath its name, which screen readers hear with each of them.
fn plan(inputs: &Inputs<'_, Field>, at: usize) -> impl IntoView + use<> {
    let [kind, years, method, points] = WORDS.in_plan;
    let field = |part: Part| {
        let name = Field::Of(at, part).name();
        let value = inputs.typed.get(Field::Of(at, part)).to_owned();
        (name, value, inputs.errors.of(name))
    };
    let kinds = Kind::ALL.into_iter().zip(WORDS.kinds);
    let kinds: Vec<_> = kinds
        .map(|(kind, label)| Choice::new(kind.code(), label))
        .collect();
    let methods: Vec<_> = Method::ALL
        .into_iter()
        .map(|method| Choice::new(method.code(), method_name(method)))
        .collect();
    let lender = field(Part::Kind);
    let term = field(Part::Years);
    let way = field(Part::Method);
    let added = field(Part::Points);
    view! {
        <fieldset class="plan">
            <legend>{WORDS.plans.get(at).copied().unwrap_or_default()}</legend>
            <Select name=lender.0 label=kind selected=lender.1 choices=kinds error=lender.2/>
            <TextField name=term.0 label=years keypad=Keypad::Digits unit=WORDS.years_unit maxlength=10 value=term.1
                error=term.2/>
            <Select name=way.0 label=method selected=way.1 choices=methods error=way.2/>
            <TextField name=added.0 label=points hint=WORDS.points_hint unit=WORDS.points_unit maxlength=10
                value=added.1 error=added.2/>
        </fieldset>
    }
}
