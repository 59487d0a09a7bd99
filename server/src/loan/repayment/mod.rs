//! What a given loan costs: the page, its printed form, the JSON, and the files to keep it in. All from one [`Costs`].

mod due_calendar;
mod table;
mod workbook;

use std::sync::Arc;

use app::address::encoded;
use app::form::FormErrors;
use app::loan::answer::Live as _;
use app::loan::form::Typed;
use app::loan::page::Origin;
use app::loan::repayment::{self, Costs, Field, Page, RatesToday, print};
use app::text::{Lang, text};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use fund::months::Months;
use fund::quota::Home;
use fund::repayment::Instalment;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use super::own_records;
use super::pages::status;
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::language::Language;
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// `/loan/repayment`.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Response {
    let data = filled(&state, &fields, visitor.lang);
    let status = status(data.outcome.is_ok());
    let ctx = visitor.page(&state);
    render(status, move || repayment::page(&ctx, data.clone())).await
}

/// `/loan/repayment/print`: the whole table, or the form when something in it is wrong.
pub(crate) async fn print(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Response {
    let data = filled(&state, &fields, visitor.lang);
    let ctx = visitor.page(&state);
    if let Ok(costs) = data.outcome {
        return render(StatusCode::OK, move || print::page(&ctx, &costs)).await;
    }
    let page = move || repayment::page(&ctx, data.clone());
    render(StatusCode::UNPROCESSABLE_ENTITY, page).await
}

/// The form with what was sent, over an example at today's rates.
fn filled(state: &AppState, fields: &Fields, lang: Lang) -> Page {
    let today = rates_today(state);
    let (typed, origin) = typed(fields, today, lang);
    Page {
        outcome: Costs::of(&typed, &(), lang),
        typed,
        origin,
        today,
    }
}

/// What was typed; what was not is filled in with an example at today's rates.
fn typed(fields: &Fields, today: Option<RatesToday>, lang: Lang) -> (Typed<Field>, Origin) {
    let (rate, bank) = today.map_or_else(Default::default, |today| {
        // A rate depends on the term, so that of the term typed is offered.
        let months = fields.get("months").parse().unwrap_or(Months::MAX);
        (today.first.of(months).to_string(), today.prime.to_string())
    });
    own_records::typed(repayment::start(&rate, &bank, lang), fields)
}

/// What loans cost today; nothing before the first rate on record.
pub(super) fn rates_today(state: &AppState) -> Option<RatesToday> {
    let (edition, today) = (&state.edition, state.clock.today());
    Some(RatesToday {
        first: edition.term_rates(Home::First, today)?,
        second: edition.term_rates(Home::Second, today)?,
        prime: edition.prime_rate(today)?.rate,
    })
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Repayment {
    first_payment: String,
    last_payment: String,
    total_interest: String,
    total_paid: String,
    /// The day the last instalment is due, where `granted_on` was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pays_off_on: Option<NaiveDate>,
    /// Days of the first period, where its interest is counted by days.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_period_days: Option<u32>,
    /// Both loans by themselves, the fund's first, where a bank lends too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<RepaymentPart>,
    instalments: Vec<RepaymentMonth>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RepaymentPart {
    first_payment: String,
    last_payment: String,
    total_interest: String,
    total_paid: String,
    months: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RepaymentMonth {
    number: u16,
    payment: String,
    principal: String,
    interest: String,
    balance: String,
    /// Where `granted_on` was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_on: Option<NaiveDate>,
}

impl RepaymentMonth {
    fn new(month: &Instalment, due_on: Option<NaiveDate>) -> Self {
        Self {
            number: month.number,
            payment: month.payment.to_string(),
            principal: month.principal.to_string(),
            interest: month.interest.to_string(),
            balance: month.balance.to_string(),
            due_on,
        }
    }
}

impl From<&Instalment> for RepaymentMonth {
    /// A month whose day nobody has asked for.
    fn from(month: &Instalment) -> Self {
        Self::new(month, None)
    }
}

/// What describes a schedule, for programs. It is read as the page's form is.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described")]
pub(crate) struct RepaymentParameters {
    /// amount lent, yuan
    principal: String,
    /// 1–360
    months: u16,
    /// percent a year, such as 3.25
    annual_rate: String,
    /// `level_payment` or `level_principal`
    method: String,
    /// day of granting; gives each instalment its day. Needed for the calendar
    granted_on: Option<NaiveDate>,
    /// 1–31, the month's last day where it has none; that of granting when left out
    due_day: Option<u8>,
    /// interest of the first period: `whole_month` (default) or `by_days` (annual rate / 360 × days)
    first_period: Option<String>,
    /// lent by a bank beside it, yuan
    bank_principal: Option<String>,
    /// as `months` when left out
    bank_months: Option<u16>,
    /// percent a year; required with `bank_principal`
    bank_annual_rate: Option<String>,
    /// as `method` when left out
    bank_method: Option<String>,
}

/// What a loan costs, month by month; with a bank's loan beside it, both together.
#[utoipa::path(get, path = "/repayment", tag = "loan", params(RepaymentParameters), responses((status = 200, body = Repayment), (status = 422, body = Problem)))]
pub(crate) async fn json(
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Json<Repayment>, Failure> {
    Ok(Json(Repayment::from(&costs(&fields, lang)?)))
}

/// What a program asked for; nothing is assumed for it.
fn costs(fields: &Fields, lang: Lang) -> Result<Costs, Failure> {
    let typed = Typed::blank().sent(|name| fields.find(name));
    Costs::of(&typed, &(), lang).map_err(|errors| refused(&errors))
}

impl From<&Costs> for Repayment {
    fn from(costs: &Costs) -> Self {
        let schedule = &costs.schedule;
        let part = |part: &fund::repayment::Schedule| RepaymentPart {
            first_payment: part.first_payment().to_string(),
            last_payment: part.last_payment().to_string(),
            total_interest: part.total_interest.to_string(),
            total_paid: part.total_paid.to_string(),
            months: part.instalments.len(),
        };
        let days = costs.due.iter().copied().map(Some).chain(std::iter::repeat(None));
        let months = schedule.instalments.iter().zip(days);
        Self {
            first_payment: schedule.first_payment().to_string(),
            last_payment: schedule.last_payment().to_string(),
            total_interest: schedule.total_interest.to_string(),
            total_paid: schedule.total_paid.to_string(),
            pays_off_on: costs.due.last().copied(),
            first_period_days: costs.first_period.map(|(days, _)| days),
            parts: costs
                .parts
                .iter()
                .filter(|_| costs.parts.len() > 1)
                .map(part)
                .collect(),
            instalments: months
                .map(|(month, due_on)| RepaymentMonth::new(month, due_on))
                .collect(),
        }
    }
}

/// The same table for a spreadsheet: UTF-8 with its mark, comma separated.
#[utoipa::path(get, path = "/repayment.csv", tag = "loan", params(RepaymentParameters),
    responses((status = 200, content_type = "text/csv"), (status = 422, body = Problem)))]
pub(crate) async fn csv(
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let costs = costs(&fields, lang)?;
    let file = table::csv(&costs, lang).map_err(|error| internal(&error))?;
    Ok(attachment("text/csv; charset=utf-8", "csv", file, lang))
}

/// The same table as a workbook of Excel.
#[utoipa::path(get, path = "/repayment.xlsx", tag = "loan", params(RepaymentParameters),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 422, body = Problem)))]
pub(crate) async fn xlsx(
    State(state): State<Arc<AppState>>,
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let costs = costs(&fields, lang)?;
    let today = state.clock.today();
    // It takes milliseconds, during which the thread would answer nobody else.
    let file = tokio::task::spawn_blocking(move || workbook::xlsx(&costs, today, lang)).await;
    let file = file
        .map_err(|error| internal(&error))?
        .map_err(|error| internal(&error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(attachment(kind, "xlsx", file, lang))
}

/// The due days for a calendar (RFC 5545), each with what is to be paid. `granted_on` is required.
#[utoipa::path(get, path = "/repayment.ics", tag = "loan", params(RepaymentParameters),
    responses((status = 200, content_type = "text/calendar"), (status = 422, body = Problem)))]
pub(crate) async fn ics(
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let costs = costs(&fields, lang)?;
    let Some(dates) = costs.loans.dates else {
        let reason = text(lang).loan.repayment.answer.no_calendar;
        return Err(refused(&FormErrors::one("granted_on", reason)));
    };
    let file = due_calendar::ics(&costs, dates, lang);
    Ok(attachment(
        "text/calendar; charset=utf-8",
        "ics",
        file.into_bytes(),
        lang,
    ))
}

fn internal(error: &dyn std::fmt::Display) -> Failure {
    Failure::Internal(format!("a schedule could not be written: {error}"))
}

/// A file to be saved under the table's name.
fn attachment(kind: &'static str, extension: &str, file: Vec<u8>, lang: Lang) -> Response {
    // The name as RFC 8187 writes it; the plain one for those that do not read it.
    let name = encoded(text(lang).loan.repayment.print.title);
    let disposition =
        format!("attachment; filename=\"repayment.{extension}\"; filename*=UTF-8''{name}.{extension}");
    let mut response = file.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
