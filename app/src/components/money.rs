//! The answer of a page, when the answer is an amount: large, with its unit.

use fund::money::Fen;
use leptos::prelude::*;

use crate::text::{Lang, text};

/// A large amount with what it is above it.
///
/// ```
/// # use app::{components::MoneyFigure, text::Lang};
/// # use fund::money::Fen;
/// # use leptos::prelude::*;
/// view! { <MoneyFigure label="每月还" amount=Fen::new(435_206) lang=Lang::ZhCn/> };
/// ```
#[component]
pub fn MoneyFigure(
    /// What the amount is.
    #[prop(into)]
    label: String,
    /// The amount.
    amount: Fen,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    view! {
        <p class="money">
            <span class="money-label">{label}</span>
            " "
            <span class="money-number num">{amount.grouped()}</span>
            " "
            <span class="money-unit">{text(lang).format.yuan_unit}</span>
        </p>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(
            || view! { <MoneyFigure label="每月还" amount=Fen::new(435_206) lang=Lang::ZhCn/> }
        ));
    }
}
