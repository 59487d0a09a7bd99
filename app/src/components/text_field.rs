//! One line to type: label, hint, error and the right keypad.

use leptos::prelude::*;

use super::{
    Local, Maybe, Words,
    field::{Described, Explained},
};
use crate::text;

/// What is typed, which decides the keypad, the autofill and the input's type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keypad {
    /// Anything.
    #[default]
    Text,
    /// Digits only: a month, a count.
    Digits,
    /// An amount: 60万, 600000.50. The full keyboard, so that 万 can be typed.
    Amount,
    /// An ID number: digits and perhaps an X, which number pads lack.
    IdNumber,
    /// The password of an account; never sent back to the page.
    Password,
    /// A password being set; never sent back to the page.
    NewPassword,
    /// A one-time code: the phone offers it from the message.
    Code,
    /// A day, from the phone's own calendar; where that is missing, typed as 2026-11-28.
    Date,
}

/// The attributes a [`Keypad`] stands for: `type`, `inputmode`, `autocomplete`, `autocapitalize`, class.
type Attributes = (
    &'static str,
    Option<&'static str>,
    &'static str,
    Option<&'static str>,
    &'static str,
);

impl Keypad {
    fn attributes(self) -> Attributes {
        match self {
            Self::Text => ("text", None, "off", None, "input"),
            Self::Digits => ("text", Some("numeric"), "off", None, "input short"),
            Self::Amount => ("text", None, "off", Some("none"), "input"),
            Self::IdNumber => ("text", None, "off", Some("characters"), "input"),
            Self::Password => ("password", None, "current-password", Some("none"), "input"),
            Self::NewPassword => ("password", None, "new-password", Some("none"), "input"),
            Self::Code => ("text", Some("numeric"), "one-time-code", None, "input short"),
            Self::Date => ("date", None, "off", None, "input short"),
        }
    }

    /// Whether what was typed may be sent back with the form.
    fn keeps_value(self) -> bool {
        !matches!(self, Self::Password | Self::NewPassword | Self::Code)
    }
}

/// One line to type. What was typed stays when the form comes back, except secrets.
///
/// ```
/// # use app::components::{Keypad, TextField};
/// # use leptos::prelude::*;
/// view! {
///     <TextField name="price" label="房价" hint="可以写 80万 或 800000" keypad=Keypad::Amount value="80万"
///         unit="元"/>
/// };
/// ```
#[component]
pub fn TextField(
    /// The field's name, also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: text::Local,
    /// What has been typed so far.
    #[prop(optional, into)]
    value: String,
    /// What kind of thing is typed.
    #[prop(optional)]
    keypad: Keypad,
    /// A line beneath the label: an example, where to find it.
    #[prop(optional, into)]
    hint: Words,
    /// What to correct.
    #[prop(optional, into)]
    error: Maybe,
    /// What stands after the input: 元, 年.
    #[prop(optional, into)]
    unit: Words,
    /// Autofill name, when it differs from the keypad's own.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The most characters that make sense.
    #[prop(optional)]
    maxlength: Option<u16>,
    /// The first day that makes sense, for [`Keypad::Date`].
    #[prop(optional, into)]
    min: Maybe,
    /// The last day that makes sense, for [`Keypad::Date`].
    #[prop(optional, into)]
    max: Maybe,
    /// The label is the page's heading: it is written as its `h1`.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let described = Described::new(&name, hint.0, error.0);
    let (wrapper, ids, invalid) = (described.class(), described.ids(), described.invalid());
    let (kind, inputmode, own_autocomplete, autocapitalize, class) = keypad.attributes();
    let value = keypad
        .keeps_value()
        .then_some(value)
        .filter(|value| !value.is_empty());
    let unit = unit
        .0
        .map(|unit| view! { <span class="unit"><Local text=unit/></span> });
    let label = view! { <label for=name.clone()><Local text=label/></label> };
    let label = if heading {
        view! { <h1>{label}</h1> }.into_any()
    } else {
        label.into_any()
    };
    view! {
        <div class=wrapper>
            {label}
            <Explained described/>
            <div class="input-row">
                <input
                    class=class
                    id=name.clone()
                    name=name
                    type=kind
                    inputmode=inputmode
                    autocomplete=autocomplete.unwrap_or(own_autocomplete)
                    autocapitalize=autocapitalize
                    spellcheck="false"
                    maxlength=maxlength.filter(|_| kind != "date")
                    min=min.0
                    max=max.0
                    value=value
                    aria-describedby=ids
                    aria-invalid=invalid
                />
                {unit}
            </div>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <TextField name="price" label="房价" hint="可以写 80万" keypad=Keypad::Amount value="八十" unit="元"
                error="请写数字"/>
            <TextField name="last_four" label="身份证号后四位" keypad=Keypad::IdNumber maxlength=4/>
        }));
    }

    #[test]
    fn secrets_are_not_sent_back() {
        for keypad in [Keypad::Password, Keypad::NewPassword, Keypad::Code] {
            let html = html(|| view! { <TextField name="x" label="x" keypad value="s3cret"/> });
            assert!(!html.contains("s3cret"), "{html}");
        }
    }

    #[test]
    fn what_was_typed_cannot_become_markup() {
        let html = html(|| view! { <TextField name="x" label="x" value=r#""><script>"#/> });
        assert!(
            html.contains("value=\"&quot;><script>\"") || !html.contains("<script>"),
            "{html}"
        );
    }
}
