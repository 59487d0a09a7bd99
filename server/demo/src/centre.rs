//! The centre being made: its days, its employers, what its report says of the two halves of the city, and its members.

use crate::{
    DemoError, Person,
    account::Account,
    cast,
    draw::{self, Tally},
    employer::{self, Employer},
    identity,
    loan::Loan,
    story::Story,
};
use chrono::{Datelike, Days, Months, NaiveDate};
use fund::{
    contribution::{Monthly, Wage, base_year_begins},
    edition::{Edition, Figure, Scope},
    interest::DatedRate,
    money::Fen,
    records::{AccountStatus, EntryKind},
};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Up to so many members have six years of ledger; beyond, one or two, with older money brought forward.
pub(crate) const LONG_LEDGERS: u32 = 20_000;
const EMPLOYERS_STREAM: u64 = u64::MAX - 1;

/// A source of randomness of its own for each stream; a member's stream is their number.
pub(crate) fn chance(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    rng
}

/// The halves of the city that the report tells apart: the city proper (市直), and the counties around it.
pub(crate) const CITY: usize = 0;
pub(crate) const COUNTIES: usize = 1;

/// The figures that keep the report's proportions, by their codes there.
const FIGURES: [&str; 3] = ["collected", "lent", "withdrawn"];
pub(crate) const COLLECTED: usize = 0;
pub(crate) const LENT: usize = 1;
pub(crate) const WITHDRAWN: usize = 2;

/// The three figures of the last twelve months.
pub(crate) type Totals = [Fen; 3];

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
    seed: u64,
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

    /// Lives every member's life, in order, and counts the heads of their employers.
    pub(crate) fn each_member(
        &mut self,
        members: u32,
        mut take: impl FnMut(&Life, &Self) -> Result<(), DemoError>,
    ) -> Result<Tally, DemoError> {
        let mut tally = Tally::default();
        for index in 0..members {
            let draw = || draw::story(self, &mut chance(self.seed, index.into()), &mut tally);
            let story = cast::story(index, self).unwrap_or_else(draw);
            let life = Life::live(index, story, self)?;
            let totals = life.totals(self);
            let employer = &mut self.employers[life.story.employer];
            match life.story.status {
                AccountStatus::Normal | AccountStatus::Frozen => employer.paying += 1,
                AccountStatus::Sealed => employer.sealed += 1,
                _ => {}
            }
            tally.add(employer.area, totals);
            take(&life, self)?;
        }
        Ok(tally)
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

/// A member whose story has been lived up to the close of the day.
pub(crate) struct Life {
    pub(crate) index: u32,
    pub(crate) id_number: String,
    pub(crate) story: Story,
    pub(crate) account: Account,
    pub(crate) loan: Option<Loan>,
}

impl Life {
    fn live(index: u32, mut story: Story, centre: &Centre<'_>) -> Result<Self, DemoError> {
        let id_number = identity::id_number(index, story.born, story.sex);
        let loan = story.loan.take().map(|loan| Loan::live(loan, centre));
        let loan = loan.transpose()?;
        Ok(Self {
            index,
            id_number: id_number.ok_or(DemoError::Member(index))?,
            account: Account::live(&story, loan.as_ref(), centre)?,
            loan,
            story,
        })
    }

    /// What the last twelve months add to the centre's totals.
    fn totals(&self, centre: &Centre<'_>) -> Totals {
        let mut totals = Totals::default();
        let since = centre.months_ago(12);
        for line in self.account.lines.iter().filter(|line| line.on > since) {
            match line.kind {
                EntryKind::Remittance | EntryKind::BackPayment => totals[COLLECTED] += line.amount,
                EntryKind::PartialWithdrawal | EntryKind::ClosingWithdrawal => {
                    totals[WITHDRAWN] += line.interest - line.amount;
                }
                _ => {}
            }
        }
        let terms = self.loan.as_ref().map(|loan| loan.plan.terms);
        if let Some(terms) = terms.filter(|terms| terms.granted_on > since) {
            totals[LENT] = terms.principal;
        }
        totals
    }

    pub(crate) fn person(&self, password: String) -> Person {
        let loan = match &self.loan {
            _ if self.index < cast::SIZE => "",
            None => "，没有贷款",
            Some(loan) if loan.balance() == Fen::ZERO => "，贷款已还清",
            Some(loan) if !loan.unpaid.is_empty() => "，贷款逾期",
            Some(_) => "，正在还贷款",
        };
        Person {
            id_number: self.id_number.clone(),
            password,
            name: self.story.name.clone(),
            story: format!("{}{loan}", self.story.told),
        }
    }
}

/// The totals of the edition's report for each half of the city, and the product it counts apart.
fn report(edition: &Edition) -> Option<([Totals; 2], &Figure)> {
    let figures = || edition.reports.iter().flat_map(|report| &report.figures);
    let mut reported = [Totals::default(); 2];
    for (at, code) in FIGURES.into_iter().enumerate() {
        let figures = || figures().filter(|figure| figure.code == code);
        let amount = |scope| figures().find(|figure| figure.scope == scope)?.amount;
        reported[CITY][at] = amount(Scope::CityProper)?;
        reported[COUNTIES][at] = amount(Scope::WholeCity)? - reported[CITY][at];
    }
    let product = figures().find(|figure| figure.share_of_count.is_some())?;
    Some((reported, product))
}
