//! `/signin` and `/signout`.

use std::sync::Arc;

use app::account::signin::{self, Problem, SignIn};
use app::shell::RETURN_TO;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use super::identity::{self, SignInRefused};
use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::form::{Fields, FormFields, QueryFields};
use crate::http::redirect::{local_path, see_other};
use crate::http::render::render;
use crate::http::security;
use crate::http::visitor::Visitor;
use crate::http::wait::Wait;
use crate::state::AppState;
use fund::records::{Paper, PaperKind};

/// Where a person goes after signing in, unless they came from a page that asked for it.
pub(super) const AFTER: &str = "/account";

/// The sign-in page.
pub(crate) async fn form(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Response {
    let return_to = return_to(&query);
    if visitor.signed_in.is_some() {
        return see_other(&return_to);
    }
    show(
        &state,
        &visitor,
        StatusCode::OK,
        SignIn {
            return_to,
            ..SignIn::default()
        },
    )
    .await
}

/// Signs in, or shows the form again with what is wrong.
pub(crate) async fn submit(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let mut page = SignIn {
        id_number: form.get(signin::ID_NUMBER).to_owned(),
        paper: PaperKind::from_name(form.get(signin::PAPER)),
        return_to: return_to(&form),
        problems: Vec::new(),
    };
    // An old page, or a program, that names no paper means an identity card.
    let kind = page.paper.unwrap_or(PaperKind::IdentityCard);
    let paper = Paper::parse(kind, &page.id_number);
    let password = form.get(signin::PASSWORD).to_owned();
    if let Err(error) = &paper {
        page.problems.push(Problem::IdNumber(*error));
    }
    if password.is_empty() {
        page.problems.push(Problem::PasswordMissing);
    }
    let (Ok(paper), true) = (paper, page.problems.is_empty()) else {
        return Ok(show(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, page).await);
    };
    let old = visitor.signed_in.map(|session| session.token);
    match identity::sign_in(&state, visitor.address, &paper, password, old, &headers).await {
        Ok(opened) => {
            let mut response = see_other(&page.return_to);
            for cookie in opened.cookies {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(SignInRefused::WrongPair) => {
            page.problems.push(Problem::WrongPair);
            Ok(show(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, page).await)
        }
        Err(SignInRefused::TooMany(Wait(seconds))) => {
            let wait = u32::try_from(seconds).unwrap_or(u32::MAX);
            page.problems.push(Problem::Wait { seconds: wait });
            let mut response = show(&state, &visitor, StatusCode::TOO_MANY_REQUESTS, page).await;
            response
                .headers_mut()
                .insert(axum::http::header::RETRY_AFTER, HeaderValue::from(seconds));
            Ok(response)
        }
        Err(SignInRefused::Failed(failure)) => Err(failure),
    }
}

/// Signs out.
pub(crate) async fn sign_out(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    if let Some(session) = visitor.signed_in {
        state.store.close_session(&session.token).await?;
        security::sessions_closed(&state, visitor.address, session.person, 1);
    }
    let mut response = see_other("/");
    if let Some(cookie) = Cookie::Session.clear(state.config.secure()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

pub(super) fn return_to(fields: &Fields) -> String {
    match local_path(fields.get(RETURN_TO)) {
        "/" => AFTER.to_owned(),
        path => path.to_owned(),
    }
}

async fn show(state: &AppState, visitor: &Visitor, status: StatusCode, form: SignIn) -> Response {
    let ctx = visitor.page(state);
    render(status, move || signin::page(&ctx, form.clone())).await
}
