//! The page `/loan`: how much may be borrowed and what it costs, then the form it rests on.

use leptos::prelude::*;

use super::{
    answer::Slider,
    asked::fields,
    form::Field,
    result::{Answer, beneath, result},
    sheet::{FormField, Typed},
};
use crate::{
    components::{Button, ErrorSummary, Keypad, LinkItem, LinkList, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{Lang, loan::Text, text},
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An example: nothing was typed at all.
    Example,
    /// The person's own account.
    Account,
    /// The person's own account but for these fields, by their labels: what it holds the form would refuse.
    AccountBut(Vec<&'static str>),
    /// The address.
    Address,
}

impl Origin {
    /// The line that says so at the top of a page: nobody should take an example's figures for their own. Nothing is said of
    /// what somebody typed.
    pub(super) fn note(&self, filled_in: &'static str) -> impl IntoView + use<> {
        let page = &text(Lang::ZhCn).loan.page;
        let hint = match self {
            Self::Example => Some(page.example.to_owned()),
            Self::Account => Some(filled_in.to_owned()),
            Self::AccountBut(fields) => Some((page.not_filled_in)(&fields.join("、"))),
            Self::Address => None,
        };
        hint.map(|hint| view! { <p class="soft">{hint}</p> })
    }
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
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.page.title}</h1>
        <form class="estimate" method="get" action=PATH>
            {origin.note(words.page.filled_in)}
            {top}
            <h2>{words.page.form}</h2>
            {fields(&typed, &errors, words)}
            <Button>{words.page.submit}</Button>
        </form>
        {below}
        <p class="soft">{words.page.share}</p>
        <LinkList items=vec![
            LinkItem::new(super::repayment::PATH, words.page.to_repayment),
            LinkItem::new(super::afford::PATH, words.page.to_afford),
            LinkItem::new(super::compare::PATH, words.page.to_compare),
            LinkItem::new(super::prepayment::PATH, words.page.to_prepayment),
            LinkItem::new(super::existing::PATH, words.page.to_existing),
            LinkItem::new(super::offset::PATH, words.page.to_offset),
            LinkItem::new(super::contribution::PATH, words.page.to_contribution),
            LinkItem::new(super::overdue::PATH, words.page.to_overdue),
            LinkItem::new(super::rates::PATH, words.page.to_rates),
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
