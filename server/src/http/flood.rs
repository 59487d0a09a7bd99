//! What stands against a flood: every request is counted before anything is rendered.

use std::sync::Arc;

use app::text::error::Trouble;
use app::text::{Lang, text};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::failure::too_many;
use super::language::Language;
use super::peer::ClientAddress;
use super::problem::Problem;
use super::rejection::Rejection;
use super::security;
use crate::state::AppState;

/// The page that says so, without anything of whom it is for: a crowd is not the moment to render.
fn too_many_page(lang: Lang) -> String {
    let words = &text(lang).error;
    let Trouble { title, lost, advice } = &words.too_many;
    let (lang, wait) = (lang.tag(), words.wait_a_little);
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title><h1>{title}</h1><p>{lost}{wait}{advice}</p></html>"
    )
}

/// Middleware: counts requests of every method by client address, in a second and at once, and answers 429 with `Retry-After`
/// over the limit, outside everything that costs something. What changes state is counted once more by the room that does
/// it, under its own limit.
pub async fn count_requests(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let Some(address) = request.extensions().get::<ClientAddress>().copied() else {
        return next.run(request).await;
    };
    let place = state.limiter.enter(address);
    if let Err(wait) = place {
        security::limit_hit(&state, address, security::Limit::Requests);
        let lang = Language::of(request.extensions());
        if request.uri().path().starts_with("/api/") {
            let words = &text(lang).problem;
            let rejection = Rejection::too_many(wait, words.details.try_later);
            return Problem::of(rejection, words).into_response();
        }
        let mut response = too_many(wait);
        response
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        *response.body_mut() = Body::from(too_many_page(lang));
        return response;
    }
    // The place is held until the answer is there.
    let response = next.run(request).await;
    drop(place);
    response
}
