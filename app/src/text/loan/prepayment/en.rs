//! English.

use super::{Answer, Text};
use crate::text::sentence::{Count, Sentence};

/// English.
pub const EN: Text = Text {
    title: "What does repaying early save?",
    answer: Answer {
        saved: "Interest saved",
        not_saved: "Interest added (by the new rounding of the payments)",
        times: Sentence::new("Repaid early {0} times, {1} in all (the first and the last are shown below)"),
        sooner: Sentence::new("paid off {0} sooner"),
        lighter: Sentence::new("{0} less each month (from {1} to {2})"),
        settled: Sentence::new("everything is paid off after instalment {0}"),
        interest: Sentence::new("all interest falls from {0} to {1}"),
        fees: Sentence::new("Fees for repaying early {0}; after them {1} are saved."),
        repaid: Sentence::new("Repaid early after instalment {0}"),
        balance: "Still owed then",
        left: "Left to pay",
        count: Count::new("{0} instalment", "{0} instalments"),
        next: "Next payment",
        next_was: Sentence::new("{0} (before: {1})"),
        last: "Last payment",
        fee: "Fee",
        daily: Sentence::new(
            "If you settle between two due days, each day since the last one adds {0} of interest (balance × yearly rate ÷ 360).",
        ),
        in_a_year: Sentence::new("A year later (after instalment {0}) it saves {1} less."),
        in_a_year_more: Sentence::new("A year later (after instalment {0}) it saves {1} more."),
        best_now: Sentence::new(
            "In the coming 12 months it saves most after instalment {0}: the sooner the better. ",
        ),
        best_later: Sentence::new(
            "In the coming 12 months it saves most after instalment {0}, because the fee is lower then. ",
        ),
        timing: "A few months sooner or later",
        timing_first: "For the first early repayment only. ",
        timing_why: "While the rate stays as it is, sooner is better: each day you owe less saves a day's interest. Only where a fee \
                     changes can waiting pay. What else the money could earn is not counted.",
        timing_heads: ["After No.", "Interest saved", "Fee", "Net"],
        schedule: "Month by month after repaying early",
        beside: "What is repaid early is not in the table: after that instalment the balance falls by it as well.",
    },
    filled_in: "The loan is yours, from the next instalment on; you can change it.",
    loan: "The loan",
    principal: "Amount of the loan",
    months: "Term (months)",
    annual_rate: "Rate (% a year)",
    method: "How do you repay?",
    ahead: "Repaying early",
    after: [
        "After which instalment?",
        "2nd time: after which instalment?",
        "3rd time: after which instalment?",
        "4th time: after which instalment?",
        "5th time: after which instalment?",
        "6th time: after which instalment?",
    ],
    after_hint: "There is one a month: after three years it is 36",
    after_unit: "instalments",
    amount: [
        "How much do you repay early?",
        "2nd time: how much do you repay early?",
        "3rd time: how much do you repay early?",
        "4th time: how much do you repay early?",
        "5th time: how much do you repay early?",
        "6th time: how much do you repay early?",
    ],
    amount_hint: "Leave it blank to pay off everything",
    keep: [
        "And after that?",
        "And after the 2nd time?",
        "And after the 3rd time?",
        "And after the 4th time?",
        "And after the 5th time?",
        "And after the 6th time?",
    ],
    keep_payment: ("the same payment, paid off sooner", "a shorter term (缩短期限)"),
    keep_term: ("the same term, less each month", "a lower payment (减少月供)"),
    settle: ("pay off everything", "settle at once (一次结清)"),
    every: "After the first time",
    once: ("only this once", "you can add more below"),
    every_month: (
        "the same every month",
        "from that instalment on, until it is paid off",
    ),
    every_year: (
        "the same every year",
        "from that instalment on, every 12 instalments, until it is paid off",
    ),
    numbered: |number, label| format!("No. {number}: {label}"),
    beyond: |label| {
        format!(
            "{label}: not counted. There is room for six times above; for every month or every year choose “the same every month” or \
             “the same every year”"
        )
    },
    one_more: [
        "",
        "Add a 2nd time",
        "Add a 3rd time",
        "Add a 4th time",
        "Add a 5th time",
        "Add a 6th time",
    ],
    convention: "How it is counted: repaid on a due day there is no interest for odd days; between two due days, interest counts by \
                 days from the last due day (which bears interest) to the day before the money arrives. With the same payment, the \
                 payment stays (with level principal, the principal of each month) and the last instalment pays what is left. With \
                 the same term, the payment is worked out anew over the balance and the instalments left; where “the same payment” \
                 was chosen before, over the term it has left. Where the balance is too small for a fen a month, a fen is paid each \
                 month until nothing is left. Several repayments after one instalment count in the order given. Each month's \
                 interest is rounded to the nearest fen.",
    source: Sentence::new("{0}. Source: {1}"),
};
