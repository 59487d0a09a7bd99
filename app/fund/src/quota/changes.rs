//! What would change the quota: the same question asked again with one thing different, and the two answers compared.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::code::{Contributors, LimitCode};
use super::retirement::later;
use super::rules::QuotaRules;
use super::{Applicant, Assessment, TermRates, assess};
use crate::money::Fen;
use crate::months::Months;

/// How many months of waiting are looked at: one and two years.
const WAITS: [u16; 2] = [12, 24];

/// One thing that could be different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The spouse contributes too, with nothing in the account yet.
    SecondContributor,
    /// So many more months of contribution, with what they bring into the account.
    Months {
        /// How many.
        more: u16,
    },
    /// So much more in the accounts, the spouse's for instance: as much as makes another limit decide.
    Balance {
        /// How much.
        more: Fen,
    },
    /// A longer term.
    Term {
        /// The term.
        months: Months,
    },
    /// The other debts are repaid first.
    NoDebts,
    /// One child more.
    Child,
    /// Nothing but the least down payment: the whole quota is borrowed instead of the amount asked for.
    LeastDownPayment {
        /// What must still be paid first.
        down_payment: Fen,
    },
}

/// What a change leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// The change.
    pub change: Change,
    /// What can be borrowed then.
    pub amount: Fen,
    /// How much more that is than now; never negative.
    pub gain: Fen,
    /// The first payment when all of it is borrowed.
    pub first_payment: Fen,
    /// The limit that decides then.
    pub binding: LimitCode,
}

/// Every change that helps this applicant, the greatest gain first.
///
/// `asked` is the amount the applicant would like, when that is less than the quota. `monthly` is what the borrowers
/// contribute each month, own part and employers' together, and so what a month of waiting adds to the balances. `now` is
/// the [`assess`]ment of today, from the same rules and rates.
pub fn changes(
    applicant: &Applicant,
    (asked, monthly): (Option<Fen>, Fen),
    now: &Assessment,
    rules: &QuotaRules,
    rates: &TermRates,
    today: NaiveDate,
) -> Vec<Effect> {
    let mut effects: Vec<Effect> = candidates(applicant, monthly, now, today)
        .into_iter()
        .chain(more_balance(applicant, now, rules).map(|(change, changed)| (change, changed, today)))
        .map(|(change, changed, day)| Effect::of(change, now.quota, &assess(&changed, rules, rates, day)))
        .chain(asked.filter(|asked| *asked < now.quota).map(|asked| {
            let down_payment = (applicant.price - now.quota).or_zero();
            Effect::of(Change::LeastDownPayment { down_payment }, asked, now)
        }))
        .filter(|effect| effect.gain > Fen::ZERO)
        .collect();
    // A stable sort: of equal gains the one that is easier to come by stays first.
    effects.sort_by_key(|effect| std::cmp::Reverse(effect.gain));
    effects
}

/// What is missing in the accounts, where they decide, until the next limit does.
fn more_balance(applicant: &Applicant, now: &Assessment, rules: &QuotaRules) -> Option<(Change, Applicant)> {
    let next = now
        .limits
        .iter()
        .filter(|limit| limit.code != LimitCode::Balance)
        .map(|limit| limit.amount)
        .min()
        .filter(|_| now.binding == LimitCode::Balance)?;
    let rule = &rules.balance;
    let per_yuan = i128::from(rule.multiple) * i128::from(rule.factor(applicant.months_contributed).get());
    // Whole yuan, rounded up: a fen less and the accounts would still decide.
    let needed = (i128::from(next.get()) + per_yuan - 1).checked_div(per_yuan)?;
    let needed = Fen::from_yuan(i64::try_from(needed).ok()?);
    let more = needed - applicant.balances.or_zero();
    let changed = Applicant {
        balances: needed,
        ..applicant.clone()
    };
    Some((Change::Balance { more }, changed))
}

/// The applicant with one thing different each time, and the day on which that would be assessed.
fn candidates(
    applicant: &Applicant,
    monthly: Fen,
    now: &Assessment,
    today: NaiveDate,
) -> Vec<(Change, Applicant, NaiveDate)> {
    let mut candidates = Vec::new();
    if let Some(months) = now.months_max.filter(|most| *most > applicant.months) {
        let changed = Applicant {
            months,
            ..applicant.clone()
        };
        candidates.push((Change::Term { months }, changed, today));
    }
    if applicant.contributors == Contributors::One {
        let changed = Applicant {
            contributors: Contributors::Two,
            ..applicant.clone()
        };
        candidates.push((Change::SecondContributor, changed, today));
    }
    if applicant.debts > Fen::ZERO {
        let changed = Applicant {
            debts: Fen::ZERO,
            ..applicant.clone()
        };
        candidates.push((Change::NoDebts, changed, today));
    }
    for more in WAITS {
        if let Some(day) = later(today, u32::from(more)) {
            let changed = Applicant {
                months_contributed: applicant.months_contributed.saturating_add(more),
                balances: applicant.balances.or_zero() + monthly.or_zero().times(u32::from(more)),
                ..applicant.clone()
            };
            candidates.push((Change::Months { more }, changed, day));
        }
    }
    let changed = Applicant {
        children: applicant.children.saturating_add(1),
        ..applicant.clone()
    };
    candidates.push((Change::Child, changed, today));
    candidates
}

impl Change {
    /// The code in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SecondContributor => "second_contributor",
            Self::Months { .. } => "months",
            Self::Balance { .. } => "balance",
            Self::Term { .. } => "term",
            Self::NoDebts => "no_debts",
            Self::Child => "child",
            Self::LeastDownPayment { .. } => "least_down_payment",
        }
    }
}

impl Effect {
    fn of(change: Change, before: Fen, then: &Assessment) -> Self {
        Self {
            change,
            amount: then.quota,
            gain: (then.quota - before).or_zero(),
            first_payment: then.first_payment,
            binding: then.binding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{couple, rates, rules, today, yuan};
    use super::*;

    fn effects(applicant: &Applicant, asked: Option<Fen>, monthly: Fen) -> Vec<Effect> {
        let now = assess(applicant, &rules(), &rates(), today());
        changes(applicant, (asked, monthly), &now, &rules(), &rates(), today())
    }

    fn gain(effects: &[Effect], change: Change) -> Option<Fen> {
        effects
            .iter()
            .find(|effect| effect.change == change)
            .map(|effect| effect.gain)
    }

    /// A single person at the ceiling of one contributor: 500,000 of a home for 800,000 yuan.
    fn single() -> Applicant {
        Applicant {
            contributors: Contributors::One,
            ..couple()
        }
    }

    #[test]
    fn the_ceiling_rises_with_the_spouse_and_with_children() {
        let effects = effects(
            &Applicant {
                children: 1,
                ..single()
            },
            None,
            Fen::ZERO,
        );
        // With two contributors the price decides: 640,000.
        assert_eq!(gain(&effects, Change::SecondContributor), Some(yuan(140_000)));
        assert_eq!(gain(&effects, Change::Child), Some(yuan(100_000)));
        assert_eq!(effects[0].change, Change::SecondContributor, "the greatest first");
        assert_eq!(gain(&effects, Change::NoDebts), None, "there are none");
    }

    #[test]
    fn the_accounts_say_what_is_missing_in_them() {
        let poor = Applicant {
            balances: yuan(20_000),
            ..single()
        };
        // 500,000 is the ceiling: 25,000 × 20.
        let effects = effects(&poor, None, Fen::ZERO);
        let found = effects
            .iter()
            .find(|effect| matches!(effect.change, Change::Balance { .. }));
        let Some(Effect {
            change: Change::Balance { more },
            amount,
            ..
        }) = found
        else {
            unreachable!("{effects:?}");
        };
        assert_eq!(*more, yuan(5_000));
        assert_eq!(*amount, yuan(500_000));
    }

    #[test]
    fn waiting_counts_what_it_brings_into_the_account() {
        let poor = Applicant {
            balances: yuan(12_000),
            ..single()
        };
        // 12 × 600 more: 19,200 × 20.
        let effects = effects(&poor, None, yuan(600));
        assert_eq!(gain(&effects, Change::Months { more: 12 }), Some(yuan(144_000)));
        assert_eq!(
            gain(&effects, Change::Months { more: 24 }),
            Some(yuan(260_000)),
            "then the ceiling"
        );
    }

    #[test]
    fn a_longer_term_and_no_debts_raise_what_the_income_carries() {
        let tight = Applicant {
            income: yuan(6_000),
            debts: yuan(1_000),
            months: Months::new(120).unwrap(),
            ..couple()
        };
        let effects = effects(&tight, None, Fen::ZERO);
        assert!(gain(&effects, Change::Term { months: Months::MAX }) > Some(yuan(100_000)));
        assert!(gain(&effects, Change::NoDebts) > Some(yuan(50_000)));
    }

    #[test]
    fn borrowing_it_all_lowers_the_down_payment() {
        let effects = effects(&couple(), Some(yuan(400_000)), Fen::ZERO);
        let change = Change::LeastDownPayment {
            down_payment: yuan(160_000),
        };
        assert_eq!(gain(&effects, change), Some(yuan(240_000)));
    }
}
