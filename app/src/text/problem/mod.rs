//! What a program is told when something cannot be done, in the problem documents of the JSON interface.

#![allow(missing_docs, reason = "a field is named after what its sentence says")]

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of problem documents, in one language.
#[derive(Debug)]
pub struct Text {
    /// What the interface is, for who reads its description.
    pub interface: &'static str,
    pub titles: Titles,
    pub details: Details,
    pub body: Body,
    pub account: Account,
    pub visit: Visit,
    pub notice: Notice,
}

/// A status in a few words.
#[derive(Debug)]
pub struct Titles {
    pub bad_request: &'static str,
    pub not_signed_in: &'static str,
    pub forbidden: &'static str,
    pub not_found: &'static str,
    pub method_not_allowed: &'static str,
    pub conflict: &'static str,
    pub too_large: &'static str,
    pub unsupported_media_type: &'static str,
    pub invalid_fields: &'static str,
    pub too_many_requests: &'static str,
    pub unavailable: &'static str,
    pub server_error: &'static str,
}

/// What happened and what to do, where the room has nothing more exact to say.
#[derive(Debug)]
pub struct Details {
    pub not_signed_in: &'static str,
    pub forbidden: &'static str,
    pub not_found: &'static str,
    /// Above the list of fields at fault.
    pub invalid_fields: &'static str,
    pub try_later: &'static str,
    /// It is in the log, under this reference.
    pub server_error: fn(reference: &str) -> String,
    /// Nobody knows whether it was done; the log calls it by this reference.
    pub outcome_unknown: fn(reference: &str) -> String,
    /// Any other status.
    pub check_request: &'static str,
}

/// A body that is not what the interface takes.
#[derive(Debug)]
pub struct Body {
    pub not_json: &'static str,
    /// Its content type says something else than JSON.
    pub send_json: &'static str,
    /// Too large, or cut off.
    pub incomplete: &'static str,
    /// There is more behind the JSON.
    pub trailing: &'static str,
    /// A member is missing, too many, or of another type.
    pub member: &'static str,
}

/// Signing in, and the ledger.
#[derive(Debug)]
pub struct Account {
    pub wrong_pair: &'static str,
    pub too_many_tries: &'static str,
    pub unknown_paper: &'static str,
    /// A filter that means nothing.
    pub unknown_value: &'static str,
    /// How many lines may be asked for.
    pub line_limit: fn(most: u16) -> String,
}

/// Booking and cancelling.
#[derive(Debug)]
pub struct Visit {
    pub unknown_branch: &'static str,
    pub unknown_service: &'static str,
    /// A service that does not exist, or is not done at a window.
    pub not_bookable: &'static str,
    pub date_format: &'static str,
    pub to_before_from: &'static str,
    /// What an attempt may be named.
    pub idempotency_key: &'static str,
    /// The attempt's name stands for another slot or service already.
    pub key_reused: &'static str,
    pub not_a_slip: &'static str,
    pub no_such_slot: &'static str,
    pub already_booked: &'static str,
    pub slot_full: &'static str,
    pub cooling_down: &'static str,
    pub no_account: &'static str,
    /// The slot lies further ahead than so many days.
    pub too_far: fn(days: u16) -> String,
    /// The slot begins in less than so many minutes, or has begun.
    pub too_soon: fn(minutes: u16) -> String,
    pub last_four: &'static str,
    pub too_late_to_cancel: &'static str,
}

/// Questions and slips.
#[derive(Debug)]
pub struct Notice {
    /// A name among the answers is no question of the service.
    pub no_such_question: &'static str,
    pub unanswered: &'static str,
    pub not_eligible: &'static str,
    pub too_many_slips: &'static str,
}
