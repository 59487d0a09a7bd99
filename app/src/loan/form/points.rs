//! What a bank adds to the prime rate, in hundredths of a percent.

use std::str::FromStr;

/// Basis points, from -500 to 500.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points(pub i32);

/// Not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPoints;

impl Points {
    /// What people write behind them.
    pub(in crate::loan) const UNITS: &'static [&'static str] =
        &["个基点", "基点", "bp", "BP", "basispoints", "points"];
}

impl FromStr for Points {
    type Err = NotPoints;

    fn from_str(text: &str) -> Result<Self, NotPoints> {
        let points = text.parse().map_err(|_| NotPoints)?;
        if (-500..=500).contains(&points) {
            Ok(Self(points))
        } else {
            Err(NotPoints)
        }
    }
}
