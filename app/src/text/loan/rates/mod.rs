//! The words of `/loan/rates`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    /// The rate of one's own loan, and another one from a day on.
    pub mine: fn(now: &str, from: &str, next: &str) -> String,
    /// The rate of one's own loan, which stays the same on a day when it could change.
    pub mine_stays: fn(now: &str, from: &str) -> String,
    /// Heading of today's rates.
    pub now: &'static str,
    /// When a new rate reaches whom.
    pub rule: &'static str,
    /// Title of the warning that later changes are not known.
    pub unknown: &'static str,
    /// The warning; the last known day is given.
    pub unknown_after: fn(day: &str) -> String,
    /// The chart in words; the last known day is given.
    pub chart: fn(day: &str) -> String,
    /// The lines of the chart: first home longer and up to five years, the prime rate.
    pub lines: [&'static str; 3],
    /// The year at an end of the chart.
    pub year: fn(year: i32) -> String,
    /// Heading of the table.
    pub history: &'static str,
    /// Head of the column of days.
    pub from: &'static str,
    /// Heads of the columns of rates: first home, up to five years and longer; second home.
    pub columns: [&'static str; 4],
    /// Head of the column of sources.
    pub source: &'static str,
    /// What stands between two sources of one day.
    pub between_sources: &'static str,
    /// Heading of the prime rate.
    pub prime: &'static str,
    /// What it is for.
    pub prime_hint: &'static str,
    /// Head of its column.
    pub prime_column: &'static str,
}
