//! Older and newer: the ends of a long list.

use leptos::prelude::*;

use super::Maybe;
use crate::text::{Lang, text};

/// Links to the pages before and after this one. Renders nothing when there is neither.
///
/// ```
/// # use app::components::Pager;
/// # use leptos::prelude::*;
/// view! { <Pager older="/account/ledger?before=2026-03-01"/> };
/// ```
#[component]
pub fn Pager(
    /// Where newer rows are.
    #[prop(optional, into)]
    newer: Maybe,
    /// Where older rows are.
    #[prop(optional, into)]
    older: Maybe,
    /// The page's language.
    #[prop(optional)]
    lang: Lang,
) -> impl IntoView {
    let words = &text(lang).shell;
    (newer.0.is_some() || older.0.is_some()).then(|| {
        let newer = newer
            .0
            .map(|href| view! { <a rel="prev" href=href>{words.newer}</a> });
        let older = older
            .0
            .map(|href| view! { <a rel="next" href=href>{words.older}</a> });
        view! { <nav class="pager" aria-label=words.pages>{newer}{older}</nav> }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! { <Pager newer="?page=1" older="?page=3"/> }));
    }
}
