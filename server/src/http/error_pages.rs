//! The layer that turns every refusal that has no body yet (from a handler, a limit, the gate, a panic, an unknown address)
//! into something a person or a program can read and act on: a page, or a problem document.

use std::sync::Arc;
use std::time::Duration;

use app::error::{self, Trouble};
use app::text::problem::Details;
use app::text::text;
use axum::extract::{Request, State};
use axum::http::header::{self, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::access_log::Reference;
use super::failure::MayBeDone;
use super::gate::FormExpired;
use super::problem::Problem;
use super::rejection::Rejection;
use super::render::render;
use super::visitor::Visitor;
use crate::account::store::TokenHash;
use crate::state::AppState;

/// Middleware: see the module.
pub async fn answer(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let unsafe_method = !request.method().is_safe();
    let for_program = request.uri().path().starts_with("/api/");
    let (parts, body) = request.into_parts();
    let caller = Visitor::unknown(&parts, &state);
    let words = &text(caller.0.lang).problem;
    let Reference(reference) = parts.extensions.get().cloned().unwrap_or_default();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(rejection) = response.extensions_mut().remove::<Rejection>() {
        return Problem::of(rejection, words).into_response();
    }
    if !lacks_words(&response) {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let refusal = Refusal::of(&response, unsafe_method);
    let mut worded = if for_program {
        let detail = detail(&refusal, &words.details, &reference);
        let mut problem = Problem::new(refusal.status, words, detail);
        problem.retry_after = refusal.wait.map(u64::from);
        problem.into_response()
    } else {
        page(&state, caller, refusal, &reference).await
    };
    if let Some(allow) = allow {
        worded.headers_mut().insert(header::ALLOW, allow);
    }
    worded
}

/// An error that nobody has put into words yet.
fn lacks_words(response: &Response) -> bool {
    let status = response.status();
    (status.is_client_error() || status.is_server_error()) && !response.headers().contains_key(CONTENT_TYPE)
}

/// What a response without words says. (The response itself cannot be kept while the page is rendered.)
struct Refusal {
    status: StatusCode,
    wait: Option<u32>,
    form_expired: bool,
    /// Whether it may have been done all the same: the answer to something that changes state came too late, or failed.
    outcome_unknown: bool,
    timed_out: bool,
}

/// How long a page that says what went wrong waits for who is signed in.
const STORE_ANSWERS: Duration = Duration::from_millis(500);
/// How long to wait after a time-out, in seconds.
const AFTER_TIME_OUT: u32 = 10;

impl Refusal {
    fn of(response: &Response, unsafe_method: bool) -> Self {
        let status = response.status();
        let timed_out = status == StatusCode::GATEWAY_TIMEOUT;
        Self {
            // Who waits for an answer does not care which part of the machine let them wait.
            status: if timed_out {
                StatusCode::SERVICE_UNAVAILABLE
            } else {
                status
            },
            wait: retry_after(response).or(timed_out.then_some(AFTER_TIME_OUT)),
            outcome_unknown: unsafe_method
                && (timed_out
                    || status == StatusCode::INTERNAL_SERVER_ERROR
                    || response.extensions().get::<MayBeDone>().is_some()),
            timed_out,
            form_expired: response.extensions().get::<FormExpired>().is_some(),
        }
    }
}

fn retry_after(response: &Response) -> Option<u32> {
    response
        .headers()
        .get(header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

/// What a program is told.
fn detail(refusal: &Refusal, words: &Details, reference: &str) -> String {
    match refusal.status {
        _ if refusal.outcome_unknown => (words.outcome_unknown)(reference),
        StatusCode::UNAUTHORIZED => words.not_signed_in.to_owned(),
        StatusCode::FORBIDDEN => words.forbidden.to_owned(),
        StatusCode::NOT_FOUND => words.not_found.to_owned(),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => words.try_later.to_owned(),
        status if status.is_server_error() => (words.server_error)(reference),
        _ => words.check_request.to_owned(),
    }
}

async fn page(
    state: &AppState,
    (mut visitor, token): (Visitor, Option<TokenHash>),
    Refusal {
        status,
        wait,
        form_expired,
        outcome_unknown,
        timed_out,
    }: Refusal,
    reference: &str,
) -> Response {
    // The store may be what failed, or what does not answer: then the page greets a stranger, which is no harm.
    let _ = tokio::time::timeout(STORE_ANSWERS, visitor.resume(token, state)).await;
    let reference = reference.to_owned();
    let trouble = match status {
        StatusCode::FORBIDDEN if form_expired => Trouble::FormExpired,
        StatusCode::FORBIDDEN => Trouble::Forbidden,
        StatusCode::TOO_MANY_REQUESTS => Trouble::TooManyRequests {
            seconds: wait.unwrap_or(1),
        },
        _ if outcome_unknown => Trouble::OutcomeUnknown { reference },
        StatusCode::SERVICE_UNAVAILABLE if state.config.maintenance => Trouble::Maintenance,
        StatusCode::SERVICE_UNAVAILABLE if timed_out => Trouble::TimedOut,
        StatusCode::SERVICE_UNAVAILABLE => Trouble::Busy,
        status if status.is_server_error() => Trouble::Server { reference },
        _ => Trouble::NotFound,
    };
    let ctx = visitor.page(state);
    let mut page = render(status, move || error::page(&ctx, trouble.clone())).await;
    if let Some(seconds) = wait {
        page.headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    page
}
