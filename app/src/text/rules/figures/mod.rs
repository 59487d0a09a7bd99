//! Why a figure somebody typed could not be read. Each stands behind the label of its field: 房价：请填写金额.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::{money::MoneyError, months::MonthsError, quota::AreaError, rate::RateError};

use crate::text::{Lang, Worded, text};

#[derive(Debug)]
pub struct Text {
    pub amount: AmountText,
    pub rate: RateText,
    pub term: TermText,
    /// Not a floor area.
    pub area: &'static str,
}

#[derive(Debug)]
pub struct AmountText {
    pub empty: &'static str,
    pub not_a_number: &'static str,
    pub too_many_places: &'static str,
    pub negative: &'static str,
    pub too_large: &'static str,
}

/// An annual rate.
#[derive(Debug)]
pub struct RateText {
    pub not_a_number: &'static str,
    pub out_of_range: &'static str,
    pub too_many_places: &'static str,
}

/// A loan's term in months.
#[derive(Debug)]
pub struct TermText {
    pub not_a_number: &'static str,
    pub out_of_range: &'static str,
}

impl Worded for MoneyError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.figures.amount;
        let reason = match self {
            Self::Empty => words.empty,
            Self::NotANumber => words.not_a_number,
            Self::TooManyPlaces => words.too_many_places,
            Self::Negative => words.negative,
            Self::TooLarge => words.too_large,
        };
        reason.to_owned()
    }
}

impl Worded for RateError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.figures.rate;
        let reason = match self {
            Self::NotANumber => words.not_a_number,
            Self::OutOfRange => words.out_of_range,
            Self::TooManyPlaces => words.too_many_places,
        };
        reason.to_owned()
    }
}

impl Worded for MonthsError {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.figures.term;
        let reason = match self {
            Self::NotANumber => words.not_a_number,
            Self::OutOfRange => words.out_of_range,
        };
        reason.to_owned()
    }
}

impl Worded for AreaError {
    fn worded(&self, lang: Lang) -> String {
        text(lang).rules.figures.area.to_owned()
    }
}
