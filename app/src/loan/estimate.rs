//! The page `/loan`: how much may be borrowed and what it costs, then the form it rests on.

use fund::{
    quota::{Contributors, Home, Product},
    repayment::Method,
};
use leptos::prelude::*;

use super::{
    answer::Slider,
    form::Field,
    result::{Answer, beneath, result},
    sheet::{FormField, Typed},
};
use crate::{
    components::{
        Button, Choice, Details, ErrorSummary, Keypad, LinkItem, LinkList, Radios, Select, TextField,
    },
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{
        loan::{Form as Labels, Text},
        text,
    },
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan";

/// The page's data.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The fields as they were typed.
    pub typed: Typed<Field>,
    /// Where what was not typed comes from.
    pub origin: Origin,
    /// The answer, or what must be corrected first.
    pub outcome: Result<Answer, FormErrors>,
}

/// Where the figures in the form come from, as far as nobody typed them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An example: nothing was typed at all.
    Example,
    /// The person's own account.
    Account,
    /// The address.
    Address,
}

/// The page.
pub fn page(ctx: &PageContext, estimate: Estimate) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan;
    let Estimate {
        typed,
        origin,
        outcome,
    } = estimate;
    let errors = outcome.as_ref().err().cloned().unwrap_or_default();
    let head = Head::new(words.page.title).refused(!errors.is_empty());
    let head = if outcome.is_ok() { head.island() } else { head };
    let (top, below) = match outcome {
        Ok(answer) => {
            let below = beneath(&answer, words).into_any();
            (result(&answer, &typed, words).into_any(), below)
        }
        Err(_) => (two_fields(&typed, &errors, None, words).into_any(), ().into_any()),
    };
    let hint = match origin {
        Origin::Example => Some(words.page.example),
        Origin::Account => Some(words.page.filled_in),
        Origin::Address => None,
    };
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.page.title}</h1>
        <form class="estimate" method="get" action=PATH>
            {hint.map(|hint| view! { <p class="soft">{hint}</p> })}
            {top}
            <h2>{words.page.form}</h2>
            {fields(typed, errors, words)}
            <Button>{words.page.submit}</Button>
        </form>
        {below}
        <p class="soft">{words.page.share}</p>
        <LinkList items=vec![
            LinkItem::new("/loan/repayment", words.page.to_repayment),
            LinkItem::new("/loan/rates", words.page.to_rates),
        ]/>
    };
    document(ctx, head, body)
}

/// Amount and term, with their sliders unless something must be corrected first.
pub(super) fn two_fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    sliders: Option<[Slider; 2]>,
    words: &'static Text,
) -> impl IntoView + use<> {
    let answer = &words.result;
    let [amount, years] = sliders.map_or([None, None], |sliders| sliders.map(Some));
    let slider = |slider: Slider, label: &'static str| {
        view! {
            // Disabled until the island is alive.
            <input class="slider" type="range" id=slider.id aria-label=label min=slider.step.clone() step=slider.step
                max=slider.max value=slider.value aria-valuetext=slider.words disabled=true/>
        }
    };
    view! {
        <TextField name=Field::Amount.name() label=answer.amount hint=answer.amount_hint keypad=Keypad::Amount
            unit=answer.yuan maxlength=30 value=typed.get(Field::Amount) error=errors.of(Field::Amount.name())/>
        {amount.map(|amount| slider(amount, answer.amount_slider))}
        <TextField name=Field::Years.name() label=answer.years keypad=Keypad::Digits unit=answer.years_unit maxlength=10
            value=typed.get(Field::Years) error=errors.of(Field::Years.name())/>
        {years.map(|years| slider(years, answer.years_slider))}
    }
}

fn fields(typed: Typed<Field>, errors: FormErrors, words: &'static Text) -> impl IntoView + use<> {
    let labels = &words.form;
    let further_wrong = Field::FURTHER
        .iter()
        .any(|field| errors.of(field.name()).is_some());
    let value = move |field: Field| typed.get(field).to_owned();
    let error = move |field: Field| errors.of(field.name());
    view! {
        <TextField name=Field::Price.name() label=labels.price hint=labels.price_hint keypad=Keypad::Amount unit="元"
            maxlength=30 value=value(Field::Price) error=error(Field::Price)/>
        <Radios name=Field::Home.name() legend=labels.home side_by_side=true selected=value(Field::Home)
            choices=coded(Home::ALL, |home| (home.code(), home.label())) error=error(Field::Home)/>
        <Radios name=Field::Contributors.name() legend=labels.contributors side_by_side=true
            selected=value(Field::Contributors)
            choices=coded(Contributors::ALL, |number| (number.code(), number.label()))
            error=error(Field::Contributors)/>
        <TextField name=Field::Balances.name() label=labels.balances hint=labels.balances_hint keypad=Keypad::Amount
            unit="元" maxlength=30 value=value(Field::Balances) error=error(Field::Balances)/>
        <TextField name=Field::Income.name() label=labels.income hint=labels.income_hint keypad=Keypad::Amount unit="元"
            maxlength=30 value=value(Field::Income) error=error(Field::Income)/>
        <Radios name=Field::Method.name() legend=labels.method side_by_side=true selected=value(Field::Method)
            choices=methods(labels) error=error(Field::Method)/>
        <Details summary=words.page.further open=further_wrong>
            <Radios name=Field::Product.name() legend=labels.product side_by_side=true selected=value(Field::Product)
                choices=coded(Product::ALL, |product| (product.code(), product.label()))
                error=error(Field::Product)/>
            <Select name=Field::Children.name() label=labels.children selected=value(Field::Children)
                choices=children(labels) error=error(Field::Children)/>
            <TextField name=Field::MonthsContributed.name() label=labels.months_contributed keypad=Keypad::Digits
                unit=labels.months_unit maxlength=10 value=value(Field::MonthsContributed)
                error=error(Field::MonthsContributed)/>
            <TextField name=Field::Debts.name() label=labels.debts hint=labels.debts_hint keypad=Keypad::Amount unit="元"
                maxlength=30 value=value(Field::Debts) error=error(Field::Debts)/>
            <TextField name=Field::Area.name() label=labels.area hint=labels.area_hint keypad=Keypad::Digits
                unit=labels.area_unit maxlength=10 value=value(Field::Area) error=error(Field::Area)/>
        </Details>
    }
}

fn coded<T: Copy>(all: &[T], of: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Choice> {
    let choice = |member: &T| {
        let (code, label) = of(*member);
        Choice::new(code, label)
    };
    all.iter().map(choice).collect()
}

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

fn children(labels: &Labels) -> Vec<Choice> {
    let choice = |(number, label): (usize, &&str)| Choice::new(number.to_string(), *label);
    labels.children_choices.iter().enumerate().map(choice).collect()
}
