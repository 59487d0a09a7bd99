//! The notice room for programs.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::notice::Notice;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use fund::notice::{Answers, Given, Ground, Kind, Outcome, PaidFrom, Paper, Question, Step};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::slip::{self, NotIssued};
use super::store::SlipNumber;
use super::{asked, find, pages};
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::json::JsonBody;
use crate::http::limit::Wait;
use crate::http::problem::{FieldProblem, Problem};
use crate::http::visitor::Visitor;
use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(paths(services, service, issue, verify))]
pub(crate) struct Api;

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Services {
    services: Vec<Service>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Service {
    /// Its name in addresses: `rent_withdrawal`.
    code: String,
    label: String,
    /// Who may apply.
    audience: String,
    /// Minutes at the window.
    minutes: u16,
    /// Whether the centre has confirmed what is asked and listed.
    verified: bool,
}

/// The services that have a notice, best match first.
#[utoipa::path(get, path = "/services", tag = "notice", params(
    ("q" = Option<String>, Query, description = "what people call it; all services without it")
), responses((status = 200, body = Services)))]
pub(crate) async fn services(
    State(state): State<Arc<AppState>>,
    QueryFields(query): QueryFields,
) -> Json<Services> {
    let found = find::find(&state.edition.flows, query.get("q")).into_iter();
    let services = found.map(|flow| Service {
        code: flow.code.clone(),
        label: flow.title.clone(),
        audience: flow.audience.clone(),
        minutes: flow.minutes,
        verified: flow.meta.verified,
    });
    Json(Services {
        services: services.collect(),
    })
}

/// The next question, or the outcome.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Next {
    /// Something is open.
    Question(Asked),
    /// Nothing is open.
    Outcome(Box<Concluded>),
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Asked {
    code: String,
    /// `choice`, `yes_no`, `number`, `money` or `date`.
    kind: &'static str,
    text: String,
    help: Option<String>,
    /// What may be answered to a `choice` or `yes_no`; empty for the others.
    options: Vec<AnswerOption>,
    /// The smallest number or amount, or the earliest day.
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<String>,
    /// The largest number or amount, or the latest day.
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<String>,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// Its number on this way, from 1, and how many there can be.
    number: usize,
    at_most: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnswerOption {
    value: String,
    label: String,
}

impl Asked {
    fn new(question: Question, number: usize, at_most: usize, today: NaiveDate) -> Self {
        let options = question.options().into_iter().map(|option| AnswerOption {
            value: option.value,
            label: option.label,
        });
        let options = options.collect();
        let (kind, min, max, unit) = match question.kind {
            Kind::Choice { .. } => ("choice", None, None, None),
            Kind::YesNo => ("yes_no", None, None, None),
            Kind::Number { min, max, unit } => {
                ("number", Some(min.to_string()), Some(max.to_string()), Some(unit))
            }
            Kind::Money { min, max } => ("money", Some(min.to_string()), Some(max.to_string()), None),
            Kind::Date { earliest, latest } => {
                let latest = latest.unwrap_or(today);
                ("date", Some(earliest.to_string()), Some(latest.to_string()), None)
            }
        };
        Self {
            code: question.code,
            kind,
            text: question.text,
            help: question.help,
            options,
            min,
            max,
            unit,
            number,
            at_most,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Concluded {
    eligible: bool,
    /// Why not; empty when eligible.
    reasons: Vec<Refusal>,
    /// What to bring; empty when not eligible.
    items: Vec<Item>,
    /// What need not be brought (无需提供).
    not_needed: Vec<NotNeeded>,
    notes: Vec<String>,
    promise: Promise,
    /// Minutes at the window.
    minutes: u16,
    fee: String,
    basis: Vec<String>,
    /// The answers that count.
    given: Vec<Settled>,
    verified: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refusal {
    code: String,
    reason: String,
    /// What would be allowed, or what to do first.
    instead: String,
    basis: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Item {
    number: usize,
    code: String,
    name: String,
    originals: u8,
    copies: u8,
    /// Written or signed at the window: nothing to bring.
    signed_on_site: bool,
    issuer: String,
    /// Where to get it.
    obtain: String,
    why: String,
    validity: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotNeeded {
    code: String,
    name: String,
    /// Who sees to it instead.
    obtain: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Promise {
    /// Working days until the decision, counted from acceptance.
    decided_working_days: u16,
    decided_by: NaiveDate,
    /// Working days until the payment.
    paid_working_days: u16,
    /// `decision`, or `mortgage`: the registration of the mortgage, whose day is not known yet.
    paid_from: &'static str,
    paid_by: Option<NaiveDate>,
    /// Days the law allows for the decision.
    statutory_days: u16,
    statutory_by: NaiveDate,
    basis: String,
    /// A date lies in a year whose holidays are not announced, and may move.
    provisional: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Settled {
    question: String,
    text: String,
    answer: String,
    label: String,
}

impl Concluded {
    fn new(notice: Notice, eligible: bool, refusals: Vec<Ground>) -> Self {
        let dates = notice.dates;
        Self {
            eligible,
            reasons: refusals.into_iter().map(Refusal::from).collect(),
            items: notice
                .items
                .into_iter()
                .map(|item| Item::new(item.number, item.paper))
                .collect(),
            not_needed: notice.not_needed.into_iter().map(NotNeeded::from).collect(),
            notes: notice.notes,
            promise: Promise {
                decided_working_days: notice.promise.decided,
                decided_by: dates.decided,
                paid_working_days: notice.promise.paid,
                paid_from: match notice.promise.paid_from {
                    PaidFrom::Decision => "decision",
                    PaidFrom::Mortgage => "mortgage",
                },
                paid_by: dates.paid,
                statutory_days: notice.promise.statutory,
                statutory_by: dates.statutory,
                basis: notice.promise.basis,
                provisional: dates.provisional,
            },
            minutes: notice.minutes,
            fee: notice.fee,
            basis: notice.basis,
            given: notice.given.into_iter().map(Settled::from).collect(),
            verified: notice.meta.verified,
        }
    }
}

impl From<Ground> for Refusal {
    fn from(ground: Ground) -> Self {
        Self {
            code: ground.code,
            reason: ground.reason,
            instead: ground.instead,
            basis: ground.basis,
        }
    }
}

impl Item {
    fn new(number: usize, paper: Paper) -> Self {
        Self {
            number,
            code: paper.code,
            name: paper.name,
            originals: paper.originals,
            copies: paper.copies,
            signed_on_site: paper.signed_on_site,
            issuer: paper.issuer,
            obtain: paper.obtain,
            why: paper.why,
            validity: paper.validity,
        }
    }
}

impl From<Paper> for NotNeeded {
    fn from(paper: Paper) -> Self {
        Self {
            code: paper.code,
            name: paper.name,
            obtain: paper.obtain,
        }
    }
}

impl From<Given> for Settled {
    fn from(given: Given) -> Self {
        Self {
            question: given.code,
            text: given.text,
            answer: given.value,
            label: given.label,
        }
    }
}

/// From the answers in the address, by question code, to the next question or the outcome.
#[utoipa::path(get, path = "/{service}", tag = "notice", params(
    ("service" = String, Path, description = "code of a service"),
    ("{question}" = Option<String>, Query, description = "the answer to the question of this code; any number of them")
), responses((status = 200, body = Next), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn service(
    State(state): State<Arc<AppState>>,
    Path(service): Path<String>,
    QueryFields(query): QueryFields,
) -> Result<Json<Next>, Response> {
    let flow = pages::flow(&state, &service).map_err(IntoResponse::into_response)?;
    let answers = asked::answers(flow, &query, state.clock.today());
    match flow.step(&answers) {
        Step::Outcome(mut outcome) => {
            let (eligible, refusals) = (outcome.eligible, std::mem::take(&mut outcome.refusals));
            let notice = Notice::new(flow, outcome, &state.edition.calendar, answers.on());
            Ok(Json(Next::Outcome(Box::new(Concluded::new(
                notice, eligible, refusals,
            )))))
        }
        Step::Question {
            question,
            number,
            at_most,
            error: None,
            ..
        } => Ok(Json(Next::Question(Asked::new(
            question,
            number,
            at_most,
            answers.on(),
        )))),
        Step::Question {
            question,
            error: Some(error),
            ..
        } => {
            let field = FieldProblem::new(question.code, error.to_string());
            Err(Problem::fields(vec![field]).into_response())
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSlip {
    /// Answers by question code.
    answers: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Issued {
    number: String,
    verify_url: String,
    /// The last day it holds.
    expires_on: NaiveDate,
}

/// Issues a slip for answers that leave nothing open.
#[utoipa::path(post, path = "/{service}/slips", tag = "notice", request_body = NewSlip, params(
    ("service" = String, Path, description = "code of a service")
), responses(
    (status = 201, body = Issued), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)
))]
pub(crate) async fn issue(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(service): Path<String>,
    JsonBody(body): JsonBody<NewSlip>,
) -> Result<Response, Response> {
    let flow = pages::flow(&state, &service).map_err(IntoResponse::into_response)?;
    let unknown = body.answers.keys().find(|code| flow.question(code).is_none());
    if unknown.is_some() {
        // The name is the caller's own text: it is not repeated.
        let field = FieldProblem::new("answers", "有一个名称不是这项业务的问题");
        return Err(Problem::fields(vec![field]).into_response());
    }
    let answers = Answers::new(state.clock.today(), body.answers);
    let slip = slip::issue_for(&state, &visitor, flow, &answers)
        .await
        .map_err(refusal)?;
    let issued = Issued {
        verify_url: slip::verify_url(&state, &slip.number),
        number: slip.number.to_string(),
        expires_on: slip.expires_on,
    };
    Ok((StatusCode::CREATED, Json(issued)).into_response())
}

fn refusal(why: NotIssued) -> Response {
    match why {
        NotIssued::Open(step) => {
            let (field, message) = open(*step);
            let field = FieldProblem::new(format!("answers.{field}"), message);
            Problem::fields(vec![field]).into_response()
        }
        NotIssued::Refused(outcome) => not_eligible(*outcome),
        NotIssued::TooMany(Wait(seconds)) => {
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "请求太频繁，请稍后再试。")
                .retry_after(seconds)
                .into_response()
        }
        NotIssued::Failed(failure) => failure.into_response(),
    }
}

/// The question that is open and what is wrong with its answer.
fn open(step: Step) -> (String, String) {
    match step {
        Step::Question { question, error, .. } => {
            let message = error.map_or_else(|| "还没有回答".to_owned(), |error| error.to_string());
            (question.code, message)
        }
        Step::Outcome(_) => (String::new(), String::new()),
    }
}

fn not_eligible(outcome: Outcome) -> Response {
    let reasons: Vec<_> = outcome.refusals.into_iter().map(Refusal::from).collect();
    Problem::new(
        StatusCode::CONFLICT,
        "按这些回答，这项业务现在还不能办，不开告知单。",
    )
    .kind("not-eligible")
    .with("reasons", serde_json::json!(reasons))
    .into_response()
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Verified {
    number: String,
    genuine: bool,
    expired: bool,
    service: VerifiedService,
    issued_on: NaiveDate,
    /// The last day it holds.
    expires_on: NaiveDate,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VerifiedService {
    code: String,
    label: String,
}

/// Whether a slip is genuine and until when it holds; nothing of what it says.
#[utoipa::path(get, path = "/slips/{number}/verify", tag = "notice", params(
    ("number" = String, Path, description = "the number as printed")
), responses((status = 200, body = Verified), (status = 404, body = Problem)))]
pub(crate) async fn verify(
    State(state): State<Arc<AppState>>,
    Path(number): Path<String>,
) -> Result<Json<Verified>, Failure> {
    let number = SlipNumber::parse(&number).ok_or(Failure::NotFound)?;
    let slip = state.store.slip(&number).await?.ok_or(Failure::NotFound)?;
    Ok(Json(Verified {
        genuine: true,
        expired: slip::is_expired(&slip, state.clock.today()),
        service: VerifiedService {
            label: slip::title(&slip)?,
            code: slip.service,
        },
        issued_on: slip.issued_on,
        expires_on: slip.expires_on,
        number: slip.number.to_string(),
    }))
}
