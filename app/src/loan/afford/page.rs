//! The page with its form.

use fund::{
    costs::Market,
    money::Fen,
    quota::{Basis, Contributors, Gate, Home, Limit},
};
use leptos::prelude::*;

use super::{
    Affordable, Field, Terms,
    form::{NO, YES},
};
use crate::{
    components::{Banner, BannerKind, Button, Details, Local, Unverified},
    form::FormErrors,
    loan::{
        form::{
            Inputs, Slider, Typed,
            choices::{methods, named, worded},
        },
        page::{
            Origin,
            frame::{Frame, live},
        },
        paths,
    },
    shell::PageContext,
    text::{Lang, Worded as _, loan::afford::Text, rules::basis, text},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// The fields as they were typed.
    pub typed: Typed<Field>,
    pub origin: Origin,
    /// The answer with what it rests on, or what must be corrected first.
    pub outcome: Result<Found, FormErrors>,
}

/// The answer, and what it rests on.
#[derive(Clone, Debug)]
pub struct Found {
    pub answer: Affordable,
    pub terms: Terms,
    /// The conditions for a fund loan that are not met.
    pub unmet: Vec<Gate>,
    /// The limit that decides how much the fund lends.
    pub limit: Limit,
    /// The rules behind the down payment, and behind taxes and fees.
    pub bases: Vec<Basis>,
}

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan.afford;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let form = fields(&page.typed, &errors, ctx.lang).into_any();
    let found = page.outcome.as_ref().ok();
    let frame = Frame {
        filled_in: words.filled_in,
        before: found.map(|found| unmet(&found.unmet, words, ctx.lang)).into_any(),
        after: found.map(|found| basis(found, ctx.lang)).into_any(),
        ..Frame::new(words.title, page.origin, errors)
    };
    live(ctx, frame, found.map(|found| (&found.answer, &found.terms)), form)
}

fn unmet(gates: &[Gate], words: &'static Text, lang: Lang) -> Option<impl IntoView + use<>> {
    let reasons: Vec<_> = gates
        .iter()
        .map(|gate| view! { <li>{gate.worded(lang)}</li> })
        .collect();
    (!reasons.is_empty()).then(|| {
        view! { <Banner kind=BannerKind::Caution title=words.unmet><ul>{reasons}</ul></Banner> }
    })
}

/// The rules, with their documents; those nobody has verified say so.
fn basis(found: &Found, lang: Lang) -> impl IntoView + use<> {
    let format = &text(lang).format;
    let words = &text(lang).loan.afford;
    let limit = &found.limit;
    let most = words.fund_most.with_local([
        format.yuan(found.terms.offer.fund_most).into(),
        basis::rule(lang, &limit.basis),
    ]);
    let most = format
        .labelled
        .with_local([most, limit.working.worded(lang).into()]);
    let most = most
        .then(format.full_stop)
        .then(basis::sources(lang, limit.bases()));
    let unverified = (!limit.verified()).then(|| view! { " "<Unverified lang/> });
    let rows: Vec<_> = found
        .bases
        .iter()
        .map(|basis| {
            let unverified = (!basis.verified).then(|| view! { " "<Unverified lang/> });
            let cited = [basis::rule(lang, basis), basis::source(lang, basis)];
            view! { <li><Local text=format.labelled.with_local(cited)/>{unverified}</li> }
        })
        .collect();
    view! {
        <Details summary=words.basis>
            <p class="soft">{words.convention}</p>
            <ul><li><Local text=most/>{unverified}</li>{rows}</ul>
        </Details>
    }
}

fn fields(typed: &Typed<Field>, errors: &FormErrors, lang: Lang) -> impl IntoView + use<> {
    let inputs = Inputs::new(typed, errors, lang);
    let (words, shared, compare) = (inputs.words, &inputs.room.form, &inputs.room.compare);
    let slide = |field, least, most, step| {
        let value = Fen::parse_human(typed.get(field)).unwrap_or_default();
        inputs.slider(field, Slider::new(least, most, step, value))
    };
    view! {
        <form method="get" action=paths::AFFORD>
            {inputs.amount(Field::Savings, words.savings_hint)}
            {slide(Field::Savings, 0, 1_000_000, 10_000)}
            {inputs.amount(Field::Budget, words.budget_hint)}
            {slide(Field::Budget, 500, 15_000, 100)}
            {inputs.amount(Field::PerSquareMetre, None::<&str>)}
            {slide(Field::PerSquareMetre, 2_000, 20_000, 100)}
            {inputs.digits(Field::Years, shared.years_unit, words.years_hint)}
            {slide(Field::Years, 1, 30, 1)}
            {inputs.radios(Field::Market, named(Market::ALL.map(Market::code), words.markets))}
            {inputs.radios(Field::Bank, named([YES, NO], words.banks))}
            {inputs.decimal(Field::Points, compare.points_unit, compare.points_hint)}
            {inputs.radios(Field::Method, methods(shared))}
            <h2>{words.household}</h2>
            {household(&inputs)}
            <Button>{inputs.room.page.submit}</Button>
        </form>
    }
}

fn household(inputs: &Inputs<'_, Field>) -> impl IntoView + use<> {
    let (words, shared) = (inputs.words, &inputs.room.form);
    view! {
        {inputs.radios(Field::Home, worded(&Home::ALL, |member| member.code(), inputs.lang))}
        {inputs.radios(Field::Contributors, worded(&Contributors::ALL, |member| member.code(), inputs.lang))}
        {inputs.amount(Field::Balances, words.balances_hint)}
        {inputs.digits(Field::Children, words.children_unit, None::<&str>)}
        {inputs.digits(Field::MonthsContributed, shared.months_unit, None::<&str>)}
        {inputs.amount(Field::Income, words.income_hint)}
    }
}
