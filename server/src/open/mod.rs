//! Public information (信息公开): what the edition says of itself and what the centre reported.

use std::sync::Arc;

use app::open::{self, Published};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new().route("/open", get(published))
}

/// `/open`
async fn published(State(state): State<Arc<AppState>>, visitor: Visitor) -> Response {
    let data = Published {
        meta: state.edition.meta.clone(),
        reports: state.edition.reports.clone(),
    };
    let ctx = visitor.page(&state);
    render(StatusCode::OK, move || open::page(&ctx, data.clone())).await
}
