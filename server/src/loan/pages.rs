//! The pages of the loan room.

use std::sync::Arc;

use app::loan::estimate::{self, Estimate};
use app::loan::form::example;
use app::loan::rates::{self, Day, Rates};
use app::loan::repayment::{self, Costs};
use app::loan::result::{Answer, RateSource};
use app::text::{Lang, text};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use fund::edition::Term;
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

/// `/loan/repayment`.
pub(crate) async fn repayment(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Response {
    let start = repayment::start(&todays_rate(&state).unwrap_or_default());
    let typed = start.sent(|name| fields.find(name));
    let status = status(Costs::of(&typed).is_ok());
    let ctx = visitor.page(&state);
    render(status, move || repayment::page(&ctx, typed.clone())).await
}

fn todays_rate(state: &AppState) -> Option<String> {
    let quote = state
        .edition
        .rate(Home::First, Months::MAX, state.clock.today())?;
    Some(quote.rate.to_string())
}

fn status(accepted: bool) -> StatusCode {
    if accepted {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// `/loan/rates`.
pub(crate) async fn rates(State(state): State<Arc<AppState>>, visitor: Visitor) -> Response {
    let table = &state.edition.loan_rates;
    let mut days: Vec<Day> = Vec::new();
    for quote in state.edition.rates_history() {
        match days.last_mut().filter(|day| day.from == quote.effective_from) {
            Some(day) => {
                day.verified &= quote.verified;
                // One document often sets several of them.
                if !day.source.contains(&quote.source) {
                    day.source = format!("{}；{}", day.source, quote.source);
                }
            }
            None => days.push(Day {
                from: quote.effective_from,
                rates: [Home::First, Home::Second]
                    .map(|home| {
                        Term::ALL.map(|term| {
                            table
                                .quote(home, term, quote.effective_from)
                                .map(|quote| quote.rate)
                        })
                    })
                    .as_flattened()
                    .try_into()
                    .unwrap_or_default(),
                source: quote.source,
                verified: quote.verified,
            }),
        }
    }
    days.reverse();
    let data = Rates {
        days,
        known_until: table.known_until(),
    };
    let ctx = visitor.page(&state);
    render(StatusCode::OK, move || rates::page(&ctx, data.clone())).await
}
