//! The pages of the loan room.

use std::sync::Arc;

use app::loan::estimate::{self, Found, Page, RateSource, example};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use fund::months::Months;
use fund::quota::Home;

use super::estimate::Filled;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// `/loan`.
pub(crate) async fn estimate(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let filled = Filled::new(&state, &visitor, &fields, example(visitor.lang)).await?;
    let outcome = filled.assess(&state)?.and_then(|assessed| {
        let source = RateSource {
            effective_from: assessed.quote.effective_from,
            document: assessed.quote.source,
            verified: assessed.quote.verified,
        };
        let found = Found::new(
            (&filled.typed, &assessed.question),
            assessed.assessment,
            &state.edition.quota,
            (&assessed.rates, source),
            visitor.lang,
        )?;
        Ok(found.with_more(assessed.effects, assessed.bank))
    });
    let status = status(outcome.is_ok());
    let data = Page {
        typed: filled.typed,
        origin: filled.origin,
        outcome,
    };
    let ctx = visitor.page(&state);
    Ok(render(status, move || estimate::page(&ctx, data.clone())).await)
}

/// The rate of a new loan for a first home today, over a long term.
pub(super) fn todays_rate(state: &AppState) -> Option<String> {
    let quote = state
        .edition
        .rate(Home::First, Months::MAX, state.clock.today())?;
    Some(quote.rate.to_string())
}

/// The status of a page whose form was accepted, or was not.
pub(super) fn status(accepted: bool) -> StatusCode {
    if accepted {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}
