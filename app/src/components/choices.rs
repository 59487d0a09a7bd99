//! Choosing: one of several (radios), or yes to one thing (checkbox). Each choice is one large target.

use leptos::prelude::*;

use super::{
    Local, Maybe, Words,
    field::{Described, Explained},
};
use crate::text;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: text::Local,
    /// A line beneath the label.
    pub hint: Option<text::Local>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<text::Local>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same with a line beneath the label.
    #[must_use]
    pub fn hint(self, hint: impl Into<text::Local>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

/// One of several choices. The first has the field's name as its id, so that an error link finds it.
///
/// ```
/// # use app::components::{Choice, Radios};
/// # use leptos::prelude::*;
/// let choices = vec![
///     Choice::new("level_payment", "每月一样多").hint("等额本息"),
///     Choice::new("level_principal", "逐月减少").hint("等额本金"),
/// ];
/// view! { <Radios name="method" legend="还款方式" choices selected="level_payment" side_by_side=true/> };
/// ```
#[component]
pub fn Radios(
    /// The field's name.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: text::Local,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value chosen so far.
    #[prop(optional, into)]
    selected: Maybe,
    /// A line beneath the question.
    #[prop(optional, into)]
    hint: Words,
    /// What to correct.
    #[prop(optional, into)]
    error: Maybe,
    /// Two or three short choices in one row.
    #[prop(optional)]
    side_by_side: bool,
    /// The question is the page's heading: it is written as its `h1`.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let described = Described::new(&name, hint.0, error.0);
    let (wrapper, ids) = (described.class(), described.ids());
    let class = if side_by_side {
        "choices side-by-side"
    } else {
        "choices"
    };
    let legend = if heading {
        view! { <h1><Local text=legend/></h1> }.into_any()
    } else {
        view! { <Local text=legend/> }.into_any()
    };
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, Choice { value, label, hint })| {
            let id = if index == 0 {
                name.clone()
            } else {
                format!("{name}-{}", index + 1)
            };
            let checked = selected.0.as_ref() == Some(&value);
            view! {
                <div class="choice">
                    <input type="radio" id=id.clone() name=name.clone() value=value checked=checked/>
                    <label for=id><Local text=label/>{hint.map(|hint| view! { <span class="hint"><Local text=hint/></span> })}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class=wrapper aria-describedby=ids>
            <legend>{legend}</legend>
            <Explained described/>
            <div class=class>{rows}</div>
        </fieldset>
    }
}

/// Yes to one thing; sends `1` when ticked and nothing when not.
///
/// ```
/// # use app::components::Checkbox;
/// # use leptos::prelude::*;
/// view! { <Checkbox name="spouse" label="和配偶一起贷" checked=true/> };
/// ```
#[component]
pub fn Checkbox(
    /// The field's name, also its id.
    #[prop(into)]
    name: String,
    /// What is agreed to.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(optional)]
    checked: bool,
    /// A line beneath the label.
    #[prop(optional, into)]
    hint: Words,
    /// What to correct.
    #[prop(optional, into)]
    error: Maybe,
) -> impl IntoView {
    let described = Described::new(&name, None, error.0);
    let (class, ids, invalid) = (described.class(), described.ids(), described.invalid());
    view! {
        <div class=class>
            <Explained described/>
            <div class="choices">
                <div class="choice">
                    <input type="checkbox" id=name.clone() name=name.clone() value="1" checked=checked
                        aria-describedby=ids aria-invalid=invalid/>
                    <label for=name>{label}{hint.0.map(|hint| view! { <span class="hint"><Local text=hint/></span> })}</label>
                </div>
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
        let choices = vec![
            Choice::new("level_payment", "每月一样多").hint("等额本息"),
            Choice::new("level_principal", "逐月减少"),
        ];
        insta::assert_snapshot!(html(|| view! {
            <Radios name="method" legend="还款方式" choices selected="level_principal" error="请选一种还款方式"/>
            <Checkbox name="spouse" label="和配偶一起贷" checked=true/>
        }));
    }
}
