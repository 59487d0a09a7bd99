//! Facts by name: what an account, an appointment or an answer consists of.

use leptos::prelude::*;

use super::Local;
use crate::text;

/// One fact.
#[derive(Debug)]
pub struct SummaryRow {
    key: text::Local,
    value: AnyView,
    change: Option<(String, String)>,
}

impl SummaryRow {
    /// A fact and its value, which may be text or any view.
    pub fn new(key: impl Into<text::Local>, value: impl IntoView + 'static) -> Self {
        Self {
            key: key.into(),
            value: value.into_any(),
            change: None,
        }
    }

    /// With a link to change it: where, and what the link says.
    #[must_use]
    pub fn change(self, href: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            change: Some((href.into(), label.into())),
            ..self
        }
    }
}

/// A list of facts, name to the left and value to the right; one below the other where it is narrow.
///
/// ```
/// # use app::components::{SummaryList, SummaryRow};
/// # use leptos::prelude::*;
/// let rows = vec![
///     SummaryRow::new("网点", "咸安营业部").change("/visit", "改"),
///     SummaryRow::new("时间", view! { <b>"9:30"</b> }),
/// ];
/// view! { <SummaryList rows/> };
/// ```
#[component]
pub fn SummaryList(
    /// The facts.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|SummaryRow { key, value, change }| {
            let name = key.clone();
            let change = change.map(|(href, label)| {
                view! { " "<a href=href>{label}<span class="visually-hidden"><Local text=name/></span></a> }
            });
            view! { <div><dt><Local text=key/></dt><dd>{value}{change}</dd></div> }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| {
            let rows = vec![
                SummaryRow::new("网点", "咸安营业部").change("/visit", "改"),
                SummaryRow::new("时间", view! { <b>"9:30"</b> }),
            ];
            view! { <SummaryList rows/> }
        }));
    }
}
