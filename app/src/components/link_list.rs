//! Ways onward, each row one large target.

use leptos::prelude::*;

use super::Local;
use crate::text;

/// One way onward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkItem {
    /// Where it leads.
    pub href: String,
    /// What is there.
    pub title: text::Local,
    /// More about it, or a live fact.
    pub hint: Option<text::Local>,
}

impl LinkItem {
    /// A way onward without a hint.
    pub fn new(href: impl Into<String>, title: impl Into<text::Local>) -> Self {
        Self {
            href: href.into(),
            title: title.into(),
            hint: None,
        }
    }

    /// The same with a line beneath the title.
    #[must_use]
    pub fn hint(self, hint: impl Into<text::Local>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

/// A list of ways onward.
///
/// ```
/// # use app::components::{LinkItem, LinkList};
/// # use leptos::prelude::*;
/// let items = vec![LinkItem::new("/loan/compare", "和别的方案比一比").hint("等额本息、等额本金、组合贷")];
/// view! { <LinkList items/> };
/// ```
#[component]
pub fn LinkList(
    /// The ways, most wanted first.
    items: Vec<LinkItem>,
) -> impl IntoView {
    let rows = items
        .into_iter()
        .map(|LinkItem { href, title, hint }| {
            let hint = hint.map(|hint| view! { <span class="soft"><Local text=hint/></span> });
            view! { <li><a href=href><span><Local text=title/>{hint}</span></a></li> }
        })
        .collect_view();
    view! { <ul class="link-list">{rows}</ul> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        let items = vec![
            LinkItem::new("/loan/compare", "和别的方案比一比").hint("等额本息、等额本金"),
            LinkItem::new("/loan/rates", "利率"),
        ];
        insta::assert_snapshot!(html(|| view! { <LinkList items/> }));
    }
}
