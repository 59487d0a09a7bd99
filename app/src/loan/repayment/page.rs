//! The page with its form.

use fund::{quota::TermRates, rate::Rate, repayment::FirstPeriod};
use leptos::prelude::*;

use super::{Costs, Field};
use crate::{
    components::{Button, Details},
    form::FormErrors,
    loan::{
        form::{
            Inputs, Slider, Typed,
            choices::{explained, methods},
        },
        page::{
            Origin,
            frame::{Frame, live},
        },
        paths,
    },
    shell::PageContext,
    text::{Lang, loan::repayment::Text, text},
};

/// What loans cost today, to be shown beside the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatesToday {
    /// The fund's for a first home.
    pub first: TermRates,
    /// The fund's for a second.
    pub second: TermRates,
    /// The five-year loan prime rate.
    pub prime: Rate,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands in the form.
    pub typed: Typed<Field>,
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Costs, FormErrors>,
    /// Nothing where the edition has no rates for today.
    pub today: Option<RatesToday>,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, page.today, ctx.lang).into_any();
    let frame = Frame::new(text(ctx.lang).loan.repayment.title, page.origin, errors);
    live(
        ctx,
        frame,
        page.outcome.as_ref().ok().map(|answer| (answer, &())),
        form,
    )
}

fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    today: Option<RatesToday>,
    lang: Lang,
) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    let rates = today.as_ref().map(|today| rates_today(today, words));
    view! {
        <form method="get" action=paths::REPAYMENT>
            {inputs.amount(Field::Principal, shared.price_hint)}
            {inputs.digits(Field::Months, shared.months_unit, shared.months_hint)}
            {inputs.slider(Field::Months, Slider::new(1, 360, 1, typed.get(Field::Months)))}
            {inputs.decimal(Field::AnnualRate, "%", rates)}
            {inputs.radios(Field::Method, methods(shared))}
            {days(&inputs)}
            {bank(&inputs, today)}
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}

fn rates_today(today: &RatesToday, words: &Text) -> String {
    let percent = |rate: Rate| format!("{rate}%");
    let [first, second] = [today.first, today.second].map(|rates| (percent(rates.le5y), percent(rates.gt5y)));
    (words.rates_today)([&first.0, &first.1, &second.0, &second.1])
}

/// Folded away unless something stands in it.
fn days(inputs: &Inputs<'_, Field>) -> impl IntoView + use<> {
    let (words, shared) = (inputs.words, &inputs.room.form);
    let open = inputs.any_wrong(&Field::DAYS) || !inputs.typed.get(Field::GrantedOn).is_empty();
    let periods = explained(FirstPeriod::ALL.map(FirstPeriod::code), words.first_periods);
    let fields = view! {
        {inputs.date(Field::GrantedOn, words.granted_on_hint)}
        {inputs.digits(Field::DueDay, shared.day_unit, words.due_day_hint)}
        {inputs.radios(Field::FirstPeriod, periods)}
    };
    view! { <Details summary=words.by_days open>{fields}</Details> }
}

/// Folded away unless something stands in it.
fn bank(inputs: &Inputs<'_, Field>, today: Option<RatesToday>) -> impl IntoView + use<> {
    let (words, shared) = (inputs.words, &inputs.room.form);
    let open = inputs.any_wrong(&Field::BANK) || !inputs.typed.get(Field::BankPrincipal).is_empty();
    let prime = today.map(|today| (words.bank_annual_rate_hint)(&today.prime.to_string()));
    let fields = view! {
        {inputs.amount(Field::BankPrincipal, words.bank_principal_hint)}
        {inputs.digits(Field::BankMonths, shared.months_unit, words.bank_months_hint)}
        {inputs.decimal(Field::BankAnnualRate, "%", prime)}
        {inputs.radios(Field::BankMethod, methods(shared))}
    };
    view! { <Details summary=words.by_bank open>{fields}</Details> }
}
