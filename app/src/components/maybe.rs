//! Words that may be absent, given to a component in whatever form the caller has them.

use crate::text::Local;

/// A prop that takes `"text"`, a `String`, or an `Option` of either.
///
/// leptos' own optional props take a value or nothing, but not an `Option` a page already holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maybe(pub Option<String>);

impl From<&str> for Maybe {
    fn from(words: &str) -> Self {
        Self(Some(words.to_owned()))
    }
}

impl From<String> for Maybe {
    fn from(words: String) -> Self {
        Self(Some(words))
    }
}

impl From<Option<&str>> for Maybe {
    fn from(words: Option<&str>) -> Self {
        Self(words.map(str::to_owned))
    }
}

impl From<Option<String>> for Maybe {
    fn from(words: Option<String>) -> Self {
        Self(words)
    }
}

/// The same of words that may be in another language than the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Option<Local>);

impl<T: Into<Local>> From<T> for Words {
    fn from(words: T) -> Self {
        Self(Some(words.into()))
    }
}

impl<T: Into<Local>> From<Option<T>> for Words {
    fn from(words: Option<T>) -> Self {
        Self(words.map(Into::into))
    }
}
