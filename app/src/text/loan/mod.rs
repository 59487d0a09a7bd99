//! The words of the loan room. What the island says stands apart ([`RESULT_ZH_CN`]): it alone goes to the browser.

mod en;
mod zh_cn;

pub use self::{
    en::{EN, REFUSED_EN},
    zh_cn::{REFUSED_ZH_CN, ZH_CN},
};

pub mod afford;
mod answer;
pub mod compare;
pub mod contribution;
pub mod existing;
pub mod offset;
pub mod overdue;
pub mod prepayment;
pub mod rates;
pub mod repayment;

use fund::quota::Change;

pub use self::answer::{Answer, RESULT_EN, RESULT_ZH_CN, SCHEDULE_EN, SCHEDULE_ZH_CN, Schedule, method_name};

/// The words of the loan room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// The answer of an estimate, with its sliders.
    pub result: Answer,
    /// What stands around it on the page.
    pub page: Page,
    /// The form's fields.
    pub form: Form,
    /// Why a field was refused.
    pub refused: Refused,
}

/// What stands around the answer on the page.
#[derive(Debug)]
pub struct Page {
    /// Heading.
    pub title: &'static str,
    /// Above the conditions that are not met.
    pub unmet: &'static str,
    /// What was filled in that no rule asks for; the fields are given.
    pub unused: fn(fields: &str) -> String,
    /// Summary of the list of conditions.
    pub gates: &'static str,
    /// A condition that is met.
    pub met: &'static str,
    /// A condition nobody has said anything about.
    pub assumed: &'static str,
    /// A condition that is not met.
    pub not_met: &'static str,
    /// The person's loan is overdue, which the page does not reckon with.
    pub late: &'static str,
    /// The figures are an example's.
    pub example: &'static str,
    /// Some figures come from the person's account.
    pub filled_in: &'static str,
    /// These fields could not be filled in from the account; their labels are given.
    pub not_filled_in: fn(fields: &str) -> String,
    /// Heading of the form.
    pub form: &'static str,
    /// Summary of the fields fewer people need.
    pub further: &'static str,
    /// The button.
    pub submit: &'static str,
    /// How to keep the result.
    pub share: &'static str,
    /// Link to the schedule alone.
    pub to_repayment: &'static str,
    /// Link to the comparison.
    pub to_compare: &'static str,
    /// Link to what can be afforded.
    pub to_afford: &'static str,
    /// Link to the prepayment.
    pub to_prepayment: &'static str,
    /// Link to the running loan.
    pub to_existing: &'static str,
    /// Link to repaying out of the account.
    pub to_offset: &'static str,
    /// Link to the contributions.
    pub to_contribution: &'static str,
    /// Link to late payments.
    pub to_overdue: &'static str,
    /// Link to the rates.
    pub to_rates: &'static str,
    /// Heading of what would change the quota.
    pub changes: &'static str,
    /// How the changes are computed.
    pub changes_how: fn(term: &str) -> String,
    /// A change in words.
    pub change: fn(&Change) -> String,
    /// What it leads to: the quota then, how much more, the first payment.
    pub effect: fn(amount: &str, gain: &str, payment: &str) -> String,
    /// Nothing would.
    pub no_changes: &'static str,
    /// Heading of the bank's part.
    pub bank: &'static str,
    /// The bank's part: amount, rate, its payment, both payments.
    pub bank_part: fn(amount: &str, rate: &str, payment: &str, together: &str) -> String,
    /// The same where the price or the income leaves nothing to the bank.
    pub no_bank_part: &'static str,
    /// What the bank's rate rests on.
    pub bank_source: fn(day: &str, document: &str) -> String,
    /// Where the rate comes from; day and document are given.
    pub rate_source: fn(day: &str, document: &str) -> String,
    /// The last step of the trace; the unit is given.
    pub rounding: fn(unit: &str) -> String,
}

/// The form's labels and hints.
#[derive(Debug)]
pub struct Form {
    /// The price of the home.
    pub price: &'static str,
    /// How an amount may be written.
    pub price_hint: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// The kind of loan.
    pub product: &'static str,
    /// One contributor or two.
    pub contributors: &'static str,
    /// Children.
    pub children: &'static str,
    /// The choices of children: none, one, two, three and more.
    pub children_choices: [&'static str; 4],
    /// The account balances.
    pub balances: &'static str,
    /// Beneath it.
    pub balances_hint: &'static str,
    /// Months of continuous contribution.
    pub months_contributed: &'static str,
    /// Beneath a term in months.
    pub months_hint: &'static str,
    /// Unit of months.
    pub months_unit: &'static str,
    /// Income.
    pub income: &'static str,
    /// Beneath it.
    pub income_hint: &'static str,
    /// Existing debts.
    pub debts: &'static str,
    /// Beneath it.
    pub debts_hint: &'static str,
    /// Floor area.
    pub area: &'static str,
    /// Beneath it.
    pub area_hint: &'static str,
    /// Unit of area.
    pub area_unit: &'static str,
    /// The spouse's balance.
    pub spouse_balances: &'static str,
    /// Beneath it and the next.
    pub spouse_hint: &'static str,
    /// The spouse's income.
    pub spouse_income: &'static str,
    /// What is contributed each month.
    pub monthly: &'static str,
    /// Beneath it.
    pub monthly_hint: &'static str,
    /// What is owed on the bank's loan.
    pub outstanding: &'static str,
    /// Beneath it.
    pub outstanding_hint: &'static str,
    /// Date of birth.
    pub birth: &'static str,
    /// Beneath it.
    pub birth_hint: &'static str,
    /// Whose retirement age applies.
    pub track: &'static str,
    /// Age of the building.
    pub building_age: &'static str,
    /// Beneath it.
    pub building_age_hint: &'static str,
    /// A certified green building.
    pub green_building: &'static str,
    /// A recognised talent.
    pub talent: &'static str,
    /// Earlier fund loans.
    pub earlier_loans: &'static str,
    /// The choices of it: none, one, two.
    pub earlier_loans_choices: [&'static str; 3],
    /// The credit record.
    pub good_credit: &'static str,
    /// Its choices: good, not good.
    pub good_credit_choices: [&'static str; 2],
    /// Nothing said, as a choice.
    pub unknown: &'static str,
    /// Headings of the folded fields: the household, the home, the borrower.
    pub groups: [&'static str; 3],
    /// Method of repayment.
    pub method: &'static str,
    /// Level payment in plain words and by its official term.
    pub level_payment: (&'static str, &'static str),
    /// Level principal in plain words and by its official term.
    pub level_principal: (&'static str, &'static str),
}

/// Why a field was refused.
#[derive(Debug)]
pub struct Refused {
    /// A message with the label of its field.
    pub field: fn(label: &str, reason: &str) -> String,
    /// An amount of zero where there must be something.
    pub zero: &'static str,
    /// A whole number in these bounds is asked for.
    pub range: fn(least: u16, most: u16) -> String,
    /// Nothing was chosen, or something that is not offered.
    pub choice: &'static str,
    /// Not a day of the calendar.
    pub date: &'static str,
    /// A rate that looks like a fraction.
    pub fraction: &'static str,
}
