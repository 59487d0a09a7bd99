//! Why a handler could not answer: the one error of all handlers, of pages and of the JSON interface. Each becomes a status
//! without a body here; [`super::error_pages`] turns that into the page or the problem document the caller can read.

use app::account::signin;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::language::is_for_program;
use super::redirect::see_other;
use super::rejection::Rejection;
use super::wait::Wait;
use crate::store::error::StoreError;

/// How long a store that could not answer may need, in seconds.
const STORE_COMES_BACK: u64 = 5;

/// Why a handler could not answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such page, or it is not this person's.
    #[error("not found")]
    NotFound,
    /// This is for people who are signed in; the path to come back to.
    #[error("not signed in")]
    NotSignedIn(String),
    /// Another page comes first: where it is.
    #[error("another page comes first")]
    SeeFirst(String),
    /// A program's request that its room does not meet.
    #[error("rejected: {}", .0.status)]
    Rejected(Box<Rejection>),
    /// The caller asks too often.
    #[error("too many requests")]
    TooMany(Wait),
    /// Too much is under way: nothing was begun, and the caller may come back.
    #[error("busy")]
    Busy(Wait),
    /// The store did not answer as it should.
    #[error("the store failed: {0}")]
    Store(#[from] StoreError),
    /// The disk is nearly full: what is acknowledged next might not find room.
    #[error("only {0} MiB are free where the database lies")]
    DiskNearlyFull(u64),
    /// Something that ought to be impossible.
    #[error("{0}")]
    Internal(String),
}

/// Marks an answer after which nobody knows whether it was done.
#[derive(Debug, Clone, Copy)]
pub struct MayBeDone;

impl From<Wait> for Failure {
    fn from(wait: Wait) -> Self {
        Self::TooMany(wait)
    }
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(Box::new(rejection))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            // A program is not sent to the sign-in page.
            Self::NotSignedIn(path) if is_for_program(&path) => StatusCode::UNAUTHORIZED.into_response(),
            Self::NotSignedIn(path) => see_other(&signin::address(&path)),
            Self::SeeFirst(address) => see_other(&address),
            Self::Rejected(rejection) => {
                let mut response = rejection.status.into_response();
                response.extensions_mut().insert(*rejection);
                response
            }
            Self::TooMany(wait) => too_many(wait),
            Self::Busy(wait) => unavailable(wait),
            Self::Store(error) => {
                tracing::error!(%error, "the store failed");
                let mut response = if error.is_transient() {
                    unavailable(Wait(STORE_COMES_BACK))
                } else {
                    StatusCode::INTERNAL_SERVER_ERROR.into_response()
                };
                if !error.left_nothing() {
                    response.extensions_mut().insert(MayBeDone);
                }
                response
            }
            error @ Self::DiskNearlyFull(_) => {
                tracing::error!(%error, "not ready");
                unavailable(Wait(STORE_COMES_BACK))
            }
            Self::Internal(error) => {
                tracing::error!(%error, "a handler failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// 429 with `Retry-After`, without a body.
pub fn too_many(wait: Wait) -> Response {
    with_wait(StatusCode::TOO_MANY_REQUESTS, wait)
}

/// 503 with `Retry-After`, without a body.
pub fn unavailable(wait: Wait) -> Response {
    with_wait(StatusCode::SERVICE_UNAVAILABLE, wait)
}

fn with_wait(status: StatusCode, Wait(seconds): Wait) -> Response {
    let mut response = status.into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_store_that_never_began_is_sure_to_have_done_nothing() {
        let may_be_done = |error: StoreError| {
            let response = Failure::from(error).into_response();
            assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
            assert!(response.headers().contains_key(header::RETRY_AFTER));
            response.extensions().get::<MayBeDone>().is_some()
        };
        assert!(!may_be_done(StoreError::Busy("a queue is full")));
        let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
        assert!(may_be_done(StoreError::Database {
            doing: "committing",
            source: sqlx::Error::Io(broken),
        }));
        assert!(may_be_done(StoreError::Commit("the disk is full".into())));
        assert!(may_be_done(StoreError::Closed));
    }
}
