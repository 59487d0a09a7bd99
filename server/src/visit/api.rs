//! The visit room for programs: what can be booked, where and when.

pub(super) mod appointments;

use std::sync::Arc;

use app::text::problem::Visit as Words;
use app::text::{Local, text, visit::hours};
use axum::Json;
use axum::extract::State;
use chrono::{NaiveDate, NaiveDateTime};
use fund::edition::Edition;
use fund::visit::{Branch, Service};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::capacity;
use crate::clock::{instant, shanghai};
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::language::Language;
use crate::http::problem::Problem;
use crate::http::rejection::FieldProblem;
use crate::http::rejection::Rejection;
use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(paths(
    services,
    branches,
    slots,
    appointments::book,
    appointments::appointment,
    appointments::cancel,
    appointments::pass
))]
pub(crate) struct Api;

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
pub(crate) async fn services(
    State(state): State<Arc<AppState>>,
    Language(lang): Language,
) -> Json<VisitServices> {
    let bookable = state
        .edition
        .services
        .iter()
        .filter(|service| service.is_bookable());
    let service = |service: &Service| VisitService {
        code: service.code.clone(),
        label: Local::edition(lang, &service.label).text(),
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
pub(crate) async fn branches(
    State(state): State<Arc<AppState>>,
    Language(lang): Language,
) -> Json<VisitBranches> {
    let branch = |branch: &Branch| VisitBranch {
        code: branch.code.clone(),
        name: Local::edition(lang, &branch.name).text(),
        address: Local::edition(lang, &branch.address).text(),
        phone: branch.phone.clone(),
        hours: hours(lang, branch),
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
    /// The day lies in a year whose holidays are not announced, and may turn out to be one.
    provisional: bool,
}

impl From<&capacity::SlotVacancy> for Slot {
    fn from(place: &capacity::SlotVacancy) -> Self {
        let time = |local: NaiveDateTime| shanghai(instant(local)).to_rfc3339();
        Self {
            id: place.slot.id.clone(),
            start: time(place.slot.start),
            end: time(place.slot.end),
            capacity: place.capacity,
            free: place.free,
            provisional: place.slot.provisional,
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
    fn parse(edition: &'e Edition, query: &Fields, words: &Words) -> Result<Self, Rejection> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, message: &str| errors.push(FieldProblem::new(field, message));
        let branch = edition.branch(query.get("branch"));
        if branch.is_none() {
            refuse("branch", words.unknown_branch);
        }
        let service = edition.service(query.get("service"));
        if service.is_none() {
            refuse("service", words.unknown_service);
        }
        let [from, to] = ["from", "to"].map(|field| match query.get(field) {
            "" => None,
            text => {
                let date = text.parse().ok();
                if date.is_none() {
                    refuse(field, words.date_format);
                }
                date
            }
        });
        if from > to && to.is_some() {
            refuse("to", words.to_before_from);
        }
        match (branch, service) {
            (Some(branch), Some(service)) if errors.is_empty() => Ok(Self {
                service,
                branch,
                from,
                to,
            }),
            _ => Err(Rejection::fields(errors)),
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
    Language(lang): Language,
    QueryFields(query): QueryFields,
) -> Result<Json<Slots>, Failure> {
    let asked = SlotQuery::parse(&state.edition, &query, &text(lang).problem.visit)?;
    let days = capacity::days(&state, asked.branch, asked.service).await?;
    let days = days.iter().filter(|day| {
        asked.from.is_none_or(|from| from <= day.date) && asked.to.is_none_or(|to| day.date <= to)
    });
    Ok(Json(Slots {
        slots: days.flat_map(|day| &day.places).map(Slot::from).collect(),
    }))
}
