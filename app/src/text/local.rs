//! Texts that are data, of an edition or of the core system, and that may exist in Chinese only.

use maud::{Markup, Render, html};

use fund::bilingual::Bilingual;

use super::{Lang, text};

/// A text for a page: in its language, or in Chinese where there is no other, and then marked so.
///
/// Whoever shows one writes `<Local text/>` in a view and `(text)` in maud; a JSON answer takes [`Local::text`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Local {
    pieces: Vec<Piece>,
}

/// A part of a text that is in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The part.
    pub text: String,
    /// Its language, when it is another than that of the page.
    pub foreign: Option<Lang>,
}

impl Local {
    /// A text of an edition: the Chinese, or on an English page its English where somebody has written it.
    ///
    /// ```
    /// use app::text::{Lang, Local};
    ///
    /// let rule = |en| Local::of(Lang::En, "额度取整", en);
    /// assert_eq!(rule(Some("Rounding")).lang_tag(), None);
    /// assert_eq!((rule(None).text(), rule(None).lang_tag()), ("额度取整".to_owned(), Some("zh-CN")));
    /// ```
    pub fn of(lang: Lang, chinese: &str, english: Option<&str>) -> Self {
        match (lang, english) {
            (Lang::ZhCn, _) => Self::from(chinese),
            (Lang::En, Some(english)) => Self::from(english),
            (Lang::En, None) => Self {
                pieces: vec![Piece {
                    text: chinese.to_owned(),
                    foreign: Some(Lang::ZhCn),
                }],
            },
        }
    }

    /// A text of an edition in the language of the page.
    pub fn edition(lang: Lang, text: &Bilingual) -> Self {
        Self::of(lang, text.zh(), text.en())
    }

    /// The same with the Chinese beside the English: what a person looks for in the street, or says or shows at a window.
    pub fn beside_chinese(lang: Lang, of: &Bilingual) -> Self {
        match (lang, of.en()) {
            (Lang::En, Some(english)) => {
                let chinese = Self::chinese(lang, of.zh());
                text(lang).format.bracketed.with_local([english.into(), chinese])
            }
            _ => Self::edition(lang, of),
        }
    }

    /// A text that is Chinese on every page: a name, the title of a document.
    pub fn chinese(lang: Lang, text: &str) -> Self {
        Self::of(lang, text, None)
    }

    /// This, and another behind it.
    #[must_use]
    pub fn then(mut self, next: impl Into<Self>) -> Self {
        for piece in next.into().pieces {
            match self.pieces.last_mut() {
                _ if piece.text.is_empty() => {}
                Some(last) if last.foreign == piece.foreign => last.text += &piece.text,
                _ => self.pieces.push(piece),
            }
        }
        self
    }

    /// Its parts in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The text without its marks, for where there is no place for any.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// For the `lang` attribute of the element that holds it, when all of it is in another language than the page.
    pub fn lang_tag(&self) -> Option<&'static str> {
        match self.pieces.as_slice() {
            [only] => only.foreign.map(Lang::tag),
            _ => None,
        }
    }
}

impl From<&str> for Local {
    /// Words in the language of the page.
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

impl From<String> for Local {
    /// Words in the language of the page.
    fn from(words: String) -> Self {
        Self {
            pieces: vec![Piece {
                text: words,
                foreign: None,
            }],
        }
    }
}

impl Render for Local {
    fn render(&self) -> Markup {
        html! {
            @for piece in &self.pieces {
                @match piece.foreign {
                    Some(lang) => { span lang=(lang.tag()) { (piece.text) } }
                    None => { (piece.text) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_english_is_marked_and_escaped() {
        let source = Local::from("Circular (")
            .then(Local::chinese(Lang::En, "<建金>"))
            .then(")");
        assert_eq!(source.text(), "Circular (<建金>)");
        assert_eq!(
            source.render().into_string(),
            "Circular (<span lang=\"zh-CN\">&lt;建金&gt;</span>)"
        );
        assert_eq!(source.lang_tag(), None, "only a part of it");
    }

    #[test]
    fn what_is_met_on_paper_keeps_its_chinese_beside_it() {
        let card = Bilingual::new("身份证".to_owned(), Some("ID card".to_owned()));
        let said = |lang, text| Local::beside_chinese(lang, text).render().into_string();
        assert_eq!(
            said(Lang::En, &card),
            "ID card (<span lang=\"zh-CN\">身份证</span>)"
        );
        assert_eq!(said(Lang::ZhCn, &card), "身份证");
        assert_eq!(
            said(Lang::En, &"身份证".into()),
            "<span lang=\"zh-CN\">身份证</span>"
        );
    }

    #[test]
    fn on_a_chinese_page_nothing_is_marked() {
        let rule = Local::of(Lang::ZhCn, "额度取整", Some("Rounding"));
        assert_eq!(rule.render().into_string(), "额度取整");
    }
}
