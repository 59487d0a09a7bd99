//! The standing pages: help, accessibility, privacy, licences. Their words are in the catalogue.

use leptos::prelude::*;

use crate::{
    shell::{Head, PageContext, document},
    text::{
        pages::{Page, Section},
        text,
    },
};

/// How to use the portal.
pub fn help(ctx: &PageContext) -> impl IntoView + use<> {
    standing(ctx, &text(ctx.lang).pages.help)
}

/// What was done so that everybody can use it, and what was not.
pub fn accessibility(ctx: &PageContext) -> impl IntoView + use<> {
    standing(ctx, &text(ctx.lang).pages.accessibility)
}

/// What is kept, where and how.
pub fn privacy(ctx: &PageContext) -> impl IntoView + use<> {
    standing(ctx, &text(ctx.lang).pages.privacy)
}

/// Whose software this is.
pub fn licences(ctx: &PageContext) -> impl IntoView + use<> {
    standing(ctx, &text(ctx.lang).pages.licences)
}

fn standing(ctx: &PageContext, page: &'static Page) -> impl IntoView + use<> {
    let Page {
        title,
        intro,
        sections,
    } = page;
    let sections = sections
        .iter()
        .map(
            |Section {
                 id,
                 title,
                 paragraphs,
             }| {
                let paragraphs = paragraphs
                    .iter()
                    .map(|&words| view! { <p>{words}</p> })
                    .collect_view();
                view! { <section><h2 id=*id>{*title}</h2>{paragraphs}</section> }
            },
        )
        .collect_view();
    let body = view! {
        <h1>{*title}</h1>
        <p>{*intro}</p>
        {sections}
    };
    document(ctx, Head::new(*title), body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html, main_of};

    #[test]
    fn standing_pages_read_like_this() {
        insta::assert_snapshot!(main_of(&html(|| privacy(&context()))));
    }

    #[test]
    fn every_standing_page_renders() {
        let ctx = context();
        assert!(html(|| help(&ctx)).contains("<h1>帮助</h1>"));
        assert!(html(|| accessibility(&ctx)).contains("<h1>无障碍</h1>"));
        assert!(html(|| licences(&ctx)).contains("<h1>开源许可</h1>"));
    }
}
