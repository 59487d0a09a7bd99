//! English.

use super::{AmountText, RateText, TermText, Text};

/// English.
pub const EN: Text = Text {
    amount: AmountText {
        empty: "enter an amount",
        not_a_number: "enter an amount in digits, such as 600000 or 600,000",
        too_many_places: "enter no more than two decimals",
        negative: "enter zero or more",
        too_large: "this amount is too large; please check it",
    },
    rate: RateText {
        not_a_number: "enter a rate in digits, such as 3.25",
        out_of_range: "enter an annual rate from 0 to 36 (%)",
        too_many_places: "enter no more than six decimals",
    },
    term: TermText {
        not_a_number: "enter the term as a whole number of months",
        out_of_range: "enter a term from 1 to 360 months",
    },
    area: "enter the floor area in square metres with at most two decimals, such as 89.5",
};
