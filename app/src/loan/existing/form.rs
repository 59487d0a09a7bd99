//! What is asked: what was agreed when the loan was granted, and the day to settle it on.

use chrono::NaiveDate;
use fund::{
    quota::Home,
    repayment::{DueDays, Existing, January, Method},
};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Reasons, Typed, fields},
    text::{Lang, loan::existing::Text, text},
};

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of existing: Text {
        /// The day the loan was granted.
        GrantedOn = "granted_on", granted_on;
        /// The amount lent.
        Principal = "principal", principal;
        /// The number of instalments.
        Months = "months", months;
        /// How it is repaid.
        Method = "method", method;
        /// First or second home.
        Home = "home", home;
        /// The day of the month instalments are due; blank for the day of granting.
        DueDay = "due_day", due_day;
        /// `whole` or `split`: the interest of the first month at a new rate.
        January = "january", january;
        /// The day to settle on; may be blank.
        SettleOn = "settle_on", settle_on;
    }
}

/// The code of a whole month at the new rate.
pub(super) const WHOLE: &str = "whole";
/// The code of splitting the month by days.
pub(super) const SPLIT: &str = "split";

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What was agreed.
    pub terms: Existing,
    /// The first month at a new rate.
    pub january: January,
    /// The day to settle on, where one was given.
    pub settle_on: Option<NaiveDate>,
}

/// An example, so that the page has an answer before anything is typed.
pub fn start(lang: Lang) -> Typed<Field> {
    let principal = (text(lang).loan.form.typed)(400_000);
    Typed::new(|field| match field {
        Field::GrantedOn => "2020-03-16",
        Field::Principal => &principal,
        Field::Months => "240",
        Field::Method => Method::LevelPayment.code(),
        Field::Home => Home::First.code(),
        Field::January => WHOLE,
        Field::DueDay | Field::SettleOn => "",
    })
}

/// Nothing typed, for a program; what may be left out has its usual meaning.
pub fn blank() -> Typed<Field> {
    Typed::blank()
        .with(Field::Home, Home::First.code())
        .with(Field::January, WHOLE)
}

/// A loan as the form would hold it.
pub fn filled(terms: &Existing) -> Typed<Field> {
    Typed::new(|field| match field {
        Field::GrantedOn => terms.granted_on.to_string(),
        Field::Principal => terms.principal.to_string(),
        Field::Months => terms.months.to_string(),
        Field::Method => terms.method.code().to_owned(),
        Field::Home => terms.home.code().to_owned(),
        Field::DueDay => terms.due_day.to_string(),
        Field::January => WHOLE.to_owned(),
        Field::SettleOn => String::new(),
    })
}

/// The question, or what is wrong with each field. A loan granted after `today` is none yet.
pub fn read(typed: &Typed<Field>, today: NaiveDate, lang: Lang) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let granted_on = reader.date(Field::GrantedOn);
    if granted_on > today {
        reader.refuse(Field::GrantedOn, |say| say.own.in_the_future);
    }
    let terms = Existing {
        granted_on,
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        method: reader.choice(Field::Method, Method::LevelPayment),
        home: reader.choice(Field::Home, Home::First),
        due_day: reader
            .optional(Field::DueDay, |reader| reader.day_of_month(Field::DueDay))
            .unwrap_or_else(|| DueDays::from(granted_on).day()),
    };
    let january = match reader.text(Field::January) {
        WHOLE => January::Whole,
        SPLIT => January::SplitByDays,
        _ => {
            reader.refuse_choice(Field::January);
            January::Whole
        }
    };
    let settle_on = reader.optional(Field::SettleOn, |reader| reader.date(Field::SettleOn));
    reader.finish(Question {
        terms,
        january,
        settle_on,
    })
}

/// What is wrong with one field, found when the loan was replayed.
pub(super) fn refused<R: AsRef<str>>(
    field: Field,
    lang: Lang,
    reason: impl FnOnce(&Reasons<Field>) -> R,
) -> FormErrors {
    let typed = Typed::blank();
    let mut reader = Reader::new(&typed, lang);
    reader.refuse(field, reason);
    reader.into_errors()
}
