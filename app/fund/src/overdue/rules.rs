//! The surcharge and the order of payment: data of an edition.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::quota::{Basis, Percent};
use crate::rate::Rate;

/// What is asked when an instalment is not paid in time: data of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverdueRules {
    /// The penalty.
    pub penalty: PenaltyRule,
    /// What a payment is taken for.
    pub order: OrderRule,
}

/// How dear it is to be late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PenaltyRule {
    /// The penalty rate is the contract's and so much of it more: 50 means one and a half times.
    pub more_percent: Percent,
    /// What it rests on.
    pub basis: Basis,
}

/// What a payment is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRule {
    /// The three parts, first to last.
    pub parts: [Part; 3],
    /// Whether one instalment is cleared after the other.
    pub across: Across,
    /// What it rests on.
    pub basis: Basis,
}

/// A part of what is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 罚息.
    Penalty,
    /// 利息.
    Interest,
    /// 本金.
    Principal,
}

/// How several overdue instalments share a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Across {
    /// All parts of the oldest instalment, then the next.
    Instalment,
    /// The first part of every instalment, oldest first; then the second.
    Part,
}

impl OverdueRules {
    /// Everything it rests on.
    pub const fn bases(&self) -> [&Basis; 2] {
        [&self.penalty.basis, &self.order.basis]
    }
}

impl PenaltyRule {
    /// The penalty rate of a loan at this contract rate, in percent a year.
    pub fn percent(&self, contract: Rate) -> Decimal {
        let whole = Decimal::from(100 + self.more_percent.get());
        let mut percent = (contract.percent() * whole / Decimal::ONE_HUNDRED).normalize();
        // Two places at least, as rates are printed.
        if percent.scale() < 2 {
            percent.rescale(2);
        }
        percent
    }

    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        self.basis.fault()
    }
}

impl OrderRule {
    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        let [first, second, third] = self.parts;
        if first == second || second == third || first == third {
            return Some("`parts` must name penalty, interest and principal once each");
        }
        self.basis.fault()
    }
}
