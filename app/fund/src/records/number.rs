//! Account, contract and serial numbers as the core system writes them, kept inline: an import makes
//! tens of millions of them, and none should cost an allocation.

use std::fmt;

const CAPACITY: usize = 32;
/// A contract's number may be words: 40 Chinese characters.
const WORDS: usize = 120;

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
    /// A contract's number longer than 40 Chinese characters.
    #[error("is longer than 40 Chinese characters, or 120 Latin ones")]
    LongWords,
    /// A contract's number that holds something other than letters, digits, Chinese characters, brackets and signs.
    #[error("may only hold digits, Latin letters, Chinese characters, brackets and - _ . / # ·")]
    Words,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Inline<const SIZE: usize> {
    /// Zero after `len`, so that derived comparison is that of the text.
    bytes: [u8; SIZE],
    len: u8,
}

impl<const SIZE: usize> Inline<SIZE> {
    /// The text, if it fits.
    fn of(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        let mut bytes = [0; SIZE];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        let len = u8::try_from(text.len()).ok()?;
        Some(Self { bytes, len })
    }

    fn as_str(&self) -> &str {
        // Whole characters by construction; the fallback is never taken.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

fn number(text: &str) -> Result<Inline<CAPACITY>, NumberError> {
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if !text.bytes().all(is_plain) {
        return Err(NumberError::Character);
    }
    Inline::of(text).ok_or(NumberError::TooLong)
}

fn words(text: &str) -> Result<Inline<WORDS>, NumberError> {
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if !text
        .chars()
        .all(|c| u8::try_from(c).is_ok_and(is_plain) || in_words(c))
    {
        return Err(NumberError::Words);
    }
    Inline::of(text).ok_or(NumberError::LongWords)
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)
}

/// What a number such as `咸公积金贷字〔2020〕第0012号` is made of besides.
fn in_words(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3347F}' | '〇' | '０'..='９')
        || "()（）[]［］【】〔〕〖〗「」『』〈〉《》{}｛｝#＃·：:－—、，．／№ ".contains(c)
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident $read:ident $size:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Inline<$size>);

        impl $name {
            /// Accepts the text as it is; nothing is trimmed or folded.
            pub fn parse(text: &str) -> Result<Self, NumberError> {
                $read(text).map(Self)
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
    /// An employer's account number (DWZH): 1–32 characters of `0-9 A-Z a-z - _ . /`, compared as text.
    EmployerNo number CAPACITY,
    /// A member's account number (GRZH), of the same characters.
    AccountNo number CAPACITY,
    /// A loan's account number (DKZH), of the same characters.
    LoanNo number CAPACITY,
    /// A loan contract's number (JKHTBH): the same characters, Chinese ones and brackets, up to 120 bytes.
    ContractNo words WORDS,
    /// A booking's serial number (YWLSH), of the characters of an account number.
    Serial number CAPACITY,
    /// A branch's code (YWWD), as the policy edition names it.
    BranchCode number CAPACITY,
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

    #[test]
    fn contracts_may_have_words_for_numbers() {
        for text in [
            "HT-2020/7",
            "咸公积金贷字（2020）第0012号",
            "咸房金〔2021〕3-15号",
            "[2019]贷字#7",
        ] {
            assert_eq!(ContractNo::parse(text).unwrap().as_str(), text);
        }
        assert!(ContractNo::parse(&"贷".repeat(40)).is_ok());
        assert_eq!(ContractNo::parse(&"贷".repeat(41)), Err(NumberError::LongWords));
        for text in ["贷\u{200B}1", "贷\n1", "贷\u{E000}", "贷\u{FFFD}", "贷?1", "<b>"] {
            assert_eq!(ContractNo::parse(text), Err(NumberError::Words), "{text:?}");
        }
        assert_eq!(ContractNo::parse(""), Err(NumberError::Empty));
    }
}
