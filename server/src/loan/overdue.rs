//! `/loan/overdue`: what makes a late loan current; the page and the JSON.

use std::sync::Arc;

use app::loan::form::Typed;
use app::loan::overdue::{self, Arrears, Field, Page};
use app::text::Lang;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use fund::overdue::{Breakdown, Missed, OverdueState};
use serde::Serialize;
use utoipa::ToSchema;

use super::own_records::{OwnRecords, Source, due_day_unless_said, fill_rest, filled};
use super::pages::{status, todays_rate};
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;
use crate::store::error::StoreError;

/// What stands in the form, and what it gives.
async fn answer(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
    lang: Lang,
) -> Result<Page, StoreError> {
    let own = OwnRecords::of(state, visitor).await?;
    // A payment is never assumed, so what starts it does not matter.
    let own = own.and_then(|own| fill(Typed::blank(), &own, state));
    let rules = &state.edition.overdue;
    let (typed, origin) = filled(start, own, fields, |own| Arrears::of(own, rules, lang).is_err());
    Ok(Page {
        outcome: Arrears::of(&typed, rules, lang),
        typed,
        origin,
    })
}

/// The first unpaid instalment of the centre's books. What was due after their last day may have been paid since: so the
/// question is asked of today only where something was unpaid by then.
fn fill(blank: Typed<Field>, own: &OwnRecords, state: &AppState) -> Option<Typed<Field>> {
    let rest = own.unpaid()?;
    let today = state.clock.today();
    let on = match state.data_as_of() {
        Some(known) if rest.due.first() > known => today.min(known),
        _ => today,
    };
    let loan = [Field::Principal, Field::Months, Field::AnnualRate, Field::Method];
    let typed = fill_rest(blank, &rest, loan)
        .with(Field::FirstDue, rest.due.first().to_string())
        .with(Field::DueDay, due_day_unless_said(rest.due))
        .with(Field::On, on.to_string());
    Some(typed)
}

/// The page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let rate = todays_rate(&state).unwrap_or_default();
    let ctx = visitor.page(&state);
    let start = overdue::start(&rate, state.clock.today(), ctx.lang);
    let page = answer(&state, &visitor, &fields, start, ctx.lang).await?;
    let status = status(page.outcome.is_ok());
    Ok(render(status, move || overdue::page(&ctx, page.clone())).await)
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverdueLoan {
    /// The day asked for.
    on: NaiveDate,
    /// What makes the loan current on it, before anything is paid.
    needed: OverdueParts,
    /// What each further day costs before anything is paid, rounded to the fen.
    penalty_a_day: String,
    /// Percent a year.
    penalty_rate: String,
    /// What `amount` is taken for; absent when none was given.
    paid: Option<OverdueParts>,
    /// What is still missing after it.
    missing: String,
    /// What is kept for the next instalment.
    excess: String,
    /// Nothing due is unpaid after it.
    current: bool,
    /// The next instalment to come; absent when all are due.
    next: Option<OverdueNext>,
    /// Every instalment that was due by then, after the payment.
    instalments: Vec<OverdueInstalment>,
    rules: Vec<Source>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverdueParts {
    total: String,
    penalty: String,
    interest: String,
    principal: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverdueNext {
    due_on: NaiveDate,
    payment: String,
    /// Of it, what is still to be paid after what is kept for it.
    to_pay: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverdueInstalment {
    /// 1 for the first unpaid one.
    number: u16,
    due_on: NaiveDate,
    days: u32,
    charged: OverdueParts,
    paid: OverdueParts,
}

impl From<Breakdown> for OverdueParts {
    fn from(parts: Breakdown) -> Self {
        Self {
            total: parts.sum().to_string(),
            penalty: parts.penalty.to_string(),
            interest: parts.interest.to_string(),
            principal: parts.principal.to_string(),
        }
    }
}

impl From<&Missed> for OverdueInstalment {
    fn from(missed: &Missed) -> Self {
        Self {
            number: missed.number,
            due_on: missed.due_on,
            days: missed.days,
            charged: missed.charged.into(),
            paid: missed.paid.into(),
        }
    }
}

impl OverdueLoan {
    fn new(arrears: &Arrears, lang: Lang) -> Self {
        let before = &arrears.before;
        let after: &OverdueState = arrears.after.as_ref().unwrap_or(before);
        Self {
            on: before.on,
            needed: before.needed().into(),
            penalty_a_day: before.next_day.rounded().to_string(),
            penalty_rate: arrears.penalty_rate(),
            paid: arrears.after.as_ref().map(|after| after.paid().into()),
            missing: after.needed().sum().to_string(),
            excess: after.excess.to_string(),
            current: after.is_current(),
            next: after.next.map(|next| OverdueNext {
                due_on: next.on,
                payment: next.amount.to_string(),
                to_pay: after.next_to_pay().unwrap_or(next.amount).to_string(),
            }),
            instalments: after.missed.iter().map(OverdueInstalment::from).collect(),
            rules: arrears
                .bases()
                .iter()
                .map(|basis| Source::new(basis, lang))
                .collect(),
        }
    }
}

/// What makes an overdue loan current on a day, and what a payment is taken for. For a signed-in person with a loan, all may
/// be left out: it comes from the loan's file.
#[utoipa::path(get, path = "/overdue", tag = "loan", params(
    ("principal" = String, Query, description = "owed after the last instalment that was paid, yuan"),
    ("months" = u16, Query, description = "instalments still to come, the unpaid ones included, 1–360"),
    ("annual_rate" = String, Query, description = "the contract's, percent a year"),
    ("method" = String, Query, description = "`level_payment` or `level_principal`"),
    ("first_due" = NaiveDate, Query, description = "the day the first unpaid instalment was due"),
    ("due_day" = Option<u8>, Query, description = "day of the month instalments are due, 1–31; the day of `first_due` if left out"),
    ("on" = NaiveDate, Query, description = "the day asked for"),
    ("amount" = Option<String>, Query, description = "what is paid on that day, yuan")
), responses((status = 200, body = OverdueLoan), (status = 422, body = Problem)))]
pub(crate) async fn json(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<OverdueLoan>, Failure> {
    let page = answer(&state, &visitor, &fields, Typed::blank(), visitor.lang).await?;
    let arrears = page.outcome.map_err(|errors| refused(&errors))?;
    Ok(Json(OverdueLoan::new(&arrears, visitor.lang)))
}
