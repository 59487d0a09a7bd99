//! What is asked: a wage, the ratios, and what is in the account.

use crate::loan::number::Unit;
use chrono::{Months, NaiveDate};
use fund::{
    contribution::{ContributionRules, Plan, Ratio, Wage},
    interest::settlement_day,
    typed::{plain, without_unit},
};

use crate::{
    form::FormErrors,
    loan::sheet::{FormField, Reader, Typed},
    text::{
        format,
        loan::{
            REFUSED_ZH_CN,
            contribution::{Text, ZH_CN},
        },
    },
};

/// A working life.
const LONGEST_MONTHS: u32 = 480;
/// The largest employer of the country has fewer.
const MOST_PEOPLE: u16 = 60_000;

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Last year's average monthly wage.
    Wage,
    /// The member's ratio in percent.
    MemberRatio,
    /// The employer's ratio in percent.
    EmployerRatio,
    /// What is in the account.
    Balance,
    /// The day it is of.
    From,
    /// The day to project to.
    Until,
    /// The day of the month contributions arrive.
    Day,
    /// The wage from the next 1 July on; blank for the same.
    NextWage,
    /// How many people an employer contributes for; blank for no employer.
    Headcount,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Wage,
        Self::MemberRatio,
        Self::EmployerRatio,
        Self::Balance,
        Self::From,
        Self::Until,
        Self::Day,
        Self::NextWage,
        Self::Headcount,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Wage => "wage",
            Self::MemberRatio => "member_ratio",
            Self::EmployerRatio => "employer_ratio",
            Self::Balance => "balance",
            Self::From => "from",
            Self::Until => "until",
            Self::Day => "day",
            Self::NextWage => "next_wage",
            Self::Headcount => "headcount",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Wage => words.wage,
            Self::MemberRatio => words.member_ratio,
            Self::EmployerRatio => words.employer_ratio,
            Self::Balance => words.balance,
            Self::From => words.from,
            Self::Until => words.until,
            Self::Day => words.day,
            Self::NextWage => words.next_wage,
            Self::Headcount => words.headcount,
        }
    }
}

/// An example as of today, up to the next settlement of interest but one.
pub fn start(today: NaiveDate) -> Typed<Field> {
    let next = settlement_day(today);
    let until = next.checked_add_months(Months::new(12)).unwrap_or(next);
    Typed::new(|field| match field {
        Field::Wage => "8000".to_owned(),
        Field::MemberRatio | Field::EmployerRatio => "8".to_owned(),
        Field::Balance => "3万".to_owned(),
        Field::From => today.to_string(),
        Field::Until => until.to_string(),
        Field::Day => "15".to_owned(),
        Field::NextWage | Field::Headcount => String::new(),
    })
}

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) plan: Plan,
    pub(super) headcount: Option<u16>,
}

/// The question, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>, rules: &ContributionRules) -> Result<Asked, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
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
    let plan = Plan {
        opening,
        from,
        to: until,
        day,
        wage,
        next_wage,
    };
    reader.finish(Asked { plan, headcount })
}

fn ratio(reader: &mut Reader<'_, Field>, field: Field, rules: &ContributionRules) -> Ratio {
    let plain = plain(reader.text(field));
    let ratio = without_unit(&plain, &["%"]).parse().ok();
    ratio.filter(|ratio| rules.allows(*ratio)).unwrap_or_else(|| {
        let bounds = (rules.ratio.least, rules.ratio.most);
        reader.refuse(field, |_| (ZH_CN.ratio_range)(bounds.0, bounds.1));
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
        reader.refuse(Field::From, |_| (ZH_CN.from_range)(&format::date(first)));
    }
    let latest = from.checked_add_months(Months::new(LONGEST_MONTHS));
    if until <= from || latest.is_none_or(|latest| until > latest) {
        reader.refuse(Field::Until, |_| ZH_CN.until_range);
    }
    (from, until)
}
