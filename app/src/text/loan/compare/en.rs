//! English.

use super::{Answer, Text};
use crate::text::sentence::Sentence;

/// English.
pub const EN: Text = Text {
    title: "Compare ways to borrow",
    answer: Answer {
        plans: ["Plan 1", "Plan 2", "Plan 3", "Plan 4"],
        cheapest: Sentence::new("{0} costs the least interest, {1} less than the dearest. "),
        lightest: Sentence::new("{0} has the lowest first payment, {1}."),
        both: Sentence::new(
            "{0} costs the least interest, {1} less than the dearest, and has the lowest first payment, {2}.",
        ),
        same: "These plans cost the same interest. ",
        mark_cheapest: "least interest",
        mark_lightest: "lowest payment",
        plan: Sentence::new("{0}; {1}, {2}"),
        loan: Sentence::new("{0} {1} ({2}%)"),
        lenders: ["fund", "bank"],
        rows: ["First month", "Last month", "Interest in all", "Paid off"],
        after: Sentence::new("after {0}"),
        difference: [Sentence::new("{0} more"), Sentence::new("{0} less")],
        sooner: [Sentence::new("{0} later"), Sentence::new("{0} earlier")],
        against: "“More”, “less”, “later” and “earlier” are against the first plan.",
        schedule: "Month by month",
    },
    amount: "How much do you borrow in all?",
    fund_amount: "Of it from the fund, in a combined loan (组合贷款)",
    fund_amount_hint: "Leave it blank if no plan is a combined loan",
    fund_amount_whole: "must be less than you borrow in all; the bank lends the rest",
    fund_amount_missing: "one of the plans is a combined loan: please say how much of it the fund lends",
    granted_on: "Day the loan is paid out",
    granted_on_hint: "If given, the day each plan is paid off is worked out",
    rates: "Rates (filled in as of today)",
    rates_hint: "The fund's rates are those for a first home; for a second home put in the others.",
    rate_le5y: "Fund loan, up to 5 years (% a year)",
    rate_gt5y: "Fund loan, more than 5 years (% a year)",
    prime: "Prime rate (LPR), more than 5 years (% a year)",
    prime_hint: "Up to 5 years a bank may go by the one-year LPR: ask the bank, and add the difference to the points",
    kind: [
        "Plan 1: who lends?",
        "Plan 2: who lends?",
        "Plan 3: who lends?",
        "Plan 4: who lends?",
    ],
    years: [
        "Plan 1: over how many years?",
        "Plan 2: over how many years?",
        "Plan 3: over how many years?",
        "Plan 4: over how many years?",
    ],
    method: [
        "Plan 1: how do you repay?",
        "Plan 2: how do you repay?",
        "Plan 3: how do you repay?",
        "Plan 4: how do you repay?",
    ],
    points: [
        "Plan 1: what the bank adds to the prime rate",
        "Plan 2: what the bank adds to the prime rate",
        "Plan 3: what the bank adds to the prime rate",
        "Plan 4: what the bank adds to the prime rate",
    ],
    in_plan: [
        "Who lends?",
        "Over how many years?",
        "How do you repay?",
        "What the bank adds to the prime rate",
    ],
    kinds: [
        "leave it out",
        "fund loan (公积金贷款)",
        "combined loan (组合贷款)",
        "bank loan (商业贷款)",
    ],
    points_hint: "In hundredths of a percent (基点) on top of the LPR; below it a negative number, such as -30",
    points_unit: "points",
    points_no_rate: "the LPR and these points together are below 0 or above 36%",
    too_few: "please choose at least two plans",
    more_plans: "Two more plans",
};
