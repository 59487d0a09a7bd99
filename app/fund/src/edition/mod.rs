//! Editions: everything a centre publishes, dated and with its source, loaded from a folder of TOML and CSV files.
//!
//! | file | holds |
//! | --- | --- |
//! | `meta.toml` | whose edition it is, and how far its rates are known |
//! | `rates.csv` | fund loan rates |
//! | `lpr.csv` | the five-year loan prime rate |
//! | `deposit_rates.csv` | what accounts earn |
//! | `holidays.csv` | holidays and make-up working days |
//! | `quota.toml` | how much may be lent |
//! | `repayment.toml` | what is asked of those who repay |
//! | `purchase_costs.toml` | taxes and fees beside the price of a home |
//! | `overdue.toml` | what being late costs, and what a payment is taken for |
//! | `contribution.toml` | ratios, and the bounds of the base year by year |
//! | `offset.toml` | how a loan may be repaid out of the account |
//! | `retention.toml` | how long what people leave behind is kept |
//! | `services.toml` | what can be done, how long it takes, how to book |
//! | `branches.toml` | where and when |
//! | `notices/CODE.toml` | what to bring for the service of that code |
//! | the reports that `meta.toml` names | what the centre reported about its work |
//!
//! Loading refuses an edition with any mistake in it, and names every mistake with file and line.

#[cfg(feature = "load")]
mod load;
mod problem;
mod rates;
#[cfg(feature = "load")]
mod read_report;
mod report;
#[cfg(feature = "load")]
mod sheet;
mod show;
#[cfg(feature = "load")]
mod tables;
#[cfg(test)]
mod tests;
#[cfg(feature = "load")]
mod toml_file;
#[cfg(feature = "load")]
mod visits;

use std::num::NonZeroU8;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use problem::{EditionErrors, Problem};
pub use rates::{LoanRates, PublishedRate, RateEntry, RateFigure, RateQuote, Term};
pub use report::{Figure, Practice, Report, Scope};

use crate::calendar::Calendar;
use crate::contribution::ContributionRules;
use crate::costs::PurchaseCost;
use crate::interest::DatedRate;
use crate::months::Months;
use crate::notice::Flow;
use crate::offset::OffsetRules;
use crate::overdue::OverdueRules;
use crate::quota::{Home, QuotaRules, TermRates};
use crate::repayment::Terms;
use crate::retention::Retention;
use crate::visit::{Booking, Branch, Service, SlotPlan, plan_of};

/// Whose edition this is, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The edition's own name.
    pub name: String,
    /// The same in English; as with every other text, without it English pages show the Chinese one.
    pub name_en: Option<String>,
    /// Full official name of the centre.
    pub centre: String,
    /// The same in English.
    pub centre_en: Option<String>,
    /// Short name for headers and titles.
    pub short_name: String,
    /// The same in English.
    pub short_name_en: Option<String>,
    /// Hotline, digits only.
    pub hotline: String,
    /// What the numbers of its slips begin with: 2 to 4 capital letters.
    pub slip_prefix: String,
    /// How many days its slips hold, the day of issue not counted.
    pub slip_days: NonZeroU8,
    /// Who issued the local rules.
    pub issuer: String,
    /// The same in English.
    pub issuer_en: Option<String>,
    /// In which document.
    pub document: String,
    /// The same in English.
    pub document_en: Option<String>,
    /// The first day the local rules hold.
    pub effective_from: NaiveDate,
    /// Whether somebody at the centre has compared the local rules with the document.
    pub verified: bool,
    /// What is shown beside everything that is not verified.
    pub unverified_label: String,
    /// The same in English.
    pub unverified_label_en: Option<String>,
    /// The last day up to which changes of the national rates are known.
    pub rates_known_until: NaiveDate,
    /// Files of its reports within the folder, in the order they are shown.
    pub reports: Vec<String>,
}

/// Everything a centre publishes.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Whose edition this is.
    pub meta: Meta,
    /// Fund loan rates.
    pub loan_rates: LoanRates,
    /// The five-year loan prime rate, oldest first; never empty.
    pub prime_rates: Vec<PublishedRate>,
    /// What accounts earn, oldest first; never empty.
    pub deposit_rates: Vec<PublishedRate>,
    /// Holidays and make-up working days.
    pub calendar: Calendar,
    /// How much may be lent.
    pub quota: QuotaRules,
    /// What is asked for repaying a loan ahead of time.
    pub prepayment: Terms,
    /// What is paid beside the price of a home.
    pub purchase_costs: Vec<PurchaseCost>,
    /// What being late with an instalment costs.
    pub overdue: OverdueRules,
    /// Who contributes how much.
    pub contribution: ContributionRules,
    /// How a loan may be repaid out of accounts.
    pub offset: OffsetRules,
    /// How long what people leave behind is kept.
    pub retention: Retention,
    /// How soon and how far ahead one can book a visit.
    pub booking: Booking,
    /// What can be done, in the order it is shown.
    pub services: Vec<Service>,
    /// Where people come, in the order it is shown.
    pub branches: Vec<Branch>,
    /// Notices, in the order of their services; a service need not have one.
    pub flows: Vec<Flow>,
    /// What the centre reported, in the order of `meta.toml`.
    pub reports: Vec<Report>,
}

impl Edition {
    /// What a new loan over so many months costs on `date`; `None` before the first rate on record.
    pub fn rate(&self, home: Home, months: Months, date: NaiveDate) -> Option<RateQuote> {
        self.loan_rates.quote(home, Term::of(months), date)
    }

    /// Both terms' rates for new loans on `date`, as the quota wants them.
    pub fn term_rates(&self, home: Home, date: NaiveDate) -> Option<TermRates> {
        self.loan_rates.term_rates(home, date)
    }

    /// Every change of the fund loan rates on record, oldest first.
    pub fn rates_history(&self) -> Vec<RateQuote> {
        self.loan_rates.history()
    }

    /// The five-year loan prime rate in force on `date`; `None` before the first on record.
    pub fn prime_rate(&self, date: NaiveDate) -> Option<&PublishedRate> {
        in_force(&self.prime_rates, date)
    }

    /// The service with this code.
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// The branch with this code.
    pub fn branch(&self, code: &str) -> Option<&Branch> {
        self.branches.iter().find(|branch| branch.code == code)
    }

    /// The notice of the service with this code, if it has one.
    pub fn flow(&self, code: &str) -> Option<&Flow> {
        self.flows.iter().find(|flow| flow.code == code)
    }

    /// The slot with this id, planned for a service; `None` when there is no such slot for it.
    pub fn slot(&self, id: &str, service: &Service) -> Option<(&Branch, SlotPlan)> {
        plan_of(id, &self.calendar, &self.branches, service)
    }

    /// What accounts earn through the years, as the computation of interest wants it.
    pub fn dated_deposit_rates(&self) -> Vec<DatedRate> {
        let dated = |rate: &PublishedRate| DatedRate {
            from: rate.effective_from,
            rate: rate.rate,
        };
        self.deposit_rates.iter().map(dated).collect()
    }
}

fn in_force(rates: &[PublishedRate], date: NaiveDate) -> Option<&PublishedRate> {
    rates.iter().rfind(|rate| rate.effective_from <= date)
}
