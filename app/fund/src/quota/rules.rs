//! The parameters of the quota: data of the edition, each group with the rule it stands for.
//!
//! The types make most wrong editions impossible to express: every product has its figures, a missing down payment for a
//! second home means the product is not lent for one. What a type cannot say is checked when a file is read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::code::{Contributors, Home, Product, Track, Uplift};
use super::value::{Area, Percent};
use crate::bilingual::fault_of_english;
use crate::money::Fen;
use crate::months::Months;

/// Everything a centre publishes about how much may be lent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotaRules {
    /// To what amount a quota is rounded down.
    pub rounding: RoundingRule,
    /// Who may ask for a loan.
    pub eligibility: EligibilityRule,
    /// The most that is lent.
    pub ceiling: CeilingRule,
    /// How the borrowers' balances count.
    pub balance: BalanceRule,
    /// How much of the price the buyer pays first.
    pub down_payment: DownPaymentRule,
    /// How much of the income may go into debts.
    pub capacity: CapacityRule,
    /// How long a loan may run.
    pub term: TermRule,
    /// When people retire.
    pub retirement: RetirementRule,
}

/// The rule a group of parameters stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Its name in Chinese.
    pub rule: String,
    /// Its name in English, where somebody has written it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_en: Option<String>,
    /// The document that sets it, by its official title.
    pub document: String,
    /// What the document is, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_en: Option<String>,
    /// The document's number, such as 建金〔2014〕148号; may be empty.
    #[serde(default)]
    pub number: String,
    /// The first day it holds.
    pub effective_from: NaiveDate,
    /// Whether somebody has compared the figures with the document.
    pub verified: bool,
}

/// One value for each product. The last three are lent by the rules of the ordinary loan where the edition says nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerProduct<T> {
    /// For the ordinary loan.
    pub ordinary: T,
    /// For the 大众创业安居贷.
    pub entrepreneurship_housing: T,
    /// For a contributor of another city.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub other_city: Option<T>,
    /// For the fund's part of a combined loan.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub combined: Option<T>,
    /// For a loan that replaces a bank's.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub commercial_to_fund: Option<T>,
}

/// The default of an `Option<T>` that asks no default of `T`.
const fn none<T>() -> Option<T> {
    None
}

/// To what amount a quota is rounded down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundingRule {
    /// The rule.
    pub basis: Basis,
    /// The amount, such as a thousand yuan.
    pub unit: Fen,
}

/// Who may ask for a loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityRule {
    /// The rule.
    pub basis: Basis,
    /// Months of continuous contribution before the application.
    pub months_contributed: PerProduct<u16>,
    /// How many fund loans the household may have had before.
    pub earlier_loans: u8,
    /// The largest home the product is lent for, if there is such a limit.
    pub largest_area: PerProduct<Option<Area>>,
}

/// The most that is lent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CeilingRule {
    /// The rule.
    pub basis: Basis,
    /// By product.
    pub amounts: PerProduct<Ceiling>,
}

/// The most that is lent on one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// When one borrower contributes.
    pub one: Fen,
    /// When both do.
    pub two: Fen,
    /// What is added for some households. Of two and three children only the larger family's counts; the rest add up.
    #[serde(default)]
    pub uplifts: Vec<UpliftRule>,
}

/// What is added to the ceiling for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpliftRule {
    /// The reason.
    pub reason: Uplift,
    /// How much.
    pub raise: Raise,
}

/// How much a ceiling is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Raise {
    /// A share of the ceiling before any uplift.
    Percent(Percent),
    /// A sum.
    Amount(Fen),
}

/// How the borrowers' balances count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalanceRule {
    /// The rule.
    pub basis: Basis,
    /// How many times the balances may be borrowed.
    pub multiple: u16,
    /// What may be borrowed however small the balances are.
    pub floor: Fen,
    /// The factor for those who fall in no band.
    pub factor: Percent,
    /// Other factors for those who have contributed longer.
    #[serde(default)]
    pub bands: Vec<MonthsBand>,
}

/// The factor of those who have contributed for at least so many months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthsBand {
    /// The fewest months.
    pub from: u16,
    /// The factor.
    pub factor: Percent,
}

/// How much of the price the buyer pays first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DownPaymentRule {
    /// The rule.
    pub basis: Basis,
    /// By product.
    pub least: PerProduct<PerHome>,
}

/// The least down payments of one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerHome {
    /// For a household's first home.
    pub first: DownPayment,
    /// For its second; missing when the product is not lent for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<DownPayment>,
}

/// The least down payment for one kind of home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DownPayment {
    /// For homes in no band.
    pub percent: Percent,
    /// Other shares for larger homes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<AreaBand>,
}

/// The least down payment for homes larger than so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaBand {
    /// The area that must be exceeded.
    pub over: Area,
    /// The share.
    pub percent: Percent,
}

/// How much of the income may go into debts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapacityRule {
    /// The rule.
    pub basis: Basis,
    /// All monthly payments together, this loan's included, as a share of the household's monthly income.
    pub share: Percent,
}

/// How long a loan may run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    /// The rule.
    pub basis: Basis,
    /// The longest term.
    pub longest: Months,
    /// How many months past the statutory retirement age it may run.
    pub months_past_retirement: u16,
    /// How old a building may be when the loan ends, in years, if there is such a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building_years: Option<u16>,
}

/// When people retire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetirementRule {
    /// The rule.
    pub basis: Basis,
    /// The first month of the gradual rise (any day of it).
    pub from: NaiveDate,
    /// For men.
    pub man: TrackRule,
    /// For women in management or technical posts.
    pub woman_cadre: TrackRule,
    /// For other women.
    pub woman_worker: TrackRule,
}

/// How one group's retirement age rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackRule {
    /// The age before the rise, in years.
    pub former_age: u8,
    /// The age when it is complete, in years.
    pub final_age: u8,
    /// One month of delay for each so many months.
    pub months_per_step: u8,
}

impl Basis {
    /// What is wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        if self.rule.trim().is_empty() || self.document.trim().is_empty() {
            return Some("the basis must name rule and document");
        }
        fault_of_english([&self.rule_en, &self.document_en])
    }
}

impl<T> PerProduct<T> {
    /// The value for one product.
    pub const fn of(&self, product: Product) -> &T {
        let own = match product {
            Product::Ordinary => None,
            Product::EntrepreneurshipHousing => Some(&self.entrepreneurship_housing),
            Product::OtherCity => self.other_city.as_ref(),
            Product::Combined => self.combined.as_ref(),
            Product::CommercialToFund => self.commercial_to_fund.as_ref(),
        };
        match own {
            Some(own) => own,
            None => &self.ordinary,
        }
    }

    /// The values that stand in the edition, each with its product.
    pub fn given(&self) -> impl Iterator<Item = (Product, &T)> {
        [
            (Product::Ordinary, Some(&self.ordinary)),
            (
                Product::EntrepreneurshipHousing,
                Some(&self.entrepreneurship_housing),
            ),
            (Product::OtherCity, self.other_city.as_ref()),
            (Product::Combined, self.combined.as_ref()),
            (Product::CommercialToFund, self.commercial_to_fund.as_ref()),
        ]
        .into_iter()
        .filter_map(|(product, value)| Some((product, value?)))
    }
}

impl Ceiling {
    /// The most for so many contributors, before uplifts.
    pub const fn base(&self, contributors: Contributors) -> Fen {
        match contributors {
            Contributors::One => self.one,
            Contributors::Two => self.two,
        }
    }
}

impl Raise {
    /// What this adds to a ceiling.
    pub fn of(self, base: Fen) -> Fen {
        match self {
            Self::Percent(percent) => percent.of(base),
            Self::Amount(amount) => amount,
        }
    }
}

impl BalanceRule {
    /// The factor for so many months contributed.
    pub fn factor(&self, months: u16) -> Percent {
        let reached = self.bands.iter().filter(|band| band.from <= months);
        reached
            .max_by_key(|band| band.from)
            .map_or(self.factor, |band| band.factor)
    }
}

impl PerHome {
    /// The least down payment for a home; `None` when the product is not lent for it.
    pub const fn of(&self, home: Home) -> Option<&DownPayment> {
        match home {
            Home::First => Some(&self.first),
            Home::Second => self.second.as_ref(),
        }
    }
}

impl DownPayment {
    /// The share for an area. While the area is unknown, the largest: an estimate must not promise too much.
    pub fn percent(&self, area: Option<Area>) -> Percent {
        match area {
            Some(area) => {
                let exceeded = self.bands.iter().filter(|band| area > band.over);
                exceeded
                    .max_by_key(|band| band.over)
                    .map_or(self.percent, |band| band.percent)
            }
            None => self
                .bands
                .iter()
                .map(|band| band.percent)
                .fold(self.percent, Percent::max),
        }
    }
}

impl RetirementRule {
    /// How a group's age rises.
    pub const fn track(&self, track: Track) -> TrackRule {
        match track {
            Track::Man => self.man,
            Track::WomanCadre => self.woman_cadre,
            Track::WomanWorker => self.woman_worker,
        }
    }
}

impl TrackRule {
    /// The age before the rise, in months.
    pub fn former_months(self) -> u32 {
        u32::from(self.former_age) * 12
    }

    /// The longest delay, in months.
    pub fn most_delay(self) -> u32 {
        u32::from(self.final_age.saturating_sub(self.former_age)) * 12
    }
}
