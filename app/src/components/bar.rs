//! A stacked bar: how a sum divides into parts, as an inline SVG with its figures beneath.

use fund::money::Fen;
use leptos::prelude::*;

use crate::text::{Lang, text};

/// The bar's width in its own units; parts are whole units, so no fractions are needed.
const WIDTH: i64 = 1000;
/// The bar's height in the same units (the picture is stretched to the page's width).
const HEIGHT: i64 = 40;

/// One part of the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPart {
    /// What the part is: 本金.
    pub label: String,
    /// How much it is; less than zero counts as nothing.
    pub amount: Fen,
}

/// How a sum divides into up to four parts. The list beneath is the text alternative: the picture
/// itself is hidden from screen readers.
///
/// ```
/// # use app::{components::{BarPart, StackedBar}, text::Lang};
/// # use fund::money::Fen;
/// # use leptos::prelude::*;
/// let parts = vec![
///     BarPart { label: "本金".into(), amount: Fen::from_yuan(480_000) },
///     BarPart { label: "利息".into(), amount: Fen::from_yuan(136_076) },
/// ];
/// view! { <StackedBar parts lang=app::text::Lang::ZhCn/> };
/// ```
#[component]
pub fn StackedBar(
    /// The parts, from the left.
    parts: Vec<BarPart>,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let format = &text(lang).format;
    let amounts: Vec<Fen> = parts.iter().map(|part| part.amount).collect();
    let rects = spans(&amounts)
        .into_iter()
        .enumerate()
        .map(|(index, (x, width))| {
            view! { <rect class=format!("part-{}", index + 1) x=x y="0" width=width height=HEIGHT/> }
        })
        .collect_view();
    let legend = parts
        .into_iter()
        .enumerate()
        .map(|(index, BarPart { label, amount })| {
            view! {
                <li>
                    <span class=format!("swatch part-{}", index + 1)></span>
                    {format!("{label} {}", format.yuan(amount))}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="stacked-bar">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true"
                focusable="false">
                {rects}
            </svg>
            <ul class="legend">{legend}</ul>
        </div>
    }
}

/// Where each part starts and how wide it is, together exactly [`WIDTH`] when there is anything to show.
fn spans(amounts: &[Fen]) -> Vec<(i64, i64)> {
    let amounts = amounts.iter().map(|amount| i128::from(amount.or_zero().get()));
    let total: i128 = amounts.clone().sum();
    if total == 0 {
        return Vec::new();
    }
    let mut upto: i128 = 0;
    let mut edges: Vec<i64> = vec![0];
    for amount in amounts {
        upto += amount;
        // At most WIDTH, so it fits.
        edges.push(i64::try_from(upto * i128::from(WIDTH) / total).unwrap_or(WIDTH));
    }
    edges
        .windows(2)
        .map(|pair| (pair[0], pair[1] - pair[0]))
        .collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <StackedBar parts=vec![
                BarPart { label: "本金".into(), amount: Fen::from_yuan(480_000) },
                BarPart { label: "利息".into(), amount: Fen::from_yuan(136_076) },
            ] lang=Lang::ZhCn/>
        }));
    }

    #[test]
    fn parts_fill_the_bar_exactly() {
        let thirds = spans(&[Fen::new(1), Fen::new(1), Fen::new(1)]);
        assert_eq!(thirds, [(0, 333), (333, 333), (666, 334)]);
        assert_eq!(spans(&[Fen::MAX, Fen::MAX]), [(0, 500), (500, 500)]);
    }

    #[test]
    fn nothing_and_less_than_nothing_draw_nothing() {
        assert_eq!(spans(&[]), []);
        assert_eq!(spans(&[Fen::ZERO, Fen::new(-5)]), []);
    }
}
