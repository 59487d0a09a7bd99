//! What the server leaves on a page for the browser's program: rules to compute with and words to answer with, as one JSON
//! array of texts. JSON because every browser reads it by itself; texts because what they stand for is read by the same
//! functions as a form, and so needs no code of its own.

use std::vec::IntoIter;

use leptos::prelude::*;
use rust_decimal::Decimal;

use fund::{
    costs::Charge,
    money::Fen,
    months::Months,
    quota::{Area, LimitCode, Percent, TermRates},
    rate::Rate,
    repayment::Method,
};

use crate::text::Lang;

/// Id of the element that holds the texts.
pub const ID: &str = "handed";

/// What can be left on a page, one text after the other.
pub trait Handed: Sized {
    /// Adds the texts, in the order in which [`Handed::take`] takes them.
    fn hand(&self, texts: &mut Vec<String>);

    /// The texts alone.
    fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        self.hand(&mut texts);
        texts
    }

    /// Takes them back; nothing where they are not such texts.
    fn take(texts: &mut Texts) -> Option<Self>;
}

/// The texts found on a page.
#[derive(Debug)]
pub struct Texts(IntoIter<String>);

impl Texts {
    /// These texts.
    pub fn new(texts: Vec<String>) -> Self {
        Self(texts.into_iter())
    }

    /// The next one.
    pub fn next_text(&mut self) -> Option<String> {
        self.0.next()
    }
}

/// The texts as they stand in the page. `<` is escaped, so that no text can end the element.
#[cfg(feature = "ssr")]
fn json(texts: Vec<String>) -> String {
    serde_json::Value::from(texts).to_string().replace('<', "\\u003c")
}

/// The browser makes no pages.
#[cfg(not(feature = "ssr"))]
fn json(_: Vec<String>) -> String {
    String::new()
}

/// The element that leaves them on a page.
pub fn script(texts: Vec<String>) -> impl IntoView {
    view! { <script type="application/json" id=ID inner_html=json(texts)></script> }
}

/// What the page of the browser holds.
#[cfg(feature = "hydrate")]
pub fn found() -> Option<Texts> {
    let element = document().get_element_by_id(ID)?;
    let array: js_sys::Array = js_sys::JSON::parse(&element.text_content()?).ok()?.into();
    Some(Texts::new(
        array.iter().filter_map(|text| text.as_string()).collect(),
    ))
}

impl Handed for String {
    fn hand(&self, texts: &mut Vec<String>) {
        texts.push(self.clone());
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        texts.next_text()
    }
}

/// A word of the catalogue. The browser takes each once and keeps it as long as the page, as the server keeps its catalogue.
impl Handed for &'static str {
    fn hand(&self, texts: &mut Vec<String>) {
        texts.push((*self).to_owned());
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        texts.next_text().map(|text| &*text.leak())
    }
}

/// What is written as `Display` does and read as `FromStr` does.
macro_rules! handed_as_text {
    ($($Type:ty),*) => {
        $(impl Handed for $Type {
            fn hand(&self, texts: &mut Vec<String>) {
                texts.push(self.to_string());
            }

            fn take(texts: &mut Texts) -> Option<Self> {
                texts.next_text()?.parse().ok()
            }
        })*
    };
}
handed_as_text!(u16, bool, Decimal, Area, Fen, Rate, Months, Method, LimitCode);

impl Handed for Lang {
    fn hand(&self, texts: &mut Vec<String>) {
        self.tag().hand(texts);
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        let tag = texts.next_text()?;
        [Self::ZhCn, Self::En].into_iter().find(|lang| lang.tag() == tag)
    }
}

impl Handed for Percent {
    fn hand(&self, texts: &mut Vec<String>) {
        self.get().hand(texts);
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        Self::new(Handed::take(texts)?).ok()
    }
}

impl Handed for Charge {
    fn hand(&self, texts: &mut Vec<String>) {
        texts.push(match self {
            Self::Percent(percent) => format!("%{percent}"),
            Self::PerSquareMetre(amount) => format!("m{amount}"),
            Self::Amount(amount) => format!("={amount}"),
        });
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        let text = texts.next_text()?;
        let (kind, figure) = text.split_at_checked(1)?;
        let amount = || figure.parse::<Fen>().ok();
        match kind {
            "%" => Decimal::from_str_exact(figure).ok().map(Self::Percent),
            "m" => amount().map(Self::PerSquareMetre),
            "=" => amount().map(Self::Amount),
            _ => None,
        }
    }
}

/// Nothing is left on the page.
impl Handed for () {
    fn hand(&self, _: &mut Vec<String>) {}

    fn take(_: &mut Texts) -> Option<Self> {
        Some(())
    }
}

/// An empty text stands for nothing; so what may be nothing is never written as one.
impl<T: Handed> Handed for Option<T> {
    fn hand(&self, texts: &mut Vec<String>) {
        self.is_some().hand(texts);
        if let Some(value) = self {
            value.hand(texts);
        }
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        if Handed::take(texts)? {
            T::take(texts).map(Some)
        } else {
            Some(None)
        }
    }
}

impl<T: Handed> Handed for Vec<T> {
    fn hand(&self, texts: &mut Vec<String>) {
        texts.push(self.len().to_string());
        for item in self {
            item.hand(texts);
        }
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        let count: u16 = Handed::take(texts)?;
        (0..count).map(|_| T::take(texts)).collect()
    }
}

impl<T: Handed, const N: usize> Handed for [T; N] {
    fn hand(&self, texts: &mut Vec<String>) {
        for item in self {
            item.hand(texts);
        }
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        let items: Option<Vec<T>> = (0..N).map(|_| T::take(texts)).collect();
        items?.try_into().ok()
    }
}

/// Makes a struct one whose fields are handed one after the other. A field that is left out does not compile.
macro_rules! hand_fields {
    ($Name:ty { $($field:ident),* $(,)? }) => {
        impl $crate::handed::Handed for $Name {
            fn hand(&self, texts: &mut Vec<String>) {
                let Self { $($field),* } = self;
                $($crate::handed::Handed::hand($field, texts);)*
            }

            fn take(texts: &mut $crate::handed::Texts) -> Option<Self> {
                Some(Self { $($field: $crate::handed::Handed::take(texts)?),* })
            }
        }
    };
}
pub(crate) use hand_fields;

/// A struct of words that a page can hand over.
macro_rules! handed {
    ($(#[$about:meta])* pub struct $Name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $Name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        $crate::handed::hand_fields!($Name { $($field),* });
    };
}
pub(crate) use handed;

hand_fields!(TermRates { le5y, gt5y });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentence::{Count, Sentence};

    handed! {
        /// Some words.
        #[derive(PartialEq, Eq)]
        pub struct Words {
            pub name: &'static str,
            pub rows: [Sentence<1>; 2],
            pub years: Count,
        }
    }

    const WORDS: Words = Words {
        name: "贷款",
        rows: [Sentence::new("{0}！"), Sentence::new("a {0}")],
        years: Count::same("{0} 年"),
    };

    #[test]
    fn the_browser_takes_what_the_page_handed_over() {
        let texts = WORDS.texts();
        assert_eq!(texts, ["贷款", "{0}！", "a {0}", "{0} 年", "{0} 年"]);
        assert_eq!(Words::take(&mut Texts::new(texts)), Some(WORDS));
        assert_eq!(Words::take(&mut Texts::new(Vec::new())), None);

        let charges = vec![
            Charge::Percent("1.5".parse().unwrap()),
            Charge::PerSquareMetre(Fen::new(8001)),
            Charge::Amount(Fen::ZERO),
        ];
        assert_eq!(Handed::take(&mut Texts::new(charges.texts())), Some(charges));
        for longest in [None, Months::new(30).ok()] {
            assert_eq!(Handed::take(&mut Texts::new(longest.texts())), Some(longest));
        }
        assert_eq!(Charge::take(&mut Texts::new(vec!["元".to_owned()])), None);
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn no_text_can_end_its_element() {
        let json = json(vec!["</script><!--\"".to_owned(), "60万".to_owned()]);
        assert_eq!(json, r#"["\u003c/script>\u003c!--\"","60万"]"#);
    }
}
