//! English.

use super::{
    Form, Page, Refusals, Text, afford, common, compare, contribution, estimate, existing, offset, overdue,
    prepayment, rates, repayment,
};

/// English.
pub const EN: Text = Text {
    name: "Loans",
    summary: "How much you can borrow, and what you repay",
    common: common::EN,
    page: Page {
        unmet: "You cannot borrow yet",
        late: "A payment of your loan is late. Please pay it first; what follows counts from then on.",
        example: "These figures are an example. Fill in your own situation below, and they are yours.",
        not_filled_in: |fields| {
            format!(
                "Your account has nothing to fill in here for: {fields} (it may be sealed or closed, or the figure is 0). What stands \
                 there is an example; please put in your own. Everything else comes from your account."
            )
        },
        stale: "Something was changed, or is not filled in yet: the figures are still the old ones. Please press “Calculate again”.",
        form: "Your situation",
        submit: "Calculate again",
        share: "The address of this page holds what you filled in: keep it or send it on, and it opens with the same result.",
        to_overdue: "I am late with a payment",
    },
    form: Form {
        typed: |yuan| yuan.to_string(),
        price_hint: "Such as 800000 (or 80万, 80 times ten thousand)",
        months_hint: "1 to 360 months; 30 years are 360 months",
        months_unit: "months",
        years_unit: "years",
        day_unit: "of the month",
        level_payment: ("the same amount each month", "level payment (等额本息)"),
        level_principal: ("less from month to month", "level principal (等额本金)"),
    },
    refusals: Refusals {
        zero: "must be more than 0",
        range: |least, most| format!("please give a whole number from {least} to {most}"),
        choice: "please choose one",
        date: "please give a date, such as 2026-11-28",
        points: "please give a whole number from -500 to 500, such as -30",
        fraction: "please give percent: three and a quarter percent a year is 3.25; if it is really less than 0.1%, add the %",
    },
    estimate: estimate::EN,
    afford: afford::EN,
    compare: compare::EN,
    repayment: repayment::EN,
    prepayment: prepayment::EN,
    existing: existing::EN,
    offset: offset::EN,
    contribution: contribution::EN,
    overdue: overdue::EN,
    rates: rates::EN,
};
