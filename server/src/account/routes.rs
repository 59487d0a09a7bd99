//! The addresses of the account room.

use std::sync::Arc;

use app::account::me::CLOSE_OTHERS;
use app::account::signin as signin_page;
use axum::Router;
use axum::routing::{get, post};

use super::{api, pages, signin};
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(signin_page::PATH, get(signin::form).post(signin::submit))
        .route("/signout", post(signin::sign_out))
        .route("/account", get(pages::overview))
        .route("/account/ledger", get(pages::ledger))
        .route("/account/loan", get(pages::loan))
        .route("/account/me", get(pages::me))
        .route(CLOSE_OTHERS, post(pages::close_others))
        .route("/api/v1/session", post(api::sign_in).delete(api::sign_out))
        .route("/api/v1/account", get(api::account))
        .route("/api/v1/account/entries", get(api::entries))
}
