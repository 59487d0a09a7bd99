//! Members: who they are.

use super::{AccountNo, EmployerNo, Paper};
use crate::identity::Phone;
use std::fmt;

/// A member (缴存职工). One row per person; `account_no` is that person's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// GRZH, the key.
    pub account_no: AccountNo,
    /// DWZH: the present or last employer.
    pub employer_no: EmployerNo,
    /// XINGMING.
    pub name: PersonName,
    /// ZJLX and ZJHM.
    pub paper: Paper,
    /// SJHM; none when the core system has none on file.
    pub phone: Option<Phone>,
}

/// A person's name (XINGMING): 1–60 characters, no control characters. `Debug` withholds it.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Accepts 1–60 characters after trimming, none of them a control character.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = (1..=60).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// The first character; the rest is hidden.
    pub fn masked(&self) -> String {
        let mut characters = self.0.chars();
        let first = characters.next().map(String::from).unwrap_or_default();
        first + &"*".repeat(characters.count())
    }

    /// The name in clear. Personal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(withheld)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_masked() {
        assert_eq!(PersonName::parse("欧阳小明").unwrap().masked(), "欧***");
    }
}
