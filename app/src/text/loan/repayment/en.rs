//! English.

use super::{Answer, Print, Text};
use crate::text::sentence::Sentence;

/// English.
pub const EN: Text = Text {
    title: "What does a loan cost each month?",
    answer: Answer {
        both_first: "Both together in the first month",
        both: Sentence::new(
            "Fund loan {0}, bank loan {1}. Interest in all: {2}, of it fund loan {3}, bank loan {4}",
        ),
        from_to: Sentence::new("First payment on {0}, paid off on {1}"),
        first_by_days: [
            Sentence::new(
                "the first period has {0} days and costs {1} of interest, {2} more than a whole month",
            ),
            Sentence::new(
                "the first period has {0} days and costs {1} of interest, {2} less than a whole month",
            ),
        ],
        keep: "Keep it",
        files: [
            "table (CSV)",
            "table (Excel)",
            "calendar of payments (ics)",
            "print (A4)",
        ],
        no_calendar: "With the day the loan is paid out, every due day can go into the calendar of your phone.",
    },
    principal: "Amount of the loan",
    months: "Term (months)",
    annual_rate: "Rate (% a year)",
    rates_today: |[first_short, first_long, second_short, second_long]| {
        format!(
            "The fund's rates today: first home {first_long} over more than 5 years, {first_short} up to 5; second home {second_long} \
             and {second_short}"
        )
    },
    method: "How do you repay?",
    by_days: "To the day: when it is paid out, when it is repaid",
    granted_on: "Day the loan is paid out",
    granted_on_missing: "with a due day, or a first period by days, the day the loan is paid out is needed too",
    granted_on_hint: "Leave it blank if days do not matter",
    due_day: "Due day of each month",
    due_day_hint: "1 to 31; in a month without it, the last day. Leave it blank for the day the loan is paid out",
    first_period: "How is the first period counted?",
    first_periods: [
        ("as a whole month", "however many days it has"),
        ("by days", "yearly rate ÷ 360 × days"),
    ],
    by_bank: "And a bank's loan beside it (combined loan, 组合贷款)",
    bank_principal: "Amount of the bank's loan",
    bank_principal_hint: "Leave it blank if there is none",
    bank_principal_missing: "the bank's loan has a term, so it needs an amount",
    bank_months: "Term of the bank's loan (months)",
    bank_months_hint: "Leave it blank for the same as the fund's",
    bank_annual_rate: "Rate of the bank's loan (% a year)",
    bank_annual_rate_hint: |prime| {
        format!(
            "The prime rate for more than five years (LPR) is {prime}% now; each bank adds to it or takes off"
        )
    },
    bank_method: "How do you repay the bank's loan?",
    print: Print {
        title: "Repayment plan",
        hint: "Use your browser's “Print”, on A4; on a phone you can save it as PDF.",
        rows: ["Fund loan", "Bank loan", "Paid out on", "In all"],
        loan: |amount, months, rate, method| format!("{amount}, {months} months, {rate}% a year, {method}"),
        total: |paid, interest| format!("{paid} repaid, of it interest {interest}"),
        granted: |day, counted| format!("{day}; {counted}"),
        year_sum: "Year",
    },
    columns: ["No.", "Due on", "Payment", "Principal", "Interest", "Still owed"],
    part_columns: ["Fund loan payment", "Bank loan payment"],
    due_entry: |amount| format!("Home loan: pay {amount}"),
    due_note: |number, of, balance| {
        format!("Instalment {number} of {of}. After it {balance} are still owed.")
    },
};
