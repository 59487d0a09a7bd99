//! What a browser or a program gets that found an appointment without signing in: a signed pass that opens this one
//! appointment for a quarter of an hour, in a cookie or in a header. Nothing of it stands in an address, and a reload never
//! sends the form again.
//!
//! The value is `code.until.mac`, the mac under the centre's own key, so that every instance accepts it.

use axum::http::{HeaderMap, HeaderValue};
use chrono::{DateTime, TimeDelta, Utc};
use subtle::ConstantTimeEq as _;

use super::store::AppointmentCode;
use crate::http::cookie::Cookie;
use crate::state::AppState;

/// How long it opens, in seconds.
const GOOD_FOR: i64 = 15 * 60;
/// How far another instance's clock may be ahead, in seconds.
const AHEAD: i64 = 5 * 60;

/// The header in which a program brings its pass.
pub(super) const HEADER: &str = "visit-pass";

/// A pass that opens this appointment, and until when.
pub(super) fn issue(state: &AppState, code: AppointmentCode) -> (String, DateTime<Utc>) {
    let until = state.clock.now() + TimeDelta::seconds(GOOD_FOR);
    let mac = hex::encode(state.keys.visit_pass(code.as_str(), until.timestamp()));
    (format!("{code}.{}.{mac}", until.timestamp()), until)
}

/// The cookie that opens this appointment.
pub(super) fn cookie(state: &AppState, code: AppointmentCode) -> Option<HeaderValue> {
    let (pass, _) = issue(state, code);
    Cookie::VisitPass.set(&pass, Some(GOOD_FOR.unsigned_abs()), state.config.secure())
}

/// Whether the request's cookie or header opens this appointment.
pub(super) fn opens(state: &AppState, headers: &HeaderMap, code: AppointmentCode) -> bool {
    let header = headers.get(HEADER).and_then(|value| value.to_str().ok());
    let cookie = Cookie::VisitPass.read(headers, state.config.secure());
    let now = state.clock.now();
    let mut brought = header.into_iter().chain(cookie);
    brought.any(|value| opens_at(state, value, code, now).unwrap_or(false))
}

fn opens_at(state: &AppState, value: &str, code: AppointmentCode, now: DateTime<Utc>) -> Option<bool> {
    let (named, rest) = value.split_once('.')?;
    let (until, mac) = rest.split_once('.')?;
    let until: i64 = until.parse().ok()?;
    let mac = hex::decode(mac).ok()?;
    let ours = state.keys.visit_pass(named, until);
    // One that was made while the clock was ahead would open for longer than a pass may.
    let good = now.timestamp() < until && until <= now.timestamp().saturating_add(GOOD_FOR + AHEAD);
    Some(named == code.as_str() && good && bool::from(ours.as_slice().ct_eq(&mac)))
}
