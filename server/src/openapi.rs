//! The description of the JSON interface, OpenAPI 3.1, generated from the handlers.

use std::mem;
use std::sync::Arc;

use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi;
use utoipa::openapi::RefOr;

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

/// How a refusal comes, from whatever call.
const PROBLEM: &str = "application/problem+json";

/// The whole description. Every answer must have a description of its own: where the handler gives none, it is what the
/// status means throughout this interface. Every refusal is a problem.
pub fn document() -> utoipa::openapi::OpenApi {
    let mut document = Document::openapi();
    for item in document.paths.paths.values_mut() {
        let calls = [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.patch,
            &mut item.delete,
        ];
        let answers = calls
            .into_iter()
            .flatten()
            .flat_map(|call| &mut call.responses.responses);
        for (status, answer) in answers {
            let RefOr::T(answer) = answer else { continue };
            if answer.description.is_empty() {
                usual(status).clone_into(&mut answer.description);
            }
            if status.starts_with(['4', '5']) {
                let problem = mem::take(&mut answer.content).into_values();
                answer.content = problem.map(|body| (PROBLEM.to_owned(), body)).collect();
            }
        }
    }
    document
}

fn usual(status: &str) -> &'static str {
    match status {
        "201" => "made",
        "204" => "done, or done before; nothing to say",
        "401" => "not signed in",
        "403" => "not allowed",
        "404" => "no such thing, or not the caller's",
        "409" => "in conflict with how things stand; `type` says how",
        "422" => "some fields cannot be accepted: `errors` names them",
        "429" => "too often: wait `Retry-After` seconds",
        "503" => "not now: wait `Retry-After` seconds",
        _ => "the answer",
    }
}
