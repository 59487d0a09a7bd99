//! Coming to the centre: which services, which branches, and which slots (号源) a day has.
//!
//! ```text
//! Calendar ──┐
//! Branch ────┼─ slots ── what a day has to give      plan_of ── the same slot again, from its id
//! Service ───┘  days ─── the days one can book now   Booking ── how soon and how far ahead
//! ```
//!
//! A slot has as many **units** as the branch has windows. A service takes one unit for every slot length its work lasts:
//! an hour's work takes two units of a half-hour slot, so that two such visits fill it at four windows. How many units are
//! taken is the store's business; here is only what there is to take.

mod hours;
mod plan;
#[cfg(test)]
mod tests;

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::bilingual::Bilingual;
use crate::notice::Channel;
#[cfg(feature = "load")]
pub(crate) use hours::periods_fault;

pub use hours::{HoursError, MonthDay, Period, Season, Timetable};
pub use plan::{DayPlan, SlotPlan, days, plan_of, slots};

/// What a person may want done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name in addresses, files and JSON; its notice flow, if it has one, has the same.
    pub code: String,
    /// What people call it.
    pub label: Bilingual,
    /// Who asks for it.
    pub audience: Audience,
    /// What it is about.
    pub group: ServiceGroup,
    /// Minutes at the window, above zero.
    pub minutes: u16,
    /// How it can be done; only what is done at a window can be booked.
    pub channels: Vec<Channel>,
    /// Whether the Saturday duty does it.
    pub saturday: bool,
    /// Codes of the branches that do it; empty when all do.
    pub branches: Vec<String>,
    /// Whether the centre has confirmed it.
    pub verified: bool,
}

impl Service {
    /// How many units of a slot of `slot_minutes` it takes: at least one.
    pub const fn units(&self, slot_minutes: u16) -> u16 {
        let units = self
            .minutes
            .div_ceil(if slot_minutes == 0 { 1 } else { slot_minutes });
        if units == 0 { 1 } else { units }
    }

    /// Whether one can book a visit for it.
    pub fn is_bookable(&self) -> bool {
        self.channels.contains(&Channel::Window)
    }

    /// Whether it can be done online.
    pub fn is_online(&self) -> bool {
        self.channels.contains(&Channel::Online)
    }

    /// Whether it is done at a window of this branch.
    pub fn is_done_at(&self, branch: &Branch) -> bool {
        self.is_bookable() && (self.branches.is_empty() || self.branches.contains(&branch.code))
    }
}

/// Who asks for a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// 缴存职工.
    Member,
    /// 缴存单位.
    Employer,
    /// 灵活就业人员.
    Flexible,
}

impl Audience {
    /// Its name in addresses, files and JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Employer => "employer",
            Self::Flexible => "flexible",
        }
    }
}

/// What a service is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceGroup {
    /// Borrowing and repaying.
    Loan,
    /// Taking money out.
    Withdrawal,
    /// The account itself, and certificates about it.
    Account,
    /// What employers owe and report.
    Contribution,
}

impl ServiceGroup {
    /// All, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Withdrawal, Self::Loan, Self::Account, Self::Contribution];

    /// Its name in addresses, files and JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Loan => "loan",
            Self::Withdrawal => "withdrawal",
            Self::Account => "account",
            Self::Contribution => "contribution",
        }
    }
}

/// A place to come to (网点).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its name in addresses, files and JSON: small letters, digits and `_`.
    pub code: String,
    /// What people call it.
    pub name: Bilingual,
    /// Where it is.
    pub address: Bilingual,
    /// Its telephone.
    pub phone: String,
    /// Windows that serve visits by appointment, above zero: the units of each slot.
    pub windows: u16,
    /// When it is open on working days.
    pub timetable: Timetable,
    /// When it keeps Saturday duty; empty when it does not.
    pub saturday: Vec<Period>,
    /// Whether the centre has confirmed all of it.
    pub verified: bool,
}

/// How soon and how far ahead one can book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    /// Days after today that can be booked.
    pub horizon_days: u16,
    /// Minutes that must lie between booking and the slot's start.
    pub lead_minutes: u16,
    /// How many times a person may cancel within [`cooldown_hours`](Self::cooldown_hours) before they must wait; above zero,
    /// so that who only changes the time is never held up.
    pub cancellations: u16,
    /// Hours over which cancellations are counted, and after which the first of them no longer counts.
    pub cooldown_hours: u16,
    /// Whether the centre has confirmed it.
    pub verified: bool,
}

/// Why a slot cannot be booked now, whatever is free in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutsideBooking {
    /// It begins too soon, or has begun.
    #[error("the slot begins too soon")]
    TooSoon,
    /// Its day has not been opened yet.
    #[error("the slot's day is not open for booking yet")]
    TooFar,
}

impl Booking {
    /// Whether a slot that begins at `start` can be booked at `now` (both in the centre's time).
    pub fn admits(&self, start: NaiveDateTime, now: NaiveDateTime) -> Result<(), OutsideBooking> {
        if start - now < TimeDelta::minutes(self.lead_minutes.into()) {
            return Err(OutsideBooking::TooSoon);
        }
        if start.date() - now.date() > TimeDelta::days(self.horizon_days.into()) {
            return Err(OutsideBooking::TooFar);
        }
        Ok(())
    }
}
