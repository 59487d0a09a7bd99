//! Who is looking at a page: what the cookies say, turned into values that pages and handlers use.

use std::net::Ipv4Addr;
use std::sync::Arc;

use app::shell::PageContext;
use app::text::Lang;
use axum::extract::{FromRef, FromRequestParts, Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use super::cookie::Cookie;
use super::failure::Failure;
use super::language::Language;
use super::peer::ClientAddress;
use super::security::{self, Limit};
use super::wait::Wait;
use crate::account::code::BrowserHash;
use crate::account::store::TokenHash;
use crate::clock::random_bytes;
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::error::StoreError;

/// A session unused for this long is over.
pub const SESSION_IDLE: TimeDelta = TimeDelta::minutes(15);
/// A session is over after this long, however much it is used.
pub const SESSION_LIFE: TimeDelta = TimeDelta::hours(12);
/// How long the choices of large type and language and the visitor's cookie are kept, in seconds.
pub const YEAR_SECONDS: u64 = 365 * 24 * 3600;

/// The random value of this browser that form tokens are bound to.
#[derive(Debug, Clone)]
struct VisitorId(Arc<str>);

/// A signed-in person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person: PersonKey,
    /// The session, to close it.
    pub token: TokenHash,
    /// The phone on file was proved in it a moment ago.
    pub confirmed: bool,
}

/// The caller of one request.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The person, when signed in.
    pub signed_in: Option<SignedIn>,
    /// Where the request came from, for limits.
    pub address: ClientAddress,
    /// The language of the answer.
    pub lang: Lang,
    /// Large type chosen.
    pub large_type: bool,
    /// Path and query of the request, to come back to.
    pub path: String,
    id: Arc<str>,
}

impl Visitor {
    /// The caller as far as the request alone tells, and the session it claims.
    pub(super) fn unknown(parts: &Parts, state: &AppState) -> (Self, Option<TokenHash>) {
        let secure = state.config.secure();
        let visitor = Self {
            signed_in: None,
            address: parts
                .extensions
                .get()
                .copied()
                .unwrap_or(ClientAddress(Ipv4Addr::UNSPECIFIED.into())),
            lang: Language::of(&parts.extensions),
            large_type: Cookie::LargeType.read(&parts.headers, secure) == Some("1"),
            path: parts
                .uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
            id: parts
                .extensions
                .get::<VisitorId>()
                .map_or_else(|| "".into(), |id| Arc::clone(&id.0)),
        };
        (
            visitor,
            Cookie::Session.read(&parts.headers, secure).map(hash_token),
        )
    }

    /// What this browser is known by to a code it asked for.
    pub fn browser(&self) -> BrowserHash {
        BrowserHash(Sha256::digest(self.id.as_bytes()).into())
    }

    /// Whether it is this person who is signed in.
    pub fn is(&self, person: PersonKey) -> bool {
        self.signed_in
            .as_ref()
            .is_some_and(|signed_in| signed_in.person == person)
    }

    /// Looks up the session that the request claims.
    pub(super) async fn resume(
        &mut self,
        token: Option<TokenHash>,
        state: &AppState,
    ) -> Result<(), StoreError> {
        if let Some(token) = token {
            let session = state
                .store
                .session(&token, state.clock.now(), SESSION_IDLE)
                .await?;
            let now = state.clock.now();
            self.signed_in = session.map(|session| SignedIn {
                person: session.person,
                token,
                confirmed: session.is_confirmed(now),
            });
        }
        Ok(())
    }

    /// What every page needs to know about this request.
    pub fn page(&self, state: &AppState) -> PageContext {
        PageContext {
            centre: state.centre(self.lang),
            lang: self.lang,
            path: self.path.clone(),
            signed_in: self.signed_in.is_some(),
            large_type: self.large_type,
            form_token: state.token_key.issue(&self.id, state.clock.now()),
            assets: Arc::clone(&state.assets),
            demo: state.config.demo,
            data_as_of: state.data_as_of(),
        }
    }

    /// Counts a booking, a cancellation or an attempt to find an appointment.
    pub fn may_book(&self, state: &AppState) -> Result<(), Wait> {
        let counted = state.limiter.booking(self.address);
        security::counted(state, self.address, Limit::Booking, counted)
    }

    /// The person, or the answer to somebody who is not signed in: the sign-in page, and back.
    pub fn person(&self) -> Result<PersonKey, Failure> {
        self.signed_in
            .map(|session| session.person)
            .ok_or_else(|| Failure::NotSignedIn(self.path.clone()))
    }
}

/// A new session token: the cookie's value, and the hash that is stored.
pub fn new_token(state: &AppState) -> (String, TokenHash) {
    let token = URL_SAFE_NO_PAD.encode(random_bytes::<32>(state.random.as_ref()));
    let hash = hash_token(&token);
    (token, hash)
}

fn hash_token(token: &str) -> TokenHash {
    TokenHash(Sha256::digest(token.as_bytes()).into())
}

impl<S> FromRequestParts<S> for Visitor
where
    S: Sync,
    Arc<AppState>: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let state = Arc::<AppState>::from_ref(state);
        let (mut visitor, token) = Self::unknown(parts, &state);
        state.follow_imports().await;
        visitor.resume(token, &state).await?;
        Ok(visitor)
    }
}

/// Middleware: gives each browser its random value, with the first page it gets.
pub async fn recognise(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let secure = state.config.secure();
    let known = Cookie::Visitor
        .read(request.headers(), secure)
        .filter(|id| id.len() == 22)
        .map(Arc::from);
    let is_new = known.is_none();
    let id: Arc<str> = known.unwrap_or_else(|| {
        URL_SAFE_NO_PAD
            .encode(random_bytes::<16>(state.random.as_ref()))
            .into()
    });
    request.extensions_mut().insert(VisitorId(Arc::clone(&id)));
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_new
        && is_page
        && let Some(cookie) = Cookie::Visitor.set(&id, Some(YEAR_SECONDS), secure)
    {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
