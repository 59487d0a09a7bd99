//! The ways of repaying out of the account, and which of them there are: data of an edition.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::quota::Basis;

/// How a loan may be repaid out of accounts: data of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffsetRules {
    /// The ways the centre offers, the usual one first; never empty.
    pub ways: Vec<Way>,
    /// The least that stays in each account.
    pub floor: Fen,
    /// What it rests on.
    pub basis: Basis,
}

/// A way of repaying out of the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 月冲: each instalment is taken from the accounts as far as they reach.
    #[default]
    Monthly,
    /// 年提: once a year the accounts pay back what was paid in cash since the last time, and a last time when the loan ends.
    YearlyRefund,
    /// 年冲本金: once a year the accounts repay principal ahead, after that month's instalment.
    YearlyPrincipal,
}

/// Not the code of a [`Way`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("冲还贷方式应为 monthly（月冲）、yearly_refund（年提）或 yearly_principal（年冲本金）")]
pub struct UnknownWay;

impl OffsetRules {
    /// What is wrong with a list of ways, as the loader of editions says it.
    pub fn fault_of_ways(ways: &[Way]) -> Option<&'static str> {
        let repeated = ways.iter().enumerate().any(|(at, way)| ways[..at].contains(way));
        (ways.is_empty() || repeated).then_some("must name at least one way, each once")
    }
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Monthly, Self::YearlyRefund, Self::YearlyPrincipal];

    /// The code in addresses, files and JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::YearlyRefund => "yearly_refund",
            Self::YearlyPrincipal => "yearly_principal",
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Way {
    type Err = UnknownWay;
    fn from_str(code: &str) -> Result<Self, UnknownWay> {
        Self::ALL
            .into_iter()
            .find(|way| way.code() == code)
            .ok_or(UnknownWay)
    }
}
