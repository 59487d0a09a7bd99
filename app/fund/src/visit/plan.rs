//! From hours to slots.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Weekday};
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
    /// That year's holidays have not been announced: the day may yet turn out to be one.
    pub provisional: bool,
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
    match Planner::new(calendar, branch, service, day) {
        Some(planner) => planner.parts().map(|part| planner.plan(part)).collect(),
        None => Vec::new(),
    }
}

/// A day of a branch, to be cut into slots for a service.
struct Planner<'b> {
    branch: &'b Branch,
    day: NaiveDate,
    periods: &'b [Period],
    units_needed: u16,
    provisional: bool,
}

impl<'b> Planner<'b> {
    /// Nothing when the branch does not do the service.
    fn new(calendar: &Calendar, branch: &'b Branch, service: &Service, day: NaiveDate) -> Option<Self> {
        let units_needed = service.units(branch.timetable.slot_minutes);
        let done = service.is_done_at(branch) && units_needed <= branch.windows;
        done.then(|| Self {
            branch,
            day,
            periods: periods(calendar, branch, service, day),
            units_needed,
            provisional: !calendar.is_announced(day),
        })
    }

    fn parts(&self) -> impl Iterator<Item = Period> {
        let minutes = self.branch.timetable.slot_minutes;
        self.periods.iter().flat_map(move |period| period.parts(minutes))
    }

    fn plan(&self, part: Period) -> SlotPlan {
        SlotPlan {
            id: slot_id(&self.branch.code, self.day, part.from()),
            start: self.day.and_time(part.from()),
            end: self.day.and_time(part.to()),
            capacity: self.branch.windows,
            units_needed: self.units_needed,
            provisional: self.provisional,
        }
    }
}

/// `{branch}-{yyyymmdd}-{hhmm}`. Figure by figure, because a page names some two hundred, and chrono's own formatting reads its
/// pattern anew for each.
fn slot_id(branch: &str, day: NaiveDate, from: NaiveTime) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day());
    format!(
        "{branch}-{year:04}{month:02}{day:02}-{:02}{:02}",
        from.hour(),
        from.minute()
    )
}

/// The day and time that an id names.
fn named(day: &str, time: &str) -> Option<(NaiveDate, NaiveTime)> {
    let number = |text: &str| -> Option<u32> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| digits)
    };
    let (day, time) = (
        number(day).filter(|_| day.len() == 8)?,
        number(time).filter(|_| time.len() == 4)?,
    );
    let year = i32::try_from(day / 10_000).ok()?;
    Some((
        NaiveDate::from_ymd_opt(year, day / 100 % 100, day % 100)?,
        NaiveTime::from_hms_opt(time / 100, time % 100, 0)?,
    ))
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
    let (code, day, time) = (parts.next()?, parts.next()?, parts.next()?);
    let branch = branches.iter().find(|branch| branch.code == code)?;
    let (day, time) = named(day, time)?;
    // Of the day only this one: a booking names one, and the day has a dozen.
    let planner = Planner::new(calendar, branch, service, day)?;
    let part = planner.parts().find(|part| part.from() == time)?;
    Some((branch, planner.plan(part)))
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
