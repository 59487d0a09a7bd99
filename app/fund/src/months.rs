//! Terms in months.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A loan's term: 1 to 360 months.
///
/// ```
/// use fund::months::Months;
///
/// assert_eq!(Months::new(360)?.get(), 360);
/// assert!(Months::new(361).is_err());
/// # Ok::<(), fund::months::MonthsError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u16")]
pub struct Months(u16);

/// Why a number is not a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MonthsError {
    /// Not a whole number.
    #[error("a term is whole months")]
    NotANumber,
    /// Zero, or more than thirty years.
    #[error("a term is 1 to 360 months")]
    OutOfRange,
}

impl Months {
    /// The shortest term.
    pub const MIN: Self = Self(1);
    /// The longest term: thirty years.
    pub const MAX: Self = Self(360);

    /// A term of this many months.
    pub fn new(months: u32) -> Result<Self, MonthsError> {
        match u16::try_from(months) {
            Ok(months) if (Self::MIN.0..=Self::MAX.0).contains(&months) => Ok(Self(months)),
            _ => Err(MonthsError::OutOfRange),
        }
    }

    /// The number of months.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Months {
    type Err = MonthsError;

    /// Digits only.
    fn from_str(text: &str) -> Result<Self, MonthsError> {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MonthsError::NotANumber);
        }
        // All digits, so the only way to fail is to be too large.
        Self::new(text.parse().map_err(|_| MonthsError::OutOfRange)?)
    }
}

impl TryFrom<u32> for Months {
    type Error = MonthsError;
    fn try_from(months: u32) -> Result<Self, MonthsError> {
        Self::new(months)
    }
}

impl From<Months> for u16 {
    fn from(months: Months) -> Self {
        months.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_three_hundred_and_sixty() {
        assert_eq!(Months::new(0), Err(MonthsError::OutOfRange));
        assert_eq!(Months::new(1), Ok(Months::MIN));
        assert_eq!(Months::new(360), Ok(Months::MAX));
        assert_eq!(Months::new(361), Err(MonthsError::OutOfRange));
        assert_eq!(Months::new(u32::MAX), Err(MonthsError::OutOfRange));
    }

    #[test]
    fn reads_digits_only() {
        assert_eq!("240".parse::<Months>(), Months::new(240));
        for text in ["", "-1", "+1", "12.0", "十二", " 12"] {
            assert_eq!(text.parse::<Months>(), Err(MonthsError::NotANumber), "{text}");
        }
        assert_eq!(
            "99999999999999999999".parse::<Months>(),
            Err(MonthsError::OutOfRange)
        );
    }

    #[test]
    fn json_is_a_number() {
        assert_eq!(serde_json::to_string(&Months::MAX).unwrap(), "360");
        assert_eq!(serde_json::from_str::<Months>("12").unwrap(), Months(12));
        assert!(serde_json::from_str::<Months>("361").is_err());
        assert!(serde_json::from_str::<Months>("\"12\"").is_err());
    }
}
