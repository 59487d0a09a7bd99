//! The header: where am I, the other language, large type, and the way in.

use leptos::prelude::*;

use super::{DISPLAY_PATH, PageContext, RETURN_TO, TOKEN_FIELD, language_address};
use crate::{
    account::signin,
    text::{Lang, text},
};

/// The header of every page.
pub(super) fn header(ctx: &PageContext) -> impl IntoView + use<> {
    let words = &text(ctx.lang).shell;
    let home_label = format!("{} {}", ctx.centre.short_name, words.to_home);
    let (person_href, person) = if ctx.signed_in {
        ("/account", words.mine)
    } else {
        (signin::PATH, words.sign_in)
    };
    let demo = ctx.demo.then(|| view! { <p class="demo-strip">{words.demo}</p> });
    view! {
        <header class="site-header">
            {demo}
            <div class="wide">
                <a class="site-name" href="/" aria-label=home_label>
                    {logo()}
                    <b lang=ctx.centre.marked(ctx.lang)>{ctx.centre.short_name.clone()}</b>
                </a>
                {other_languages(ctx)}
                {large_type_button(ctx)}
                <a class="header-link" href=person_href>{person}</a>
            </div>
        </header>
    }
}

/// The same page in another language, named in that language. A plain link, so that it works without script and can stand
/// on a poster; search engines find no second page behind it.
fn other_languages(ctx: &PageContext) -> impl IntoView + use<> {
    let page = ctx.lang;
    let others = Lang::ALL.into_iter().filter(move |lang| *lang != page);
    let link = |lang: Lang| {
        let href = language_address(lang, &ctx.path);
        view! {
            <a class="header-link" href=href lang=lang.tag() hreflang=lang.tag() rel="nofollow">{lang.own_name()}</a>
        }
    };
    others.map(link).collect_view()
}

/// One tap for large type, on every page: a form, so that it needs no script.
fn large_type_button(ctx: &PageContext) -> impl IntoView + use<> {
    let words = &text(ctx.lang).shell;
    let ((label, long_label), value) = if ctx.large_type {
        (words.large_off, "0")
    } else {
        (words.large_on, "1")
    };
    view! {
        <form class="header-form" method="post" action=DISPLAY_PATH>
            <input type="hidden" name=TOKEN_FIELD value=ctx.form_token.clone()/>
            <input type="hidden" name=RETURN_TO value=ctx.path.clone()/>
            <button type="submit" class="header-link" name="large" value=value aria-label=long_label>{label}</button>
        </form>
    }
}

/// The house: the sign of the portal, drawn in the accent colour.
fn logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path d="M4 13 14 4l10 9v11H4z" stroke-linejoin="round"/>
            <path d="M10 24v-7h8v7"/>
        </svg>
    }
}
