//! The page `/loan/afford`: the highest price that savings and a monthly budget carry.
//!
//! The terms for the household come from the centre's rules, which only the server has; it leaves them on the page
//! ([`Terms`]), and with them the browser follows the sliders. When the household itself changes, the form is sent.

mod answer;
mod form;
mod terms;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use fund::{
    costs::Market,
    quota::{Basis, Contributors, Gate, Home, Limit},
};
use leptos::prelude::*;

pub use self::{
    answer::{Affordable, MOVES},
    form::{Asked, Field, Household, read, start},
    terms::{NotTerms, Terms, household_of},
};
use super::{
    estimate::Origin,
    inputs::{Inputs, Slider},
    live::{Answer, answered},
    sheet::Typed,
};
use crate::{
    components::{BackLink, Banner, BannerKind, Button, Choice, Details, ErrorSummary, Unverified},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{
        format,
        loan::{Text as Room, afford::ZH_CN as WORDS, compare::ZH_CN as COMPARE},
        text,
    },
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/afford";
/// Id of the element whose `value` is the [`Terms`].
const TERMS: &str = "afford-terms";

/// The page's data.
#[derive(Clone, Debug)]
pub struct Afford {
    /// The fields as they were typed.
    pub typed: Typed<Field>,
    /// Where they come from.
    pub origin: Origin,
    /// The answer with what it rests on, or what must be corrected first.
    pub outcome: Result<Found, FormErrors>,
}

/// The answer, and what it rests on.
#[derive(Clone, Debug)]
pub struct Found {
    /// The answer.
    pub answer: Affordable,
    /// On which terms.
    pub terms: Terms,
    /// The conditions for a fund loan that are not met.
    pub unmet: Vec<Gate>,
    /// The limit that decides how much the fund lends.
    pub limit: Limit,
    /// The rules behind the down payment, and behind taxes and fees.
    pub bases: Vec<Basis>,
}

/// What the form as typed gives; nothing while something in it is wrong, or when the household has changed.
#[cfg(feature = "hydrate")]
pub(super) fn answer(typed: &Typed<Field>) -> Option<Affordable> {
    use wasm_bindgen::JsCast;
    let element = leptos::prelude::document().get_element_by_id(TERMS)?;
    let line = element.dyn_into::<web_sys::HtmlInputElement>().ok()?.value();
    let terms: Terms = line.parse().ok()?;
    if terms.household != household_of(typed) {
        return None;
    }
    Affordable::new(&read(typed).ok()?, &terms)
}

/// The page.
pub fn page(ctx: &PageContext, data: Afford) -> impl IntoView + use<> {
    let Afford {
        typed,
        origin,
        outcome,
    } = data;
    let (found, errors) = match outcome {
        Ok(found) => (Some(found), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let head = Head::new(WORDS.title).refused(found.is_none());
    let head = if found.is_some() { head.island() } else { head };
    let line = found.as_ref().map(|found| found.terms.to_string());
    let room = &text(ctx.lang).loan;
    let form = fields(&typed, &errors, line, room);
    let answer = found.as_ref().map(|found| &found.answer as &dyn Answer);
    let unmet = found.as_ref().map(|found| unmet(&found.unmet));
    let basis = found.as_ref().map(basis);
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors lang=ctx.lang/>
        <h1>{WORDS.title}</h1>
        {origin.note(WORDS.filled_in)}
        {unmet}
        {answered(PATH, answer, form)}
        {basis}
        <p class="soft">{room.page.share}</p>
    };
    document(ctx, head, body)
}

fn unmet(gates: &[Gate]) -> Option<impl IntoView + use<>> {
    let reasons: Vec<_> = gates
        .iter()
        .map(|gate| view! { <li>{gate.reason.clone()}</li> })
        .collect();
    (!reasons.is_empty()).then(|| {
        view! { <Banner kind=BannerKind::Caution title=WORDS.unmet><ul>{reasons}</ul></Banner> }
    })
}

/// The rules, with their documents; those nobody has verified say so.
fn basis(found: &Found) -> impl IntoView + use<> {
    let limit = &found.limit;
    let most = (WORDS.fund_most)(&format::yuan(found.terms.offer.fund_most), &limit.rule);
    let working = limit.working.to_string();
    let source = view! { {limit.source.clone()} {(!limit.verified).then(|| view! { " "<Unverified/> })} };
    let rows: Vec<_> = found
        .bases
        .iter()
        .map(|basis| {
            let unverified = (!basis.verified).then(|| view! { " "<Unverified/> });
            view! { <li>{basis.rule.clone()}"："{basis.source()}{unverified}</li> }
        })
        .collect();
    view! {
        <Details summary=WORDS.basis>
            <p class="soft">{WORDS.convention}</p>
            <ul><li>{most}"："{working}"。"{source}</li>{rows}</ul>
        </Details>
    }
}

fn fields(
    typed: &Typed<Field>,
    errors: &FormErrors,
    terms: Option<String>,
    room: &'static Room,
) -> impl IntoView + use<> {
    let inputs = Inputs {
        typed,
        errors,
        words: &WORDS,
    };
    let markets = named(Market::ALL.map(Market::code), WORDS.markets);
    let banks = named([form::YES, form::NO], WORDS.banks);
    let household = household(&inputs, room);
    let slide = |field, least, most, step| inputs.slider(field, slider(typed, field, least, most, step));
    view! {
        <form method="get" action=PATH>
            {inputs.amount(Field::Savings, WORDS.savings_hint)}
            {slide(Field::Savings, "0", "1000000", "10000")}
            {inputs.amount(Field::Budget, WORDS.budget_hint)}
            {slide(Field::Budget, "500", "15000", "100")}
            {inputs.amount(Field::PerSquareMetre, None::<&str>)}
            {slide(Field::PerSquareMetre, "2000", "20000", "100")}
            {inputs.digits(Field::Years, WORDS.years_unit, WORDS.years_hint)}
            {slide(Field::Years, "1", "30", "1")}
            {inputs.radios(Field::Market, markets)}
            {inputs.radios(Field::Bank, banks)}
            {inputs.decimal(Field::Points, COMPARE.points_unit, COMPARE.points_hint)}
            {inputs.radios(Field::Method, super::asked::methods(&room.form))}
            <h2>{WORDS.household}</h2>
            {household}
            {terms.map(|terms| view! { <input type="hidden" id=TERMS value=terms/> })}
            <Button>{room.page.submit}</Button>
        </form>
    }
}

fn household(inputs: &Inputs<'_, Field>, room: &'static Room) -> impl IntoView + use<> {
    let homes = Home::ALL
        .iter()
        .map(|home| Choice::new(home.code(), home.label()));
    let contributors = Contributors::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.label()));
    view! {
        {inputs.radios(Field::Home, homes.collect())}
        {inputs.radios(Field::Contributors, contributors.collect())}
        {inputs.amount(Field::Balances, WORDS.balances_hint)}
        {inputs.digits(Field::Children, WORDS.children_unit, None::<&str>)}
        {inputs.digits(Field::MonthsContributed, room.form.months_unit, None::<&str>)}
        {inputs.amount(Field::Income, WORDS.income_hint)}
    }
}

fn named<const N: usize>(codes: [&'static str; N], labels: [&'static str; N]) -> Vec<Choice> {
    let pairs = codes.into_iter().zip(labels);
    pairs.map(|(code, label)| Choice::new(code, label)).collect()
}

fn slider(typed: &Typed<Field>, field: Field, least: &str, most: &str, step: &str) -> Slider {
    let value = fund::money::Fen::parse_human(typed.get(field)).unwrap_or_default();
    Slider {
        least: least.to_owned(),
        most: most.to_owned(),
        step: step.to_owned(),
        value: value.to_string(),
    }
}
