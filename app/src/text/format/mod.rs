//! How figures, dates and lists are written in a language: [`Format`], as `text(lang).format`.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use fund::money::Fen;

use super::sentence::{Count, Sentence};
use crate::handed::handed;

handed! {
    /// How a language writes figures, dates and lists.
    pub struct Format {
        /// An amount with its unit.
        pub yuan: Sentence<1>,
        /// The unit alone.
        pub yuan_unit: &'static str,
        /// Day, month, year.
        pub date: Sentence<3>,
        /// Month, year.
        pub month: Sentence<2>,
        /// Day, month, weekday: a day that is near enough to need no year.
        pub near_day: Sentence<3>,
        /// Day, month, weekday, year.
        pub full_day: Sentence<4>,
        /// The months as they stand in a date, from January.
        pub months: [&'static str; 12],
        /// The days of the week, from Monday.
        pub weekdays: [&'static str; 7],
        /// A day and a time on it.
        pub day_and_time: Sentence<2>,
        /// A time before noon.
        pub morning: Sentence<1>,
        /// A time from noon on.
        pub afternoon: Sentence<1>,
        /// Whether a clock has twelve hours, so that a time always says which half of the day it is in.
        pub twelve_hours: bool,
        /// From when to when.
        pub span: Sentence<2>,
        /// So many seconds.
        pub seconds: Count,
        /// So many minutes.
        pub minutes: Count,
        /// So many years.
        pub years: Count,
        /// So many months.
        pub month_count: Count,
        /// A label and what it is the label of: 房价：60万.
        pub labelled: Sentence<2>,
        /// Something, and what stands in brackets behind it.
        pub bracketed: Sentence<2>,
        /// Two halves of a sentence.
        pub joined: Sentence<2>,
        /// What ends a sentence that another one follows.
        pub full_stop: &'static str,
        /// What stands between the items of a list.
        pub between_items: &'static str,
        /// What stands between documents, or parts of a sentence with commas of their own.
        pub between_clauses: &'static str,
        /// A term that is quoted.
        pub quoted: Sentence<1>,
    }
}

impl Format {
    /// An amount with its unit: 4,352.06 元, 4,352.06 yuan.
    pub fn yuan(&self, amount: Fen) -> String {
        self.yuan.with([&amount.grouped()])
    }

    /// An amount within a sentence, whole yuan without the places: 4,352.06 元, 700,000 元.
    pub fn brief_yuan(&self, amount: Fen) -> String {
        let figure = amount.grouped();
        self.yuan.with([figure.strip_suffix(".00").unwrap_or(&figure)])
    }

    /// A date with its year and without its weekday: 2026年11月28日, 28 November 2026.
    pub fn date(&self, day: NaiveDate) -> String {
        self.date.with([
            &day.day().to_string(),
            self.month_name(day),
            &day.year().to_string(),
        ])
    }

    /// A month with its year: 2026年11月, November 2026.
    pub fn month(&self, day: NaiveDate) -> String {
        self.month.with([self.month_name(day), &day.year().to_string()])
    }

    /// A day in the near future or past: 11月28日（周六）, Saturday 28 November.
    pub fn near_day(&self, day: NaiveDate) -> String {
        self.near_day
            .with([&day.day().to_string(), self.month_name(day), self.weekday(day)])
    }

    /// A day with its weekday and its year: 2026年11月28日（周六）, Saturday 28 November 2026.
    pub fn full_day(&self, day: NaiveDate) -> String {
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.full_day
            .with([&number, self.month_name(day), self.weekday(day), &year])
    }

    /// The same, and a time on it as it is said.
    pub fn full_day_and_time(&self, at: NaiveDateTime) -> String {
        let (day, time) = (self.full_day(at.date()), self.spoken_time(at.time()));
        self.day_and_time.with([&day, &time])
    }

    /// The day of the week: 周六, Saturday.
    pub fn weekday(&self, day: NaiveDate) -> &'static str {
        let weekday = day.weekday().num_days_from_monday();
        self.weekdays.get(weekday as usize).copied().unwrap_or_default()
    }

    /// The month as it stands in a date: 11, November.
    pub fn month_name(&self, day: NaiveDate) -> &'static str {
        self.month_of_year(day.month())
    }

    /// A month of the year by its number, as it stands in a date: 11, November.
    pub fn month_of_year(&self, number: u32) -> &'static str {
        let at = number.checked_sub(1).map(|at| at as usize);
        at.and_then(|at| self.months.get(at)).copied().unwrap_or_default()
    }

    /// A time of day as it is said: 上午 9:30, 2:05 pm.
    pub fn spoken_time(&self, time: NaiveTime) -> String {
        let (is_afternoon, hour) = time.hour12();
        let half = if is_afternoon {
            self.afternoon
        } else {
            self.morning
        };
        half.with([&format!("{hour}:{:02}", time.minute())])
    }

    /// A day in the near future or past, and a time on it as it is said: 11月28日（周六）上午 9:30.
    pub fn day_and_time(&self, at: NaiveDateTime) -> String {
        let (day, time) = (self.near_day(at.date()), self.spoken_time(at.time()));
        self.day_and_time.with([&day, &time])
    }

    /// A time of day as it stands in a table: 17:05, 5:05 pm.
    pub fn clock(&self, time: NaiveTime) -> String {
        if self.twelve_hours {
            self.spoken_time(time)
        } else {
            format!("{}:{:02}", time.hour(), time.minute())
        }
    }

    /// From when to when: 8:30–12:00.
    pub fn span(&self, from: NaiveTime, to: NaiveTime) -> String {
        self.span.with([&self.clock(from), &self.clock(to)])
    }

    /// How long, rounded up to whole minutes from a minute and a half on: 30 秒, 2 minutes.
    pub fn duration(&self, seconds: u32) -> String {
        if seconds <= 90 {
            self.seconds.of(seconds)
        } else {
            self.minutes.of(seconds.div_ceil(60))
        }
    }

    /// A term in years and months: 30 年, 2 years 6 months.
    pub fn term(&self, months: u16) -> String {
        let (years, months) = (months / 12, months % 12);
        match (years, months) {
            (0, _) => self.month_count.of(months),
            (_, 0) => self.years.of(years),
            _ => format!("{} {}", self.years.of(years), self.month_count.of(months)),
        }
    }

    /// Parts of a sentence one after the other: 甲，乙; one, two.
    pub fn clauses<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let mut parts = parts.iter().map(AsRef::as_ref);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |said, next| self.joined.with([&said, next]))
    }

    /// Items one after the other: 甲、乙; one, two.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(self.between_items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
    }

    #[test]
    fn dates_and_times_are_written_as_they_are_said() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a date");
        assert_eq!(ZH_CN.date(day), "2026年11月28日");
        assert_eq!(ZH_CN.near_day(day), "11月28日（周六）");
        assert_eq!(ZH_CN.spoken_time(at(9, 30)), "上午 9:30");
        assert_eq!(ZH_CN.spoken_time(at(12, 5)), "下午 12:05");
        assert_eq!(ZH_CN.spoken_time(at(14, 5)), "下午 2:05");
        assert_eq!(ZH_CN.span(at(8, 30), at(17, 0)), "8:30–17:00");
    }

    #[test]
    fn a_wait_is_never_said_shorter_than_it_is() {
        assert_eq!(ZH_CN.duration(30), "30 秒");
        assert_eq!(ZH_CN.duration(91), "2 分钟");
        assert_eq!(ZH_CN.duration(601), "11 分钟");
    }

    #[test]
    fn money_is_grouped_and_has_its_unit() {
        assert_eq!(ZH_CN.yuan(Fen::new(123_456_789)), "1,234,567.89 元");
    }

    #[test]
    fn each_language_writes_dates_and_terms_its_own_way() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a date");
        let written = [ZH_CN, EN].map(|format| {
            [
                format.date(day),
                format.month(day),
                format.near_day(day),
                format.spoken_time(at(9, 30)),
                format.spoken_time(at(12, 5)),
                format.term(360),
                format.term(13),
                format.term(1),
                format.yuan(Fen::new(435_206)),
                format.brief_yuan(Fen::from_yuan(4352)),
                format.list(&["a", "b"]),
                format.duration(91),
                format.day_and_time(day.and_time(at(14, 5))),
                format.full_day_and_time(day.and_time(at(14, 5))),
                format.span(at(8, 30), at(17, 0)),
            ]
        });
        let [zh, en] = written;
        assert_eq!(
            zh,
            [
                "2026年11月28日",
                "2026年11月",
                "11月28日（周六）",
                "上午 9:30",
                "下午 12:05",
                "30 年",
                "1 年 1 个月",
                "1 个月",
                "4,352.06 元",
                "4,352 元",
                "a、b",
                "2 分钟",
                "11月28日（周六）下午 2:05",
                "2026年11月28日（周六）下午 2:05",
                "8:30–17:00",
            ]
        );
        assert_eq!(
            en,
            [
                "28 November 2026",
                "November 2026",
                "Saturday 28 November",
                "9:30 am",
                "12:05 pm",
                "30 years",
                "1 year 1 month",
                "1 month",
                "4,352.06 yuan",
                "4,352 yuan",
                "a, b",
                "2 minutes",
                "Saturday 28 November, 2:05 pm",
                "Saturday 28 November 2026, 2:05 pm",
                "8:30 am – 5:00 pm",
            ]
        );
    }
}
