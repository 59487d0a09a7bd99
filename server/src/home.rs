//! The home page, and the pages that only explain.

use std::sync::Arc;

use app::home::{BranchToday, Earliest, Home, NextAppointment};
use app::pages;
use app::shell::PageContext;
use app::text::{Lang, Local};
use app::visit::AppointmentStatus;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use chrono::NaiveDate;
use fund::edition::Edition;
use fund::months::Months;
use fund::rate::Rate;
use fund::visit::Branch;
use leptos::prelude::IntoView;

use crate::account::view::together;
use crate::http::failure::Failure;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::error::StoreError;
use crate::visit::{capacity, view};

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/", get(home))
        .route("/help", explaining(pages::help))
        .route("/accessibility", explaining(pages::accessibility))
        .route("/privacy", explaining(pages::privacy))
        .route("/licences", explaining(pages::licences))
}

/// No holiday keeps a branch closed for longer.
const MOST_DAYS_CLOSED: usize = 31;
/// Terms above five years share one rate: any of them asks for it.
const OVER_FIVE_YEARS: u32 = 61;

/// `/`
async fn home(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let ctx = visitor.page(&state);
    let lang = ctx.lang;
    let (accounts, appointment) = match visitor.signed_in {
        Some(session) => (
            state.store.accounts(session.person).await?,
            next_appointment(&state, session.person, lang).await?,
        ),
        None => (Vec::new(), None),
    };
    let today = state.clock.today();
    let data = Home {
        today,
        appointment,
        balance: (!accounts.is_empty()).then(|| together(&accounts)),
        rate: usual_rate(&state.edition, today),
        earliest: earliest(&state, lang).await?,
        services: state.edition.flows.len(),
        branches: branches(&state.edition, today, lang),
        verified: state.edition.branches.iter().all(|branch| branch.verified),
    };
    Ok(render(StatusCode::OK, move || app::home::page(&ctx, data.clone())).await)
}

/// The person's next appointment.
async fn next_appointment(
    state: &AppState,
    person: PersonKey,
    lang: Lang,
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
        branch: Local::edition(lang, &line.branch),
        service: Local::edition(lang, &line.service),
        displaced: line.standing == AppointmentStatus::Displaced,
    }))
}

/// The earliest free place of all branches, for the briefest of the services that most branches do most days.
async fn earliest(state: &AppState, lang: Lang) -> Result<Earliest, StoreError> {
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
        branch: Local::edition(lang, &branch.name),
    }))
}

/// Today at each branch.
fn branches(edition: &Edition, today: NaiveDate, lang: Lang) -> Vec<BranchToday> {
    let branch = |branch: &Branch| {
        let hours = branch.open_on(&edition.calendar, today);
        let mut coming = today.iter_days().skip(1).take(MOST_DAYS_CLOSED);
        let opens = coming.find(|day| !branch.open_on(&edition.calendar, *day).is_empty());
        BranchToday {
            name: Local::edition(lang, &branch.name),
            open: hours.iter().map(|period| (period.from(), period.to())).collect(),
            opens: opens.filter(|_| hours.is_empty()),
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

/// A page that only explains.
fn explaining<View: IntoView + 'static>(page: fn(&PageContext) -> View) -> MethodRouter<Arc<AppState>> {
    get(
        async move |State(state): State<Arc<AppState>>, visitor: Visitor| {
            let ctx = visitor.page(&state);
            render(StatusCode::OK, move || page(&ctx)).await
        },
    )
}
