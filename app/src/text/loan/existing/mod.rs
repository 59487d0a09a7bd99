//! The words of `/loan/existing`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    /// Heading of the form.
    pub form: &'static str,
    pub granted_on: &'static str,
    pub granted_on_hint: &'static str,
    pub principal: &'static str,
    /// The term in months.
    pub months: &'static str,
    pub method: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// The day of the month.
    pub due_day: &'static str,
    pub due_day_hint: &'static str,
    /// How the interest of the first month at a new rate is counted.
    pub january: &'static str,
    /// A whole month at the new rate; split by days.
    pub januaries: [&'static str; 2],
    pub settle_on: &'static str,
    pub settle_on_hint: &'static str,
    /// What is folded away in the form.
    pub further: &'static str,
    /// The figures are an example's.
    pub example: &'static str,
    /// The figures are those of the person's own loan.
    pub filled_in: &'static str,
    /// The person's loan follows no plan; its method is given.
    pub without_plan: fn(method: &str) -> String,
    /// To somebody who has not signed in.
    pub sign_in: &'static str,
    /// The loan is granted on a day to come.
    pub in_the_future: &'static str,
    /// No rate is on record for that day.
    pub no_rate: fn(day: &str) -> String,
    /// The day to settle on is before the loan, or after its end.
    pub settle_range: &'static str,
    /// Label of the balance.
    pub balance: fn(day: &str) -> String,
    /// The next payment; `number` of `count` instalments.
    pub next: fn(day: &str, amount: &str, number: u16, count: usize, rate: &str) -> String,
    /// The loan is over.
    pub over: fn(day: &str) -> String,
    /// Rates after a day are not known; the last known one is given.
    pub unknown: fn(day: &str, rate: &str) -> String,
    /// What all changes of the rate brought: interest so far, and to the end.
    pub saved: fn(so_far: &str, in_all: &str) -> String,
    /// The same when the rate rose on the whole.
    pub cost: fn(so_far: &str, in_all: &str) -> String,
    /// Summary of the changes.
    pub steps: &'static str,
    /// A change: since when, and the rates before and after.
    pub step: fn(day: &str, before: &str, after: &str) -> String,
    /// What it did to the payment.
    pub step_payment: fn(before: &str, after: &str) -> String,
    pub step_saved: fn(so_far: &str, in_all: &str) -> String,
    pub step_cost: fn(so_far: &str, in_all: &str) -> String,
    /// How that is counted.
    pub step_how: &'static str,
    /// The rate has not changed yet.
    pub no_step: &'static str,
    /// What settles the loan.
    pub settlement: fn(day: &str, amount: &str) -> String,
    /// Of what that consists.
    pub settlement_parts: fn(principal: &str, days: u32, interest: &str) -> String,
    /// Every instalment agrees with the ledger.
    pub agrees: fn(count: usize) -> String,
    /// Some do not.
    pub differs: fn(same: usize, other: usize) -> String,
    pub differs_help: &'static str,
    /// Instalments due that the ledger does not have.
    pub unpaid: fn(count: usize) -> String,
    /// Before the loan can be settled, so many instalments are to be paid.
    pub first_current: fn(count: usize) -> String,
    /// Link to what they cost.
    pub how_current: &'static str,
    pub other_rate: fn(booked: &str, ours: &str) -> String,
    pub other_balance: fn(booked: &str, ours: &str) -> String,
    /// Lines of the ledger that the plan does not have.
    pub beyond: fn(count: usize) -> String,
    /// Summary of the comparison.
    pub compare: &'static str,
    /// Heads of its columns: number, verdict, the plan's figures, the ledger's.
    pub compare_heads: [&'static str; 4],
    /// An instalment agrees.
    pub same: &'static str,
    /// In place of the ledger's figures where they agree.
    pub ditto: &'static str,
    /// An instalment differs.
    pub different: &'static str,
    /// An instalment is not in the ledger.
    pub not_booked: &'static str,
    /// The figures of an instalment.
    pub figures: fn(principal: &str, interest: &str, balance: &str) -> String,
    /// Summary of the instalments.
    pub schedule: &'static str,
    /// How they are counted.
    pub convention: &'static str,
    /// A calendar year, with its rate.
    pub year: fn(year: i32, rate: &str) -> String,
    /// What is said of a year, and that its rate is not known to hold.
    pub year_unknown: fn(year: &str) -> String,
    /// Heads of the columns: day, payment, interest, balance.
    pub heads: [&'static str; 4],
    /// Principal repaid ahead on a day.
    pub ahead: &'static str,
    /// Link to prepaying this loan.
    pub to_prepayment: &'static str,
    /// Link to the rates and where they come from.
    pub to_rates: &'static str,
}
