//! The footer: whose portal this is, whom to call, how fresh the data is.

use leptos::prelude::*;

use super::PageContext;
use crate::text::text;

/// The footer of every page.
pub(super) fn footer(ctx: &PageContext) -> impl IntoView + use<> {
    let text = text(ctx.lang);
    let words = &text.shell;
    let hotline = ctx.centre.hotline.clone();
    let as_of = ctx.data_as_of.map(|day| {
        let sentence = (words.data_as_of)(&text.format.date(day));
        view! { <p>{sentence}</p> }
    });
    let links = [
        ("/open", words.open),
        ("/help", words.help),
        ("/accessibility", words.accessibility),
        ("/privacy", words.privacy),
        ("/licences", words.licences),
    ]
    .map(|(href, label)| view! { <li><a href=href>{label}</a></li> });
    view! {
        <footer class="site-footer">
            <nav aria-label=words.footer_links><ul>{links}</ul></nav>
            <p>
                <span lang=ctx.centre.marked(ctx.lang)>{ctx.centre.name.clone()}</span>" "<span class="nowrap">
                    {words.hotline}" "<a href=format!("tel:{hotline}")>{hotline.clone()}</a>
                </span>
            </p>
            {as_of}
        </footer>
    }
}
