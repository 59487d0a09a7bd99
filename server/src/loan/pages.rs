//! The pages of the loan room.

use std::sync::Arc;

use app::loan::estimate::{self, Estimate};
use app::loan::form::example;
use app::loan::result::{Answer, RateSource};
use app::text::{Lang, text};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use fund::months::Months;
use fund::quota::Home;

use super::estimate::Asked;
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
    let asked = Asked::new(&state, &visitor, &fields, example()).await?;
    let outcome = asked.assess(&state)?.map(|assessed| {
        let source = RateSource {
            effective_from: assessed.quote.effective_from,
            document: assessed.quote.source,
            verified: assessed.quote.verified,
        };
        Answer::new(
            assessed.wanted,
            assessed.assessment,
            &state.edition.quota,
            &assessed.rates,
            source,
            &text(Lang::ZhCn).loan,
        )
        .with_more(assessed.effects, assessed.bank)
    });
    let status = status(outcome.is_ok());
    let data = Estimate {
        typed: asked.typed,
        origin: asked.origin,
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
