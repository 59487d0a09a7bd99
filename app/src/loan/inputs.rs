//! The inputs of a form on its page: each with its label, what was typed, and what is wrong with it.

use fund::typed;
use leptos::prelude::*;

use super::sheet::{FormField, Typed};
use crate::{
    components::{Choice, Keypad, Maybe, Radios, Select, TextField},
    form::FormErrors,
};

/// What all inputs of one form share.
pub(super) struct Inputs<'a, F: FormField> {
    pub(super) typed: &'a Typed<F>,
    pub(super) errors: &'a FormErrors,
    pub(super) words: &'static F::Words,
}

/// A slider beneath a field: the same figure, by thumb. It moves only where the island is alive, and is not shown without
/// script.
pub(super) struct Slider {
    pub(super) least: String,
    pub(super) most: String,
    pub(super) step: String,
    pub(super) value: String,
}

impl<F: FormField> Inputs<'_, F> {
    fn value(&self, field: F) -> String {
        self.typed.get(field).to_owned()
    }

    fn error(&self, field: F) -> Option<String> {
        self.errors.of(field.name())
    }

    /// Whether one of these fields was refused: then what folds them away stands open.
    pub(super) fn any_wrong(&self, fields: &[F]) -> bool {
        fields.iter().any(|field| self.error(*field).is_some())
    }

    fn line(
        &self,
        field: F,
        value: String,
        keypad: Keypad,
        unit: &'static str,
        hint: impl Into<Maybe>,
        longest: u16,
    ) -> AnyView {
        view! {
            <TextField name=field.name() label=field.label(self.words) hint=hint.into() keypad=keypad
                unit=Some(unit).filter(|unit| !unit.is_empty()) maxlength=longest value
                error=self.error(field)/>
        }
        .into_any()
    }

    /// An amount of money.
    pub(super) fn amount(&self, field: F, hint: impl Into<Maybe>) -> AnyView {
        self.line(field, self.value(field), Keypad::Amount, "元", hint, 30)
    }

    /// A whole number with its unit.
    pub(super) fn digits(&self, field: F, unit: &'static str, hint: impl Into<Maybe>) -> AnyView {
        self.line(field, self.value(field), Keypad::Digits, unit, hint, 10)
    }

    /// A decimal number with its unit: the full keyboard, since number pads lack the point in some languages.
    pub(super) fn decimal(&self, field: F, unit: &'static str, hint: impl Into<Maybe>) -> AnyView {
        self.line(field, self.value(field), Keypad::Text, unit, hint, 12)
    }

    /// A day: in the browser's own picker, which shows nothing of what is no day; so that stands in a plain field.
    pub(super) fn date(&self, field: F, hint: impl Into<Maybe>) -> AnyView {
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
    pub(super) fn radios(&self, field: F, choices: Vec<Choice>) -> AnyView {
        view! {
            <Radios name=field.name() legend=field.label(self.words) side_by_side=true selected=self.value(field)
                choices error=self.error(field)/>
        }
        .into_any()
    }

    /// Many choices, folded into one line.
    pub(super) fn select(&self, field: F, choices: Vec<Choice>) -> AnyView {
        view! {
            <Select name=field.name() label=field.label(self.words) selected=self.value(field) choices
                error=self.error(field)/>
        }
        .into_any()
    }

    /// The slider of a field.
    pub(super) fn slider(&self, field: F, slider: Slider) -> AnyView {
        let Slider {
            least,
            most,
            step,
            value,
        } = slider;
        view! {
            <input class="slider" type="range" data-field=field.name() aria-label=field.label(self.words) min=least
                max=most step=step value=value disabled=true/>
        }
        .into_any()
    }
}
