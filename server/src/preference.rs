//! What a browser prefers, kept in cookies: large type, and the language.

use std::sync::Arc;

use app::shell::{DISPLAY_PATH, RETURN_TO};
use app::text::Lang;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::form::{FormFields, QueryFields};
use crate::http::redirect::{came_from, see_other};
use crate::http::visitor::YEAR_SECONDS;
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(DISPLAY_PATH, post(set_display))
        .route("/language/{tag}", get(set_language))
}

/// Keeps the choice of large type and goes back to where the person was.
async fn set_display(
    State(state): State<Arc<AppState>>,
    headers: HeaderMap,
    FormFields(form): FormFields,
) -> Response {
    let secure = state.config.secure();
    let cookie = if form.get("large") == "1" {
        Cookie::LargeType.set("1", Some(YEAR_SECONDS), secure)
    } else {
        Cookie::LargeType.clear(secure)
    };
    go_back(&state, &headers, form.get(RETURN_TO), cookie)
}

/// Keeps the choice of a language and goes back to where the person was. It is a link, because nothing on the server changes; a
/// browser that only fetches ahead what somebody might press has not chosen anything, and must not keep the answer.
async fn set_language(
    State(state): State<Arc<AppState>>,
    headers: HeaderMap,
    Path(tag): Path<String>,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let lang = Lang::from_tag(&tag).ok_or(Failure::NotFound)?;
    if is_fetched_ahead(&headers) {
        return Ok(StatusCode::TOO_EARLY.into_response());
    }
    let cookie = Cookie::Language.set(lang.tag(), Some(YEAR_SECONDS), state.config.secure());
    Ok(go_back(&state, &headers, query.get(RETURN_TO), cookie))
}

/// Whether nobody has pressed anything yet: the names under which browsers have said so.
fn is_fetched_ahead(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-purpose", "x-moz"]
        .into_iter()
        .filter_map(|name| headers.get(name)?.to_str().ok())
        .any(|purpose| {
            purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview")
        })
}

fn go_back(state: &AppState, headers: &HeaderMap, written: &str, cookie: Option<HeaderValue>) -> Response {
    let mut response = see_other(&came_from(headers, &state.config.public_url, written));
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
