//! The addresses of the account room.

use std::sync::Arc;

use app::account::me::CLOSE_OTHERS;
use app::account::{code as code_page, password as password_page, signin as signin_page};
use axum::Router;
use axum::routing::{get, post};

use super::{api, new_password, pages, phone, signin};
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(signin_page::PATH, get(signin::form).post(signin::submit))
        .route(code_page::PATH, get(phone::ask_form).post(phone::ask))
        .route(code_page::ENTER, get(phone::enter_form).post(phone::enter))
        .route(code_page::DEMO_MESSAGES, get(phone::demo_messages))
        .route("/signout", post(signin::sign_out))
        .route("/account", get(pages::overview))
        .route("/account/ledger", get(pages::ledger))
        .route("/account/loan", get(pages::loan))
        .route("/account/me", get(pages::me))
        .route(
            password_page::PATH,
            get(new_password::form).post(new_password::submit),
        )
        .route(CLOSE_OTHERS, post(pages::close_others))
        .route("/api/v1/session", post(api::sign_in).delete(api::sign_out))
        .route("/api/v1/account", get(api::account))
        .route("/api/v1/account/entries", get(api::entries))
}
