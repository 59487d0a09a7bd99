//! The inputs of the estimate: what everybody is asked, and folded away what fewer people need.

use fund::{
    quota::{Contributors, Home, Product, Track},
    repayment::Method,
};
use leptos::prelude::*;

use super::{
    form::{Field, NO, YES},
    inputs::Inputs,
    sheet::Typed,
};
use crate::{
    components::{Checkbox, Choice, Details},
    form::FormErrors,
    text::loan::{Form as Labels, Text},
};

/// Every input but amount and term, which stand with the answer.
pub(super) fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    words: &'static Text,
) -> impl IntoView + use<> {
    let labels = &words.form;
    let inputs = Inputs { typed, errors, words };
    let further = further(&inputs, labels);
    view! {
        {inputs.amount(Field::Price, labels.price_hint)}
        {inputs.radios(Field::Home, coded(Home::ALL, |home| (home.code(), home.label())))}
        {inputs.radios(
            Field::Contributors,
            coded(Contributors::ALL, |number| (number.code(), number.label())),
        )}
        {inputs.amount(Field::Balances, labels.balances_hint)}
        {inputs.amount(Field::Income, labels.income_hint)}
        {inputs.radios(Field::Method, methods(labels))}
        <Details summary=words.page.further open=inputs.any_wrong(&Field::FURTHER)>{further}</Details>
    }
}

fn further(inputs: &Inputs<'_, Field>, labels: &'static Labels) -> impl IntoView + use<> {
    let [household, home, borrower] = labels.groups;
    view! {
        {inputs.select(Field::Product, coded(Product::ALL, |product| (product.code(), product.label())))}
        {inputs.amount(Field::Outstanding, labels.outstanding_hint)}
        <h3>{household}</h3>
        {inputs.amount(Field::SpouseBalances, labels.spouse_hint)}
        {inputs.amount(Field::SpouseIncome, labels.spouse_hint)}
        {inputs.select(Field::Children, numbered(&labels.children_choices))}
        {inputs.amount(Field::Debts, labels.debts_hint)}
        <h3>{home}</h3>
        {inputs.digits(Field::Area, labels.area_unit, labels.area_hint)}
        {inputs.digits(Field::BuildingAge, "年", labels.building_age_hint)}
        {tick(inputs, Field::GreenBuilding, labels.green_building)}
        <h3>{borrower}</h3>
        {inputs.digits(Field::MonthsContributed, labels.months_unit, None::<&str>)}
        {inputs.amount(Field::Monthly, labels.monthly_hint)}
        {inputs.date(Field::Birth, labels.birth_hint)}
        {inputs.select(Field::Track, or_unknown(labels, coded(Track::ALL, |track| (track.code(), track.label()))))}
        {tick(inputs, Field::Talent, labels.talent)}
        {inputs.select(Field::EarlierLoans, or_unknown(labels, numbered(&labels.earlier_loans_choices)))}
        {inputs.select(Field::GoodCredit, or_unknown(labels, yes_or_no(labels)))}
    }
}

fn tick(inputs: &Inputs<'_, Field>, field: Field, label: &'static str) -> impl IntoView + use<> {
    let checked = inputs.typed.get(field) == "1";
    let name = super::sheet::FormField::name(field);
    view! { <Checkbox name label checked/> }
}

fn coded<T: Copy>(all: &[T], of: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Choice> {
    let choice = |member: &T| {
        let (code, label) = of(*member);
        Choice::new(code, label)
    };
    all.iter().map(choice).collect()
}

/// The two ways to repay.
pub(super) fn methods(labels: &Labels) -> Vec<Choice> {
    let choice = |method: Method| {
        let (plain, official) = match method {
            Method::LevelPayment => labels.level_payment,
            Method::LevelPrincipal => labels.level_principal,
        };
        Choice::new(method.code(), plain).hint(official)
    };
    Method::ALL.into_iter().map(choice).collect()
}

/// Choices that stand for 0, 1, 2 ….
fn numbered(labels: &[&'static str]) -> Vec<Choice> {
    let choice = |(number, label): (usize, &&'static str)| Choice::new(number.to_string(), *label);
    labels.iter().enumerate().map(choice).collect()
}

fn yes_or_no(labels: &Labels) -> Vec<Choice> {
    let [yes, no] = labels.good_credit_choices;
    vec![Choice::new(YES, yes), Choice::new(NO, no)]
}

/// The same choices after one that says nothing.
fn or_unknown(labels: &Labels, choices: Vec<Choice>) -> Vec<Choice> {
    [Choice::new("", labels.unknown)]
        .into_iter()
        .chain(choices)
        .collect()
}
