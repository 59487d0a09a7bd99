//! The words of the home page.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use crate::text::sentence::Sentence;

#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    /// Above the next appointment.
    pub next_appointment: &'static str,
    /// The same, when the centre will be closed at that time.
    pub displaced: &'static str,
    /// The balance, already formatted.
    pub balance: fn(amount: &str) -> String,
    /// The rate a first home over five years pays, in percent.
    pub rate: fn(percent: &str) -> String,
    /// The earliest free place: when, where.
    pub earliest: Sentence<2>,
    /// Nothing is free in the days that can be booked.
    pub no_slots: &'static str,
    /// For how many services the portal knows the items.
    pub services: fn(count: usize) -> String,
    /// Heading of today's opening hours.
    pub today: &'static str,
    /// A branch that does not open today.
    pub closed: &'static str,
    /// When a closed branch opens next.
    pub opens: fn(day: &str) -> String,
}
