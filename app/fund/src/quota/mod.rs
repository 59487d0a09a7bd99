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
    pub standing: Standing,
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
pub struct Standing {
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

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// What may be borrowed once every gate is met.
    pub quota: Fen,
    /// The limit that decides it.
    pub binding: LimitCode,
    /// The conditions.
    pub gates: Vec<Gate>,
    /// The limits that apply, in the order of [`LimitCode`].
    pub limits: Vec<Limit>,
    /// The longest term open to the applicant; `None` when there is none any more.
    pub months_max: Option<Months>,
    /// The term asked for or the longest allowed, whichever is shorter.
    pub months: Option<Months>,
    /// The first payment when the whole quota is borrowed over [`Self::months`].
    pub first_payment: Fen,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// Which.
    pub code: GateCode,
    /// Met, or assumed to be.
    pub met: bool,
    /// Nobody has said; taken as met.
    pub assumed: bool,
    /// What it asks.
    pub condition: Condition,
    /// The day an unmet condition will be met by mere waiting, where that is known.
    pub met_on: Option<NaiveDate>,
    /// The rule that sets it.
    pub basis: Basis,
}

/// What a gate asks, with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Condition {
    /// So many months of continuous contribution.
    Contribution {
        /// How many are needed.
        needed: u16,
        /// How many there are.
        contributed: u16,
    },
    /// The account is neither sealed nor frozen.
    Account,
    /// No fund loan of the household is still running.
    UnsettledLoan,
    /// No more than so many earlier fund loans.
    EarlierLoans {
        /// How many.
        most: u8,
    },
    /// A good credit record.
    Credit,
    /// Not on the courts' list of dishonest debtors.
    Dishonest,
    /// The other city's centre has certified the contribution.
    Certificate,
    /// The loan to replace is not overdue, and its bank agrees.
    BankLoan,
    /// The product is lent for a second home.
    SecondHome {
        /// Which.
        product: Product,
    },
    /// The home is not larger than the product allows.
    Area {
        /// Which.
        product: Product,
        /// The largest.
        largest: Area,
    },
    /// Age and building leave time for a loan.
    Term {
        /// How much.
        longest: LongestTerm,
    },
}

/// One limit and the rule behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Which.
    pub code: LimitCode,
    /// The most it allows.
    pub amount: Fen,
    /// The rule it rests on.
    pub basis: Basis,
    /// Another rule it rests on as well.
    pub further_basis: Option<Basis>,
    /// The figures behind it.
    pub working: Working,
}

/// How a limit came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Working {
    /// The ceiling of product and household, and what raises it.
    Ceiling {
        /// One or two.
        contributors: Contributors,
        /// Before uplifts.
        base: Fen,
        /// Those that apply.
        uplifts: Vec<UpliftRule>,
    },
    /// Balances × multiple × factor, at least the floor.
    Balance {
        /// The balances together.
        balances: Fen,
        /// How many times.
        multiple: u16,
        /// By months contributed.
        factor: Percent,
        /// The product of the three.
        counted: Fen,
        /// What may be borrowed in any case.
        floor: Fen,
    },
    /// Price less the least down payment.
    Price {
        /// The price.
        price: Fen,
        /// The share to pay first; `None` when the product is not lent for such a home.
        down_payment: Option<Percent>,
    },
    /// The loan whose first payment fits the income, over the term asked for.
    Capacity(Capacity),
    /// What the bank is still owed.
    Outstanding {
        /// The balance of its loan.
        owed: Fen,
    },
    /// The loan whose first payment fits the income, over the longest term allowed.
    Term {
        /// That term.
        longest: LongestTerm,
    },
}

/// What a household can repay each month, and over how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Monthly income.
    pub income: Fen,
    /// The share that may go into debts.
    pub share: Percent,
    /// Other debts a month.
    pub debts: Fen,
    /// What remains for this loan's payment.
    pub payment: Fen,
    /// The term asked for.
    pub months: Months,
    /// The annual rate for that term.
    pub rate: Rate,
}

/// The longest term open to an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongestTerm {
    /// Its months; `None` when not even one is left.
    pub months: Option<Months>,
    /// What decides it.
    pub bound: TermBound,
    /// The day the borrower reaches the statutory retirement age, where birth and work are known.
    pub retires: Option<NaiveDate>,
    /// Whose retirement age was taken, where the person did not say.
    pub assumed: Option<Track>,
    /// How many months past that day a loan may run.
    pub months_past_retirement: u16,
}

/// How much may this applicant borrow today?
///
/// ```
/// # #[cfg(feature = "load")] {
/// use fund::{money::Fen, months::Months, rate::Rate, repayment::Method};
/// use fund::quota::{Applicant, Contributors, Home, LimitCode, Product, QuotaRules, Standing, assess};
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
///     standing: Standing::default(),
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

impl Assessment {
    /// Every gate is met, as far as anybody has said.
    pub fn possible(&self) -> bool {
        self.gates.iter().all(|gate| gate.met)
    }
}

impl Limit {
    /// All it rests on, the rule that names it first.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        std::iter::once(&self.basis).chain(&self.further_basis)
    }

    /// The first day all of it holds.
    pub fn effective_from(&self) -> NaiveDate {
        let further = self.further_basis.as_ref().map(|basis| basis.effective_from);
        further.map_or(self.basis.effective_from, |day| {
            day.max(self.basis.effective_from)
        })
    }

    /// Whether somebody has compared all of it with its documents.
    pub fn verified(&self) -> bool {
        self.bases().all(|basis| basis.verified)
    }
}

impl Condition {
    /// Which gate it is.
    pub const fn code(&self) -> GateCode {
        match self {
            Self::Contribution { .. } => GateCode::Contribution,
            Self::Account => GateCode::Account,
            Self::UnsettledLoan => GateCode::UnsettledLoan,
            Self::EarlierLoans { .. } => GateCode::EarlierLoans,
            Self::Credit => GateCode::Credit,
            Self::Dishonest => GateCode::Dishonest,
            Self::Certificate => GateCode::Certificate,
            Self::BankLoan => GateCode::BankLoan,
            Self::SecondHome { .. } => GateCode::Home,
            Self::Area { .. } => GateCode::Area,
            Self::Term { .. } => GateCode::Term,
        }
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
