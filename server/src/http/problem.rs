//! Errors of the JSON interface: RFC 9457 `application/problem+json`, without stacks or personal data.

use app::text::problem::Text;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::rejection::{FieldProblem, Rejection};
use super::wait::Wait;

/// The body of every answer that is not a success.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Kind of problem, as a path under `/problems/`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: &'static str,
    /// HTTP status.
    pub status: u16,
    /// What happened and what to do, for a person.
    pub detail: String,
    /// The fields at fault, on 422.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Anything else a caller can use, such as other free slots.
    #[serde(flatten, skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(ignore)]
    pub more: serde_json::Map<String, serde_json::Value>,
    /// Seconds to wait, sent as `Retry-After`.
    #[serde(skip)]
    pub retry_after: Option<u64>,
}

impl Problem {
    /// A problem of this status, with its usual kind and title.
    pub fn new(status: StatusCode, words: &'static Text, detail: impl Into<String>) -> Self {
        let (kind, title) = usual(status, words);
        Self {
            kind: format!("/problems/{kind}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            more: serde_json::Map::new(),
            retry_after: None,
        }
    }

    /// What a room said, with what its status says in any case.
    pub fn of(rejection: Rejection, words: &'static Text) -> Self {
        let usual = || words.details.invalid_fields.to_owned();
        let problem = Self::new(rejection.status, words, rejection.detail.unwrap_or_else(usual));
        Self {
            kind: match rejection.kind {
                Some(kind) => format!("/problems/{kind}"),
                None => problem.kind,
            },
            errors: rejection.errors,
            more: rejection.more,
            retry_after: rejection.wait.map(|Wait(seconds)| seconds),
            ..problem
        }
    }
}

fn usual(status: StatusCode, words: &'static Text) -> (&'static str, &'static str) {
    let titles = &words.titles;
    match status {
        StatusCode::BAD_REQUEST => ("bad-request", titles.bad_request),
        StatusCode::UNAUTHORIZED => ("not-signed-in", titles.not_signed_in),
        StatusCode::FORBIDDEN => ("forbidden", titles.forbidden),
        StatusCode::NOT_FOUND => ("not-found", titles.not_found),
        StatusCode::METHOD_NOT_ALLOWED => ("method-not-allowed", titles.method_not_allowed),
        StatusCode::CONFLICT => ("conflict", titles.conflict),
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", titles.too_large),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("unsupported-media-type", titles.unsupported_media_type),
        StatusCode::UNPROCESSABLE_ENTITY => ("invalid-fields", titles.invalid_fields),
        StatusCode::TOO_MANY_REQUESTS => ("too-many-requests", titles.too_many_requests),
        StatusCode::SERVICE_UNAVAILABLE => ("unavailable", titles.unavailable),
        _ => ("server-error", titles.server_error),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, axum::Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use app::text::{Lang, text};

    use super::*;

    fn document(rejection: Rejection, lang: Lang) -> Problem {
        Problem::of(rejection, &text(lang).problem)
    }

    #[test]
    fn a_problem_names_the_field() {
        let problem = document(Rejection::field("months", "期限为 1 到 360 个月"), Lang::ZhCn);
        insta::assert_json_snapshot!(problem, @r#"
        {
          "type": "/problems/invalid-fields",
          "title": "填写有误",
          "status": 422,
          "detail": "有几项需要更正",
          "errors": [
            {
              "field": "months",
              "message": "期限为 1 到 360 个月"
            }
          ]
        }
        "#);
    }

    #[test]
    fn a_problem_is_said_in_the_language_of_the_request() {
        let problem = document(Rejection::field("months", "1 to 360 months"), Lang::En);
        assert_eq!(
            (problem.title, problem.detail.as_str()),
            ("Some values are wrong", "Some values need correcting")
        );
    }

    #[test]
    fn a_wait_is_a_header() {
        let problem = document(Rejection::too_many(Wait(7), "请稍后再试"), Lang::ZhCn);
        let response = problem.into_response();
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()["retry-after"], "7");
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
}
