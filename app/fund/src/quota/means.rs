//! What a household can repay, and so the quota over other terms without the rules at hand: all that a browser needs while
//! somebody moves a slider.

use serde::{Deserialize, Serialize};

use super::code::LimitCode;
use super::rules::QuotaRules;
use super::value::Percent;
use super::{Applicant, Assessment, Capacity, TermRates};
use crate::money::Fen;
use crate::months::Months;
use crate::repayment::{Method, affordable};

/// What a household can repay each month, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Means {
    /// Its monthly income.
    pub income: Fen,
    /// The share that may go into debts.
    pub share: Percent,
    /// Other debts a month.
    pub debts: Fen,
    /// How the loan would be repaid.
    pub method: Method,
    /// The rates in force.
    pub rates: TermRates,
    /// The longest term open to it; `None` when there is none any more.
    pub longest: Option<Months>,
}

impl Means {
    pub(super) fn of(
        applicant: &Applicant,
        rules: &QuotaRules,
        rates: &TermRates,
        longest: Option<Months>,
    ) -> Self {
        Self {
            income: applicant.income.or_zero(),
            share: rules.capacity.share,
            debts: applicant.debts.or_zero(),
            method: applicant.method,
            rates: *rates,
            longest,
        }
    }

    /// What the income leaves for this loan's payment.
    pub fn payment(&self) -> Fen {
        (self.share.of(self.income) - self.debts).or_zero()
    }

    /// The loan whose first payment fits the income, over the term asked for.
    pub fn capacity(&self, asked: Months) -> Fen {
        affordable(self.payment(), asked, self.rates.of(asked), self.method)
    }

    /// The same over the longest term allowed. It binds only when more was asked for: a shorter term that carries a lower
    /// rate must not make the longest one look like the obstacle.
    pub fn term(&self, asked: Months) -> Fen {
        self.longest.map_or(Fen::ZERO, |longest| {
            let over_longest = self.capacity(longest);
            if asked <= longest {
                over_longest.max(self.capacity(asked))
            } else {
                over_longest
            }
        })
    }

    /// How [`Self::capacity`] came about.
    pub fn working(&self, asked: Months) -> Capacity {
        Capacity {
            income: self.income,
            share: self.share,
            debts: self.debts,
            payment: self.payment(),
            months: asked,
            rate: self.rates.of(asked),
        }
    }
}

/// The quota as the term asked for varies and everything else stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// What the household can repay.
    pub means: Means,
    /// The least of the limits that no term changes.
    pub least: Fen,
    /// Which that is.
    pub least_by: LimitCode,
    /// To what amount a quota is rounded down.
    pub unit: Fen,
}

/// A quota over one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What may be borrowed.
    pub quota: Fen,
    /// The limit that decides it.
    pub binding: LimitCode,
    /// The term asked for or the longest allowed, whichever is shorter; `None` when there is none.
    pub months: Option<Months>,
}

impl Reach {
    /// What the assessment of this applicant becomes over other terms.
    pub fn new(
        applicant: &Applicant,
        rules: &QuotaRules,
        rates: &TermRates,
        assessment: &Assessment,
    ) -> Self {
        let fixed = |code| !matches!(code, LimitCode::Capacity | LimitCode::Term);
        let (least_by, least) = assessment
            .limits
            .iter()
            .filter(|limit| fixed(limit.code))
            .map(|limit| (limit.code, limit.amount))
            .min_by_key(|(_, amount)| *amount)
            .unwrap_or((LimitCode::Ceiling, Fen::ZERO));
        Self {
            means: Means::of(applicant, rules, rates, assessment.months_max),
            least,
            least_by,
            unit: rules.rounding.unit,
        }
    }

    /// The quota when this term is asked for: what [`assess`](super::assess) answers.
    pub fn over(&self, asked: Months) -> Reached {
        let limits = [
            (self.least_by, self.least),
            (LimitCode::Capacity, self.means.capacity(asked)),
            (LimitCode::Term, self.means.term(asked)),
        ];
        let (binding, least) = limits
            .into_iter()
            .min_by_key(|(_, amount)| *amount)
            .unwrap_or(limits[0]);
        Reached {
            quota: least.rounded_down_to(self.unit),
            binding,
            months: self.means.longest.map(|longest| longest.min(asked)),
        }
    }
}
