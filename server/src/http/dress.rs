//! The layer around everything that answers: gives each request an id for the log, and turns every refusal that has
//! no body yet (from a handler, a limit, the gate, a panic, an unknown address) into something a person or
//! a program can read and act on.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::error::{self, Trouble};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{self, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;

use super::failure::MayBeDone;
use super::gate::FormExpired;
use super::problem::Problem;
use super::render::render;
use super::visitor::Visitor;
use crate::account::store::TokenHash;
use crate::clock::random_code;
use crate::metrics::METRICS;
use crate::state::AppState;

/// Middleware: see the module.
pub async fn dress(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let reference = random_code(state.random.as_ref(), 8);
    // The route's pattern, not the path: a path may hold an appointment's code, a query a person's income.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id = %reference, method = %request.method(), route = %route);
    async move {
        let began = Instant::now();
        let unsafe_method = !request.method().is_safe();
        let for_program = request.uri().path().starts_with("/api/");
        let (parts, body) = request.into_parts();
        let caller = Visitor::unknown(&parts, &state);
        let response = next.run(Request::from_parts(parts, body)).await;
        let allow = response.headers().get(header::ALLOW).cloned();
        let mut response = if !needs_dress(&response) {
            response
        } else if for_program {
            problem(&Refusal::of(&response, unsafe_method), &reference)
        } else {
            let refusal = Refusal::of(&response, unsafe_method);
            page(&state, caller, refusal, reference).await
        };
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        METRICS.answered(&route, response.status().as_u16(), began.elapsed());
        tracing::info!(
            status = response.status().as_u16(),
            ms = began.elapsed().as_millis(),
            "answered"
        );
        response
    }
    .instrument(span)
    .await
}

/// An error that nobody has put into words yet.
fn needs_dress(response: &Response) -> bool {
    let status = response.status();
    (status.is_client_error() || status.is_server_error()) && !response.headers().contains_key(CONTENT_TYPE)
}

/// What a bare response says. (The response itself cannot be kept while the page is rendered.)
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

fn problem(
    &Refusal {
        status,
        wait,
        outcome_unknown,
        ..
    }: &Refusal,
    reference: &str,
) -> Response {
    let detail = match status {
        _ if outcome_unknown => {
            format!(
                "没有等到结果，不知道是否已经办成：请先查询现状，再决定要不要重发（幂等键不变）。编号 {reference}。"
            )
        }
        StatusCode::UNAUTHORIZED => "请先登录，再重新发送。".to_owned(),
        StatusCode::FORBIDDEN => "这个请求不是从本站页面发出的，或不属于登录的人。".to_owned(),
        StatusCode::NOT_FOUND => "没有这个地址，或其中的编号不存在。".to_owned(),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => "请稍后再试。".to_owned(),
        status if status.is_server_error() => format!("已记录，编号 {reference}。"),
        _ => "请对照接口说明检查请求。".to_owned(),
    };
    let problem = Problem::new(status, detail);
    match wait {
        Some(seconds) => problem.retry_after(seconds.into()).into_response(),
        None => problem.into_response(),
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
    reference: String,
) -> Response {
    // The store may be what failed, or what does not answer: then the page greets a stranger, which is no harm.
    let _ = tokio::time::timeout(STORE_ANSWERS, visitor.resume(token, state)).await;
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
    let mut dressed = render(status, move || error::page(&ctx, trouble.clone())).await;
    if let Some(seconds) = wait {
        dressed
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    dressed
}
