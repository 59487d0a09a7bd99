//! One of many: a select, when radios would fill more than a screen.

use leptos::prelude::*;

use super::{
    Choice, Maybe, Words,
    field::{Described, Explained},
};

/// One of many choices. Hints of choices are not shown.
///
/// ```
/// # use app::components::{Choice, Select};
/// # use leptos::prelude::*;
/// let choices = vec![Choice::new("2026", "2026年"), Choice::new("2025", "2025年")];
/// view! { <Select name="year" label="年份" choices selected="2026"/> };
/// ```
#[component]
pub fn Select(
    /// The field's name, also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value chosen so far.
    #[prop(optional, into)]
    selected: Maybe,
    /// A line beneath the label.
    #[prop(optional, into)]
    hint: Words,
    /// What to correct.
    #[prop(optional, into)]
    error: Maybe,
) -> impl IntoView {
    let described = Described::new(&name, hint.0, error.0);
    let (class, ids, invalid) = (described.class(), described.ids(), described.invalid());
    let options = choices
        .into_iter()
        .map(|Choice { value, label, .. }| {
            let chosen = selected.0.as_ref() == Some(&value);
            view! { <option value=value selected=chosen>{label.text()}</option> }
        })
        .collect_view();
    view! {
        <div class=class>
            <label for=name.clone()>{label}</label>
            <Explained described/>
            <select id=name.clone() name=name aria-describedby=ids aria-invalid=invalid>{options}</select>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        let choices = vec![Choice::new("2026", "2026年"), Choice::new("2025", "2025年")];
        insta::assert_snapshot!(html(|| view! {
            <Select name="year" label="年份" choices selected="2025" hint="最早 2019年"/>
        }));
    }
}
