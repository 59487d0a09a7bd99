//! Every word a person reads, as typed data: one file per room, one constant per language in it.
//!
//! A page asks `text(ctx.lang)` once and uses the fields; a sentence with parameters is a function,
//! so a translation can order them as its language does. A missing sentence does not compile.
//!
//! To add a sentence: a field in the room's `Text` struct and its words in each constant below it.
//! To add a language: a variant of [`Lang`], a constant in each room file, a line in [`text()`].

#![allow(
    missing_docs,
    reason = "a field named `employer` needs no comment; comments stand where a translator must know more than the name"
)]

pub mod account;
pub mod error;
pub mod format;
pub mod home;
pub mod loan;
mod local;
pub mod notice;
pub mod open;
pub mod pages;
pub mod problem;
pub mod rules;
pub mod sentence;
pub mod shell;
pub mod visit;

pub use self::local::{Local, Piece};

/// A language the portal speaks. It has no default: whoever shows words knows in which language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// Chinese as written in mainland China.
    ZhCn,
    /// English, for residents who have never heard of the fund.
    En,
}

impl Lang {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The language with this tag, however it is capitalised.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }

    /// What those who speak it call it: the link to a language stands in that language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhCn => "中文",
            Self::En => "English",
        }
    }

    /// The tag for the `lang` attribute (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
}

/// The whole catalogue in one language.
#[derive(Debug)]
pub struct Text {
    /// How figures, dates and lists are written.
    pub format: format::Format,
    /// Header, footer and what all pages share.
    pub shell: shell::Text,
    /// The home page.
    pub home: home::Text,
    /// Signing in and the account room.
    pub account: account::Text,
    /// The loan room.
    pub loan: loan::Text,
    /// The visit room.
    pub visit: visit::Text,
    /// The notice room.
    pub notice: notice::Text,
    /// Public information.
    pub open: open::Text,
    /// Help, accessibility, privacy, licences.
    pub pages: pages::Text,
    /// What the rules say: labels, reasons, workings.
    pub rules: rules::Text,
    /// Pages and messages for when something went wrong.
    pub error: error::Text,
    /// What a program is told when something went wrong.
    pub problem: problem::Text,
}

static ZH_CN: Text = Text {
    format: format::ZH_CN,
    shell: shell::ZH_CN,
    home: home::ZH_CN,
    account: account::ZH_CN,
    loan: loan::ZH_CN,
    visit: visit::ZH_CN,
    notice: notice::ZH_CN,
    open: open::ZH_CN,
    pages: pages::ZH_CN,
    rules: rules::ZH_CN,
    error: error::ZH_CN,
    problem: problem::ZH_CN,
};

static EN: Text = Text {
    format: format::EN,
    shell: shell::EN,
    home: home::EN,
    account: account::EN,
    loan: loan::EN,
    visit: visit::EN,
    notice: notice::EN,
    open: open::EN,
    pages: pages::EN,
    rules: rules::EN,
    error: error::EN,
    problem: problem::EN,
};

/// The catalogue in this language.
pub const fn text(lang: Lang) -> &'static Text {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::En => &EN,
    }
}

/// What the rules say in codes and figures, said in a language: a reason why something was refused, a step of a working.
///
/// `fund` knows no words; whoever shows one of its values asks for its words here.
pub trait Worded {
    /// The words, without a full stop.
    fn worded(&self, lang: Lang) -> String;
}
