//! English.

use fund::edition::Scope;

use super::{Text, exact};
use crate::text::sentence::Sentence;

/// English.
pub const EN: Text = Text {
    name: "Public information (信息公开)",
    summary: "Rules, interest rates, yearly reports",
    intro: Sentence::new(
        "The Housing Provident Fund (公积金) is a savings scheme for housing: employers and employees pay into it every month. \
         Here {0} publishes its interest rates, lists of documents, the rules it uses and reports on its work.",
    ),
    to_rates: ("Loan interest rates", "Today’s, and those of earlier years"),
    to_notices: (
        "Lists of documents",
        "What to bring for each service, and how long it takes",
    ),
    edition: "The rules this website uses",
    edition_name: "Version",
    document: "Based on",
    issuer: "Issued by",
    effective_from: "In force from",
    rates_known_until: "Interest rates checked up to",
    source: "Source",
    chart: "The main amounts",
    table: "All figures",
    heads: [
        "Figure",
        "Area",
        "Amount",
        "Against the year before",
        "Share of the year’s target",
    ],
    scope: |scope| match scope {
        Scope::WholeCity => "Whole city (全市)",
        Scope::CityProper => "City without its counties (市直)",
    },
    scoped_figure: Sentence::new("{0} {1}: {2}"),
    full_stop: ".",
    // A million yuan is 10^8 fen.
    amount: |amount| format!("{} million yuan", exact(amount, 8)),
    growth: |percent, before| {
        let change = match percent.strip_prefix('-') {
            Some(less) => format!("{less}% less"),
            None => format!("{percent}% more"),
        };
        before.map_or_else(
            || change.clone(),
            |before| format!("{change} (year before: {before})"),
        )
    },
    task: |percent, task| format!("{percent}% (target: {task})"),
    count: |count| match count {
        1 => "1 loan".to_owned(),
        _ => format!("{count} loans"),
    },
    shares: |count, amount| format!("{count}% of all loans by number, {amount}% by amount"),
    nothing: "—",
    practices: "What the centre does",
};
