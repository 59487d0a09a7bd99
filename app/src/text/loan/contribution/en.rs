//! English.

use super::Text;

/// English.
pub const EN: Text = Text {
    title: "What you save each month, and what it becomes",
    lead: "Your monthly contribution to the Housing Provident Fund (公积金), what is in your account on a day of your choice, and its \
           interest; for employers, what it costs.",
    filled_in: "The contribution base, the ratios and the balance are those of your account; you can change them.",
    wage: "Last year's average monthly wage, your contribution base (缴存基数)",
    wage_hint: "Before tax, bonuses and allowances included; such as 8000",
    member_ratio: "Your own contribution ratio (个人缴存比例)",
    employer_ratio: "Your employer's contribution ratio (单位缴存比例)",
    ratio_hint: |least, most| format!("{least} to {most}, at most two decimals, such as {least}.5"),
    ratio_range: |least, most| {
        format!("please give a number from {least} to {most}, with at most two decimals")
    },
    balance: "Money in the account now",
    balance_hint: "0 if there is none",
    from: "Day of that balance",
    until: "Count up to",
    day: "Day of the month contributions arrive",
    next_wage: "Average monthly wage from the next 1 July on",
    next_wage_hint: "The base changes on 1 July each year; leave it blank if it stays the same",
    headcount: "How many people does the employer have?",
    headcount_hint: "Only for employers who want to know the cost; counted with the average wage",
    headcount_unit: "people",
    monthly: "Paid into the account each month",
    shares: |member, employer| format!("{member} from you, {employer} from your employer. "),
    by_wage: |base| format!("Counted from your contribution base of {base}."),
    by_cap: |base| format!("The wage is above the limit: counted from the highest base, {base}."),
    by_floor: |base| format!("The wage is below the limit: counted from the lowest base, {base}."),
    balance_on: |day, balance| format!("On {day} you have {balance} in the account."),
    consists: |opening, contributed, interest| {
        format!("Of it {opening} are there now, {contributed} are paid in, and {interest} are interest. ")
    },
    accrued: |amount, day| {
        format!("Another {amount} of interest are paid in only on {day}, when interest is settled (结息).")
    },
    before: |day| format!("Interest earned before {day} and not yet paid in is not counted."),
    changed: |day, amount| format!("From {day} on, {amount} are paid in each month."),
    unknown: |month| {
        format!(
            "The lowest and the highest base from {month} on are not published yet; those of the latest year are used here."
        )
    },
    employer: "What the employer pays",
    costs: |people, monthly, yearly| {
        let people = if people == 1 {
            "1 person".to_owned()
        } else {
            format!("{people} people")
        };
        format!("For {people} the employer pays {monthly} a month, {yearly} a year.")
    },
    by_ratio: "With another ratio of the employer",
    ratio_columns: ["Employer's ratio", "A month", "A year"],
    settlements: "Interest of each year",
    settlement_columns: ["Settled on", "Interest", "Balance then"],
    interest: |rate| {
        format!(
            "The balances of all days added up × {rate}% a year ÷ 360. Money bears interest from the day it arrives. Interest is \
             settled on 30 June each year (结息), rounded to the nearest fen, a hundredth of a yuan; from the next day it bears \
             interest itself."
        )
    },
    how: "How the contribution is counted",
    formula: |floor, cap, unit| {
        format!(
            "Contribution = contribution base × ratio, your share and your employer's each by itself, rounded to {unit}. The lowest \
             base is {floor}, the highest {cap}; both change on 1 July each year."
        )
    },
    sources: "Sources",
    until_range: "must be after the day of the balance, by at most 40 years",
    from_range: |day| format!("may not be before {day}"),
};
