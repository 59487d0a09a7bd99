//! Which days the centre works.
//!
//! The State Council announces each year's holidays and make-up working days late in the year before.
//! Days outside an announced year follow the plain week; [`Calendar::is_announced`] says which is which, so
//! that a promised date computed past [`Calendar::known_until`] can be labelled as provisional.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Monday to Friday, no holiday.
    Working,
    /// A Saturday or Sunday worked in exchange for a holiday; counts as an ordinary weekday.
    MakeUp,
    /// A Saturday or Sunday that is neither a holiday nor made up.
    Weekend,
    /// A public holiday, whatever the day of the week.
    Holiday,
}

impl DayKind {
    /// Whether deadlines count it and the offices keep their weekday hours.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp)
    }
}

/// One day that departs from the plain week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day itself.
    pub date: NaiveDate,
    /// Off or worked: [`DayKind::Holiday`] or [`DayKind::MakeUp`], nothing else.
    pub kind: DayKind,
    /// The festival, as in `春节`.
    pub name: String,
    /// Whether the State Council has announced it (a statutory day of a coming year is `false`).
    pub verified: bool,
}

/// The working calendar. Cheap to ask; build it once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<SpecialDay>", into = "Vec<SpecialDay>")]
pub struct Calendar {
    days: BTreeMap<NaiveDate, SpecialDay>,
}

impl Calendar {
    /// Takes the days in any order. A plain working day or weekend in the list changes nothing; of two
    /// entries for one day the later wins (the edition loader refuses both).
    pub fn new(days: impl IntoIterator<Item = SpecialDay>) -> Self {
        Self {
            days: days.into_iter().map(|day| (day.date, day)).collect(),
        }
    }

    /// The kind of `date`.
    pub fn day(&self, date: NaiveDate) -> DayKind {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        match self.days.get(&date).map(|day| day.kind) {
            Some(DayKind::Holiday) => DayKind::Holiday,
            Some(DayKind::MakeUp) if weekend => DayKind::MakeUp,
            _ if weekend => DayKind::Weekend,
            _ => DayKind::Working,
        }
    }

    /// The festival `date` belongs to, if it departs from the plain week.
    pub fn festival(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(|day| day.name.as_str())
    }

    /// Whether the centre works on `date` (Saturday duty is a matter of the branch, not of this calendar).
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.day(date).is_working()
    }

    /// The `count`-th working day after `from`; the day itself is not counted. With 0, `from` itself, or the
    /// next working day if the centre is closed on it. Stops at chrono's last date (year 262142).
    pub fn add_working_days(&self, from: NaiveDate, count: u32) -> NaiveDate {
        let mut date = from;
        let mut left = count;
        while left > 0 || !self.is_working_day(date) {
            let Some(next) = date.succ_opt() else { return date };
            date = next;
            if self.is_working_day(date) {
                left = left.saturating_sub(1);
            }
        }
        date
    }

    /// How many working days lie after `from` up to and including `to`; 0 when `to` is not later.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days()
            .skip(1)
            .take_while(|d| *d <= to)
            .filter(|d| self.is_working_day(*d))
            .count()
    }

    /// Whether the arrangement of that date's year has been announced and is held here.
    pub fn is_announced(&self, date: NaiveDate) -> bool {
        let first = NaiveDate::from_ymd_opt(date.year(), 1, 1).unwrap_or(date);
        let last = NaiveDate::from_ymd_opt(date.year(), 12, 31).unwrap_or(date);
        let mut days = self.days.range(first..=last).peekable();
        days.peek().is_some() && days.all(|(_, day)| day.verified)
    }

    /// 31 December of the last announced year; `None` when nothing is announced at all.
    pub fn known_until(&self) -> Option<NaiveDate> {
        let last = self.days.keys().rev().find(|date| self.is_announced(**date))?;
        NaiveDate::from_ymd_opt(last.year(), 12, 31)
    }
}

impl From<Vec<SpecialDay>> for Calendar {
    fn from(days: Vec<SpecialDay>) -> Self {
        Self::new(days)
    }
}

impl From<Calendar> for Vec<SpecialDay> {
    fn from(calendar: Calendar) -> Self {
        calendar.days.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn special(date: &str, kind: DayKind, verified: bool) -> SpecialDay {
        SpecialDay {
            date: day(date),
            kind,
            name: "国庆节".to_owned(),
            verified,
        }
    }

    /// National Day 2026 as announced, and one statutory day of 2027.
    fn calendar() -> Calendar {
        let mut days: Vec<_> = (1..=7)
            .map(|d| special(&format!("2026-10-{d:02}"), DayKind::Holiday, true))
            .collect();
        days.push(special("2026-10-10", DayKind::MakeUp, true));
        days.push(special("2027-10-01", DayKind::Holiday, false));
        Calendar::new(days)
    }

    #[test]
    fn kinds_of_days() {
        let calendar = calendar();
        assert_eq!(calendar.day(day("2026-09-30")), DayKind::Working);
        assert_eq!(calendar.day(day("2026-10-01")), DayKind::Holiday);
        assert_eq!(
            calendar.day(day("2026-10-03")),
            DayKind::Holiday,
            "a Saturday within the holiday"
        );
        assert_eq!(calendar.day(day("2026-10-10")), DayKind::MakeUp);
        assert_eq!(calendar.day(day("2026-10-11")), DayKind::Weekend);
        assert_eq!(calendar.festival(day("2026-10-10")), Some("国庆节"));
    }

    #[test]
    fn deadlines_step_over_the_holiday_and_count_the_make_up_day() {
        let calendar = calendar();
        // Accepted on Wednesday 30 September: Thu 8, Fri 9, Sat 10 (made up).
        assert_eq!(calendar.add_working_days(day("2026-09-30"), 3), day("2026-10-10"));
        assert_eq!(calendar.add_working_days(day("2026-09-30"), 4), day("2026-10-12"));
        assert_eq!(calendar.add_working_days(day("2026-09-30"), 0), day("2026-09-30"));
        assert_eq!(calendar.add_working_days(day("2026-10-01"), 0), day("2026-10-08"));
        assert_eq!(calendar.add_working_days(day("2026-10-01"), 1), day("2026-10-08"));
        assert_eq!(
            calendar.working_days_between(day("2026-09-30"), day("2026-10-10")),
            3
        );
        assert_eq!(
            calendar.working_days_between(day("2026-10-10"), day("2026-09-30")),
            0
        );
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        assert_eq!(calendar().add_working_days(NaiveDate::MAX, 5), NaiveDate::MAX);
        assert_eq!(calendar().working_days_between(NaiveDate::MAX, NaiveDate::MAX), 0);
    }

    #[test]
    fn what_is_announced() {
        let calendar = calendar();
        assert_eq!(calendar.known_until(), Some(day("2026-12-31")));
        assert!(calendar.is_announced(day("2026-03-02")));
        assert!(!calendar.is_announced(day("2027-03-02")), "statutory days only");
        assert!(!calendar.is_announced(day("2025-03-03")), "nothing held");
        assert_eq!(Calendar::default().known_until(), None);
    }

    #[test]
    fn survives_the_wire() {
        let text = serde_json::to_string(&calendar()).unwrap();
        assert_eq!(serde_json::from_str::<Calendar>(&text).unwrap(), calendar());
    }
}
