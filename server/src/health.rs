//! The health checks.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::http::failure::Failure;
use crate::state::AppState;

const MEBIBYTE: u64 = 1024 * 1024;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
}

/// The process answers.
async fn live() -> Json<Value> {
    Json(json!({ "status": "live" }))
}

/// The store answers too, and has room: a load balancer may send people here.
async fn ready(State(state): State<Arc<AppState>>) -> Result<Json<Value>, Failure> {
    state.store.ready().await?;
    let free = state.store.free_space().map(|bytes| bytes / MEBIBYTE);
    if let Some(free) = free.filter(|free| *free < state.config.limits.free_mebibytes) {
        return Err(Failure::DiskNearlyFull(free));
    }
    state.follow_imports().await;
    Ok(Json(
        json!({ "status": "ready", "data_as_of": state.data_as_of() }),
    ))
}
