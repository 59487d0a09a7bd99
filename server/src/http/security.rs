//! What happened that an operator watching over the portal must see: one line each, under the target `security`. Who and from
//! where stand in it as keyed tags, the same for the same person or network under the same keys: enough to count and to join
//! with other lines, too little to tell who it was.

use std::net::IpAddr;

use super::peer::ClientAddress;
use super::wait::Wait;
use crate::metrics::METRICS;
use crate::seal::PersonKey;
use crate::state::AppState;

/// Which limit a caller ran into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Requests of any kind, in a second or at once.
    Requests,
    /// Signing in, from one address or as one person.
    SignIn,
    /// Booking and cancelling.
    Booking,
    /// Slips.
    Slip,
    /// Finding an appointment by its code.
    Find,
    /// Asking for one-time codes.
    Code,
}

impl Limit {
    /// Its name in the log and in metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::SignIn => "sign_in",
            Self::Booking => "booking",
            Self::Slip => "slip",
            Self::Find => "find",
            Self::Code => "code",
        }
    }
}

fn network(state: &AppState, from: ClientAddress) -> String {
    match from.network() {
        IpAddr::V4(address) => state.keys.tag("network", &address.octets()),
        IpAddr::V6(address) => state.keys.tag("network", &address.octets()),
    }
}

fn person(state: &AppState, person: PersonKey) -> String {
    state.keys.tag("person", person.as_bytes())
}

/// Number and password did not fit.
pub fn sign_in_failed(state: &AppState, from: ClientAddress, as_person: PersonKey) {
    tracing::warn!(
        target: "security",
        network = network(state, from),
        person = person(state, as_person),
        "sign-in failed"
    );
}

/// What happened with a one-time code, or with the password that it lets somebody set.
#[derive(Debug, Clone, Copy)]
pub enum ByCode {
    /// It was asked for.
    Asked,
    /// Another was typed.
    Wrong,
    /// It was right, and somebody is signed in.
    SignedIn,
    /// A password was set.
    PasswordSet,
}

/// Something happened with a one-time code.
pub fn by_code(state: &AppState, from: ClientAddress, of: PersonKey, what: ByCode) {
    let what = match what {
        ByCode::Asked => "code asked for",
        ByCode::Wrong => "code wrong",
        ByCode::SignedIn => "signed in by code",
        ByCode::PasswordSet => "password set",
    };
    tracing::info!(
        target: "security",
        network = network(state, from),
        person = person(state, of),
        what,
        "one-time code"
    );
}

/// A caller ran into a limit.
pub fn limit_hit(state: &AppState, from: ClientAddress, limit: Limit) {
    METRICS.limit_hit(limit.name());
    tracing::warn!(target: "security", network = network(state, from), limit = limit.name(), "limit hit");
}

/// What a counter said; a refusal is written down.
pub fn counted(
    state: &AppState,
    from: ClientAddress,
    limit: Limit,
    counted: Result<(), Wait>,
) -> Result<(), Wait> {
    if counted.is_err() {
        limit_hit(state, from, limit);
    }
    counted
}

/// Somebody closed this many sessions of theirs.
pub fn sessions_closed(state: &AppState, from: ClientAddress, of: PersonKey, sessions: u64) {
    tracing::info!(
        target: "security",
        network = network(state, from),
        person = person(state, of),
        sessions,
        "sessions closed"
    );
}

/// An appointment was given back by somebody who was not signed in, with its code and the last four.
pub fn cancelled_by_code(state: &AppState, from: ClientAddress, of: PersonKey) {
    tracing::warn!(
        target: "security",
        network = network(state, from),
        person = person(state, of),
        "appointment cancelled by code"
    );
}
