//! The HTTP side of the process: one router made of the rooms' routes, and the layers around it.
//!
//! From the outside in, a request passes:
//!
//! | layer | what it does |
//! | --- | --- |
//! | [`serve`] | time to send the head, connections in all and per address |
//! | address | the client's address, believed from trusted proxies only |
//! | headers | security headers on every answer |
//! | compression | brotli or gzip for pages and JSON |
//! | [`language::find`] | the language of the answer: the cookie, or `Accept-Language` |
//! | [`flood::count_requests`] | requests of every method by address, before anything is rendered |
//! | [`visitor::recognise`] | a random value per browser, for form tokens |
//! | [`access_log::write`] | a reference for the request, and a line in the log |
//! | [`error_pages::answer`] | words for every refusal: a page, or a problem document |
//! | panic, time-out | a handler that fails badly becomes a plain 500 or 503 |
//! | maintenance | everything but the health checks, when switched on |
//! | Origin gate, [`gate::check_form`] | unsafe methods come from our pages or from programs |
//! | body limit | 64 KiB |

pub mod access_log;
pub mod assets;
pub mod cookie;
pub mod error_pages;
pub mod etag;
pub mod failure;
pub mod flood;
pub mod form;
pub mod form_token;
pub mod gate;
pub mod json;
pub mod language;
pub mod limit;
pub mod peer;
pub mod problem;
pub mod redirect;
pub mod rejection;
pub mod render;
pub mod security;
pub mod serve;
pub mod visitor;
pub mod wait;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state, map_response_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use self::language::Secure;
use crate::state::AppState;

/// The whole portal as one service: the rooms' routes inside the layers above.
pub fn router(state: Arc<AppState>) -> Router {
    let seconds = Duration::from_secs(state.config.limits.request_seconds);
    let csrf = CsrfLayer::new().with_rejection_response(|_| StatusCode::FORBIDDEN.into_response());
    let panic = CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
        tracing::error!("a handler panicked");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    });
    let with = |state: &Arc<AppState>| Arc::clone(state);
    // Each `layer` stands outside those before it: read the table above from the bottom up.
    crate::routes::rooms()
        .fallback(embedded_file)
        .layer(DefaultBodyLimit::max(state.config.limits.body_bytes))
        .layer(from_fn_with_state(with(&state), gate::check_form))
        .layer(csrf)
        // Outside the gate: what a path does not have is said to anybody, with what it has, and nothing is done.
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(from_fn_with_state(with(&state), closed_for_maintenance))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            seconds,
        ))
        .layer(panic)
        .layer(from_fn_with_state(with(&state), error_pages::answer))
        .layer(from_fn_with_state(with(&state), access_log::write))
        .layer(from_fn_with_state(with(&state), visitor::recognise))
        .layer(from_fn_with_state(with(&state), flood::count_requests))
        .layer(from_fn_with_state(Secure(state.config.secure()), language::find))
        // A little more than the default of 4: a page is some 4 % smaller, which a slow line feels more than the server does.
        // The browser's files were compressed when they were built.
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Precise(5))
                .compress_when(DefaultPredicate::new().and(not_cached_for_all)),
        )
        .layer(map_response_with_state(with(&state), security_headers))
        .layer(from_fn_with_state(with(&state), note_address))
        .with_state(state)
}

/// Whether an answer is made for one request: the browser's files, which anybody may keep, are sent as they lie.
fn not_cached_for_all(
    _: StatusCode,
    _: axum::http::Version,
    headers: &axum::http::HeaderMap,
    _: &axum::http::Extensions,
) -> bool {
    let cache = headers.get(header::CACHE_CONTROL);
    cache.is_none_or(|cache| !cache.as_bytes().starts_with(b"public"))
}

/// What no route takes may be an icon or a script; else there is no such page.
async fn embedded_file(request: Request) -> Response {
    let Some(file) = assets::respond(request.uri().path(), request.headers()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        file
    } else {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET,HEAD")]).into_response()
    }
}

async fn note_address(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    if let Some(peer) = request.extensions().get::<peer::PeerAddress>() {
        let address = peer::client_address(peer.0.ip(), request.headers(), &state.config.trusted_proxies);
        request.extensions_mut().insert(address);
    }
    next.run(request).await
}

async fn closed_for_maintenance(
    State(state): State<Arc<AppState>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if state.config.maintenance && !path.starts_with("/health/") && !path.starts_with("/pkg/") {
        let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("300"));
        return response;
    }
    next.run(request).await
}

const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
const POLICY_OF_OTHER_ANSWERS: &str = "default-src 'none'; frame-ancestors 'none'";

async fn security_headers(State(state): State<Arc<AppState>>, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    // What nobody has thought about is kept by nobody.
    set(header::CACHE_CONTROL, "private, no-store");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::CONTENT_SECURITY_POLICY, POLICY_OF_OTHER_ANSWERS);
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    if state.config.secure() {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    response
}
