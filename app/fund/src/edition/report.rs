//! What the centre reported about its own work, for the public information page.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::money::Fen;

/// The report of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// The same in English; as with every other text, without it English pages show the Chinese one.
    pub title_en: Option<String>,
    /// Where the figures stand.
    pub source: String,
    /// The same in English.
    pub source_en: Option<String>,
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

coded! {
    /// How much of the city a figure covers.
    Scope {
        /// With its counties (全市).
        WholeCity = "whole_city",
        /// Without them (市直).
        CityProper = "city_proper",
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
    /// The same in English.
    #[serde(default)]
    pub label_en: Option<String>,
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
    /// The same in English.
    #[serde(default)]
    pub note_en: Option<String>,
}

/// One thing the centre says it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// In a few words.
    pub title: String,
    /// The same in English.
    #[serde(default)]
    pub title_en: Option<String>,
    /// In a sentence.
    pub text: String,
    /// The same in English.
    #[serde(default)]
    pub text_en: Option<String>,
}
