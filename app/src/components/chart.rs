//! An area chart of amounts over time, as an inline SVG drawn with whole numbers.

use std::fmt::Write;

use fund::money::Fen;
use leptos::prelude::*;

use crate::text::format;

/// The drawing's width in its own units.
const WIDTH: usize = 3200;
/// The drawing's height in its own units.
const HEIGHT: i128 = 1200;
/// More points than this cannot be told apart on a screen and only make the page heavier.
const MOST_POINTS: usize = 121;

/// How an amount goes over time: the balance of a loan, of an account. One line, area beneath.
///
/// The sentence beneath is the text alternative (the picture is hidden from screen readers); a page that has the figures also shows them as a table.
///
/// ```
/// # use app::components::AreaChart;
/// # use fund::money::Fen;
/// # use leptos::prelude::*;
/// let values = vec![Fen::from_yuan(480_000), Fen::from_yuan(260_000), Fen::ZERO];
/// view! {
///     <AreaChart values start="2026年" end="2046年" sentence="剩余本金从 480,000.00 元逐月减到 0"/>
/// };
/// ```
#[component]
pub fn AreaChart(
    /// The amounts, evenly spaced in time. Less than zero is drawn as zero.
    values: Vec<Fen>,
    /// What stands under the left end.
    #[prop(into)]
    start: String,
    /// What stands under the right end.
    #[prop(into)]
    end: String,
    /// The picture in words.
    #[prop(into)]
    sentence: String,
) -> impl IntoView {
    let top = values.iter().copied().max().unwrap_or_default().or_zero();
    let line = line_path(&values, top);
    let area = format!("{line}V{HEIGHT}H0z");
    view! {
        <figure class="chart">
            <p class="chart-top num" aria-hidden="true">{format::yuan(top)}</p>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true"
                focusable="false">
                <path class="chart-grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}", HEIGHT / 2)/>
                <path class="chart-area" d=area/>
                <path class="chart-line" d=line/>
                <path class="chart-axis" d=format!("M0 {HEIGHT}H{WIDTH}")/>
            </svg>
            <p class="chart-ends" aria-hidden="true"><span>{start}</span><span>{end}</span></p>
            <figcaption class="soft">{sentence}</figcaption>
        </figure>
    }
}

/// The line through (at most [`MOST_POINTS`] of) the amounts, the first and the last always among them.
fn line_path(values: &[Fen], top: Fen) -> String {
    let last = values.len().saturating_sub(1);
    let points = values.len().min(MOST_POINTS);
    let mut path = String::with_capacity(points * 10);
    for point in 0..points {
        let steps = (points - 1).max(1);
        let amount = values.get(point * last / steps).copied().unwrap_or_default();
        let command = if point == 0 { 'M' } else { 'L' };
        let _ = write!(
            path,
            "{command}{} {}",
            point * WIDTH / steps,
            height_of(amount, top)
        );
    }
    path
}

/// How far down from the top of the drawing an amount lies.
fn height_of(amount: Fen, top: Fen) -> i128 {
    let top = i128::from(top.get()).max(1);
    HEIGHT - i128::from(amount.or_zero().get()) * HEIGHT / top
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <AreaChart
                values=vec![Fen::from_yuan(480_000), Fen::from_yuan(260_000), Fen::ZERO]
                start="2026年"
                end="2046年"
                sentence="剩余本金从 480,000.00 元减到 0"
            />
        }));
    }

    #[test]
    fn a_long_series_is_thinned_and_keeps_both_ends() {
        let values: Vec<Fen> = (0..=360).rev().map(Fen::from_yuan).collect();
        let path = line_path(&values, Fen::from_yuan(360));
        assert_eq!(path.matches('L').count(), MOST_POINTS - 1);
        assert!(path.starts_with("M0 0L") && path.ends_with("3200 1200"), "{path}");
    }

    #[test]
    fn a_short_series_draws_without_dividing_by_zero() {
        assert_eq!(line_path(&[], Fen::ZERO), "");
        assert_eq!(line_path(&[Fen::ZERO], Fen::ZERO), "M0 1200");
        assert_eq!(line_path(&[Fen::MAX, Fen::new(-1)], Fen::MAX), "M0 0L3200 1200");
    }
}
