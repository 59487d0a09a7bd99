//! The paper that identifies a person: read the same way from the core system's export and from what people type, because its
//! number decides who somebody is.

use std::fmt;

use crate::identity::{IdNumber, IdentityError};
use crate::typed::plain;

use super::PaperKind;

/// The paper that identifies a person (ZJLX, ZJHM). `Debug` withholds the number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Paper {
    /// Identity card, or a residence permit in the same 18-digit form.
    Card(IdNumber),
    /// Any other paper; the number as [`Paper::parse`] leaves it.
    Other(PaperKind, String),
}

/// Why a number cannot be that paper's. Never quotes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// An identity card's, or a permanent resident's of 18 digits, which follows the same rule.
    #[error(transparent)]
    Number(#[from] IdentityError),
    /// Nothing was typed.
    #[error("no number was given")]
    Empty,
    /// Too short, too long, or of other characters.
    #[error("a paper's number has 4 to 30 letters, digits or Chinese characters, and a digit among them")]
    Form,
}

/// Characters of a number other than an identity card's.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=30;
/// Digits and letters of a permanent resident's paper since 2023.
const RESIDENT_LENGTH: usize = 18;

impl Paper {
    /// Reads a number as people and systems write it: full-width forms, blanks, small letters. Of an officer's `军字第1234567号`
    /// what only leads the eye (字第, 号) is left out, so that both ways of writing it are the same person.
    pub fn parse(kind: PaperKind, typed: &str) -> Result<Self, PaperError> {
        if kind == PaperKind::IdentityCard {
            return Ok(Self::Card(IdNumber::parse(typed)?));
        }
        let number = plain(typed).to_uppercase().replace("字第", "");
        let number = number.trim_end_matches('号').to_owned();
        let count = number.chars().count();
        let fits = |c: char| c.is_ascii_alphanumeric() || "()-".contains(c) || is_han(c);
        if count == 0 {
            return Err(PaperError::Empty);
        }
        let has_digit = number.bytes().any(|byte| byte.is_ascii_digit());
        if !LENGTH.contains(&count) || !has_digit || !number.chars().all(fits) {
            return Err(PaperError::Form);
        }
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if kind == PaperKind::PermanentResident && count == RESIDENT_LENGTH && digits + 1 >= RESIDENT_LENGTH {
            IdNumber::parse(&number)?;
        }
        Ok(Self::Other(kind, number))
    }

    /// The kind of paper.
    pub const fn kind(&self) -> PaperKind {
        match self {
            Self::Card(_) => PaperKind::IdentityCard,
            Self::Other(kind, _) => *kind,
        }
    }

    /// The first and last four characters of an identity number; of other papers only the last two.
    pub fn masked(&self) -> String {
        match self {
            Self::Card(number) => number.masked(),
            Self::Other(_, number) => {
                let hidden = number.chars().count().saturating_sub(2);
                let tail: String = number.chars().skip(hidden).collect();
                "*".repeat(hidden) + &tail
            }
        }
    }

    /// The number in clear. Personal: for sealing and the blind index only.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Card(number) => number.as_str(),
            Self::Other(_, number) => number,
        }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || "〔〕〇".contains(c)
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paper({}, withheld)", self.kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: PaperKind, typed: &str) -> Result<String, PaperError> {
        Paper::parse(kind, typed).map(|paper| paper.as_str().to_owned())
    }

    #[test]
    fn one_person_however_the_number_is_written() {
        for (kind, one, other) in [
            (PaperKind::Passport, "E12345678", " ｅ1234 5678 "),
            (PaperKind::OfficerCard, "军字第1234567号", "军1234567"),
            (PaperKind::OfficerCard, "南字第01234567", "南 字第 01234567 号"),
            (PaperKind::Other, "M123456(7)", "m123456（7）"),
            (PaperKind::PermanentResident, "USA110099070112", "usa110099070112"),
        ] {
            assert_eq!(read(kind, one).unwrap(), read(kind, other).unwrap(), "{kind}");
        }
    }

    #[test]
    fn a_permanent_residents_eighteen_digits_have_a_check_digit() {
        let seventeen = "91184019800101001";
        let right = (b'0'..=b'9')
            .chain([b'X'])
            .map(|check| format!("{seventeen}{}", char::from(check)))
            .filter(|number| read(PaperKind::PermanentResident, number).is_ok())
            .count();
        assert_eq!(right, 1);
        assert_eq!(
            read(PaperKind::PermanentResident, "911840198013010011"),
            Err(PaperError::Number(IdentityError::IdBirth))
        );
    }

    #[test]
    fn numbers_are_masked() {
        let paper = Paper::parse(PaperKind::Passport, "E12345678").unwrap();
        assert_eq!(paper.masked(), "*******78");
    }

    #[test]
    fn what_can_be_no_number_is_refused() {
        for typed in ["E12", "E1234567/8", "😀😀😀😀", &"1".repeat(31)] {
            assert_eq!(read(PaperKind::Passport, typed), Err(PaperError::Form), "{typed}");
        }
        assert_eq!(read(PaperKind::Passport, " "), Err(PaperError::Empty));
        assert_eq!(
            read(PaperKind::IdentityCard, "123"),
            Err(PaperError::Number(IdentityError::IdLength(3)))
        );
    }
}
