//! Errors of the JSON interface: RFC 9457 `application/problem+json`, without stacks or personal data.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

/// One field that could not be accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FieldProblem {
    /// Name of the parameter or member.
    pub field: String,
    /// What is wrong, for a person.
    pub message: String,
}

impl FieldProblem {
    /// A field and what is wrong with it.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
        }
    }
}

/// The body of every answer that is not a success.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Kind of problem, as a path under `/problems/`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
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
    /// Seconds to wait, also sent as `Retry-After`.
    #[serde(skip)]
    pub retry_after: Option<u64>,
}

impl Problem {
    /// A problem of this status, with its usual kind and title.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let (kind, title) = usual(status);
        Self {
            kind: format!("/problems/{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            more: serde_json::Map::new(),
            retry_after: None,
        }
    }

    /// 422: these fields cannot be accepted.
    pub fn fields(errors: Vec<FieldProblem>) -> Self {
        Self {
            errors,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "有几项需要更正")
        }
    }

    /// The same problem under a more exact kind, such as `slot-full`.
    #[must_use]
    pub fn kind(self, kind: &str) -> Self {
        Self {
            kind: format!("/problems/{kind}"),
            ..self
        }
    }

    /// The same problem with one more member.
    #[must_use]
    pub fn with(mut self, member: &str, value: serde_json::Value) -> Self {
        self.more.insert(member.to_owned(), value);
        self
    }

    /// The same problem, to be tried again after this many seconds.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }
}

fn usual(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::BAD_REQUEST => ("bad-request", "请求格式不对"),
        StatusCode::UNAUTHORIZED => ("not-signed-in", "需要先登录"),
        StatusCode::FORBIDDEN => ("forbidden", "不能这样做"),
        StatusCode::NOT_FOUND => ("not-found", "没有找到"),
        StatusCode::METHOD_NOT_ALLOWED => ("method-not-allowed", "这个地址不接受这种请求"),
        StatusCode::CONFLICT => ("conflict", "与现状冲突"),
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", "内容太大"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("unsupported-media-type", "需要 application/json"),
        StatusCode::UNPROCESSABLE_ENTITY => ("invalid-fields", "填写有误"),
        StatusCode::TOO_MANY_REQUESTS => ("too-many-requests", "请求太频繁"),
        StatusCode::SERVICE_UNAVAILABLE => ("unavailable", "暂时不能服务"),
        _ => ("server-error", "系统出错"),
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
    use super::*;

    #[test]
    fn a_problem_names_the_field() {
        let problem = Problem::fields(vec![FieldProblem::new("months", "期限为 1 到 360 个月")]);
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
    fn a_wait_is_a_header() {
        let response = Problem::new(StatusCode::TOO_MANY_REQUESTS, "请稍后再试")
            .retry_after(7)
            .into_response();
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()["retry-after"], "7");
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
}
