//! The words of the standing pages: help, accessibility, privacy, licences. Only what is true today.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

#[derive(Debug)]
pub struct Text {
    pub help: Page,
    pub accessibility: Page,
    pub privacy: Page,
    pub licences: Page,
}

#[derive(Debug)]
pub struct Page {
    pub title: &'static str,
    /// What the page says, in one or two sentences.
    pub intro: &'static str,
    pub sections: &'static [Section],
}

#[derive(Debug)]
pub struct Section {
    /// The address of the section within the page; the same in every language.
    pub id: &'static str,
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
}
