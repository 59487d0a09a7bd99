//! Why is it this number: the steps of an estimate, each with its figure and the rule it rests on.

use leptos::prelude::*;

use super::Unverified;
use crate::text::{Lang, shell};

/// One step on the way to the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// What was worked out, with its inputs: 余额倍数：24,000.00 × 20.
    pub label: String,
    /// What came out: 480,000.00 元.
    pub figure: String,
    /// The rule's name, number and date.
    pub rule: String,
    /// Whether this is what decided the answer.
    pub binding: bool,
    /// Whether the centre has confirmed the rule's parameters.
    pub verified: bool,
}

/// The steps of an estimate, in the order they were worked out.
///
/// ```
/// # use app::components::{Trace, TraceStep};
/// # use leptos::prelude::*;
/// let steps = vec![TraceStep {
///     label: "首付 20%，房价 800,000.00 元".into(),
///     figure: "640,000.00 元".into(),
///     rule: "咸房金管文〔2026〕1号，2026年1月1日起".into(),
///     binding: true,
///     verified: true,
/// }];
/// view! { <Trace steps/> };
/// ```
#[component]
pub fn Trace(
    /// The steps.
    steps: Vec<TraceStep>,
    /// The page's language.
    #[prop(optional)]
    lang: Lang,
) -> impl IntoView {
    let words = shell::words(lang);
    let steps = steps
        .into_iter()
        .map(
            |TraceStep {
                 label,
                 figure,
                 rule,
                 binding,
                 verified,
             }| {
                let decided = binding.then(|| view! { <p class="trace-binding">{words.binding}</p> });
                let unverified = (!verified).then(|| view! { " "<Unverified lang/> });
                view! {
                    <li class=binding.then_some("binding")>
                        <p class="trace-step"><span>{label}</span>" "<b class="num">{figure}</b></p>
                        {decided}
                        <p class="soft">{rule}{unverified}</p>
                    </li>
                }
            },
        )
        .collect_view();
    view! { <ol class="trace">{steps}</ol> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        let step = TraceStep {
            label: "最高额度（双人）".into(),
            figure: "700,000.00 元".into(),
            rule: "示例政策 2026-01".into(),
            binding: false,
            verified: false,
        };
        let steps = vec![
            step.clone(),
            TraceStep {
                label: "余额 × 20".into(),
                binding: true,
                verified: true,
                ..step
            },
        ];
        insta::assert_snapshot!(html(|| view! { <Trace steps/> }));
    }
}
