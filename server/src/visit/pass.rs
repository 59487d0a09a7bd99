//! What a browser gets that found an appointment without signing in: a signed cookie that opens this one appointment
//! for a quarter of an hour. Nothing of it stands in an address, and a reload never sends the form again.
//!
//! The value is `code.until.mac`, the mac under the centre's own key, so that every instance accepts it.

use axum::http::{HeaderMap, HeaderValue};
use chrono::{DateTime, Utc};
use subtle::ConstantTimeEq as _;

use super::store::AppointmentCode;
use crate::http::cookie::Cookie;
use crate::state::AppState;

/// How long it opens, in seconds.
const GOOD_FOR: u64 = 15 * 60;

/// The cookie that opens this appointment.
pub(super) fn cookie(state: &AppState, code: AppointmentCode) -> Option<HeaderValue> {
    let until = state.clock.now().timestamp().saturating_add_unsigned(GOOD_FOR);
    let mac = hex::encode(state.keys.visit_pass(code.as_str(), until));
    Cookie::VisitPass.set(
        &format!("{code}.{until}.{mac}"),
        Some(GOOD_FOR),
        state.config.secure(),
    )
}

/// Whether the request's cookie opens this appointment.
pub(super) fn opens(state: &AppState, headers: &HeaderMap, code: AppointmentCode) -> bool {
    let value = Cookie::VisitPass.read(headers, state.config.secure());
    value.is_some_and(|value| opens_at(state, value, code, state.clock.now()).unwrap_or(false))
}

fn opens_at(state: &AppState, value: &str, code: AppointmentCode, now: DateTime<Utc>) -> Option<bool> {
    let (named, rest) = value.split_once('.')?;
    let (until, mac) = rest.split_once('.')?;
    let until: i64 = until.parse().ok()?;
    let mac = hex::decode(mac).ok()?;
    let ours = state.keys.visit_pass(named, until);
    Some(named == code.as_str() && now.timestamp() < until && bool::from(ours.as_slice().ct_eq(&mac)))
}
