//! The answer to an applicant: the quota, its limits with their figures, and the conditions. Codes and figures, no words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Area, Basis, Contributors, GateCode, LimitCode, Percent, Product, TermBound, Track, UpliftRule};
use crate::{money::Fen, months::Months, rate::Rate};

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
