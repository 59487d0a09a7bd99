//! How an amount is read: the machine's form, and the many ways people type one.

use super::Fen;
use crate::typed::{plain, without_unit};

/// The largest amount [`Fen::parse_human`] takes: a hundred billion yuan, more than any home costs.
const HUMAN_LIMIT: i64 = 10_000_000_000_000;

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing but white space.
    #[error("no amount was given")]
    Empty,
    /// Something other than digits, one point and what the form allows.
    #[error("an amount is digits, such as 600000 or 60万")]
    NotANumber,
    /// Smaller than one fen.
    #[error("an amount has no parts of a fen")]
    TooManyPlaces,
    /// A negative amount where only zero or more makes sense.
    #[error("the amount is negative")]
    Negative,
    /// Beyond what the form, or an `i64` of fen, can hold.
    #[error("the amount is too large")]
    TooLarge,
}

impl Fen {
    /// Reads the machine form used in files and JSON: optional sign, digits, at most two places, nothing else.
    ///
    /// ```
    /// use fund::money::{Fen, MoneyError};
    /// assert_eq!(Fen::parse_yuan("-0.5"), Ok(Fen::new(-50)));
    /// assert_eq!(Fen::parse_yuan("1,000"), Err(MoneyError::NotANumber));
    /// ```
    pub fn parse_yuan(text: &str) -> Result<Self, MoneyError> {
        let (negative, digits) = match text.as_bytes() {
            [] => return Err(MoneyError::Empty),
            [b'-', ..] => (true, &text[1..]),
            [b'+', ..] => (false, &text[1..]),
            _ => (false, text),
        };
        let fen = scaled(digits, 2)?;
        // Negated before narrowing, so that the most negative amount can be read back too.
        i64::try_from(if negative { -fen } else { fen })
            .map(Self)
            .map_err(|_| MoneyError::TooLarge)
    }

    /// Reads what people type: full-width digits, thousands separators (by three or by four), a leading `¥`, `RMB` or `CNY`, a
    /// trailing `元`, `yuan`, `万` or `亿` (also `w`), and spaces anywhere. Negative amounts and more than a hundred billion yuan
    /// are refused.
    ///
    /// ```
    /// use fund::money::{Fen, MoneyError};
    /// assert_eq!(Fen::parse_human("６００,000"), Ok(Fen::from_yuan(600_000)));
    /// assert_eq!(Fen::parse_human("63.5万"), Ok(Fen::from_yuan(635_000)));
    /// assert_eq!(Fen::parse_human("RMB 600,000"), Ok(Fen::from_yuan(600_000)));
    /// assert_eq!(Fen::parse_human("-1"), Err(MoneyError::Negative));
    /// ```
    pub fn parse_human(text: &str) -> Result<Self, MoneyError> {
        let plain = plain(text).to_ascii_lowercase();
        let mut currencies = ["人民币", "rmb", "cny"].into_iter();
        let rest = currencies.find_map(|currency| plain.strip_prefix(currency));
        let rest = rest.unwrap_or(&plain);
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let rest = rest.strip_prefix('¥').unwrap_or(rest);
        if rest.is_empty() {
            return Err(MoneyError::Empty);
        }
        if rest.starts_with('-') {
            return Err(MoneyError::Negative);
        }
        let rest = without_unit(rest, &["元整", "元", "圆", "块", "yuan", "rmb", "cny"]);
        // Ten thousands, perhaps thousands of them (`1千万`).
        let in_ten_thousands = without_unit(rest, &["万", "萬", "w"]);
        let (digits, places) = if in_ten_thousands.len() < rest.len() {
            let in_ten_millions = without_unit(in_ten_thousands, &["千"]);
            let more = if in_ten_millions.len() < in_ten_thousands.len() {
                3
            } else {
                0
            };
            (in_ten_millions, 6 + more)
        } else {
            let in_hundred_millions = without_unit(rest, &["亿", "億"]);
            let places = if in_hundred_millions.len() < rest.len() {
                10
            } else {
                2
            };
            (in_hundred_millions, places)
        };
        let fen = scaled(&without_separators(digits)?, places)?;
        match i64::try_from(fen) {
            Ok(fen) if fen <= HUMAN_LIMIT => Ok(Self(fen)),
            _ => Err(MoneyError::TooLarge),
        }
    }
}

/// Reads `digits[.digits]` as an integer times 10^-places. More places are refused, zeros or not, rather than dropped in
/// silence.
fn scaled(text: &str, places: usize) -> Result<i128, MoneyError> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return Err(MoneyError::NotANumber),
        None => (text, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return Err(MoneyError::NotANumber);
    }
    if fraction.len() > places {
        return Err(MoneyError::TooManyPlaces);
    }
    let padding = std::iter::repeat_n(b'0', places - fraction.len());
    whole
        .bytes()
        .chain(fraction.bytes())
        .chain(padding)
        .try_fold(0_i128, |value, digit| {
            value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
        })
        .ok_or(MoneyError::TooLarge)
}

/// Drops separators that stand every three or every four digits; any other comma may be a mistyped point, so it is
/// refused rather than guessed at.
fn without_separators(text: &str) -> Result<String, MoneyError> {
    let (whole, fraction) = text.find('.').map_or((text, ""), |at| text.split_at(at));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().len();
    let mut later = groups.map(str::len);
    if let Some(size) = later.next() {
        let regular =
            matches!(size, 3 | 4) && (1..=size).contains(&first) && later.all(|length| length == size);
        if !regular {
            return Err(MoneyError::NotANumber);
        }
    }
    let mut digits = whole.replace(',', "");
    digits.push_str(fraction);
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn machine_form() {
        for (text, fen) in [
            ("0", 0),
            ("4352.06", 435_206),
            ("+1.5", 150),
            ("-0.01", -1),
            ("007", 700),
            ("600000.50", 60_000_050),
        ] {
            assert_eq!(Fen::parse_yuan(text), Ok(Fen::new(fen)), "{text}");
        }
        for (text, error) in [
            ("", MoneyError::Empty),
            ("-", MoneyError::NotANumber),
            (".5", MoneyError::NotANumber),
            ("5.", MoneyError::NotANumber),
            ("1e5", MoneyError::NotANumber),
            (" 1", MoneyError::NotANumber),
            ("--1", MoneyError::NotANumber),
            ("1.2.3", MoneyError::NotANumber),
            ("１", MoneyError::NotANumber),
            ("1.005", MoneyError::TooManyPlaces),
            ("92233720368547758.08", MoneyError::TooLarge),
            (
                "99999999999999999999999999999999999999999999",
                MoneyError::TooLarge,
            ),
        ] {
            assert_eq!(Fen::parse_yuan(text), Err(error), "{text}");
        }
        assert_eq!(Fen::parse_yuan("-92233720368547758.08"), Ok(Fen::new(i64::MIN)));
    }

    #[test]
    fn human_form() {
        for (text, fen) in [
            ("60万", 60_000_000),
            ("60 万元", 60_000_000),
            ("６０．５ｗ", 60_500_000),
            ("1.2亿", 12_000_000_000),
            ("６００,000", 60_000_000),
            ("60，0000", 60_000_000),
            ("￥1,234,567.8", 123_456_780),
            ("600000.5元", 60_000_050),
            ("60.123456万", 60_123_456),
            ("0", 0),
            ("60萬", 60_000_000),
            ("60万元整", 60_000_000),
            ("人民币60万元", 60_000_000),
            ("人民币：¥600,000.00元整", 60_000_000),
            ("1千万", 1_000_000_000),
            ("\u{202d}600,000.00\u{202c}", 60_000_000),
            ("\u{feff}60\u{200b}万\u{200e}", 60_000_000),
            ("1000亿", HUMAN_LIMIT),
            ("600,000 yuan", 60_000_000),
            ("RMB 600000", 60_000_000),
            ("CNY600,000.50", 60_000_050),
            ("60W", 60_000_000),
            ("4352.06 Yuan", 435_206),
        ] {
            assert_eq!(Fen::parse_human(text), Ok(Fen::new(fen)), "{text}");
        }
        for (text, error) in [
            (" \u{3000}", MoneyError::Empty),
            ("¥", MoneyError::Empty),
            ("RMB", MoneyError::Empty),
            ("600k", MoneyError::NotANumber),
            ("万", MoneyError::NotANumber),
            ("六十万", MoneyError::NotANumber),
            ("60,5", MoneyError::NotANumber),
            ("1,23,456", MoneyError::NotANumber),
            ("1,234,5678", MoneyError::NotANumber),
            (",123", MoneyError::NotANumber),
            ("1.234,5", MoneyError::NotANumber),
            ("NaN", MoneyError::NotANumber),
            ("1.005", MoneyError::TooManyPlaces),
            ("60.1234567万", MoneyError::TooManyPlaces),
            ("－5", MoneyError::Negative),
            ("1000.01亿", MoneyError::TooLarge),
        ] {
            assert_eq!(Fen::parse_human(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn grouped_reads_back_as_people_type_it(fen in 0..=HUMAN_LIMIT) {
            prop_assert_eq!(Fen::parse_human(&Fen::new(fen).grouped()), Ok(Fen::new(fen)));
        }

        #[test]
        fn reading_never_panics(text in "[-+¥￥0-9０-９,，.。万亿元w\u{3000} ]{0,40}|\\PC{0,20}") {
            let _ = Fen::parse_yuan(&text);
            let _ = Fen::parse_human(&text);
        }
    }
}
