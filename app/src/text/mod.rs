//! Every word a person reads, as typed data: one file per room, one constant per language in it.
//!
//! A page asks `text(ctx.lang)` once and uses the fields; a sentence with parameters is a function,
//! so a translation can order them as its language does. A missing sentence does not compile.
//!
//! To add a sentence: a field in the room's `Text` struct and its words in each constant below it.
//! To add a language: a variant of [`Lang`], a constant in each room file, a line in [`text()`].

pub mod account;
pub mod error;
pub mod format;
pub mod home;
pub mod loan;
pub mod notice;
pub mod open;
pub mod pages;
pub mod sentence;
pub mod shell;
pub mod visit;

/// A language the portal speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lang {
    /// Chinese as written in mainland China; complete, and the default.
    #[default]
    ZhCn,
    /// English, for residents who have never heard of the fund.
    En,
}

impl Lang {
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
    /// Pages and messages for when something went wrong.
    pub error: error::Text,
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
    error: error::ZH_CN,
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
    error: error::EN,
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
