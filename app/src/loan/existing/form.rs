//! What is asked: what was agreed when the loan was granted.

use chrono::NaiveDate;
use fund::{
    quota::Home,
    repayment::{DueDays, Existing, January, Method},
};

use crate::{
    form::FormErrors,
    loan::sheet::{FormField, Reader, Typed},
    text::loan::{
        REFUSED_ZH_CN,
        existing::{Text, ZH_CN},
    },
};

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day the loan was granted.
    GrantedOn,
    /// The amount lent.
    Principal,
    /// The number of instalments.
    Months,
    /// How it is repaid.
    Method,
    /// First or second home.
    Home,
    /// The day of the month instalments are due; blank for the day of granting.
    DueDay,
    /// `whole` or `split`: the interest of the first month at a new rate.
    January,
    /// The day to settle on; may be blank.
    SettleOn,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::GrantedOn,
        Self::Principal,
        Self::Months,
        Self::Method,
        Self::Home,
        Self::DueDay,
        Self::January,
        Self::SettleOn,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::GrantedOn => "granted_on",
            Self::Principal => "principal",
            Self::Months => "months",
            Self::Method => "method",
            Self::Home => "home",
            Self::DueDay => "due_day",
            Self::January => "january",
            Self::SettleOn => "settle_on",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::GrantedOn => words.granted_on,
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::Method => words.method,
            Self::Home => words.home,
            Self::DueDay => words.due_day,
            Self::January => words.january,
            Self::SettleOn => words.settle_on,
        }
    }
}

/// The code of a whole month at the new rate.
pub(super) const WHOLE: &str = "whole";
/// The code of splitting the month by days.
pub(super) const SPLIT: &str = "split";

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What was agreed.
    pub terms: Existing,
    /// The first month at a new rate.
    pub january: January,
    /// The day to settle on, where one was given.
    pub settle_on: Option<NaiveDate>,
}

/// An example, so that the page has an answer before anything is typed.
pub fn start() -> Typed<Field> {
    Typed::new(|field| match field {
        Field::GrantedOn => "2020-03-16",
        Field::Principal => "40万",
        Field::Months => "240",
        Field::Method => Method::LevelPayment.code(),
        Field::Home => Home::First.code(),
        Field::January => WHOLE,
        Field::DueDay | Field::SettleOn => "",
    })
}

/// Nothing typed, for a program; what may be left out has its usual meaning.
pub fn blank() -> Typed<Field> {
    Typed::new(|field| match field {
        Field::Home => Home::First.code(),
        Field::January => WHOLE,
        _ => "",
    })
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

/// What was asked, or what is wrong with each field. A loan granted after `today` is none yet.
pub fn read(typed: &Typed<Field>, today: NaiveDate) -> Result<Asked, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let granted_on = reader.date(Field::GrantedOn);
    if granted_on > today {
        reader.refuse(Field::GrantedOn, |_| ZH_CN.in_the_future);
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
    let january = match typed.get(Field::January).trim() {
        WHOLE => January::Whole,
        SPLIT => January::SplitByDays,
        _ => {
            reader.refuse(Field::January, |refused| refused.choice);
            January::Whole
        }
    };
    let settle_on = reader.optional(Field::SettleOn, |reader| reader.date(Field::SettleOn));
    reader.finish(Asked {
        terms,
        january,
        settle_on,
    })
}

/// A reason against one field, as the page says it.
pub(super) fn refused(field: Field, reason: &str) -> FormErrors {
    let mut errors = FormErrors::default();
    errors.add(field.name(), (REFUSED_ZH_CN.field)(field.label(&ZH_CN), reason));
    errors
}
