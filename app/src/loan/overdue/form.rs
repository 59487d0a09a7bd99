//! What is asked: the loan from its first unpaid instalment on, and the day it is made good.

use chrono::{Months, NaiveDate};
use fund::{
    overdue::{Payment, Unpaid},
    repayment::{Loan, Method},
};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Typed, due_days, fields},
    text::{Lang, loan::overdue::Text, text},
};

/// Longer than this nobody waits: the loan would have been called in.
const LONGEST_MONTHS: u32 = 120;

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of overdue: Text {
        /// The day the first unpaid instalment was due.
        FirstDue = "first_due", first_due;
        /// The day of the month instalments are due; blank for the day of that date.
        DueDay = "due_day", due_day;
        /// The day of paying.
        On = "on", on;
        /// What is paid then; blank for nothing.
        Amount = "amount", amount;
        /// What is owed after the last instalment that was paid.
        Principal = "principal", principal;
        /// Instalments still to come, the unpaid ones included.
        Months = "months", months;
        /// The contract's rate in percent.
        AnnualRate = "annual_rate", annual_rate;
        /// How it is repaid.
        Method = "method", method;
    }
}

/// An example: two instalments of a loan at this rate are unpaid today.
pub fn start(annual_rate: &str, today: NaiveDate, lang: Lang) -> Typed<Field> {
    let principal = (text(lang).loan.form.typed)(400_000);
    let first_due = today
        .checked_sub_days(chrono::Days::new(5))
        .and_then(|day| day.checked_sub_months(Months::new(1)))
        .unwrap_or(today);
    Typed::new(|field| match field {
        Field::Principal => principal.clone(),
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
pub(super) struct Question {
    pub(super) unpaid: Unpaid,
    pub(super) on: NaiveDate,
    pub(super) payment: Option<Payment>,
}

/// The question, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>, lang: Lang) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let due = due_days(&mut reader, Field::FirstDue, Field::DueDay);
    let on = reader.date(Field::On);
    let latest = due.first().checked_add_months(Months::new(LONGEST_MONTHS));
    if due.first() != NaiveDate::MIN && latest.is_some_and(|latest| on > latest) {
        reader.refuse(Field::On, |say| say.own.too_late);
    }
    let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    reader.finish(Question {
        unpaid: Unpaid { loan, due },
        on,
        payment: amount.map(|amount| Payment { on, amount }),
    })
}
