//! The words of the standing pages: help, accessibility, privacy, licences. Only what is true today.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The standing pages, in one language.
#[derive(Debug)]
pub struct Text {
    /// `/help`
    pub help: Page,
    /// `/accessibility`
    pub accessibility: Page,
    /// `/privacy`
    pub privacy: Page,
    /// `/licences`
    pub licences: Page,
}

/// One standing page.
#[derive(Debug)]
pub struct Page {
    /// The heading.
    pub title: &'static str,
    /// What the page says, in one or two sentences.
    pub intro: &'static str,
    /// Its sections.
    pub sections: &'static [Section],
}

/// One section of a standing page.
#[derive(Debug)]
pub struct Section {
    /// The address of the section within the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its paragraphs.
    pub paragraphs: &'static [&'static str],
}
