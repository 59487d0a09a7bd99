//! The visit room for programs.

use std::sync::Arc;

use app::visit::refused::Reason;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use fund::edition::Edition;
use fund::visit::{Branch, Service};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::booking::{self, Outcome, Wish};
use super::capacity;
use super::store::{self, AppointmentCode, Cancelled, Canceller};
use crate::account::api::person;
use crate::clock::{instant, shanghai};
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::json::JsonBody;
use crate::http::problem::{FieldProblem, Problem};
use crate::http::visitor::Visitor;
use crate::notice::store::SlipNumber;
use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(paths(services, branches, slots, book, appointment, cancel))]
pub(crate) struct Api;

fn failed(error: impl Into<Failure>) -> Response {
    error.into().into_response()
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitServices {
    services: Vec<VisitService>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitService {
    code: String,
    label: String,
    /// At the window.
    minutes: u16,
    /// Code of what it is about: `loan`, `withdrawal`, `account`, `contribution`.
    group: &'static str,
    /// Code of who asks for it: `member`, `employer`, `flexible`.
    audience: &'static str,
    /// Whether `/api/v1/notice/{code}` knows what to bring.
    notice: bool,
}

/// Services that can be booked.
#[utoipa::path(get, path = "/services", tag = "visit", responses((status = 200, body = VisitServices)))]
pub(crate) async fn services(State(state): State<Arc<AppState>>) -> Json<VisitServices> {
    let bookable = state
        .edition
        .services
        .iter()
        .filter(|service| service.is_bookable());
    let service = |service: &Service| VisitService {
        code: service.code.clone(),
        label: service.label.clone(),
        minutes: service.minutes,
        group: service.group.code(),
        audience: service.audience.code(),
        notice: state.edition.flow(&service.code).is_some(),
    };
    Json(VisitServices {
        services: bookable.map(service).collect(),
    })
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitBranches {
    branches: Vec<VisitBranch>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitBranch {
    code: String,
    name: String,
    address: String,
    phone: String,
    /// When it is open, in words.
    hours: String,
}

/// Branches.
#[utoipa::path(get, path = "/branches", tag = "visit", responses((status = 200, body = VisitBranches)))]
pub(crate) async fn branches(State(state): State<Arc<AppState>>) -> Json<VisitBranches> {
    let branch = |branch: &Branch| VisitBranch {
        code: branch.code.clone(),
        name: branch.name.clone(),
        address: branch.address.clone(),
        phone: branch.phone.clone(),
        hours: branch.hours(),
    };
    Json(VisitBranches {
        branches: state.edition.branches.iter().map(branch).collect(),
    })
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Slots {
    slots: Vec<Slot>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Slot {
    /// Give this to book.
    id: String,
    /// RFC 3339, +08:00.
    start: String,
    end: String,
    /// Visits of this service it has room for.
    capacity: u16,
    /// How many of them are left.
    free: u16,
}

impl From<&capacity::Place> for Slot {
    fn from(place: &capacity::Place) -> Self {
        let time = |local: NaiveDateTime| shanghai(instant(local)).to_rfc3339();
        Self {
            id: place.slot.id.clone(),
            start: time(place.slot.start),
            end: time(place.slot.end),
            capacity: place.capacity,
            free: place.free,
        }
    }
}

/// What a list of slots was asked for.
struct SlotQuery<'e> {
    service: &'e Service,
    branch: &'e Branch,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl<'e> SlotQuery<'e> {
    fn parse(edition: &'e Edition, query: &Fields) -> Result<Self, Problem> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, message: &str| errors.push(FieldProblem::new(field, message));
        let branch = edition.branch(query.get("branch"));
        if branch.is_none() {
            refuse("branch", "没有这个网点");
        }
        let service = edition.service(query.get("service"));
        if service.is_none() {
            refuse("service", "没有这项业务");
        }
        let [from, to] = ["from", "to"].map(|field| match query.get(field) {
            "" => None,
            text => {
                let date = text.parse().ok();
                if date.is_none() {
                    refuse(field, "日期写成 2026-11-28");
                }
                date
            }
        });
        if from > to && to.is_some() {
            refuse("to", "不能早于 from");
        }
        match (branch, service) {
            (Some(branch), Some(service)) if errors.is_empty() => Ok(Self {
                service,
                branch,
                from,
                to,
            }),
            _ => Err(Problem::fields(errors)),
        }
    }
}

/// Slots that can be booked now, with what is left of each; full ones too.
#[utoipa::path(get, path = "/slots", tag = "visit", params(
    ("branch" = String, Query, description = "code of a branch"),
    ("service" = String, Query, description = "code of a service"),
    ("from" = Option<NaiveDate>, Query, description = "first day; today unless given"),
    ("to" = Option<NaiveDate>, Query, description = "last day; the last that can be booked unless given")
), responses((status = 200, body = Slots), (status = 422, body = Problem)))]
pub(crate) async fn slots(
    State(state): State<Arc<AppState>>,
    QueryFields(query): QueryFields,
) -> Result<Json<Slots>, Response> {
    let asked = SlotQuery::parse(&state.edition, &query).map_err(Problem::into_response)?;
    let days = capacity::days(&state, asked.branch, asked.service)
        .await
        .map_err(failed)?;
    let days = days.iter().filter(|day| {
        asked.from.is_none_or(|from| from <= day.date) && asked.to.is_none_or(|to| day.date <= to)
    });
    Ok(Json(Slots {
        slots: days.flat_map(|day| &day.places).map(Slot::from).collect(),
    }))
}

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
    /// Number of the slip it was booked with.
    #[serde(skip_serializing_if = "Option::is_none")]
    slip: Option<String>,
}

impl From<&store::Appointment> for Appointment {
    fn from(appointment: &store::Appointment) -> Self {
        let time = |at: DateTime<Utc>| shanghai(at).to_rfc3339();
        Self {
            code: appointment.code.to_string(),
            branch: appointment.branch.clone(),
            service: appointment.service.clone(),
            start: time(appointment.start),
            end: time(appointment.end),
            state: appointment.state.name(),
            slip: appointment.slip.as_ref().map(ToString::to_string),
        }
    }
}

/// Books a place for the signed-in person.
#[utoipa::path(post, path = "/appointments", tag = "visit", request_body = NewAppointment, responses(
    (status = 201, body = Appointment), (status = 200, body = Appointment, description = "booked by an earlier request with this key"),
    (status = 401, body = Problem), (status = 409, body = Problem, description = "`slot-full` with `alternatives`, `already-booked` with `appointment`, or `no-account`"),
    (status = 422, body = Problem), (status = 429, body = Problem)
))]
pub(crate) async fn book(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    JsonBody(body): JsonBody<NewAppointment>,
) -> Result<Response, Response> {
    let person = person(&visitor)?;
    let wish = wish(&state.edition, &body).map_err(Problem::into_response)?;
    state.limiter.booking(visitor.address).map_err(failed)?;
    let outcome = booking::book(&state, person, &wish, &body.idempotency_key).await;
    let answer = |status, appointment| (status, Json(Appointment::from(&appointment))).into_response();
    match outcome.map_err(failed)? {
        Outcome::Booked(appointment) => Ok(answer(StatusCode::CREATED, appointment)),
        Outcome::Repeated(appointment) => Ok(answer(StatusCode::OK, appointment)),
        Outcome::AlreadyBooked(appointment) => {
            let problem = Problem::new(
                StatusCode::CONFLICT,
                "这项业务已经约过；想换时间，请先取消原来的预约。",
            );
            let appointment = serde_json::json!(Appointment::from(&appointment));
            Err(problem
                .kind("already-booked")
                .with("appointment", appointment)
                .into_response())
        }
        Outcome::Refused(Reason::Full) => Err(slot_full(&state, &wish).await?.into_response()),
        Outcome::Refused(reason) => Err(outside(reason).into_response()),
        Outcome::NoAccount => {
            let problem = Problem::new(StatusCode::CONFLICT, "名下没有公积金账户，不能网上预约。");
            Err(problem.kind("no-account").into_response())
        }
    }
}

fn wish<'e>(edition: &'e Edition, body: &NewAppointment) -> Result<Wish<'e>, Problem> {
    let mut errors = Vec::new();
    let service = edition
        .service(&body.service)
        .filter(|service| service.is_bookable());
    if service.is_none() {
        errors.push(FieldProblem::new("service", "没有这项业务，或不到窗口办"));
    }
    if !booking::is_key(&body.idempotency_key) {
        errors.push(FieldProblem::new(
            "idempotency_key",
            "1 到 64 个可见的 ASCII 字符",
        ));
    }
    let slip = body.slip.as_deref().map(SlipNumber::parse);
    if slip == Some(None) {
        errors.push(FieldProblem::new("slip", "不是告知单编号"));
    }
    let wish = service.and_then(|service| Wish::new(edition, service, &body.slot, slip.flatten()));
    if service.is_some() && wish.is_none() {
        errors.push(FieldProblem::new("slot", "这项业务没有这个时间"));
    }
    wish.filter(|_| errors.is_empty())
        .ok_or_else(|| Problem::fields(errors))
}

async fn slot_full(state: &AppState, wish: &Wish<'_>) -> Result<Problem, Response> {
    let places = capacity::alternatives(state, wish.branch, wish.service, &wish.slot)
        .await
        .map_err(failed)?;
    let alternatives: Vec<_> = places.iter().map(Slot::from).collect();
    Ok(
        Problem::new(StatusCode::CONFLICT, "这个时间刚刚被约满，没有约上。")
            .kind("slot-full")
            .with("alternatives", serde_json::json!(alternatives)),
    )
}

fn outside(reason: Reason) -> Problem {
    let message = match reason {
        Reason::TooFar(days) => format!("还没有放号：现在可以约 {days} 天内的时间"),
        Reason::TooSoon(minutes) => format!("已经过去，或离现在不到 {minutes} 分钟"),
        Reason::Full => "已满".to_owned(),
    };
    Problem::fields(vec![FieldProblem::new("slot", message)])
}

/// The signed-in person's appointment with this code; somebody else's is not found either.
async fn own(state: &AppState, visitor: &Visitor, code: &str) -> Result<store::Appointment, Response> {
    let person = person(visitor)?;
    let code = AppointmentCode::parse(code).ok_or_else(|| failed(Failure::NotFound))?;
    let found = state.store.appointment(&code).await.map_err(failed)?;
    found
        .filter(|appointment| appointment.person == person)
        .ok_or_else(|| failed(Failure::NotFound))
}

/// An appointment of the signed-in person.
#[utoipa::path(get, path = "/appointments/{code}", tag = "visit", params(("code" = String, Path)), responses(
    (status = 200, body = Appointment), (status = 401, body = Problem), (status = 404, body = Problem)
))]
pub(crate) async fn appointment(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Json<Appointment>, Response> {
    Ok(Json(Appointment::from(&own(&state, &visitor, &code).await?)))
}

/// Cancels an appointment of the signed-in person; harmless to repeat.
#[utoipa::path(delete, path = "/appointments/{code}", tag = "visit", params(("code" = String, Path)), responses(
    (status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`too-late`: its time has come"), (status = 429, body = Problem)
))]
pub(crate) async fn cancel(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<StatusCode, Response> {
    let found = own(&state, &visitor, &code).await?;
    state.limiter.booking(visitor.address).map_err(failed)?;
    let by = Canceller::Person(found.person);
    let cancelled = state.store.cancel(&found.code, &by, state.clock.now()).await;
    match cancelled.map_err(failed)? {
        Cancelled::Done(_) | Cancelled::Already(_) => Ok(StatusCode::NO_CONTENT),
        Cancelled::TooLate(_) => {
            let problem = Problem::new(StatusCode::CONFLICT, "时间已到，不能取消。");
            Err(problem.kind("too-late").into_response())
        }
        Cancelled::Unknown => Err(failed(Failure::NotFound)),
    }
}
