//! An empty list: says so, and what to do next.

use leptos::prelude::*;

/// Stands where a list would, when there is nothing in it.
///
/// ```
/// # use app::components::EmptyState;
/// # use leptos::prelude::*;
/// view! { <EmptyState title="还没有预约"><a href="/visit">"约个时间"</a></EmptyState> };
/// ```
#[component]
pub fn EmptyState(
    /// That there is nothing.
    #[prop(into)]
    title: String,
    /// What to do next.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            {children()}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <EmptyState title="还没有预约"><p><a href="/visit">"约个时间"</a></p></EmptyState>
        }));
    }
}
