//! What the island of the estimate says: of the words of the room these alone go to the browser.

mod en;
mod zh_cn;

pub use self::{
    en::{RESULT_EN, SCHEDULE_EN},
    zh_cn::{RESULT_ZH_CN, SCHEDULE_ZH_CN},
};

use fund::quota::LimitCode;
use fund::repayment::Method;

/// The answer of an estimate.
#[derive(Debug)]
pub struct Answer {
    /// The unit of money.
    pub yuan: &'static str,
    /// Label of the quota.
    pub quota: &'static str,
    /// The limit that decides the quota, by its label.
    pub binding: fn(limit: &str) -> String,
    /// What would raise the quota.
    pub more: fn(LimitCode) -> &'static str,
    /// The amount asked for, when it is beyond the quota; both already formatted.
    pub beyond: fn(asked: &str, counted: &str) -> String,
    /// The term asked for, when it is longer than the longest; both already formatted.
    pub shorter: fn(asked: &str, longest: &str) -> String,
    /// What the payment is for: amount and term, already formatted.
    pub loan: fn(amount: &str, term: &str) -> String,
    /// The payment of a level loan.
    pub monthly: &'static str,
    /// The first payment of a falling one.
    pub first_month: &'static str,
    /// The last payment; the amount is given.
    pub last_month: fn(amount: &str) -> String,
    /// All interest, and at which rate.
    pub interest: fn(amount: &str, rate: &str) -> String,
    /// A term in years and months: 20 年, 7 个月.
    pub term: fn(months: u16) -> String,
    /// Label of the amount asked for.
    pub amount: &'static str,
    /// Beneath it.
    pub amount_hint: &'static str,
    /// Label of the term.
    pub years: &'static str,
    /// Unit of the term.
    pub years_unit: &'static str,
    /// Name of the amount's slider for a screen reader.
    pub amount_slider: &'static str,
    /// Name of the term's slider for a screen reader.
    pub years_slider: &'static str,
    /// Summary of the trace.
    pub why: &'static str,
    /// The answer is that of another form.
    pub stale: &'static str,
    /// Since when a rule holds; the day is given.
    pub since: fn(day: &str) -> String,
    /// The schedule.
    pub schedule: Schedule,
}

/// The words of a repayment schedule.
#[derive(Debug)]
pub struct Schedule {
    /// Summary of the table.
    pub title: &'static str,
    /// How the figures are rounded.
    pub convention: &'static str,
    /// A year of the loan.
    pub year: fn(number: u16) -> String,
    /// What is paid in it; the amount is given.
    pub year_paid: fn(amount: &str) -> String,
    /// Of it interest, and what is left; the amounts are given.
    pub year_rest: fn(interest: &str, balance: &str) -> String,
    /// Head of the column with the instalment's number.
    pub number: &'static str,
    /// Head of the column of payments.
    pub payment: &'static str,
    /// Principal, also in the chart.
    pub principal: &'static str,
    /// Interest, also in the chart.
    pub interest: &'static str,
    /// Head of the column of balances.
    pub balance: &'static str,
    /// What the chart shows, in words: interest of the first and of the last year.
    pub chart: fn(first: &str, last: &str) -> String,
}

/// A method of repayment by its official term.
pub const fn method_name(method: Method) -> &'static str {
    match method {
        Method::LevelPayment => "等额本息",
        Method::LevelPrincipal => "等额本金",
    }
}
