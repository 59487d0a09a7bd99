//! The quota (可贷额度): how much may this household borrow, and why exactly so much?
//!
//! The quota is the least of the limits, rounded down: the ceiling, the balances, the price, the income, the term (and what
//! is owed, where a bank's loan is replaced). Each comes with its figures and the rule it rests on, and one of them is named as binding. Beside them stand the gates,
//! conditions that must hold before anything is lent. Every parameter is data ([`QuotaRules`]); none is known here.
//!
//! ```text
//! Applicant ─┐                        ┌─ gates   is a loan possible, and if not yet, when?
//! QuotaRules ─┼─ assess(…, today) ────┼─ limits  five figures with their working and source
//! TermRates ─┘                        └─ quota   the least of them, and which
//! ```

mod assessment;
mod changes;
mod code;
mod combined;
mod gates;
mod household;
mod limits;
#[cfg(feature = "load")]
mod load;
mod means;
mod retirement;
mod rules;
mod value;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use assessment::{Assessment, Capacity, Condition, Gate, Limit, LongestTerm, Working};
pub use changes::{Change, Effect, changes};
pub use code::{Contributors, GateCode, Home, LimitCode, Product, TermBound, Track, Uplift};
pub use combined::{BankPart, bank_part};
pub use household::{Household, HouseholdLimits, household_limits};
pub use limits::longest_term;
#[cfg(feature = "load")]
pub use load::QuotaRulesError;
pub use means::{Means, Reach, Reached};
pub use retirement::{Retirement, retirement};
pub use rules::{
    AreaBand, BalanceRule, Basis, CapacityRule, Ceiling, CeilingRule, DownPayment, DownPaymentRule,
    EligibilityRule, MonthsBand, PerHome, PerProduct, QuotaRules, Raise, RetirementRule, RoundingRule,
    TermRule, TrackRule, UpliftRule,
};
pub use value::{Area, AreaError, Percent, PercentError};

use crate::money::Fen;
use crate::months::Months;
use crate::rate::Rate;
use crate::repayment::{Loan, Method, first_payment};

/// Who asks, and for what. Negative amounts count as zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The kind of loan.
    pub product: Product,
    /// The price of the home.
    pub price: Fen,
    /// The household's first home, or its second.
    pub home: Home,
    /// Its floor area.
    pub area: Option<Area>,
    /// The building's age in years.
    pub building_age: Option<u16>,
    /// A certified green building?
    pub green_building: bool,
    /// How many of the borrowers contribute.
    pub contributors: Contributors,
    /// Children in the household.
    pub children: u8,
    /// A talent the city has recognised?
    pub talent: bool,
    /// The borrowers' account balances together.
    pub balances: Fen,
    /// Months of continuous contribution.
    pub months_contributed: u16,
    /// What is still owed on the bank's loan that this one replaces, for [`Product::CommercialToFund`].
    pub outstanding: Option<Fen>,
    /// The household's monthly income.
    pub income: Fen,
    /// What it pays on other debts each month.
    pub debts: Fen,
    /// How the loan would be repaid.
    pub method: Method,
    /// The term asked for.
    pub months: Months,
    /// Age and kind of work, which decide retirement. While unknown, age limits nothing.
    pub person: Option<Person>,
    /// What only the person or the centre's files can say.
    pub circumstances: Circumstances,
}

/// What decides when a borrower retires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Date of birth.
    pub birth: NaiveDate,
    /// Whose retirement age applies; while unknown, the earliest that has not come yet, since who contributes has not retired.
    pub track: Option<Track>,
}

/// Answers to the questions about accounts, loans and credit. `None`: not answered, taken as favourable and said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// The account is neither sealed nor frozen.
    pub account_normal: Option<bool>,
    /// A fund loan of the household is still running.
    pub unsettled_loan: Option<bool>,
    /// How many fund loans the household has had before.
    pub earlier_loans: Option<u8>,
    /// The credit record is good.
    pub good_credit: Option<bool>,
    /// On the courts' list of dishonest debtors.
    pub dishonest: Option<bool>,
    /// The other city's centre has issued its certificate of contribution, for [`Product::OtherCity`].
    pub certificate: Option<bool>,
    /// The bank agrees and the loan to replace is not overdue, for [`Product::CommercialToFund`].
    pub bank_agrees: Option<bool>,
}

/// The two annual rates in force for the applicant's kind of home. Which one a loan bears depends on its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRates {
    /// For terms of up to five years.
    pub le5y: Rate,
    /// For longer ones.
    pub gt5y: Rate,
}

/// How much may this applicant borrow today?
///
/// ```
/// # #[cfg(feature = "load")] {
/// use fund::{money::Fen, months::Months, rate::Rate, repayment::Method};
/// use fund::quota::{Applicant, Contributors, Home, LimitCode, Product, QuotaRules, Circumstances, assess};
///
/// let rules = QuotaRules::from_toml(include_str!("../../editions/xianning/quota.toml"))?;
/// let applicant = Applicant {
///     product: Product::Ordinary,
///     price: Fen::from_yuan(800_000),
///     home: Home::First,
///     area: None,
///     building_age: None,
///     green_building: false,
///     contributors: Contributors::One,
///     children: 0,
///     talent: false,
///     balances: Fen::from_yuan(21_650),
///     outstanding: None,
///     months_contributed: 30,
///     income: Fen::from_yuan(9_000),
///     debts: Fen::ZERO,
///     method: Method::LevelPayment,
///     months: Months::MAX,
///     person: None,
///     circumstances: Circumstances::default(),
/// };
/// let rate: Rate = "2.60".parse()?;
/// let answer = assess(&applicant, &rules, &rate.into(), "2026-11-20".parse()?);
/// // Twenty times the balance is 433,000 yuan: less than the ceiling, the price and the income allow.
/// assert_eq!((answer.quota, answer.binding), (Fen::from_yuan(433_000), LimitCode::Balance));
/// assert!(answer.possible());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `rates` are those in force today for [`Applicant::home`]. The quota is what the limits allow, whether or not the gates
/// are met; ask [`Assessment::possible`] for that.
pub fn assess(applicant: &Applicant, rules: &QuotaRules, rates: &TermRates, today: NaiveDate) -> Assessment {
    let longest = longest_term(applicant.person, applicant.building_age, rules, today);
    let limits = limits::limits(applicant, rules, rates, &longest);
    let (binding, least) = limits
        .iter()
        .map(|limit| (limit.code, limit.amount))
        .min_by_key(|(_, amount)| *amount)
        .unwrap_or((LimitCode::Ceiling, Fen::ZERO));
    let quota = least.rounded_down_to(rules.rounding.unit);
    let months = longest.months.map(|most| most.min(applicant.months));
    let payment = |months| {
        first_payment(&Loan {
            principal: quota,
            months,
            rate: rates.of(months),
            method: applicant.method,
        })
    };
    Assessment {
        quota,
        binding,
        gates: gates::gates(applicant, rules, &longest, today),
        limits,
        months_max: longest.months,
        months,
        first_payment: months.map_or(Fen::ZERO, payment),
    }
}

impl TermRates {
    /// The rate of a loan over so many months.
    pub fn of(&self, months: Months) -> Rate {
        // The bands are the central bank's own, as the rate files name them.
        if months.get() <= 60 { self.le5y } else { self.gt5y }
    }
}

impl From<Rate> for TermRates {
    /// The same rate whatever the term.
    fn from(rate: Rate) -> Self {
        Self {
            le5y: rate,
            gt5y: rate,
        }
    }
}

impl Applicant {
    fn qualifies_for(&self, reason: Uplift) -> bool {
        match reason {
            Uplift::TwoChildren => self.children >= 2,
            Uplift::ThreeChildren => self.children >= 3,
            Uplift::Talent => self.talent,
            Uplift::GreenBuilding => self.green_building,
        }
    }
}

#[cfg(test)]
mod tests;
