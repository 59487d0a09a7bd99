//! What was sent for more repayments ahead than the form has rows: it is said and kept, never dropped.

use leptos::prelude::*;

use crate::{
    components::{Keypad, TextField},
    form::FormErrors,
    text::loan::prepayment::{ROWS, Text},
};

/// The names of a row's fields, but for its number.
const NAMES: [&str; 3] = ["after", "amount", "keep"];

/// Fields of rows that there are not, as they were sent: name and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond(Vec<(String, String)>);

impl Beyond {
    /// Those among everything that was sent. Blank ones say nothing, and what is kept says nothing by itself.
    pub fn of<'a>(sent: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let all: Vec<_> = sent
            .filter_map(|(name, text)| Some((place(name)?, name, text.trim())))
            .filter(|(_, _, text)| !text.is_empty())
            .collect();
        let says = |number: &str| {
            let mut of_row = all.iter().filter(|((_, other), ..)| *other == number);
            of_row.any(|((kind, _), _, text)| *kind != "keep" || *text == super::form::SETTLE)
        };
        let kept = all.iter().filter(|((_, number), ..)| says(number));
        Self(
            kept.map(|(_, name, text)| ((*name).into(), (*text).into()))
                .collect(),
        )
    }

    /// The outcome of the form, refused too when anything lies beyond it.
    ///
    /// # Errors
    /// What is wrong with the form, and what lies beyond it.
    pub fn check<T>(&self, outcome: Result<T, FormErrors>, words: &Text) -> Result<T, FormErrors> {
        if self.0.is_empty() {
            return outcome;
        }
        let mut errors = outcome.err().unwrap_or_default();
        for (name, _) in &self.0 {
            errors.add(name, (words.beyond)(&label(name, words)));
        }
        Err(errors)
    }

    /// The fields with what was typed and what is wrong.
    pub(super) fn inputs(&self, errors: &FormErrors, words: &'static Text) -> impl IntoView + use<> {
        let fields = self.0.iter().map(|(name, text)| {
            view! {
                <TextField name=name.clone() label=label(name, words) keypad=Keypad::Text value=text.clone()
                    error=errors.of(name)/>
            }
        });
        fields.collect_view()
    }
}

/// What a field of a row that there is not asks for, and the number of that row.
fn place(name: &str) -> Option<(&'static str, &str)> {
    let (kind, number) = NAMES
        .iter()
        .find_map(|kind| Some((*kind, name.strip_prefix(kind)?)))?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let known = (2..=ROWS).any(|row| number == row.to_string());
    (digits && !known).then_some((kind, number))
}

fn label(name: &str, words: &Text) -> String {
    let of_first = |kind| match kind {
        "after" => words.after[0],
        "amount" => words.amount[0],
        _ => words.keep[0],
    };
    place(name).map_or_else(String::new, |(kind, number)| {
        (words.numbered)(number, of_first(kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::loan::prepayment::ZH_CN;

    fn of(sent: &[(&str, &str)]) -> Vec<String> {
        let beyond = Beyond::of(sent.iter().copied());
        let errors = beyond.check(Ok(()), &ZH_CN).err().unwrap_or_default();
        errors.iter().map(|error| error.field.clone()).collect()
    }

    #[test]
    fn whatever_the_form_has_no_row_for_is_named() {
        for name in [
            "after7", "amount7", "after8", "after10", "after1", "after0", "after02",
        ] {
            assert_eq!(of(&[(name, "12")]), [name]);
        }
        assert_eq!(
            of(&[("after7", "12"), ("amount7", "1万"), ("keep7", "term")]).len(),
            3
        );
        assert_eq!(of(&[("keep7", "settle")]), ["keep7"]);
        for (name, text) in [
            ("after", "1"),
            ("after2", "1"),
            ("after6", "1"),
            ("after7", " "),
            ("keep7", "payment"),
            ("aftermath", "1"),
            ("after7x", "1"),
            ("months7", "1"),
        ] {
            assert!(of(&[(name, text)]).is_empty(), "{name}={text}");
        }
    }
}
