//! A message about the whole page: done, take note, careful.

use leptos::prelude::*;

/// What kind of message a [`Banner`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know.
    #[default]
    Note,
    /// Something was done.
    Done,
    /// Something to be careful about.
    Caution,
}

/// A message at the top of a page. What was done is announced by screen readers.
///
/// ```
/// # use app::components::{Banner, BannerKind};
/// # use leptos::prelude::*;
/// view! { <Banner kind=BannerKind::Done title="已预约"><p>"请按时到。"</p></Banner> };
/// ```
#[component]
pub fn Banner(
    /// What kind of message.
    #[prop(optional)]
    kind: BannerKind,
    /// The message in a few words.
    #[prop(into)]
    title: String,
    /// More about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = match kind {
        BannerKind::Note => "banner",
        BannerKind::Done => "banner done",
        BannerKind::Caution => "banner caution",
    };
    let role = (kind == BannerKind::Done).then_some("status");
    view! {
        <div class=class role=role>
            <p class="banner-title">{title}</p>
            {children.map(|children| children())}
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
            <Banner title="11月26日系统维护"/>
            <Banner kind=BannerKind::Done title="已预约"><p>"请按时到。"</p></Banner>
        }));
    }
}
