//! The description of the JSON interface, OpenAPI 3.1, generated from the handlers.

use std::sync::Arc;

use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi;

use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "安居 Anju",
        description = "住房公积金服务门户的接口：账户、贷款试算、预约、一次性告知单。金额为元的十进制字符串，日期为 YYYY-MM-DD，时刻为 RFC 3339（+08:00）。"
    ),
    nest(
        (path = "/api/v1", api = crate::account::api::Api),
        (path = "/api/v1/loan", api = crate::loan::api::Api),
        (path = "/api/v1/notice", api = crate::notice::api::Api),
        (path = "/api/v1/visit", api = crate::visit::api::Api),
    )
)]
struct Document;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new().route("/api/v1/openapi.json", get(async || Json(document())))
}

/// The whole description.
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
