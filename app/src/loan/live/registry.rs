//! Which calculator follows which page: the one file that knows all of them.

use web_sys::FormData;

use super::dom::sliders;
use crate::{
    handed::{Handed, Texts},
    loan::{
        afford::Affordable,
        answer::{Live, Words},
        compare::Comparison,
        estimate::Estimate,
        form::{FormField, Typed},
        paths,
        prepayment::Savings,
        repayment::Costs,
    },
    text::Lang,
};

/// What a form gives as it stands; nothing while something is half typed or wrong, which the server will say.
pub(super) type Calculator = Box<dyn Fn(&FormData) -> Option<Box<dyn Fresh>>>;

/// The calculator of the page at this path, with what the page has handed over.
pub(super) fn of_page(path: &str, texts: Texts) -> Option<Calculator> {
    match path {
        paths::ESTIMATE => calculator::<Estimate>(texts),
        paths::AFFORD => calculator::<Affordable>(texts),
        paths::COMPARE => calculator::<Comparison>(texts),
        paths::REPAYMENT => calculator::<Costs>(texts),
        paths::PREPAYMENT => calculator::<Savings>(texts),
        _ => None,
    }
}

fn calculator<A: Live>(mut texts: Texts) -> Option<Calculator> {
    let rules = A::Rules::take(&mut texts)?;
    let words: Words<A::Words> = Handed::take(&mut texts)?;
    Some(Box::new(move |form| {
        let typed = Typed::blank().sent(|name| form.get(name).as_string());
        // Reasons are not said here, in whatever language.
        let answer = A::of(&typed, &rules, Lang::ZhCn).ok()?;
        Some(Box::new(Answered { answer, typed, words }))
    }))
}

/// An answer that has just been made.
pub(super) trait Fresh {
    fn head(&self) -> String;
    fn beneath(&self) -> String;
    fn rest(&self) -> String;
    /// The address that gives it again.
    fn address(&self) -> String;
    /// Puts the sliders where the answer has them.
    fn move_sliders(&self);
}

struct Answered<A: Live> {
    answer: A,
    typed: Typed<A::Field>,
    words: Words<A::Words>,
}

impl<A: Live> Fresh for Answered<A> {
    fn head(&self) -> String {
        self.answer.head(&self.words).into_string()
    }

    fn beneath(&self) -> String {
        self.answer.beneath(&self.words).into_string()
    }

    fn rest(&self) -> String {
        self.answer.rest(&self.words).into_string()
    }

    fn address(&self) -> String {
        self.typed.address(A::PATH)
    }

    fn move_sliders(&self) {
        let all = sliders();
        for moved in self.answer.sliders(&self.words) {
            let is_its = |slider: &&web_sys::HtmlInputElement| {
                slider.get_attribute("data-field").as_deref() == Some(moved.field.name())
            };
            if let Some(slider) = all.iter().find(is_its) {
                // The end before the value, which the browser keeps below it.
                slider.set_max(&moved.most);
                slider.set_value(&moved.value);
                let _ = slider.set_attribute("aria-valuetext", &moved.said);
            }
        }
    }
}
