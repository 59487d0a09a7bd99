//! How figures and dates are written. Every language of the portal writes them the Chinese way for now.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use fund::calendar::{zh_day, zh_weekday};
use fund::money::Fen;

/// An amount with its unit: 4,352.06 元.
pub fn yuan(amount: Fen) -> String {
    format!("{} 元", amount.grouped())
}

/// A date with its year and without its weekday: 2026年11月28日.
pub fn date(day: NaiveDate) -> String {
    zh_day(day)
}

/// A month with its year: 2026年11月.
pub fn month(day: NaiveDate) -> String {
    format!("{}年{}月", day.year(), day.month())
}

/// A day in the near future or past: 11月28日（周六）.
pub fn near_day(day: NaiveDate) -> String {
    format!(
        "{}月{}日（{}）",
        day.month(),
        day.day(),
        zh_weekday(day.weekday())
    )
}

/// A time of day: 9:30, 17:05.
pub fn clock(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// A time of day as it is said: 上午 9:30, 下午 2:05.
pub fn spoken_time(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { "下午" } else { "上午" };
    format!("{half} {hour}:{:02}", time.minute())
}

/// From when to when: 8:30–12:00.
pub fn span(from: NaiveTime, to: NaiveTime) -> String {
    format!("{}–{}", clock(from), clock(to))
}

/// How long, rounded up to whole minutes from a minute and a half on: 30 秒, 2 分钟.
pub fn duration(seconds: u32) -> String {
    if seconds <= 90 {
        format!("{seconds} 秒")
    } else {
        format!("{} 分钟", seconds.div_ceil(60))
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
        assert_eq!(date(day), "2026年11月28日");
        assert_eq!(near_day(day), "11月28日（周六）");
        assert_eq!(spoken_time(at(9, 30)), "上午 9:30");
        assert_eq!(spoken_time(at(12, 5)), "下午 12:05");
        assert_eq!(spoken_time(at(14, 5)), "下午 2:05");
        assert_eq!(span(at(8, 30), at(17, 0)), "8:30–17:00");
    }

    #[test]
    fn a_wait_is_never_said_shorter_than_it_is() {
        assert_eq!(duration(30), "30 秒");
        assert_eq!(duration(91), "2 分钟");
        assert_eq!(duration(601), "11 分钟");
    }

    #[test]
    fn money_is_grouped_and_has_its_unit() {
        assert_eq!(yuan(Fen::new(123_456_789)), "1,234,567.89 元");
    }
}
