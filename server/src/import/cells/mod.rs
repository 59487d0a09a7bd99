//! The cells of one row, by the standard's field names, each read as what it must be.

mod forms;

pub(super) use forms::{spreadsheet, whole};

use super::{
    mapping::{Mapping, Rates},
    plausible::ruined,
};
use chrono::NaiveDate;
use csv::StringRecord;
use fund::records::{NumberError, YearMonth};
use fund::{money::Fen, rate::Rate};
use rust_decimal::Decimal;
use std::str::FromStr;

/// A field of the standard that a file has a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    /// Place in the record's list of columns.
    pub(super) at: usize,
    /// The standard's name.
    pub(super) field: &'static str,
    /// Whether the export may leave the column out.
    pub(super) optional: bool,
    /// Whether its values are kept out of messages.
    pub(super) personal: bool,
}

impl Column {
    pub(super) const fn required(at: usize, field: &'static str) -> Self {
        Self {
            at,
            field,
            optional: false,
            personal: false,
        }
    }

    pub(super) const fn optional(at: usize, field: &'static str) -> Self {
        Self {
            optional: true,
            ..Self::required(at, field)
        }
    }

    /// Required, and its values are kept out of messages.
    pub(super) const fn personal(at: usize, field: &'static str) -> Self {
        Self {
            personal: true,
            ..Self::required(at, field)
        }
    }
}

/// What is wrong with a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CellFault {
    /// In which field, if in one.
    pub(super) column: Option<Column>,
    /// On another line than the one just read.
    pub(super) line: Option<u64>,
    /// As the rest of a sentence.
    pub(super) reason: String,
}

impl CellFault {
    /// Something wrong with one field; the reason quotes nothing personal.
    pub(super) fn of(column: Column, reason: impl Into<String>) -> Self {
        Self {
            column: Some(column),
            line: None,
            reason: reason.into(),
        }
    }

    /// Something wrong with the file as a whole.
    pub(super) fn whole(reason: impl Into<String>) -> Self {
        Self {
            column: None,
            line: None,
            reason: reason.into(),
        }
    }

    /// Something that shows only when the file goes on or ends, on an earlier line.
    pub(super) fn on_line(line: u64, column: Column, reason: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::of(column, reason)
        }
    }
}

/// The cells of one row.
pub(super) struct Cells<'a> {
    pub(super) record: &'a StringRecord,
    /// Where each column of the record stands in the file.
    pub(super) places: &'a [Option<usize>],
    pub(super) mapping: &'a Mapping,
    /// The day whose close the data show: nothing was booked later.
    pub(super) as_of: NaiveDate,
    /// Whether the encoding is no guess.
    pub(super) encoding_known: bool,
    /// Whether the file is about persons: then what may be in a wrong column is not quoted either.
    pub(super) persons: bool,
}

/// The longest value a message quotes, in characters.
const QUOTED: usize = 40;

impl<'a> Cells<'a> {
    /// The cell's text without blanks around it; empty when there is no such column, and when a database wrote NULL.
    pub(super) fn text(&self, column: Column) -> &'a str {
        let place = self.places.get(column.at).copied().flatten();
        let text = place
            .and_then(|place| self.record.get(place))
            .unwrap_or_default()
            .trim();
        if is_null(text) { "" } else { text }
    }

    /// The cell's text is what somebody wrote, by the judgement of `ruined`.
    pub(super) fn sound(
        &self,
        column: Column,
        ruined: fn(&str, bool) -> Option<&'static str>,
    ) -> Result<&'a str, CellFault> {
        let text = self.text(column);
        match ruined(text, self.encoding_known) {
            Some(is) => Err(self.wrong(column, is)),
            None => Ok(text),
        }
    }

    /// `"value" is …`, or the same without the value when it is personal.
    pub(super) fn wrong(&self, column: Column, is: &str) -> CellFault {
        let text = self.text(column);
        if text.is_empty() {
            return CellFault::of(column, "is empty");
        }
        if column.personal || (self.persons && may_be_personal(text)) {
            return CellFault::of(column, format!("the value (withheld) {is}"));
        }
        let mut quoted: String = text.chars().take(QUOTED).collect();
        if quoted.len() < text.len() {
            quoted.push('…');
        }
        CellFault::of(column, format!("{quoted:?} {is}"))
    }

    /// Reads a cell by `read`; `is` says what went wrong.
    pub(super) fn read<T>(
        &self,
        column: Column,
        read: impl FnOnce(&'a str) -> Option<T>,
        is: &str,
    ) -> Result<T, CellFault> {
        read(self.text(column)).ok_or_else(|| self.wrong(column, is))
    }

    /// Reads a cell that may be empty.
    pub(super) fn maybe<T>(
        &self,
        column: Column,
        read: impl FnOnce(Column) -> Result<T, CellFault>,
    ) -> Result<Option<T>, CellFault> {
        if self.text(column).is_empty() {
            return Ok(None);
        }
        read(column).map(Some)
    }

    /// An account, contract or serial number.
    pub(super) fn number<T: FromStr<Err = NumberError>>(&self, column: Column) -> Result<T, CellFault> {
        let text = self.text(column);
        if let Some(is) = spreadsheet(text) {
            return Err(self.wrong(column, is));
        }
        text.parse()
            .map_err(|error: NumberError| self.wrong(column, &error.to_string()))
    }

    /// Text for people to read, at most 200 characters, plausible.
    pub(super) fn words(&self, column: Column) -> Result<String, CellFault> {
        let text = self.sound(column, ruined)?;
        if text.chars().count() > 200 {
            return Err(self.wrong(column, "is longer than 200 characters"));
        }
        Ok(text.to_owned())
    }

    /// A code of one of the standard's lists.
    pub(super) fn code<T>(&self, column: Column, from: fn(&str) -> Option<T>) -> Result<T, CellFault> {
        self.read(column, from, "is not a code of the standard")
    }

    /// An amount in yuan, of either sign.
    pub(super) fn signed(&self, column: Column) -> Result<Fen, CellFault> {
        self.read(
            column,
            forms::yuan,
            "is not an amount in yuan with at most two decimals",
        )
    }

    /// An amount in yuan that cannot be negative.
    pub(super) fn amount(&self, column: Column) -> Result<Fen, CellFault> {
        let amount = self.signed(column)?;
        if amount.is_negative() {
            return Err(self.wrong(column, "is negative"));
        }
        Ok(amount)
    }

    /// A whole number.
    pub(super) fn count<T: FromStr>(&self, column: Column) -> Result<T, CellFault> {
        let count = |text| forms::whole(text)?.parse().ok();
        self.read(column, count, "is not a whole number in range")
    }

    /// A day of the month, 1–31.
    pub(super) fn day_of_month(&self, column: Column) -> Result<u8, CellFault> {
        let day = |text| {
            let day = forms::whole(text)?.parse().ok();
            day.filter(|day| (1..=31).contains(day))
        };
        self.read(column, day, "is not a day of the month (1 to 31)")
    }

    /// A date.
    pub(super) fn date(&self, column: Column) -> Result<NaiveDate, CellFault> {
        self.read(
            column,
            forms::date,
            "is not a date (YYYYMMDD, YYYY-MM-DD or YYYY/M/D)",
        )
    }

    /// A date of something that has happened.
    pub(super) fn past_date(&self, column: Column) -> Result<NaiveDate, CellFault> {
        let date = self.date(column)?;
        if date > self.as_of {
            return Err(self.wrong(
                column,
                &format!("lies after the manifest's as_of, {}", self.as_of),
            ));
        }
        Ok(date)
    }

    /// A month.
    pub(super) fn month(&self, column: Column) -> Result<YearMonth, CellFault> {
        self.read(column, forms::month, "is not a month (YYYYMM or YYYY-MM)")
    }

    /// A contribution ratio in percent.
    pub(super) fn ratio(&self, column: Column) -> Result<Decimal, CellFault> {
        let ratio = |text| percent(text).filter(|ratio| *ratio <= Decimal::ONE_HUNDRED);
        let ratio = self.read(column, ratio, "is not a ratio in percent, from 0 to 100")?;
        // Nobody ever paid in less than one percent: the export writes 0.12 where percent were expected.
        if ratio > Decimal::ZERO && ratio < Decimal::ONE {
            return Err(self.wrong(column, "is no percentage: 12 is expected for 12 %"));
        }
        Ok(ratio)
    }

    /// How many times the published rate a loan costs.
    pub(super) fn multiple(&self, column: Column) -> Result<Decimal, CellFault> {
        let (least, most) = MULTIPLES;
        let multiple = |text| forms::decimal(text).filter(|multiple| (least..=most).contains(multiple));
        self.read(
            column,
            multiple,
            "is not a multiple of the published rate from 0.5 to 2 (1.1 is expected for 110 %)",
        )
    }

    /// An annual rate, written as the mapping says.
    pub(super) fn rate(&self, column: Column) -> Result<Rate, CellFault> {
        let rates = self.mapping.rates;
        let percent = |text| match rates {
            Rates::Percent => percent(text),
            Rates::Fraction => forms::decimal(text).and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED)),
        };
        let rate = |text| Rate::from_percent(percent(text)?).ok();
        let rate = self.read(column, rate, "is not an annual rate from 0 to 36 percent")?;
        // No loan of the fund ever cost so little: the export writes 0.0325 where percent were expected.
        if rates == Rates::Percent && rate > Rate::ZERO && rate.percent() < Decimal::new(2, 1) {
            return Err(self.wrong(
                column,
                "is no percentage; if 0.0325 means 3.25 %, set rates = \"fraction\" in mapping.toml",
            ));
        }
        Ok(rate)
    }
}

/// What a multiple of the published rate can be at all: outside of it the export writes percent, or nothing. Which multiples
/// the policy knows is the edition's business.
const MULTIPLES: (Decimal, Decimal) = (Decimal::from_parts(5, 0, 0, false, 1), Decimal::TWO);

/// A decimal, with a percent mark or without.
fn percent(text: &str) -> Option<Decimal> {
    forms::decimal(text.strip_suffix('%').map_or(text, str::trim_end))
}

/// What databases write for nothing.
fn is_null(text: &str) -> bool {
    if !(2..=6).contains(&text.len()) {
        return false;
    }
    matches!(text, "\\N" | "(null)" | "(NULL)" | "[NULL]" | "<null>" | "<NULL>")
        || text.eq_ignore_ascii_case("null")
}

/// Whether a value that a column of numbers or codes should not hold may be somebody's name, ID number or phone.
fn may_be_personal(text: &str) -> bool {
    let code = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() || b"-_./:+ ".contains(&byte);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    !text.bytes().all(code) || digits >= 11 || (digits == 0 && text.len() > 2)
}
