//! The words of `/loan/afford`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::afford::Binding;

use crate::{handed::handed, text::sentence::Sentence};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    pub answer: Answer,
    /// What can be paid at once.
    pub savings: &'static str,
    pub savings_hint: &'static str,
    /// What can be paid each month.
    pub budget: &'static str,
    pub budget_hint: &'static str,
    /// The price of a square metre.
    pub per_square_metre: &'static str,
    /// The term.
    pub years: &'static str,
    /// A term shorter than others' near retirement.
    pub years_hint: &'static str,
    pub method: &'static str,
    /// New home or resale.
    pub market: &'static str,
    pub markets: [&'static str; 2],
    /// Whether a bank lends too.
    pub bank: &'static str,
    /// Yes, no.
    pub banks: [&'static str; 2],
    /// What the bank adds to the prime rate.
    pub points: &'static str,
    /// Heading of the household's fields.
    pub household: &'static str,
    pub home: &'static str,
    pub contributors: &'static str,
    /// The account balances together.
    pub balances: &'static str,
    pub balances_hint: &'static str,
    pub children: &'static str,
    pub children_unit: &'static str,
    pub months_contributed: &'static str,
    /// The household's monthly income.
    pub income: &'static str,
    pub income_hint: &'static str,
    /// Summary of what it rests on.
    pub basis: &'static str,
    /// The fund's limit: amount, and the limit that decides it.
    pub fund_most: Sentence<2>,
    /// Conditions that are not met.
    pub unmet: &'static str,
    /// Said when figures come from the person's account.
    pub filled_in: &'static str,
    /// Refused: longer than anybody lends; the most years.
    pub longest: fn(years: u16) -> String,
    /// Refused: nothing is lent for such a home.
    pub home_not_lent: &'static str,
    /// How it is computed.
    pub convention: &'static str,
}

handed! {
    /// What the answer says.
    pub struct Answer {
        /// The answer leads with it.
        pub highest: &'static str,
        /// Nothing can be bought.
        pub nothing: &'static str,
        /// The area at a price per square metre.
        pub area: Sentence<2>,
        /// What decides it: budget, savings, the fund's limit, an area from which more is to be paid at once, the largest area.
        pub bindings: [&'static str; 5],
        /// The budget was lowered to what the income may carry: the share in percent, the budget.
        pub budget_cut: Sentence<2>,
        /// The fund's loan, the bank's, first payment, down payment, taxes and fees, cash.
        pub rows: [&'static str; 6],
        /// A loan: amount and rate.
        pub loan: Sentence<2>,
        pub no_loan: &'static str,
        /// Link to the schedule.
        pub schedule: &'static str,
        /// Summary of the taxes and fees.
        pub costs: &'static str,
        /// Summary of the table of rates.
        pub moves: &'static str,
        /// Heads of its columns: rates, price, difference.
        pub move_heads: [&'static str; 3],
        /// Both rates higher, lower, by so many percent.
        pub moved: [Sentence<1>; 2],
        pub not_moved: &'static str,
        /// A price so much higher, lower than now.
        pub difference: [Sentence<1>; 2],
        pub no_difference: &'static str,
        /// Rates that are none.
        pub no_rate: &'static str,
    }
}

impl Answer {
    /// What decides the price.
    pub const fn binding(&self, binding: Binding) -> &'static str {
        let [budget, savings, fund_limit, area, largest_area] = self.bindings;
        match binding {
            Binding::Budget => budget,
            Binding::Savings => savings,
            Binding::FundLimit => fund_limit,
            Binding::Area => area,
            Binding::LargestArea => largest_area,
        }
    }
}
