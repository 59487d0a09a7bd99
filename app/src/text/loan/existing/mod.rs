//! The words of `/loan/existing`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// Heading of the form.
    pub form: &'static str,
    /// The day the loan was granted.
    pub granted_on: &'static str,
    /// Beneath it.
    pub granted_on_hint: &'static str,
    /// The amount lent.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// The day of the month.
    pub due_day: &'static str,
    /// Beneath it.
    pub due_day_hint: &'static str,
    /// Its unit.
    pub due_day_unit: &'static str,
    /// How the first month at a new rate is reckoned.
    pub january: &'static str,
    /// A whole month at the new rate.
    pub january_whole: &'static str,
    /// By days.
    pub january_split: &'static str,
    /// The day to settle on.
    pub settle_on: &'static str,
    /// Beneath it.
    pub settle_on_hint: &'static str,
    /// What is folded away in the form.
    pub further: &'static str,
    /// The figures are an example.
    pub example: &'static str,
    /// The figures are those of the person's own loan.
    pub own: &'static str,
    /// The person's loan has no plan; its method is given.
    pub no_plan: fn(method: &str) -> String,
    /// To somebody not signed in.
    pub sign_in: &'static str,
    /// The granting day lies in the future.
    pub in_the_future: &'static str,
    /// No rate is on record for that day; the day is given.
    pub no_rate: fn(day: &str) -> String,
    /// The day to settle on is before the loan, or after its end.
    pub settle_range: &'static str,
    /// Label of the balance; the day is given.
    pub balance: fn(day: &str) -> String,
    /// The next payment: day, amount, number, count, rate.
    pub next: fn(day: &str, amount: &str, number: u16, count: usize, rate: &str) -> String,
    /// The loan is over; the day is given.
    pub over: fn(day: &str) -> String,
    /// Rates after a day are not known, and with which the rest is reckoned.
    pub unknown: fn(day: &str, rate: &str) -> String,
    /// Summary of what the changes of the rate brought: so far and to the end, the amounts given.
    pub saved: fn(so_far: &str, in_all: &str) -> String,
    /// The same when the rate rose on the whole.
    pub cost: fn(so_far: &str, in_all: &str) -> String,
    /// Heading of the changes.
    pub steps: &'static str,
    /// What a change was: day, rate before and after.
    pub step: fn(day: &str, before: &str, after: &str) -> String,
    /// What it did to the payment; the amounts are given.
    pub step_payment: fn(before: &str, after: &str) -> String,
    /// What it saved so far and in all; the amounts are given.
    pub step_saved: fn(so_far: &str, in_all: &str) -> String,
    /// What it cost so far and in all.
    pub step_cost: fn(so_far: &str, in_all: &str) -> String,
    /// How that is reckoned.
    pub step_how: &'static str,
    /// The rate has not changed yet.
    pub no_step: &'static str,
    /// What settles the loan: day and amount.
    pub settlement: fn(day: &str, amount: &str) -> String,
    /// Of what that consists: principal, days, interest.
    pub settlement_parts: fn(principal: &str, days: u32, interest: &str) -> String,
    /// Every instalment agrees with the ledger; their number is given.
    pub agrees: fn(count: usize) -> String,
    /// Some do not: how many agree and how many do not.
    pub differs: fn(same: usize, other: usize) -> String,
    /// What to do about it.
    pub differs_help: &'static str,
    /// Instalments due that the ledger does not have.
    pub unpaid: fn(count: usize) -> String,
    /// Before the loan can be settled, so many instalments are to be paid.
    pub first_current: fn(count: usize) -> String,
    /// Link to what they cost.
    pub how_current: &'static str,
    /// The ledger's rate is another: the ledger's and ours.
    pub other_rate: fn(booked: &str, ours: &str) -> String,
    /// The ledger's balance is another: the ledger's and ours.
    pub other_balance: fn(booked: &str, ours: &str) -> String,
    /// Lines of the ledger that our plan does not have.
    pub beyond: fn(count: usize) -> String,
    /// Summary of the comparison.
    pub compare: &'static str,
    /// Heads of its columns: number, verdict, ours, the ledger's.
    pub compare_heads: [&'static str; 4],
    /// An instalment agrees.
    pub same: &'static str,
    /// An instalment differs.
    pub different: &'static str,
    /// An instalment is not in the ledger.
    pub not_booked: &'static str,
    /// Principal, interest and balance of an instalment.
    pub figures: fn(principal: &str, interest: &str, balance: &str) -> String,
    /// Summary of the instalments.
    pub schedule: &'static str,
    /// How it is reckoned.
    pub convention: &'static str,
    /// A calendar year, with its rate.
    pub year: fn(year: i32, rate: &str) -> String,
    /// Behind it: the rate is not known to hold.
    pub year_unknown: &'static str,
    /// Heads of the columns: day, payment, interest, balance.
    pub heads: [&'static str; 4],
    /// Principal repaid ahead on a day.
    pub ahead: &'static str,
    /// Link to prepaying this loan.
    pub to_prepayment: &'static str,
    /// Where the rates come from.
    pub rates_source: &'static str,
}
