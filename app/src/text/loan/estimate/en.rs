//! English.

use fund::quota::Change;

use super::{Answer, Form, Text};
use crate::text::{rules::quota, sentence::Sentence, shell};

/// English.
pub const EN: Text = Text {
    title: "How much can I borrow, and what do I repay?",
    answer: Answer {
        quota: "You can borrow up to",
        binding: Sentence::new("Limited by: {0}"),
        limits: quota::EN.limits,
        more: [
            "This is the highest amount the rules allow. It may be higher where both spouses contribute, or with several children.",
            "More money in the account, or counting the accounts of both spouses, raises the amount.",
            "The price of the home and the least down payment decide: no more than this can be borrowed for it.",
            "The household's income decides: a longer term, your spouse's income, or paying off other loans first raises the amount.",
            "The term decides: it is longer than the longest there is.",
            "A loan that replaces a bank's loan (商转公) cannot be more than what is still owed on it.",
        ],
        beyond: Sentence::new(
            "You asked for {0}, which is more than you can borrow: the figures are for {1}. ",
        ),
        shorter: Sentence::new("You asked for {0}, but the longest term is {1}."),
        loan: Sentence::new("For {0} over {1}"),
        why: "Why this amount?",
        decides: shell::EN.binding,
        capacity: quota::EN.working.capacity,
    },
    form: Form {
        amount: "How much would you like to borrow?",
        amount_hint: "Leave it blank for as much as you can get",
        amount_slider: "Slide to change the amount",
        years: "Over how many years?",
        years_slider: "Slide to change the years",
        price: "Price of the home",
        home: "Is it your first home?",
        product: "Kind of loan",
        contributors: "How many of you contribute to the fund?",
        children: "Children in the household",
        children_choices: ["none", "one", "two", "three or more"],
        balances: "Money in the account (缴存余额)",
        balances_hint: "For two borrowers the sum of both, or give your spouse's further down",
        months_contributed: "For how many months without a gap have you contributed?",
        income: "Household income a month",
        income_hint: "If unsure, the contribution base (缴存基数), of both together",
        debts: "Other loans you repay each month",
        debts_hint: "Leave it blank if there are none",
        area: "Floor area",
        area_hint: "May be left blank",
        area_unit: "m²",
        spouse_balances: "Money in your spouse's account",
        spouse_hint: "Leave it blank if the sum of both stands above",
        spouse_income: "Your spouse's income a month",
        monthly: "Paid into the account each month (月缴存额)",
        monthly_hint: "Your part and your employer's; needed to say what another year of contributions brings",
        outstanding: "Still owed on the bank's loan",
        outstanding_hint: "Only for replacing a bank's loan",
        birth: "Date of birth",
        birth_hint: "Needed to count the longest term up to your retirement",
        track: "Which retirement age applies?",
        building_age: "Age of the building, for a resale home",
        building_age_hint: "Leave it blank for a new home",
        green_building: "Certified green building (绿色建筑)",
        talent: "Recognised by the city as talent (人才)",
        earlier_loans: "Fund loans your household has had before",
        earlier_loans_choices: ["none", "one", "two or more"],
        good_credit: "Credit record (征信)",
        good_credit_choices: ["good", "with late payments"],
        unknown: "not sure",
        method: "How do you repay?",
        further: "More: kind of loan, spouse, children, age, floor area, age of the building",
        groups: ["Household", "Home", "Borrower"],
    },
    unused: |fields| {
        format!(
            "This made no difference: {fields}. The centre's rules for this kind of loan say nothing about it."
        )
    },
    gates: "Conditions",
    met: "met",
    assumed: "checked at the window",
    not_met: "not met",
    filled_in: "Money, months contributed, income (the contribution base) and date of birth come from your account; you can change \
                them. Which retirement age applies is our guess: please check it further down.",
    links: [
        "Only what a loan costs each month",
        "What home can I afford?",
        "Compare ways to borrow",
        "What does repaying early save?",
        "My running loan: what each cut of the rates saved",
        "Repay the loan out of the account",
        "What is contributed each month, and what the account will hold",
        "I am late with a payment",
        "Loan rates through the years",
    ],
    changes: "How could I borrow more?",
    changes_how: |term| {
        format!(
            "Each line changes only this one condition and applies the same rules; everything else stays (over {term})."
        )
    },
    change: |change, format| match change {
        Change::SecondContributor => "Your spouse contributes too, and you apply together".to_owned(),
        Change::Months { more } => format!("Contribute for another {}", format.month_count.of(*more)),
        Change::Balance { more } => {
            format!(
                "Have {} more in the account (your spouse's, for example)",
                format.yuan(*more)
            )
        }
        Change::Term { months } => format!("Borrow over {}", format.term(months.get())),
        Change::NoDebts => "Pay off your other loans first".to_owned(),
        Change::Child => "One more child in the household".to_owned(),
        Change::LeastDownPayment { down_payment } => format!(
            "Pay less at once and borrow all you can (a down payment of {} is still needed)",
            format.yuan(*down_payment)
        ),
    },
    effect: |amount, gain, payment| {
        format!(
            "You could borrow {amount}, which is {gain} more; with all of it the first payment is {payment}"
        )
    },
    no_changes: "As things are, none of these changes would raise the amount.",
    bank: "The bank's part of a combined loan (组合贷款)",
    bank_part: |amount, rate, payment, together| {
        format!(
            "With all the fund lends, a bank may add about {amount} (counted at {rate}% a year), with a first payment of {payment}; \
             both together {together} in the first month."
        )
    },
    no_bank_part: "With all the fund lends, price and income leave nothing for a bank to add.",
    bank_source: Sentence::new(
        "The bank's rate is counted as the prime rate for more than five years (LPR) of {0}. Source: {1}. The bank decides on the \
         actual rate, and on whether it lends.",
    ),
    rate_source: Sentence::new("Rate in force since {0}. Source: {1}"),
    rounding: |unit| format!("The smallest of the amounts above, rounded down to {unit}"),
};
