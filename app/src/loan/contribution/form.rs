//! What is asked: a wage, the ratios, and what is in the account.

use chrono::{Months, NaiveDate};
use fund::{
    contribution::{ContributionRules, Ratio, SavingPlan, Wage},
    interest::settlement_day,
    typed::{plain, without_unit},
};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Typed, Unit, fields},
    text::{Lang, loan::contribution::Text, text},
};

/// A working life.
const LONGEST_MONTHS: u32 = 480;
/// The largest employer of the country has fewer.
const MOST_PEOPLE: u16 = 60_000;

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of contribution: Text {
        /// Last year's average monthly wage.
        Wage = "wage", wage;
        /// The member's ratio in percent.
        MemberRatio = "member_ratio", member_ratio;
        /// The employer's ratio in percent.
        EmployerRatio = "employer_ratio", employer_ratio;
        /// What is in the account.
        Balance = "balance", balance;
        /// The day it is of.
        From = "from", from;
        /// The day to project to.
        Until = "until", until;
        /// The day of the month contributions arrive.
        Day = "day", day;
        /// The wage from the next 1 July on; blank for the same.
        NextWage = "next_wage", next_wage;
        /// How many people an employer contributes for; blank for no employer.
        Headcount = "headcount", headcount;
    }
}

/// An example as of today, up to the next settlement of interest but one.
pub fn start(today: NaiveDate, lang: Lang) -> Typed<Field> {
    let next = settlement_day(today);
    let until = next.checked_add_months(Months::new(12)).unwrap_or(next);
    Typed::new(|field| match field {
        Field::Wage => "8000".to_owned(),
        Field::MemberRatio | Field::EmployerRatio => "8".to_owned(),
        Field::Balance => (text(lang).loan.form.typed)(30_000),
        Field::From => today.to_string(),
        Field::Until => until.to_string(),
        Field::Day => "15".to_owned(),
        Field::NextWage | Field::Headcount => String::new(),
    })
}

/// An account and what comes into it; for an employer, how many people it contributes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) plan: SavingPlan,
    pub(super) headcount: Option<u16>,
}

/// The question, or what is wrong with each field.
pub(super) fn read(
    typed: &Typed<Field>,
    rules: &ContributionRules,
    lang: Lang,
) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let wage = Wage {
        monthly: reader.money(Field::Wage),
        member: ratio(&mut reader, Field::MemberRatio, rules),
        employer: ratio(&mut reader, Field::EmployerRatio, rules),
    };
    let opening = reader.money(Field::Balance);
    let (from, until) = days(&mut reader, rules);
    let day = reader.day_of_month(Field::Day);
    let next_wage = reader.optional(Field::NextWage, |reader| reader.money(Field::NextWage));
    let headcount = reader.optional(Field::Headcount, |reader| {
        reader.whole(Field::Headcount, &Unit::PEOPLE, 1, MOST_PEOPLE)
    });
    let plan = SavingPlan {
        opening,
        from,
        to: until,
        day,
        wage,
        next_wage,
    };
    reader.finish(Question { plan, headcount })
}

fn ratio(reader: &mut Reader<'_, Field>, field: Field, rules: &ContributionRules) -> Ratio {
    let plain = plain(reader.text(field));
    let ratio = without_unit(&plain, &["%"]).parse().ok();
    ratio.filter(|ratio| rules.allows(*ratio)).unwrap_or_else(|| {
        let bounds = (rules.ratio.least, rules.ratio.most);
        reader.refuse(field, |say| (say.own.ratio_range)(bounds.0, bounds.1));
        bounds.0
    })
}

/// From a day with rules on record, to a later one within a working life.
fn days(reader: &mut Reader<'_, Field>, rules: &ContributionRules) -> (NaiveDate, NaiveDate) {
    let from = reader.date(Field::From);
    let until = reader.date(Field::Until);
    if from == NaiveDate::MIN || until == NaiveDate::MIN {
        return (from, until);
    }
    let first = rules.years.first().map_or(NaiveDate::MIN, |year| year.from);
    if from < first {
        reader.refuse(Field::From, |say| {
            (say.own.from_range)(&text(say.lang).format.date(first))
        });
    }
    let latest = from.checked_add_months(Months::new(LONGEST_MONTHS));
    if until <= from || latest.is_none_or(|latest| until > latest) {
        reader.refuse(Field::Until, |say| say.own.until_range);
    }
    (from, until)
}
