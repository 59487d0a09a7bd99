//! The words of public information.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::{edition::Scope, money::Fen};
use rust_decimal::Decimal;

use crate::text::sentence::Sentence;

#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// What is published here.
    pub intro: Sentence<1>,
    /// To the loan rates: what, and a line about it.
    pub to_rates: (&'static str, &'static str),
    /// To the notices: what, and a line about it.
    pub to_notices: (&'static str, &'static str),
    /// Heading of the rules in force here.
    pub edition: &'static str,
    pub edition_name: &'static str,
    /// The document the rules follow.
    pub document: &'static str,
    pub issuer: &'static str,
    pub effective_from: &'static str,
    /// The day up to which changes of the national rates are known.
    pub rates_known_until: &'static str,
    /// Before the name of the report that figures come from.
    pub source: &'static str,
    /// Name of the chart for a screen reader.
    pub chart: &'static str,
    /// Caption of the table.
    pub table: &'static str,
    /// Heads of the table: item, scope, amount, on the year, of the task.
    pub heads: [&'static str; 5],
    pub scope: fn(Scope) -> &'static str,
    /// A figure in the sentence beneath the chart: its scope, what it is, its amount.
    pub scoped_figure: Sentence<3>,
    /// The end of that sentence.
    pub full_stop: &'static str,
    /// An amount as reports write it: exact, in hundreds of millions in Chinese.
    pub amount: fn(Fen) -> String,
    /// Growth on the year, and the amount a year before.
    pub growth: fn(percent: &str, before: Option<&str>) -> String,
    /// How much of the year's task was done.
    pub task: fn(percent: &str, task: &str) -> String,
    /// So many cases.
    pub count: fn(count: u32) -> String,
    /// Share of all loans by number and by amount.
    pub shares: fn(count: &str, amount: &str) -> String,
    /// Nothing was reported.
    pub nothing: &'static str,
    /// Heading of what the centre says it does.
    pub practices: &'static str,
}

/// An amount in units of so many places of a fen: all its digits, without zeros at the end.
fn exact(amount: Fen, places: u32) -> String {
    Decimal::new(amount.get(), places).normalize().to_string()
}
