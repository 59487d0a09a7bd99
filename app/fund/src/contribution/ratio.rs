//! Contribution ratios (缴存比例): percents with two decimals, as the data standard's NUMERIC(4,2) has them.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::money::{Fen, quotient_half_up};

/// Hundredths of a percent in a whole.
const WHOLE: u16 = 10_000;

/// A share of the base in percent, 0 to 100 with at most two decimals.
///
/// ```
/// use fund::contribution::Ratio;
///
/// let ratio: Ratio = "5.50".parse()?;
/// assert_eq!(ratio.to_string(), "5.5");
/// assert!("5.505".parse::<Ratio>().is_err());
/// # Ok::<(), fund::contribution::RatioError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(u16);

/// A figure that is not a [`Ratio`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a ratio is a percent from 0 to 100 with at most two decimals")]
pub struct RatioError;

impl Ratio {
    /// A ratio from hundredths of a percent.
    pub const fn from_hundredths(hundredths: u16) -> Result<Self, RatioError> {
        if hundredths <= WHOLE {
            Ok(Self(hundredths))
        } else {
            Err(RatioError)
        }
    }

    /// A ratio from whole percents.
    pub const fn from_percent(percent: u16) -> Result<Self, RatioError> {
        match percent.checked_mul(100) {
            Some(hundredths) => Self::from_hundredths(hundredths),
            None => Err(RatioError),
        }
    }

    /// Hundredths of a percent.
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// What a base contributes by it: base × ratio, rounded half-up to a unit.
    pub fn of(self, base: Fen, unit: Fen) -> Fen {
        let unit = unit.get().max(1);
        let units = quotient_half_up(
            i128::from(base.get()) * i128::from(self.0),
            i128::from(unit) * i128::from(WHOLE),
        );
        Fen::new(i64::try_from(units).unwrap_or(i64::MAX).saturating_mul(unit))
    }

    /// The ratio behind an amount that was contributed from a base: the one with the fewest decimals that gives exactly that
    /// amount, and the nearest where none does. Nothing where it would be none of 0 to 100 %.
    pub fn behind(amount: Fen, base: Fen, unit: Fen) -> Option<Self> {
        if base <= Fen::ZERO || amount.is_negative() {
            return None;
        }
        let rounded_to = |step: i64| {
            let steps = quotient_half_up(
                i128::from(amount.get()) * i128::from(WHOLE),
                i128::from(base.get()) * i128::from(step),
            );
            let hundredths = u16::try_from(steps.checked_mul(step.into())?).ok()?;
            Self::from_hundredths(hundredths).ok()
        };
        let coarse = [100, 10].into_iter().filter_map(rounded_to);
        let mut exact = coarse.filter(|ratio| ratio.of(base, unit) == amount);
        exact.next().or_else(|| rounded_to(1))
    }

    /// Every whole percent from one ratio to another, and both of them.
    pub(super) fn steps(self, most: Self) -> impl Iterator<Item = Self> {
        let whole = (self.0 / 100 + 1..=most.0 / 100).map(|percent| Self(percent * 100));
        let ends = (!most.0.is_multiple_of(100) && most != self).then_some(most);
        std::iter::once(self).chain(whole).chain(ends)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl FromStr for Ratio {
    type Err = RatioError;

    /// Digits and at most one point; zeros at the end are not counted.
    fn from_str(text: &str) -> Result<Self, RatioError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let counted = fraction.trim_end_matches('0');
        if !digits(whole) || !digits(fraction) || counted.len() > 2 {
            return Err(RatioError);
        }
        let whole = whole.parse::<u16>().ok().and_then(|whole| whole.checked_mul(100));
        let hundredths: u16 = format!("{counted:0<2}").parse().map_err(|_| RatioError)?;
        let sum = whole.and_then(|whole| whole.checked_add(hundredths));
        Self::from_hundredths(sum.ok_or(RatioError)?)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    /// From a text, as rates are written, or from a whole number.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Percent;
        impl Visitor<'_> for Percent {
            type Value = Ratio;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a percent from 0 to 100, a whole number or a text such as \"5.5\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Ratio, E> {
                text.parse()
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
            fn visit_u64<E: de::Error>(self, percent: u64) -> Result<Ratio, E> {
                let small = u16::try_from(percent).map_err(|_| RatioError);
                small
                    .and_then(Ratio::from_percent)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(percent), &self))
            }
            fn visit_i64<E: de::Error>(self, percent: i64) -> Result<Ratio, E> {
                match u64::try_from(percent) {
                    Ok(percent) => self.visit_u64(percent),
                    Err(_) => Err(E::invalid_value(de::Unexpected::Signed(percent), &self)),
                }
            }
        }
        deserializer.deserialize_any(Percent)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(text: &str) -> Ratio {
        text.parse().unwrap()
    }

    #[test]
    fn percents_with_two_decimals() {
        for (text, hundredths, shown) in [
            ("5.5", 550, "5.5"),
            ("5.50", 550, "5.5"),
            ("12", 1200, "12"),
            ("12.000000000", 1200, "12"),
            ("5.05", 505, "5.05"),
            ("7.25", 725, "7.25"),
            ("0", 0, "0"),
            ("100", 10_000, "100"),
        ] {
            assert_eq!(ratio(text).hundredths(), hundredths, "{text}");
            assert_eq!(ratio(text).to_string(), shown);
        }
        for text in [
            "", "5.", ".5", "-5", "5.505", "5.5%", "100.01", "700", "99999", "1e1", "五",
        ] {
            assert_eq!(text.parse::<Ratio>(), Err(RatioError), "{text}");
        }
    }

    #[test]
    fn json_is_a_string_and_a_whole_number_is_read() {
        assert_eq!(serde_json::to_string(&ratio("5.5")).unwrap(), "\"5.5\"");
        for (json, text) in [("\"5.5\"", "5.5"), ("5", "5"), ("\"12\"", "12")] {
            assert_eq!(serde_json::from_str::<Ratio>(json).unwrap(), ratio(text));
        }
        for json in ["5.5", "-5", "101", "70000", "\"5.555\"", "null"] {
            assert!(serde_json::from_str::<Ratio>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn the_ratio_behind_an_amount_is_the_plainest_that_gives_it() {
        let yuan = |text| Fen::parse_yuan(text).unwrap();
        for (amount, base, unit, behind) in [
            ("330.00", "6000", 1, Some("5.5")),
            ("480.00", "6000", 1, Some("8")),
            ("359.88", "6543.21", 1, Some("5.5")),
            ("314.82", "6000", 1, Some("5.25")),
            // 1,950 × 5.5 % = 107.25: whole yuan hide a quarter.
            ("107", "1950", 100, Some("5.5")),
            ("0", "6000", 1, Some("0")),
            ("6000.60", "6000", 1, None),
            ("10", "0", 1, None),
            ("-1", "6000", 1, None),
        ] {
            let found = Ratio::behind(yuan(amount), yuan(base), Fen::new(unit));
            assert_eq!(found, behind.map(ratio), "{amount} of {base}");
        }
    }

    #[test]
    fn whole_steps_and_both_ends() {
        let steps = |least: &str, most: &str| {
            let steps = ratio(least).steps(ratio(most));
            steps.map(|step| step.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(steps("5", "12"), "5 6 7 8 9 10 11 12");
        assert_eq!(steps("5.5", "7.25"), "5.5 6 7 7.25");
        assert_eq!(steps("5.5", "5.75"), "5.5 5.75");
        assert_eq!(steps("5", "5"), "5");
        assert_eq!(steps("5.5", "5.5"), "5.5");
    }

    proptest! {
        #[test]
        fn every_ratio_reads_back(hundredths in 0_u16..=WHOLE) {
            let ratio = Ratio::from_hundredths(hundredths).unwrap();
            prop_assert_eq!(ratio.to_string().parse(), Ok(ratio));
        }

        /// Within half a unit, the half upward.
        #[test]
        fn an_amount_is_rounded_half_up_to_the_unit(
            fen in 0_i64..10_000_000, hundredths in 0_u16..=WHOLE, unit in prop::sample::select(vec![1_i64, 10, 100]),
        ) {
            let ratio = Ratio::from_hundredths(hundredths).unwrap();
            let amount = ratio.of(Fen::new(fen), Fen::new(unit));
            prop_assert_eq!(amount.get() % unit, 0);
            let off = amount.get() * i64::from(WHOLE) - fen * i64::from(hundredths);
            let half = i64::from(WHOLE) / 2 * unit;
            prop_assert!(-half < off && off <= half, "{off}");
        }

        /// Whatever base somebody has, the amount that is paid is found again.
        #[test]
        fn the_ratio_behind_an_amount_gives_it_again(
            fen in 100_000_i64..5_000_000, hundredths in 1_u16..=WHOLE, unit in prop::sample::select(vec![1_i64, 10, 100]),
        ) {
            let (base, unit) = (Fen::new(fen), Fen::new(unit));
            let amount = Ratio::from_hundredths(hundredths).unwrap().of(base, unit);
            let found = Ratio::behind(amount, base, unit).unwrap();
            prop_assert_eq!(found.of(base, unit), amount);
        }

        #[test]
        fn reading_never_panics(text in "[-+0-9.]{0,20}|\\PC{0,20}") {
            let _ = text.parse::<Ratio>();
        }
    }
}
