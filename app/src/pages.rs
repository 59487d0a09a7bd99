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
    use crate::{
        testing::{context, html, in_each_language},
        text::{Lang, pages::Text},
    };

    #[test]
    fn standing_pages_read_like_this() {
        let [chinese, english] = in_each_language(privacy);
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("privacy_en", english);
        for (name, [_, english]) in [
            ("help_en", in_each_language(help)),
            ("accessibility_en", in_each_language(accessibility)),
            ("licences_en", in_each_language(licences)),
        ] {
            insta::assert_snapshot!(name, english);
        }
    }

    #[test]
    fn every_standing_page_renders() {
        let ctx = context();
        assert!(html(|| help(&ctx)).contains("<h1>帮助</h1>"));
        assert!(html(|| accessibility(&ctx)).contains("<h1>无障碍</h1>"));
        assert!(html(|| licences(&ctx)).contains("<h1>开源许可</h1>"));
    }

    /// A link to a section leads there in every language. English alone says first what the fund is.
    #[test]
    fn sections_have_the_same_addresses_in_every_language() {
        let ids = |page: fn(&Text) -> &Page, lang| {
            let sections = page(&text(lang).pages).sections.iter();
            sections.map(|section| section.id).collect::<Vec<_>>()
        };
        let all: [fn(&Text) -> &Page; 4] = [
            |pages| &pages.help,
            |pages| &pages.accessibility,
            |pages| &pages.privacy,
            |pages| &pages.licences,
        ];
        for page in all {
            let mut english = ids(page, Lang::En);
            english.retain(|id| *id != "fund");
            assert_eq!(english, ids(page, Lang::ZhCn));
        }
    }
}
