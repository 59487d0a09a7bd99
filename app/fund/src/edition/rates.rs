//! Interest rates through the years: fund loans, the loan prime rate, deposits.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::months::Months;
use crate::quota::{Home, TermRates};
use crate::rate::Rate;

coded! {
    /// The two terms the central bank sets rates for, the shorter first.
    Term {
        /// Up to five years, five years included.
        Le5y = "le5y",
        /// More than five years.
        Gt5y = "gt5y",
    }
}

impl Term {
    /// The one a loan of this many months falls under (人民银行: 五年以下（含五年）and 五年以上).
    pub const fn of(months: Months) -> Self {
        if months.get() <= 60 {
            Self::Le5y
        } else {
            Self::Gt5y
        }
    }
}

/// How a rate is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RateFigure {
    /// By its own figure.
    Percent(Rate),
    /// As a multiple of what a first home's loan costs on the same day.
    TimesFirst(Decimal),
}

/// A rate as it was set one day, valid until the next for the same home and term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateEntry {
    /// The first day it holds for new loans.
    pub effective_from: NaiveDate,
    /// First or second home.
    pub home: Home,
    /// Which terms.
    pub term: Term,
    /// The rate.
    pub figure: RateFigure,
    /// Who set it, and in which document where known.
    pub source: String,
    /// Whether it was found in two independent sources.
    pub verified: bool,
}

/// What a loan costs on a day, and how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateQuote {
    /// First or second home.
    pub home: Home,
    /// Which terms.
    pub term: Term,
    /// The rate.
    pub rate: Rate,
    /// The first day it held.
    pub effective_from: NaiveDate,
    /// Who set it, and in which document where known.
    pub source: String,
    /// Whether every figure it rests on was found in two independent sources.
    pub verified: bool,
    /// The last day up to which changes are known here.
    pub known_until: NaiveDate,
}

/// Fund loan rates (个人住房公积金贷款利率).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanRates {
    entries: Vec<RateEntry>,
    known_until: NaiveDate,
}

impl LoanRates {
    /// A table from entries in any order. Of two for one home, term and day the later in the list wins (the loader
    /// refuses both).
    pub fn new(mut entries: Vec<RateEntry>, known_until: NaiveDate) -> Self {
        entries.sort_by_key(|entry| entry.effective_from);
        Self { entries, known_until }
    }

    /// The entries as set, oldest first.
    pub fn entries(&self) -> &[RateEntry] {
        &self.entries
    }

    /// The last day up to which changes are known here.
    pub const fn known_until(&self) -> NaiveDate {
        self.known_until
    }

    /// What a new loan costs on `date`; `None` before the first day on record.
    pub fn quote(&self, home: Home, term: Term, date: NaiveDate) -> Option<RateQuote> {
        let entry = self.entry(home, term, date)?;
        let times = match entry.figure {
            RateFigure::Percent(rate) => return Some(self.quoted(entry, rate)),
            RateFigure::TimesFirst(times) => times,
        };
        let first = self.entry(Home::First, term, date)?;
        let RateFigure::Percent(first_rate) = first.figure else {
            return None;
        };
        let rate = Rate::from_percent(first_rate.percent().checked_mul(times)?).ok()?;
        Some(RateQuote {
            effective_from: entry.effective_from.max(first.effective_from),
            source: format!("{}；{}", first.source, entry.source),
            verified: entry.verified && first.verified,
            ..self.quoted(entry, rate)
        })
    }

    /// What a loan granted on `granted` costs on `day`: a change reaches existing loans on the next 1 January
    /// (人民银行, repeated with every change of the rates).
    pub fn contract_quote(
        &self,
        home: Home,
        months: Months,
        granted: NaiveDate,
        day: NaiveDate,
    ) -> Option<RateQuote> {
        let new_year = NaiveDate::from_ymd_opt(day.year(), 1, 1)?;
        self.quote(home, Term::of(months), new_year.max(granted))
    }

    /// Both terms' rates of a day, as the quota wants them.
    pub fn term_rates(&self, home: Home, date: NaiveDate) -> Option<TermRates> {
        let rate = |term| self.quote(home, term, date).map(|quote| quote.rate);
        Some(TermRates {
            le5y: rate(Term::Le5y)?,
            gt5y: rate(Term::Gt5y)?,
        })
    }

    /// Every change on record, oldest first, multiples worked out.
    pub fn history(&self) -> Vec<RateQuote> {
        let mut days: Vec<_> = self.entries.iter().map(|entry| entry.effective_from).collect();
        days.dedup();
        let mut history = Vec::new();
        for day in days {
            for home in [Home::First, Home::Second] {
                let quotes = Term::ALL
                    .into_iter()
                    .filter_map(|term| self.quote(home, term, day));
                history.extend(quotes.filter(|quote| quote.effective_from == day));
            }
        }
        history
    }

    fn entry(&self, home: Home, term: Term, date: NaiveDate) -> Option<&RateEntry> {
        self.entries
            .iter()
            .rfind(|entry| entry.home == home && entry.term == term && entry.effective_from <= date)
    }

    fn quoted(&self, entry: &RateEntry, rate: Rate) -> RateQuote {
        RateQuote {
            home: entry.home,
            term: entry.term,
            rate,
            effective_from: entry.effective_from,
            source: entry.source.clone(),
            verified: entry.verified,
            known_until: self.known_until,
        }
    }
}

/// A rate that one figure describes: the five-year loan prime rate, or what accounts earn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedRate {
    /// The first day it holds.
    pub effective_from: NaiveDate,
    /// Percent a year.
    pub rate: Rate,
    /// Who published it.
    pub source: String,
    /// Whether it was found in two independent sources.
    pub verified: bool,
}
