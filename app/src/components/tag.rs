//! A short label on something: a state, or that a figure is not verified.

use leptos::prelude::*;

use crate::text::{Lang, text};

/// What a [`Tag`] says about the thing it stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// A plain fact.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Worth a second look.
    Caution,
}

/// A short label.
///
/// ```
/// # use app::components::{Tag, TagKind};
/// # use leptos::prelude::*;
/// view! { <Tag kind=TagKind::Good>"正常"</Tag> };
/// ```
#[component]
pub fn Tag(
    /// What it says about the thing it stands on.
    #[prop(optional)]
    kind: TagKind,
    /// One or two words.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        TagKind::Plain => "tag",
        TagKind::Good => "tag good",
        TagKind::Caution => "tag caution",
    };
    view! { <span class=class>{children()}</span> }
}

/// The label on every figure that rests on a parameter the centre has not confirmed.
///
/// ```
/// # use app::{components::Unverified, text::Lang};
/// # use leptos::prelude::*;
/// view! { <p>"最高额度 700,000.00 元 "<Unverified lang=Lang::ZhCn/></p> };
/// ```
#[component]
pub fn Unverified(
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    view! { <Tag kind=TagKind::Caution>{text(lang).shell.unverified}</Tag> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(
            || view! { <Tag kind=TagKind::Good>"正常"</Tag><Unverified lang=Lang::ZhCn/> }
        ));
    }
}
