//! The visit room: from a service to a place at a branch, one thing per page, by plain links.
//!
//! ```text
//! service ─► branch ─► day ─► time ─► confirm ─► appointment ─► cancel
//!                                        └─► refused           find, mine ─► appointment
//! ```

pub mod appointment;
pub mod branch;
pub mod cancel;
pub mod confirm;
pub mod day;
pub mod find;
#[cfg(feature = "hydrate")]
pub mod live;
pub mod mine;
pub mod not_booked;
pub mod paths;
pub mod service;
pub mod time;

use chrono::NaiveDateTime;
use fund::bilingual::Bilingual;
use leptos::prelude::*;

use crate::address::with_query;
use crate::components::{LinkItem, Progress};
use crate::text::{Lang, Local, text};

/// Steps from choosing a service to booking.
const STEPS: u8 = 5;

/// What has been chosen so far; it goes on in the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingDraft {
    /// Code of the service.
    pub service: String,
    /// What people call it.
    pub label: Bilingual,
    /// How long it takes at the window.
    pub minutes: u16,
    /// Number of the slip one came from.
    pub slip: Option<String>,
}

impl BookingDraft {
    /// The address of a later step with these values.
    fn href(&self, step: &str, values: &[(&str, &str)]) -> String {
        let service = [("service", self.service.as_str())];
        let slip = self.slip.as_deref().map(|slip| ("slip", slip));
        // The slip first: the program of the time page adds a slot's id at the end.
        let pairs = service.into_iter().chain(slip).chain(values.iter().copied());
        with_query(&format!("/visit/{step}"), pairs)
    }

    /// The page of branches.
    pub fn branches(&self) -> String {
        paths::branches(&self.service, self.slip.as_deref())
    }

    /// The page of a branch's days.
    pub fn days(&self, branch: &str) -> String {
        self.href("day", &[("branch", branch)])
    }

    /// The page of a day's times.
    pub fn times(&self, branch: &str, day: chrono::NaiveDate) -> String {
        self.href("time", &[("branch", branch), ("day", &day.to_string())])
    }

    /// The page that books a slot.
    pub fn confirm(&self, slot: &str) -> String {
        self.href("confirm", &[("slot", slot)])
    }

    /// What and how long: 购房提取（约 30 分钟）.
    fn spoken(&self, lang: Lang) -> Local {
        let words = text(lang);
        let minutes = (words.visit.service.minutes)(self.minutes);
        let label = Local::edition(lang, &self.label);
        words.format.bracketed.with_local([label, minutes.into()])
    }
}

/// A branch as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub name: Bilingual,
    /// Where it is.
    pub address: Bilingual,
    /// Its telephone.
    pub phone: String,
}

/// A free place somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreePlace {
    /// Id of the slot.
    pub slot: String,
    /// When it begins.
    pub start: NaiveDateTime,
    /// Name of the branch.
    pub branch: Bilingual,
    /// How many are left.
    pub free: u16,
}

/// How an appointment stands, as people see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppointmentStatus {
    /// To come.
    Booked,
    /// Its time has come or passed.
    Past,
    /// Given back.
    Cancelled,
    /// To come, at a time when the centre will be closed by a later plan: another time must be chosen.
    Displaced,
}

impl AppointmentStatus {
    /// Whether the person has something to do about it.
    pub fn is_to_come(self) -> bool {
        matches!(self, Self::Booked | Self::Displaced)
    }
}

/// An appointment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentLine {
    /// Its code, which is its address.
    pub code: String,
    /// What is done.
    pub service: Bilingual,
    /// Where.
    pub branch: Bilingual,
    /// When it begins.
    pub start: NaiveDateTime,
    /// How it stands.
    pub standing: AppointmentStatus,
}

impl AppointmentLine {
    /// As a row of a list of links.
    fn item(&self, lang: Lang) -> LinkItem {
        let words = text(lang);
        let about = match self.standing {
            AppointmentStatus::Displaced => Local::from(words.visit.mine.displaced)
                .then(" · ")
                .then(self.about(lang)),
            _ => self.about(lang),
        };
        let when = words.format.day_and_time(self.start);
        LinkItem::new(paths::appointment(&self.code), when).hint(about)
    }

    /// What and where: 购房提取 · 市直管理部.
    fn about(&self, lang: Lang) -> Local {
        Local::edition(lang, &self.service)
            .then(" · ")
            .then(Local::edition(lang, &self.branch))
    }
}

/// A code in two groups, so that it can be read out: K7Q2 MF10.
fn grouped(code: &str) -> String {
    match code.split_at_checked(4) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}

/// How far along.
fn progress(ctx: &crate::shell::PageContext, step: u8) -> impl IntoView + use<> {
    view! { <Progress step of=STEPS lang=ctx.lang/> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
