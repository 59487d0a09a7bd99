//! Why the number of a person, a phone or an employer was refused. Never quotes what was typed.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::identity::IdentityError;

use crate::text::{Lang, Worded, sentence::Sentence, text};

#[derive(Debug)]
pub struct Text {
    pub id: IdText,
    pub phone: PhoneText,
    pub credit_code: CreditCodeText,
}

/// The number on an identity card.
#[derive(Debug)]
pub struct IdText {
    pub empty: &'static str,
    /// How many characters there are instead of 18.
    pub length: Sentence<1>,
    /// The form with 15 digits, which is not used any more.
    pub old_form: &'static str,
    /// Which character, from 1.
    pub character: Sentence<1>,
    pub birth: &'static str,
    pub check: &'static str,
}

#[derive(Debug)]
pub struct PhoneText {
    pub empty: &'static str,
    /// How many digits there are instead of 11.
    pub length: Sentence<1>,
    pub character: &'static str,
    pub prefix: &'static str,
}

/// 统一社会信用代码, an employer's.
#[derive(Debug)]
pub struct CreditCodeText {
    pub empty: &'static str,
    /// How many characters there are instead of 18.
    pub length: Sentence<1>,
    /// Which character, from 1.
    pub character: Sentence<1>,
    pub check: &'static str,
}

impl Worded for IdentityError {
    fn worded(&self, lang: Lang) -> String {
        let Text {
            id,
            phone,
            credit_code,
        } = &text(lang).rules.identity;
        let counted = |sentence: &Sentence<1>, number: usize| sentence.with([&number.to_string()]);
        match *self {
            Self::IdEmpty => id.empty.to_owned(),
            Self::IdLength(length) => counted(&id.length, length),
            Self::IdOldForm => id.old_form.to_owned(),
            Self::IdCharacter(place) => counted(&id.character, place),
            Self::IdBirth => id.birth.to_owned(),
            Self::IdCheck => id.check.to_owned(),
            Self::PhoneEmpty => phone.empty.to_owned(),
            Self::PhoneLength(length) => counted(&phone.length, length),
            Self::PhoneCharacter => phone.character.to_owned(),
            Self::PhonePrefix => phone.prefix.to_owned(),
            Self::CreditEmpty => credit_code.empty.to_owned(),
            Self::CreditLength(length) => counted(&credit_code.length, length),
            Self::CreditCharacter(place) => counted(&credit_code.character, place),
            Self::CreditCheck => credit_code.check.to_owned(),
        }
    }
}
