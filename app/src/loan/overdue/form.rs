//! What is asked: the loan from its first unpaid instalment on, and the day it is made good.

use chrono::{Months, NaiveDate};
use fund::{
    overdue::{Payment, Unpaid},
    repayment::{Loan, Method},
};

use crate::{
    form::FormErrors,
    loan::{
        due::due_days,
        sheet::{FormField, Reader, Typed},
    },
    text::loan::{
        REFUSED_ZH_CN,
        overdue::{Text, ZH_CN},
    },
};

/// Longer than this nobody waits: the loan would have been called in.
const LONGEST_MONTHS: u32 = 120;

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What is owed after the last instalment that was paid.
    Principal,
    /// Instalments still to come, the unpaid ones included.
    Months,
    /// The contract's rate in percent.
    AnnualRate,
    /// How it is repaid.
    Method,
    /// The day the first unpaid instalment was due.
    FirstDue,
    /// The day of the month instalments are due; blank for the day of that date.
    DueDay,
    /// The day of paying.
    On,
    /// What is paid then; blank for nothing.
    Amount,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::FirstDue,
        Self::DueDay,
        Self::On,
        Self::Amount,
        Self::Principal,
        Self::Months,
        Self::AnnualRate,
        Self::Method,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Months => "months",
            Self::AnnualRate => "annual_rate",
            Self::Method => "method",
            Self::FirstDue => "first_due",
            Self::DueDay => "due_day",
            Self::On => "on",
            Self::Amount => "amount",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::AnnualRate => words.annual_rate,
            Self::Method => words.method,
            Self::FirstDue => words.first_due,
            Self::DueDay => words.due_day,
            Self::On => words.on,
            Self::Amount => words.amount,
        }
    }
}

/// An example: two instalments of a loan at this rate are unpaid today.
pub fn start(annual_rate: &str, today: NaiveDate) -> Typed<Field> {
    let first_due = today
        .checked_sub_days(chrono::Days::new(5))
        .and_then(|day| day.checked_sub_months(Months::new(1)))
        .unwrap_or(today);
    Typed::new(|field| match field {
        Field::Principal => "40万".to_owned(),
        Field::Months => "200".to_owned(),
        Field::AnnualRate => annual_rate.to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::FirstDue => first_due.to_string(),
        Field::On => today.to_string(),
        Field::DueDay | Field::Amount => String::new(),
    })
}

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) unpaid: Unpaid,
    pub(super) on: NaiveDate,
    pub(super) payment: Option<Payment>,
}

/// The question, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>) -> Result<Asked, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let due = due_days(&mut reader, Field::FirstDue, Field::DueDay);
    let on = reader.date(Field::On);
    let latest = due.first().checked_add_months(Months::new(LONGEST_MONTHS));
    if due.first() != NaiveDate::MIN && latest.is_some_and(|latest| on > latest) {
        reader.refuse(Field::On, |_| ZH_CN.too_late);
    }
    let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    reader.finish(Asked {
        unpaid: Unpaid { loan, due },
        on,
        payment: amount.map(|amount| Payment { on, amount }),
    })
}
