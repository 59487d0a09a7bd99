//! The words of `/loan/offset`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::offset::Way;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The figures come from the person's account and loan.
    pub filled_in: &'static str,
    /// How the loan is repaid out of the account.
    pub way: &'static str,
    /// A way by its plain name and its official term.
    pub ways: fn(Way) -> (&'static str, &'static str),
    /// The month of the yearly ways.
    pub month: &'static str,
    pub month_hint: &'static str,
    pub month_unit: &'static str,
    /// What stays as it is when principal is repaid ahead.
    pub keep: &'static str,
    /// The choices: payment kept, term kept.
    pub keeps: [(&'static str, &'static str); 2],
    /// What is owed.
    pub principal: &'static str,
    /// Instalments still to come.
    pub months: &'static str,
    pub annual_rate: &'static str,
    pub method: &'static str,
    /// The day of the next instalment.
    pub first_due: &'static str,
    pub due_day: &'static str,
    pub due_day_hint: &'static str,
    /// What is in the first account.
    pub balance: &'static str,
    /// What comes into it each month.
    pub monthly: &'static str,
    pub monthly_hint: &'static str,
    /// What is in the second account.
    pub second_balance: &'static str,
    pub second_hint: &'static str,
    /// What comes into it each month.
    pub second_monthly: &'static str,
    /// The day the balances are of.
    pub from: &'static str,
    /// The day of the month contributions arrive.
    pub day: &'static str,
    /// What stays in each account.
    pub floor: &'static str,
    /// Beneath it: the least; the amount is given.
    pub floor_hint: fn(least: &str) -> String,
    /// Summary of the fields fewer people need.
    pub further: &'static str,
    /// Label of what is paid in cash next month.
    pub cash_first: &'static str,
    /// Label of the first refund; the month is given.
    pub refund_first: fn(month: &str) -> String,
    /// Label of the first principal repaid ahead; the month is given.
    pub ahead_first: fn(month: &str) -> String,
    /// The accounts always pay everything.
    pub never_dry: &'static str,
    /// They do not pay a whole instalment from the beginning.
    pub dry_at_once: fn(drawn: &str, payment: &str) -> String,
    /// They pay so many instalments, then no more; day, and what is paid in cash from then on.
    pub runs_dry: fn(count: usize, day: &str, cash: &str) -> String,
    /// What the yearly refund does: the month, all refunds together.
    pub refunds: fn(month: &str, total: &str) -> String,
    /// The loan ends sooner: term saved, the day of the last instalment.
    pub sooner: fn(term: &str, day: &str) -> String,
    /// Each month costs less: before and after the first time.
    pub lighter: fn(before: &str, after: &str) -> String,
    /// Nothing is repaid ahead.
    pub no_principal: &'static str,
    /// Heading of the comparison.
    pub against: &'static str,
    /// What it is compared with; the last day is given.
    pub against_what: fn(day: &str) -> String,
    /// Its columns: out of the accounts, in cash.
    pub columns: [&'static str; 2],
    /// Rows of the comparison: paid in cash, loan interest, deposit interest, in the accounts at the end.
    pub rows: [&'static str; 4],
    /// What is more in the end: gain, loan interest saved, deposit interest forgone.
    pub gain: fn(gain: &str, saved: &str, forgone: &str) -> String,
    /// What is less in the end: the same.
    pub loss: fn(loss: &str, saved: &str, forgone: &str) -> String,
    /// Before the loss, where cash is kept meanwhile: it counts as earning nothing.
    pub idle: &'static str,
    /// The same in the end.
    pub even: &'static str,
    /// What is paid less in cash meanwhile.
    pub cash_less: fn(amount: &str) -> String,
    /// From which yield on the cash kept it pays; the deposit rate is given.
    pub worth_it: fn(rate: &str) -> String,
    /// Summary of the table.
    pub table: &'static str,
    /// A year: from the accounts, in cash.
    pub year: fn(from_accounts: &str, cash: &str) -> String,
    /// The rest of a year: accounts and debt at its end.
    pub year_rest: fn(accounts: &str, owed: &str) -> String,
    /// Columns of the months: number, from the accounts, in cash, in the accounts.
    pub month_columns: [&'static str; 4],
    /// Summary of how it is reckoned.
    pub how: &'static str,
    /// How it is reckoned; the deposit rate is given.
    pub reckoned: fn(rate: &str) -> String,
    /// What is not counted.
    pub not_counted: &'static str,
    pub sources: &'static str,
    /// The next instalment is due before the day of the balances.
    pub due_before: &'static str,
    /// More than two months after it.
    pub due_late: &'static str,
    /// No deposit rate is on record; the first day is given.
    pub from_range: fn(day: &str) -> String,
    /// Less than must stay; the amount is given.
    pub floor_least: fn(least: &str) -> String,
    /// A way the centre does not offer.
    pub not_offered: &'static str,
}
