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

/// Why a number was refused, in the words shown beside its field. Never quotes what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum IdentityError {
    /// Nothing was typed.
    #[error("请填写身份证号码")]
    IdEmpty,
    /// Neither 18 characters nor the old 15.
    #[error("身份证号码应为 18 位，现在是 {0} 位")]
    IdLength(usize),
    /// The old 15-digit form, withdrawn since 2013.
    #[error("15 位的旧号码已停用，请填写现在身份证上的 18 位号码")]
    IdOldForm,
    /// A character that cannot stand at its (1-based) place.
    #[error("身份证号码第 {0} 位不对：前 17 位只能是数字，最后一位是数字或 X")]
    IdCharacter(usize),
    /// Digits 7 to 14 are no date of the calendar, or lie before 1800.
    #[error("身份证号码第 7 至 14 位不是有效的出生日期，请核对")]
    IdBirth,
    /// The check character does not fit the 17 digits before it.
    #[error("身份证号码有一位填错了（校验位不符），请对照证件核对")]
    IdCheck,
    /// Nothing was typed.
    #[error("请填写手机号码")]
    PhoneEmpty,
    /// Not 11 digits.
    #[error("手机号码应为 11 位，现在是 {0} 位")]
    PhoneLength(usize),
    /// Something other than digits.
    #[error("手机号码只能是数字")]
    PhoneCharacter,
    /// Not in the range 13x to 19x.
    #[error("手机号码应以 13 至 19 开头")]
    PhonePrefix,
    /// Nothing was typed.
    #[error("请填写统一社会信用代码")]
    CreditEmpty,
    /// Not 18 characters.
    #[error("统一社会信用代码应为 18 位，现在是 {0} 位")]
    CreditLength(usize),
    /// A character outside the alphabet of GB 32100, at its (1-based) place.
    #[error("统一社会信用代码第 {0} 位不对：只用数字和大写字母，不用 I、O、S、V、Z")]
    CreditCharacter(usize),
    /// The check character does not fit the 17 before it.
    #[error("统一社会信用代码有一位填错了（校验位不符），请对照营业执照核对")]
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    // Region 990101 does not exist: a number made with it belongs to nobody.
    fn with_check(seventeen: &str) -> String {
        let sum: u32 = seventeen
            .chars()
            .zip(ID_WEIGHTS)
            .map(|(c, w)| c.to_digit(10).unwrap() * w)
            .sum();
        format!("{seventeen}{}", ID_CHECKS[(sum % 11) as usize])
    }

    #[test]
    fn the_standards_own_examples_pass() {
        // Printed in GB 11643-1999 itself.
        let woman = IdNumber::parse("11010519491231002X").unwrap();
        assert_eq!(woman.birth(), NaiveDate::from_ymd_opt(1949, 12, 31).unwrap());
        assert_eq!(woman.sex(), Sex::Female);
        assert_eq!(woman.last_four(), "002X");
        let man = IdNumber::parse("440524188001010014").unwrap();
        assert_eq!(
            (man.birth(), man.sex()),
            (NaiveDate::from_ymd_opt(1880, 1, 1).unwrap(), Sex::Male)
        );
    }

    #[test]
    fn what_people_type_is_accepted() {
        let plain = IdNumber::parse("11010519491231002X").unwrap();
        for typed in [
            "11010519491231002x",
            " 110105 19491231 002X ",
            "１１０１０５１９４９１２３１００２ｘ",
            "110105-19491231-002X",
            "\u{202A}11010519491231002X\u{202C}",
        ] {
            assert_eq!(IdNumber::parse(typed).as_ref(), Ok(&plain), "{typed}");
        }
    }

    #[test]
    fn each_fault_has_its_own_reason() {
        let cases = [
            ("", IdentityError::IdEmpty),
            ("　", IdentityError::IdEmpty),
            ("110105491231002", IdentityError::IdOldForm),
            ("1101051949123100", IdentityError::IdLength(16)),
            ("11010519491231002XX", IdentityError::IdLength(19)),
            ("1101051949123100XX", IdentityError::IdCharacter(17)),
            ("11010519491231002A", IdentityError::IdCharacter(18)),
            ("110105194912310一2X", IdentityError::IdCharacter(16)),
            ("110105194902310026", IdentityError::IdBirth),
            ("110105194900000026", IdentityError::IdBirth),
            ("110105190002290026", IdentityError::IdBirth), // 1900 was no leap year
            ("110105194912310021", IdentityError::IdCheck),
        ];
        for (typed, reason) in cases {
            assert_eq!(IdNumber::parse(typed), Err(reason), "{typed}");
        }
    }

    #[test]
    fn ages_are_full_years() {
        let teacher = IdNumber::parse(&with_check("99010119680315242")).unwrap();
        let on = |y, m, d| teacher.age_on(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(
            (on(2026, 3, 14), on(2026, 3, 15), on(1968, 3, 14)),
            (Some(57), Some(58), None)
        );
    }

    #[test]
    fn nothing_personal_prints_itself() {
        let id = IdNumber::parse("11010519491231002X").unwrap();
        assert_eq!(format!("{id:?}"), "IdNumber(redacted)");
        assert_eq!(id.masked(), "1101**********002X");
        let phone = Phone::parse("13800138000").unwrap();
        assert_eq!(format!("{phone:?}"), "Phone(redacted)");
        assert_eq!(phone.masked(), "138****8000");
        assert_eq!(phone.last_four(), "8000");
    }

    #[test]
    fn phones() {
        for typed in ["13800138000", "+86 138-0013-8000", "１３８００１３８０００"] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), "13800138000");
        }
        let cases = [
            ("", IdentityError::PhoneEmpty),
            ("1380013800", IdentityError::PhoneLength(10)),
            ("12800138000", IdentityError::PhonePrefix),
            ("03800138000", IdentityError::PhonePrefix),
            ("1380013800a", IdentityError::PhoneCharacter),
            ("１３８零0138000", IdentityError::PhoneCharacter),
        ];
        for (typed, reason) in cases {
            assert_eq!(Phone::parse(typed), Err(reason), "{typed}");
        }
    }

    #[test]
    fn credit_codes() {
        // Two codes printed in public documents; the second again with one place wrong below.
        for code in ["91350100M000100Y43", "914403001922038216"] {
            assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
        }
        let cases = [
            ("", IdentityError::CreditEmpty),
            ("9144030019220382", IdentityError::CreditLength(16)),
            ("91440300192203821I", IdentityError::CreditCharacter(18)),
            ("914403001922038217", IdentityError::CreditCheck),
        ];
        for (typed, reason) in cases {
            assert_eq!(CreditCode::parse(typed), Err(reason), "{typed}");
        }
        assert!(serde_json::from_str::<CreditCode>("\"914403001922038217\"").is_err());
    }

    proptest! {
        #[test]
        fn parsing_never_panics(typed in "\\PC{0,24}") {
            let _ = (IdNumber::parse(&typed), Phone::parse(&typed), CreditCode::parse(&typed));
        }

        #[test]
        fn one_wrong_digit_is_always_found(region in 100_000u32..999_999, day in 0i64..40_000, seq in 0u32..1000, at in 0usize..17, add in 1u32..10) {
            let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(day.unsigned_abs());
            let good = with_check(&format!("{region}{}{seq:03}", birth.format("%Y%m%d")));
            let id = IdNumber::parse(&good).unwrap();
            prop_assert_eq!(id.birth(), birth);
            prop_assert_eq!(id.sex() == Sex::Male, seq % 2 == 1);
            let bad: String = good.chars().enumerate().map(|(i, c)| if i == at {
                char::from_digit((c.to_digit(10).unwrap() + add) % 10, 10).unwrap()
            } else { c }).collect();
            prop_assert!(IdNumber::parse(&bad).is_err());
        }
    }
}
