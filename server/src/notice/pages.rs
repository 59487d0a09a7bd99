//! `/notice` and `/notice/{service}`: everything shown follows from the address.

use std::sync::Arc;

use app::notice::{Notice, index, outcome, question};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use fund::notice::{Answers, Flow, Outcome, Step};

use super::{find, given};
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// `/notice`
pub(crate) async fn index(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Response {
    let typed = query.get("q");
    let service = |flow: &Flow| index::Service {
        code: flow.code.clone(),
        title: flow.title.clone(),
        audience: flow.audience.clone(),
        minutes: flow.minutes,
    };
    let data = index::Index {
        query: typed.to_owned(),
        services: find::find(&state.edition.flows, typed)
            .into_iter()
            .map(service)
            .collect(),
    };
    let ctx = visitor.page(&state);
    render(StatusCode::OK, move || index::page(&ctx, data.clone())).await
}

/// The flow of a service, or 404.
pub(super) fn flow<'a>(state: &'a AppState, service: &str) -> Result<&'a Flow, Failure> {
    state.edition.flow(service).ok_or(Failure::NotFound)
}

/// `/notice/{service}`: the next question, or the outcome.
pub(crate) async fn service(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(service): Path<String>,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let flow = flow(&state, &service)?;
    let answers = given::answers(flow, &query, state.clock.today());
    match flow.step(&answers) {
        Step::Question { .. } => Ok(ask(&state, &visitor, flow, &answers).await),
        Step::Outcome(outcome) => Ok(conclude(&state, &visitor, flow, &query, outcome).await),
    }
}

/// The page of the question that waits; with 422 when its answer was not understood.
pub(super) async fn ask(state: &AppState, visitor: &Visitor, flow: &Flow, answers: &Answers) -> Response {
    let Step::Question {
        question,
        number,
        at_most,
        error,
        typed,
        given,
    } = flow.step(answers)
    else {
        return see_other(&given::address(flow, &flow.settled(answers)));
    };
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let others = answers.without(&question.code);
    let data = question::OpenQuestion {
        service: flow.code.clone(),
        title: flow.title.clone(),
        verified: flow.meta.verified,
        kept: given::owned(&others),
        given: given::answered(flow, answers, &given),
        back: given::back(flow, answers, &given),
        today: answers.on(),
        error,
        typed: typed.unwrap_or_default(),
        question,
        number,
        at_most,
    };
    let ctx = visitor.page(state);
    render(status, move || question::page(&ctx, data.clone())).await
}

/// The outcome, at the address that holds the answers that count and no others: so it can be shared, and what was
/// answered before a change of mind is gone.
async fn conclude(
    state: &AppState,
    visitor: &Visitor,
    flow: &Flow,
    query: &Fields,
    outcome: Outcome,
) -> Response {
    let today = state.clock.today();
    let answers = given::answers(flow, query, today);
    let settled = flow.settled(&answers);
    if !given::is_settled(query, &settled) {
        return see_other(&given::address(flow, &settled));
    }
    let data = outcome::FlowOutcome {
        service: flow.code.clone(),
        title: flow.title.clone(),
        verified: flow.meta.verified,
        given: given::answered(flow, &settled, &outcome.given),
        settled: given::owned(&settled),
        back: given::back(flow, &settled, &outcome.given),
        bookable: bookable(state, &flow.code),
        slip_days: state.edition.meta.slip_days.get().into(),
        today,
        verdict: if outcome.eligible {
            Ok(Notice::new(flow, outcome, &state.edition.calendar, today))
        } else {
            Err(outcome.refusals)
        },
    };
    let ctx = visitor.page(state);
    render(StatusCode::OK, move || outcome::page(&ctx, data.clone())).await
}

/// Whether a visit can be booked for a service.
pub(super) fn bookable(state: &AppState, service: &str) -> bool {
    state
        .edition
        .service(service)
        .is_some_and(fund::visit::Service::is_bookable)
}
