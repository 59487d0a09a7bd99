//! What the centre reported about its own work, for the public information page.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::Fen;

/// The report of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// Where the figures stand.
    pub source: String,
    /// First day of the period.
    pub from: NaiveDate,
    /// Last day of the period.
    pub to: NaiveDate,
    /// Whether the figures were compared with the source.
    pub verified: bool,
    /// The figures, in the order they are shown.
    pub figures: Vec<Figure>,
    /// What it says the centre does, in the order it is shown.
    pub practices: Vec<Practice>,
}

/// How much of the city a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// With its counties (全市).
    WholeCity,
    /// Without them (市直).
    CityProper,
}

impl Scope {
    /// Its name in files and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WholeCity => "whole_city",
            Self::CityProper => "city_proper",
        }
    }

    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WholeCity => "全市",
            Self::CityProper => "市直",
        }
    }
}

/// One figure with what it is compared with, as reported: nothing here is computed. Percentages are plain: `33.67` means
/// 33.67 %.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its name in files and interfaces.
    pub code: String,
    /// What people read.
    pub label: String,
    /// How much of the city it covers.
    pub scope: Scope,
    /// The amount; `None` when only a number of cases was reported.
    #[serde(default)]
    pub amount: Option<Fen>,
    /// How many cases.
    #[serde(default)]
    pub count: Option<u32>,
    /// The same amount a year before.
    #[serde(default)]
    pub year_before: Option<Fen>,
    /// Growth on the year, percent.
    #[serde(default)]
    pub growth: Option<Decimal>,
    /// The year's task.
    #[serde(default)]
    pub task: Option<Fen>,
    /// How much of the task was done, percent.
    #[serde(default)]
    pub task_done: Option<Decimal>,
    /// What share of all cases, percent.
    #[serde(default)]
    pub share_of_count: Option<Decimal>,
    /// What share of the whole amount, percent.
    #[serde(default)]
    pub share_of_amount: Option<Decimal>,
    /// A remark for people; empty when there is none.
    #[serde(default)]
    pub note: String,
}

/// One thing the centre says it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// In a few words.
    pub title: String,
    /// In a sentence.
    pub text: String,
}

/// An amount in 亿元, as reports write it: exact, without zeros at the end.
///
/// ```
/// use fund::{edition::hundred_millions, money::Fen};
///
/// assert_eq!(hundred_millions(Fen::from_yuan(1_058_000_000)), "10.58 亿元");
/// ```
pub fn hundred_millions(amount: Fen) -> String {
    // 1 亿元 is 10^8 yuan and 10^10 fen.
    format!("{} 亿元", Decimal::new(amount.get(), 10).normalize())
}
