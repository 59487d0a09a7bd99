//! The page with its form.

use fund::{
    money::Fen,
    quota::Basis,
    repayment::{Every, Keep},
};
use leptos::prelude::*;

use super::{
    Beyond, Field, Savings,
    form::{ONCE, SETTLE, is_used},
};
use crate::{
    components::{Button, Choice, Details, Local, Unverified},
    form::FormErrors,
    loan::{
        form::{
            FormField, Inputs, Slider, Typed,
            choices::{explained, methods},
        },
        page::{
            Origin,
            frame::{Frame, live},
        },
        paths,
    },
    shell::PageContext,
    text::{
        Lang,
        loan::prepayment::{ROWS, Text},
        rules::basis,
        text,
    },
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands in the form.
    pub typed: Typed<Field>,
    /// What was sent for rows that the form does not have.
    pub beyond: Beyond,
    pub origin: Origin,
    /// The answer, or what to correct.
    pub outcome: Result<Savings, FormErrors>,
    /// What the fees, or that there are none, rest on.
    pub basis: Basis,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.prepayment;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let further = page.beyond.inputs(&errors, words).into_any();
    let form = fields(&page.typed, &errors, further, ctx.lang).into_any();
    let frame = Frame {
        filled_in: words.filled_in,
        after: basis(&page.basis, ctx.lang).into_any(),
        ..Frame::new(words.title, page.origin, errors)
    };
    live(
        ctx,
        frame,
        page.outcome.as_ref().ok().map(|answer| (answer, &())),
        form,
    )
}

/// How it is counted, and what the fees rest on.
fn basis(basis: &Basis, lang: Lang) -> impl IntoView + use<> {
    let words = &text(lang).loan.prepayment;
    let unverified = (!basis.verified).then(|| view! { " "<Unverified lang/> });
    let cited = words
        .source
        .with_local([basis::rule(lang, basis), basis::source(lang, basis)]);
    view! {
        <p class="soft">{words.convention}</p>
        <p class="soft">
            <Local text=cited/>
            {unverified}
        </p>
    }
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, beyond: AnyView, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared) = (inputs.words, &inputs.room.form);
    let fees = typed.get(Field::Fees).to_owned();
    let fees =
        (!fees.is_empty()).then(|| view! { <input type="hidden" name=Field::Fees.name() value=fees/> });
    view! {
        <form method="get" action=paths::PREPAYMENT>
            <h2>{words.ahead}</h2>
            {row(&inputs, 0)}
            {inputs.radios(Field::Every, repeats(words))}
            {further(&inputs, 1)}
            {beyond}
            <h2>{words.loan}</h2>
            {inputs.amount(Field::Principal, shared.price_hint)}
            {inputs.digits(Field::Months, shared.months_unit, shared.months_hint)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, methods(shared))}
            {fees}
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}

/// One repayment ahead. The first has sliders, unless something must be corrected first.
fn row(inputs: &Inputs<'_, Field>, row: usize) -> AnyView {
    let words = inputs.words;
    let (after, amount) = (Field::After(row), Field::Amount(row));
    let sliders = (row == 0 && inputs.errors.is_empty()).then(|| sliders(inputs.typed));
    let (after_slider, amount_slider) = sliders.map_or((None, None), |(one, two)| (Some(one), Some(two)));
    view! {
        {inputs.digits(after, words.after_unit, words.after_hint)}
        {after_slider.map(|slider| inputs.slider(after, slider))}
        {inputs.amount(amount, words.amount_hint)}
        {amount_slider.map(|slider| inputs.slider(amount, slider))}
        {inputs.radios(Field::Keep(row), keeps(words))}
    }
    .into_any()
}

fn sliders(typed: &Typed<Field>) -> (Slider, Slider) {
    let number = |field| typed.get(field).trim().parse::<u16>().ok();
    let amount = |field| Fen::parse_human(typed.get(field)).unwrap_or_default();
    let yuan = |amount: Fen| amount.get() / 100;
    let step = Fen::from_yuan(10_000);
    let last = number(Field::Months).map_or(359, |months| months.saturating_sub(1).max(1));
    let most = amount(Field::Principal).rounded_down_to(step).max(step);
    (
        Slider::new(1, last, 1, number(Field::After(0)).unwrap_or(1)),
        Slider::new(yuan(step), yuan(most), yuan(step), yuan(amount(Field::Amount(0)))),
    )
}

/// The rows from this one on, each folded away in the one before until it is used.
fn further(inputs: &Inputs<'_, Field>, at: usize) -> Option<AnyView> {
    let summary = inputs.words.one_more.get(at).copied()?;
    let is_open = (at..ROWS).any(|row| {
        let fields = [Field::After(row), Field::Amount(row), Field::Keep(row)];
        is_used(inputs.typed, row) || inputs.any_wrong(&fields)
    });
    let (row, rest) = (row(inputs, at), further(inputs, at + 1));
    Some(view! { <Details summary=summary open=is_open>{row}{rest}</Details> }.into_any())
}

fn repeats(words: &Text) -> Vec<Choice> {
    let [month, year] = Every::ALL.map(Every::code);
    explained(
        [ONCE, month, year],
        [words.once, words.every_month, words.every_year],
    )
}

fn keeps(words: &Text) -> Vec<Choice> {
    let codes = [Keep::Payment.code(), Keep::Term.code(), SETTLE];
    explained(codes, [words.keep_payment, words.keep_term, words.settle])
}
