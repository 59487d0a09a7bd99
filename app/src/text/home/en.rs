//! English.

use super::Text;
use crate::text::sentence::Sentence;

/// English.
pub const EN: Text = Text {
    title: "Housing Provident Fund (公积金): what would you like to do?",
    next_appointment: "Your next appointment",
    displaced: "The centre is closed at this time. Choose another",
    balance: |amount| format!("Balance {amount}"),
    rate: |percent| format!("First home, over five years: {percent}% a year"),
    earliest: Sentence::new("Earliest: {0}, {1}"),
    no_slots: "Fully booked for the coming days. New times open every day",
    services: |count| match count {
        1 => "What to bring and how, for 1 service".to_owned(),
        _ => format!("What to bring and how, for {count} services"),
    },
    today: "Today",
    closed: "Closed today",
    opens: |day| format!("Opens on {day}"),
};
