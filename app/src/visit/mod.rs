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
mod live;
pub mod mine;
pub mod refused;
pub mod service;
pub mod time;

use chrono::NaiveDateTime;
use leptos::prelude::*;

use crate::components::{LinkItem, Progress};
use crate::text::{Text, format};

/// Steps from choosing a service to booking.
const STEPS: u8 = 5;

/// What has been chosen so far; it goes on in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Code of the service.
    pub service: String,
    /// What people call it.
    pub label: String,
    /// How long it takes at the window.
    pub minutes: u16,
    /// Number of the slip one came from.
    pub slip: Option<String>,
}

impl Choice {
    /// The address of a later step with these values. Codes and numbers need no escaping.
    fn href(&self, step: &str, values: &[(&str, &str)]) -> String {
        let mut href = format!("/visit/{step}?service={}", self.service);
        let slip = self.slip.as_deref().map(|slip| ("slip", slip));
        // The slip first: the island of the time page adds a slot's id at the end.
        for (name, value) in slip.into_iter().chain(values.iter().copied()) {
            href.push('&');
            href.push_str(name);
            href.push('=');
            href.push_str(value);
        }
        href
    }

    /// The page of branches.
    pub fn branches(&self) -> String {
        self.href("branch", &[])
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
    fn spoken(&self, words: &Text) -> String {
        format!(
            "{}（{}）",
            self.label,
            (words.visit.service.minutes)(self.minutes)
        )
    }
}

/// A branch as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Where it is.
    pub address: String,
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
    pub branch: String,
    /// How many are left.
    pub free: u16,
}

/// How an appointment stands, as people see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To come.
    Booked,
    /// Its time has come or passed.
    Past,
    /// Given back.
    Cancelled,
    /// To come, at a time when the centre will be closed by a later plan: another time must be chosen.
    Displaced,
}

impl Standing {
    /// Whether the person has something to do about it.
    pub fn is_to_come(self) -> bool {
        matches!(self, Self::Booked | Self::Displaced)
    }
}

/// An appointment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its code, which is its address.
    pub code: String,
    /// What is done.
    pub service: String,
    /// Where.
    pub branch: String,
    /// When it begins.
    pub start: NaiveDateTime,
    /// How it stands.
    pub standing: Standing,
}

impl Line {
    /// As a row of a list of links.
    fn item(&self) -> LinkItem {
        let about = format!("{} · {}", self.service, self.branch);
        let about = match self.standing {
            Standing::Displaced => format!("{} · {about}", crate::text::visit::ZH_CN.mine.displaced),
            _ => about,
        };
        LinkItem::new(format!("/visit/{}", self.code), near(self.start)).hint(about)
    }
}

/// A day and time in the near future: 11月28日（周六）上午 9:30.
fn near(start: NaiveDateTime) -> String {
    format!(
        "{}{}",
        format::near_day(start.date()),
        format::spoken_time(start.time())
    )
}

/// The same with its year: 2026年11月28日（周六）上午 9:30.
fn full(start: NaiveDateTime) -> String {
    format!(
        "{}{}",
        fund::calendar::zh_date(start.date()),
        format::spoken_time(start.time())
    )
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
