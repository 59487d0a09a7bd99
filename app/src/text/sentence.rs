//! Sentences with places for figures.
//!
//! A function cannot be written into a page; a [`Sentence`] can ([`Handed`]). So the browser's program holds no words at all: what
//! it says it finds on its page, in the language of the page.

use crate::handed::{Handed, Texts, hand_fields};

use super::Local;

/// A sentence with the places `{0}`, `{1}`, …: exactly `N` of them, each at least once. One that misses a place, or has one
/// too many, does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<const N: usize>(&'static str);

impl<const N: usize> Sentence<N> {
    /// The sentence as it is written in the catalogue.
    ///
    /// # Panics
    /// While compiling, where a place is missing or there is one too many: catalogues are constants.
    pub const fn new(text: &'static str) -> Self {
        assert!(
            has_places(text.as_bytes(), N),
            "a sentence names each of its places"
        );
        Self(text)
    }

    /// The sentence with these parts in its places.
    pub fn with(&self, parts: [&str; N]) -> String {
        fill(self.0, &parts)
    }

    /// The same with parts that may be in another language than the sentence.
    pub fn with_local(&self, parts: [Local; N]) -> Local {
        let mut filled = Local::default();
        pieces(self.0, |piece| {
            let next = match piece {
                Piece::Text(text) => Local::from(text),
                Piece::Place(place) => parts.get(place).cloned().unwrap_or_default(),
            };
            filled = std::mem::take(&mut filled).then(next);
        });
        filled
    }
}

/// Whether a text has each of the places 0 to `places - 1`, and no other brace.
const fn has_places(text: &[u8], places: usize) -> bool {
    let mut found = [false; 10];
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            if at + 2 >= text.len() || text[at + 2] != b'}' || !text[at + 1].is_ascii_digit() {
                return false;
            }
            found[(text[at + 1] - b'0') as usize] = true;
        }
        at += 1;
    }
    let mut place = 0;
    while place < found.len() {
        if found[place] != (place < places) {
            return false;
        }
        place += 1;
    }
    true
}

fn fill(text: &str, parts: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len() + 16 * parts.len());
    pieces(text, |piece| match piece {
        Piece::Text(text) => filled.push_str(text),
        Piece::Place(place) => filled.push_str(parts.get(place).copied().unwrap_or_default()),
    });
    filled
}

enum Piece<'a> {
    Text(&'a str),
    Place(usize),
}

/// Gives the pieces of a sentence in order.
fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        each(Piece::Text(before));
        let place = after.bytes().next().map(|digit| digit.wrapping_sub(b'0'));
        each(Piece::Place(place.map_or(usize::MAX, usize::from)));
        rest = after.get(2..).unwrap_or_default();
    }
    each(Piece::Text(rest));
}

/// A number with what it counts, as a language says one and many: `1 year`, `30 years`, `30 年`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    one: Sentence<1>,
    many: Sentence<1>,
}

impl Count {
    /// For a language with a form for one and another for many.
    pub const fn new(one: &'static str, many: &'static str) -> Self {
        Self {
            one: Sentence::new(one),
            many: Sentence::new(many),
        }
    }

    /// For a language that says one and many alike.
    pub const fn same(text: &'static str) -> Self {
        Self::new(text, text)
    }

    /// The number with its word.
    pub fn of(&self, number: impl Into<u64>) -> String {
        let number = number.into();
        let sentence = if number == 1 { self.one } else { self.many };
        sentence.with([&number.to_string()])
    }
}

impl<const N: usize> Handed for Sentence<N> {
    fn hand(&self, texts: &mut Vec<String>) {
        self.0.hand(texts);
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        Handed::take(texts).map(Self)
    }
}

hand_fields!(Count { one, many });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_sentence_puts_its_parts_where_its_language_wants_them() {
        assert_eq!(
            Sentence::<2>::new("{1} of {0}").with(["ten", "two"]),
            "two of ten"
        );
        assert_eq!(Sentence::<1>::new("{0}、{0}").with(["{1}"]), "{1}、{1}");
        assert_eq!(Sentence::<0>::new("元").with([]), "元");
    }

    #[test]
    fn parts_in_another_language_stay_marked_in_a_sentence() {
        let branch = Local::chinese(Lang::En, "咸安营业部");
        let filled = Sentence::<2>::new("Earliest: {0}, {1}").with_local(["9:30 am".into(), branch]);
        assert_eq!(filled.text(), "Earliest: 9:30 am, 咸安营业部");
        let marked: Vec<_> = filled
            .pieces()
            .iter()
            .filter(|piece| piece.foreign.is_some())
            .collect();
        assert!(matches!(marked[..], [piece] if piece.text == "咸安营业部"));
    }

    #[test]
    fn a_sentence_has_its_places_and_no_other() {
        assert!(has_places("{0}{1}{0}".as_bytes(), 2));
        for (text, places) in [
            ("{0}", 2),
            ("{1}", 1),
            ("{0}{2}", 2),
            ("{", 0),
            ("{x}", 0),
            ("{0", 1),
        ] {
            assert!(!has_places(text.as_bytes(), places), "{text} {places}");
        }
    }

    #[test]
    fn one_is_one_and_none_are_many() {
        let years = Count::new("{0} year", "{0} years");
        assert_eq!(
            [0u8, 1, 2].map(|number| years.of(number)),
            ["0 years", "1 year", "2 years"]
        );
    }
}
