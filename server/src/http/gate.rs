//! The gate every unsafe request passes: it must come from our own pages, or from a program.
//!
//! 1. tower-http's CSRF layer (Origin and Sec-Fetch-Site) stands in front and refuses what a browser
//!    says comes from elsewhere.
//! 2. A request with neither header comes from an old browser or from a program. A program sends JSON,
//!    which a foreign page cannot send without asking first (CORS preflight, which we never grant).
//!    An old browser sends a form, and must bring the signed token of one of our pages.
//!
//! The token is `issued.mac`: the second of issue, and an HMAC-SHA256 over it and the visitor's cookie. It
//! needs no storage and is good for twelve hours in the browser it was made for.

use std::sync::Arc;

use app::shell::TOKEN_FIELD;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::cookie::Cookie;
use super::form::{self, Fields, FormFields};

use crate::state::AppState;

/// Marks a refusal whose cause is a token too old: opening the page again mends it.
#[derive(Debug, Clone, Copy)]
pub struct FormExpired;

/// A page left open over a night still works.
const GOOD_FOR_SECONDS: i64 = 12 * 3600;

/// Signs and checks form tokens. The key lives as long as the process: after a restart an old browser must
/// reload its page, a current one (which sends Origin) notices nothing.
#[derive(Clone)]
pub struct TokenKey([u8; 64]);

impl std::fmt::Debug for TokenKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("TokenKey(…)")
    }
}

impl TokenKey {
    /// A key from 64 random bytes: a whole block of SHA-256.
    pub fn new(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// A token for forms shown to this visitor.
    pub fn issue(&self, visitor: &str, now: DateTime<Utc>) -> String {
        let issued = now.timestamp();
        format!(
            "{issued}.{}",
            hex::encode(self.mac(visitor, issued).finalize().into_bytes())
        )
    }

    /// Whether the token was issued to this visitor in the last twelve hours.
    pub fn accepts(&self, token: &str, visitor: &str, now: DateTime<Utc>) -> bool {
        let Some((issued, mac)) = token.split_once('.') else {
            return false;
        };
        let (Ok(issued), Ok(mac)) = (issued.parse::<i64>(), hex::decode(mac)) else {
            return false;
        };
        let age = now.timestamp().saturating_sub(issued);
        (0..=GOOD_FOR_SECONDS).contains(&age)
            && !visitor.is_empty()
            && self.mac(visitor, issued).verify_slice(&mac).is_ok()
    }

    fn mac(&self, visitor: &str, issued: i64) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(visitor.as_bytes());
        mac.update(&issued.to_be_bytes());
        mac
    }
}

/// Middleware: reads a posted form once (bounded), checks its token where the browser gave no better
/// proof, and hands the fields on.
pub async fn check_form(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    // What changes state is a POST or a DELETE, on every route there is; a method that a path does not have never comes here.
    if !matches!(*request.method(), Method::POST | Method::DELETE) {
        return next.run(request).await;
    }
    let vouched =
        request.headers().contains_key(header::ORIGIN) || request.headers().contains_key("sec-fetch-site");
    if !form::is_form(&request) {
        let bodiless = request.method() == Method::DELETE;
        return if vouched || bodiless || form::is_json(&request) {
            next.run(request).await
        } else {
            StatusCode::FORBIDDEN.into_response()
        };
    }
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, state.config.limits.body_bytes).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let fields = Fields::parse(&bytes);
    let visitor = Cookie::Visitor
        .read(&parts.headers, state.config.secure())
        .unwrap_or_default();
    if !vouched
        && !state
            .token_key
            .accepts(fields.get(TOKEN_FIELD), visitor, state.clock.now())
    {
        let mut response = StatusCode::FORBIDDEN.into_response();
        response.extensions_mut().insert(FormExpired);
        return response;
    }
    parts.extensions.insert(FormFields(fields));
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_token_is_good_for_its_visitor_and_its_day() {
        let key = TokenKey::new([7; 64]);
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let token = key.issue("visitor", now);
        assert!(key.accepts(&token, "visitor", now));
        assert!(key.accepts(&token, "visitor", now + TimeDelta::hours(12)));
        assert!(!key.accepts(&token, "visitor", now + TimeDelta::hours(13)));
        assert!(!key.accepts(&token, "another", now));
        assert!(!key.accepts(&token, "", now));
        assert!(!TokenKey::new([8; 64]).accepts(&token, "visitor", now));
        assert!(!key.accepts("", "visitor", now));
        assert!(!key.accepts("12.zz", "visitor", now));
    }
}
