//! The addresses of the visit room that more than one page, or a handler, leads to.

use crate::address::with_query;

/// Where an appointment is.
pub fn appointment(code: &str) -> String {
    format!("/visit/{code}")
}

/// Where an appointment is cancelled.
pub fn cancel(code: &str) -> String {
    format!("/visit/{code}/cancel")
}

/// An appointment as a file for a calendar.
pub fn calendar_file(code: &str) -> String {
    format!("/visit/{code}/calendar.ics")
}

/// Where the last four of an ID number are asked for before an appointment is shown.
pub fn find(code: &str) -> String {
    with_query("/visit/find", [(super::find::CODE, code)])
}

/// Where a branch is chosen for a service, with a slip if there is one.
pub fn branches(service: &str, slip: Option<&str>) -> String {
    let slip = slip.map(|number| ("slip", number));
    with_query("/visit/branch", std::iter::once(("service", service)).chain(slip))
}
