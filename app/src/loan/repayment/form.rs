//! What is asked: an amount, a term, a rate, a method.

use fund::repayment::{Loan, Method};

use crate::{
    form::FormErrors,
    loan::sheet::{FormField, Reader, Typed},
    text::loan::{
        REFUSED_ZH_CN,
        repayment::{Text, ZH_CN},
    },
};

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The amount lent.
    Principal,
    /// The number of instalments.
    Months,
    /// The annual rate in percent.
    AnnualRate,
    /// How it is repaid.
    Method,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[Self::Principal, Self::Months, Self::AnnualRate, Self::Method];

    fn name(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Months => "months",
            Self::AnnualRate => "annual_rate",
            Self::Method => "method",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::AnnualRate => words.annual_rate,
            Self::Method => words.method,
        }
    }
}

/// An example loan at this rate, so that the page has an answer before anything is typed.
pub fn start(annual_rate: &str) -> Typed<Field> {
    Typed::new(|field| match field {
        Field::Principal => "50万",
        Field::Months => "240",
        Field::AnnualRate => annual_rate,
        Field::Method => Method::LevelPayment.code(),
    })
}

/// The loan, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>) -> Result<Loan, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    reader.finish(loan)
}
