//! What is asked: an amount, a term, a rate, a method; and for those who want it to the day, or pay a bank too, the rest.

use crate::loan::number::Unit;
use fund::repayment::{Dates, FirstPeriod, Loan, Method};

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
    /// The day of granting; blank when days do not matter.
    GrantedOn,
    /// The day of each month instalments are due; blank for that of granting.
    DueDay,
    /// How the first period's interest is counted.
    FirstPeriod,
    /// What a bank lends beside it; blank for nothing.
    BankPrincipal,
    /// The number of its instalments; blank for as many.
    BankMonths,
    /// Its annual rate in percent.
    BankAnnualRate,
    /// How it is repaid; blank for the same way.
    BankMethod,
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

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Principal,
        Self::Months,
        Self::AnnualRate,
        Self::Method,
        Self::GrantedOn,
        Self::DueDay,
        Self::FirstPeriod,
        Self::BankPrincipal,
        Self::BankMonths,
        Self::BankAnnualRate,
        Self::BankMethod,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Months => "months",
            Self::AnnualRate => "annual_rate",
            Self::Method => "method",
            Self::GrantedOn => "granted_on",
            Self::DueDay => "due_day",
            Self::FirstPeriod => "first_period",
            Self::BankPrincipal => "bank_principal",
            Self::BankMonths => "bank_months",
            Self::BankAnnualRate => "bank_annual_rate",
            Self::BankMethod => "bank_method",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::AnnualRate => words.annual_rate,
            Self::Method => words.method,
            Self::GrantedOn => words.granted_on,
            Self::DueDay => words.due_day,
            Self::FirstPeriod => words.first_period,
            Self::BankPrincipal => words.bank_principal,
            Self::BankMonths => words.bank_months,
            Self::BankAnnualRate => words.bank_annual_rate,
            Self::BankMethod => words.bank_method,
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The loan; the fund's, where a bank lends too.
    pub loan: Loan,
    /// The bank's.
    pub bank: Option<Loan>,
    /// When it is granted and repaid.
    pub dates: Option<Dates>,
}

/// An example loan at this rate, and none of a bank's, which would cost that much; so that the page has an answer before
/// anything is typed.
pub fn start(annual_rate: &str, bank_annual_rate: &str) -> Typed<Field> {
    Typed::new(|field| match field {
        Field::Principal => "50万",
        Field::Months => "240",
        Field::AnnualRate => annual_rate,
        Field::Method | Field::BankMethod => Method::LevelPayment.code(),
        Field::FirstPeriod => FirstPeriod::WholeMonth.code(),
        Field::BankAnnualRate => bank_annual_rate,
        Field::GrantedOn | Field::DueDay | Field::BankPrincipal | Field::BankMonths => "",
    })
}

/// What is asked for, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>) -> Result<Wanted, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    let wanted = Wanted {
        loan,
        bank: bank(&mut reader, &loan),
        dates: dates(&mut reader),
    };
    reader.finish(wanted)
}

fn bank(reader: &mut Reader<'_, Field>, fund: &Loan) -> Option<Loan> {
    if reader.is_blank(Field::BankPrincipal) {
        if !reader.is_blank(Field::BankMonths) {
            reader.refuse(Field::BankPrincipal, |_| ZH_CN.bank_principal_missing);
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
        reader.refuse(Field::GrantedOn, |_| ZH_CN.granted_on_missing);
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
