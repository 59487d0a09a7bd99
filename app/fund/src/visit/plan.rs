//! From hours to slots.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use serde::{Deserialize, Serialize};

use super::{Booking, Branch, Period, Service};
use crate::calendar::{Calendar, DayKind};

/// A slot as planned: what a branch has to give, whoever has taken of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotPlan {
    /// `{branch}-{yyyymmdd}-{hhmm}`: the same whenever it is planned, and for every service.
    pub id: String,
    /// When it begins, in the centre's time.
    pub start: NaiveDateTime,
    /// When it ends.
    pub end: NaiveDateTime,
    /// Units it has.
    pub capacity: u16,
    /// Units the service takes, at most `capacity`.
    pub units_needed: u16,
}

/// A day one can book, or sees that one cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPlan {
    /// The day.
    pub date: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// The festival it belongs to.
    pub festival: Option<String>,
    /// Whether that year's holidays have been announced; if not, the day may still change.
    pub announced: bool,
    /// The slots that can still be booked, in order of time; empty when the branch is closed to the service.
    pub slots: Vec<SlotPlan>,
}

/// The slots of a day for a service, in order of time; none when the branch is closed or does not do the service.
pub fn slots(calendar: &Calendar, branch: &Branch, service: &Service, day: NaiveDate) -> Vec<SlotPlan> {
    let slot_minutes = branch.timetable.slot_minutes;
    let units_needed = service.units(slot_minutes);
    if !service.is_done_at(branch) || units_needed > branch.windows {
        return Vec::new();
    }
    periods(calendar, branch, service, day)
        .iter()
        .flat_map(|period| period.parts(slot_minutes))
        .map(|part| SlotPlan {
            id: format!(
                "{}-{}-{}",
                branch.code,
                day.format("%Y%m%d"),
                part.from().format("%H%M")
            ),
            start: day.and_time(part.from()),
            end: day.and_time(part.to()),
            capacity: branch.windows,
            units_needed,
        })
        .collect()
}

impl Branch {
    /// When it is open on a day, if only for the Saturday duty. Make-up working days keep weekday hours; holidays are
    /// closed, a Saturday's duty too.
    pub fn open_on(&self, calendar: &Calendar, day: NaiveDate) -> &[Period] {
        match calendar.day(day) {
            DayKind::Working | DayKind::MakeUp => self.timetable.periods(day),
            DayKind::Weekend if day.weekday() == Weekday::Sat => &self.saturday,
            DayKind::Weekend | DayKind::Holiday => &[],
        }
    }
}

/// When the branch does the service on a day: its hours, on Saturday duty only if the service is done then.
fn periods<'b>(calendar: &Calendar, branch: &'b Branch, service: &Service, day: NaiveDate) -> &'b [Period] {
    if calendar.is_working_day(day) || service.saturday {
        branch.open_on(calendar, day)
    } else {
        &[]
    }
}

/// The slot with this id, planned again for a service; `None` when there is no such slot for it.
pub fn plan_of<'b>(
    id: &str,
    calendar: &Calendar,
    branches: &'b [Branch],
    service: &Service,
) -> Option<(&'b Branch, SlotPlan)> {
    let mut parts = id.splitn(3, '-');
    let (code, day) = (parts.next()?, parts.next()?);
    let branch = branches.iter().find(|branch| branch.code == code)?;
    let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
    let slot = slots(calendar, branch, service, day)
        .into_iter()
        .find(|slot| slot.id == id)?;
    Some((branch, slot))
}

/// Today and every day that is open for booking at `now` (the centre's time), closed days too, so that a person sees why
/// there is nothing.
pub fn days(
    calendar: &Calendar,
    branch: &Branch,
    service: &Service,
    booking: &Booking,
    now: NaiveDateTime,
) -> Vec<DayPlan> {
    let ahead = (0..=booking.horizon_days).map(|days| now.date().checked_add_days(Days::new(days.into())));
    ahead
        .flatten()
        .map(|date| DayPlan {
            date,
            kind: calendar.day(date),
            festival: calendar.festival(date).map(str::to_owned),
            announced: calendar.is_announced(date),
            slots: slots(calendar, branch, service, date)
                .into_iter()
                .filter(|slot| booking.admits(slot.start, now).is_ok())
                .collect(),
        })
        .collect()
}
