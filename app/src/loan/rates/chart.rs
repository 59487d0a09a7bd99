//! Rates through the years as a picture: a stepped line for each, since a rate stands still until it is changed.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use fund::rate::Rate;
use leptos::prelude::*;

use crate::text::loan::rates::Text;

/// The drawing's width in its own units.
const WIDTH: i64 = 3200;
/// The drawing's height in its own units.
const HEIGHT: i64 = 1200;

/// The days on which one rate changed, oldest first.
pub type Steps = Vec<(NaiveDate, Rate)>;

const CLASSES: [&str; 3] = ["line-1", "line-2", "line-3"];

/// A line for each rate from its first change to `known_until`, with nothing drawn beyond it. The table of the same page holds
/// every figure; the sentence says what the picture shows.
pub(super) fn chart(
    lines: &[Steps; 3],
    known_until: NaiveDate,
    sentence: String,
    words: &'static Text,
) -> impl IntoView + use<> {
    let frame = Frame::around(lines, known_until);
    let paths = lines
        .iter()
        .zip(CLASSES)
        .map(|(line, class)| view! { <path class=class d=frame.path(line)/> })
        .collect_view();
    let legend = words
        .lines
        .into_iter()
        .zip(CLASSES)
        .map(|(label, class)| view! { <li><span class=format!("swatch {class}")></span>{label}</li> })
        .collect_view();
    let [from, to] = [frame.from, known_until].map(|day| (words.year)(day.year()));
    let top = format!("{}%", frame.top);
    view! {
        <figure class="chart lines">
            <p class="chart-top num" aria-hidden="true">{top}</p>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true"
                focusable="false">
                <path class="chart-grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}", HEIGHT / 2)/>
                {paths}
                <path class="chart-axis" d=format!("M0 {HEIGHT}H{WIDTH}")/>
            </svg>
            <p class="chart-ends" aria-hidden="true"><span>{from}</span><span>{to}</span></p>
            <ul class="legend">{legend}</ul>
            <figcaption class="soft">{sentence}</figcaption>
        </figure>
    }
}

/// What the picture spans: from 0 % to the highest rate, from the first change to the last day known.
struct Frame {
    from: NaiveDate,
    days: i64,
    top: Rate,
}

impl Frame {
    fn around(lines: &[Steps], until: NaiveDate) -> Self {
        let steps = || lines.iter().flatten();
        let from = steps().map(|(day, _)| *day).min().unwrap_or(until);
        Self {
            from,
            days: until.signed_duration_since(from).num_days().max(1),
            top: steps().map(|(_, rate)| *rate).max().unwrap_or_default(),
        }
    }

    fn path(&self, line: &[(NaiveDate, Rate)]) -> String {
        let mut path = String::new();
        for (at, (day, rate)) in line.iter().enumerate() {
            let (x, y) = (self.x(*day), self.y(*rate));
            let _ = if at == 0 {
                write!(path, "M{x} {y}")
            } else {
                write!(path, "H{x}V{y}")
            };
        }
        if !path.is_empty() {
            let _ = write!(path, "H{WIDTH}");
        }
        path
    }

    fn x(&self, day: NaiveDate) -> i64 {
        day.signed_duration_since(self.from).num_days() * WIDTH / self.days
    }

    fn y(&self, rate: Rate) -> i64 {
        HEIGHT - rate.units() * HEIGHT / self.top.units().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_rate_stands_still_until_it_changes() {
        let line = vec![
            (day("2020-01-01"), "4.00".parse().unwrap()),
            (day("2020-01-03"), "3.00".parse().unwrap()),
        ];
        let frame = Frame::around(std::slice::from_ref(&line), day("2020-01-05"));
        assert_eq!(frame.path(&line), "M0 0H1600V300H3200");
    }

    #[test]
    fn nothing_to_draw_divides_by_nothing() {
        let frame = Frame::around(&[], day("2020-01-05"));
        assert_eq!(frame.path(&[]), "");
    }
}
