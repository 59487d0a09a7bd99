//! A bar chart of amounts, one row each, drawn with whole numbers.

use fund::money::Fen;
use leptos::prelude::*;

use crate::{components::Local, text};

/// The longest bar in its own units.
const WIDTH: i128 = 1000;

/// One amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is.
    pub label: text::Local,
    /// The amount as people read it.
    pub figure: String,
    /// The amount; less than zero is drawn as nothing.
    pub amount: Fen,
    /// Belongs to the second series.
    pub second: bool,
}

/// Amounts side by side. The drawing is hidden from screen readers, which get the sentence beneath.
#[component]
pub fn Bars(
    /// What the chart shows.
    label: &'static str,
    /// The amounts, in the order they are shown.
    bars: Vec<Bar>,
    /// The chart in words.
    sentence: text::Local,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.amount).max().unwrap_or_default();
    let rows = bars
        .into_iter()
        .map(|bar| {
            let class = if bar.second { "part-2" } else { "part-1" };
            view! {
                <div class="bar-row">
                    <p class="bar-label"><span><Local text=bar.label/></span>" "<b class="num">{bar.figure}</b></p>
                    <svg viewBox=format!("0 0 {WIDTH} 40") preserveAspectRatio="none" focusable="false">
                        <rect class=class width=width(bar.amount, most).to_string() height="40"/>
                    </svg>
                </div>
            }
        })
        .collect_view();
    view! {
        <figure class="bars" aria-label=label>
            <div aria-hidden="true">{rows}</div>
            <figcaption class="soft"><Local text=sentence/></figcaption>
        </figure>
    }
}

/// How long a bar is beside the longest.
fn width(amount: Fen, most: Fen) -> i128 {
    i128::from(amount.or_zero().get()) * WIDTH / i128::from(most.get()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!(width(Fen::MAX, Fen::MAX), 1000);
        assert_eq!(width(Fen::new(1), Fen::new(3)), 333);
        assert_eq!(width(Fen::new(-1), Fen::ZERO), 0);
    }
}
