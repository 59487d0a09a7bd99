//! Older rows: the end of a page of a long list.

use leptos::prelude::*;

use super::Maybe;
use crate::text::{Lang, text};

/// A link to the rows before these. Renders nothing when there are none: the way back to newer rows is the browser's own.
///
/// ```
/// # use app::{components::Pager, text::Lang};
/// # use leptos::prelude::*;
/// view! { <Pager older="/account/ledger?before=2026-03-01" lang=Lang::ZhCn/> };
/// ```
#[component]
pub fn Pager(
    /// Where older rows are.
    #[prop(optional, into)]
    older: Maybe,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let words = &text(lang).shell;
    older.0.map(|href| {
        view! {
            <nav class="pager" aria-label=words.pages>
                <a rel="next" href=href>{words.older}</a>
            </nav>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! { <Pager older="?page=3" lang=Lang::ZhCn/> }));
    }
}
