//! What is asked: an amount, a term, a rate, a method; and for those who want it to the day, or pay a bank too, the rest.

use fund::repayment::{Dates, FirstPeriod, Loan, Method};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Typed, Unit, fields},
    text::{Lang, loan::repayment::Text, text},
};

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of repayment: Text {
        /// The amount lent.
        Principal = "principal", principal;
        /// The number of instalments.
        Months = "months", months;
        /// The annual rate in percent.
        AnnualRate = "annual_rate", annual_rate;
        /// How it is repaid.
        Method = "method", method;
        /// The day of granting; blank when days do not matter.
        GrantedOn = "granted_on", granted_on;
        /// The day of each month instalments are due; blank for that of granting.
        DueDay = "due_day", due_day;
        /// How the first period's interest is counted.
        FirstPeriod = "first_period", first_period;
        /// What a bank lends beside it; blank for nothing.
        BankPrincipal = "bank_principal", bank_principal;
        /// The number of its instalments; blank for as many.
        BankMonths = "bank_months", bank_months;
        /// Its annual rate in percent.
        BankAnnualRate = "bank_annual_rate", bank_annual_rate;
        /// How it is repaid; blank for the same way.
        BankMethod = "bank_method", bank_method;
    }
}

impl Field {
    /// What is folded away: the days.
    pub(super) const DAYS: [Self; 3] = [Self::GrantedOn, Self::DueDay, Self::FirstPeriod];

    /// What is folded away: the bank's loan.
    pub(super) const BANK: [Self; 4] = [
        Self::BankPrincipal,
        Self::BankMonths,
        Self::BankAnnualRate,
        Self::BankMethod,
    ];
}

/// What is to be repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loans {
    /// The loan; the fund's, where a bank lends too.
    pub loan: Loan,
    /// The bank's.
    pub bank: Option<Loan>,
    /// When it is granted and repaid.
    pub dates: Option<Dates>,
}

/// An example loan at this rate, and none of a bank's, which would cost that much; so that the page has an answer before
/// anything is typed.
pub fn start(annual_rate: &str, bank_annual_rate: &str, lang: Lang) -> Typed<Field> {
    let amount = text(lang).loan.form.typed;
    Typed::new(|field| match field {
        Field::Principal => amount(500_000),
        Field::Months => "240".to_owned(),
        Field::AnnualRate => annual_rate.to_owned(),
        Field::Method | Field::BankMethod => Method::LevelPayment.code().to_owned(),
        Field::FirstPeriod => FirstPeriod::WholeMonth.code().to_owned(),
        Field::BankAnnualRate => bank_annual_rate.to_owned(),
        Field::GrantedOn | Field::DueDay | Field::BankPrincipal | Field::BankMonths => String::new(),
    })
}

/// What is asked for, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>, lang: Lang) -> Result<Loans, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    let loans = Loans {
        loan,
        bank: bank(&mut reader, &loan),
        dates: dates(&mut reader),
    };
    reader.finish(loans)
}

fn bank(reader: &mut Reader<'_, Field>, fund: &Loan) -> Option<Loan> {
    if reader.is_blank(Field::BankPrincipal) {
        if !reader.is_blank(Field::BankMonths) {
            reader.refuse(Field::BankPrincipal, |say| say.own.bank_principal_missing);
        }
        return None;
    }
    Some(Loan {
        principal: reader.positive(Field::BankPrincipal),
        months: reader
            .optional(Field::BankMonths, |reader| reader.months(Field::BankMonths))
            .unwrap_or(fund.months),
        rate: reader.rate(Field::BankAnnualRate),
        method: reader
            .optional(Field::BankMethod, |reader| {
                reader.choice(Field::BankMethod, fund.method)
            })
            .unwrap_or(fund.method),
    })
}

fn dates(reader: &mut Reader<'_, Field>) -> Option<Dates> {
    let due_day = reader.optional(Field::DueDay, |reader| {
        reader.whole(Field::DueDay, &Unit::DAY, 1, 31)
    });
    let first_period = reader.optional(Field::FirstPeriod, |reader| {
        reader.choice(Field::FirstPeriod, FirstPeriod::default())
    });
    let needs_day = due_day.is_some() || first_period == Some(FirstPeriod::ByDays);
    if needs_day && reader.is_blank(Field::GrantedOn) {
        reader.refuse(Field::GrantedOn, |say| say.own.granted_on_missing);
    }
    let granted_on = reader.optional(Field::GrantedOn, |reader| reader.date(Field::GrantedOn))?;
    let same_day = chrono::Datelike::day(&granted_on);
    let due_day = due_day.map_or(same_day, u32::from);
    Some(Dates {
        granted_on,
        due_day: u8::try_from(due_day).unwrap_or(31),
        first_period: first_period.unwrap_or_default(),
    })
}
