//! The centre being made: its days, its employers, and what its report says of the two halves of the city.

use crate::{
    DemoError,
    chance::chance,
    employer::{self, Employer},
    report::{Totals, report},
    story::Story,
};
use chrono::{Datelike, Days, Months, NaiveDate};
use fund::{
    contribution::{Monthly, Wage, base_year_begins},
    edition::{Edition, Figure},
    interest::DatedRate,
    money::Fen,
};

/// Up to so many members have six years of ledger; beyond, one or two, with older money brought forward.
pub(crate) const LONG_LEDGERS: u32 = 20_000;
const EMPLOYERS_STREAM: u64 = u64::MAX - 1;

pub(crate) struct Centre<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) deposit_rates: Vec<DatedRate>,
    /// The business day whose close the files show: yesterday, as with a nightly export.
    pub(crate) as_of: NaiveDate,
    /// A 1 July; accounts older than this begin with a balance brought forward.
    pub(crate) ledgers_from: NaiveDate,
    pub(crate) employers: Vec<Employer>,
    pub(crate) reported: [Totals; 2],
    /// The product that the report counts apart among the loans of the city proper.
    pub(crate) product: &'a Figure,
    /// Percent of members with a loan older than a year.
    pub(crate) old_loans: u32,
    pub(crate) seed: u64,
}

impl<'a> Centre<'a> {
    pub(crate) fn new(
        members: u32,
        seed: u64,
        today: NaiveDate,
        edition: &'a Edition,
    ) -> Result<Self, DemoError> {
        let lacks = |what| move || DemoError::Edition(what);
        let as_of = today - Days::new(1);
        let (years, old_loans) = if members <= LONG_LEDGERS { (6, 14) } else { (1, 1) };
        let deposit_rates = edition.dated_deposit_rates();
        let known_from = deposit_rates.iter().map(|rate| rate.from).min();
        let known_from = known_from.ok_or_else(lacks("deposit rate"))?;
        let (reported, product) = report(edition).ok_or_else(lacks("report"))?;
        let rng = &mut chance(seed, EMPLOYERS_STREAM);
        let employers = employer::all(rng, edition, members, as_of).ok_or_else(lacks("branches"))?;
        Ok(Self {
            edition,
            deposit_rates,
            as_of,
            ledgers_from: base_year_begins(as_of - Months::new(12 * years)).max(known_from),
            employers,
            reported,
            product,
            old_loans,
            seed,
        })
    }

    /// A month's contribution by the rules of its base year; before the first on record, by those of the first.
    pub(crate) fn monthly(&self, story: &Story, day: NaiveDate) -> Result<Monthly, DemoError> {
        let rules = &self.edition.contribution;
        let year = rules.year(day).or(rules.years.first());
        let year = year.ok_or(DemoError::Edition("contribution base"))?;
        let raises = base_year_begins(self.as_of).year() - base_year_begins(day).year();
        let wage = (0..raises).fold(story.wage, |wage, _| wage * 100 / (100 + story.raise));
        let (monthly, ratio) = (Fen::from_yuan(wage), self.employers[story.employer].ratio);
        let (member, employer) = (ratio, ratio);
        let wage = Wage {
            monthly,
            member,
            employer,
        };
        Ok(rules.monthly(&wage, year))
    }

    pub(crate) fn days_ago(&self, days: u32) -> NaiveDate {
        self.as_of - Days::new(days.into())
    }

    pub(crate) fn months_ago(&self, months: u32) -> NaiveDate {
        self.as_of - Months::new(months)
    }
}
