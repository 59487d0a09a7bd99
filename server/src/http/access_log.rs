//! The layer that gives each request a reference and writes one line about it, without anything of whom it was about.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::clock::random_code;
use crate::metrics::METRICS;
use crate::state::AppState;

/// What the log calls this request: an error page tells it to the person, who tells it to the hotline.
#[derive(Debug, Clone, Default)]
pub struct Reference(pub Arc<str>);

/// Middleware: see the module.
pub async fn write(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let reference: Arc<str> = random_code(state.random.as_ref(), 8).into();
    // The route's pattern, not the path: a path may hold an appointment's code, a query a person's income.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id = %reference, method = %request.method(), route = %route);
    request.extensions_mut().insert(Reference(reference));
    async move {
        let began = Instant::now();
        let response = next.run(request).await;
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
