//! The page `/loan/repayment`: what a given loan costs, whoever borrows it.
//!
//! The pattern of the room's calculators: [`form`](Field) says what is asked and what it means, [`Costs`] what comes out,
//! and this file puts both on a page.

mod answer;
mod form;
pub mod print;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::{quota::TermRates, rate::Rate, repayment::FirstPeriod};
use leptos::prelude::*;

pub use self::{
    answer::{Costs, FILES},
    form::{Field, Wanted, start},
};
use super::{
    estimate::Origin,
    inputs::{Inputs, Slider},
    live::{Answer, answered},
    sheet::Typed,
};
use crate::{
    components::{BackLink, Button, Choice, Details, ErrorSummary},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{loan::repayment::ZH_CN as WORDS, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/repayment";

/// What loans cost today, to be shown beside the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The fund's for a first home.
    pub first: TermRates,
    /// The fund's for a second.
    pub second: TermRates,
    /// The five-year loan prime rate.
    pub prime: Rate,
}

/// What the form as typed gives; nothing while something in it is wrong.
#[cfg(feature = "hydrate")]
pub(super) fn answer(typed: &Typed<Field>) -> Option<Costs> {
    Costs::of(typed).ok()
}

impl Costs {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>) -> Result<Self, FormErrors> {
        form::read(typed).map(|wanted| Self::new(wanted, typed.address("")))
    }
}

/// The page, with the answer or with what to correct.
pub fn page(
    ctx: &PageContext,
    typed: Typed<Field>,
    origin: Origin,
    today: Option<Today>,
) -> impl IntoView + use<> {
    let words = &WORDS;
    let (costs, errors) = match Costs::of(&typed) {
        Ok(costs) => (Some(costs), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let head = Head::new(words.title).refused(costs.is_none());
    let head = if costs.is_some() { head.island() } else { head };
    let form = fields(&typed, &errors, today, ctx);
    let answer = costs.as_ref().map(|costs| costs as &dyn Answer);
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{words.title}</h1>
        {origin.note("")}
        {answered(PATH, answer, form)}
        <p class="soft">{text(ctx.lang).loan.page.share}</p>
    };
    document(ctx, head, body)
}

fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    today: Option<Today>,
    ctx: &PageContext,
) -> impl IntoView + use<> {
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
            {inputs.decimal(Field::AnnualRate, "%", today.as_ref().map(rates_today))}
            {inputs.radios(Field::Method, super::asked::methods(&room.form))}
            {days(&inputs)}
            {bank(&inputs, today, super::asked::methods(&room.form), room.form.months_unit)}
            <Button>{room.page.submit}</Button>
        </form>
    }
}

fn rates_today(today: &Today) -> String {
    let percent = |rate: Rate| format!("{rate}%");
    let [first, second] = [today.first, today.second].map(|rates| (percent(rates.le5y), percent(rates.gt5y)));
    (WORDS.rates_today)([&first.0, &first.1, &second.0, &second.1])
}

/// Folded away unless something stands in it.
fn days(inputs: &Inputs<'_, Field>) -> impl IntoView + use<> {
    let open = inputs.any_wrong(&Field::DAYS) || !inputs.typed.get(Field::GrantedOn).is_empty();
    let periods = FirstPeriod::ALL.into_iter().zip(WORDS.first_periods);
    let choices = periods.map(|(period, (label, hint))| Choice::new(period.code(), label).hint(hint));
    let fields = view! {
        {inputs.date(Field::GrantedOn, WORDS.granted_on_hint)}
        {inputs.digits(Field::DueDay, WORDS.due_day_unit, WORDS.due_day_hint)}
        {inputs.radios(Field::FirstPeriod, choices.collect())}
    };
    view! { <Details summary=WORDS.by_days open>{fields}</Details> }
}

/// Folded away unless something stands in it.
fn bank(
    inputs: &Inputs<'_, Field>,
    today: Option<Today>,
    methods: Vec<Choice>,
    months_unit: &'static str,
) -> impl IntoView + use<> {
    let open = inputs.any_wrong(&Field::BANK) || !inputs.typed.get(Field::BankPrincipal).is_empty();
    let prime = today.map(|today| (WORDS.bank_annual_rate_hint)(&today.prime.to_string()));
    let fields = view! {
        {inputs.amount(Field::BankPrincipal, WORDS.bank_principal_hint)}
        {inputs.digits(Field::BankMonths, months_unit, WORDS.bank_months_hint)}
        {inputs.decimal(Field::BankAnnualRate, "%", prime)}
        {inputs.radios(Field::BankMethod, methods)}
    };
    view! { <Details summary=WORDS.by_bank open>{fields}</Details> }
}
