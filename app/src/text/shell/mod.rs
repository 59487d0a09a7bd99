//! The words around every page.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words around every page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Link to the main part, for the keyboard.
    pub skip: &'static str,
    /// What the link round the logo says to a screen reader, after the centre's short name.
    pub to_home: &'static str,
    /// Button that turns large type on, and its longer form.
    pub large_on: (&'static str, &'static str),
    /// Button that turns large type off, and its longer form.
    pub large_off: (&'static str, &'static str),
    /// Link to the sign-in page.
    pub sign_in: &'static str,
    /// Link to the account of the person signed in.
    pub mine: &'static str,
    /// The strip on a demonstration centre.
    pub demo: &'static str,
    /// Before the hotline's number.
    pub hotline: &'static str,
    /// "Data as of this day", the day already formatted.
    pub data_as_of: fn(day: &str) -> String,
    /// Name of the footer's links for a screen reader.
    pub footer_links: &'static str,
    /// Link to public information.
    pub open: &'static str,
    /// Link to help.
    pub help: &'static str,
    /// Link to the accessibility statement.
    pub accessibility: &'static str,
    /// Link to the privacy page.
    pub privacy: &'static str,
    /// Link to the licences of the software.
    pub licences: &'static str,
    /// What the portal is, for search engines and shared links.
    pub description: fn(centre: &str) -> String,
    /// The way back, at the top of a page.
    pub back: &'static str,
    /// Step so many of so many.
    pub step: fn(step: u8, of: u8) -> String,
    /// Name of a pager for a screen reader.
    pub pages: &'static str,
    /// Link to older rows.
    pub older: &'static str,
    /// Label on a figure whose parameters the centre has not confirmed.
    pub unverified: &'static str,
    /// Beneath the step of an estimate that decided it.
    pub binding: &'static str,
}
