//! `/visit/find`: by code and the last four of the ID number, without signing in.

use std::sync::Arc;

use app::visit::find::{self, Find, Problem};
use app::visit::paths;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use fund::typed::plain;

use super::pass;
use super::store::{Appointment, AppointmentCode};
use crate::http::failure::Failure;
use crate::http::form::{FormFields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security::{self, Limit};
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// The form; who followed a QR code finds the code filled in.
pub(crate) async fn form(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Response {
    let form = Find {
        code: AppointmentCode::parse(query.get(find::CODE))
            .map(|code| code.to_string())
            .unwrap_or_default(),
        problems: Vec::new(),
    };
    show(&state, &visitor, StatusCode::OK, form).await
}

/// Leads to the appointment, which this browser may now see for a while. A code nobody has and wrong last four get
/// the same answer, and count alike.
pub(crate) async fn submit(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let mut page = Find {
        code: form.get(find::CODE).to_owned(),
        problems: Vec::new(),
    };
    let code = AppointmentCode::parse(&page.code);
    let last_four = last_four(form.get(find::LAST_FOUR));
    if code.is_none() {
        page.problems.push(Problem::CodeInvalid);
    }
    if last_four.is_none() {
        page.problems.push(Problem::LastFourInvalid);
    }
    let (Some(code), Some(last_four)) = (code, last_four) else {
        return Ok(show(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, page).await);
    };
    if look_up(&state, &visitor, code, &last_four).await?.is_none() {
        page.problems.push(Problem::WrongPair);
        return Ok(show(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, page).await);
    }
    let mut response = see_other(&paths::appointment(code.as_str()));
    if let Some(cookie) = pass::cookie(&state, code) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The appointment with this code, if the last four fit; every attempt counts.
pub(super) async fn look_up(
    state: &AppState,
    visitor: &Visitor,
    code: AppointmentCode,
    last_four: &str,
) -> Result<Option<Appointment>, Failure> {
    visitor.may_book(state)?;
    security::counted(state, visitor.address, Limit::Find, state.limiter.find(code))?;
    Ok(state.store.find_appointment(&code, last_four).await?)
}

/// Four characters as a number's end may have them: letters and digits, full-width ones taken as what they stand for, and what cannot be seen left out.
pub(super) fn last_four(typed: &str) -> Option<String> {
    Some(plain(typed)).filter(|text| text.len() == 4 && text.chars().all(|c| c.is_ascii_alphanumeric()))
}

async fn show(state: &AppState, visitor: &Visitor, status: StatusCode, form: Find) -> Response {
    let ctx = visitor.page(state);
    render(status, move || find::page(&ctx, form.clone())).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_four_as_people_type_them() {
        for (typed, read) in [("242x", "242x"), (" 24 2X ", "242X"), ("２４２Ｘ", "242X")] {
            assert_eq!(last_four(typed).as_deref(), Some(read));
        }
        for bad in ["", "242", "24245", "24-2", "二四二X"] {
            assert_eq!(last_four(bad), None, "{bad}");
        }
    }
}
