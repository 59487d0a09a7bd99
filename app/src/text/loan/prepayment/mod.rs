//! The words of `/loan/prepayment`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use crate::{
    handed::handed,
    text::sentence::{Count, Sentence},
};

/// How often one can say that something is repaid ahead.
pub const ROWS: usize = 6;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    pub title: &'static str,
    pub answer: Answer,
    /// Said when the loan is the person's own.
    pub filled_in: &'static str,
    /// Above the fields of the loan.
    pub loan: &'static str,
    pub principal: &'static str,
    pub months: &'static str,
    pub annual_rate: &'static str,
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
    /// What a further row is folded under.
    pub one_more: [&'static str; ROWS],
    /// How it is counted.
    pub convention: &'static str,
    /// What the fees rest on: rule and document.
    pub source: Sentence<2>,
}

handed! {
    /// What the answer says.
    pub struct Answer {
        /// Label of the interest saved.
        pub saved: &'static str,
        /// Label of it when it is negative.
        pub not_saved: &'static str,
        /// So many times, so much altogether.
        pub times: Sentence<2>,
        /// The loan is over so much sooner.
        pub sooner: Sentence<1>,
        /// Each month costs so much less, from one payment to another.
        pub lighter: Sentence<3>,
        /// Everything is repaid after an instalment.
        pub settled: Sentence<1>,
        /// Interest without and with.
        pub interest: Sentence<2>,
        /// Fees, and what is saved after them.
        pub fees: Sentence<2>,
        /// What is repaid ahead after an instalment.
        pub repaid: Sentence<1>,
        /// What is owed then.
        pub balance: &'static str,
        /// Instalments left.
        pub left: &'static str,
        /// A number of instalments.
        pub count: Count,
        pub next: &'static str,
        /// The next payment now and as it was.
        pub next_was: Sentence<2>,
        pub last: &'static str,
        pub fee: &'static str,
        /// What each day between two due days costs when settling.
        pub daily: Sentence<1>,
        /// Waiting a year, until after an instalment, loses so much.
        pub in_a_year: Sentence<2>,
        /// Waiting a year gains so much.
        pub in_a_year_more: Sentence<2>,
        /// The best of the coming months is the soonest.
        pub best_now: Sentence<1>,
        /// The best of the coming months is a later one, after a fee ends.
        pub best_later: Sentence<1>,
        /// Summary of the table of months.
        pub timing: &'static str,
        /// What the table compares, for several events.
        pub timing_first: &'static str,
        /// Why sooner is better, and what is not counted.
        pub timing_why: &'static str,
        /// Instalment, interest saved, fee, net.
        pub timing_heads: [&'static str; 4],
        /// Summary of the schedule.
        pub schedule: &'static str,
        /// That what is repaid ahead does not stand in the table.
        pub beside: &'static str,
    }
}
