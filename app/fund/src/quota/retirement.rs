//! The statutory retirement age, which rises gradually.
//!
//! 《国务院关于渐进式延迟法定退休年龄的办法》: from a first month on, who would have retired in it or later retires later: one
//! month for the first step of so many months, one more for each step after that, until the new age is reached. Ages,
//! steps and the first month are data; see [`RetirementRule`](super::RetirementRule).

use chrono::{Datelike, NaiveDate};

use super::code::Track;
use super::rules::{RetirementRule, TrackRule};

/// When a person reaches the statutory retirement age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// The day.
    pub date: NaiveDate,
    /// The age on that day, in months.
    pub age_months: u32,
}

/// The day a person born on `birth` reaches the statutory retirement age.
///
/// `None` when it lies beyond the calendar.
pub fn retirement(birth: NaiveDate, track: Track, rule: &RetirementRule) -> Option<Retirement> {
    let track = rule.track(track);
    let former = later(birth, track.former_months())?;
    let age_months = track.former_months() + delay(former, rule.from, track);
    Some(Retirement {
        date: later(birth, age_months)?,
        age_months,
    })
}

/// Months of delay for a person who would have retired in the month of `former`.
fn delay(former: NaiveDate, from: NaiveDate, track: TrackRule) -> u32 {
    let Ok(since) = u32::try_from(month_index(former) - month_index(from)) else {
        return 0;
    };
    (since / u32::from(track.months_per_step.max(1)) + 1).min(track.most_delay())
}

/// The day this many months later; the last of the month where the day does not exist.
pub(super) fn later(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(chrono::Months::new(months))
}

/// Whole months from one day to another; none when the other is earlier.
pub(super) fn whole_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let unfinished = i32::from(to.day() < from.day());
    u32::try_from(month_index(to) - month_index(from) - unfinished).unwrap_or(0)
}

fn month_index(date: NaiveDate) -> i32 {
    // Chrono's years stay far within ±300,000.
    date.year() * 12 + date.month0().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quota::QuotaRules;

    fn rule() -> RetirementRule {
        let text = include_str!("../../editions/xianning/quota.toml");
        QuotaRules::from_toml(text).unwrap().retirement
    }

    /// Rows of the tables printed with the document: month of birth, age in years and months, month of retirement.
    #[test]
    fn the_published_tables() {
        let man = [
            ("1964-12", (60, 0), "2024-12"),
            ("1965-01", (60, 1), "2025-02"),
            ("1965-04", (60, 1), "2025-05"),
            ("1965-05", (60, 2), "2025-07"),
            ("1968-12", (61, 0), "2029-12"),
            ("1976-08", (62, 11), "2039-07"),
            ("1976-09", (63, 0), "2039-09"),
            ("1990-01", (63, 0), "2053-01"),
        ];
        let woman_cadre = [
            ("1969-12", (55, 0), "2024-12"),
            ("1970-01", (55, 1), "2025-02"),
            ("1981-08", (57, 11), "2039-07"),
            ("1981-09", (58, 0), "2039-09"),
        ];
        let woman_worker = [
            ("1974-12", (50, 0), "2024-12"),
            ("1975-01", (50, 1), "2025-02"),
            ("1975-03", (50, 2), "2025-05"),
            ("1984-10", (54, 11), "2039-09"),
            ("1984-11", (55, 0), "2039-11"),
        ];
        let rule = rule();
        for (track, rows) in [
            (Track::Man, &man[..]),
            (Track::WomanCadre, &woman_cadre),
            (Track::WomanWorker, &woman_worker),
        ] {
            for (born, (years, months), retires) in rows {
                let birth = format!("{born}-15").parse().unwrap();
                let answer = retirement(birth, track, &rule).unwrap();
                assert_eq!(answer.age_months, years * 12 + months, "{track} born {born}");
                assert_eq!(
                    answer.date.to_string(),
                    format!("{retires}-15"),
                    "{track} born {born}"
                );
            }
        }
    }

    #[test]
    fn who_is_born_on_the_31st_retires_on_the_last_of_the_month() {
        let answer = retirement("1965-01-31".parse().unwrap(), Track::Man, &rule()).unwrap();
        assert_eq!(answer.date.to_string(), "2025-02-28");
    }

    #[test]
    fn nobody_retires_beyond_the_calendar() {
        assert_eq!(retirement(NaiveDate::MAX, Track::Man, &rule()), None);
    }

    #[test]
    fn a_month_is_whole_on_its_day() {
        let months = |from: &str, to: &str| whole_months(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(months("2026-11-20", "2027-11-20"), 12);
        assert_eq!(months("2026-11-20", "2027-11-19"), 11);
        assert_eq!(months("2026-11-20", "2020-01-01"), 0);
    }
}
