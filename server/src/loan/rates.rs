//! What loans cost now and through the years: the page and the JSON.

use std::sync::Arc;

use app::loan::rates::{self, Columns, Day, Mine, Page, Prime, Steps};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Datelike as _, NaiveDate};
use fund::edition::{Edition, LoanRates, RateQuote, Term};
use fund::quota::Home;
use fund::records::LoanAccount;
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::failure::Failure;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// `/loan/rates`.
pub(crate) async fn page(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let (edition, today) = (&state.edition, state.clock.today());
    let loan = match visitor.signed_in {
        Some(session) => state.store.loan(session.person).await?,
        None => None,
    };
    let running = loan.filter(|loan| loan.settled_on.is_none());
    let page = Page {
        today,
        now: columns(&edition.loan_rates, today),
        mine: running.and_then(|loan| mine(&loan, &edition.loan_rates, today)),
        days: days(edition),
        lines: lines(edition),
        prime: prime(edition).rev().collect(),
        known_until: edition.loan_rates.known_until(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || rates::page(&ctx, page.clone())).await)
}

/// The rates of all four kinds of loan on a day.
fn columns(rates: &LoanRates, day: NaiveDate) -> Columns {
    let rate = |home, term| rates.quote(home, term, day).map(|quote| quote.rate);
    [
        rate(Home::First, Term::Le5y),
        rate(Home::First, Term::Gt5y),
        rate(Home::Second, Term::Le5y),
        rate(Home::Second, Term::Gt5y),
    ]
}

/// The rate of a running loan now, by its own file, and from the next 1 January by the published changes. The file does not
/// say which home it was for: the one whose published rate is the loan's.
fn mine(loan: &LoanAccount, rates: &LoanRates, today: NaiveDate) -> Option<Mine> {
    let from = NaiveDate::from_ymd_opt(today.year() + 1, 1, 1)?;
    let home = loan.home(rates, today)?;
    Some(Mine {
        now: loan.rate,
        from,
        next: rates
            .contract_quote(home, loan.months, loan.granted_on, from)?
            .rate,
    })
}

/// Every day on which something changed, newest first.
fn days(edition: &Edition) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for quote in edition.rates_history() {
        match days.last_mut().filter(|day| day.from == quote.effective_from) {
            Some(day) => {
                day.verified &= quote.verified;
                // One document often sets several of them.
                if !day.sources.iter().any(|source| source.contains(&quote.source)) {
                    day.sources.push(quote.source);
                }
            }
            None => days.push(Day {
                from: quote.effective_from,
                rates: columns(&edition.loan_rates, quote.effective_from),
                sources: vec![quote.source],
                verified: quote.verified,
            }),
        }
    }
    days.reverse();
    days
}

/// First home longer and up to five years, and the prime rate.
fn lines(edition: &Edition) -> [Steps; 3] {
    let history = edition.rates_history();
    let steps = |term| {
        history
            .iter()
            .filter(|quote| quote.home == Home::First && quote.term == term)
            .map(|quote| (quote.effective_from, quote.rate))
            .collect()
    };
    let prime = edition
        .prime_rates
        .iter()
        .map(|rate| (rate.effective_from, rate.rate))
        .collect();
    [steps(Term::Gt5y), steps(Term::Le5y), prime]
}

/// Every change of the prime rate, oldest first.
fn prime(edition: &Edition) -> impl DoubleEndedIterator<Item = Prime> + '_ {
    edition.prime_rates.iter().map(|rate| Prime {
        from: rate.effective_from,
        rate: rate.rate,
        source: rate.source.clone(),
        verified: rate.verified,
    })
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RateHistory {
    /// Every change on record, oldest first.
    rates: Vec<LoanRate>,
    /// Every change of the five-year loan prime rate, oldest first.
    prime_rates: Vec<PrimeRate>,
    /// The last day up to which changes are known.
    known_until: NaiveDate,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoanRate {
    /// The first day it holds for new loans.
    effective_from: NaiveDate,
    /// `first` or `second`.
    home: &'static str,
    /// `le5y` or `gt5y`.
    term: &'static str,
    annual_percent: String,
    source: String,
    verified: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PrimeRate {
    effective_from: NaiveDate,
    annual_percent: String,
    source: String,
    verified: bool,
}

/// Rates of fund loans, and the prime rate that banks' loans follow, through the years.
#[utoipa::path(get, path = "/rates", tag = "loan", responses((status = 200, body = RateHistory)))]
pub(crate) async fn json(State(state): State<Arc<AppState>>) -> Json<RateHistory> {
    let edition = &state.edition;
    let rate = |quote: RateQuote| LoanRate {
        effective_from: quote.effective_from,
        home: quote.home.code(),
        term: quote.term.code(),
        annual_percent: quote.rate.to_string(),
        source: quote.source,
        verified: quote.verified,
    };
    let prime_rate = |prime: Prime| PrimeRate {
        effective_from: prime.from,
        annual_percent: prime.rate.to_string(),
        source: prime.source,
        verified: prime.verified,
    };
    Json(RateHistory {
        rates: edition.rates_history().into_iter().map(rate).collect(),
        prime_rates: prime(edition).map(prime_rate).collect(),
        known_until: edition.loan_rates.known_until(),
    })
}
