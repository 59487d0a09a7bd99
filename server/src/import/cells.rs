//! The cells of one row, by the standard's field names, each read as what it must be.

use super::{
    mapping::{Mapping, Rates},
    rows::{NumberError, YearMonth},
};
use chrono::NaiveDate;
use csv::StringRecord;
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
}

/// The longest value a message quotes, in characters.
const QUOTED: usize = 40;

impl<'a> Cells<'a> {
    /// The cell's text without blanks around it; empty when there is no such column.
    pub(super) fn text(&self, column: Column) -> &'a str {
        let place = self.places.get(column.at).copied().flatten();
        place
            .and_then(|place| self.record.get(place))
            .unwrap_or_default()
            .trim()
    }

    /// `"value" is …`, or the same without the value when it is personal.
    pub(super) fn wrong(&self, column: Column, is: &str) -> CellFault {
        let text = self.text(column);
        if text.is_empty() {
            return CellFault::of(column, "is empty");
        }
        if column.personal {
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
        self.text(column)
            .parse()
            .map_err(|error: NumberError| self.wrong(column, &error.to_string()))
    }

    /// Text for people to read, at most 200 characters, no control characters.
    pub(super) fn words(&self, column: Column) -> Result<String, CellFault> {
        let fits = |text: &'a str| {
            (text.chars().count() <= 200 && !text.chars().any(char::is_control)).then(|| text.to_owned())
        };
        self.read(
            column,
            fits,
            "is longer than 200 characters or holds control characters",
        )
    }

    /// A code of one of the standard's lists.
    pub(super) fn code<T>(&self, column: Column, from: fn(&str) -> Option<T>) -> Result<T, CellFault> {
        self.read(column, from, "is not a code of the standard")
    }

    /// An amount in yuan, of either sign.
    pub(super) fn signed(&self, column: Column) -> Result<Fen, CellFault> {
        let amount = |text| Fen::parse_yuan(text).ok();
        self.read(
            column,
            amount,
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
        let digits = |text: &'a str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| text.parse().ok())
        };
        self.read(
            column,
            |text| digits(text).flatten(),
            "is not a whole number in range",
        )
    }

    /// A day of the month, 1–31.
    pub(super) fn day_of_month(&self, column: Column) -> Result<u8, CellFault> {
        let day = |text: &'a str| text.parse().ok().filter(|day| (1..=31).contains(day));
        self.read(column, day, "is not a day of the month (1 to 31)")
    }

    /// A date.
    pub(super) fn date(&self, column: Column) -> Result<NaiveDate, CellFault> {
        self.read(column, date, "is not a date (YYYYMMDD or YYYY-MM-DD)")
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
        self.read(column, YearMonth::parse, "is not a month (YYYYMM or YYYY-MM)")
    }

    /// A contribution ratio in percent.
    pub(super) fn ratio(&self, column: Column) -> Result<Decimal, CellFault> {
        let ratio = |text| decimal(text).filter(|ratio| *ratio <= Decimal::ONE_HUNDRED);
        self.read(column, ratio, "is not a ratio in percent, from 0 to 100")
    }

    /// A plain positive decimal.
    pub(super) fn decimal(&self, column: Column) -> Result<Decimal, CellFault> {
        self.read(column, decimal, "is not a decimal number")
    }

    /// An annual rate, written as the mapping says.
    pub(super) fn rate(&self, column: Column) -> Result<Rate, CellFault> {
        let rates = self.mapping.rates;
        let percent = |text| match rates {
            Rates::Percent => decimal(text),
            Rates::Fraction => decimal(text).and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED)),
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

/// Digits with an optional point, as NUMERIC columns are written.
fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    (plain && starts)
        .then(|| Decimal::from_str_exact(text).ok())
        .flatten()
}

/// Reads `YYYYMMDD` or `YYYY-MM-DD` of the years 1900–2199.
fn date(text: &str) -> Option<NaiveDate> {
    let hyphens = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (month, day) = match text.len() {
        8 => (4..6, 6..8),
        10 if hyphens => (5..7, 8..10),
        _ => return None,
    };
    let year = i32::try_from(digits(text.get(..4)?)?).ok()?;
    let within = (1900..2200).contains(&year);
    NaiveDate::from_ymd_opt(year, digits(text.get(month)?)?, digits(text.get(day)?)?).filter(|_| within)
}

/// A few ASCII digits as a number.
fn digits(text: &str) -> Option<u32> {
    text.bytes().try_fold(0, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_in_both_forms() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29);
        assert_eq!(date("20240229"), day);
        assert_eq!(date("2024-02-29"), day);
        for bad in [
            "",
            "20230229",
            "2024/02/29",
            "2024-2-29",
            "18990101",
            "+0240229",
            "２０２４0229",
        ] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn decimals_are_plain() {
        assert_eq!(decimal("3.25"), Some(Decimal::new(325, 2)));
        for bad in ["", ".5", "-1", "1e3", "1_000", "1.2.3"] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            let _ = (date(&text), decimal(&text));
        }
    }
}
