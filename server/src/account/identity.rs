//! Signing in and out, for the page and for programs alike.
//!
//! The answer to a wrong pair is the same, and takes the same time, whether or not the person exists. Tries are
//! counted by address, by person and address together, and failures by person over all addresses; a device the person has
//! signed in on before passes the last, so that a stranger cannot lock a member out.

use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, HeaderValue};
use chrono::{DateTime, Utc};

use super::device as known_device;
use super::store::{Session, TokenHash};
use crate::http::cookie::Cookie;
use crate::http::failure::Failure;
use crate::http::peer::ClientAddress;
use crate::http::security::{self, Limit};
use crate::http::visitor::{SESSION_LIFE, new_token};
use crate::http::wait::Wait;
use crate::seal::PersonKey;
use crate::state::AppState;
use fund::records::Paper;

/// A session just opened.
#[derive(Debug)]
pub struct Opened {
    /// `Set-Cookie` values: the session's, and that of a device known from now on.
    pub cookies: Vec<HeaderValue>,
    /// Who signed in.
    pub person: PersonKey,
    /// When the session ends, however much it is used.
    pub expires_at: DateTime<Utc>,
}

/// Why nobody was signed in.
#[derive(Debug)]
pub enum SignInRefused {
    /// Number and password do not belong together, or nobody has this number.
    WrongPair,
    /// Too many tries.
    TooMany(Wait),
    /// The store or the hasher failed.
    Failed(Failure),
}

impl<E: Into<Failure>> From<E> for SignInRefused {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Checks the pair and opens a session. Any session the browser had is closed: a token is never carried over
/// a change of identity.
pub async fn sign_in(
    state: &AppState,
    from: ClientAddress,
    paper: &Paper,
    password: String,
    old: Option<TokenHash>,
    headers: &HeaderMap,
) -> Result<Opened, SignInRefused> {
    let person = state.keys.person_of(paper);
    let known_device = known_device::is_known(state, headers, person);
    let limited = state.limiter.sign_in(from);
    let limited = limited.and_then(|()| state.limiter.sign_in_as(from, person, known_device));
    limited.map_err(|wait| {
        security::limit_hit(state, from, Limit::SignIn);
        SignInRefused::TooMany(wait)
    })?;
    let stored = state
        .store
        .credential(person)
        .await?
        .map(|credential| credential.password_hash);
    if !state.password_checks.verify(stored, password).await? {
        state.limiter.sign_in_failed(from, person);
        security::sign_in_failed(state, from, person);
        return Err(SignInRefused::WrongPair);
    }
    Ok(open(state, person, None, old, headers).await?)
}

/// Opens a session for who has shown who they are. Any session the browser had is closed: a token is never carried over a change of
/// identity, nor from a session without proof of the phone to one with it.
pub async fn open(
    state: &AppState,
    person: PersonKey,
    confirmed_at: Option<DateTime<Utc>>,
    old: Option<TokenHash>,
    headers: &HeaderMap,
) -> Result<Opened, Failure> {
    if let Some(old) = old {
        state.store.close_session(&old).await?;
    }
    let (token, hash) = new_token(state);
    let now = state.clock.now();
    let session = Session {
        token: hash,
        person,
        opened_at: now,
        seen_at: now,
        expires_at: now + SESSION_LIFE,
        confirmed_at,
        device: device_names(headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok())),
    };
    state.store.open_session(&session).await?;
    let secure = state.config.secure();
    let cookies = [
        Cookie::Session.set(&token, None, secure),
        known_device::cookie(state, person),
    ];
    Ok(Opened {
        cookies: cookies.into_iter().flatten().collect(),
        person,
        expires_at: session.expires_at,
    })
}

/// Stands between the browser's and the system's name of a device as a session keeps them.
pub(super) const BETWEEN_NAMES: &str = " · ";

/// The names of browser and system from the browser's own description; nothing for what is not known. The page words them.
fn device_names(user_agent: Option<&str>) -> String {
    let agent = user_agent.unwrap_or_default();
    let first = |known: &[(&str, &'static str)], other| {
        known
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map_or(other, |(_, name)| *name)
    };
    let app = first(
        &[
            ("MicroMessenger", "WeChat"),
            ("Edg", "Edge"),
            ("Firefox", "Firefox"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ],
        "",
    );
    let system = first(
        &[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS", "Mac"),
            ("Linux", "Linux"),
        ],
        "",
    );
    format!("{app}{BETWEEN_NAMES}{system}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_named_as_their_owner_would() {
        let wechat = "Mozilla/5.0 (Linux; Android 8.1) AppleWebKit/537.36 Chrome/66 MicroMessenger/7.0";
        assert_eq!(device_names(Some(wechat)), "WeChat · Android");
        assert_eq!(device_names(None), " · ");
    }
}
