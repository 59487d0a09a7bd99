//! English.

use super::Text;

/// English.
pub const EN: Text = Text {
    title: "Rates of Housing Provident Fund (公积金) loans",
    mine: |now, from, next| format!("Your loan's rate is {now}% a year now, and {next}% from {from}."),
    mine_stays: |now, from| {
        format!(
            "Your loan's rate is {now}% a year now; by the rates published so far it stays {now}% from {from}."
        )
    },
    now: "Yearly rates of a new loan today",
    rule: "A new loan takes a new rate from the day of the change; a running loan takes it from 1 January of the next year. “Up to 5 \
           years” includes 5 years.",
    unknown: "Later changes are not recorded here",
    unknown_after: |day| {
        format!(
            "Changes are recorded here up to {day}. If there was another since, what the People's Bank of China (人民银行) and the \
             fund's centre have published counts."
        )
    },
    chart: |day| {
        format!(
            "Rates of fund loans for a first home, and the prime rate (LPR) for more than 5 years, up to {day}. The tables below \
             have every figure."
        )
    },
    lines: [
        "first home, more than 5 years",
        "first home, up to 5 years",
        "LPR, more than 5 years",
    ],
    year: |year| year.to_string(),
    history: "Changes through the years",
    from: "From",
    columns: [
        "First home (首套), up to 5 years",
        "First home (首套), more than 5 years",
        "Second home (二套), up to 5 years",
        "Second home (二套), more than 5 years",
    ],
    source: "Source",
    between_sources: "; ",
    prime: "Prime rate (LPR) for more than 5 years, which bank loans follow",
    prime_hint: "The rate of a bank's home loan is the LPR plus or minus points, which the bank agrees with you.",
    prime_column: "Yearly rate",
};
