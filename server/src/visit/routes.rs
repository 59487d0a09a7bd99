//! The addresses of the visit room.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::{api, appointment, choose, confirm, find};
use crate::state::AppState;

pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/visit", get(choose::services))
        .route("/visit/branch", get(choose::branches))
        .route("/visit/day", get(choose::days))
        .route("/visit/time", get(choose::times))
        .route("/visit/confirm", get(confirm::look).post(confirm::submit))
        .route("/visit/find", get(find::form).post(find::submit))
        .route("/visit/mine", get(appointment::mine))
        .route("/visit/{code}", get(appointment::show))
        .route("/visit/{code}/calendar.ics", get(appointment::calendar))
        .route(
            "/visit/{code}/cancel",
            get(appointment::ask_cancel).post(appointment::cancel),
        )
        .route("/api/v1/visit/services", get(api::services))
        .route("/api/v1/visit/branches", get(api::branches))
        .route("/api/v1/visit/slots", get(api::slots))
        .route("/api/v1/visit/appointments", post(api::appointments::book))
        .route(
            "/api/v1/visit/appointments/{code}",
            get(api::appointments::appointment).delete(api::appointments::cancel),
        )
        .route(
            "/api/v1/visit/appointments/{code}/pass",
            post(api::appointments::pass),
        )
}
