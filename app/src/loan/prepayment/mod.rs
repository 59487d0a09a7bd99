//! The page `/loan/prepayment`: what repaying a loan ahead of time saves, and whether to wait.

mod answer;
mod beyond;
mod form;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::money::Fen;
use fund::quota::Basis;
use fund::repayment::{Every, Keep};
use leptos::prelude::*;

pub use self::{
    answer::Savings,
    beyond::Beyond,
    form::{Field, fees_text, start},
};
use super::{
    estimate::Origin,
    inputs::{Inputs, Slider},
    live::{Answer, answered},
    sheet::{FormField, Typed},
};
use crate::{
    components::{BackLink, Button, Choice, Details, ErrorSummary, Unverified},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{
        loan::prepayment::{ROWS, ZH_CN as WORDS},
        text,
    },
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/prepayment";

/// What the form as typed gives; nothing while something in it is wrong.
#[cfg(feature = "hydrate")]
pub(super) fn answer(typed: &Typed<Field>) -> Option<Savings> {
    form::read(typed).ok().map(Savings::new)
}

impl Savings {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>) -> Result<Self, FormErrors> {
        form::read(typed).map(Self::new)
    }
}

/// The page, with the answer or with what to correct. `basis` is what the fees, or that there are none, rest on.
pub fn page(
    ctx: &PageContext,
    (typed, beyond): (Typed<Field>, &Beyond),
    origin: Origin,
    basis: Basis,
) -> impl IntoView + use<> {
    let words = &WORDS;
    let (savings, errors) = match beyond.check(Savings::of(&typed)) {
        Ok(savings) => (Some(savings), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let head = Head::new(words.title).refused(savings.is_none());
    let head = if savings.is_some() { head.island() } else { head };
    let further = beyond.inputs(&errors);
    let form = fields(&typed, &errors, further, ctx);
    let answer = savings.as_ref().map(|savings| savings as &dyn Answer);
    let unverified = (!basis.verified).then(|| view! { " "<Unverified/> });
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{words.title}</h1>
        {origin.note(WORDS.filled_in)}
        {answered(PATH, answer, form)}
        <p class="soft">{words.convention}</p>
        <p class="soft">
            {(words.source)(&basis.rule, &basis.document)}
            {unverified}
        </p>
        <p class="soft">{text(ctx.lang).loan.page.share}</p>
    };
    document(ctx, head, body)
}

fn fields<More: IntoView + 'static>(
    typed: &Typed<Field>,
    errors: &FormErrors,
    beyond: More,
    ctx: &PageContext,
) -> impl IntoView + use<More> {
    let room = &text(ctx.lang).loan;
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    let fees = typed.get(Field::Fees).to_owned();
    let fees =
        (!fees.is_empty()).then(|| view! { <input type="hidden" name=Field::Fees.name() value=fees/> });
    view! {
        <form method="get" action=PATH>
            <h2>{WORDS.ahead}</h2>
            {row(&inputs, 0)}
            {inputs.radios(Field::Every, repeats())}
            {further(&inputs, 1)}
            {beyond}
            <h2>{WORDS.loan}</h2>
            {inputs.amount(Field::Principal, room.form.price_hint)}
            {inputs.digits(Field::Months, room.form.months_unit, room.form.months_hint)}
            {inputs.decimal(Field::AnnualRate, "%", None::<&str>)}
            {inputs.radios(Field::Method, super::asked::methods(&room.form))}
            {fees}
            <Button>{room.page.submit}</Button>
        </form>
    }
}

/// One repayment ahead. The first has sliders, unless something must be corrected first.
fn row(inputs: &Inputs<'_, Field>, row: usize) -> AnyView {
    let (after, amount) = (Field::After(row), Field::Amount(row));
    let sliders = (row == 0 && inputs.errors.is_empty()).then(|| sliders(inputs.typed));
    let (after_slider, amount_slider) = sliders.map_or((None, None), |(one, two)| (Some(one), Some(two)));
    view! {
        {inputs.digits(after, WORDS.after_unit, WORDS.after_hint)}
        {after_slider.map(|slider| inputs.slider(after, slider))}
        {inputs.amount(amount, WORDS.amount_hint)}
        {amount_slider.map(|slider| inputs.slider(amount, slider))}
        {inputs.radios(Field::Keep(row), keeps())}
    }
    .into_any()
}

fn sliders(typed: &Typed<Field>) -> (Slider, Slider) {
    let number = |field| typed.get(field).trim().parse::<u16>().ok();
    let amount = |field| Fen::parse_human(typed.get(field)).unwrap_or_default();
    let step = Fen::from_yuan(10_000);
    let after = Slider {
        least: 1.to_string(),
        most: number(Field::Months)
            .map_or(359, |months| months.saturating_sub(1).max(1))
            .to_string(),
        step: 1.to_string(),
        value: number(Field::After(0)).unwrap_or(1).to_string(),
    };
    let amount = Slider {
        least: whole_yuan(step),
        most: whole_yuan(amount(Field::Principal).rounded_down_to(step).max(step)),
        step: whole_yuan(step),
        value: whole_yuan(amount(Field::Amount(0))),
    };
    (after, amount)
}

fn whole_yuan(amount: Fen) -> String {
    (amount.get() / 100).to_string()
}

/// The rows from this one on, each folded away in the one before until it is used.
fn further(inputs: &Inputs<'_, Field>, at: usize) -> Option<AnyView> {
    let summary = WORDS.one_more.get(at).copied()?;
    let is_open = (at..ROWS).any(|row| {
        let fields = [Field::After(row), Field::Amount(row), Field::Keep(row)];
        form::is_used(inputs.typed, row) || inputs.any_wrong(&fields)
    });
    let (row, rest) = (row(inputs, at), further(inputs, at + 1));
    Some(view! { <Details summary=summary open=is_open>{row}{rest}</Details> }.into_any())
}

fn repeats() -> Vec<Choice> {
    let [month, year] = Every::ALL.map(Every::code);
    [
        (form::ONCE, WORDS.once),
        (month, WORDS.every_month),
        (year, WORDS.every_year),
    ]
    .into_iter()
    .map(|(code, (label, hint))| Choice::new(code, label).hint(hint))
    .collect()
}

fn keeps() -> Vec<Choice> {
    [
        (Keep::Payment.code(), WORDS.keep_payment),
        (Keep::Term.code(), WORDS.keep_term),
        (form::SETTLE, WORDS.settle),
    ]
    .into_iter()
    .map(|(code, (plain, official))| Choice::new(code, plain).hint(official))
    .collect()
}
