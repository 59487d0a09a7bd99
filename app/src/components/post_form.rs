//! The form that changes something: POST, with the token that proves it came from one of our pages.

use leptos::prelude::*;

use crate::shell::TOKEN_FIELD;

/// A form that is sent by POST. The browser does not check it (`novalidate`): the server does, and
/// answers with the same form, all corrections at once.
///
/// ```
/// # use app::{components::{Button, PostForm}, shell::PageContext};
/// # use leptos::prelude::*;
/// # fn page(ctx: &PageContext) -> impl IntoView + use<> {
/// view! { <PostForm action="/signout" token=ctx.form_token.clone()><Button>"退出"</Button></PostForm> }
/// # }
/// ```
#[component]
pub fn PostForm(
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// The page context's form token.
    #[prop(into)]
    token: String,
    /// The fields and the button.
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name=TOKEN_FIELD value=token/>
            {children()}
        </form>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        insta::assert_snapshot!(html(|| view! {
            <PostForm action="/signout" token="a-signed-token"><button>"退出"</button></PostForm>
        }));
    }
}
