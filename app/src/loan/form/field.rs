//! The fields of a form, and what stands in each of them.

use std::marker::PhantomData;

use crate::{address::with_query, text::loan::Text};

/// A field of a form: the variants of an enum, one for each field.
pub trait FormField: Copy + PartialEq + 'static {
    /// The words of the page.
    type Words: 'static;

    /// Every field, in the order of the page.
    const ALL: &'static [Self];

    /// Its name in addresses and JSON, also the id of its input.
    fn name(self) -> &'static str;

    /// The words of its page, among those of the room.
    fn words(room: &'static Text) -> &'static Self::Words;

    /// What is asked for.
    fn label(self, words: &'static Self::Words) -> &'static str;

    /// Whether an address must name it with this text in it. One that is blank unless typed into need not be.
    fn is_named(self, text: &str) -> bool {
        let _ = text;
        true
    }
}

/// What stands in each field of a form, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed<F> {
    texts: Vec<String>,
    fields: PhantomData<F>,
}

impl<F: FormField> Typed<F> {
    /// The texts that `start` gives each field.
    pub fn new<T: Into<String>>(start: impl Fn(F) -> T) -> Self {
        Self {
            texts: F::ALL.iter().map(|field| start(*field).into()).collect(),
            fields: PhantomData,
        }
    }

    /// Nothing typed, for a program: it says what it wants, and nothing is assumed for it.
    pub fn blank() -> Self {
        Self::new(|_| "")
    }

    /// What stands in a field.
    pub fn get(&self, field: F) -> &str {
        let place = F::ALL.iter().position(|other| *other == field);
        place
            .and_then(|place| self.texts.get(place))
            .map_or("", String::as_str)
    }

    /// The same with this in a field.
    #[must_use]
    pub fn with(mut self, field: F, text: impl Into<String>) -> Self {
        let mut places = F::ALL.iter().zip(&mut self.texts);
        if let Some((_, place)) = places.find(|(other, _)| **other == field) {
            *place = text.into();
        }
        self
    }

    /// The same with whatever was sent under the name of a field.
    #[must_use]
    pub fn sent<T: Into<String>>(mut self, find: impl Fn(&str) -> Option<T>) -> Self {
        for (field, place) in F::ALL.iter().zip(&mut self.texts) {
            if let Some(text) = find(field.name()) {
                *place = text.into();
            }
        }
        self
    }

    /// The address that gives this form again. Blank fields are named too: left out, they would mean the example.
    pub fn address(&self, path: &str) -> String {
        let fields = F::ALL.iter().zip(&self.texts);
        let named = fields.filter(|(field, text)| field.is_named(text));
        with_query(path, named.map(|(field, text)| (field.name(), text)))
    }
}

/// The fields of a form in the order of the page: each with its name in addresses, and where its label stands among the words.
macro_rules! fields {
    (
        $(#[$about:meta])*
        pub enum Field of $room:ident: $Words:ty {
            $($(#[$doc:meta])* $Field:ident = $name:literal, $($label:ident).+;)*
        }
        $(named: $is_named:expr;)?
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Field {
            $($(#[$doc])* $Field,)*
        }

        impl $crate::loan::form::FormField for Field {
            type Words = $Words;

            const ALL: &'static [Self] = &[$(Self::$Field),*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$Field => $name,)*
                }
            }

            fn words(room: &'static $crate::text::loan::Text) -> &'static $Words {
                &room.$room
            }

            fn label(self, words: &'static $Words) -> &'static str {
                match self {
                    $(Self::$Field => words.$($label).+,)*
                }
            }

            $(fn is_named(self, text: &str) -> bool {
                let is_named: fn(Self, &str) -> bool = $is_named;
                is_named(self, text)
            })?
        }
    };
}
pub(in crate::loan) use fields;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loan::overdue::Field;

    #[test]
    fn the_address_gives_the_same_form() {
        let typed = Typed::blank()
            .with(Field::Amount, "60 万&")
            .with(Field::Method, "");
        let address = typed.address("/loan");
        assert!(address.starts_with("/loan?first_due=&"), "{address}");
        assert!(address.contains("&amount=60%20%E4%B8%87%26&"), "{address}");
        let again = Typed::new(|_| "example").sent(|name| match name {
            "amount" => Some("60 万&"),
            _ => Some(""),
        });
        assert_eq!(again, typed);
    }
}
