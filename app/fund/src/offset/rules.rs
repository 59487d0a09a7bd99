//! The ways of repaying out of the account, and which of them there are: data of an edition.

use serde::{Deserialize, Serialize};

use crate::code::coded;
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

coded! {
    /// A way of repaying out of the account.
    #[derive(Default)]
    Way {
        /// 月冲: each instalment is taken from the accounts as far as they reach.
        #[default]
        Monthly = "monthly",
        /// 年提: once a year the accounts pay back what was paid in cash since the last time, and a last time when the loan ends.
        YearlyRefund = "yearly_refund",
        /// 年冲本金: once a year the accounts repay principal ahead, after that month's instalment.
        YearlyPrincipal = "yearly_principal",
    }
}

impl OffsetRules {
    /// What is wrong with a list of ways, as the loader of editions says it.
    pub fn fault_of_ways(ways: &[Way]) -> Option<&'static str> {
        let repeated = ways.iter().enumerate().any(|(at, way)| ways[..at].contains(way));
        (ways.is_empty() || repeated).then_some("must name at least one way, each once")
    }
}
