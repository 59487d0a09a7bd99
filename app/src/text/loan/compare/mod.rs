//! The words of `/loan/compare`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use crate::{handed::handed, text::sentence::Sentence};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    pub answer: Answer,
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
    /// Why points were refused: the bank's rate would be none.
    pub points_no_rate: &'static str,
    /// Why the first plan was refused: fewer than two are left.
    pub too_few: &'static str,
    /// Summary of the third and fourth plan.
    pub more_plans: &'static str,
}

handed! {
    /// What the answer says.
    pub struct Answer {
        /// The plans' names, in order.
        pub plans: [&'static str; 4],
        /// The cheapest plan, and how much less interest than the dearest.
        pub cheapest: Sentence<2>,
        /// The lightest plan, and its first payment.
        pub lightest: Sentence<2>,
        /// One plan is both: which, how much less interest, its first payment.
        pub both: Sentence<3>,
        /// All cost the same.
        pub same: &'static str,
        pub mark_cheapest: &'static str,
        pub mark_lightest: &'static str,
        /// A plan: its loans, term, method.
        pub plan: Sentence<3>,
        /// A loan: who lends, amount, rate.
        pub loan: Sentence<3>,
        /// The fund and the bank as lenders.
        pub lenders: [&'static str; 2],
        /// First payment, last payment, interest, paid off.
        pub rows: [&'static str; 4],
        /// After so long.
        pub after: Sentence<1>,
        /// More, less than in the first plan.
        pub difference: [Sentence<1>; 2],
        /// Later, earlier than in the first plan.
        pub sooner: [Sentence<1>; 2],
        /// What differences are measured by.
        pub against: &'static str,
        /// Link to a plan's schedule.
        pub schedule: &'static str,
    }
}
