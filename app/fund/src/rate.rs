//! Interest rates: percent a year, decimal, never a float.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// The highest rate taken for real: the courts' old ceiling for private lending. A fund's rates are far below, so more
/// than this is a slip of the finger.
const MAX_PERCENT: u32 = 36;
/// Places after the point a percent figure may have.
const MAX_PLACES: u32 = 6;

/// An annual interest rate in percent: 0 to 36, at most six places.
///
/// ```
/// use fund::rate::Rate;
///
/// let rate: Rate = "3.25".parse()?;
/// assert_eq!(rate.to_string(), "3.25");
/// assert!("36.01".parse::<Rate>().is_err());
/// # Ok::<(), fund::rate::RateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(Decimal);

/// Why a figure is not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// Not a plain decimal number.
    #[error("a rate is digits and at most one point, such as 3.25")]
    NotANumber,
    /// Below 0 or above 36.
    #[error("an annual rate is 0 to 36 percent")]
    OutOfRange,
    /// More than six places.
    #[error("a rate has at most six decimals")]
    TooManyPlaces,
}

impl Rate {
    /// No interest.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// [`Self::units`] in a whole: a rate of 100 % would be this many.
    pub const UNITS_PER_WHOLE: i64 = 100_000_000;

    /// A rate from percent a year.
    pub fn from_percent(percent: Decimal) -> Result<Self, RateError> {
        if percent < Decimal::ZERO || percent > Decimal::from(MAX_PERCENT) {
            return Err(RateError::OutOfRange);
        }
        let mut percent = percent.normalize();
        if percent.scale() > MAX_PLACES {
            return Err(RateError::TooManyPlaces);
        }
        // Two places at least, as the central bank prints its rates: 2.60, not 2.6.
        if percent.scale() < 2 {
            percent.rescale(2);
        }
        Ok(Self(percent))
    }

    /// Percent a year.
    pub const fn percent(self) -> Decimal {
        self.0
    }

    /// The annual rate as a whole number of hundred-millionths ([`Self::UNITS_PER_WHOLE`]), which is exact: 3.25 % is
    /// 3,250,000. With it, interest is a quotient of integers.
    pub fn units(self) -> i64 {
        let mut scaled = self.0;
        scaled.rescale(MAX_PLACES);
        // At most 36 × 10^6, so this always fits.
        i64::try_from(scaled.mantissa()).unwrap_or(i64::MAX)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rate({self}%)")
    }
}

impl FromStr for Rate {
    type Err = RateError;

    /// Digits and at most one point: no sign, exponent, separator or percent mark.
    fn from_str(text: &str) -> Result<Self, RateError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(RateError::NotANumber);
        }
        // `from_str_exact` refuses what it cannot hold instead of rounding it.
        let percent = Decimal::from_str_exact(text).map_err(|error| match error {
            rust_decimal::Error::Underflow => RateError::TooManyPlaces,
            _ => RateError::OutOfRange,
        })?;
        Self::from_percent(percent)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Percent;
        impl Visitor<'_> for Percent {
            type Value = Rate;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an annual rate in percent as a string, such as \"3.25\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Rate, E> {
                text.parse()
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Percent)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_and_writes_percent() {
        for (text, shown, units) in [
            ("3.25", "3.25", 3_250_000),
            ("2.6", "2.60", 2_600_000),
            ("0", "0.00", 0),
            ("36", "36.00", 36_000_000),
            ("1.5000000000", "1.50", 1_500_000),
            ("2.123456", "2.123456", 2_123_456),
        ] {
            let rate: Rate = text.parse().unwrap();
            assert_eq!(rate.to_string(), shown);
            assert_eq!(rate.units(), units);
        }
        for (text, error) in [
            ("", RateError::NotANumber),
            ("-1", RateError::NotANumber),
            ("3.25%", RateError::NotANumber),
            ("1e1", RateError::NotANumber),
            (".5", RateError::NotANumber),
            ("5.", RateError::NotANumber),
            ("1.2.3", RateError::NotANumber),
            ("36.000001", RateError::OutOfRange),
            ("999999999999999999999999999999999", RateError::OutOfRange),
            ("3.1234567", RateError::TooManyPlaces),
            ("3.00000000000000000000000000000000001", RateError::TooManyPlaces),
        ] {
            assert_eq!(text.parse::<Rate>(), Err(error), "{text}");
        }
        assert_eq!(
            Rate::from_percent(Decimal::NEGATIVE_ONE),
            Err(RateError::OutOfRange)
        );
    }

    #[test]
    fn json_is_a_string() {
        let rate: Rate = "3.25".parse().unwrap();
        assert_eq!(serde_json::to_string(&rate).unwrap(), "\"3.25\"");
        assert_eq!(serde_json::from_str::<Rate>("\"3.25\"").unwrap(), rate);
        let refused = serde_json::from_str::<Rate>("\"40\"").unwrap_err().to_string();
        assert!(refused.contains("percent"), "{refused}");
    }

    proptest! {
        #[test]
        fn every_rate_reads_back(units in 0_i64..=36_000_000) {
            let rate = Rate::from_percent(Decimal::new(units, MAX_PLACES)).unwrap();
            prop_assert_eq!(rate.units(), units);
            prop_assert_eq!(rate.to_string().parse::<Rate>(), Ok(rate));
        }

        #[test]
        fn reading_never_panics(text in "[-+0-9.]{0,40}|\\PC{0,20}") {
            let _ = text.parse::<Rate>();
        }
    }
}
