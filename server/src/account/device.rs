//! Devices a person has signed in on before. Guessing from everywhere slows everybody else down, never them.
//!
//! The cookie's value is `signed_in_at.mac`, the mac under the centre's own key over the person and that second: it says nothing
//! of who they are, and opens nothing by itself.

use axum::http::{HeaderMap, HeaderValue};
use subtle::ConstantTimeEq as _;

use crate::http::cookie::Cookie;
use crate::seal::PersonKey;
use crate::state::AppState;

/// How long a device is remembered after signing in, in seconds.
const REMEMBERED: u64 = 180 * 24 * 3600;
/// How far another instance's clock may be ahead, in seconds.
const AHEAD: i64 = 5 * 60;

/// The cookie that tells this device next time.
pub(super) fn cookie(state: &AppState, person: PersonKey) -> Option<HeaderValue> {
    let now = state.clock.now().timestamp();
    let mac = hex::encode(state.keys.device_pass(person, now));
    Cookie::Device.set(&format!("{now}.{mac}"), Some(REMEMBERED), state.config.secure())
}

/// Whether the person has signed in on the device that sends these.
pub(super) fn is_known(state: &AppState, headers: &HeaderMap, person: PersonKey) -> bool {
    let value = Cookie::Device.read(headers, state.config.secure());
    value.is_some_and(|value| is_pass(state, value, person).unwrap_or(false))
}

fn is_pass(state: &AppState, value: &str, person: PersonKey) -> Option<bool> {
    let (at, mac) = value.split_once('.')?;
    let at: i64 = at.parse().ok()?;
    let age = state.clock.now().timestamp().checked_sub(at)?;
    let fresh = -AHEAD <= age && u64::try_from(age.max(0)).ok()? <= REMEMBERED;
    let ours = state.keys.device_pass(person, at);
    Some(fresh && bool::from(ours.as_slice().ct_eq(&hex::decode(mac).ok()?)))
}
