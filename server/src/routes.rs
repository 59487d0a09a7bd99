//! All addresses of the portal, room by room.

use std::sync::Arc;

use axum::Router;

use crate::state::AppState;
use crate::{account, health, home, loan, notice, open, openapi, preference, visit};

/// The rooms' routes. A room lists its own in `server/src/<room>/routes.rs`.
pub(crate) fn rooms() -> Router<Arc<AppState>> {
    Router::new()
        .merge(health::routes())
        .merge(home::routes())
        .merge(preference::routes())
        .merge(account::routes())
        .merge(loan::routes())
        .merge(notice::routes())
        .merge(visit::routes())
        .merge(open::routes())
        .merge(openapi::routes())
}
