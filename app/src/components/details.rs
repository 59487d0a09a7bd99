//! More, for those who want it: closed until asked for, without script.

use leptos::prelude::*;

/// A part of the page that opens when its summary is tapped.
///
/// ```
/// # use app::components::Details;
/// # use leptos::prelude::*;
/// view! { <Details summary="每年还款表"><p>"…"</p></Details> };
/// ```
#[component]
pub fn Details(
    /// What is inside, in a few words.
    #[prop(into)]
    summary: String,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details open=open>
            <summary>{summary}</summary>
            <div class="details-body">{children()}</div>
        </details>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <Details summary="每年还款表"><p>"第一年"</p></Details>
            <Details summary="为什么是这个数" open=true><p>"余额倍数"</p></Details>
        }));
    }
}
