//! What is asked: the loan as it stands, the accounts of its borrowers, and how they repay it.

use crate::loan::number::Unit;
use chrono::{Months, NaiveDate};
use fund::{
    interest::DatedRate,
    money::Fen,
    offset::{Account, Household, OffsetRules, Way},
    repayment::{DueDays, Keep, Loan, Method},
};

use crate::{
    form::FormErrors,
    loan::{
        due::due_days,
        sheet::{FormField, Reader, Typed},
    },
    text::{
        format,
        loan::{
            REFUSED_ZH_CN,
            offset::{Text, ZH_CN},
        },
    },
};

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How the accounts repay the loan.
    Way,
    /// The month of the yearly ways.
    Month,
    /// What stays as it is when principal is repaid ahead.
    Keep,
    /// What is owed.
    Principal,
    /// Instalments still to come.
    Months,
    /// The rate in percent.
    AnnualRate,
    /// How the loan is repaid.
    Method,
    /// The day of the next instalment.
    FirstDue,
    /// The day of the month instalments are due; blank for the day of that date.
    DueDay,
    /// What is in the first account.
    Balance,
    /// What comes into it each month.
    Monthly,
    /// What is in the second account; blank for nothing.
    SecondBalance,
    /// What comes into it each month; blank for nothing.
    SecondMonthly,
    /// The day the balances are of.
    From,
    /// The day of the month contributions arrive.
    Day,
    /// What stays in each account.
    Floor,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Way,
        Self::Month,
        Self::Keep,
        Self::Principal,
        Self::Months,
        Self::AnnualRate,
        Self::Method,
        Self::FirstDue,
        Self::DueDay,
        Self::Balance,
        Self::Monthly,
        Self::SecondBalance,
        Self::SecondMonthly,
        Self::From,
        Self::Day,
        Self::Floor,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Way => "way",
            Self::Month => "month",
            Self::Keep => "keep",
            Self::Principal => "principal",
            Self::Months => "months",
            Self::AnnualRate => "annual_rate",
            Self::Method => "method",
            Self::FirstDue => "first_due",
            Self::DueDay => "due_day",
            Self::Balance => "balance",
            Self::Monthly => "monthly",
            Self::SecondBalance => "second_balance",
            Self::SecondMonthly => "second_monthly",
            Self::From => "from",
            Self::Day => "day",
            Self::Floor => "floor",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Way => words.way,
            Self::Month => words.month,
            Self::Keep => words.keep,
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::AnnualRate => words.annual_rate,
            Self::Method => words.method,
            Self::FirstDue => words.first_due,
            Self::DueDay => words.due_day,
            Self::Balance => words.balance,
            Self::Monthly => words.monthly,
            Self::SecondBalance => words.second_balance,
            Self::SecondMonthly => words.second_monthly,
            Self::From => words.from,
            Self::Day => words.day,
            Self::Floor => words.floor,
        }
    }
}

/// An example as of today, by the usual way of the centre; the loan at this rate.
pub fn start(annual_rate: &str, rules: &OffsetRules, today: NaiveDate) -> Typed<Field> {
    let first_due = today.checked_add_days(chrono::Days::new(25)).unwrap_or(today);
    Typed::new(|field| match field {
        Field::Way => rules.ways.first().copied().unwrap_or_default().code().to_owned(),
        Field::Month => "12".to_owned(),
        Field::Keep => Keep::Payment.code().to_owned(),
        Field::Principal => "40万".to_owned(),
        Field::Months => "200".to_owned(),
        Field::AnnualRate => annual_rate.to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::FirstDue => first_due.to_string(),
        Field::Balance => "3万".to_owned(),
        Field::Monthly => "1280".to_owned(),
        Field::DueDay | Field::SecondBalance | Field::SecondMonthly => String::new(),
        Field::From => today.to_string(),
        Field::Day => "15".to_owned(),
        Field::Floor => rules.floor.to_string(),
    })
}

/// The question, or what is wrong with each field.
pub(super) fn read(
    typed: &Typed<Field>,
    rules: &OffsetRules,
    rates: &[DatedRate],
) -> Result<Household, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let way = reader.choice(Field::Way, Way::Monthly);
    if !rules.ways.contains(&way) {
        reader.refuse(Field::Way, |_| ZH_CN.not_offered);
    }
    let keep = keep(&mut reader, way);
    let (from, due) = days(&mut reader, rates);
    let household = Household {
        loan: Loan {
            principal: reader.positive(Field::Principal),
            months: reader.months(Field::Months),
            rate: reader.rate(Field::AnnualRate),
            method: reader.choice(Field::Method, Method::LevelPayment),
        },
        due,
        accounts: accounts(&mut reader),
        from,
        day: reader.day_of_month(Field::Day),
        floor: floor(&mut reader, rules),
        way,
        month: month(&mut reader, way),
        keep,
    };
    reader.finish(household)
}

/// Only the yearly ways need a month.
fn month(reader: &mut Reader<'_, Field>, way: Way) -> u8 {
    if way == Way::Monthly && reader.is_blank(Field::Month) {
        return 12;
    }
    u8::try_from(reader.whole(Field::Month, &Unit::MONTH_OF_YEAR, 1, 12)).unwrap_or(12)
}

/// Only principal repaid ahead leaves a choice.
fn keep(reader: &mut Reader<'_, Field>, way: Way) -> Keep {
    if way != Way::YearlyPrincipal && reader.is_blank(Field::Keep) {
        return Keep::Payment;
    }
    let code = reader.text(Field::Keep);
    let keep = Keep::ALL.into_iter().find(|keep| keep.code() == code);
    keep.unwrap_or_else(|| {
        reader.refuse(Field::Keep, |refused| refused.choice);
        Keep::Payment
    })
}

fn accounts(reader: &mut Reader<'_, Field>) -> [Account; 2] {
    let first = Account {
        balance: reader.money(Field::Balance),
        monthly: reader.money(Field::Monthly),
    };
    let mut optional = |field| reader.optional(field, |reader| reader.money(field));
    let second = Account {
        balance: optional(Field::SecondBalance).unwrap_or(Fen::ZERO),
        monthly: optional(Field::SecondMonthly).unwrap_or(Fen::ZERO),
    };
    [first, second]
}

fn floor(reader: &mut Reader<'_, Field>, rules: &OffsetRules) -> Fen {
    let floor = reader.optional(Field::Floor, |reader| reader.money(Field::Floor));
    let floor = floor.unwrap_or(rules.floor);
    if floor < rules.floor {
        reader.refuse(Field::Floor, |_| (ZH_CN.floor_least)(&format::yuan(rules.floor)));
    }
    floor
}

/// A day with a deposit rate, and the next due day within two months.
fn days(reader: &mut Reader<'_, Field>, rates: &[DatedRate]) -> (NaiveDate, DueDays) {
    let from = reader.date(Field::From);
    let due = due_days(reader, Field::FirstDue, Field::DueDay);
    let first_due = due.first();
    if from == NaiveDate::MIN || first_due == NaiveDate::MIN {
        return (from, due);
    }
    let first = rates.iter().map(|rate| rate.from).min().unwrap_or(NaiveDate::MAX);
    if from < first {
        reader.refuse(Field::From, |_| (ZH_CN.from_range)(&format::date(first)));
    }
    if first_due < from {
        reader.refuse(Field::FirstDue, |_| ZH_CN.due_before);
    } else if from
        .checked_add_months(Months::new(2))
        .is_none_or(|latest| first_due > latest)
    {
        reader.refuse(Field::FirstDue, |_| ZH_CN.due_late);
    }
    (from, due)
}
