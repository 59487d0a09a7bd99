//! What every form field shares: a hint before it and an error beside it, tied to it for screen readers.

use leptos::prelude::*;

use super::Local;
use crate::text;

/// The explanations of one field.
#[derive(Clone, Debug)]
pub(super) struct Described {
    name: String,
    hint: Option<text::Local>,
    error: Option<String>,
}

impl Described {
    pub(super) fn new(name: &str, hint: Option<text::Local>, error: Option<String>) -> Self {
        Self {
            name: name.to_owned(),
            hint,
            error,
        }
    }

    /// Class of the element round the field.
    pub(super) fn class(&self) -> &'static str {
        if self.error.is_some() {
            "field invalid"
        } else {
            "field"
        }
    }

    /// Value of `aria-describedby`.
    pub(super) fn ids(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    /// Value of `aria-invalid`.
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }
}

/// The hint and the error, as they stand between a label and its control.
#[component]
pub(super) fn Explained(described: Described) -> impl IntoView {
    let Described { name, hint, error } = described;
    let hint = hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")><Local text=hint/></p> });
    let error = error.map(|error| view! { <p class="error" id=format!("{name}-error")>{error}</p> });
    // The type ends here: a form spells out that of each of its fields.
    view! { {hint}{error} }.into_any()
}
