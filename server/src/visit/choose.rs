//! The pages that lead to a time: service, branch, day. Each is a plain link further.

use std::sync::Arc;

use app::visit::{branch, day, service, time};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use fund::edition::Edition;
use fund::visit::{Branch, Service, ServiceGroup};

use super::capacity::{self, Day};
use super::view;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::notice::store::SlipNumber;
use crate::state::AppState;

/// Appointments shown above the services.
const UPCOMING: usize = 3;

/// The service an address names, and the slip one came from.
pub(super) fn chosen<'e>(
    edition: &'e Edition,
    query: &Fields,
) -> Result<(&'e Service, Option<SlipNumber>), Failure> {
    let service = edition.service(query.get("service"));
    let service = service.filter(|service| service.is_bookable());
    Ok((
        service.ok_or(Failure::NotFound)?,
        SlipNumber::parse(query.get("slip")),
    ))
}

/// The branch an address names, if it does the service.
fn chosen_branch<'e>(edition: &'e Edition, query: &Fields, service: &Service) -> Result<&'e Branch, Failure> {
    let branch = edition.branch(query.get("branch"));
    branch
        .filter(|branch| service.is_done_at(branch))
        .ok_or(Failure::NotFound)
}

/// `/visit`
pub(crate) async fn services(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    let mut upcoming = Vec::new();
    if let Some(session) = visitor.signed_in {
        let appointments = state.store.appointments_of(session.person).await?;
        let lines = appointments
            .iter()
            .map(|appointment| view::line(appointment, &state));
        upcoming = lines.filter(|line| line.standing.is_to_come()).collect();
        upcoming.sort_by_key(|line| line.start);
        upcoming.truncate(UPCOMING);
    }
    let groups = ServiceGroup::ALL.map(|group| {
        let services = bookable(&state.edition).filter(|service| service.group == group);
        let rows = services.map(|service| row(&state.edition, service));
        (group, rows.collect::<Vec<_>>())
    });
    let data = service::Services {
        groups: groups.into_iter().filter(|(_, rows)| !rows.is_empty()).collect(),
        upcoming,
        verified: bookable(&state.edition).all(|service| service.verified),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || service::page(&ctx, data.clone())).await)
}

/// What is done at a window.
fn bookable(edition: &Edition) -> impl Iterator<Item = &Service> {
    edition.services.iter().filter(|service| service.is_bookable())
}

fn row(edition: &Edition, service: &Service) -> service::Service {
    service::Service {
        code: service.code.clone(),
        label: service.label.clone(),
        minutes: service.minutes,
        notice: edition.flow(&service.code).is_some(),
        online: service.is_online(),
    }
}

/// `/visit/branch?service=`
pub(crate) async fn branches(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let (service, slip) = chosen(&state.edition, &query)?;
    let branches = state.edition.branches.iter();
    let branches: Vec<&Branch> = branches.filter(|branch| service.is_done_at(branch)).collect();
    let earliest = capacity::earliest(&state, &branches, service).await?;
    let row = |(branch, earliest): (&Branch, Option<capacity::SlotVacancy>)| branch::BranchRow {
        branch: view::branch(branch),
        earliest: earliest.map(|place| place.slot.start),
        saturday: service.saturday && !branch.saturday.is_empty(),
    };
    let rows = branches.into_iter().zip(earliest).map(row).collect();
    let data = branch::Branches {
        choice: view::choice(service, slip.as_ref()),
        rows,
        verified: service.verified
            && state.edition.booking.verified
            && state.edition.branches.iter().all(|branch| branch.verified),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || branch::page(&ctx, data.clone())).await)
}

/// `/visit/day?service=&branch=`
pub(crate) async fn days(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let (service, slip) = chosen(&state.edition, &query)?;
    let branch = chosen_branch(&state.edition, &query, service)?;
    let days = capacity::days(&state, branch, service).await?;
    let today = state.clock.today();
    let data = day::Days {
        choice: view::choice(service, slip.as_ref()),
        branch: view::branch(branch),
        days: days
            .iter()
            .map(|day| day::Day {
                date: day.date,
                offer: offer(day, today),
            })
            .collect(),
        unannounced: days.iter().any(|day| !day.announced),
        earliest: capacity::first_free(days).map(|place| view::free_place(branch, &place)),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || day::page(&ctx, data.clone())).await)
}

fn offer(day: &Day, today: NaiveDate) -> day::DayState {
    let free: u32 = day.places.iter().map(|place| u32::from(place.free)).sum();
    match (&day.festival, free) {
        (_, 1..) => day::DayState::Free(free),
        (_, 0) if !day.places.is_empty() => day::DayState::Full,
        (Some(festival), _) if !day.kind.is_working() => day::DayState::Festival(festival.clone()),
        _ if day.kind.is_working() && day.date == today => day::DayState::Over,
        _ => day::DayState::Closed,
    }
}

/// `/visit/time?service=&branch=&day=`
pub(crate) async fn times(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let (service, slip) = chosen(&state.edition, &query)?;
    let branch = chosen_branch(&state.edition, &query, service)?;
    let date: NaiveDate = query.get("day").parse().map_err(|_| Failure::NotFound)?;
    let days = capacity::days(&state, branch, service).await?;
    let places = days
        .into_iter()
        .find(|day| day.date == date)
        .map(|day| day.places);
    let slot = |place: capacity::SlotVacancy| time::TimeSlot {
        start: place.slot.start.time(),
        free: place.free,
        id: place.slot.id,
    };
    let data = time::Times {
        choice: view::choice(service, slip.as_ref()),
        branch: view::branch(branch),
        date,
        provisional: !state.edition.calendar.is_announced(date),
        slots: places.unwrap_or_default().into_iter().map(slot).collect(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || time::page(&ctx, data.clone())).await)
}
