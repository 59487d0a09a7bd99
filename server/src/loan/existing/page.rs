//! The page `/loan/existing`.

use std::sync::Arc;

use app::loan::existing::{Page, page, start};
use axum::extract::State;
use axum::response::Response;

use super::{Answered, answer};
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
    let Answered {
        typed,
        origin,
        outcome,
    } = answer(&state, &visitor, &fields, start()).await?;
    let status = status(outcome.is_ok());
    let data = Page {
        typed,
        origin,
        outcome,
    };
    let ctx = visitor.page(&state);
    Ok(render(status, move || page(&ctx, data.clone())).await)
}
