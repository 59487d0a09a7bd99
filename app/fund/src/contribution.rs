//! Contributions (缴存): how much goes to the account each month, what it becomes, and what it costs an employer.
//!
//! 《住房公积金管理条例》 art. 16–18: each side pays its ratio of the base, which is last year's average monthly wage. The base
//! is held between the minimum wage and a multiple of the city's average wage; it changes every 1 July. Each side's amount is
//! rounded half-up to the unit of the edition, by itself. Ratios, bounds and unit are dated data of the edition
//! ([`ContributionRules`]); interest is that of [`crate::interest`].

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::interest::{DatedRate, InterestError, Movement, Settlement, settle_yearly};
use crate::money::Fen;
use crate::quota::Basis;
use crate::repayment::due_on;

mod ratio;

pub use ratio::{Ratio, RatioError};

/// By what everybody contributes: data of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionRules {
    /// The ratios.
    pub ratio: RatioRule,
    /// The bounds of the base.
    pub base: BaseRule,
    /// How an amount is rounded.
    pub rounding: UnitRule,
    /// The figures of each base year, oldest first; never empty.
    pub years: Vec<BaseYear>,
}

/// Between which ratios each side chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioRule {
    /// The least.
    pub least: Ratio,
    /// The most.
    pub most: Ratio,
    /// What it rests on.
    pub basis: Basis,
}

/// What bounds the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseRule {
    /// The cap is so many times the city's average monthly wage; the floor is the minimum wage.
    pub times_average: u8,
    /// What it rests on.
    pub basis: Basis,
}

/// To what an amount is rounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRule {
    /// Half-up to this: a fen, a tenth of a yuan, a yuan.
    pub unit: Fen,
    /// What it rests on.
    pub basis: Basis,
}

/// The figures of a base year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseYear {
    /// Its first day, a 1 July.
    pub from: NaiveDate,
    /// The city's average monthly wage of the last statistical year.
    pub average_wage: Fen,
    /// The local minimum wage a month.
    pub minimum_wage: Fen,
    /// What it rests on.
    pub basis: Basis,
}

/// What somebody earns, and the ratios of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wage {
    /// Last year's average monthly wage.
    pub monthly: Fen,
    /// The member's ratio.
    pub member: Ratio,
    /// The employer's ratio.
    pub employer: Ratio,
}

/// How a base came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// It is the wage.
    Wage,
    /// The wage is above the cap.
    Cap,
    /// The wage is below the floor.
    Floor,
}

/// One month's contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monthly {
    /// The base it is counted from.
    pub base: Fen,
    /// How that came about.
    pub bound: Bound,
    /// The member's share.
    pub member: Fen,
    /// The employer's share.
    pub employer: Fen,
}

/// How an account grows: what is in it, and what comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavingPlan {
    /// What is in the account at the beginning of the first day.
    pub opening: Fen,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The day of the month contributions arrive, 1–31; the last where a month has no such day.
    pub day: u8,
    /// The wage of the base year that runs.
    pub wage: Wage,
    /// The wage that counts from the next 1 July on; the same when nothing is said.
    pub next_wage: Option<Fen>,
}

/// A month that was contributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contributed {
    /// The day it arrives.
    pub on: NaiveDate,
    /// Both shares.
    pub monthly: Monthly,
    /// Whether the bounds of its base year are on record; else those of the last year on record are used.
    pub known: bool,
}

/// What becomes of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Projection {
    /// Every month's contribution, in order.
    pub months: Vec<Contributed>,
    /// Every settlement on a 30 June.
    pub settled: Vec<Settlement>,
    /// All contributions.
    pub contributed: Fen,
    /// All interest settled by the last day.
    pub interest: Fen,
    /// What is in the account at the close of the last day, with the interest settled by then.
    pub balance: Fen,
    /// Interest since the last 30 June, which is settled on the next one; nothing when the last day is a 30 June.
    pub accrued: Fen,
}

/// Why an account cannot be projected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProjectionError {
    /// The interest cannot be computed.
    #[error("the account's interest cannot be computed: {0}")]
    Interest(#[from] InterestError),
    /// Beyond the calendar's end.
    #[error("a day lies beyond the calendar's end")]
    NoDate,
    /// No base year has begun by then.
    #[error("no base year has begun by {0}")]
    NoYear(NaiveDate),
}

/// What contributing costs an employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// The employer's ratio.
    pub ratio: Ratio,
    /// A month.
    pub monthly: Fen,
    /// Twelve months.
    pub yearly: Fen,
}

impl BaseYear {
    /// The least and the most a base can be.
    pub fn bounds(&self, rule: &BaseRule) -> (Fen, Fen) {
        (
            self.minimum_wage,
            self.average_wage.times(u32::from(rule.times_average)),
        )
    }
}

impl Monthly {
    /// Both shares.
    pub fn total(&self) -> Fen {
        self.member + self.employer
    }
}

impl ContributionRules {
    /// The base year in force on a day; `None` before the first on record.
    pub fn year(&self, day: NaiveDate) -> Option<&BaseYear> {
        self.years.iter().rfind(|year| year.from <= day)
    }

    /// Whether the base year of a day is on record, and not one after it.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.years.iter().any(|year| year.from == base_year_begins(day))
    }

    /// Whether a side may choose this ratio.
    pub fn allows(&self, ratio: Ratio) -> bool {
        (self.ratio.least..=self.ratio.most).contains(&ratio)
    }

    /// One month's contribution by the figures of a base year.
    pub fn monthly(&self, wage: &Wage, year: &BaseYear) -> Monthly {
        let (floor, cap) = year.bounds(&self.base);
        let (base, bound) = if wage.monthly > cap {
            (cap, Bound::Cap)
        } else if wage.monthly < floor {
            (floor, Bound::Floor)
        } else {
            (wage.monthly, Bound::Wage)
        };
        Monthly {
            base,
            bound,
            member: self.share(base, wage.member),
            employer: self.share(base, wage.employer),
        }
    }

    /// base × ratio, rounded half-up to the unit.
    fn share(&self, base: Fen, ratio: Ratio) -> Fen {
        ratio.of(base, self.rounding.unit)
    }

    /// What a number of people at this wage cost their employer: at the ratio it chose, and at every whole percent it may
    /// choose, in their order.
    pub fn costs(&self, wage: &Wage, headcount: u32, year: &BaseYear) -> Vec<Cost> {
        let mut ratios: Vec<_> = self.ratio.least.steps(self.ratio.most).collect();
        ratios.push(wage.employer);
        ratios.sort_unstable();
        ratios.dedup();
        ratios
            .into_iter()
            .map(|ratio| {
                let each = self
                    .monthly(
                        &Wage {
                            employer: ratio,
                            ..*wage
                        },
                        year,
                    )
                    .employer;
                let monthly = each.times(headcount);
                Cost {
                    ratio,
                    monthly,
                    yearly: monthly.times(12),
                }
            })
            .collect()
    }

    /// What becomes of an account up to a day.
    ///
    /// # Errors
    /// A day without a rate or a base year, or a last day before the first.
    pub fn project(&self, plan: &SavingPlan, rates: &[DatedRate]) -> Result<Projection, ProjectionError> {
        let months = self.months(plan)?;
        let movements: Vec<_> = months
            .iter()
            .map(|month| Movement {
                date: month.on,
                amount: month.monthly.total(),
            })
            .collect();
        let mut settled = settle_yearly(plan.opening, &movements, rates, plan.from, plan.to)?;
        let unsettled = settled.pop_if(|last| (last.on.month(), last.on.day()) != (6, 30));
        let interest: Fen = settled.iter().map(|settlement| settlement.interest).sum();
        let contributed: Fen = movements.iter().map(|movement| movement.amount).sum();
        Ok(Projection {
            balance: plan.opening + contributed + interest,
            accrued: unsettled.map_or(Fen::ZERO, |settlement| settlement.interest),
            months,
            settled,
            contributed,
            interest,
        })
    }

    fn months(&self, plan: &SavingPlan) -> Result<Vec<Contributed>, ProjectionError> {
        let mut months = Vec::new();
        let this_year = base_year_begins(plan.from);
        for number in 0..=u16::MAX {
            let on = due_on(plan.from, plan.day, number).ok_or(ProjectionError::NoDate)?;
            if on > plan.to {
                break;
            }
            if on < plan.from {
                continue;
            }
            let year = self.year(on).ok_or(ProjectionError::NoYear(on))?;
            let later = plan.next_wage.filter(|_| base_year_begins(on) > this_year);
            let wage = Wage {
                monthly: later.unwrap_or(plan.wage.monthly),
                ..plan.wage
            };
            months.push(Contributed {
                on,
                monthly: self.monthly(&wage, year),
                known: self.knows(on),
            });
        }
        Ok(months)
    }

    /// Everything the amounts of a day rest on.
    pub fn bases(&self) -> Vec<&Basis> {
        let years = self.years.iter().map(|year| &year.basis);
        [&self.ratio.basis, &self.base.basis, &self.rounding.basis]
            .into_iter()
            .chain(years)
            .collect()
    }
}

impl RatioRule {
    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        if self.least > self.most {
            return Some("`least` must not exceed `most`");
        }
        self.basis.fault()
    }
}

impl BaseRule {
    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        if self.times_average == 0 {
            return Some("`times_average` must be above zero");
        }
        self.basis.fault()
    }
}

impl UnitRule {
    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        if ![1, 10, 100].contains(&self.unit.get()) {
            return Some("`unit` must be \"0.01\", \"0.1\" or \"1\"");
        }
        self.basis.fault()
    }
}

impl BaseYear {
    /// The first thing wrong with it, as the loader of editions says it.
    pub fn fault(&self, base: &BaseRule) -> Option<&'static str> {
        if (self.from.month(), self.from.day()) != (7, 1) {
            return Some("a base year begins on 1 July");
        }
        let (floor, cap) = self.bounds(base);
        if floor <= Fen::ZERO || floor > cap {
            return Some("the minimum wage must be above zero and not above the cap");
        }
        self.basis.fault()
    }
}

/// The 1 July on or before a day.
pub fn base_year_begins(day: NaiveDate) -> NaiveDate {
    let year = if day.month() >= 7 {
        day.year()
    } else {
        day.year().saturating_sub(1)
    };
    NaiveDate::from_ymd_opt(year, 7, 1).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests;
