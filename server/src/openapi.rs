//! The description of the JSON interface, OpenAPI 3.1, generated from the handlers, and made exact here: names of operations,
//! what each parameter may be, who may call, and every answer that any call may get.

mod parameters;

use std::sync::Arc;

use app::text::{Lang, text};
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

use crate::http::language::Language;
use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "安居 Anju",
        description = ""
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
    Router::new().route(
        "/api/v1/openapi.json",
        get(
            async |State(state): State<Arc<AppState>>, Language(lang): Language| Json(document(&state, lang)),
        ),
    )
}

/// How a refusal comes, from whatever call.
const PROBLEM: &str = "application/problem+json";
/// The methods that an item of paths may have.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
/// What programs send.
const BODIES: [&str; 3] = ["SignIn", "NewAppointment", "Proof"];
/// Name of the parameter that all calls share.
const LANGUAGE: &str = "language";
/// Name of the scheme by which a person is signed in.
const SESSION: &str = "session";

/// The whole description; what the interface is, in this language.
pub fn document(state: &AppState, lang: Lang) -> Value {
    let mut document = serde_json::to_value(Document::openapi()).unwrap_or_default();
    document["info"]["description"] = json!(text(lang).problem.interface);
    document["components"]["parameters"] = json!({ LANGUAGE: language() });
    document["servers"] = json!([{ "url": state.config.public_url }]);
    let cookie = if state.config.secure() {
        "__Host-anju-session"
    } else {
        "anju-session"
    };
    document["components"]["securitySchemes"] = json!({
        SESSION: { "type": "apiKey", "in": "cookie", "name": cookie, "description": "set by `POST /api/v1/session`" }
    });
    for body in BODIES {
        parameters::refine_body(&state.edition, &mut document["components"]["schemas"][body]);
    }
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for method in METHODS {
            if let Some(call) = item.get_mut(method).and_then(Value::as_object_mut) {
                finish(state, path, method, call);
            }
        }
    }
    document
}

/// What every call takes beside its own parameters.
fn language() -> Value {
    json!({
        "name": "Accept-Language",
        "in": "header",
        "description": "the language of words: `zh` (also when neither is asked for) or `en`, by weight; what the centre has \
            published in Chinese only stays Chinese. `Content-Language` says which it is.",
        "schema": { "type": "string" },
        "example": "en, zh;q=0.5"
    })
}

fn finish(state: &AppState, path: &str, method: &str, call: &mut Map<String, Value>) {
    call.insert("operationId".to_owned(), json!(name(path, method)));
    for parameter in call
        .get_mut("parameters")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        parameters::refine(&state.edition, path, parameter);
    }
    let parameters = call.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.push(json!({ "$ref": format!("#/components/parameters/{LANGUAGE}") }));
    }
    let with_body = call.contains_key("requestBody");
    let Some(answers) = call.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    let personal = answers.contains_key("401");
    for status in anywhere(path, method, with_body) {
        answers.entry(status).or_insert_with(|| json!({}));
    }
    for (status, answer) in answers {
        describe(status, answer);
    }
    if personal {
        // What is found by a pass needs no session.
        let mut ways = vec![json!({ SESSION: [] })];
        if path.contains("{code}") {
            ways.push(json!({}));
        }
        call.insert("security".to_owned(), json!(ways));
    }
}

/// The name of a call, the same as long as its address is: `get_loan_repayment`, `delete_visit_appointments_by_code`.
fn name(path: &str, method: &str) -> String {
    let path = path.trim_start_matches("/api/v1/");
    let words = path
        .split(['/', '.', '-'])
        .map(|word| match word.strip_prefix('{') {
            Some(parameter) => format!("by_{}", parameter.trim_end_matches('}')),
            None => word.to_owned(),
        });
    let words: Vec<_> = std::iter::once(method.to_owned()).chain(words).collect();
    words.join("_")
}

/// What any such call may be answered, whatever it does.
fn anywhere(path: &str, method: &str, with_body: bool) -> Vec<&'static str> {
    let mut statuses = vec!["429", "500", "503"];
    if method != "get" {
        statuses.push("403");
    }
    if with_body {
        statuses.extend(["400", "413", "415", "422"]);
    }
    if method == "get" && path.starts_with("/api/v1/loan/") {
        statuses.push("304");
    }
    statuses
}

/// Every answer has a description of its own: where the handler gives none, it is what the status means throughout this
/// interface. Every refusal is a problem.
fn describe(status: &str, answer: &mut Value) {
    let said = answer
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if said.is_empty() {
        answer["description"] = json!(usual(status));
    }
    if status.starts_with(['4', '5']) {
        let problem = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
        answer["content"] = json!({ PROBLEM: problem });
    }
    if matches!(status, "429" | "503") {
        answer["headers"] = json!({
            "Retry-After": { "description": "seconds to wait", "schema": { "type": "integer", "minimum": 0 } }
        });
    }
}

fn usual(status: &str) -> &'static str {
    match status {
        "201" => "made",
        "204" => "done, or done before; nothing to say",
        "304" => "as it was: the caller has it already (`If-None-Match`)",
        "400" => "the body is no JSON",
        "401" => "not signed in",
        "403" => "not allowed: sent from elsewhere than a page of the portal or a program",
        "404" => "no such thing, or not the caller's",
        "409" => "in conflict with how things stand; `type` says how",
        "413" => "the body is too large",
        "415" => "the body is not sent as `application/json`",
        "422" => "some fields cannot be accepted: `errors` names them",
        "429" => "too often: wait `Retry-After` seconds",
        "500" => "failed; whether something was done must be looked up",
        "503" => "not now: wait `Retry-After` seconds",
        _ => "the answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_addresses() {
        assert_eq!(
            name("/api/v1/loan/repayment.csv", "get"),
            "get_loan_repayment_csv"
        );
        assert_eq!(
            name("/api/v1/visit/appointments/{code}/pass", "post"),
            "post_visit_appointments_by_code_pass"
        );
    }
}
