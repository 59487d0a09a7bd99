//! What a program is told when something in its question cannot be accepted.

use app::form::FormErrors;

use crate::http::failure::Failure;
use crate::http::rejection::Rejection;

/// The answer to fields that could not be accepted.
pub(super) fn refused(errors: &FormErrors) -> Failure {
    Rejection::from(errors).into()
}
