//! The words of `/loan/contribution`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::contribution::Ratio;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The figures come from the person's account.
    pub filled_in: &'static str,
    /// Last year's average monthly wage.
    pub wage: &'static str,
    pub wage_hint: &'static str,
    pub member_ratio: &'static str,
    pub employer_ratio: &'static str,
    /// Beneath the ratios: the least and the most.
    pub ratio_hint: fn(least: Ratio, most: Ratio) -> String,
    /// A ratio is none of these.
    pub ratio_range: fn(least: Ratio, most: Ratio) -> String,
    /// What is in the account.
    pub balance: &'static str,
    pub balance_hint: &'static str,
    /// The day the balance is of.
    pub from: &'static str,
    /// The day to project to.
    pub until: &'static str,
    /// The day of the month contributions arrive.
    pub day: &'static str,
    /// The wage that counts from the next 1 July.
    pub next_wage: &'static str,
    pub next_wage_hint: &'static str,
    /// How many people an employer contributes for.
    pub headcount: &'static str,
    pub headcount_hint: &'static str,
    pub headcount_unit: &'static str,
    /// Label of the monthly amount.
    pub monthly: &'static str,
    /// Both shares.
    pub shares: fn(member: &str, employer: &str) -> String,
    /// The base is the wage.
    pub by_wage: fn(base: &str) -> String,
    /// The base is held at the cap.
    pub by_cap: fn(base: &str) -> String,
    /// The base is raised to the floor.
    pub by_floor: fn(base: &str) -> String,
    /// The balance on a day.
    pub balance_on: fn(day: &str, balance: &str) -> String,
    /// What it consists of: opening, contributed, interest.
    pub consists: fn(opening: &str, contributed: &str, interest: &str) -> String,
    /// Interest that is not yet in the account: amount and the day it will be.
    pub accrued: fn(amount: &str, day: &str) -> String,
    /// Interest of the days before is not known.
    pub before: fn(day: &str) -> String,
    /// From a day on, another amount.
    pub changed: fn(day: &str, amount: &str) -> String,
    /// The bounds from a month on are not published yet.
    pub unknown: fn(month: &str) -> String,
    /// Heading of the employer's part.
    pub employer: &'static str,
    /// What it costs: people, a month, a year.
    pub costs: fn(people: u32, monthly: &str, yearly: &str) -> String,
    /// Caption of the costs by ratio.
    pub by_ratio: &'static str,
    /// Its columns.
    pub ratio_columns: [&'static str; 3],
    /// Summary of the settlements.
    pub settlements: &'static str,
    /// Its columns: day, interest, balance.
    pub settlement_columns: [&'static str; 3],
    /// How interest is reckoned; the rate is given.
    pub interest: fn(rate: &str) -> String,
    /// Summary of how the amount is reckoned.
    pub how: &'static str,
    /// The rule: least and most base, the unit of rounding.
    pub formula: fn(floor: &str, cap: &str, unit: &str) -> String,
    pub sources: &'static str,
    /// The last day is not after the first, or too far.
    pub until_range: &'static str,
    /// The first day is not one with rates.
    pub from_range: fn(day: &str) -> String,
}
