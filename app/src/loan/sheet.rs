//! Forms with many fields: what was typed into them, what that means, and the inputs on the page.
//!
//! Each page of the room names its fields by an enum ([`FormField`]); the rest is the same for all of them:
//!
//! ```text
//! address ── Typed<Field> ─┬─ Reader ── what it means, or FormErrors
//!                          └─ Inputs ── the inputs, with what was typed and what is wrong beside it
//! ```

use std::fmt::{Display, Write};
use std::marker::PhantomData;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use fund::{
    money::Fen,
    months::Months,
    rate::Rate,
    typed::{self, plain, without_unit},
};

use super::number::{Unit, whole};
use crate::{form::FormErrors, text::loan::Refused};

/// A tenth of a percent, in hundred-millionths.
const LEAST_PERCENT: i64 = Rate::UNITS_PER_WHOLE / 1000;

/// Whether a rate was most likely meant as a fraction of one.
fn looks_like_a_fraction(rate: Rate, plain: &str) -> bool {
    !plain.ends_with('%') && (1..LEAST_PERCENT).contains(&rate.units())
}

/// A field of a form: the variants of an enum, one for each field.
pub trait FormField: Copy + PartialEq + 'static {
    /// The words of the page.
    type Words: 'static;

    /// Every field, in the order of the page.
    const ALL: &'static [Self];

    /// Its name in addresses and JSON, also the id of its input.
    fn name(self) -> &'static str;

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
        let mut address = path.to_owned();
        let fields = F::ALL.iter().zip(&self.texts);
        for (at, (field, text)) in fields.filter(|(field, text)| field.is_named(text)).enumerate() {
            let mark = if at == 0 { '?' } else { '&' };
            let _ = write!(address, "{mark}{}={}", field.name(), encoded(text));
        }
        address
    }
}

/// A text as it stands in a query string.
pub(super) fn encoded(text: &str) -> String {
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
            out
        })
}

/// Reads one field after the other and notes what is wrong, so that everything is said at once. Each method gives some
/// value even for a refused field: [`Reader::finish`] drops it with the rest.
///
/// In the browser it says nothing: there a refused form only means that there is no answer yet, and the server, when the form
/// is sent, says why. So the browser is spared every label and reason.
pub(super) struct Reader<'a, F: FormField> {
    typed: &'a Typed<F>,
    #[cfg(not(feature = "hydrate"))]
    words: &'static F::Words,
    #[cfg(not(feature = "hydrate"))]
    refused: &'static Refused,
    #[cfg(not(feature = "hydrate"))]
    errors: FormErrors,
    #[cfg(feature = "hydrate")]
    wrong: bool,
}

impl<'a, F: FormField> Reader<'a, F> {
    #[cfg_attr(
        feature = "hydrate",
        expect(unused_variables, reason = "the browser says nothing")
    )]
    #[cfg_attr(
        feature = "hydrate",
        expect(
            clippy::inline_always,
            reason = "else the words it drops are sent all the same"
        )
    )]
    #[cfg_attr(feature = "hydrate", inline(always))]
    pub(super) fn new(typed: &'a Typed<F>, words: &'static F::Words, refused: &'static Refused) -> Self {
        Self {
            typed,
            #[cfg(not(feature = "hydrate"))]
            words,
            #[cfg(not(feature = "hydrate"))]
            refused,
            #[cfg(not(feature = "hydrate"))]
            errors: FormErrors::default(),
            #[cfg(feature = "hydrate")]
            wrong: false,
        }
    }

    /// What was read, unless something was refused.
    pub(super) fn finish<T>(self, read: T) -> Result<T, FormErrors> {
        #[cfg(not(feature = "hydrate"))]
        let wrong = !self.errors.is_empty();
        #[cfg(feature = "hydrate")]
        let wrong = self.wrong;
        if wrong { Err(self.into_errors()) } else { Ok(read) }
    }

    /// What was refused, in the order of the page, whatever the order of reading.
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn into_errors(self) -> FormErrors {
        let mut errors = FormErrors::default();
        for field in F::ALL {
            for error in self.errors.iter().filter(|error| error.field == field.name()) {
                errors.add(field.name(), &error.message);
            }
        }
        errors
    }

    /// The browser has nothing to say.
    #[cfg(feature = "hydrate")]
    #[expect(clippy::unused_self, reason = "the server's twin has something to say")]
    pub(super) fn into_errors(self) -> FormErrors {
        FormErrors::default()
    }

    /// Whether nothing was typed.
    pub(super) fn is_blank(&self, field: F) -> bool {
        self.typed.get(field).trim().is_empty()
    }

    /// Notes what is wrong with a field: its label and the reason.
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn refuse<R: AsRef<str>>(&mut self, field: F, reason: impl FnOnce(&'static Refused) -> R) {
        let reason = reason(self.refused);
        let message = (self.refused.field)(field.label(self.words), reason.as_ref());
        self.errors.add(field.name(), message);
    }

    /// Notes that something is wrong.
    #[cfg(feature = "hydrate")]
    pub(super) fn refuse<R>(&mut self, _field: F, _reason: impl FnOnce(&'static Refused) -> R) {
        self.wrong = true;
    }

    /// What was read, or `fallback` with the error noted.
    pub(super) fn keep<T, E: Display>(&mut self, field: F, read: Result<T, E>, fallback: T) -> T {
        read.unwrap_or_else(|error| {
            self.refuse(field, |_| error.to_string());
            fallback
        })
    }

    /// What `read` makes of a field, and nothing of a blank one.
    pub(super) fn optional<T>(&mut self, field: F, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.is_blank(field)).then(|| read(self))
    }

    /// An amount, as people type it (`60万`) or as programs send it (`600000.00`).
    pub(super) fn money(&mut self, field: F) -> Fen {
        let amount = Fen::parse_human(self.typed.get(field));
        self.keep(field, amount, Fen::ZERO)
    }

    /// An amount above zero.
    pub(super) fn positive(&mut self, field: F) -> Fen {
        match Fen::parse_human(self.typed.get(field)) {
            Ok(Fen::ZERO) => {
                self.refuse(field, |refused| refused.zero);
                Fen::ZERO
            }
            amount => self.keep(field, amount, Fen::ZERO),
        }
    }

    /// A whole number within bounds; the greatest when it was refused, so that no other field is blamed for being above it.
    pub(super) fn whole(&mut self, field: F, unit: &Unit, least: u16, most: u16) -> u16 {
        let number = whole(self.typed.get(field), unit).filter(|number| (least..=most).contains(number));
        number.unwrap_or_else(|| {
            self.refuse(field, |refused| (refused.range)(least, most));
            most
        })
    }

    /// A day of the month, 1 to 31.
    pub(super) fn day_of_month(&mut self, field: F) -> u8 {
        u8::try_from(self.whole(field, &Unit::DAY, 1, 31)).unwrap_or(1)
    }

    /// A term in months.
    pub(super) fn months(&mut self, field: F) -> Months {
        let months = self.whole(field, &Unit::MONTHS, Months::MIN.get(), Months::MAX.get());
        Months::new(u32::from(months)).unwrap_or(Months::MAX)
    }

    /// An annual rate in percent; full-width digits and a percent mark are understood. Below a tenth of a percent without that
    /// mark it was most likely meant as a fraction (`0.0325`), and is asked about.
    pub(super) fn rate(&mut self, field: F) -> Rate {
        self.rate_or_none(field).unwrap_or_default()
    }

    /// The same; nothing when it was refused.
    pub(super) fn rate_or_none(&mut self, field: F) -> Option<Rate> {
        let plain = plain(self.typed.get(field));
        let rate = self.keep(field, without_unit(&plain, &["%"]).parse().map(Some), None);
        if rate.is_some_and(|rate| looks_like_a_fraction(rate, &plain)) {
            self.refuse(field, |refused| refused.fraction);
        }
        rate
    }

    /// A day: `2026-11-28`, and as people write it `2026/11/28` or `2026年11月28日`.
    pub(super) fn date(&mut self, field: F) -> NaiveDate {
        let in_this_age = |day: &NaiveDate| (1900..=2120).contains(&day.year());
        let day = typed::date(self.typed.get(field)).filter(in_this_age);
        day.unwrap_or_else(|| {
            self.refuse(field, |refused| refused.date);
            NaiveDate::MIN
        })
    }

    /// One of a list, by its code.
    pub(super) fn choice<T: FromStr>(&mut self, field: F, fallback: T) -> T {
        self.typed.get(field).trim().parse().unwrap_or_else(|_| {
            self.refuse(field, |refused| refused.choice);
            fallback
        })
    }

    /// Anything else that is read from plain text, without its unit if one of these was written; nothing when it was refused.
    pub(super) fn parsed<T: FromStr<Err: Display>>(&mut self, field: F, units: &[&str]) -> Option<T> {
        let plain = plain(self.typed.get(field));
        self.keep(field, without_unit(&plain, units).parse().map(Some), None)
    }

    /// What was typed, as it is.
    pub(super) fn text(&self, field: F) -> &'a str {
        self.typed.get(field).trim()
    }

    /// Notes that what was chosen is not offered.
    pub(super) fn refuse_choice(&mut self, field: F) {
        self.refuse(field, |refused| refused.choice);
    }

    /// Whether a box is ticked.
    pub(super) fn ticked(&self, field: F) -> bool {
        self.typed.get(field) == "1"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::loan::REFUSED_ZH_CN;

    #[derive(Clone, Copy, PartialEq, Debug)]
    enum Field {
        Amount,
        Day,
    }

    impl FormField for Field {
        type Words = ();
        const ALL: &'static [Self] = &[Self::Amount, Self::Day];
        fn name(self) -> &'static str {
            match self {
                Self::Amount => "amount",
                Self::Day => "day",
            }
        }
        fn label(self, (): &'static ()) -> &'static str {
            "某项"
        }
    }

    fn typed(amount: &str, day: &str) -> Typed<Field> {
        Typed::blank().with(Field::Amount, amount).with(Field::Day, day)
    }

    fn read(typed: &Typed<Field>) -> Result<(Fen, NaiveDate), FormErrors> {
        let mut reader = Reader::new(typed, &(), &REFUSED_ZH_CN);
        let read = (reader.positive(Field::Amount), reader.date(Field::Day));
        reader.finish(read)
    }

    #[test]
    fn everything_wrong_is_said_at_once_beside_its_field() {
        let errors = read(&typed("0", "2027-02-29")).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["amount", "day"]);
        assert_eq!(errors.of("amount").as_deref(), Some("某项：要大于 0"));
        let sound = read(&typed("60万", "2028-02-29")).unwrap();
        assert_eq!(sound.0, Fen::from_yuan(600_000));
    }

    #[test]
    fn the_address_gives_the_same_form() {
        let typed = typed("60 万&", "");
        assert_eq!(typed.address("/loan"), "/loan?amount=60%20%E4%B8%87%26&day=");
        let again = Typed::new(|_| "example").sent(|name| match name {
            "amount" => Some("60 万&"),
            "day" => Some(""),
            _ => None,
        });
        assert_eq!(again, typed);
    }
}
