//! The words of `/loan/repayment`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// The principal of a loan.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    /// An annual rate.
    pub annual_rate: &'static str,
    /// Today's rates: first home up to five years and longer, second home likewise.
    pub rates_today: fn(rates: [&str; 4]) -> String,
    /// Method of repayment.
    pub method: &'static str,
    /// Summary of the fields about days.
    pub by_days: &'static str,
    /// Day of granting.
    pub granted_on: &'static str,
    /// Why it was refused: only the due day was given.
    pub granted_on_missing: &'static str,
    /// Beneath it.
    pub granted_on_hint: &'static str,
    /// Day of the month instalments are due.
    pub due_day: &'static str,
    /// Beneath it.
    pub due_day_hint: &'static str,
    /// Its unit.
    pub due_day_unit: &'static str,
    /// How the first period is counted.
    pub first_period: &'static str,
    /// By whole months, or by days; each in plain words and with its formula.
    pub first_periods: [(&'static str, &'static str); 2],
    /// Summary of the fields about the bank's loan.
    pub by_bank: &'static str,
    /// What the bank lends.
    pub bank_principal: &'static str,
    /// Beneath it.
    pub bank_principal_hint: &'static str,
    /// Refused: a term of the bank's loan without its amount.
    pub bank_principal_missing: &'static str,
    /// For how many months.
    pub bank_months: &'static str,
    /// Beneath it.
    pub bank_months_hint: &'static str,
    /// At which rate.
    pub bank_annual_rate: &'static str,
    /// Beneath it; the loan prime rate is given.
    pub bank_annual_rate_hint: fn(prime: &str) -> String,
    /// How it is repaid.
    pub bank_method: &'static str,
    /// Label of the first payment of two loans.
    pub both_first: &'static str,
    /// Of it to the fund and to the bank; both already formatted.
    pub both_parts: fn(fund: &str, bank: &str) -> String,
    /// Interest of two loans: altogether, to the fund, to the bank.
    pub both_interest: fn(total: &str, fund: &str, bank: &str) -> String,
    /// From when to when is repaid.
    pub from_to: fn(first: &str, last: &str) -> String,
    /// The first period counted by days: how many, its interest, and how far that is from a month's.
    pub first_by_days: fn(days: u32, interest: &str, difference: &str, more: bool) -> String,
    /// Before the links to the files.
    pub keep: &'static str,
    /// The files and the page to print: CSV, XLSX, calendar, print.
    pub files: [&'static str; 4],
    /// Beneath the links while there is no day of granting.
    pub no_calendar: &'static str,
    /// Heading of the page to print.
    pub print_title: &'static str,
    /// How to print it.
    pub print_hint: &'static str,
    /// Rows of its summary: the fund's loan, the bank's, granted on, altogether.
    pub print_rows: [&'static str; 4],
    /// A loan in words: amount, months, rate, method.
    pub print_loan: fn(amount: &str, months: u16, rate: &str, method: &str) -> String,
    /// The sum in words: paid, interest.
    pub print_total: fn(paid: &str, interest: &str) -> String,
    /// Heads of the columns: number, due on, payment, principal, interest, balance.
    pub columns: [&'static str; 6],
    /// Heads of the columns of two loans: the fund's payment, the bank's.
    pub part_columns: [&'static str; 2],
    /// The sum of a year.
    pub year_sum: &'static str,
    /// Title of an entry in the calendar; the amount is given.
    pub due_entry: fn(amount: &str) -> String,
    /// Its note: which instalment of how many, and what is still owed.
    pub due_note: fn(number: u16, of: usize, balance: &str) -> String,
}
