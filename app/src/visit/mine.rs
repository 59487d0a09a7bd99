//! `/visit/mine`: all of a person's appointments.

use leptos::prelude::*;

use super::{AppointmentLine, AppointmentStatus};
use crate::{
    components::{BackLink, EmptyState, LinkButton, Local, Tag, TagKind},
    shell::{Head, PageContext, document},
    text::{Lang, text},
};

/// The page of the person's appointments, latest first.
pub fn page(ctx: &PageContext, appointments: Vec<AppointmentLine>) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let mine = &words.visit.mine;
    let list = if appointments.is_empty() {
        view! { <EmptyState title=mine.none><LinkButton href="/visit">{mine.book}</LinkButton></EmptyState> }
            .into_any()
    } else {
        let rows = appointments
            .into_iter()
            .map(|line| row(ctx.lang, &line))
            .collect_view();
        view! {
            <ul class="link-list">{rows}</ul>
            <LinkButton href="/visit">{mine.book}</LinkButton>
        }
        .into_any()
    };
    let body = view! {
        <BackLink href="/account" lang=ctx.lang/>
        <h1>{mine.title}</h1>
        {list}
    };
    document(ctx, Head::new(mine.title).noindex(), body)
}

fn row(lang: Lang, line: &AppointmentLine) -> impl IntoView + use<> {
    let words = text(lang);
    let mine = &words.visit.mine;
    let (kind, standing) = match line.standing {
        AppointmentStatus::Booked => (TagKind::Good, mine.booked),
        AppointmentStatus::Past => (TagKind::Plain, mine.past),
        AppointmentStatus::Cancelled => (TagKind::Plain, mine.cancelled),
        AppointmentStatus::Displaced => (TagKind::Caution, mine.displaced),
    };
    view! {
        <li>
            <a href=super::paths::appointment(&line.code)>
                <span>
                    {words.format.day_and_time(line.start)}" "<Tag kind>{standing}</Tag>
                    <span class="soft"><Local text=line.about(lang)/></span>
                </span>
            </a>
        </li>
    }
}
