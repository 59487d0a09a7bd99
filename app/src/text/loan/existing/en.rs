//! English.

use super::Text;

/// English.
pub const EN: Text = Text {
    title: "My loan",
    form: "This loan",
    granted_on: "Day the loan was paid out (放款日期)",
    granted_on_hint: "As in the loan contract (借款合同) or the note that it was paid out (放款通知), such as 2020-03-16",
    principal: "Amount of the loan",
    months: "Term in months",
    method: "How do you repay?",
    home: "First or second home?",
    due_day: "Due day of each month",
    due_day_hint: "Leave it blank for the day the loan was paid out. In a month without that day it is the last one",
    january: "How is interest counted in the month when a new rate begins?",
    januaries: ["the whole month at the new rate", "each day at its own rate"],
    settle_on: "Day of paying everything off",
    settle_on_hint: "To see what paying everything off (结清) takes; leave it blank for today",
    further: "More: due day, the month of a new rate, the day of paying everything off",
    example: "These figures are an example. Fill in your own loan below, and they are yours.",
    filled_in: "This is your own loan: the day it was paid out, the amount, the term and the method are those in the books.",
    without_plan: |method| {
        format!(
            "Your loan is repaid by “{method}”. It has no fixed plan, so it cannot be worked out here; what follows is an example."
        )
    },
    sign_in: "Sign in, and your own loan stands here, each instalment checked against the books.",
    in_the_future: "may not be later than today",
    no_rate: |day| {
        format!(
            "no rate of the Housing Provident Fund (公积金) is on record here for {day} and a home of this kind, first or second"
        )
    },
    settle_range: "must be after the loan was paid out and before it is repaid",
    balance: |day| format!("Principal still owed ({day})"),
    next: |day, amount, number, count, rate| {
        format!("The next payment is {amount} on {day} (instalment {number} of {count}, at {rate}% a year)")
    },
    over: |day| format!("This loan was repaid in full on {day}."),
    unknown: |day, rate| {
        format!(
            "Whether rates changed again after {day} is not known here. Later payments are counted at the last known rate, {rate}%."
        )
    },
    saved: |so_far, in_all| {
        format!(
            "Changes of the rate have saved you {so_far} of interest so far, and {in_all} by the end of the loan if the rate stays \
             as it is."
        )
    },
    cost: |so_far, in_all| {
        format!(
            "Changes of the rate have cost you {so_far} more interest so far, and {in_all} by the end of the loan if the rate stays \
             as it is."
        )
    },
    steps: "What each change of the rate saved",
    step: |day, before, after| format!("From {day}: {before}% → {after}%"),
    step_payment: |before, after| format!("The payment went from {before} to {after}"),
    step_saved: |so_far, in_all| format!("{so_far} saved so far, {in_all} by the end of the loan"),
    step_cost: |so_far, in_all| format!("{so_far} more paid so far, {in_all} by the end of the loan"),
    step_how: "Compared are the loan without this change and any later one, and the loan with this change and without any later \
               one. So all of them together are the whole.",
    no_step: "The rate has not changed since the loan was paid out.",
    settlement: |day, amount| format!("Paying everything off on {day} takes {amount}"),
    settlement_parts: |principal, days, interest| {
        let days = if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        };
        format!(
            "Principal {principal}, and interest {interest} for the {days} since the last due day (principal × yearly rate ÷ 360 × \
             days). This holds if everything due by then has been paid."
        )
    },
    agrees: |count| match count {
        1 => "Checked against the books: 1 instalment, the same to the last fen".to_owned(),
        _ => format!("Checked against the books: all {count} instalments are the same to the last fen"),
    },
    differs: |same, other| format!("Checked against the books: {same} the same, {other} different"),
    differs_help: "What the books say counts. The instalments that differ are listed under “Instalment by instalment”: take that \
                   list to a branch, or ring the hotline at the foot of the page.",
    unpaid: |count| match count {
        1 => "1 instalment has come due, and the books have no payment for it.".to_owned(),
        _ => format!("{count} instalments have come due, and the books have no payment for them."),
    },
    first_current: |count| {
        match count {
        1 => "Before you can pay everything off, pay the 1 unpaid instalment; what follows is still to pay after that.".to_owned(),
        _ => format!(
            "Before you can pay everything off, pay the {count} unpaid instalments; what follows is still to pay after that."
        ),
    }
    },
    how_current: "See how much that is",
    other_rate: |booked, ours| {
        format!("The rate in the books is {booked}% a year; by the published rates it would be {ours}%.")
    },
    other_balance: |booked, ours| {
        format!("By the books {booked} are still owed; by the plan it would be {ours}.")
    },
    beyond: |count| match count {
        1 => "The books have 1 payment that belongs to no instalment of the plan.".to_owned(),
        _ => format!("The books have {count} payments that belong to no instalment of the plan."),
    },
    compare: "Instalment by instalment",
    compare_heads: ["No.", "Result", "By the plan", "In the books"],
    same: "same",
    ditto: "=",
    different: "different",
    not_booked: "not paid",
    figures: |principal, interest, balance| {
        format!("Principal {principal}, interest {interest}, still owed {balance}")
    },
    schedule: "Every instalment, from the first to the last",
    convention: "A new rate reaches a running loan on 1 January of the next year. With level payment (等额本息) the payment is worked \
                 out anew from the first instalment after that day, from the balance and the instalments left; with level \
                 principal (等额本金) the principal of each month stays the same. The rate of a month is the yearly rate divided by \
                 12; each month's interest is rounded to the nearest fen, and the last instalment pays what is left.",
    year: |year, rate| format!("{year} ({rate}%)"),
    year_unknown: |year| format!("{year}; counted at the last known rate"),
    heads: ["Due on", "Payment", "Interest", "Still owed"],
    ahead: "Paid early",
    to_prepayment: "What repaying early saves",
    to_rates: "Rates of fund loans, and where they come from",
};
