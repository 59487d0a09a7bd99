//! English.

use super::Format;
use crate::text::sentence::{Count, Sentence};

/// English.
pub const EN: Format = Format {
    yuan: Sentence::new("{0} yuan"),
    yuan_unit: "yuan",
    date: Sentence::new("{0} {1} {2}"),
    month: Sentence::new("{0} {1}"),
    near_day: Sentence::new("{2} {0} {1}"),
    full_day: Sentence::new("{2} {0} {1} {3}"),
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    day_and_time: Sentence::new("{0}, {1}"),
    morning: Sentence::new("{0} am"),
    afternoon: Sentence::new("{0} pm"),
    twelve_hours: true,
    span: Sentence::new("{0} – {1}"),
    seconds: Count::new("{0} second", "{0} seconds"),
    minutes: Count::new("{0} minute", "{0} minutes"),
    years: Count::new("{0} year", "{0} years"),
    month_count: Count::new("{0} month", "{0} months"),
    labelled: Sentence::new("{0}: {1}"),
    bracketed: Sentence::new("{0} ({1})"),
    joined: Sentence::new("{0}, {1}"),
    full_stop: ". ",
    between_items: ", ",
    between_clauses: "; ",
    quoted: Sentence::new("“{0}”"),
};
