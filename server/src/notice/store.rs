//! What the notice room asks of the store: slips, numbered and kept as issued.

use crate::{seal::PersonKey, store::error::StoreError};
use async_trait::async_trait;
use chrono::{Datelike as _, NaiveDate};
use std::fmt;

/// A slip's number, such as `XN-2026-004182-K7Q2MF`: centre, year, count within the year, and characters drawn at
/// random, so that nobody finds another person's slip by counting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SlipNumber(String);

impl SlipNumber {
    fn new(centre: &str, year: i32, count: i64, random: &str) -> Self {
        Self(format!("{centre}-{year:04}-{count:06}-{random}"))
    }

    /// Reads a number as typed; blanks are dropped and small letters raised.
    pub fn parse(typed: &str) -> Option<Self> {
        let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.to_ascii_uppercase();
        let parts: Vec<&str> = text.split('-').collect();
        let [centre, year, count, random] = parts.as_slice() else {
            return None;
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let letters = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let fits = letters(centre)
            && centre.len() <= 8
            && digits(year)
            && year.len() == 4
            && digits(count)
            && (6..=12).contains(&count.len())
            && letters(random)
            && random.len() <= 16;
        fits.then_some(Self(text))
    }

    /// The number as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SlipNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A slip to be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSlip {
    /// What slip numbers of this centre begin with, such as `XN`.
    pub centre: String,
    /// Random end of the number, six characters or more of digits and capital letters.
    pub random: String,
    /// Code of the service.
    pub service: String,
    /// The answers it follows from, JSON.
    pub answers: String,
    /// The slip as issued, JSON: it must not change when the edition does.
    pub content: String,
    /// The day it is issued; its year numbers it.
    pub issued_on: NaiveDate,
    /// The last day it holds.
    pub expires_on: NaiveDate,
    /// Who asked, when signed in.
    pub person: Option<PersonKey>,
    /// The same for all that say the same to the same person on the same day, and for nothing else.
    pub fingerprint: [u8; 16],
}

impl NewSlip {
    /// The slip under the `count`-th number of its year.
    pub(crate) fn numbered(&self, count: i64) -> Slip {
        Slip {
            number: SlipNumber::new(&self.centre, self.issued_on.year(), count, &self.random),
            service: self.service.clone(),
            answers: self.answers.clone(),
            content: self.content.clone(),
            issued_on: self.issued_on,
            expires_on: self.expires_on,
            person: self.person,
        }
    }
}

/// A slip as issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Its number.
    pub number: SlipNumber,
    /// Code of the service.
    pub service: String,
    /// The answers it follows from, JSON.
    pub answers: String,
    /// The slip, JSON.
    pub content: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The last day it holds.
    pub expires_on: NaiveDate,
    /// Who asked, when signed in.
    pub person: Option<PersonKey>,
}

/// The notice room's store. Each method is one unit of work.
#[async_trait]
pub trait NoticeStore: Send + Sync {
    /// Issues a slip under the next number of its centre and year; one with the same fingerprint is issued once, and given
    /// again.
    async fn issue(&self, slip: &NewSlip) -> Result<Slip, StoreError>;

    /// The slip with this number.
    async fn slip(&self, number: &SlipNumber) -> Result<Option<Slip>, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_typed() {
        let number = SlipNumber::new("XN", 2026, 4182, "K7Q2MF");
        assert_eq!(number.as_str(), "XN-2026-004182-K7Q2MF");
        assert_eq!(SlipNumber::parse(" xn-2026-004182-k7q2mf "), Some(number));
        for bad in [
            "",
            "XN-2026-004182",
            "XN-26-004182-K7",
            "XN-2026-00418a-K7",
            "XN-2026-004182-",
            "咸-2026-004182-K",
        ] {
            assert_eq!(SlipNumber::parse(bad), None, "{bad}");
        }
    }
}
