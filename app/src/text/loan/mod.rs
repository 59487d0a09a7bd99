//! The words of the loan room. What answers say that the browser makes too is data ([`crate::handed`]): a page hands it over.

pub mod afford;
mod common;
pub mod compare;
pub mod contribution;
mod en;
pub mod estimate;
pub mod existing;
pub mod offset;
pub mod overdue;
pub mod prepayment;
pub mod rates;
pub mod repayment;
mod zh_cn;

pub use self::{
    common::{Common, Schedule},
    en::EN,
    zh_cn::ZH_CN,
};

/// The words of the loan room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// What all answers share.
    pub common: Common,
    /// What stands around it on the page.
    pub page: Page,
    /// The form's fields.
    pub form: Form,
    /// Why a field was refused.
    pub refusals: Refusals,
    pub estimate: estimate::Text,
    pub afford: afford::Text,
    pub compare: compare::Text,
    pub repayment: repayment::Text,
    pub prepayment: prepayment::Text,
    pub existing: existing::Text,
    pub offset: offset::Text,
    pub contribution: contribution::Text,
    pub overdue: overdue::Text,
    pub rates: rates::Text,
}

/// What the pages of the room share.
#[derive(Debug)]
pub struct Page {
    /// Above the conditions that are not met.
    pub unmet: &'static str,
    /// The person's loan is overdue, which the page does not reckon with.
    pub late: &'static str,
    /// The figures are an example's.
    pub example: &'static str,
    /// These fields could not be filled in from the account; their labels are given.
    pub not_filled_in: fn(fields: &str) -> String,
    /// The answer is that of another form.
    pub stale: &'static str,
    /// Heading of the form.
    pub form: &'static str,
    /// The button.
    pub submit: &'static str,
    /// How to keep the result.
    pub share: &'static str,
    /// Link to late payments.
    pub to_overdue: &'static str,
}

/// Labels and hints that several forms share.
#[derive(Debug)]
pub struct Form {
    /// An amount in yuan as somebody types it.
    pub typed: fn(yuan: u32) -> String,
    /// How an amount may be written.
    pub price_hint: &'static str,
    /// Beneath a term in months.
    pub months_hint: &'static str,
    /// Unit of months.
    pub months_unit: &'static str,
    /// Unit of years.
    pub years_unit: &'static str,
    /// Unit of a day of the month.
    pub day_unit: &'static str,
    /// Level payment in plain words and by its official term.
    pub level_payment: (&'static str, &'static str),
    /// Level principal in plain words and by its official term.
    pub level_principal: (&'static str, &'static str),
}

/// Why a field was refused.
#[derive(Debug)]
pub struct Refusals {
    /// An amount of zero where there must be something.
    pub zero: &'static str,
    /// A whole number in these bounds is asked for.
    pub range: fn(least: u16, most: u16) -> String,
    /// Nothing was chosen, or something that is not offered.
    pub choice: &'static str,
    /// Not a day of the calendar.
    pub date: &'static str,
    /// No basis points.
    pub points: &'static str,
    /// A rate that looks like a fraction.
    pub fraction: &'static str,
}
