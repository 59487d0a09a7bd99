//! The addresses of the loan room.

use std::sync::Arc;

use app::loan::paths;
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;

use super::{api, pages, repayment as costs};
use crate::http::etag;
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(paths::ESTIMATE, get(pages::estimate))
        .route(paths::RATES, get(super::rates::page))
        .route(paths::PREPAYMENT, get(super::prepayment::prepayment_page))
        .route(paths::EXISTING, get(super::existing::page::existing_page))
        .route("/api/v1/loan/existing", get(super::existing::api::existing))
        .route("/api/v1/loan/prepayment", get(super::prepayment::prepayment))
        .route(paths::REPAYMENT, get(costs::page))
        .route(paths::REPAYMENT_PRINT, get(costs::print))
        .route("/api/v1/loan/quota", get(api::quota))
        .route("/api/v1/loan/repayment", get(costs::json))
        .route(paths::REPAYMENT_FILES[0], get(costs::csv))
        .route(paths::REPAYMENT_FILES[1], get(costs::xlsx))
        .route(paths::REPAYMENT_FILES[2], get(costs::ics))
        .route("/api/v1/loan/rates", get(super::rates::json))
        .route(paths::COMPARE, get(super::compare::page))
        .route("/api/v1/loan/compare", get(super::compare::json))
        .route(paths::AFFORD, get(super::afford::page))
        .route("/api/v1/loan/afford", get(super::afford::json))
        .route(paths::OVERDUE, get(super::overdue::page))
        .route(paths::CONTRIBUTION, get(super::contribution::page))
        .route(paths::OFFSET, get(super::offset::page))
        .route("/api/v1/loan/overdue", get(super::overdue::json))
        .route("/api/v1/loan/contribution", get(super::contribution::json))
        .route("/api/v1/loan/offset", get(super::offset::json))
        .layer(from_fn(etag::conditional))
}
