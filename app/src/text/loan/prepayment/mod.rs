//! The words of `/loan/prepayment`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// How often one can say that something is repaid ahead.
pub const ROWS: usize = 6;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// Said when the loan is the person's own.
    pub filled_in: &'static str,
    /// Above the fields of the loan.
    pub loan: &'static str,
    /// The amount lent.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    /// An annual rate.
    pub annual_rate: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// Above the fields of what is repaid ahead.
    pub ahead: &'static str,
    /// After which instalment; one label for each row.
    pub after: [&'static str; ROWS],
    /// Beneath it.
    pub after_hint: &'static str,
    /// Its unit.
    pub after_unit: &'static str,
    /// How much; one label for each row.
    pub amount: [&'static str; ROWS],
    /// Beneath it.
    pub amount_hint: &'static str,
    /// What is kept; one label for each row.
    pub keep: [&'static str; ROWS],
    /// The payment is kept: in plain words, and as the bank says.
    pub keep_payment: (&'static str, &'static str),
    /// The term is kept.
    pub keep_term: (&'static str, &'static str),
    /// Everything is repaid.
    pub settle: (&'static str, &'static str),
    /// How often the first comes again.
    pub every: &'static str,
    /// Only once; and what that means.
    pub once: (&'static str, &'static str),
    /// Every month.
    pub every_month: (&'static str, &'static str),
    /// Every year.
    pub every_year: (&'static str, &'static str),
    /// A label with the number of its row.
    pub numbered: fn(number: &str, label: &str) -> String,
    /// A field has no row; its label is given.
    pub beyond: fn(label: &str) -> String,
    /// So many times, so much altogether.
    pub times: fn(count: usize, amount: &str) -> String,
    /// What a further row is folded under.
    pub one_more: [&'static str; ROWS],
    /// Label of the interest saved.
    pub saved: &'static str,
    /// Label of it when it is negative.
    pub not_saved: &'static str,
    /// The loan is over so much sooner; the time is given.
    pub sooner: fn(time: &str) -> String,
    /// Each month costs so much less, from one payment to another; the amounts are given.
    pub lighter: fn(less: &str, before: &str, after: &str) -> String,
    /// Everything is repaid after an instalment.
    pub settled: fn(after: u16) -> String,
    /// Interest with and without; the amounts are given.
    pub interest: fn(with: &str, without: &str) -> String,
    /// Fees, and what is saved after them; the amounts are given.
    pub fees: fn(fees: &str, net: &str) -> String,
    /// What is repaid ahead after an instalment.
    pub repaid: fn(after: u16) -> String,
    /// What is owed then.
    pub balance: &'static str,
    /// Instalments left.
    pub left: &'static str,
    /// A number of instalments.
    pub count: fn(count: u16) -> String,
    /// The next payment.
    pub next: &'static str,
    /// The next payment now and as it was; the amounts are given.
    pub next_was: fn(now: &str, was: &str) -> String,
    /// The last payment.
    pub last: &'static str,
    /// The fee.
    pub fee: &'static str,
    /// What each day between two due days costs when settling; the amount is given.
    pub daily: fn(amount: &str) -> String,
    /// Waiting a year loses so much; the instalment and the amount are given.
    pub in_a_year: fn(after: u16, less: &str) -> String,
    /// Waiting a year gains so much.
    pub in_a_year_more: fn(after: u16, more: &str) -> String,
    /// The best of the coming months is the soonest.
    pub best_now: fn(after: u16) -> String,
    /// The best of the coming months is a later one, after a fee ends.
    pub best_later: fn(after: u16) -> String,
    /// Summary of the table of months.
    pub timing: &'static str,
    /// What the table compares, for several events.
    pub timing_first: &'static str,
    /// Why sooner is better, and what is not counted.
    pub timing_why: &'static str,
    /// Heads of its columns: instalment, interest saved, fee, net.
    pub timing_heads: [&'static str; 4],
    /// Summary of the schedule.
    pub schedule: &'static str,
    /// That what is repaid ahead does not stand in the table.
    pub beside: &'static str,
    /// How it is reckoned.
    pub convention: &'static str,
    /// What the fees rest on; the document is given.
    pub source: fn(rule: &str, document: &str) -> String,
}
