//! The edition's CSV files: loan rates, prime rates, deposit rates, holidays.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::problem::Problem;
use super::rates::{PublishedRate, RateEntry, RateFigure, Term};
use super::sheet::{Row, Sheet};
use crate::calendar::{Calendar, DayKind, SpecialDay};
use crate::quota::Home;
use crate::rate::Rate;

/// Rows read, and what was wrong with the others.
type Read<T> = (T, Vec<Problem>);

/// Loan rates: a figure, or a multiple of a first home's.
pub(super) fn loan_rates(name: &str, text: &str) -> Read<Vec<RateEntry>> {
    let mut sheet = Sheet::new(
        name,
        text,
        &[
            "effective_from",
            "home",
            "term",
            "annual_percent",
            "times_first",
            "source",
            "verified",
        ],
    );
    let rows = sheet.read(|row| {
        let (effective_from, home, term) =
            (row.value("effective_from"), row.value("home"), row.value("term"));
        let (figure, source, verified) = (figure(row, home), row.some_text("source"), row.value("verified"));
        Some(RateEntry {
            effective_from: effective_from?,
            home: home?,
            term: term?,
            figure: figure?,
            source: source?,
            verified: verified?,
        })
    });
    sheet.refuse_repeats(&rows, |entry| {
        format!("{} {} {}", entry.effective_from, entry.home, entry.term)
    });
    refuse_disorder(&mut sheet, &rows, |entry| entry.effective_from);
    refuse_baseless_multiples(&mut sheet, &rows);
    // A row that could not be read would look like a gap.
    if sheet.is_sound() {
        refuse_gaps(&mut sheet, &rows);
    }
    (values(rows), sheet.finish())
}

/// Prime or deposit rates: one figure a day.
pub(super) fn published_rates(name: &str, text: &str) -> Read<Vec<PublishedRate>> {
    let mut sheet = Sheet::new(
        name,
        text,
        &["effective_from", "annual_percent", "source", "verified"],
    );
    let rows = sheet.read(|row| {
        let (effective_from, rate) = (row.value("effective_from"), row.value("annual_percent"));
        let (source, verified) = (row.some_text("source"), row.value("verified"));
        Some(PublishedRate {
            effective_from: effective_from?,
            rate: rate?,
            source: source?,
            verified: verified?,
        })
    });
    sheet.refuse_repeats(&rows, |rate| rate.effective_from);
    refuse_disorder(&mut sheet, &rows, |rate| rate.effective_from);
    (values(rows), sheet.finish())
}

/// Holidays and make-up working days.
pub(super) fn holidays(name: &str, text: &str) -> Read<Calendar> {
    let mut sheet = Sheet::new(name, text, &["date", "kind", "name", "verified"]);
    let rows = sheet.read(|row| {
        let (date, kind) = (row.value("date"), day_kind(row));
        let (name, verified) = (row.some_text("name"), row.value("verified"));
        Some(SpecialDay {
            date: date?,
            kind: kind?,
            name: name?,
            verified: verified?,
        })
    });
    sheet.refuse_repeats(&rows, |day| day.date);
    let calendar = Calendar::new(rows.iter().map(|(_, day)| day.clone()));
    for (line, day) in &rows {
        // The calendar ignores a make-up day that would be worked anyway, so it shows as another kind.
        if calendar.day(day.date) != day.kind {
            sheet.refuse(*line, format!("{} is worked anyway", day.date));
        }
    }
    (calendar, sheet.finish())
}

fn day_kind(row: &mut Row<'_>) -> Option<DayKind> {
    match row.text("kind") {
        "holiday" => Some(DayKind::Holiday),
        "make_up" => Some(DayKind::MakeUp),
        other => {
            let reason = format!("kind \"{other}\": must be holiday or make_up");
            row.refuse(reason);
            None
        }
    }
}

/// Exactly one of the two columns; only a second home's rate can be a multiple.
fn figure(row: &mut Row<'_>, home: Option<Home>) -> Option<RateFigure> {
    match (row.text("annual_percent"), row.text("times_first")) {
        ("", "") => row.refuse("either annual_percent or times_first must be given"),
        (_, "") => return row.value::<Rate>("annual_percent").map(RateFigure::Percent),
        ("", _) if home == Some(Home::First) => {
            row.refuse("times_first: a first home's rate needs its own figure");
        }
        ("", _) => {
            let times = row.value::<Decimal>("times_first")?;
            // A rate has at most six places and a first home's has two.
            if times <= Decimal::ZERO || times > Decimal::TEN || times.normalize().scale() > 4 {
                row.refuse("times_first must lie above 0, up to 10, with at most 4 places");
                return None;
            }
            return Some(RateFigure::TimesFirst(times));
        }
        _ => row.refuse("annual_percent and times_first exclude each other"),
    }
    None
}

/// Keeps files readable: the oldest first.
fn refuse_disorder<T>(sheet: &mut Sheet<'_>, rows: &[(usize, T)], day: impl Fn(&T) -> NaiveDate) {
    for pair in rows.windows(2) {
        if day(&pair[1].1) < day(&pair[0].1) {
            sheet.refuse(pair[1].0, "the days must rise from line to line");
        }
    }
}

/// A multiple needs a first home's rate on its first day.
fn refuse_baseless_multiples(sheet: &mut Sheet<'_>, rows: &[(usize, RateEntry)]) {
    for (line, entry) in rows {
        let base = |other: &RateEntry| {
            other.home == Home::First
                && other.term == entry.term
                && other.effective_from <= entry.effective_from
        };
        let multiple = matches!(entry.figure, RateFigure::TimesFirst(_));
        if multiple && !rows.iter().any(|(_, other)| base(other)) {
            sheet.refuse(
                *line,
                "times_first: no first home's rate on that day to be multiplied",
            );
        }
    }
}

/// Both homes and both terms must be on record, and each change must name all it touches: a forgotten row would
/// quietly leave an old rate in force.
fn refuse_gaps(sheet: &mut Sheet<'_>, rows: &[(usize, RateEntry)]) {
    for home in [Home::First, Home::Second] {
        if !rows.iter().any(|(_, entry)| entry.home == home) {
            sheet.refuse_all(format!("no rate for a {home} home"));
        }
    }
    for (line, entry) in rows {
        let (day, home) = (entry.effective_from, entry.home);
        let stands = |home, term| {
            let same =
                |other: &RateEntry| (other.effective_from, other.home, other.term) == (day, home, term);
            rows.iter().any(|(_, other)| same(other))
        };
        for term in Term::ALL.into_iter().filter(|term| !stands(home, *term)) {
            sheet.refuse(*line, format!("{day} {home} {term} is missing beside this rate"));
        }
        let second = rows.iter().rfind(|(_, other)| {
            other.home == Home::Second && other.term == entry.term && other.effective_from <= day
        });
        let stays = second.is_some_and(|(_, second)| {
            matches!(second.figure, RateFigure::Percent(_)) && second.effective_from < day
        });
        if home == Home::First && stays {
            sheet.refuse(
                *line,
                format!(
                    "{day} second {} is missing: the first home's rate changes",
                    entry.term
                ),
            );
        }
    }
}

fn values<T>(rows: Vec<(usize, T)>) -> Vec<T> {
    rows.into_iter().map(|(_, value)| value).collect()
}
