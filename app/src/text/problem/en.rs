//! English.

use super::{Account, Body, Details, Notice, Text, Titles, Visit};
use crate::text::{format, sentence::Count};

/// English.
pub const EN: Text = Text {
    interface: "The interface of a Housing Provident Fund (公积金) portal: accounts, loan calculators, appointments, and lists of what to bring (一次性告知单). Amounts are decimal strings in yuan, dates YYYY-MM-DD, times RFC 3339 (+08:00). Numbers are also read as people write them (20 years, 3.25%); what stands here is the plainest form.",
    titles: Titles {
        bad_request: "The request is malformed",
        not_signed_in: "Sign in first",
        forbidden: "This is not allowed",
        not_found: "Not found",
        method_not_allowed: "This address does not take such a request",
        conflict: "In conflict with how things stand",
        too_large: "The content is too large",
        unsupported_media_type: "application/json is needed",
        invalid_fields: "Some values are wrong",
        too_many_requests: "Too many requests",
        unavailable: "Out of service for the moment",
        server_error: "Something went wrong on our side",
    },
    details: Details {
        not_signed_in: "Sign in, then send the request again.",
        forbidden: "The request was not sent from a page of this site, or is not for the person signed in.",
        not_found: "There is no such address, or the number in it does not exist.",
        invalid_fields: "Some values need correcting",
        try_later: "Please try again later.",
        server_error: |reference| format!("This has been recorded under the reference {reference}."),
        outcome_unknown: |reference| {
            format!(
                "No result came back, so it is not known whether this was done. Look up how things stand before you send it \
                 again (with the same idempotency key). Reference {reference}."
            )
        },
        check_request: "Please compare the request with the description of the interface.",
    },
    body: Body {
        not_json: "The body is not complete JSON.",
        send_json: "Send it with Content-Type: application/json.",
        incomplete: "The body is too large, or was cut off.",
        trailing: "There is more behind the JSON.",
        member: "Missing, not expected, or not of the type needed here",
    },
    account: Account {
        wrong_pair: "The ID number or the password is wrong.",
        too_many_tries: "Too many tries. Please try again later.",
        unknown_paper: "There is no such document",
        unknown_value: "There is no such value, please check",
        line_limit: |most| format!("1 to {most}"),
    },
    visit: Visit {
        unknown_branch: "There is no such branch",
        unknown_service: "There is no such service",
        not_bookable: "There is no such service, or it is not done at a window",
        date_format: "Write the date as 2026-11-28",
        to_before_from: "Must not be before from",
        idempotency_key: "1 to 64 visible ASCII characters",
        key_reused: "This key was used for another time or another service: take a new one",
        not_a_slip: "This is not the number of a slip",
        no_such_slot: "This service has no such time",
        already_booked: "You have an appointment for this service already. To change the time, cancel that one first.",
        slot_full: "This time has just been taken, and nothing was booked.",
        cooling_down: "You have cancelled several times lately. You can book again after a while.",
        no_account: "You have no Housing Provident Fund (公积金) account here, so you cannot book online.",
        too_far: |days| format!("Not open yet: times up to {} ahead can be booked", DAYS.of(days)),
        too_soon: |minutes| {
            let minutes = format::EN.minutes.of(minutes);
            format!("It has passed, or begins in less than {minutes}")
        },
        last_four: "Write the last 4 characters of the ID number",
        too_late_to_cancel: "Its time has come, so it cannot be cancelled.",
    },
    notice: Notice {
        no_such_question: "One of the names is no question of this service",
        unanswered: "Not answered yet",
        not_eligible: "With these answers the service is not open to you yet, so no slip is issued.",
        too_many_slips: "Too many requests. Please try again later.",
    },
};

const DAYS: Count = Count::new("{0} day", "{0} days");
