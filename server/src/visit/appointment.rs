//! An appointment: seen by its owner or by who found it, kept in a calendar, cancelled.

use std::sync::Arc;

use app::text::{Local, text};
use app::visit::{AppointmentStatus, appointment, cancel as cancel_page, mine as mine_page, paths};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::store::{Appointment, AppointmentCode, Cancelled, Canceller};
use super::{calendar_file, pass, view};
use crate::clock::local;
use crate::http::failure::Failure;
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security;
use crate::http::visitor::Visitor;
use crate::qr;
use crate::state::AppState;

/// The appointment that a code in an address leads to.
async fn seen(
    state: &AppState,
    visitor: &Visitor,
    headers: &HeaderMap,
    code: &str,
) -> Result<Appointment, Failure> {
    let code = AppointmentCode::parse(code).ok_or(Failure::NotFound)?;
    let person = visitor.signed_in.map(|session| session.person);
    let found = state.store.appointment(&code).await?;
    let may_see =
        |appointment: &Appointment| person == Some(appointment.person) || pass::opens(state, headers, code);
    // The last four must be known first, whether there is such an appointment or not.
    found
        .filter(may_see)
        .ok_or_else(|| Failure::SeeFirst(paths::find(code.as_str())))
}

/// The appointment's address. It opens nothing by itself.
fn address(state: &AppState, code: AppointmentCode) -> String {
    format!("{}{}", state.config.public_url, paths::appointment(code.as_str()))
}

/// `/visit/{code}`
pub(crate) async fn show(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let found = seen(&state, &visitor, &headers, &code).await?;
    let standing = view::standing(&found, &state);
    let has_notice = state.edition.flow(&found.service).is_some();
    let data = appointment::Appointment {
        code: found.code.to_string(),
        standing,
        service: view::service_label(&state.edition, &found.service),
        notice: has_notice.then(|| found.service.clone()),
        slip: found.slip.as_ref().map(ToString::to_string),
        branch: view::branch_of(&state.edition, &found.branch),
        start: local(found.start),
        provisional: view::is_provisional(&found, &state),
        again: paths::branches(&found.service, None),
        qr: (standing == AppointmentStatus::Booked)
            .then(|| qr::code(&address(&state, found.code)))
            .flatten(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || appointment::page(&ctx, data.clone())).await)
}

/// `/visit/{code}/calendar.ics`
pub(crate) async fn calendar(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let found = seen(&state, &visitor, &headers, &code).await?;
    let lang = visitor.lang;
    let words = &text(lang).visit.appointment;
    let branch = view::branch_of(&state.edition, &found.branch);
    let service = Local::edition(lang, &view::service_label(&state.edition, &found.service));
    // What a map or a taxi driver finds.
    let [name, street] = [&branch.name, &branch.address].map(|of| Local::beside_chinese(lang, of).text());
    let file = calendar_file::write(&calendar_file::Entry {
        appointment: &found,
        displaced: view::standing(&found, &state) == AppointmentStatus::Displaced,
        url: &address(&state, found.code),
        title: &(words.calendar_title)(&service.text()),
        place: &format!("{name} {street}"),
        note: &(words.calendar_note)(found.code.as_str(), &street),
    });
    let disposition = format!("attachment; filename=\"visit-{}.ics\"", found.code);
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, disposition.as_str()),
        (CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, file).into_response())
}

/// The page that asks before cancelling.
pub(crate) async fn ask_cancel(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let found = seen(&state, &visitor, &headers, &code).await?;
    let line = view::line(&found, &state);
    let ctx = visitor.page(&state);
    match found.refuses_cancelling(state.clock.now()) {
        None => Ok(render(StatusCode::OK, move || cancel_page::page(&ctx, line.clone())).await),
        Some(Cancelled::TooLate(_)) => Ok(too_late(&state, &visitor, found.code).await),
        Some(_) => Ok(see_other(&paths::appointment(found.code.as_str()))),
    }
}

/// Cancels, and shows the appointment as it stands then.
pub(crate) async fn cancel(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let found = seen(&state, &visitor, &headers, &code).await?;
    visitor.may_book(&state)?;
    // Who may see it may cancel it: they are the owner, or gave the owner's last four.
    let by = Canceller::Person(found.person);
    match state.store.cancel(&found.code, &by, state.clock.now()).await? {
        done @ (Cancelled::Done(_) | Cancelled::Already(_)) => {
            if matches!(done, Cancelled::Done(_)) && !visitor.is(found.person) {
                security::cancelled_by_code(&state, visitor.address, found.person);
            }
            Ok(see_other(&paths::appointment(found.code.as_str())))
        }
        Cancelled::TooLate(_) => Ok(too_late(&state, &visitor, found.code).await),
        Cancelled::Unknown => Err(Failure::NotFound),
    }
}

async fn too_late(state: &AppState, visitor: &Visitor, code: AppointmentCode) -> Response {
    let ctx = visitor.page(state);
    render(StatusCode::CONFLICT, move || {
        cancel_page::too_late(&ctx, code.to_string())
    })
    .await
}

/// `/visit/mine`
pub(crate) async fn mine(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let appointments = state.store.appointments_of(person).await?;
    let lines: Vec<_> = appointments
        .iter()
        .map(|appointment| view::line(appointment, &state))
        .collect();
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || mine_page::page(&ctx, lines.clone())).await)
}
