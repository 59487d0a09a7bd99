//! How far along, in words.

use leptos::prelude::*;

use crate::text::{Lang, text};

/// Step so many of so many.
///
/// ```
/// # use app::{components::Progress, text::Lang};
/// # use leptos::prelude::*;
/// view! { <Progress step=2 of=4 lang=Lang::ZhCn/> };
/// ```
#[component]
pub fn Progress(
    /// This step, from 1.
    step: u8,
    /// All steps.
    of: u8,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    view! { <p class="progress num">{(text(lang).shell.step)(step, of)}</p> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! { <Progress step=2 of=4 lang=Lang::ZhCn/> }));
    }
}
