//! Appointments for programs: booking, reading, giving back.

use std::sync::Arc;

use app::text::problem::Visit as Words;
use app::text::text;
use app::visit::AppointmentStatus;
use app::visit::not_booked::Reason;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use fund::edition::Edition;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Slot;
use crate::clock::{instant, shanghai};
use crate::http::failure::Failure;
use crate::http::json::JsonBody;
use crate::http::problem::Problem;
use crate::http::rejection::FieldProblem;
use crate::http::rejection::Rejection;
use crate::http::security;
use crate::http::visitor::Visitor;
use crate::notice::store::SlipNumber;
use crate::state::AppState;
use crate::visit::booking::{self, Outcome, SlotRequest};
use crate::visit::store::{self, AppointmentCode, Cancelled, Canceller};
use crate::visit::{capacity, find, pass as visit_pass, view};

/// Last four characters of an ID number.
const LAST_FOUR: &str = "last_four";

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAppointment {
    /// Id of a slot.
    slot: String,
    /// Code of a service.
    service: String,
    /// Names this attempt, 1–64 visible ASCII characters: sent again, it gives the same appointment.
    idempotency_key: String,
    /// Number of the slip it is booked with.
    slip: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Appointment {
    code: String,
    /// Code of the branch.
    branch: String,
    /// Code of the service.
    service: String,
    /// RFC 3339, +08:00.
    start: String,
    end: String,
    /// `booked`, `cancelled` or `lapsed`.
    state: &'static str,
    /// The centre has changed its plan and is closed at that time: book another, which takes its place.
    displaced: bool,
    /// The day lies in a year whose holidays are not announced, and may turn out to be one.
    provisional: bool,
    /// Number of the slip it was booked with.
    #[serde(skip_serializing_if = "Option::is_none")]
    slip: Option<String>,
}

/// The appointment as programs see it.
fn shown(app: &AppState, appointment: &store::Appointment) -> Appointment {
    let time = |at: DateTime<Utc>| shanghai(at).to_rfc3339();
    Appointment {
        code: appointment.code.to_string(),
        branch: appointment.branch.clone(),
        service: appointment.service.clone(),
        start: time(appointment.start),
        end: time(appointment.end),
        state: appointment.state.name(),
        displaced: view::standing(appointment, app) == AppointmentStatus::Displaced,
        provisional: view::is_provisional(appointment, app),
        slip: appointment.slip.as_ref().map(ToString::to_string),
    }
}

/// Books a place for the signed-in person.
#[utoipa::path(post, path = "/appointments", tag = "visit", request_body = NewAppointment, responses(
    (status = 201, body = Appointment), (status = 200, body = Appointment, description = "booked by an earlier request with this key"),
    (status = 401, body = Problem), (status = 409, body = Problem, description = "`slot-full` with `alternatives`, `already-booked` with `appointment`, `cooling-down` with `until`, or `no-account`"),
    (status = 422, body = Problem), (status = 429, body = Problem)
))]
pub(in crate::visit) async fn book(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    JsonBody(body): JsonBody<NewAppointment>,
) -> Result<Response, Failure> {
    let person = visitor.person()?;
    visitor.may_book(&state)?;
    let words = &text(visitor.lang).problem.visit;
    let key = &body.idempotency_key;
    let wish = match wish(&state.edition, &body, words) {
        Ok(wish) => wish,
        // The slot may be gone, but not the answer to who has booked it.
        Err(rejection) if booking::is_key(key) => {
            let before = booking::earlier(&state, person, key, &body.slot, &body.service).await;
            return match before? {
                Some(Outcome::Repeated(appointment)) => Ok(Json(shown(&state, &appointment)).into_response()),
                Some(_) => Err(key_reused(words).into()),
                None => Err(rejection.into()),
            };
        }
        Err(rejection) => return Err(rejection.into()),
    };
    let outcome = booking::book(&state, person, &wish, key).await;
    let answer = |status, appointment| (status, Json(shown(&state, &appointment))).into_response();
    match outcome? {
        Outcome::Booked(appointment) => Ok(answer(StatusCode::CREATED, appointment)),
        Outcome::Repeated(appointment) => Ok(answer(StatusCode::OK, appointment)),
        Outcome::KeyReused => Err(key_reused(words).into()),
        Outcome::AlreadyBooked(appointment) => {
            let appointment = serde_json::json!(shown(&state, &appointment));
            let rejection = Rejection::conflict("already-booked", words.already_booked);
            Err(rejection.with("appointment", appointment).into())
        }
        Outcome::NotBooked(reason) => Err(refused(&state, &wish, reason, words).await?.into()),
        Outcome::NoAccount => Err(Rejection::conflict("no-account", words.no_account).into()),
    }
}

fn key_reused(words: &Words) -> Rejection {
    Rejection::field("idempotency_key", words.key_reused)
}

fn wish<'e>(
    edition: &'e Edition,
    body: &NewAppointment,
    words: &Words,
) -> Result<SlotRequest<'e>, Rejection> {
    let mut errors = Vec::new();
    let service = edition
        .service(&body.service)
        .filter(|service| service.is_bookable());
    if service.is_none() {
        errors.push(FieldProblem::new("service", words.not_bookable));
    }
    if !booking::is_key(&body.idempotency_key) {
        errors.push(FieldProblem::new("idempotency_key", words.idempotency_key));
    }
    let slip = body.slip.as_deref().map(SlipNumber::parse);
    if slip == Some(None) {
        errors.push(FieldProblem::new("slip", words.not_a_slip));
    }
    let wish = service.and_then(|service| SlotRequest::new(edition, service, &body.slot, slip.flatten()));
    if service.is_some() && wish.is_none() {
        errors.push(FieldProblem::new("slot", words.no_such_slot));
    }
    wish.filter(|_| errors.is_empty())
        .ok_or_else(|| Rejection::fields(errors))
}

/// Why the wish is not met, and what a program can do about it.
async fn refused(
    state: &AppState,
    wish: &SlotRequest<'_>,
    reason: Reason,
    words: &Words,
) -> Result<Rejection, Failure> {
    Ok(match reason {
        Reason::Full => {
            let places = capacity::alternatives(state, wish.branch, wish.service, &wish.slot).await?;
            let alternatives: Vec<_> = places.iter().map(Slot::from).collect();
            Rejection::conflict("slot-full", words.slot_full)
                .with("alternatives", serde_json::json!(alternatives))
        }
        Reason::CoolingDown(until) => {
            let until = shanghai(instant(until)).to_rfc3339();
            Rejection::conflict("cooling-down", words.cooling_down).with("until", serde_json::json!(until))
        }
        Reason::TooFar(days) => Rejection::field("slot", (words.too_far)(days)),
        Reason::TooSoon(minutes) => Rejection::field("slot", (words.too_soon)(minutes)),
    })
}

/// The appointment with this code, if the caller may see it: the signed-in person's own, or one whose [`pass`] the caller
/// brings. Any other is not found.
async fn visible(
    state: &AppState,
    visitor: &Visitor,
    headers: &HeaderMap,
    code: &str,
) -> Result<store::Appointment, Failure> {
    let code = AppointmentCode::parse(code);
    let has_pass = code.is_some_and(|code| visit_pass::opens(state, headers, code));
    let owner = if has_pass { None } else { Some(visitor.person()?) };
    let code = code.ok_or(Failure::NotFound)?;
    let found = state.store.appointment(&code).await?;
    let found = found.filter(|appointment| owner.is_none_or(|owner| appointment.person == owner));
    found.ok_or(Failure::NotFound)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Proof {
    /// Last four characters of the ID number of who booked.
    last_four: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Pass {
    /// To be sent as the header `Visit-Pass`.
    pass: String,
    /// RFC 3339, +08:00.
    expires_at: String,
}

/// A pass that opens an appointment for a quarter of an hour, without signing in, to who knows the last four of the ID number.
#[utoipa::path(post, path = "/appointments/{code}/pass", tag = "visit", request_body = Proof, params(
    ("code" = String, Path)
), responses(
    (status = 201, body = Pass), (status = 404, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)
))]
pub(in crate::visit) async fn pass(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(code): Path<String>,
    JsonBody(body): JsonBody<Proof>,
) -> Result<Response, Failure> {
    let words = &text(visitor.lang).problem.visit;
    let last_four =
        find::last_four(&body.last_four).ok_or_else(|| Rejection::field(LAST_FOUR, words.last_four))?;
    let code = AppointmentCode::parse(&code).ok_or(Failure::NotFound)?;
    let found = find::look_up(&state, &visitor, code, &last_four).await;
    let found = found?.ok_or(Failure::NotFound)?;
    let (pass, until) = visit_pass::issue(&state, found.code);
    let pass = Pass {
        pass,
        expires_at: shanghai(until).to_rfc3339(),
    };
    Ok((StatusCode::CREATED, Json(pass)).into_response())
}

/// An appointment: the signed-in person's own, or one that a pass opens.
#[utoipa::path(get, path = "/appointments/{code}", tag = "visit", params(
    ("code" = String, Path),
    ("Visit-Pass" = Option<String>, Header, description = "a pass from `/appointments/{code}/pass`")
), responses(
    (status = 200, body = Appointment), (status = 401, body = Problem), (status = 404, body = Problem)
))]
pub(in crate::visit) async fn appointment(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Json<Appointment>, Failure> {
    let found = visible(&state, &visitor, &headers, &code).await?;
    Ok(Json(shown(&state, &found)))
}

/// Cancels an appointment that the caller may see; harmless to repeat.
#[utoipa::path(delete, path = "/appointments/{code}", tag = "visit", params(
    ("code" = String, Path),
    ("Visit-Pass" = Option<String>, Header, description = "a pass from `/appointments/{code}/pass`")
), responses(
    (status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`too-late`: its time has come"), (status = 429, body = Problem)
))]
pub(in crate::visit) async fn cancel(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<StatusCode, Failure> {
    let found = visible(&state, &visitor, &headers, &code).await?;
    visitor.may_book(&state)?;
    let by = Canceller::Person(found.person);
    let cancelled = state.store.cancel(&found.code, &by, state.clock.now()).await;
    match cancelled? {
        Cancelled::Done(_) => {
            if !visitor.is(found.person) {
                security::cancelled_by_code(&state, visitor.address, found.person);
            }
            Ok(StatusCode::NO_CONTENT)
        }
        Cancelled::Already(_) => Ok(StatusCode::NO_CONTENT),
        Cancelled::TooLate(_) => {
            let words = &text(visitor.lang).problem.visit;
            Err(Rejection::conflict("too-late", words.too_late_to_cancel).into())
        }
        Cancelled::Unknown => Err(Failure::NotFound),
    }
}
