//! Why a loan, its repayment or its account could not be computed. Each stands behind the label of a field.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use chrono::NaiveDate;
use fund::{
    contribution::ProjectionError,
    offset::OffsetError,
    overdue::OverdueError,
    repayment::{EventFault, NotDue, PrepaymentError, ReplayError},
};

use crate::text::{Lang, Worded, sentence::Sentence, text};

#[derive(Debug)]
pub struct Text {
    pub prepayment: PrepaymentText,
    pub overdue: OverdueText,
    /// A day beyond the calendar's end.
    pub no_date: &'static str,
    /// The first instalment is not due on the due day.
    pub not_due: &'static str,
    /// The day for which no loan rate is on record.
    pub no_loan_rate: fn(NaiveDate) -> String,
    /// The day for which the bounds of the contribution base are not on record.
    pub no_base_year: fn(NaiveDate) -> String,
    /// The interest an account earns cannot be computed for these days.
    pub no_account_interest: &'static str,
    /// The next instalment is due before the day of the account's balance.
    pub due_before_start: &'static str,
}

/// Why a loan cannot be repaid ahead like that.
#[derive(Debug)]
pub struct PrepaymentText {
    /// The last instalment after which something can be repaid ahead.
    pub out_of_range: Sentence<1>,
    pub one_instalment: &'static str,
    /// The instalment that earlier repayments end the loan with.
    pub after_the_end: Sentence<1>,
    /// The instalment the repayment before it follows.
    pub out_of_order: Sentence<1>,
    pub not_positive: &'static str,
    /// What is owed then.
    pub more_than_balance: Sentence<1>,
}

#[derive(Debug)]
pub struct OverdueText {
    pub out_of_order: &'static str,
    pub not_positive: &'static str,
}

impl Worded for EventFault {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.repayment.prepayment;
        match self {
            Self::OutOfRange { last } => words.out_of_range.with([&last.to_string()]),
            Self::OneInstalment => words.one_instalment.to_owned(),
            Self::AfterTheEnd { last } => words.after_the_end.with([&last.to_string()]),
            Self::OutOfOrder { previous } => words.out_of_order.with([&previous.to_string()]),
            Self::NotPositive => words.not_positive.to_owned(),
            Self::MoreThanBalance { balance } => {
                words.more_than_balance.with([&text(lang).format.yuan(*balance)])
            }
        }
    }
}

impl Worded for PrepaymentError {
    fn worded(&self, lang: Lang) -> String {
        self.reason.worded(lang)
    }
}

impl Worded for ReplayError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.repayment;
        match self {
            Self::NoRate(day) => (words.no_loan_rate)(*day),
            Self::NoDate => words.no_date.to_owned(),
            Self::Prepayment(error) => error.worded(lang),
        }
    }
}

impl Worded for ProjectionError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.repayment;
        match self {
            Self::Interest(_) => words.no_account_interest.to_owned(),
            Self::NoDate => words.no_date.to_owned(),
            Self::NoYear(day) => (words.no_base_year)(*day),
        }
    }
}

impl Worded for OffsetError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.repayment;
        let reason = match self {
            Self::Interest(_) => words.no_account_interest,
            Self::DueBeforeStart => words.due_before_start,
            Self::NoDate => words.no_date,
        };
        reason.to_owned()
    }
}

impl Worded for OverdueError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.repayment;
        let reason = match self {
            Self::NoDate => words.no_date,
            Self::OutOfOrder => words.overdue.out_of_order,
            Self::NotPositive => words.overdue.not_positive,
        };
        reason.to_owned()
    }
}

impl Worded for NotDue {
    fn worded(&self, lang: Lang) -> String {
        text(lang).rules.repayment.not_due.to_owned()
    }
}
