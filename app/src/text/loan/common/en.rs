//! English.

use super::{Common, Schedule};
use crate::text::{sentence::Sentence, shell};

/// English.
pub const EN: Common = Common {
    monthly: "You repay each month",
    first_month: "You repay in the first month",
    last_month: Sentence::new("{0} in the last month"),
    interest: Sentence::new("Interest in all: {0} (at {1}% a year)"),
    since: Sentence::new("from {0}"),
    methods: ["level payment (等额本息)", "level principal (等额本金)"],
    unverified: shell::EN.unverified,
    schedule: Schedule {
        title: "What you repay each year",
        convention: "Principal is the payment less the interest. The rate of a month is the yearly rate divided by 12; each month's \
                     interest is rounded to the nearest fen, and the last month pays what is left, so it may differ by a few fen.",
        year: Sentence::new("Year {0}"),
        year_paid: Sentence::new("you repay {0}"),
        year_rest: Sentence::new("of it interest {0}; {1} still owed at the end of the year"),
        number: "No.",
        payment: "Payment",
        principal: "Principal",
        interest: "Interest",
        balance: "Still owed",
        chart: Sentence::new(
            "Principal and interest repaid each year: interest falls from {0} in the first year to {1} in the last.",
        ),
    },
};
