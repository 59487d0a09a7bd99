//! English.

use fund::overdue::Part;

use super::Text;

/// English.
pub const EN: Text = Text {
    title: "I am late with a payment",
    lead: "How much makes the loan current again, how much of it is penalty interest (罚息), and what to do.",
    filled_in: "What you owe, the rate and the instalments still to come are those of your loan; you can change them. The books go up \
                to the day at the foot of the page: whether anything due since was paid is not known here.",
    principal: "Principal still owed",
    principal_hint: "The balance after the last payment on time, unpaid principal included",
    months: "Instalments still to come",
    annual_rate: "Yearly rate of the contract",
    method: "How do you repay?",
    first_due: "Earliest unpaid instalment: due on",
    due_day: "Due day of each month",
    due_day_hint: "Only where the date above is the end of a month, and the due day is the 29th to the 31st",
    on: "When will you pay?",
    amount: "How much can you pay then?",
    amount_hint: "Leave it blank to pay everything",
    needed: |day| format!("To be current on {day} you pay"),
    nothing: |day| format!("Nothing is unpaid on {day}."),
    consists: |principal, interest, penalty| {
        format!("Principal {principal}, interest {interest}, penalty interest {penalty}. ")
    },
    each_day: |amount| format!("Each day of waiting adds {amount} of penalty interest."),
    paid: |amount, parts| format!("Your {amount} are taken, in this order, for: {parts}."),
    part: |part, amount| {
        let name = match part {
            Part::Penalty => "penalty interest",
            Part::Interest => "interest",
            Part::Principal => "principal",
        };
        format!("{name} {amount}")
    },
    between_parts: ", ",
    missing: |amount| format!("{amount} are still missing, and go on bearing penalty interest."),
    enough: "That is enough: the loan is current again. ",
    excess: |amount| format!("The {amount} left over are kept for the next instalment."),
    steps: "What to do",
    step_pay: |day, amount| format!("Pay {amount} on {day}: when it has arrived, nothing is late any more."),
    step_next: |day, amount| {
        format!("The next instalment of {amount} is due on {day}: paid on time, the loan stays current. ")
    },
    step_rest: |kept, to_pay| format!("Less the {kept} left over, you pay {to_pay} then."),
    step_barred: "Until then withdrawals and a new loan from the fund may be refused, as the centre's rules say.",
    table: "Each unpaid instalment",
    columns: ["Due on", "Late", "Principal", "Interest", "Penalty", "Paid now"],
    days: |days| {
        if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        }
    },
    how: "How penalty interest is counted",
    formula: |rate, more, penalty| {
        format!(
            "The contract's rate of {rate}% a year and a surcharge of {more}% of it make {penalty}% a year. Each day costs the unpaid \
             principal and interest × {penalty}% ÷ 360, from the day after the due day up to the day of paying. Penalty interest \
             bears none itself."
        )
    },
    rounding: "The penalty of each instalment is rounded to the nearest fen when it is paid. Where the rate changes within the year, \
               the loan account decides.",
    sources: "Sources",
    too_late: "may not be more than 10 years after the earliest unpaid instalment",
};
