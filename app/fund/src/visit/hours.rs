//! Opening hours: periods of a day, seasons of a year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// Why a text is not a period or a day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// Not of the form `08:30-12:00`.
    #[error("a period is written 08:30-12:00")]
    Period,
    /// It ends before it begins.
    #[error("a period must end after it begins")]
    Backwards,
    /// Not of the form `06-01`, or no such day.
    #[error("a day of the year is written 06-01")]
    MonthDay,
}

/// Part of a day, from one minute to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    from: NaiveTime,
    to: NaiveTime,
}

impl Period {
    /// A period of the day; it must end after it begins.
    pub fn new(from: NaiveTime, to: NaiveTime) -> Result<Self, HoursError> {
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(HoursError::Backwards)
        }
    }

    /// When it begins.
    pub const fn from(self) -> NaiveTime {
        self.from
    }

    /// When it ends.
    pub const fn to(self) -> NaiveTime {
        self.to
    }

    /// The equal parts of `minutes` it has room for, from its beginning; none when `minutes` is 0.
    pub(super) fn parts(self, minutes: u16) -> impl Iterator<Item = Self> {
        let step = u32::from(minutes) * 60;
        let (first, last) = (
            self.from.num_seconds_from_midnight(),
            self.to.num_seconds_from_midnight(),
        );
        let count = (last - first).checked_div(step).unwrap_or(0);
        let time = NaiveTime::from_num_seconds_from_midnight_opt;
        (0..count).filter_map(move |index| {
            let from = first + index * step;
            Some(Self {
                from: time(from, 0)?,
                to: time(from + step, 0)?,
            })
        })
    }
}

/// `8:30–12:00`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [self.from, self.to].map(|time| (time.hour(), time.minute()));
        write!(f, "{}:{:02}–{}:{:02}", from.0, from.1, to.0, to.1)
    }
}

impl FromStr for Period {
    type Err = HoursError;
    fn from_str(text: &str) -> Result<Self, HoursError> {
        let (from, to) = text.split_once('-').ok_or(HoursError::Period)?;
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| HoursError::Period);
        Self::new(time(from)?, time(to)?)
    }
}

impl TryFrom<String> for Period {
    type Error = HoursError;
    fn try_from(text: String) -> Result<Self, HoursError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        format!("{}-{}", period.from.format("%H:%M"), period.to.format("%H:%M"))
    }
}

/// A day of every year, such as 1 June.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl From<NaiveDate> for MonthDay {
    fn from(date: NaiveDate) -> Self {
        Self {
            month: date.month(),
            day: date.day(),
        }
    }
}

impl MonthDay {
    /// The month, from 1.
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u32 {
        self.day
    }
}

impl FromStr for MonthDay {
    type Err = HoursError;
    fn from_str(text: &str) -> Result<Self, HoursError> {
        // A leap year, so that 29 February is a day.
        let date = NaiveDate::parse_from_str(&format!("2024-{text}"), "%Y-%m-%d");
        date.map(Self::from).map_err(|_| HoursError::MonthDay)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = HoursError;
    fn try_from(text: String) -> Result<Self, HoursError> {
        text.parse()
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        format!("{:02}-{:02}", day.month, day.day)
    }
}

/// The hours of one part of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Season {
    /// Its first day.
    pub from: MonthDay,
    /// Its last day; before `from` when it reaches over New Year.
    pub to: MonthDay,
    /// When the branch is open, in order of time.
    pub periods: Vec<Period>,
}

impl Season {
    /// Whether `date` lies in it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        let day = MonthDay::from(date);
        if self.from <= self.to {
            (self.from..=self.to).contains(&day)
        } else {
            day >= self.from || day <= self.to
        }
    }
}

/// The hours of working days through the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timetable {
    /// How branches refer to it.
    pub code: String,
    /// Minutes of a slot, above zero.
    pub slot_minutes: u16,
    /// The seasons: every day of the year lies in exactly one.
    pub seasons: Vec<Season>,
}

impl Timetable {
    /// The hours on `date`, if it is a working day.
    pub fn periods(&self, date: NaiveDate) -> &[Period] {
        self.seasons
            .iter()
            .find(|season| season.contains(date))
            .map_or(&[], |season| season.periods.as_slice())
    }

    /// The first thing about it that makes no sense.
    #[cfg(feature = "load")]
    pub(crate) fn fault(&self) -> Option<String> {
        if self.slot_minutes == 0 {
            return Some("slot_minutes must be above zero".to_owned());
        }
        if let Some(fault) = self
            .seasons
            .iter()
            .find_map(|season| periods_fault(&season.periods))
        {
            return Some(fault.to_owned());
        }
        // A leap year has every day.
        let mut year = NaiveDate::from_ymd_opt(2024, 1, 1)?.iter_days().take(366);
        year.find_map(|date| {
            let count = self.seasons.iter().filter(|season| season.contains(date)).count();
            let day = String::from(MonthDay::from(date));
            (count != 1).then(|| format!("{day} lies in {count} seasons, it must lie in one"))
        })
    }
}

/// The first thing about a day's periods that makes no sense.
#[cfg(feature = "load")]
pub(crate) fn periods_fault(periods: &[Period]) -> Option<&'static str> {
    let overlap = periods.windows(2).any(|pair| pair[1].from < pair[0].to);
    overlap.then_some("periods must follow each other without overlap")
}
