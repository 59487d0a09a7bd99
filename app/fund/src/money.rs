//! Money: whole fen in an `i64`, and the ways an amount is read and written.
//!
//! Nothing here can panic: sums saturate at ±92 quadrillion yuan, far beyond any fund, and what cannot be
//! read comes back as a [`MoneyError`]. Division is always by a function that names its rounding.

mod read;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

pub use read::MoneyError;

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

    /// The amount with thousands separators and two places, as pages show it.
    ///
    /// ```
    /// use fund::money::Fen;
    /// assert_eq!(Fen::new(-123_456_789).grouped(), "-1,234,567.89");
    /// ```
    pub fn grouped(self) -> String {
        let mut out = String::new();
        self.push_grouped(&mut out);
        out
    }

    /// Writes the same behind what is there. A schedule of 360 months has a thousand amounts: each is written once, from its
    /// last digit to its first, and copied once.
    pub fn push_grouped(self, out: &mut String) {
        // The longest is -92,233,720,368,547,758.08.
        let mut text = [0; 28];
        let mut start = text.len();
        let mut rest = self.0.unsigned_abs();
        for (place, byte) in text.iter_mut().rev().enumerate() {
            // Two digits of fen, the point, and at least one of yuan.
            if rest == 0 && place > 3 {
                break;
            }
            *byte = match place {
                2 => b'.',
                place if place % 4 == 2 => b',',
                _ => {
                    let digit = rest % 10;
                    rest /= 10;
                    b'0' + u8::try_from(digit).unwrap_or(0)
                }
            };
            start -= 1;
        }
        if self.0 < 0 {
            out.push('-');
        }
        let text = text.get(start..).unwrap_or_default();
        out.push_str(std::str::from_utf8(text).unwrap_or_default());
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
        fn half_up_is_within_half(numerator in any::<i64>(), denominator in 1_i64..) {
            let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
            let error = 2 * (numerator - quotient_half_up(numerator, denominator) * denominator);
            prop_assert!(error.abs() <= denominator);
        }
    }
}
