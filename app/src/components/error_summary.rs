//! What must be corrected, all at once, at the top of a refused form.

use leptos::prelude::*;

use crate::{
    form::{FieldError, FormErrors},
    text::{Lang, text},
};

/// The list of corrections, each a link to its field. It takes the focus when the page opens, so that
/// a screen reader starts here. Renders nothing when there is nothing to correct.
///
/// ```
/// # use app::{components::ErrorSummary, form::FormErrors, text::Lang};
/// # use leptos::prelude::*;
/// let mut errors = FormErrors::default();
/// errors.add("phone", "手机号是 11 位数字");
/// view! { <ErrorSummary errors lang=Lang::ZhCn/> };
/// ```
#[component]
pub fn ErrorSummary(
    /// What to correct.
    errors: FormErrors,
    /// The page's language.
    lang: Lang,
) -> impl IntoView {
    let words = &text(lang).error;
    (!errors.is_empty()).then(|| {
        let rows = errors
            .iter()
            .map(|FieldError { field, message }| {
                view! { <li><a href=format!("#{field}")>{message.clone()}</a></li> }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{words.summary_title}</h2>
                <ul>{rows}</ul>
            </div>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        let mut errors = FormErrors::default();
        errors.add("id_number", "请填写身份证号");
        errors.add("password", "请填写密码");
        insta::assert_snapshot!(html(|| view! { <ErrorSummary errors lang=Lang::ZhCn/> }));
    }

    #[test]
    fn nothing_to_correct_shows_nothing() {
        assert!(
            !html(|| view! { <ErrorSummary errors=FormErrors::default() lang=Lang::ZhCn/> })
                .contains("error-summary")
        );
    }
}
