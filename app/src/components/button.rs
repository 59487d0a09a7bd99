//! Buttons: one primary action per page, everything else quieter.

use leptos::prelude::*;

use super::Maybe;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one action the page is for.
    #[default]
    Primary,
    /// Another way onward.
    Secondary,
    /// An action that cannot be undone.
    Warning,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button secondary",
            Self::Warning => "button warning",
        }
    }
}

/// A button that submits the form it stands in.
///
/// ```
/// # use app::components::{Button, ButtonKind};
/// # use leptos::prelude::*;
/// view! {
///     <Button>"登录"</Button>
///     <Button kind=ButtonKind::Warning name="cancel" value="1">"取消预约"</Button>
/// };
/// ```
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Name of the value it sends, when a form has several buttons.
    #[prop(optional, into)]
    name: Maybe,
    /// The value it sends.
    #[prop(optional, into)]
    value: Maybe,
    /// The action, as a verb.
    children: Children,
) -> impl IntoView {
    view! { <button type="submit" class=kind.class() name=name.0 value=value.0>{children()}</button> }
}

/// A button that prints the page. It is hidden unless the page's [`Head::print`](crate::shell::Head::print) has made it
/// work: beside it stand words for everybody else.
///
/// ```
/// # use app::components::PrintButton;
/// # use leptos::prelude::*;
/// view! { <PrintButton>"打印"</PrintButton> };
/// ```
#[component]
pub fn PrintButton(
    /// The action, as a verb.
    children: Children,
) -> impl IntoView {
    view! { <button class="button secondary" type="button" data-print hidden>{children()}</button> }
}

/// A link that looks like a button: the way onward when nothing is sent.
///
/// ```
/// # use app::components::LinkButton;
/// # use leptos::prelude::*;
/// view! { <LinkButton href="/visit">"约个时间"</LinkButton> };
/// ```
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The action, as a verb.
    children: Children,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{children()}</a> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <Button>"登录"</Button>
            <Button kind=ButtonKind::Warning name="cancel" value="1">"取消预约"</Button>
            <LinkButton href="/visit" kind=ButtonKind::Secondary>"约个时间"</LinkButton>
        }));
    }
}
