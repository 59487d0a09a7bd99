//! The addresses of the loan room.

use std::sync::Arc;

use app::loan::{
    afford, compare, contribution, estimate, existing, offset, overdue, prepayment, rates, repayment,
};
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;

use super::{api, pages, repayment as costs};
use crate::http::etag;
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(estimate::PATH, get(pages::estimate))
        .route(rates::PATH, get(super::rates::page))
        .route(prepayment::PATH, get(super::prepayment::prepayment_page))
        .route(existing::PATH, get(super::existing::page::existing_page))
        .route("/api/v1/loan/existing", get(super::existing::api::existing))
        .route("/api/v1/loan/prepayment", get(super::prepayment::prepayment))
        .route(repayment::PATH, get(costs::page))
        .route(repayment::print::PRINT, get(costs::print))
        .route("/api/v1/loan/quota", get(api::quota))
        .route("/api/v1/loan/repayment", get(costs::json))
        .route(repayment::FILES[0], get(costs::csv))
        .route(repayment::FILES[1], get(costs::xlsx))
        .route(repayment::FILES[2], get(costs::ics))
        .route("/api/v1/loan/rates", get(super::rates::json))
        .route(compare::PATH, get(super::compare::page))
        .route("/api/v1/loan/compare", get(super::compare::json))
        .route(afford::PATH, get(super::afford::page))
        .route("/api/v1/loan/afford", get(super::afford::json))
        .route(overdue::PATH, get(super::overdue::page))
        .route(contribution::PATH, get(super::contribution::page))
        .route(offset::PATH, get(super::offset::page))
        .route("/api/v1/loan/overdue", get(super::overdue::json))
        .route("/api/v1/loan/contribution", get(super::contribution::json))
        .route("/api/v1/loan/offset", get(super::offset::json))
        .layer(from_fn(etag::conditional))
}
