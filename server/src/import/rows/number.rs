//! Account, contract and serial numbers as the core system writes them, kept inline: an import makes
//! tens of millions of them, and none should cost an allocation.

use std::fmt;

const CAPACITY: usize = 32;

/// Why a number was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing there.
    #[error("is empty")]
    Empty,
    /// Longer than 32 characters.
    #[error("is longer than 32 characters")]
    TooLong,
    /// Holds something other than `0-9 A-Z a-z - _ . /`.
    #[error("may only hold digits, Latin letters and - _ . /")]
    Character,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Inline {
    /// Zero after `len`, so that derived comparison is that of the text.
    bytes: [u8; CAPACITY],
    len: u8,
}

impl Inline {
    fn parse(text: &str) -> Result<Self, NumberError> {
        let text = text.as_bytes();
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        if !text
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(byte))
        {
            return Err(NumberError::Character);
        }
        let mut bytes = [0; CAPACITY];
        bytes
            .get_mut(..text.len())
            .ok_or(NumberError::TooLong)?
            .copy_from_slice(text);
        let len = u8::try_from(text.len()).map_err(|_| NumberError::TooLong)?;
        Ok(Self { bytes, len })
    }

    fn as_str(&self) -> &str {
        // ASCII by construction; the fallback is never taken.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        ///
        /// 1–32 characters of `0-9 A-Z a-z - _ . /`, compared as text.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Inline);

        impl $name {
            /// Accepts the text as it is; nothing is trimmed or folded.
            pub fn parse(text: &str) -> Result<Self, NumberError> {
                Inline::parse(text).map(Self)
            }

            /// The number as the core system writes it.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = NumberError;

            fn from_str(text: &str) -> Result<Self, NumberError> {
                Self::parse(text)
            }
        }
    )+};
}

numbers! {
    /// An employer's account number (DWZH).
    EmployerNo,
    /// A member's account number (GRZH).
    AccountNo,
    /// A loan's account number (DKZH).
    LoanNo,
    /// A loan contract's number (JKHTBH).
    ContractNo,
    /// A booking's serial number (YWLSH).
    Serial,
    /// A branch's code (YWWD), as the policy edition names it.
    BranchCode,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_text_and_compares_as_text() {
        let account = AccountNo::parse("4212-000017").unwrap();
        assert_eq!(account.as_str(), "4212-000017");
        assert!(AccountNo::parse("10").unwrap() < AccountNo::parse("2").unwrap());
        assert!(AccountNo::parse("1").unwrap() < AccountNo::parse("10").unwrap());
        assert_eq!(Serial::parse(&"7".repeat(32)).unwrap().as_str().len(), 32);
    }

    #[test]
    fn refuses_what_is_no_number() {
        assert_eq!(AccountNo::parse(""), Err(NumberError::Empty));
        assert_eq!(AccountNo::parse(&"7".repeat(33)), Err(NumberError::TooLong));
        assert_eq!(AccountNo::parse(" 1"), Err(NumberError::Character));
        assert_eq!(AccountNo::parse("１"), Err(NumberError::Character));
    }
}
