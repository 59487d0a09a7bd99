//! `/notice`: the services, with a search.

use fund::bilingual::Bilingual;
use leptos::prelude::*;

use super::PATH;
use crate::{
    components::{Button, ButtonKind, EmptyState, LinkItem, LinkList, TextField},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// The list of services and what was searched for.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// What was searched for; empty when nothing was.
    pub query: String,
    /// The services found, best first; all of them without a search.
    pub services: Vec<Service>,
}

/// One service.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its code in addresses.
    pub code: String,
    /// What it is called.
    pub title: Bilingual,
    /// Who may apply.
    pub audience: Bilingual,
    /// Minutes at the window.
    pub minutes: u16,
}

/// The list of services.
pub fn page(ctx: &PageContext, index: Index) -> impl IntoView + use<> {
    let words = &text(ctx.lang).notice.index;
    let searched = !index.query.is_empty();
    let found = (searched && !index.services.is_empty())
        .then(|| view! { <p role="status">{(words.found)(index.services.len())}</p> });
    let all = searched.then(|| view! { <p><a href=PATH>{words.show_all}</a></p> });
    let list = if index.services.is_empty() {
        let help = (words.none_help)(&ctx.centre.hotline);
        view! { <EmptyState title=words.none><p>{help}</p></EmptyState> }.into_any()
    } else {
        let items = index
            .services
            .into_iter()
            .map(|service| item(ctx.lang, service))
            .collect();
        view! { <LinkList items/> }.into_any()
    };
    let body = view! {
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <form method="get" action=PATH role="search" class="search">
            <TextField name="q" label=words.search hint=words.search_hint value=index.query maxlength=40/>
            <Button kind=ButtonKind::Secondary>{words.find}</Button>
        </form>
        {found}
        {list}
        {all}
        <p><a href=format!("{PATH}/verify")>{words.to_verify}</a></p>
    };
    document(ctx, Head::new(words.title), body)
}

fn item(lang: Lang, service: Service) -> LinkItem {
    let Service {
        code,
        title,
        audience,
        minutes,
    } = service;
    let minutes = (text(lang).notice.index.minutes)(minutes);
    let hint = text::Local::edition(lang, &audience).then(" · ").then(minutes);
    LinkItem::new(format!("{PATH}/{code}"), text::Local::edition(lang, &title)).hint(hint)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html, in_each_language};

    #[test]
    fn each_service_leads_to_its_questions() {
        let index = Index {
            query: "rent".into(),
            services: vec![Service {
                code: "rent_withdrawal".into(),
                title: Bilingual::new("租房提取公积金".into(), Some("Withdraw to pay rent".into())),
                // Nobody has written its English.
                audience: "在本市租房住的缴存职工".into(),
                minutes: 15,
            }],
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, index.clone()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("each_service_en", english);
    }

    #[test]
    fn nothing_found_says_what_to_do() {
        let index = Index {
            query: "x".into(),
            services: Vec::new(),
        };
        in_each_language(|ctx| page(ctx, index.clone()));
        let html = html(|| page(&context(), index));
        assert!(
            html.contains("没有找到") && html.contains("拨打 12329") && html.contains(r#"href="/notice""#)
        );
    }
}
