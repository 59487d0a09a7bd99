//! The page `/loan/existing`.

use std::sync::Arc;

use app::loan::existing::{page, start};
use axum::extract::State;
use axum::response::Response;

use super::answer;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::loan::pages::status;
use crate::state::AppState;

/// `/loan/existing`.
pub(crate) async fn existing_page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let ctx = visitor.page(&state);
    let shown = answer(&state, &visitor, &fields, start(ctx.lang), ctx.lang).await?;
    let status = status(shown.outcome.is_ok());
    Ok(render(status, move || page(&ctx, shown.clone())).await)
}
