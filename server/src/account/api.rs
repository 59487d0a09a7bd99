//! The account room for programs.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::{SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use fund::identity::IdNumber;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::identity::{self, Refused};
use super::pages::LedgerQuery;
use super::view;
use crate::clock::shanghai;
use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::json::JsonBody;
use crate::http::limit::Wait;
use crate::http::problem::{FieldProblem, Problem};
use crate::http::visitor::Visitor;
use crate::seal::PersonKey;
use crate::state::AppState;

/// Lines in one answer, unless asked otherwise.
const LIMIT: u16 = 20;
/// Lines in one answer at most.
const LIMIT_MAX: u16 = 100;

#[derive(OpenApi)]
#[openapi(paths(sign_in, sign_out, account, entries))]
pub(crate) struct Api;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// Identity number, 18 characters.
    id_number: String,
    password: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    /// The person's name, all but its first character hidden.
    name_masked: String,
    /// When the session ends, however much it is used (RFC 3339, +08:00).
    expires_at: String,
}

/// Signs in; the session's cookie comes with the answer.
#[utoipa::path(post, path = "/session", tag = "account", request_body = SignIn, responses(
    (status = 201, body = Session), (status = 401, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)
))]
pub(crate) async fn sign_in(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    JsonBody(body): JsonBody<SignIn>,
) -> Result<Response, Response> {
    let number = IdNumber::parse(&body.id_number).map_err(|error| {
        Problem::fields(vec![FieldProblem::new("id_number", error.to_string())]).into_response()
    })?;
    let device = identity::device_label(headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()));
    let old = visitor.signed_in.map(|session| session.token);
    let opened = identity::sign_in(&state, visitor.address, &number, body.password, old, device).await;
    let opened = opened.map_err(|refused| match refused {
        Refused::WrongPair => Problem::new(StatusCode::UNAUTHORIZED, "身份证号或密码不对。").into_response(),
        Refused::TooMany(Wait(seconds)) => {
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "试的次数太多，请稍后再试。")
                .retry_after(seconds)
                .into_response()
        }
        Refused::Failed(failure) => failure.into_response(),
    })?;
    let account = state
        .store
        .account(opened.person)
        .await
        .map_err(|error| Failure::from(error).into_response())?;
    let session = Session {
        name_masked: account
            .map(|account| view::mask_name(&account.name))
            .unwrap_or_default(),
        expires_at: shanghai(opened.expires_at).to_rfc3339(),
    };
    let mut response = (StatusCode::CREATED, Json(session)).into_response();
    if let Some(cookie) = Cookie::Session.set(&opened.token, None, state.config.secure()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Signs out.
#[utoipa::path(delete, path = "/session", tag = "account", responses((status = 204)))]
pub(crate) async fn sign_out(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    if let Some(session) = visitor.signed_in {
        state.store.close_session(&session.token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = Cookie::Session.clear(state.config.secure()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

#[expect(
    clippy::struct_field_names,
    reason = "`account_no` is the interface's name for it"
)]
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    account_no: String,
    /// Code of the status: `normal`, `sealed`, `frozen`, …
    status: &'static str,
    status_label: &'static str,
    /// Yuan, as all amounts.
    balance: String,
    carried_over: String,
    this_year: String,
    base: String,
    member_monthly: String,
    employer_monthly: String,
    monthly_total: String,
    employer: String,
    name_masked: String,
    id_masked: String,
    phone_masked: Option<String>,
    /// Last month paid for, `YYYY-MM`.
    paid_until: Option<String>,
    opened_on: NaiveDate,
    /// The day at whose close the figures stood so.
    as_of: Option<NaiveDate>,
}

/// The signed-in person's account.
#[utoipa::path(get, path = "/account", tag = "account", responses(
    (status = 200, body = Account), (status = 401, body = Problem), (status = 404, body = Problem)
))]
pub(crate) async fn account(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Json<Account>, Response> {
    let person = person(&visitor)?;
    let account = state
        .store
        .account(person)
        .await
        .map_err(|error| Failure::from(error).into_response())?;
    let account = account.ok_or_else(|| Failure::NotFound.into_response())?;
    Ok(Json(Account {
        account_no: account.account_no.to_string(),
        status: account.status.name(),
        status_label: account.status.label(),
        balance: account.balance.to_string(),
        carried_over: account.carried_over.to_string(),
        this_year: account.this_year.to_string(),
        base: account.base.to_string(),
        member_monthly: account.member_monthly.to_string(),
        employer_monthly: account.employer_monthly.to_string(),
        monthly_total: (account.member_monthly + account.employer_monthly).to_string(),
        name_masked: view::mask_name(&account.name),
        id_masked: view::mask_paper(&account.paper),
        phone_masked: account.phone.as_ref().map(fund::identity::Phone::masked),
        paid_until: account
            .paid_until
            .map(|month| month.first_day().format("%Y-%m").to_string()),
        opened_on: account.opened_on,
        as_of: state.data_as_of(),
        employer: account.employer,
    }))
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Entries {
    entries: Vec<Entry>,
    /// Give this as `before` for the lines that follow; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Entry {
    date: NaiveDate,
    /// Code of the kind: `remittance`, `interest`, `partial_withdrawal`, …
    kind: &'static str,
    /// Effect on the balance: money in is positive.
    amount: String,
    /// Balance after it.
    balance: String,
}

/// Lines of the ledger, newest first.
#[utoipa::path(get, path = "/account/entries", tag = "account", params(
    ("limit" = Option<u16>, Query, description = "1–100, 20 unless given"),
    ("before" = Option<String>, Query, description = "`next` of an earlier answer"),
    ("kind" = Option<String>, Query, description = "code of a kind"),
    ("year" = Option<i32>, Query, description = "calendar year")
), responses((status = 200, body = Entries), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn entries(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Json<Entries>, Response> {
    let person = person(&visitor)?;
    let asked = LedgerQuery::parse(&query);
    let mut errors: Vec<_> = asked
        .bad
        .into_iter()
        .map(|field| FieldProblem::new(field, "没有这个值，请检查"))
        .collect();
    let limit = match query.get("limit") {
        "" => Some(LIMIT),
        text => text.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)),
    };
    let Some(limit) = limit.filter(|_| errors.is_empty()) else {
        if limit.is_none() {
            errors.push(FieldProblem::new("limit", format!("1 到 {LIMIT_MAX}")));
        }
        return Err(Problem::fields(errors).into_response());
    };
    let page = state
        .store
        .entries(person, asked.filter, asked.before, limit)
        .await;
    let page = page.map_err(|error| Failure::from(error).into_response())?;
    let entry = |entry: &super::store::Entry| Entry {
        date: entry.booked_on,
        kind: entry.kind.name(),
        amount: entry.amount.to_string(),
        balance: entry.balance.to_string(),
    };
    Ok(Json(Entries {
        entries: page.lines.iter().map(entry).collect(),
        next: page.next.map(|line| line.to_string()),
    }))
}

/// The person, or 401: a program is not sent to the sign-in page.
pub(crate) fn person(visitor: &Visitor) -> Result<PersonKey, Response> {
    visitor
        .signed_in
        .map(|session| session.person)
        .ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())
}
