//! The notice room for programs.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::notice::Notice;
use app::text::problem::Notice as Words;
use app::text::{Lang, Local, Worded as _, text};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use fund::notice::{Answers, Outcome, Step};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::slip::{self, NotIssued};
use super::store::SlipNumber;
use super::wire::{Concluded, Next, QuestionBody, Refusal};
use super::{find, given, pages};
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::json::JsonBody;
use crate::http::language::Language;
use crate::http::problem::Problem;
use crate::http::rejection::Rejection;
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
    Language(lang): Language,
    QueryFields(query): QueryFields,
) -> Json<Services> {
    let found = find::find(&state.edition.flows, query.get("q")).into_iter();
    let services = found.map(|flow| Service {
        code: flow.code.clone(),
        label: Local::edition(lang, &flow.title).text(),
        audience: Local::edition(lang, &flow.audience).text(),
        minutes: flow.minutes,
        verified: flow.meta.verified,
    });
    Json(Services {
        services: services.collect(),
    })
}

/// From the answers in the address, by question code, to the next question or the outcome.
#[utoipa::path(get, path = "/{service}", tag = "notice", params(
    ("service" = String, Path, description = "code of a service"),
    ("{question}" = Option<String>, Query, description = "the answer to the question of this code; any number of them")
), responses((status = 200, body = Next), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn service(
    State(state): State<Arc<AppState>>,
    Language(lang): Language,
    Path(service): Path<String>,
    QueryFields(query): QueryFields,
) -> Result<Json<Next>, Failure> {
    let flow = pages::flow(&state, &service)?;
    let of_any = |name: &str| {
        state
            .edition
            .flows
            .iter()
            .any(|flow| flow.question(name).is_some())
    };
    if query.pairs().iter().any(|(name, _)| !of_any(name)) {
        return Err(no_question(&text(lang).problem.notice));
    }
    let answers = given::answers(flow, &query, state.clock.today());
    match flow.step(&answers) {
        Step::Outcome(mut outcome) => {
            let (eligible, refusals) = (outcome.eligible, std::mem::take(&mut outcome.refusals));
            let notice = Notice::new(flow, outcome, &state.edition.calendar, answers.on());
            Ok(Json(Next::Outcome(Box::new(Concluded::new(
                lang, notice, eligible, refusals,
            )))))
        }
        Step::Question {
            question,
            number,
            at_most,
            error: None,
            ..
        } => Ok(Json(Next::Question(QuestionBody::new(
            lang,
            question,
            number,
            at_most,
            answers.on(),
        )))),
        Step::Question {
            question,
            error: Some(error),
            ..
        } => Err(Rejection::field(question.code, error.worded(lang)).into()),
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
) -> Result<Response, Failure> {
    let words = &text(visitor.lang).problem.notice;
    let flow = pages::flow(&state, &service)?;
    let unknown = body.answers.keys().find(|code| flow.question(code).is_none());
    if unknown.is_some() {
        return Err(no_question(words));
    }
    let answers = Answers::new(state.clock.today(), body.answers);
    let slip = slip::issue_for(&state, &visitor, flow, &answers)
        .await
        .map_err(|why| refusal(why, visitor.lang))?;
    let issued = Issued {
        verify_url: slip::verify_url(&state, &slip.number),
        number: slip.number.to_string(),
        expires_on: slip.expires_on,
    };
    Ok((StatusCode::CREATED, Json(issued)).into_response())
}

/// The name is the caller's own text: it is not repeated.
fn no_question(words: &Words) -> Failure {
    Rejection::field("answers", words.no_such_question).into()
}

fn refusal(why: NotIssued, lang: Lang) -> Failure {
    let words = &text(lang).problem.notice;
    match why {
        NotIssued::Open(step) => {
            let (field, message) = open(*step, lang);
            Rejection::field(format!("answers.{field}"), message).into()
        }
        NotIssued::Refused(outcome) => not_eligible(*outcome, lang).into(),
        NotIssued::TooMany(wait) => Rejection::too_many(wait, words.too_many_slips).into(),
        NotIssued::Failed(failure) => failure,
    }
}

/// The question that is open and what is wrong with its answer.
fn open(step: Step, lang: Lang) -> (String, String) {
    let words = &text(lang).problem.notice;
    match step {
        Step::Question { question, error, .. } => {
            let message = error.map_or_else(|| words.unanswered.to_owned(), |error| error.worded(lang));
            (question.code, message)
        }
        Step::Outcome(_) => (String::new(), String::new()),
    }
}

fn not_eligible(outcome: Outcome, lang: Lang) -> Rejection {
    let refusals = outcome.refusals.into_iter();
    let reasons: Vec<_> = refusals.map(|reason| Refusal::new(lang, reason)).collect();
    let words = &text(lang).problem.notice;
    Rejection::conflict("not-eligible", words.not_eligible).with("reasons", serde_json::json!(reasons))
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
    Language(lang): Language,
    Path(number): Path<String>,
) -> Result<Json<Verified>, Failure> {
    let number = SlipNumber::parse(&number).ok_or(Failure::NotFound)?;
    let slip = state.store.slip(&number).await?.ok_or(Failure::NotFound)?;
    Ok(Json(Verified {
        genuine: true,
        expired: slip::is_expired(&slip, state.clock.today()),
        service: VerifiedService {
            label: Local::edition(lang, &slip::title(&slip)?).text(),
            code: slip.service,
        },
        issued_on: slip.issued_on,
        expires_on: slip.expires_on,
        number: slip.number.to_string(),
    }))
}
