//! A text of an edition or of the core system, marked where it is in another language than the page.

use leptos::{either::Either, prelude::*};

use crate::text::{self, Piece};

/// The text; what has no translation is in a `<span lang="zh-CN">`, so that a screen reader speaks it as Chinese.
///
/// ```
/// # use app::{components::Local, text::{self, Lang}};
/// # use leptos::prelude::*;
/// let address = text::Local::of(Lang::En, "银泉大道 81 号", None);
/// view! { <p><Local text=address/></p> };
/// ```
#[component]
pub fn Local(
    /// The text.
    #[prop(into)]
    text: text::Local,
) -> impl IntoView {
    // Words of one piece, which most are, stand in the page as they are: a list has a mark of its own behind it.
    match text.pieces() {
        [only] => Either::Left(shown(only)),
        several => Either::Right(several.iter().map(shown).collect_view()),
    }
}

fn shown(piece: &Piece) -> impl IntoView + use<> {
    let text = piece.text.clone();
    match piece.foreign {
        Some(lang) => Either::Left(view! { <span lang=lang.tag()>{text}</span> }),
        None => Either::Right(text),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{testing::html, text::Lang};

    #[test]
    fn chinese_is_marked_on_an_english_page_only() {
        let shown = |lang| html(|| view! { <p><Local text=text::Local::chinese(lang, "银泉大道")/></p> });
        assert!(
            shown(Lang::En).contains("<span lang=\"zh-CN\">银泉大道</span>"),
            "{}",
            shown(Lang::En)
        );
        assert!(!shown(Lang::ZhCn).contains("lang="), "{}", shown(Lang::ZhCn));
    }
}
