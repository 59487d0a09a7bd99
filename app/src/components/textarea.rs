//! Several lines to type. The only place in the project where a `<textarea>` may be written.

use leptos::prelude::*;

use super::{
    Maybe,
    field::{Described, Explained},
};

/// Several lines to type. What was typed stays when the form comes back.
///
/// ```
/// # use app::components::Textarea;
/// # use leptos::prelude::*;
/// view! { <Textarea name="question" label="您想问什么" value="退休怎么提取"/> };
/// ```
#[component]
pub fn Textarea(
    /// The field's name, also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What has been typed so far.
    #[prop(optional, into)]
    value: String,
    /// A line beneath the label.
    #[prop(optional, into)]
    hint: Maybe,
    /// What to correct.
    #[prop(optional, into)]
    error: Maybe,
    /// The most characters that make sense.
    #[prop(optional)]
    maxlength: Option<u16>,
) -> impl IntoView {
    let described = Described::new(&name, hint.0, error.0);
    let (class, ids, invalid) = (described.class(), described.ids(), described.invalid());
    view! {
        <div class=class>
            <label for=name.clone()>{label}</label>
            <Explained described/>
            <textarea class="input" id=name.clone() name=name rows="4" maxlength=maxlength
                aria-describedby=ids aria-invalid=invalid>
                {escaped(&value)}
            </textarea>
        </div>
    }
}

/// The text as it must stand between the tags. leptos 0.8.23 writes the children of a textarea as they
/// are, so a typed `</textarea><script>` would run; and a browser drops a first line break, hence one more.
fn escaped(value: &str) -> String {
    format!(
        "\n{}",
        value
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <Textarea name="question" label="您想问什么" value="退休怎么提取" maxlength=500/>
        }));
    }

    /// Fails both when escaping is missing and when leptos starts to escape as well.
    #[test]
    fn what_was_typed_is_escaped_once() {
        let typed = "\n</textarea><script>alert(1)</script> & &lt;";
        let html = html(|| view! { <Textarea name="x" label="x" value=typed/> });
        assert!(
            html.contains(
                ">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &amp;lt;</textarea>"
            ),
            "{html}"
        );
    }
}
