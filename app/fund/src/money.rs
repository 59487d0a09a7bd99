//! Money: whole fen in an `i64`, and the ways an amount is read and written.
//!
//! Nothing here can panic: sums saturate at ±92 quadrillion yuan, far beyond any fund, and what cannot be
//! read comes back as a [`MoneyError`]. Division is always by a function that names its rounding.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// The largest amount [`Fen::parse_human`] takes: a hundred billion yuan, more than any home costs.
const HUMAN_LIMIT: i64 = 10_000_000_000_000;

/// An amount of money in fen (分), the hundredth of a yuan. May be negative.
///
/// ```
/// use fund::money::Fen;
///
/// let payment = Fen::parse_yuan("4352.06")?;
/// assert_eq!(payment.get(), 435_206);
/// assert_eq!((payment + Fen::from_yuan(1)).grouped(), "4,353.06");
/// assert_eq!(Fen::parse_human("60 万元")?, Fen::from_yuan(600_000));
/// # Ok::<(), fund::money::MoneyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fen(i64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing but white space.
    #[error("请填写金额")]
    Empty,
    /// Something other than digits, one point and what the form allows.
    #[error("金额只能是数字，例如 600000 或 60万")]
    NotANumber,
    /// Smaller than one fen.
    #[error("金额最多精确到分")]
    TooManyPlaces,
    /// A negative amount where only zero or more makes sense.
    #[error("金额不能是负数")]
    Negative,
    /// Beyond what the form, or an `i64` of fen, can hold.
    #[error("金额太大，请检查")]
    TooLarge,
}

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount that can be held.
    pub const MAX: Self = Self(i64::MAX);

    /// An amount from whole fen.
    pub const fn new(fen: i64) -> Self {
        Self(fen)
    }

    /// The amount in whole fen.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// An amount from whole yuan, saturating.
    pub const fn from_yuan(yuan: i64) -> Self {
        Self(yuan.saturating_mul(100))
    }

    /// Below zero?
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// This amount, or zero when it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// This amount `count` times over, saturating.
    #[must_use]
    pub const fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count as i64))
    }

    /// The largest multiple of `unit` that is not above this amount (toward minus infinity). A `unit` of zero or
    /// less leaves the amount as it is.
    ///
    /// ```
    /// use fund::money::Fen;
    /// assert_eq!(Fen::from_yuan(482_999).rounded_down_to(Fen::from_yuan(1_000)), Fen::from_yuan(482_000));
    /// ```
    #[must_use]
    pub const fn rounded_down_to(self, unit: Self) -> Self {
        if unit.0 <= 0 {
            return self;
        }
        Self(self.0.saturating_sub(self.0.rem_euclid(unit.0)))
    }

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

    /// Reads what people type: full-width digits, thousands separators (by three or by four), a leading `¥`, a trailing
    /// `元`, `万` or `亿` (also `w`), and spaces anywhere. Negative amounts and more than a hundred billion yuan are
    /// refused.
    ///
    /// ```
    /// use fund::money::{Fen, MoneyError};
    /// assert_eq!(Fen::parse_human("６００,000"), Ok(Fen::from_yuan(600_000)));
    /// assert_eq!(Fen::parse_human("63.5万"), Ok(Fen::from_yuan(635_000)));
    /// assert_eq!(Fen::parse_human("-1"), Err(MoneyError::Negative));
    /// ```
    pub fn parse_human(text: &str) -> Result<Self, MoneyError> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(half_width)
            .collect();
        let rest = plain.strip_prefix('¥').unwrap_or(&plain);
        if rest.is_empty() {
            return Err(MoneyError::Empty);
        }
        if rest.starts_with('-') {
            return Err(MoneyError::Negative);
        }
        let rest = rest.strip_suffix(['元', '圆', '块']).unwrap_or(rest);
        let (digits, places) = if let Some(digits) = rest.strip_suffix(['万', 'w', 'W']) {
            (digits, 6)
        } else if let Some(digits) = rest.strip_suffix('亿') {
            (digits, 10)
        } else {
            (rest, 2)
        };
        let fen = scaled(&without_separators(digits)?, places)?;
        match i64::try_from(fen) {
            Ok(fen) if fen <= HUMAN_LIMIT => Ok(Self(fen)),
            _ => Err(MoneyError::TooLarge),
        }
    }

    /// The amount with thousands separators and two places, as pages show it.
    ///
    /// ```
    /// use fund::money::Fen;
    /// assert_eq!(Fen::new(-123_456_789).grouped(), "-1,234,567.89");
    /// ```
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, digits) = plain
            .strip_prefix('-')
            .map_or(("", plain.as_str()), |digits| ("-", digits));
        let point = digits.len().saturating_sub(3);
        let mut out = String::with_capacity(plain.len() + point / 3);
        out.push_str(sign);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && index < point && (point - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }
}

/// The quotient rounded half away from zero (四舍五入), the rounding of every figure in fen. The denominator must be
/// positive; anything else counts as one.
///
/// ```
/// use fund::money::quotient_half_up;
/// assert_eq!(quotient_half_up(5, 2), 3);
/// assert_eq!(quotient_half_up(-5, 2), -3);
/// ```
pub const fn quotient_half_up(numerator: i128, denominator: i128) -> i128 {
    let denominator = if denominator < 1 { 1 } else { denominator };
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    // Compared as a difference: twice the rest could overflow.
    if rest.abs() >= denominator - rest.abs() {
        whole + numerator.signum()
    } else {
        whole
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

/// The half-width twin of a character an input method may produce.
fn half_width(character: char) -> char {
    match character {
        '０'..='９' | '．' | '，' | '－' | '＋' | 'ｗ' | 'Ｗ' => {
            // The full-width forms stand 0xFEE0 above ASCII.
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        '。' => '.',
        '、' | '\'' => ',',
        '￥' => '¥',
        '−' | '–' => '-',
        other => other,
    }
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

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

impl fmt::Debug for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fen({self})")
    }
}

impl FromStr for Fen {
    type Err = MoneyError;

    /// The machine form, as [`Fen::parse_yuan`].
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        Self::parse_yuan(text)
    }
}

impl Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Fen {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Fen {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Fen {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Fen {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

impl Serialize for Fen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Yuan;
        impl Visitor<'_> for Yuan {
            type Value = Fen;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an amount in yuan as a string, such as \"4352.06\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Fen, E> {
                Fen::parse_yuan(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Yuan)
    }
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
            ("1000亿", HUMAN_LIMIT),
        ] {
            assert_eq!(Fen::parse_human(text), Ok(Fen::new(fen)), "{text}");
        }
        for (text, error) in [
            (" \u{3000}", MoneyError::Empty),
            ("¥", MoneyError::Empty),
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

    #[test]
    fn written_forms() {
        assert_eq!(Fen::new(i64::MIN).to_string(), "-92233720368547758.08");
        assert_eq!(Fen::new(5).to_string(), "0.05");
        assert_eq!(Fen::new(-5).grouped(), "-0.05");
        assert_eq!(Fen::new(99_999).grouped(), "999.99");
        assert_eq!(Fen::new(100_000).grouped(), "1,000.00");
        assert_eq!(serde_json::to_string(&Fen::new(435_206)).unwrap(), "\"4352.06\"");
        assert!(
            serde_json::from_str::<Fen>("4352.06").is_err(),
            "a JSON number may have gone through a float"
        );
    }

    #[test]
    fn arithmetic_saturates() {
        assert_eq!(Fen::MAX + Fen::new(1), Fen::MAX);
        assert_eq!(-Fen::new(i64::MIN), Fen::MAX);
        assert_eq!(Fen::MAX.times(2), Fen::MAX);
        assert_eq!(
            Fen::new(i64::MIN).rounded_down_to(Fen::new(1_000)),
            Fen::new(i64::MIN)
        );
        assert_eq!(Fen::new(-1).rounded_down_to(Fen::new(100)), Fen::new(-100));
        assert_eq!([Fen::new(1), Fen::new(2)].iter().sum::<Fen>(), Fen::new(3));
    }

    proptest! {
        #[test]
        fn every_amount_reads_back(fen in any::<i64>()) {
            let amount = Fen::new(fen);
            prop_assert_eq!(Fen::parse_yuan(&amount.to_string()), Ok(amount));
            let json = serde_json::to_string(&amount).unwrap();
            prop_assert_eq!(serde_json::from_str::<Fen>(&json).unwrap(), amount);
        }

        #[test]
        fn grouped_reads_back_as_people_type_it(fen in 0..=HUMAN_LIMIT) {
            prop_assert_eq!(Fen::parse_human(&Fen::new(fen).grouped()), Ok(Fen::new(fen)));
        }

        #[test]
        fn reading_never_panics(text in "[-+¥￥0-9０-９,，.。万亿元w\u{3000} ]{0,40}|\\PC{0,20}") {
            let _ = Fen::parse_yuan(&text);
            let _ = Fen::parse_human(&text);
        }

        #[test]
        fn half_up_is_within_half(numerator in any::<i64>(), denominator in 1_i64..) {
            let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
            let error = 2 * (numerator - quotient_half_up(numerator, denominator) * denominator);
            prop_assert!(error.abs() <= denominator);
        }
    }
}
