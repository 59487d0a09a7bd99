//! Texts of an edition: in Chinese and, where somebody has written it, in English.

use serde::{Deserialize, Serialize};

/// A text in Chinese, and in English where there is one. Which of them a person reads is decided where pages are made.
///
/// While there is no English its JSON is a plain string, as it was before there was any: old slips are read as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Form", into = "Form")]
pub struct Bilingual {
    zh: String,
    en: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Form {
    Chinese(String),
    Both { zh: String, en: String },
}

impl From<Form> for Bilingual {
    fn from(form: Form) -> Self {
        match form {
            Form::Chinese(zh) => Self { zh, en: None },
            Form::Both { zh, en } => Self { zh, en: Some(en) },
        }
    }
}

impl From<Bilingual> for Form {
    fn from(text: Bilingual) -> Self {
        let Bilingual { zh, en } = text;
        match en {
            None => Self::Chinese(zh),
            Some(en) => Self::Both { zh, en },
        }
    }
}

impl From<&str> for Bilingual {
    /// A text without English.
    fn from(zh: &str) -> Self {
        Self::new(zh.to_owned(), None)
    }
}

impl Bilingual {
    /// The text, with its English if there is one.
    pub const fn new(zh: String, en: Option<String>) -> Self {
        Self { zh, en }
    }

    /// The Chinese.
    pub fn zh(&self) -> &str {
        &self.zh
    }

    /// The English.
    pub fn en(&self) -> Option<&str> {
        self.en.as_deref()
    }

    /// Whether it is only in Chinese.
    pub const fn lacks_english(&self) -> bool {
        self.en.is_none()
    }

    /// What is wrong with it as an edition writes it.
    #[cfg(feature = "load")]
    pub(crate) fn fault(&self) -> Option<BilingualFault> {
        if self.zh.trim().is_empty() {
            return Some(BilingualFault::Empty);
        }
        self.en.as_deref().and_then(english_fault)
    }
}

/// What is wrong with a text of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BilingualFault {
    #[cfg(feature = "load")]
    #[error("is empty")]
    Empty,
    #[error("has an empty English")]
    EmptyEnglish,
    #[error("has Chinese in its English outside brackets")]
    Mixed,
}

/// What is wrong with English that stands in a field of its own beside the Chinese, as the loader of editions says it.
pub(crate) fn fault_of_english<'a>(
    texts: impl IntoIterator<Item = &'a Option<String>>,
) -> Option<&'static str> {
    let fault = texts.into_iter().flatten().find_map(|text| english_fault(text));
    fault.map(|fault| {
        if fault == BilingualFault::Mixed {
            "Chinese stands in English only in brackets"
        } else {
            "English that is not written yet is left out"
        }
    })
}

/// What is wrong with the English of a text. A Chinese term may stand in brackets behind its English.
fn english_fault(en: &str) -> Option<BilingualFault> {
    if en.trim().is_empty() {
        return Some(BilingualFault::EmptyEnglish);
    }
    let mut depth = 0_usize;
    for character in en.chars() {
        match character {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_chinese(character) => return Some(BilingualFault::Mixed),
            _ => {}
        }
    }
    None
}

/// A Chinese character, or a punctuation mark as wide as one.
const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// What is counted: `个月`, in English one `month` and many `months`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The Chinese, for one and many alike.
    pub zh: String,
    /// The English for one and for many.
    pub en: Option<[String; 2]>,
}

impl Unit {
    /// So many of it.
    pub fn of(&self, number: u32) -> Bilingual {
        let en = self.en.as_ref().map(|[one, many]| {
            let word = if number == 1 { one } else { many };
            format!("{number} {word}")
        });
        Bilingual::new(format!("{number} {}", self.zh), en)
    }

    /// Its name without a number.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(self.zh.clone(), self.en.as_ref().map(|[_, many]| many.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_english_it_is_a_plain_string() {
        for (text, json) in [
            (Bilingual::from("身份证"), "\"身份证\""),
            (
                Bilingual::new("身份证".to_owned(), Some("ID card".to_owned())),
                "{\"zh\":\"身份证\",\"en\":\"ID card\"}",
            ),
        ] {
            assert_eq!(serde_json::to_string(&text).unwrap(), json);
            assert_eq!(serde_json::from_str::<Bilingual>(json).unwrap(), text);
        }
    }

    #[test]
    fn a_unit_knows_one_from_many() {
        let months = Unit {
            zh: "个月".to_owned(),
            en: Some(["month".to_owned(), "months".to_owned()]),
        };
        assert_eq!(months.of(1).en(), Some("1 month"));
        assert_eq!(months.of(0).en(), Some("0 months"));
        assert_eq!(months.of(6).zh(), "6 个月");
        assert_eq!(months.name().en(), Some("months"));
    }

    #[cfg(feature = "load")]
    #[test]
    fn chinese_in_the_english_stands_in_brackets() {
        for (en, fault) in [
            ("ID card (身份证)", None),
            ("Notice (《通知》（建金〔2015〕19号）)", None),
            ("Your 身份证", Some(BilingualFault::Mixed)),
            ("ID card，please", Some(BilingualFault::Mixed)),
            (" ", Some(BilingualFault::EmptyEnglish)),
        ] {
            let text = Bilingual::new("身份证".to_owned(), Some(en.to_owned()));
            assert_eq!(text.fault(), fault, "{en}");
        }
        assert_eq!(Bilingual::from(" ").fault(), Some(BilingualFault::Empty));
    }
}
