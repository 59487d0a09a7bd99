//! The words of `/loan/repayment`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use crate::{handed::handed, text::sentence::Sentence};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    pub answer: Answer,
    /// The principal of a loan.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    pub annual_rate: &'static str,
    /// Today's rates: first home up to five years and longer, second home likewise.
    pub rates_today: fn(rates: [&str; 4]) -> String,
    pub method: &'static str,
    /// Summary of the fields about days.
    pub by_days: &'static str,
    /// Day of granting.
    pub granted_on: &'static str,
    /// Refused: only the due day was given.
    pub granted_on_missing: &'static str,
    pub granted_on_hint: &'static str,
    pub due_day: &'static str,
    pub due_day_hint: &'static str,
    /// How the first period is counted.
    pub first_period: &'static str,
    /// By whole months, or by days; each in plain words and with its formula.
    pub first_periods: [(&'static str, &'static str); 2],
    /// Summary of the fields about the bank's loan.
    pub by_bank: &'static str,
    pub bank_principal: &'static str,
    pub bank_principal_hint: &'static str,
    /// Refused: a term of the bank's loan without its amount.
    pub bank_principal_missing: &'static str,
    pub bank_months: &'static str,
    pub bank_months_hint: &'static str,
    pub bank_annual_rate: &'static str,
    /// The loan prime rate is given.
    pub bank_annual_rate_hint: fn(prime: &str) -> String,
    pub bank_method: &'static str,
    pub print: Print,
    /// Heads of the columns in files and on paper: number, due on, payment, principal, interest, balance.
    pub columns: [&'static str; 6],
    /// Heads of the columns of two loans: the fund's payment, the bank's.
    pub part_columns: [&'static str; 2],
    /// Title of an entry in the calendar; the amount is given.
    pub due_entry: fn(amount: &str) -> String,
    /// Its note: which instalment of how many, and what is still owed.
    pub due_note: fn(number: u16, of: usize, balance: &str) -> String,
}

/// The page to print.
#[derive(Debug)]
pub struct Print {
    pub title: &'static str,
    /// How to print it.
    pub hint: &'static str,
    /// The fund's loan, the bank's, granted on, altogether.
    pub rows: [&'static str; 4],
    /// A loan: amount, months, rate, method.
    pub loan: fn(amount: &str, months: u16, rate: &str, method: &str) -> String,
    /// The sum: paid, interest.
    pub total: fn(paid: &str, interest: &str) -> String,
    /// Day of granting, and how days count.
    pub granted: fn(day: &str, counted: &str) -> String,
    /// The sum of a year.
    pub year_sum: &'static str,
}

handed! {
    /// What the answer says.
    pub struct Answer {
        /// Label of the first payment of two loans.
        pub both_first: &'static str,
        /// Of it to the fund and to the bank; then interest altogether, to the fund, to the bank.
        pub both: Sentence<5>,
        /// From when to when is repaid.
        pub from_to: Sentence<2>,
        /// The first period counted by days: how many, its interest, and how much more, less than a month's that is.
        pub first_by_days: [Sentence<3>; 2],
        /// Before the links to the files.
        pub keep: &'static str,
        /// The files and the page to print: table, workbook, calendar, print.
        pub files: [&'static str; 4],
        /// Beneath the links while there is no day of granting.
        pub no_calendar: &'static str,
    }
}
