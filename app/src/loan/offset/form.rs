//! What is asked: the loan as it stands, the accounts of its borrowers, and how they repay it.

use chrono::{Months, NaiveDate};
use fund::{
    interest::DatedRate,
    money::Fen,
    offset::{Account, Household, OffsetRules, Way},
    repayment::{DueDays, Keep, Loan, Method},
};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Typed, Unit, due_days, fields},
    text::{Lang, loan::offset::Text, text},
};

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of offset: Text {
        /// How the accounts repay the loan.
        Way = "way", way;
        /// The month of the yearly ways.
        Month = "month", month;
        /// What stays as it is when principal is repaid ahead.
        Keep = "keep", keep;
        /// What is owed.
        Principal = "principal", principal;
        /// Instalments still to come.
        Months = "months", months;
        /// The rate in percent.
        AnnualRate = "annual_rate", annual_rate;
        /// How the loan is repaid.
        Method = "method", method;
        /// The day of the next instalment.
        FirstDue = "first_due", first_due;
        /// The day of the month instalments are due; blank for the day of that date.
        DueDay = "due_day", due_day;
        /// What is in the first account.
        Balance = "balance", balance;
        /// What comes into it each month.
        Monthly = "monthly", monthly;
        /// What is in the second account; blank for nothing.
        SecondBalance = "second_balance", second_balance;
        /// What comes into it each month; blank for nothing.
        SecondMonthly = "second_monthly", second_monthly;
        /// The day the balances are of.
        From = "from", from;
        /// The day of the month contributions arrive.
        Day = "day", day;
        /// What stays in each account.
        Floor = "floor", floor;
    }
}

/// An example as of today, by the usual way of the centre; the loan at this rate.
pub fn start(annual_rate: &str, rules: &OffsetRules, today: NaiveDate, lang: Lang) -> Typed<Field> {
    let typed = text(lang).loan.form.typed;
    let first_due = today.checked_add_days(chrono::Days::new(25)).unwrap_or(today);
    Typed::new(|field| match field {
        Field::Way => rules.ways.first().copied().unwrap_or_default().code().to_owned(),
        Field::Month => "12".to_owned(),
        Field::Keep => Keep::Payment.code().to_owned(),
        Field::Principal => typed(400_000),
        Field::Months => "200".to_owned(),
        Field::AnnualRate => annual_rate.to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::FirstDue => first_due.to_string(),
        Field::Balance => typed(30_000),
        Field::Monthly => "1280".to_owned(),
        Field::DueDay | Field::SecondBalance | Field::SecondMonthly => String::new(),
        Field::From => today.to_string(),
        Field::Day => "15".to_owned(),
        Field::Floor => rules.floor.to_string(),
    })
}

/// The household, or what is wrong with each field.
pub(super) fn read(
    typed: &Typed<Field>,
    rules: &OffsetRules,
    rates: &[DatedRate],
    lang: Lang,
) -> Result<Household, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let way = reader.choice(Field::Way, Way::Monthly);
    if !rules.ways.contains(&way) {
        reader.refuse(Field::Way, |say| say.own.not_offered);
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
    reader.choice(Field::Keep, Keep::Payment)
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
        reader.refuse(Field::Floor, |say| {
            (say.own.floor_least)(&text(say.lang).format.yuan(rules.floor))
        });
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
        reader.refuse(Field::From, |say| {
            (say.own.from_range)(&text(say.lang).format.date(first))
        });
    }
    if first_due < from {
        reader.refuse(Field::FirstDue, |say| say.own.due_before);
    } else if from
        .checked_add_months(Months::new(2))
        .is_none_or(|latest| first_due > latest)
    {
        reader.refuse(Field::FirstDue, |say| say.own.due_late);
    }
    (from, due)
}
