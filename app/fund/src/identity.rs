//! Who somebody is on paper: identity-card numbers (GB 11643), social credit codes (GB 32100), phones.
//!
//! Each type is parsed once, at the edge, from what people really type (full-width digits, a
//! lowercase x, blanks between groups) and from then on cannot hold a wrong value. Identity numbers and
//! phones never print themselves: `Debug` is redacted, and neither `Display` nor `Serialize` exists;
//! whoever needs the whole value says so with `as_str`.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a number was refused. Never quotes what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdentityError {
    /// Nothing was typed.
    #[error("no ID number was given")]
    IdEmpty,
    /// Neither 18 characters nor the old 15.
    #[error("an ID number has 18 characters, not {0}")]
    IdLength(usize),
    /// The old 15-digit form, withdrawn since 2013.
    #[error("the old ID numbers of 15 digits are withdrawn")]
    IdOldForm,
    /// A character that cannot stand at its (1-based) place.
    #[error("character {0} of the ID number cannot stand there")]
    IdCharacter(usize),
    /// Digits 7 to 14 are no date of the calendar, or lie before 1800.
    #[error("digits 7 to 14 of the ID number are no date of birth")]
    IdBirth,
    /// The check character does not fit the 17 digits before it.
    #[error("the check character of the ID number does not fit")]
    IdCheck,
    /// Nothing was typed.
    #[error("no phone number was given")]
    PhoneEmpty,
    /// Not 11 digits.
    #[error("a phone number has 11 digits, not {0}")]
    PhoneLength(usize),
    /// Something other than digits.
    #[error("a phone number is digits only")]
    PhoneCharacter,
    /// Not in the range 13x to 19x.
    #[error("a phone number begins with 13 to 19")]
    PhonePrefix,
    /// Nothing was typed.
    #[error("no credit code was given")]
    CreditEmpty,
    /// Not 18 characters.
    #[error("a credit code has 18 characters, not {0}")]
    CreditLength(usize),
    /// A character outside the alphabet of GB 32100, at its (1-based) place.
    #[error("character {0} of the credit code cannot stand there")]
    CreditCharacter(usize),
    /// The check character does not fit the 17 before it.
    #[error("the check character of the credit code does not fit")]
    CreditCheck,
}

/// What the parity of an identity number's sequence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Odd sequence.
    Male,
    /// Even sequence.
    Female,
}

/// An 18-character identity number whose birth date exists and whose check character fits.
///
/// Covers the resident identity card and the residence permit for people from Hong Kong, Macao and
/// Taiwan (same form). The region code is not checked: withdrawn codes stay valid for life.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdNumber {
    text: String,
    birth: NaiveDate,
}

/// Weights of the first 17 digits (GB 11643, from ISO 7064 MOD 11-2).
const ID_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character by remainder.
const ID_CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

impl IdNumber {
    /// Reads a number as typed: full-width forms, a lowercase x and blanks or hyphens between groups are accepted.
    pub fn parse(typed: &str) -> Result<Self, IdentityError> {
        let text = plain(typed);
        match text.chars().count() {
            0 => return Err(IdentityError::IdEmpty),
            15 if text.bytes().all(|b| b.is_ascii_digit()) => return Err(IdentityError::IdOldForm),
            18 => {}
            n => return Err(IdentityError::IdLength(n)),
        }
        let mut sum = 0;
        for ((place, c), weight) in text.chars().enumerate().zip(ID_WEIGHTS) {
            sum += weight * c.to_digit(10).ok_or(IdentityError::IdCharacter(place + 1))?;
        }
        // From here on the first 17 characters are ASCII digits.
        let last = text
            .chars()
            .next_back()
            .filter(|c| c.is_ascii_digit() || *c == 'X');
        let last = last.ok_or(IdentityError::IdCharacter(18))?;
        let birth = text
            .get(6..14)
            .and_then(compact_date)
            .ok_or(IdentityError::IdBirth)?;
        if ID_CHECKS.get((sum % 11) as usize) != Some(&last) {
            return Err(IdentityError::IdCheck);
        }
        Ok(Self { text, birth })
    }

    /// All 18 characters, X in upper case.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// For the screen: the first and last four characters.
    pub fn masked(&self) -> String {
        mask(&self.text, 4)
    }

    /// The last four characters, which people know by heart and quote to find an appointment again.
    pub fn last_four(&self) -> &str {
        self.text.get(14..).unwrap_or_default()
    }

    /// Date of birth, never before 1800.
    pub const fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// Full years of age on `day`; `None` if `day` lies before the birth.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth)
    }

    /// The sex as the number states it.
    pub fn sex(&self) -> Sex {
        match self.text.as_bytes().get(16) {
            Some(digit) if digit % 2 == 1 => Sex::Male,
            _ => Sex::Female,
        }
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdNumber(redacted)")
    }
}

impl FromStr for IdNumber {
    type Err = IdentityError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::parse(s)
    }
}

/// A mainland mobile number: 11 digits, 13x to 19x.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as typed: full-width digits, blanks, hyphens and a leading +86 are accepted.
    pub fn parse(typed: &str) -> Result<Self, IdentityError> {
        let text = plain(typed);
        let text = text.strip_prefix("+86").unwrap_or(&text);
        if text.is_empty() {
            return Err(IdentityError::PhoneEmpty);
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdentityError::PhoneCharacter);
        }
        match text.as_bytes() {
            [b'1', b'3'..=b'9', ..] if text.len() == 11 => Ok(Self(text.to_owned())),
            digits if digits.len() != 11 => Err(IdentityError::PhoneLength(digits.len())),
            _ => Err(IdentityError::PhonePrefix),
        }
    }

    /// All 11 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For the screen: the first three and the last four digits.
    pub fn masked(&self) -> String {
        mask(&self.0, 3)
    }

    /// The last four digits.
    pub fn last_four(&self) -> &str {
        self.0.get(7..).unwrap_or_default()
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(redacted)")
    }
}

impl FromStr for Phone {
    type Err = IdentityError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::parse(s)
    }
}

/// An employer's unified social credit code (GB 32100): public, so it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditCode(String);

/// The 31 characters of GB 32100 in order of their value.
const CREDIT_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

impl CreditCode {
    /// Reads a code as typed: full-width forms, lowercase letters and blanks are accepted.
    pub fn parse(typed: &str) -> Result<Self, IdentityError> {
        let text = plain(typed);
        match text.chars().count() {
            0 => return Err(IdentityError::CreditEmpty),
            18 => {}
            n => return Err(IdentityError::CreditLength(n)),
        }
        let mut sum = 0;
        let mut weight = 1; // 3^(place-1) mod 31
        for (place, c) in text.chars().enumerate() {
            let value = CREDIT_ALPHABET
                .find(c)
                .ok_or(IdentityError::CreditCharacter(place + 1))?;
            // The check character counts once: the whole is then a multiple of 31.
            sum += value * if place == 17 { 1 } else { weight };
            weight = weight * 3 % 31;
        }
        if sum % 31 == 0 {
            Ok(Self(text))
        } else {
            Err(IdentityError::CreditCheck)
        }
    }

    /// All 18 characters, letters in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CreditCode {
    type Err = IdentityError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::parse(s)
    }
}

impl TryFrom<String> for CreditCode {
    type Error = IdentityError;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::parse(&s)
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> Self {
        code.0
    }
}

/// Full-width characters to ASCII, letters to upper case, blanks and hyphens dropped.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            // The full-width block mirrors printable ASCII at a fixed distance.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            other => other,
        })
        // Left-to-right marks ride along when a number is pasted from a contact list.
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(c, '-' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}')
        })
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// `YYYYMMDD` as a date not before 1800.
fn compact_date(digits: &str) -> Option<NaiveDate> {
    let year = digits.get(..4)?.parse().ok()?;
    let month = digits.get(4..6)?.parse().ok()?;
    let day = digits.get(6..8)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|d| d.year() >= 1800)
}

/// Keeps `head` characters in front and four at the end of an ASCII text.
fn mask(text: &str, head: usize) -> String {
    let hidden = text.len().saturating_sub(head + 4);
    let front = text.get(..head).unwrap_or_default();
    let back = text.get(head + hidden..).unwrap_or_default();
    format!("{front}{}{back}", "*".repeat(hidden))
}

#[cfg(test)]
mod tests;
