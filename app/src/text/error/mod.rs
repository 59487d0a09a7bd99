//! The words for when something went wrong.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words for when something went wrong, in one language.
#[derive(Debug)]
pub struct Text {
    /// Put before the title of a page whose form was refused, so that a screen reader says it first.
    pub title_prefix: &'static str,
    /// Above the list of what to correct.
    pub summary_title: &'static str,
    /// Link to the home page.
    pub to_home: &'static str,
    /// Before the hotline's number.
    pub call: &'static str,
    /// Before the reference of an error.
    pub reference: &'static str,
    /// No such page.
    pub not_found: Trouble,
    /// Not yours to see.
    pub forbidden: Trouble,
    /// The form's token has expired.
    pub form_expired: Trouble,
    /// Too many requests.
    pub too_many: Trouble,
    /// How long to wait, in seconds.
    pub wait: fn(seconds: u32) -> String,
    /// How long to wait, when nobody has counted.
    pub wait_a_little: &'static str,
    /// Our own fault.
    pub server: Trouble,
    /// Closed for maintenance.
    pub maintenance: Trouble,
    /// Too much under way.
    pub busy: Trouble,
    /// No answer in time, to something that changes nothing.
    pub timed_out: Trouble,
    /// Nobody knows whether it was done.
    pub outcome_unknown: Trouble,
    /// Link to a person's appointments.
    pub to_visits: &'static str,
}

/// One kind of trouble: what happened, whether anything was lost, what to do now.
#[derive(Debug)]
pub struct Trouble {
    /// What happened, in a few words.
    pub title: &'static str,
    /// Whether anything was lost.
    pub lost: &'static str,
    /// What to do now.
    pub advice: &'static str,
}
