//! English.

use super::{Text, Trouble};
use crate::text::format;

/// English.
pub const EN: Text = Text {
    title_prefix: "Error: ",
    summary_title: "Please correct the following",
    to_home: "Go to the home page",
    call: "If it still does not work, call",
    reference: "When you call, give this reference:",
    not_found: Trouble {
        title: "There is no such page",
        lost: "Nothing has changed: not your account, your appointments or your documents.",
        advice: "The address may be incomplete, or the page may have moved. Start again from the home page.",
    },
    forbidden: Trouble {
        title: "You cannot see this page",
        lost: "Nothing has changed: not your account, your appointments or your documents.",
        advice: "It does not belong to the person who is signed in. If that is not you, sign out and sign in with your own ID number.",
    },
    form_expired: Trouble {
        title: "This page was open for too long",
        lost: "What you just sent was not accepted, and nothing has changed.",
        advice: "Go back to the page before, reload it, and send the form again.",
    },
    too_many: Trouble {
        title: "That was too fast",
        lost: "This request was not accepted. Everything done before is still there.",
        advice: "This also happens when many people on the same network use the site at once.",
    },
    wait: |seconds| format!("Please wait {} and try again. ", format::EN.duration(seconds)),
    wait_a_little: " Please try again in a few seconds. ",
    server: Trouble {
        title: "Something went wrong on our side",
        lost: "Everything done before is still there. This last step may not be complete: see how things stand before you do it again.",
        advice: "The problem has been recorded. Please try again in a few minutes.",
    },
    maintenance: Trouble {
        title: "Closed for maintenance",
        lost: "Nothing has changed: not your account, your appointments or your documents. Appointments you have booked are still good.",
        advice: "Please come back later. If it is urgent, call the hotline.",
    },
    busy: Trouble {
        title: "Too many people are here right now",
        lost: "This request was not accepted. Everything done before is still there.",
        advice: "Please wait a few seconds and try again.",
    },
    timed_out: Trouble {
        title: "That took too long",
        lost: "The page did not open. Nothing has changed: not your account, your appointments or your documents.",
        advice: "Please open it again in a while.",
    },
    outcome_unknown: Trouble {
        title: "We do not know yet whether this was done",
        lost: "No result came back: it may have been done, or not.",
        advice: "Look at your appointments first, then decide whether to do it again. Booking the same appointment again does not take a second place.",
    },
    to_visits: "See my appointments",
};
