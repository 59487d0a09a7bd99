//! The words of `/loan/compare`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// All that is borrowed.
    pub amount: &'static str,
    /// What the fund lends of it in a combined plan.
    pub fund_amount: &'static str,
    /// Beneath it.
    pub fund_amount_hint: &'static str,
    /// Why it was refused: no bank is left to lend the rest.
    pub fund_amount_whole: &'static str,
    /// Why it was refused: a combined plan needs it.
    pub fund_amount_missing: &'static str,
    /// The day of granting.
    pub granted_on: &'static str,
    /// Beneath it.
    pub granted_on_hint: &'static str,
    /// Summary of the rates.
    pub rates: &'static str,
    /// Above them.
    pub rates_hint: &'static str,
    /// The fund's rate up to five years.
    pub rate_le5y: &'static str,
    /// The fund's rate for longer.
    pub rate_gt5y: &'static str,
    /// The loan prime rate.
    pub prime: &'static str,
    /// Beneath it.
    pub prime_hint: &'static str,
    /// The plans' names, in order.
    pub plans: [&'static str; 4],
    /// Labels of each plan's fields: who lends, years, method, points.
    pub kind: [&'static str; 4],
    /// See [`Self::kind`].
    pub years: [&'static str; 4],
    /// See [`Self::kind`].
    pub method: [&'static str; 4],
    /// See [`Self::kind`].
    pub points: [&'static str; 4],
    /// The same fields within their plan, where its name stands above.
    pub in_plan: [&'static str; 4],
    /// Who lends: nobody, the fund, both, a bank.
    pub kinds: [&'static str; 4],
    /// Beneath the points.
    pub points_hint: &'static str,
    /// Unit of the points.
    pub points_unit: &'static str,
    /// Unit of the years.
    pub years_unit: &'static str,
    /// Why points were refused.
    pub points_refused: &'static str,
    /// Why points were refused: the bank's rate would be none.
    pub points_no_rate: &'static str,
    /// Why the first plan was refused: fewer than two are left.
    pub too_few: &'static str,
    /// Summary of the third and fourth plan.
    pub more_plans: &'static str,
    /// The cheapest plan, and how much less interest than the dearest.
    pub cheapest: fn(plan: &str, less: &str) -> String,
    /// The lightest plan, and its first payment.
    pub lightest: fn(plan: &str, payment: &str) -> String,
    /// One plan is both.
    pub both: fn(plan: &str, less: &str, payment: &str) -> String,
    /// All cost the same.
    pub same: &'static str,
    /// Mark of the cheapest.
    pub mark_cheapest: &'static str,
    /// Mark of the lightest.
    pub mark_lightest: &'static str,
    /// A plan in words: its loans, term, method.
    pub plan: fn(loans: &str, term: &str, method: &str) -> String,
    /// A loan in words: who lends, amount, rate.
    pub loan: fn(lender: &str, amount: &str, rate: &str) -> String,
    /// The fund and the bank as lenders.
    pub lenders: [&'static str; 2],
    /// Rows: first payment, last payment, interest, paid off.
    pub rows: [&'static str; 4],
    /// After so many months.
    pub after: fn(term: &str) -> String,
    /// More than in the first plan; the difference is formatted.
    pub more: fn(difference: &str) -> String,
    /// Less than in the first plan.
    pub less: fn(difference: &str) -> String,
    /// Later than in the first plan.
    pub later: fn(term: &str) -> String,
    /// Earlier than in the first plan.
    pub earlier: fn(term: &str) -> String,
    /// What differences are measured by.
    pub against: &'static str,
    /// Link to a plan's schedule.
    pub schedule: &'static str,
}
