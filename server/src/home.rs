//! The home page, the large-type switch, the pages that only explain, and the health checks.

use std::sync::Arc;

use app::home::{BranchToday, Earliest, Home, NextAppointment};
use app::pages;
use app::shell::PageContext;
use app::visit::Standing;
use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Json, Router};
use chrono::NaiveDate;
use fund::edition::Edition;
use fund::months::Months;
use fund::rate::Rate;
use fund::visit::Branch;
use leptos::prelude::IntoView;
use serde_json::json;

use crate::account::view::together;
use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::form::FormFields;
use crate::http::render::render;
use crate::http::visitor::{Visitor, YEAR_SECONDS};
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::StoreError;
use crate::visit::{capacity, view};

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/", get(home))
        .route(app::shell::DISPLAY_PATH, post(set_display))
        .route("/help", explaining(pages::help))
        .route("/accessibility", explaining(pages::accessibility))
        .route("/privacy", explaining(pages::privacy))
        .route("/licences", explaining(pages::licences))
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
}

const MEBIBYTE: u64 = 1024 * 1024;
/// No holiday keeps a branch closed for longer.
const MOST_DAYS_CLOSED: usize = 31;
/// Terms above five years share one rate: any of them asks for it.
const OVER_FIVE_YEARS: u32 = 61;

/// `/`
async fn home(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let (accounts, appointment) = match visitor.signed_in {
        Some(session) => (
            state.store.accounts(session.person).await?,
            next_appointment(&state, session.person).await?,
        ),
        None => (Vec::new(), None),
    };
    let today = state.clock.today();
    let data = Home {
        today,
        appointment,
        balance: (!accounts.is_empty()).then(|| together(&accounts)),
        rate: usual_rate(&state.edition, today),
        earliest: earliest(&state).await?,
        services: state.edition.flows.len(),
        branches: branches(&state.edition, today),
        verified: state.edition.branches.iter().all(|branch| branch.verified),
        notice: None,
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || app::home::page(&ctx, data.clone())).await)
}

/// The person's next appointment.
async fn next_appointment(
    state: &AppState,
    person: PersonKey,
) -> Result<Option<NextAppointment>, StoreError> {
    let appointments = state.store.appointments_of(person).await?;
    let lines = appointments
        .iter()
        .map(|appointment| view::line(appointment, state));
    let next = lines
        .filter(|line| line.standing.is_to_come())
        .min_by_key(|line| line.start);
    Ok(next.map(|line| NextAppointment {
        code: line.code,
        start: line.start,
        branch: line.branch,
        service: line.service,
        displaced: line.standing == Standing::Displaced,
        items: None,
    }))
}

/// The earliest free place of all branches, for the briefest of the services that most branches do most days.
async fn earliest(state: &AppState) -> Result<Earliest, StoreError> {
    let bookable = state
        .edition
        .services
        .iter()
        .filter(|service| service.is_bookable());
    let Some(service) =
        bookable.min_by_key(|service| (service.minutes, !service.saturday, !service.branches.is_empty()))
    else {
        return Ok(Earliest::Unknown);
    };
    let branches: Vec<&Branch> = state.edition.branches.iter().collect();
    let places = capacity::earliest(state, &branches, service).await?;
    let free = branches.into_iter().zip(places);
    // Of several at the same time, the first branch's: min_by_key keeps the first.
    let first = free
        .filter_map(|(branch, place)| Some((place?.slot.start, branch)))
        .min_by_key(|(start, _)| *start);
    Ok(first.map_or(Earliest::None, |(start, branch)| Earliest::Slot {
        start,
        branch: branch.name.clone(),
    }))
}

/// Today at each branch.
fn branches(edition: &Edition, today: NaiveDate) -> Vec<BranchToday> {
    let branch = |branch: &Branch| {
        let hours = branch.open_on(&edition.calendar, today);
        let mut coming = today.iter_days().skip(1).take(MOST_DAYS_CLOSED);
        let opens = coming.find(|day| !branch.open_on(&edition.calendar, *day).is_empty());
        BranchToday {
            name: branch.name.clone(),
            open: hours.iter().map(|period| (period.from(), period.to())).collect(),
            opens: opens.filter(|_| hours.is_empty()),
            wait: None,
        }
    };
    edition.branches.iter().map(branch).collect()
}

/// What a first home over five years pays a year.
fn usual_rate(edition: &Edition, today: NaiveDate) -> Option<Rate> {
    let months = Months::new(OVER_FIVE_YEARS).ok()?;
    edition
        .rate(fund::quota::Home::First, months, today)
        .map(|quote| quote.rate)
}

/// Keeps the choice of large type in a cookie and goes back to where the person was.
async fn set_display(State(state): State<Arc<AppState>>, FormFields(form): FormFields) -> Response {
    let secure = state.config.secure();
    let cookie = if form.get("large") == "1" {
        Cookie::LargeType.set("1", Some(YEAR_SECONDS), secure)
    } else {
        Cookie::LargeType.clear(secure)
    };
    let mut response = see_other(local_path(form.get("return_to")));
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// 303 to a path of ours.
pub(crate) fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

/// The path if it is one of ours, else the home page: an address elsewhere (`//evil.example`, `/\evil`) would make
/// the portal vouch for it.
pub(crate) fn local_path(path: &str) -> &str {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.chars().all(|c| c.is_ascii_graphic());
    if is_local { path } else { "/" }
}

/// A page that only explains.
fn explaining<View: IntoView + 'static>(page: fn(&PageContext) -> View) -> MethodRouter<Arc<AppState>> {
    get(
        async move |State(state): State<Arc<AppState>>, visitor: Visitor| {
            let ctx = visitor.page(&state);
            render(StatusCode::OK, move || page(&ctx)).await
        },
    )
}

/// The process answers.
async fn live() -> Json<serde_json::Value> {
    Json(json!({ "status": "live" }))
}

/// The store answers too, and has room: a load balancer may send people here.
async fn ready(State(state): State<Arc<AppState>>) -> Result<Json<serde_json::Value>, Failure> {
    state.store.ready().await?;
    let free = state.store.free_space().map(|bytes| bytes / MEBIBYTE);
    if let Some(free) = free.filter(|free| *free < state.config.limits.free_mebibytes) {
        return Err(Failure::DiskNearlyFull(free));
    }
    state.follow_imports().await;
    Ok(Json(
        json!({ "status": "ready", "data_as_of": state.data_as_of() }),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_paths_are_gone_back_to() {
        assert_eq!(local_path("/loan?price=80%E4%B8%87"), "/loan?price=80%E4%B8%87");
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "x",
            "/a\r\nSet-Cookie: b",
        ] {
            assert_eq!(local_path(elsewhere), "/");
        }
    }
}
