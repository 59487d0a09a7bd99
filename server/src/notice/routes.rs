//! The addresses of the notice room.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::{api, pages, slip};
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/notice", get(pages::index))
        .route("/notice/verify", get(slip::verify))
        .route("/notice/slip/{number}", get(slip::show))
        .route("/notice/{service}", get(pages::service))
        .route("/notice/{service}/slips", post(slip::issue))
        .route("/api/v1/notice/services", get(api::services))
        .route("/api/v1/notice/{service}", get(api::service))
        .route("/api/v1/notice/{service}/slips", post(api::issue))
        .route("/api/v1/notice/slips/{number}/verify", get(api::verify))
}
