//! Sentences with places for figures, and words that a page hands to its islands.
//!
//! A function cannot be written into a page; a [`Sentence`] can. So the browser's program holds no words at all: what an
//! island says it finds on its page ([`Handed`]), in the language of the page.

/// A sentence with the places `{0}`, `{1}`, …: exactly `N` of them, each at least once. One that misses a place, or has one
/// too many, does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<const N: usize>(&'static str);

impl<const N: usize> Sentence<N> {
    /// The sentence as it is written in the catalogue.
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
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after
            .bytes()
            .next()
            .map(|digit| usize::from(digit.wrapping_sub(b'0')));
        if let Some(part) = place.and_then(|place| parts.get(place)) {
            filled.push_str(part);
        }
        rest = after.get(2..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
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

/// Words that a page hands to its islands, one text after the other.
pub trait Handed: Sized {
    /// Adds the texts in the order of [`Handed::take`].
    fn hand(&self, out: &mut Vec<&'static str>);

    /// Takes them back.
    fn take(texts: &mut Texts) -> Self;
}

/// The texts an island found on its page. Page and island come from one build; were a text missing all the same, it would be
/// an empty one.
#[derive(Debug)]
pub struct Texts(std::vec::IntoIter<&'static str>);

impl Texts {
    /// These texts.
    pub fn new(texts: Vec<&'static str>) -> Self {
        Self(texts.into_iter())
    }

    fn next(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }
}

impl Handed for &'static str {
    fn hand(&self, out: &mut Vec<&'static str>) {
        out.push(self);
    }

    fn take(texts: &mut Texts) -> Self {
        texts.next()
    }
}

impl<const N: usize> Handed for Sentence<N> {
    fn hand(&self, out: &mut Vec<&'static str>) {
        out.push(self.0);
    }

    fn take(texts: &mut Texts) -> Self {
        Self(texts.next())
    }
}

impl Handed for Count {
    fn hand(&self, out: &mut Vec<&'static str>) {
        self.one.hand(out);
        self.many.hand(out);
    }

    fn take(texts: &mut Texts) -> Self {
        Self {
            one: Sentence::take(texts),
            many: Sentence::take(texts),
        }
    }
}

impl<T: Handed, const N: usize> Handed for [T; N] {
    fn hand(&self, out: &mut Vec<&'static str>) {
        for item in self {
            item.hand(out);
        }
    }

    fn take(texts: &mut Texts) -> Self {
        std::array::from_fn(|_| T::take(texts))
    }
}

/// A struct of words that a page can hand to its islands.
macro_rules! handed {
    ($(#[$about:meta])* pub struct $Name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $Name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl $crate::text::sentence::Handed for $Name {
            fn hand(&self, out: &mut Vec<&'static str>) {
                $($crate::text::sentence::Handed::hand(&self.$field, out);)*
            }

            fn take(texts: &mut $crate::text::sentence::Texts) -> Self {
                Self { $($field: $crate::text::sentence::Handed::take(texts),)* }
            }
        }
    };
}
pub(crate) use handed;

#[cfg(test)]
mod tests {
    use super::*;

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

    handed! {
        /// Some words.
        #[derive(PartialEq, Eq)]
        pub struct Some {
            pub name: &'static str,
            pub rows: [Sentence<1>; 2],
            pub years: Count,
        }
    }

    #[test]
    fn an_island_takes_what_its_page_handed_over() {
        let words = Some {
            name: "贷款",
            rows: [Sentence::new("{0}！"), Sentence::new("a {0}")],
            years: Count::same("{0} 年"),
        };
        let mut texts = Vec::new();
        words.hand(&mut texts);
        assert_eq!(texts, ["贷款", "{0}！", "a {0}", "{0} 年", "{0} 年"]);
        assert_eq!(Some::take(&mut Texts::new(texts)), words);
        assert_eq!(Some::take(&mut Texts::new(Vec::new())).name, "");
    }
}
