//! The account room for programs.

use std::sync::Arc;

use app::account::signin;
use app::text::problem::Account as Words;
use app::text::{Lang, Worded as _, text};
use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::identity::{self, SignInRefused};
use super::pages::LedgerQuery;
use super::store::MemberAccount;
use super::view;
use crate::clock::shanghai;
use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::json::JsonBody;
use crate::http::problem::Problem;
use crate::http::rejection::FieldProblem;
use crate::http::rejection::Rejection;
use crate::http::security;
use crate::http::visitor::Visitor;
use crate::state::AppState;
use fund::records::{AccountEntry, Paper, PaperKind};

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
    /// Number of the paper: of an identity card, 18 characters.
    id_number: String,
    password: String,
    /// Which paper: `identity_card` unless given, `officer_card`, `passport`, `permanent_resident`, `other`.
    paper: Option<String>,
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
) -> Result<Response, Failure> {
    let words = &text(visitor.lang).problem.account;
    let paper = paper(&body, words)?;
    let old = visitor.signed_in.map(|session| session.token);
    let opened = identity::sign_in(&state, visitor.address, &paper, body.password, old, &headers).await;
    let opened = opened.map_err(|refused| match refused {
        SignInRefused::WrongPair => Rejection::new(StatusCode::UNAUTHORIZED, words.wrong_pair).into(),
        SignInRefused::TooMany(wait) => Rejection::too_many(wait, words.too_many_tries).into(),
        SignInRefused::Failed(failure) => failure,
    })?;
    let account = state.store.account(opened.person).await?;
    let session = Session {
        name_masked: account.map(|held| held.member.name.masked()).unwrap_or_default(),
        expires_at: shanghai(opened.expires_at).to_rfc3339(),
    };
    let mut response = (StatusCode::CREATED, Json(session)).into_response();
    for cookie in opened.cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

fn paper(body: &SignIn, words: &Words) -> Result<Paper, Rejection> {
    let name = body.paper.as_deref().unwrap_or(PaperKind::IdentityCard.name());
    let kind =
        PaperKind::from_name(name).ok_or_else(|| Rejection::field(signin::PAPER, words.unknown_paper))?;
    Paper::parse(kind, &body.id_number)
        .map_err(|error| Rejection::field(signin::ID_NUMBER, error.to_string()))
}

/// Signs out.
#[utoipa::path(delete, path = "/session", tag = "account", responses((status = 204)))]
pub(crate) async fn sign_out(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    if let Some(session) = visitor.signed_in {
        state.store.close_session(&session.token).await?;
        security::sessions_closed(&state, visitor.address, session.person, 1);
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
    status_label: String,
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
    /// All the person's accounts, this one first.
    accounts: Vec<OneAccount>,
    /// The balances of all of them.
    total_balance: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneAccount {
    account_no: String,
    /// Contributions, months and quota are those of this account; of the others only the balance counts.
    in_use: bool,
    /// Code of the status: `normal`, `sealed`, `frozen`, …
    status: &'static str,
    status_label: String,
    balance: String,
    employer: String,
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
}

impl OneAccount {
    fn new(
        MemberAccount {
            account, employer, ..
        }: &MemberAccount,
        in_use: bool,
        lang: Lang,
    ) -> Self {
        Self {
            account_no: account.account_no.to_string(),
            in_use,
            status: account.status.name(),
            status_label: account.status.worded(lang),
            balance: account.balance.to_string(),
            employer: employer.clone(),
            opened_on: account.opened_on,
            closed_on: account.closed_on,
        }
    }
}

/// The signed-in person's account: of several the one in use, with all of them in `accounts`.
#[utoipa::path(get, path = "/account", tag = "account", responses(
    (status = 200, body = Account), (status = 401, body = Problem), (status = 404, body = Problem)
))]
pub(crate) async fn account(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Json<Account>, Failure> {
    let person = visitor.person()?;
    let accounts = state.store.accounts(person).await?;
    let MemberAccount {
        account,
        member,
        employer,
        ..
    } = accounts.first().ok_or(Failure::NotFound)?;
    Ok(Json(Account {
        account_no: account.account_no.to_string(),
        status: account.status.name(),
        status_label: account.status.worded(visitor.lang),
        balance: account.balance.to_string(),
        carried_over: account.carried_over.to_string(),
        this_year: account.this_year.to_string(),
        base: account.base.to_string(),
        member_monthly: account.member_monthly.to_string(),
        employer_monthly: account.employer_monthly.to_string(),
        monthly_total: account.monthly().to_string(),
        name_masked: member.name.masked(),
        id_masked: member.paper.masked(),
        phone_masked: member.phone.as_ref().map(fund::identity::Phone::masked),
        paid_until: account
            .paid_until
            .map(|month| month.first_day().format("%Y-%m").to_string()),
        opened_on: account.opened_on,
        as_of: state.data_as_of(),
        employer: employer.clone(),
        total_balance: view::together(&accounts).to_string(),
        accounts: (0..)
            .zip(&accounts)
            .map(|(at, account)| OneAccount::new(account, at == 0, visitor.lang))
            .collect(),
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
    /// Whether it undoes an earlier line (冲正).
    reversal: bool,
}

/// Lines of the ledger, newest first.
#[utoipa::path(get, path = "/account/entries", tag = "account", params(
    ("limit" = Option<u16>, Query, description = "1–100, 20 unless given"),
    ("before" = Option<String>, Query, description = "`next` of an earlier answer"),
    ("kind" = Option<String>, Query, description = "code of a kind"),
    ("year" = Option<i32>, Query, description = "calendar year"),
    ("account" = Option<u8>, Query, description = "place of the account among `accounts` of `/account`, from 1; the one in use unless given")
), responses((status = 200, body = Entries), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn entries(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Json<Entries>, Failure> {
    let person = visitor.person()?;
    let words = &text(visitor.lang).problem.account;
    let asked = LedgerQuery::parse(&query);
    let mut errors: Vec<_> = asked
        .bad
        .into_iter()
        .map(|field| FieldProblem::new(field, words.unknown_value))
        .collect();
    let limit = match query.get("limit") {
        "" => Some(LIMIT),
        text => text.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)),
    };
    let Some(limit) = limit.filter(|_| errors.is_empty()) else {
        if limit.is_none() {
            errors.push(FieldProblem::new("limit", (words.line_limit)(LIMIT_MAX)));
        }
        return Err(Rejection::fields(errors).into());
    };
    let page = state
        .store
        .entries(person, asked.filter, asked.before, limit)
        .await?;
    let entry = |entry: &AccountEntry| Entry {
        date: entry.booked_on,
        kind: entry.kind.name(),
        amount: entry.amount.to_string(),
        balance: entry.balance.to_string(),
        reversal: entry.reversal,
    };
    Ok(Json(Entries {
        entries: page.lines.iter().map(entry).collect(),
        next: page.next.map(|line| line.to_string()),
    }))
}
