//! English.

use super::{OverdueText, PrepaymentText, Text};
use crate::text::{format, sentence::Sentence};

/// English.
pub const EN: Text = Text {
    prepayment: PrepaymentText {
        out_of_range: Sentence::new("you can repay ahead after instalments 1 to {0} only"),
        one_instalment: "a loan of one instalment leaves nothing to repay ahead",
        after_the_end: Sentence::new(
            "the loan is already repaid with instalment {0}, by what you repay ahead before",
        ),
        out_of_order: Sentence::new("it cannot be earlier than the one before it, after instalment {0}"),
        not_positive: "enter an amount above 0",
        more_than_balance: Sentence::new(
            "only {0} is owed then, and you cannot repay more; to repay it all, enter this amount or choose “everything”",
        ),
    },
    overdue: OverdueText {
        out_of_order: "enter payments in the order of their dates, none later than the day you ask about",
        not_positive: "enter an amount above 0",
    },
    no_date: "this date is too far away",
    not_due: "the due date is this day of the month, or the last day of a month that has no such day",
    no_loan_rate: |day| format!("no loan rate is on record for {}", format::EN.date(day)),
    no_base_year: |day| {
        format!(
            "the bounds of the contribution base are not on record for {}",
            format::EN.date(day)
        )
    },
    no_account_interest: "the account’s interest cannot be computed for these dates; please choose another date",
    due_before_start: "the next due date cannot be earlier than the date of the balance",
};
