//! What was typed, made into domain values, or into a reason for every wrong field.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use fund::{
    money::Fen,
    months::Months,
    rate::Rate,
    typed::{self, plain, without_unit},
};

use super::{
    field::{FormField, Typed},
    points::Points,
    units::{Unit, whole},
};
use crate::{
    form::FormErrors,
    text::{Lang, Worded, format::Format, loan::Refusals},
};

/// A tenth of a percent, in hundred-millionths.
const LEAST_PERCENT: i64 = Rate::UNITS_PER_WHOLE / 1000;

/// Whether a rate was most likely meant as a fraction of one.
fn looks_like_a_fraction(rate: Rate, plain: &str) -> bool {
    !plain.ends_with('%') && (1..LEAST_PERCENT).contains(&rate.units())
}

/// The words in which a field is refused.
pub(in crate::loan) struct Reasons<F: FormField> {
    /// Those of the page.
    pub(in crate::loan) own: &'static F::Words,
    /// Those that all forms share.
    pub(in crate::loan) common: &'static Refusals,
    pub(in crate::loan) format: &'static Format,
    pub(in crate::loan) lang: Lang,
}

impl<F: FormField> Reasons<F> {
    #[cfg(not(feature = "hydrate"))]
    fn new(lang: Lang) -> Self {
        let words = crate::text::text(lang);
        Self {
            own: F::words(&words.loan),
            common: &words.loan.refusals,
            format: &words.format,
            lang,
        }
    }
}

/// Reads one field after the other and notes what is wrong, so that everything is said at once. Each method gives some
/// value even for a refused field: [`Reader::finish`] drops it with the rest.
///
/// In the browser it says nothing: there a refused form only means that there is no answer yet, and the server, when the form
/// is sent, says why. So the browser is spared every label and reason.
pub(in crate::loan) struct Reader<'a, F: FormField> {
    typed: &'a Typed<F>,
    #[cfg(not(feature = "hydrate"))]
    lang: Lang,
    #[cfg(not(feature = "hydrate"))]
    errors: FormErrors,
    #[cfg(feature = "hydrate")]
    wrong: bool,
}

impl<'a, F: FormField> Reader<'a, F> {
    /// `lang` is the language in which reasons are said.
    #[cfg_attr(
        feature = "hydrate",
        expect(unused_variables, reason = "the browser says nothing")
    )]
    pub(in crate::loan) const fn new(typed: &'a Typed<F>, lang: Lang) -> Self {
        Self {
            typed,
            #[cfg(not(feature = "hydrate"))]
            lang,
            #[cfg(not(feature = "hydrate"))]
            errors: FormErrors::none(),
            #[cfg(feature = "hydrate")]
            wrong: false,
        }
    }

    /// What was read, unless something was refused.
    pub(in crate::loan) fn finish<T>(self, read: T) -> Result<T, FormErrors> {
        #[cfg(not(feature = "hydrate"))]
        let wrong = !self.errors.is_empty();
        #[cfg(feature = "hydrate")]
        let wrong = self.wrong;
        if wrong { Err(self.into_errors()) } else { Ok(read) }
    }

    /// What was refused, in the order of the page, whatever the order of reading.
    #[cfg(not(feature = "hydrate"))]
    pub(in crate::loan) fn into_errors(self) -> FormErrors {
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
    pub(in crate::loan) fn into_errors(self) -> FormErrors {
        FormErrors::default()
    }

    /// Whether nothing was typed.
    pub(in crate::loan) fn is_blank(&self, field: F) -> bool {
        self.typed.get(field).trim().is_empty()
    }

    /// Notes what is wrong with a field: its label and the reason.
    #[cfg(not(feature = "hydrate"))]
    pub(in crate::loan) fn refuse<R: AsRef<str>>(&mut self, field: F, reason: impl FnOnce(&Reasons<F>) -> R) {
        let reasons = Reasons::<F>::new(self.lang);
        let label = field.label(reasons.own);
        let message = reasons.format.labelled.with([label, reason(&reasons).as_ref()]);
        self.errors.add(field.name(), message);
    }

    /// Notes that something is wrong.
    #[cfg(feature = "hydrate")]
    pub(in crate::loan) fn refuse<R>(&mut self, _field: F, _reason: impl FnOnce(&Reasons<F>) -> R) {
        self.wrong = true;
    }

    /// What was read, or `fallback` with the error noted.
    pub(in crate::loan) fn keep<T, E: Worded>(&mut self, field: F, read: Result<T, E>, fallback: T) -> T {
        read.unwrap_or_else(|error| {
            self.refuse(field, |say| error.worded(say.lang));
            fallback
        })
    }

    /// What `read` makes of a field, and nothing of a blank one.
    pub(in crate::loan) fn optional<T>(&mut self, field: F, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.is_blank(field)).then(|| read(self))
    }

    /// An amount, as people type it (`60万`) or as programs send it (`600000.00`).
    pub(in crate::loan) fn money(&mut self, field: F) -> Fen {
        let amount = Fen::parse_human(self.typed.get(field));
        self.keep(field, amount, Fen::ZERO)
    }

    /// An amount above zero.
    pub(in crate::loan) fn positive(&mut self, field: F) -> Fen {
        match Fen::parse_human(self.typed.get(field)) {
            Ok(Fen::ZERO) => {
                self.refuse(field, |say| say.common.zero);
                Fen::ZERO
            }
            amount => self.keep(field, amount, Fen::ZERO),
        }
    }

    /// A whole number within bounds; the greatest when it was refused, so that no other field is blamed for being above it.
    pub(in crate::loan) fn whole(&mut self, field: F, unit: &Unit, least: u16, most: u16) -> u16 {
        let number = whole(self.typed.get(field), unit).filter(|number| (least..=most).contains(number));
        number.unwrap_or_else(|| {
            self.refuse(field, |say| (say.common.range)(least, most));
            most
        })
    }

    /// A day of the month, 1 to 31.
    pub(in crate::loan) fn day_of_month(&mut self, field: F) -> u8 {
        u8::try_from(self.whole(field, &Unit::DAY, 1, 31)).unwrap_or(1)
    }

    /// A term in months.
    pub(in crate::loan) fn months(&mut self, field: F) -> Months {
        let months = self.whole(field, &Unit::MONTHS, Months::MIN.get(), Months::MAX.get());
        Months::new(u32::from(months)).unwrap_or(Months::MAX)
    }

    /// An annual rate in percent; full-width digits and a percent mark are understood. Below a tenth of a percent without that
    /// mark it was most likely meant as a fraction (`0.0325`), and is asked about.
    pub(in crate::loan) fn rate(&mut self, field: F) -> Rate {
        self.rate_or_none(field).unwrap_or_default()
    }

    /// The same; nothing when it was refused.
    pub(in crate::loan) fn rate_or_none(&mut self, field: F) -> Option<Rate> {
        let plain = plain(self.typed.get(field));
        let rate = self.keep(field, without_unit(&plain, &["%"]).parse().map(Some), None);
        if rate.is_some_and(|rate| looks_like_a_fraction(rate, &plain)) {
            self.refuse(field, |say| say.common.fraction);
        }
        rate
    }

    /// A day: `2026-11-28`, and as people write it `2026/11/28` or `2026年11月28日`.
    pub(in crate::loan) fn date(&mut self, field: F) -> NaiveDate {
        let in_this_age = |day: &NaiveDate| (1900..=2120).contains(&day.year());
        let day = typed::date(self.typed.get(field)).filter(in_this_age);
        day.unwrap_or_else(|| {
            self.refuse(field, |say| say.common.date);
            NaiveDate::MIN
        })
    }

    /// One of a list, by its code.
    pub(in crate::loan) fn choice<T: FromStr>(&mut self, field: F, fallback: T) -> T {
        self.typed.get(field).trim().parse().unwrap_or_else(|_| {
            self.refuse(field, |say| say.common.choice);
            fallback
        })
    }

    /// Anything else that is read from plain text, without its unit if one of these was written; nothing when it was refused.
    pub(in crate::loan) fn parsed<T: FromStr<Err: Worded>>(&mut self, field: F, units: &[&str]) -> Option<T> {
        let plain = plain(self.typed.get(field));
        self.keep(field, without_unit(&plain, units).parse().map(Some), None)
    }

    /// Basis points; nothing when they were refused.
    pub(in crate::loan) fn points(&mut self, field: F) -> Option<Points> {
        let plain = plain(self.typed.get(field));
        let points = without_unit(&plain, Points::UNITS).parse().ok();
        if points.is_none() {
            self.refuse(field, |say| say.common.points);
        }
        points
    }

    /// What was typed, as it is.
    pub(in crate::loan) fn text(&self, field: F) -> &'a str {
        self.typed.get(field).trim()
    }

    /// Notes that what was chosen is not offered.
    pub(in crate::loan) fn refuse_choice(&mut self, field: F) {
        self.refuse(field, |say| say.common.choice);
    }

    /// Whether a box is ticked.
    pub(in crate::loan) fn ticked(&self, field: F) -> bool {
        self.typed.get(field) == "1"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loan::overdue::Field;

    fn read(amount: &str, on: &str, lang: Lang) -> Result<(Fen, NaiveDate), FormErrors> {
        let typed = Typed::blank().with(Field::Amount, amount).with(Field::On, on);
        let mut reader = Reader::new(&typed, lang);
        // In another order than that of the page.
        let read = (reader.positive(Field::Amount), reader.date(Field::On));
        reader.finish(read)
    }

    #[test]
    fn everything_wrong_is_said_at_once_beside_its_field_in_the_order_of_the_page() {
        let errors = read("0", "2027-02-29", Lang::ZhCn).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["on", "amount"]);
        let amount = errors.of("amount").unwrap_or_default();
        assert!(amount.ends_with("：要大于 0"), "{amount}");
        let english = read("0", "2027-02-29", Lang::En).unwrap_err();
        let amount = english.of("amount").unwrap_or_default();
        assert!(amount.contains(": ") && amount.is_ascii(), "{amount}");
        let (amount, on) = read("60万", "2028-02-29", Lang::ZhCn).unwrap();
        assert_eq!(
            (amount, on.to_string()),
            (Fen::from_yuan(600_000), "2028-02-29".to_owned())
        );
    }
}
