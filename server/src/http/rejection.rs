//! Why a program's request is not met, as its room says it. [`super::error_pages`] makes the problem document of it.

use app::form::FormErrors;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wait::Wait;

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

/// A request that is not met, in the words of a room.
#[derive(Debug, Clone)]
pub struct Rejection {
    pub(super) status: StatusCode,
    /// A more exact kind than the status's own, such as `slot-full`.
    pub(super) kind: Option<&'static str>,
    /// What happened and what to do; none where the status says it all.
    pub(super) detail: Option<String>,
    pub(super) errors: Vec<FieldProblem>,
    pub(super) more: Map<String, Value>,
    pub(super) wait: Option<Wait>,
}

impl Rejection {
    /// What happened, under this status.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            kind: None,
            detail: Some(detail.into()),
            errors: Vec::new(),
            more: Map::new(),
            wait: None,
        }
    }

    /// 422: these fields cannot be accepted.
    pub fn fields(errors: Vec<FieldProblem>) -> Self {
        Self {
            errors,
            detail: None,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "")
        }
    }

    /// 422: this field cannot be accepted.
    pub fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::fields(vec![FieldProblem::new(field, message)])
    }

    /// 429: to be tried again later.
    pub fn too_many(wait: Wait, detail: impl Into<String>) -> Self {
        Self {
            wait: Some(wait),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, detail)
        }
    }

    /// 409 under an exact kind: how things stand forbids it.
    pub fn conflict(kind: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: Some(kind),
            ..Self::new(StatusCode::CONFLICT, detail)
        }
    }

    /// The same with one more member.
    #[must_use]
    pub fn with(mut self, member: &str, value: Value) -> Self {
        self.more.insert(member.to_owned(), value);
        self
    }
}

impl From<&FormErrors> for Rejection {
    fn from(errors: &FormErrors) -> Self {
        let field = |error: &app::form::FieldError| FieldProblem::new(&error.field, &error.message);
        Self::fields(errors.iter().map(field).collect())
    }
}
