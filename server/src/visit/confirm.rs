//! `/visit/confirm`: one look, one button.

use std::sync::Arc;

use app::visit::confirm::{self, Confirm};
use app::visit::not_booked::{self, NotBooked, Reason};
use app::visit::paths;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::booking::{self, Outcome, SlotRequest};
use super::choose::chosen;
use super::store::Appointment;
use super::{capacity, view};
use crate::clock::random_bytes;
use crate::http::failure::Failure;
use crate::http::form::{Fields, FormFields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::seal::PersonKey;
use crate::state::AppState;

/// The page that books: what is about to be booked, or why it cannot be.
pub(crate) async fn look(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let wish = wish(&state, &query)?;
    let person = person(&visitor, &wish)?;
    if let Some(appointment) = booking::standing(&state, person, wish.service).await? {
        return Ok(already_booked(&state, &visitor, &appointment).await);
    }
    if let Some(reason) = wish.outside(&state) {
        return refuse(&state, &visitor, &wish, reason).await;
    }
    if capacity::place(&state, wish.branch, wish.slot.clone())
        .await?
        .free
        == 0
    {
        return refuse(&state, &visitor, &wish, Reason::Full).await;
    }
    let key: [u8; 16] = random_bytes(state.random.as_ref());
    let data = Confirm {
        choice: view::choice(wish.service, wish.slip.as_ref()),
        branch: view::branch(wish.branch),
        slot: wish.slot.id,
        start: wish.slot.start,
        provisional: wish.slot.provisional,
        key: URL_SAFE_NO_PAD.encode(key),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || confirm::page(&ctx, data.clone())).await)
}

/// Books, and leads to the appointment; or says why not, and what is free instead.
pub(crate) async fn submit(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let key = form.get(confirm::KEY);
    let wish = match wish(&state, &form) {
        Ok(wish) => wish,
        // The slot may be gone, but not the answer to who has booked it.
        Err(gone) => return booked_before(&state, &visitor, &form, key).await?.ok_or(gone),
    };
    let person = person(&visitor, &wish)?;
    if !booking::is_key(key) {
        // Not from our page: show that page, which brings a key.
        return Ok(see_other(&confirm_path(&wish)));
    }
    visitor.may_book(&state)?;
    match booking::book(&state, person, &wish, key).await? {
        Outcome::Booked(appointment) | Outcome::Repeated(appointment) => {
            Ok(see_other(&paths::appointment(appointment.code.as_str())))
        }
        // A page from long ago, with another choice: the page of this choice brings a key of its own.
        Outcome::KeyReused => Ok(see_other(&confirm_path(&wish))),
        Outcome::AlreadyBooked(appointment) => Ok(already_booked(&state, &visitor, &appointment).await),
        Outcome::NotBooked(reason) => refuse(&state, &visitor, &wish, reason).await,
        Outcome::NoAccount => {
            let ctx = visitor.page(&state);
            Ok(render(StatusCode::CONFLICT, move || not_booked::no_account(&ctx)).await)
        }
    }
}

/// Leads to the appointment that this form made when it was sent before, whatever has become of its slot.
async fn booked_before(
    state: &AppState,
    visitor: &Visitor,
    form: &Fields,
    key: &str,
) -> Result<Option<Response>, Failure> {
    let Some(session) = visitor.signed_in.filter(|_| booking::is_key(key)) else {
        return Ok(None);
    };
    let (slot, service) = (form.get(confirm::SLOT), form.get(confirm::SERVICE));
    Ok(
        match booking::earlier(state, session.person, key, slot, service).await? {
            Some(Outcome::Repeated(appointment)) => {
                Some(see_other(&paths::appointment(appointment.code.as_str())))
            }
            _ => None,
        },
    )
}

fn wish<'s>(state: &'s AppState, fields: &Fields) -> Result<SlotRequest<'s>, Failure> {
    let (service, slip) = chosen(&state.edition, fields)?;
    SlotRequest::new(&state.edition, service, fields.get(confirm::SLOT), slip).ok_or(Failure::NotFound)
}

/// The person, or the sign-in page and back to this wish, even from a form.
fn person(visitor: &Visitor, wish: &SlotRequest<'_>) -> Result<PersonKey, Failure> {
    visitor
        .signed_in
        .map(|session| session.person)
        .ok_or_else(|| Failure::NotSignedIn(confirm_path(wish)))
}

fn confirm_path(wish: &SlotRequest<'_>) -> String {
    view::choice(wish.service, wish.slip.as_ref()).confirm(&wish.slot.id)
}

async fn refuse(
    state: &AppState,
    visitor: &Visitor,
    wish: &SlotRequest<'_>,
    reason: Reason,
) -> Result<Response, Failure> {
    let places = capacity::alternatives(state, wish.branch, wish.service, &wish.slot).await?;
    let data = NotBooked {
        choice: view::choice(wish.service, wish.slip.as_ref()),
        branch: wish.branch.code.clone(),
        reason,
        alternatives: places
            .iter()
            .map(|place| view::free_place(wish.branch, place))
            .collect(),
    };
    let status = match reason {
        Reason::Full | Reason::CoolingDown(_) => StatusCode::CONFLICT,
        Reason::TooSoon(_) | Reason::TooFar(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let ctx = visitor.page(state);
    Ok(render(status, move || not_booked::page(&ctx, data.clone())).await)
}

async fn already_booked(state: &AppState, visitor: &Visitor, appointment: &Appointment) -> Response {
    let line = view::line(appointment, state);
    let ctx = visitor.page(state);
    render(StatusCode::CONFLICT, move || {
        not_booked::already_booked(&ctx, line.clone())
    })
    .await
}
