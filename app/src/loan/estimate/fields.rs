//! The inputs of the estimate: amount and term, what everybody is asked, and folded away what fewer people need.

use fund::quota::{Contributors, Home, Product, Track};
use leptos::prelude::*;

use super::form::{Field, NO, YES};
use crate::{
    components::{Choice, Details},
    loan::{
        answer::Moved,
        form::{
            Inputs, Slider,
            choices::{methods, named, numbered, worded},
        },
    },
    text::loan::estimate::Form,
};

/// Amount and term, with their sliders unless something must be corrected first.
pub(super) fn amount_and_term(inputs: &Inputs<'_, Field>, sliders: &[Moved<Field>]) -> impl IntoView + use<> {
    let words = &inputs.words.form;
    let slider = |field: Field, label, open_ended| {
        let moved = sliders.iter().find(|moved| moved.field == field)?;
        let slider = Slider {
            label: Some(label),
            open_ended,
            said: Some(moved.said.clone()),
            ..Slider::new(&moved.step, &moved.most, &moved.step, &moved.value)
        };
        Some(inputs.slider(field, slider))
    };
    view! {
        {inputs.amount(Field::Amount, words.amount_hint)}
        {slider(Field::Amount, words.amount_slider, true)}
        {inputs.digits(Field::Years, inputs.room.form.years_unit, None::<&str>)}
        {slider(Field::Years, words.years_slider, false)}
    }
}

/// Every other input.
pub(super) fn fields(inputs: &Inputs<'_, Field>) -> impl IntoView + use<> {
    let (words, shared) = (&inputs.words.form, &inputs.room.form);
    let further = further(inputs, words);
    view! {
        {inputs.amount(Field::Price, shared.price_hint)}
        {inputs.radios(Field::Home, worded(&Home::ALL, |member| member.code(), inputs.lang))}
        {inputs.radios(Field::Contributors, worded(&Contributors::ALL, |member| member.code(), inputs.lang))}
        {inputs.amount(Field::Balances, words.balances_hint)}
        {inputs.amount(Field::Income, words.income_hint)}
        {inputs.radios(Field::Method, methods(shared))}
        <Details summary=words.further open=inputs.any_wrong(&Field::FURTHER)>{further}</Details>
    }
}

fn further(inputs: &Inputs<'_, Field>, words: &'static Form) -> impl IntoView + use<> {
    let shared = &inputs.room.form;
    let [household, home, borrower] = words.groups;
    let tracks = worded(&Track::ALL, |member| member.code(), inputs.lang);
    let credit = named([YES, NO], words.good_credit_choices);
    view! {
        {inputs.select(Field::Product, worded(&Product::ALL, |member| member.code(), inputs.lang))}
        {inputs.amount(Field::Outstanding, words.outstanding_hint)}
        <h3>{household}</h3>
        {inputs.amount(Field::SpouseBalances, words.spouse_hint)}
        {inputs.amount(Field::SpouseIncome, words.spouse_hint)}
        {inputs.select(Field::Children, numbered(&words.children_choices))}
        {inputs.amount(Field::Debts, words.debts_hint)}
        <h3>{home}</h3>
        {inputs.digits(Field::Area, words.area_unit, words.area_hint)}
        {inputs.digits(Field::BuildingAge, shared.years_unit, words.building_age_hint)}
        {inputs.tick(Field::GreenBuilding)}
        <h3>{borrower}</h3>
        {inputs.digits(Field::MonthsContributed, shared.months_unit, None::<&str>)}
        {inputs.amount(Field::Monthly, words.monthly_hint)}
        {inputs.date(Field::Birth, words.birth_hint)}
        {inputs.select(Field::Track, or_unknown(words, tracks))}
        {inputs.tick(Field::Talent)}
        {inputs.select(Field::EarlierLoans, or_unknown(words, numbered(&words.earlier_loans_choices)))}
        {inputs.select(Field::GoodCredit, or_unknown(words, credit))}
    }
}

/// The same choices after one that says nothing.
fn or_unknown(words: &Form, mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.insert(0, Choice::new("", words.unknown));
    choices
}
