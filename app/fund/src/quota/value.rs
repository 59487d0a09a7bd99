//! Whole percents and floor areas.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::money::Fen;

/// A whole percent, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Percent(u16);

/// A number that is not a [`Percent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a percent lies between 0 and 1000")]
pub struct PercentError;

impl Percent {
    /// All of it.
    pub const WHOLE: Self = Self(100);

    /// A percent from its number.
    pub fn new(percent: u16) -> Result<Self, PercentError> {
        if percent <= 1000 {
            Ok(Self(percent))
        } else {
            Err(PercentError)
        }
    }

    /// The number before the percent sign.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// What is missing to the whole; nothing when this is more.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(100_u16.saturating_sub(self.0))
    }

    /// This share of an amount, rounded down to the fen: a limit never rounds in the borrower's favour.
    pub fn of(self, amount: Fen) -> Fen {
        let share = (i128::from(amount.get()) * i128::from(self.0)).div_euclid(100);
        Fen::new(i64::try_from(share).unwrap_or(if share < 0 { i64::MIN } else { i64::MAX }))
    }
}

impl TryFrom<u16> for Percent {
    type Error = PercentError;
    fn try_from(percent: u16) -> Result<Self, PercentError> {
        Self::new(percent)
    }
}

impl From<Percent> for u16 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

/// A floor area in hundredths of a square metre: up to 99,999.99 m².
///
/// ```
/// use fund::quota::Area;
///
/// let area: Area = "89.5".parse()?;
/// assert!(area < "90".parse()?);
/// assert_eq!(area.to_string(), "89.5");
/// # Ok::<(), fund::quota::AreaError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Area(u32);

/// A text that is not an [`Area`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an area is square metres with at most two decimals, such as 89.5")]
pub struct AreaError;

impl Area {
    /// The largest.
    pub const MAX: Self = Self(9_999_999);

    /// An area from hundredths of a square metre; the largest when there are too many.
    pub const fn from_hundredths(hundredths: u32) -> Self {
        if hundredths > Self::MAX.0 {
            return Self::MAX;
        }
        Self(hundredths)
    }

    /// Hundredths of a square metre.
    pub const fn hundredths(self) -> u32 {
        self.0
    }
}

impl FromStr for Area {
    type Err = AreaError;
    fn from_str(text: &str) -> Result<Self, AreaError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, 5) || !digits(fraction, 2) {
            return Err(AreaError);
        }
        let whole: u32 = whole.parse().map_err(|_| AreaError)?;
        let hundredths: u32 = fraction.parse().map_err(|_| AreaError)?;
        Ok(Self(
            whole * 100
                + if fraction.len() == 1 {
                    hundredths * 10
                } else {
                    hundredths
                },
        ))
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl TryFrom<String> for Area {
    type Error = AreaError;
    fn try_from(text: String) -> Result<Self, AreaError> {
        text.parse()
    }
}

impl From<Area> for String {
    fn from(area: Area) -> Self {
        area.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_share_rounds_down() {
        let third = Percent::new(33).unwrap();
        assert_eq!(third.of(Fen::new(101)), Fen::new(33));
        assert_eq!(third.rest().get(), 67);
        assert_eq!(Percent::new(1000).unwrap().of(Fen::MAX), Fen::MAX);
        assert!(Percent::new(1001).is_err());
        assert!(serde_json::from_str::<Percent>("1001").is_err());
    }

    #[test]
    fn areas_of_homes() {
        for (text, shown) in [
            ("144", "144"),
            ("89.50", "89.5"),
            ("89.05", "89.05"),
            ("0.1", "0.1"),
        ] {
            assert_eq!(text.parse::<Area>().unwrap().to_string(), shown);
        }
        for text in ["", "-1", "+1", "1.", ".5", "1.234", "100000", "1e3", "９０"] {
            assert_eq!(text.parse::<Area>(), Err(AreaError), "{text}");
        }
        assert_eq!(serde_json::to_string(&Area(8_950)).unwrap(), "\"89.5\"");
    }

    proptest! {
        #[test]
        fn every_area_reads_back(hundredths in 0_u32..10_000_000) {
            let area = Area(hundredths);
            prop_assert_eq!(area.to_string().parse(), Ok(area));
        }
    }
}
