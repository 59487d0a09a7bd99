//! The words of `/loan/afford`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::afford::Binding;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// What can be paid at once.
    pub savings: &'static str,
    /// Beneath it.
    pub savings_hint: &'static str,
    /// What can be paid each month.
    pub budget: &'static str,
    /// Beneath it.
    pub budget_hint: &'static str,
    /// The price of a square metre.
    pub per_square_metre: &'static str,
    /// The term.
    pub years: &'static str,
    /// Its unit.
    pub years_unit: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// New home or resale.
    pub market: &'static str,
    /// The choices of it.
    pub markets: [&'static str; 2],
    /// Whether a bank lends too.
    pub bank: &'static str,
    /// The choices of it: yes, no.
    pub banks: [&'static str; 2],
    /// What the bank adds to the prime rate.
    pub points: &'static str,
    /// Summary of the household's fields.
    pub household: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// One contributor or two.
    pub contributors: &'static str,
    /// The account balances together.
    pub balances: &'static str,
    /// Beneath it.
    pub balances_hint: &'static str,
    /// Children.
    pub children: &'static str,
    /// Their unit.
    pub children_unit: &'static str,
    /// Months of continuous contribution.
    pub months_contributed: &'static str,
    /// The household's monthly income.
    pub income: &'static str,
    /// Beneath it.
    pub income_hint: &'static str,
    /// The answer leads with it.
    pub highest: &'static str,
    /// Nothing can be bought.
    pub nothing: &'static str,
    /// The area at a price per square metre.
    pub area: fn(area: &str, per: &str) -> String,
    /// What decides it.
    pub binding: fn(Binding) -> &'static str,
    /// The budget was lowered to what the income may carry.
    pub budget_cut: fn(share: u16, budget: &str) -> String,
    /// Rows: the fund's loan, the bank's, first payment, down payment, taxes and fees, cash.
    pub rows: [&'static str; 6],
    /// A loan in words: amount and rate.
    pub loan: fn(amount: &str, rate: &str) -> String,
    /// No loan.
    pub no_loan: &'static str,
    /// Link to the schedule.
    pub schedule: &'static str,
    /// Summary of the taxes and fees.
    pub costs: &'static str,
    /// Summary of the table of rates.
    pub moves: &'static str,
    /// Heads of its columns: rates, price, difference.
    pub move_heads: [&'static str; 3],
    /// So many hundredths of a percent more or less for both loans.
    pub moved: fn(points: i32) -> String,
    /// A price more or less than now.
    pub difference: fn(amount: &str, more: bool) -> String,
    /// No difference.
    pub no_difference: &'static str,
    /// Rates that are none.
    pub no_rate: &'static str,
    /// Summary of what it rests on.
    pub basis: &'static str,
    /// The fund's limit: amount, and the limit that decides it.
    pub fund_most: fn(amount: &str, limit: &str) -> String,
    /// Conditions that are not met.
    pub unmet: &'static str,
    /// Said when figures come from the person's account.
    pub filled_in: &'static str,
    /// Who is near retirement borrows for fewer years.
    pub years_hint: &'static str,
    /// Refused: longer than anybody lends; the most years.
    pub longest: fn(years: u16) -> String,
    /// Refused: nothing is lent for such a home.
    pub home_not_lent: &'static str,
    /// How it is computed.
    pub convention: &'static str,
}
