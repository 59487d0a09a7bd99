//! The gate every unsafe request passes: it must come from our own pages, or from a program.
//!
//! 1. tower-http's CSRF layer (Origin and Sec-Fetch-Site) stands in front and refuses what a browser
//!    says comes from elsewhere.
//! 2. A request with neither header comes from an old browser or from a program. A program sends JSON,
//!    which a foreign page cannot send without asking first (CORS preflight, which we never grant).
//!    An old browser sends a form, and must bring the signed token of one of our pages.

use std::sync::Arc;

use app::shell::TOKEN_FIELD;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::cookie::Cookie;
use super::form::{self, Fields, FormFields};

use crate::state::AppState;

/// Marks a refusal whose cause is a token too old: opening the page again mends it.
#[derive(Debug, Clone, Copy)]
pub struct FormExpired;

/// Middleware: reads a posted form once (bounded), checks its token where the browser gave no better
/// proof, and hands the fields on.
pub async fn check_form(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    // What changes state is a POST or a DELETE, on every route there is; a method that a path does not have never comes here.
    if !matches!(*request.method(), Method::POST | Method::DELETE) {
        return next.run(request).await;
    }
    let vouched =
        request.headers().contains_key(header::ORIGIN) || request.headers().contains_key("sec-fetch-site");
    if !form::is_form(&request) {
        let bodiless = request.method() == Method::DELETE;
        return if vouched || bodiless || form::is_json(&request) {
            next.run(request).await
        } else {
            StatusCode::FORBIDDEN.into_response()
        };
    }
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, state.config.limits.body_bytes).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let fields = Fields::parse(&bytes);
    let visitor = Cookie::Visitor
        .read(&parts.headers, state.config.secure())
        .unwrap_or_default();
    if !vouched
        && !state
            .token_key
            .accepts(fields.get(TOKEN_FIELD), visitor, state.clock.now())
    {
        let mut response = StatusCode::FORBIDDEN.into_response();
        response.extensions_mut().insert(FormExpired);
        return response;
    }
    parts.extensions.insert(FormFields(fields));
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}
