//! The addresses of the account room.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::signin;
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/signin", get(signin::form).post(signin::submit))
        .route("/signout", post(signin::sign_out))
}
