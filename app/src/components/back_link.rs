//! The way back, at the top of a page. It is a plain link, so it works however a person came here.

use leptos::prelude::*;

use crate::text::{Lang, text};

/// A link to the page before this one in the errand.
///
/// ```
/// # use app::{components::BackLink, text::Lang};
/// # use leptos::prelude::*;
/// view! { <BackLink href="/visit" lang=Lang::ZhCn/> };
/// ```
#[component]
pub fn BackLink(
    /// Where back is.
    #[prop(into)]
    href: String,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    view! { <a class="back" href=href>{text(lang).shell.back}</a> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(crate::testing::html(
            || view! { <BackLink href="/visit" lang=Lang::ZhCn/> }
        ));
    }
}
