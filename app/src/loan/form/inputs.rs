//! The inputs of a form on its page: each with its label, what was typed, and what is wrong with it.

use fund::typed;
use leptos::prelude::*;

use super::field::{FormField, Typed};
use crate::{
    components::{Checkbox, Choice, Keypad, Radios, Select, TextField, Words},
    form::FormErrors,
    text::{Lang, format::Format, loan::Text, text},
};

/// What all inputs of one form share.
pub(in crate::loan) struct Inputs<'a, F: FormField> {
    pub(in crate::loan) typed: &'a Typed<F>,
    pub(in crate::loan) errors: &'a FormErrors,
    /// Those of the page.
    pub(in crate::loan) words: &'static F::Words,
    /// Those of the room.
    pub(in crate::loan) room: &'static Text,
    pub(in crate::loan) format: &'static Format,
    pub(in crate::loan) lang: Lang,
}

/// A slider beneath a field: the same figure, by thumb. It moves only where the browser's program runs, and is not shown without
/// script.
pub(in crate::loan) struct Slider {
    pub(in crate::loan) least: String,
    pub(in crate::loan) most: String,
    pub(in crate::loan) step: String,
    pub(in crate::loan) value: String,
    /// What a screen reader says of it, where that is not the field's label.
    pub(in crate::loan) label: Option<&'static str>,
    /// Where it stands, as it is said, where that is not its value.
    pub(in crate::loan) said: Option<String>,
    /// At its end the field is blank: as much as there is.
    pub(in crate::loan) open_ended: bool,
}

impl Slider {
    /// From `least` to `most`, where the field stands.
    pub(in crate::loan) fn new(
        least: impl ToString,
        most: impl ToString,
        step: impl ToString,
        value: impl ToString,
    ) -> Self {
        Self {
            least: least.to_string(),
            most: most.to_string(),
            step: step.to_string(),
            value: value.to_string(),
            label: None,
            said: None,
            open_ended: false,
        }
    }
}

impl<'a, F: FormField> Inputs<'a, F> {
    pub(in crate::loan) fn new(typed: &'a Typed<F>, errors: &'a FormErrors, lang: Lang) -> Self {
        let words = text(lang);
        Self {
            typed,
            errors,
            words: F::words(&words.loan),
            room: &words.loan,
            format: &words.format,
            lang,
        }
    }

    fn value(&self, field: F) -> String {
        self.typed.get(field).to_owned()
    }

    fn error(&self, field: F) -> Option<String> {
        self.errors.of(field.name())
    }

    /// Whether one of these fields was refused: then what folds them away stands open.
    pub(in crate::loan) fn any_wrong(&self, fields: &[F]) -> bool {
        fields.iter().any(|field| self.error(*field).is_some())
    }

    fn line(
        &self,
        field: F,
        value: String,
        keypad: Keypad,
        unit: &'static str,
        hint: impl Into<Words>,
        longest: u16,
    ) -> AnyView {
        let hint: Words = hint.into();
        view! {
            <TextField name=field.name() label=field.label(self.words) hint=hint keypad=keypad
                unit=Some(unit).filter(|unit| !unit.is_empty()) maxlength=longest value
                error=self.error(field)/>
        }
        .into_any()
    }

    /// An amount of money.
    pub(in crate::loan) fn amount(&self, field: F, hint: impl Into<Words>) -> AnyView {
        self.line(
            field,
            self.value(field),
            Keypad::Amount,
            self.format.yuan_unit,
            hint,
            30,
        )
    }

    /// A whole number with its unit.
    pub(in crate::loan) fn digits(&self, field: F, unit: &'static str, hint: impl Into<Words>) -> AnyView {
        self.line(field, self.value(field), Keypad::Digits, unit, hint, 10)
    }

    /// A decimal number with its unit: the full keyboard, since number pads lack the point in some languages.
    pub(in crate::loan) fn decimal(&self, field: F, unit: &'static str, hint: impl Into<Words>) -> AnyView {
        self.line(field, self.value(field), Keypad::Text, unit, hint, 12)
    }

    /// A day: in the browser's own picker, which shows nothing of what is no day; so that stands in a plain field.
    pub(in crate::loan) fn date(&self, field: F, hint: impl Into<Words>) -> AnyView {
        let typed = self.typed.get(field);
        let day = typed::date(typed).map(|day| day.to_string());
        let keypad = if day.is_some() || typed.is_empty() {
            Keypad::Date
        } else {
            Keypad::Text
        };
        self.line(
            field,
            day.unwrap_or_else(|| typed.to_owned()),
            keypad,
            "",
            hint,
            20,
        )
    }

    /// A few choices, all in sight.
    pub(in crate::loan) fn radios(&self, field: F, choices: Vec<Choice>) -> AnyView {
        view! {
            <Radios name=field.name() legend=field.label(self.words) side_by_side=true selected=self.value(field)
                choices error=self.error(field)/>
        }
        .into_any()
    }

    /// Many choices, folded into one line.
    pub(in crate::loan) fn select(&self, field: F, choices: Vec<Choice>) -> AnyView {
        view! {
            <Select name=field.name() label=field.label(self.words) selected=self.value(field) choices
                error=self.error(field)/>
        }
        .into_any()
    }

    /// A box to tick.
    pub(in crate::loan) fn tick(&self, field: F) -> AnyView {
        let checked = self.typed.get(field) == "1";
        view! { <Checkbox name=field.name() label=field.label(self.words) checked/> }.into_any()
    }

    /// The slider of a field.
    pub(in crate::loan) fn slider(&self, field: F, slider: Slider) -> AnyView {
        let label = slider.label.unwrap_or_else(|| field.label(self.words));
        view! {
            <input class="slider" type="range" data-field=field.name() data-open-ended=slider.open_ended aria-label=label
                min=slider.least max=slider.most step=slider.step value=slider.value aria-valuetext=slider.said disabled=true/>
        }
        .into_any()
    }
}
