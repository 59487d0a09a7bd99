//! The words of `/loan`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::quota::{Change, LimitCode};

use crate::{
    handed::handed,
    text::{
        format::Format,
        rules::quota::{CapacityText, LimitLabels},
        sentence::Sentence,
    },
};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    pub answer: Answer,
    pub form: Form,
    /// What was filled in that no rule asks for; the fields are given.
    pub unused: fn(fields: &str) -> String,
    /// Summary of the list of conditions.
    pub gates: &'static str,
    /// A condition that is met.
    pub met: &'static str,
    /// A condition nobody has said anything about.
    pub assumed: &'static str,
    /// A condition that is not met.
    pub not_met: &'static str,
    /// Some figures come from the person's account.
    pub filled_in: &'static str,
    /// Links to the other pages of the room, in the order in which the page shows them.
    pub links: [&'static str; 9],
    /// Heading of what would change the quota.
    pub changes: &'static str,
    /// How the changes are computed.
    pub changes_how: fn(term: &str) -> String,
    /// A change in words.
    pub change: fn(&Change, &Format) -> String,
    /// What it leads to: the quota then, how much more, the first payment.
    pub effect: fn(amount: &str, gain: &str, payment: &str) -> String,
    /// Nothing would.
    pub no_changes: &'static str,
    /// Heading of the bank's part.
    pub bank: &'static str,
    /// The bank's part: amount, rate, its payment, both payments.
    pub bank_part: fn(amount: &str, rate: &str, payment: &str, together: &str) -> String,
    /// The same where the price or the income leaves nothing to the bank.
    pub no_bank_part: &'static str,
    /// What the bank's rate rests on.
    pub bank_source: Sentence<2>,
    /// Where the rate comes from; day and document are given.
    pub rate_source: Sentence<2>,
    /// The last step of the trace; the unit is given.
    pub rounding: fn(unit: &str) -> String,
}

handed! {
    /// What the answer says.
    pub struct Answer {
        /// Label of the quota.
        pub quota: &'static str,
        /// The limit that decides the quota, by its label.
        pub binding: Sentence<1>,
        pub limits: LimitLabels,
        /// What would raise the quota, by the limit that decides it, in the order of [`LimitCode::ALL`].
        pub more: [&'static str; 6],
        /// The amount asked for, when it is beyond the quota, and what is counted with.
        pub beyond: Sentence<2>,
        /// The term asked for, when it is longer than the longest.
        pub shorter: Sentence<2>,
        /// What the payment is for: amount and term.
        pub loan: Sentence<2>,
        /// Summary of the trace.
        pub why: &'static str,
        /// Beneath the step that decided.
        pub decides: &'static str,
        /// How the capacity came about.
        pub capacity: CapacityText,
    }
}

impl Answer {
    /// What would raise a quota that this limit decides.
    pub fn more(&self, limit: LimitCode) -> &'static str {
        let place = LimitCode::ALL.iter().position(|other| *other == limit);
        place
            .and_then(|place| self.more.get(place))
            .copied()
            .unwrap_or_default()
    }
}

/// The form's labels and hints.
#[derive(Debug)]
pub struct Form {
    pub amount: &'static str,
    pub amount_hint: &'static str,
    /// Name of the amount's slider for a screen reader.
    pub amount_slider: &'static str,
    pub years: &'static str,
    /// Name of the term's slider for a screen reader.
    pub years_slider: &'static str,
    pub price: &'static str,
    pub home: &'static str,
    pub product: &'static str,
    pub contributors: &'static str,
    pub children: &'static str,
    /// None, one, two, three and more.
    pub children_choices: [&'static str; 4],
    pub balances: &'static str,
    pub balances_hint: &'static str,
    pub months_contributed: &'static str,
    pub income: &'static str,
    pub income_hint: &'static str,
    /// Other debts a month.
    pub debts: &'static str,
    pub debts_hint: &'static str,
    pub area: &'static str,
    pub area_hint: &'static str,
    pub area_unit: &'static str,
    pub spouse_balances: &'static str,
    /// Beneath it and the next.
    pub spouse_hint: &'static str,
    pub spouse_income: &'static str,
    /// What is contributed each month.
    pub monthly: &'static str,
    pub monthly_hint: &'static str,
    /// What is owed on the bank's loan.
    pub outstanding: &'static str,
    pub outstanding_hint: &'static str,
    pub birth: &'static str,
    pub birth_hint: &'static str,
    /// Whose retirement age applies.
    pub track: &'static str,
    pub building_age: &'static str,
    pub building_age_hint: &'static str,
    pub green_building: &'static str,
    pub talent: &'static str,
    pub earlier_loans: &'static str,
    /// None, one, two.
    pub earlier_loans_choices: [&'static str; 3],
    pub good_credit: &'static str,
    /// Good, not good.
    pub good_credit_choices: [&'static str; 2],
    /// Nothing said, as a choice.
    pub unknown: &'static str,
    pub method: &'static str,
    /// Summary of the fields fewer people need.
    pub further: &'static str,
    /// Headings of these: the household, the home, the borrower.
    pub groups: [&'static str; 3],
}
