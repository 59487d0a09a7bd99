//! What comes out of a form.
//!
//! An answer is HTML as text and not as views, because the browser makes it anew at every move of a slider: views of it would be
//! diffed there, and would more than double what a phone has to load. What goes in is escaped.
//!
//! Words come in from outside: on the server from the catalogue, in the browser from the page.

pub(super) mod chart;
pub(super) mod parts;
pub(super) mod schedule;

use maud::Markup;

use super::form::{FormField, Typed};
use crate::{
    form::FormErrors,
    handed::{Handed, Texts},
    text::{
        Lang,
        format::Format,
        loan::{Common, Text},
        text,
    },
};

/// What an answer says its figures with.
#[derive(Clone, Copy, Debug)]
pub struct Words<W> {
    /// Its own words.
    pub own: W,
    /// What all answers of the room share.
    pub common: Common,
    /// How figures are written.
    pub format: Format,
    /// The language of them all.
    pub lang: Lang,
}

/// An answer as HTML, in parts: what must follow a slider at once, and what can wait until it is let go.
pub trait Answer {
    /// The words it needs.
    type Words: Copy + 'static;

    /// Where they stand among the words of the room.
    fn words(room: &'static Text) -> Self::Words;

    /// The figures that matter, and the chart.
    fn head(&self, words: &Words<Self::Words>) -> Markup;

    /// What moves with the head, and stands beneath the fields where some of them stand within the answer.
    fn beneath(&self, words: &Words<Self::Words>) -> Markup {
        let _ = words;
        Markup::default()
    }

    /// Tables and everything else that is folded away.
    fn rest(&self, words: &Words<Self::Words>) -> Markup;
}

/// The words of an answer in a language.
pub fn words<A: Answer>(lang: Lang) -> Words<A::Words> {
    let words = text(lang);
    Words {
        own: A::words(&words.loan),
        common: words.loan.common,
        format: words.format,
        lang,
    }
}

/// An answer that the browser's program gives too: from what is typed, and from what the page has handed it.
pub trait Live: Answer<Words: Handed> + Sized + 'static {
    /// The page.
    const PATH: &'static str;

    /// The fields of its form.
    type Field: FormField;

    /// What the server knows of the centre's rules and the person; it stays the same while sliders move.
    type Rules: Handed + 'static;

    /// What the form as typed gives, or what to correct; the reasons are said in `lang`.
    fn of(typed: &Typed<Self::Field>, rules: &Self::Rules, lang: Lang) -> Result<Self, FormErrors>;

    /// Sliders that follow the answer.
    fn sliders(&self, words: &Words<Self::Words>) -> Vec<Moved<Self::Field>> {
        let _ = words;
        Vec::new()
    }
}

/// How a slider stands after an answer.
pub struct Moved<F> {
    /// Whose slider.
    pub field: F,
    /// Its end.
    pub most: String,
    /// Where it stands.
    pub value: String,
    /// The same as it is said.
    pub said: String,
    /// By how much it moves at a time.
    pub step: String,
}

impl<W: Handed> Handed for Words<W> {
    fn hand(&self, texts: &mut Vec<String>) {
        self.own.hand(texts);
        self.common.hand(texts);
        self.format.hand(texts);
        self.lang.hand(texts);
    }

    fn take(texts: &mut Texts) -> Option<Self> {
        Some(Self {
            own: W::take(texts)?,
            common: Common::take(texts)?,
            format: Format::take(texts)?,
            lang: Lang::take(texts)?,
        })
    }
}

/// How tests look at answers.
#[cfg(all(test, feature = "ssr"))]
pub(super) mod testing {
    use super::*;

    pub(in crate::loan) fn head<A: Answer>(answer: &A) -> String {
        answer.head(&words::<A>(Lang::ZhCn)).into_string()
    }

    pub(in crate::loan) fn rest<A: Answer>(answer: &A) -> String {
        answer.rest(&words::<A>(Lang::ZhCn)).into_string()
    }

    /// Both in Chinese.
    pub(in crate::loan) fn said<A: Answer>(answer: &A) -> [String; 2] {
        [head(answer), rest(answer)]
    }

    /// The whole answer on the server, and as the browser gives it from the texts of its page.
    pub(in crate::loan) fn both_sides<A: Live>(
        typed: &Typed<A::Field>,
        rules: &A::Rules,
        lang: Lang,
    ) -> [Option<String>; 2] {
        let whole = |rules: &A::Rules, words: &Words<A::Words>| {
            let answer = A::of(typed, rules, lang).ok()?;
            let parts = [answer.head(words), answer.beneath(words), answer.rest(words)];
            Some(parts.map(Markup::into_string).join("\n"))
        };
        let words = words::<A>(lang);
        let mut texts = Texts::new([rules.texts(), words.texts()].concat());
        let taken = A::Rules::take(&mut texts).zip(Handed::take(&mut texts));
        assert!(texts.next_text().is_none(), "everything was taken");
        [
            whole(rules, &words),
            taken.and_then(|(rules, words): (_, Words<A::Words>)| whole(&rules, &words)),
        ]
    }
}
