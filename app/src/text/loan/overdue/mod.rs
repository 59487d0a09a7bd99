//! The words of `/loan/overdue`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::overdue::Part;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The figures come from the person's loan.
    pub filled_in: &'static str,
    /// What is owed after the last instalment that was paid.
    pub principal: &'static str,
    /// Beneath it.
    pub principal_hint: &'static str,
    /// Instalments still to come, the unpaid ones included.
    pub months: &'static str,
    /// The contract's rate.
    pub annual_rate: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// The day the first unpaid instalment was due.
    pub first_due: &'static str,
    /// Day of the month instalments are due.
    pub due_day: &'static str,
    /// Beneath it.
    pub due_day_hint: &'static str,
    /// The day of paying.
    pub on: &'static str,
    /// What can be paid now.
    pub amount: &'static str,
    /// Beneath it.
    pub amount_hint: &'static str,
    /// Label of what makes the loan current; the day is given.
    pub needed: fn(day: &str) -> String,
    /// Nothing due is unpaid on that day.
    pub nothing: fn(day: &str) -> String,
    /// What the amount consists of: principal, interest, penalty.
    pub consists: fn(principal: &str, interest: &str, penalty: &str) -> String,
    /// How much each day of waiting costs.
    pub each_day: fn(amount: &str) -> String,
    /// What a payment is taken for, part by part, and what is missing afterwards.
    pub paid: fn(amount: &str, parts: &str) -> String,
    /// The parts by name, with their amounts.
    pub part: fn(part: Part, amount: &str) -> String,
    /// What stands between them.
    pub between_parts: &'static str,
    /// What is still missing.
    pub missing: fn(amount: &str) -> String,
    /// Enough, and what is left over.
    pub enough: &'static str,
    /// What is left over.
    pub excess: fn(amount: &str) -> String,
    /// Heading of the steps.
    pub steps: &'static str,
    /// Pay so much by a day.
    pub step_pay: fn(day: &str, amount: &str) -> String,
    /// What comes next: day and amount.
    pub step_next: fn(day: &str, amount: &str) -> String,
    /// How much of it is missing after what is kept for it.
    pub step_rest: fn(kept: &str, to_pay: &str) -> String,
    /// What is not possible until then.
    pub step_barred: &'static str,
    /// Caption of the table.
    pub table: &'static str,
    /// Its columns: due day, days late, principal, interest, penalty; paid.
    pub columns: [&'static str; 6],
    /// Days late.
    pub days: fn(days: u32) -> String,
    /// Summary of how the penalty is reckoned.
    pub how: &'static str,
    /// The formula: contract's rate, surcharge in percent, penalty rate.
    pub formula: fn(rate: &str, more: u16, penalty: &str) -> String,
    /// How it is rounded.
    pub rounding: &'static str,
    /// Summary of the sources.
    pub sources: &'static str,
    /// The last day asked for lies too far ahead.
    pub too_late: &'static str,
}
