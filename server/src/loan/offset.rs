//! `/loan/offset`: the account repays the loan; the page and the JSON.

use std::sync::Arc;

use app::loan::form::Typed;
use app::loan::offset::{self, Field, Page, Repaid};
use app::text::Lang;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use fund::money::Fen;
use fund::offset::{Month, Run};
use serde::Serialize;
use utoipa::ToSchema;

use super::own_records::{OwnRecords, Source, due_day_unless_said, fill_rest, filled, first_day_to_come};
use super::pages::{status, todays_rate};
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;
use crate::store::error::StoreError;

/// How the form starts for everybody.
fn start(state: &AppState, lang: Lang) -> Typed<Field> {
    let rate = todays_rate(state).unwrap_or_default();
    offset::start(&rate, &state.edition.offset, state.clock.today(), lang)
}

/// What stands in the form, and what it gives.
async fn asked(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    blank: Typed<Field>,
) -> Result<Page, StoreError> {
    let edition = &state.edition;
    let own = OwnRecords::of(state, visitor).await?;
    let late = own.as_ref().is_some_and(OwnRecords::is_late);
    let own = own.and_then(|own| fill(start(state, visitor.lang), &own, first_day_to_come(state)));
    let rates = edition.dated_deposit_rates();
    let outcome = |typed: &_| Repaid::of(typed, &edition.offset, &rates, visitor.lang);
    let (typed, origin) = filled(blank, own, fields, |own| outcome(own).is_err());
    Ok(Page {
        outcome: outcome(&typed),
        typed,
        origin,
        rules: edition.offset.clone(),
        late,
    })
}

fn fill(start: Typed<Field>, own: &OwnRecords, from: NaiveDate) -> Option<Typed<Field>> {
    let rest = own.ahead()?;
    let account = own.account.as_ref()?;
    let loan = [Field::Principal, Field::Months, Field::AnnualRate, Field::Method];
    let typed = fill_rest(start, &rest, loan)
        .with(Field::FirstDue, rest.due.first().to_string())
        .with(Field::DueDay, due_day_unless_said(rest.due))
        .with(Field::From, from.to_string())
        .with(Field::Balance, account.balance.to_string())
        .with(Field::Monthly, account.monthly().to_string());
    Some(typed)
}

/// The page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let data = asked(&state, &visitor, &fields, start(&state, visitor.lang)).await?;
    let status = status(data.outcome.is_ok());
    let ctx = visitor.page(&state);
    Ok(render(status, move || offset::page(&ctx, data.clone())).await)
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OffsetAnswer {
    /// Out of the accounts.
    offset: OffsetRun,
    /// The same loan paid in cash, the accounts untouched.
    in_cash: OffsetRun,
    /// The last day of both.
    until: NaiveDate,
    /// The first due day on which the accounts do not pay the whole instalment; for `monthly`, absent when they always do.
    runs_dry_on: Option<NaiveDate>,
    /// What is more in the end, `loan_interest_saved` less `deposit_interest_forgone`; negative when it is less.
    gain: String,
    loan_interest_saved: String,
    deposit_interest_forgone: String,
    months_saved: usize,
    /// Month by month, out of the accounts.
    instalments: Vec<OffsetMonth>,
    rules: Vec<Source>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OffsetRun {
    /// Paid in cash, less what came back.
    cash: String,
    loan_interest: String,
    deposit_interest: String,
    /// In each account on the last day.
    accounts: [String; 2],
    /// The day of the last instalment.
    last_due: Option<NaiveDate>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OffsetMonth {
    number: u16,
    due_on: NaiveDate,
    payment: String,
    principal: String,
    interest: String,
    /// What each account pays of it.
    drawn: [String; 2],
    /// What each account pays back for earlier ones.
    refunded: [String; 2],
    /// Principal each account repays ahead.
    ahead: [String; 2],
    /// Negative when more comes back than is paid.
    cash: String,
    /// In each account at the close of the day.
    accounts: [String; 2],
    /// Still owed.
    balance: String,
}

fn texts(of_both: [Fen; 2]) -> [String; 2] {
    of_both.map(|fen| fen.to_string())
}

impl From<&Run> for OffsetRun {
    fn from(run: &Run) -> Self {
        Self {
            cash: run.cash.to_string(),
            loan_interest: run.loan_interest.to_string(),
            deposit_interest: run.deposit_interest.to_string(),
            accounts: texts(run.accounts),
            last_due: run.months.last().map(|month| month.due_on),
        }
    }
}

impl From<&Month> for OffsetMonth {
    fn from(month: &Month) -> Self {
        Self {
            number: month.instalment.number,
            due_on: month.due_on,
            payment: month.instalment.payment.to_string(),
            principal: month.instalment.principal.to_string(),
            interest: month.instalment.interest.to_string(),
            drawn: texts(month.drawn),
            refunded: texts(month.refunded),
            ahead: texts(month.ahead),
            cash: month.cash().to_string(),
            accounts: texts(month.accounts),
            balance: month.owed.to_string(),
        }
    }
}

impl OffsetAnswer {
    fn new(repaid: &Repaid, lang: Lang) -> Self {
        let both = &repaid.offset;
        Self {
            offset: (&both.offset).into(),
            in_cash: (&both.in_cash).into(),
            until: both.until,
            runs_dry_on: repaid.runs_dry().map(|month| month.due_on),
            gain: both.gain().to_string(),
            loan_interest_saved: both.loan_interest_saved().to_string(),
            deposit_interest_forgone: both.deposit_interest_forgone().to_string(),
            months_saved: both.months_saved(),
            instalments: both.offset.months.iter().map(OffsetMonth::from).collect(),
            rules: vec![Source::new(repaid.basis(), lang)],
        }
    }
}

/// A loan repaid out of one or two accounts, against the same loan paid in cash. For a signed-in person with a loan all may
/// be left out: it comes from account and loan.
#[utoipa::path(get, path = "/offset", tag = "loan", params(
    ("way" = String, Query, description = "`monthly`, `yearly_refund` or `yearly_principal`, as far as the centre offers it"),
    ("month" = Option<u8>, Query, description = "month of the yearly ways, 1–12"),
    ("keep" = Option<String>, Query, description = "for `yearly_principal`: `payment` or `term`"),
    ("principal" = String, Query, description = "owed, yuan"),
    ("months" = u16, Query, description = "instalments still to come, 1–360"),
    ("annual_rate" = String, Query, description = "percent a year"),
    ("method" = String, Query, description = "`level_payment` or `level_principal`"),
    ("first_due" = NaiveDate, Query, description = "the day the next instalment is due, at most two months after `from`"),
    ("due_day" = Option<u8>, Query, description = "day of the month instalments are due, 1–31; the day of `first_due` if left out"),
    ("balance" = String, Query, description = "in the first account at the beginning of `from`, yuan"),
    ("monthly" = String, Query, description = "contributed to it each month, both shares, yuan"),
    ("second_balance" = Option<String>, Query, description = "in the second account, yuan"),
    ("second_monthly" = Option<String>, Query, description = "contributed to it each month, yuan"),
    ("from" = NaiveDate, Query, description = "the first day"),
    ("day" = u8, Query, description = "day of the month contributions arrive, 1–31; they bear interest from that day on, that day counted"),
    ("floor" = Option<String>, Query, description = "what stays in each account, yuan")
), responses((status = 200, body = OffsetAnswer), (status = 422, body = Problem)))]
pub(crate) async fn json(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<OffsetAnswer>, Failure> {
    let data = asked(&state, &visitor, &fields, Typed::blank()).await?;
    let repaid = data.outcome.map_err(|errors| refused(&errors))?;
    Ok(Json(OffsetAnswer::new(&repaid, visitor.lang)))
}
