//! `/visit`: what is to be done.

use fund::{bilingual::Bilingual, visit::ServiceGroup};
use leptos::prelude::*;

use super::{AppointmentLine, progress};
use crate::{
    components::{LinkItem, LinkList, Unverified},
    shell::{Head, PageContext, document},
    text::{self, Lang, Worded as _, text},
};

/// One service that can be booked.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub label: Bilingual,
    /// How long it takes at the window.
    pub minutes: u16,
    /// The portal knows what to bring.
    pub notice: bool,
    /// It can be done online as well.
    pub online: bool,
}

/// What can be booked.
#[derive(Clone, Debug)]
pub struct Services {
    /// Services by what they are about.
    pub groups: Vec<(ServiceGroup, Vec<Service>)>,
    /// Appointments to come of the person signed in, soonest first.
    pub upcoming: Vec<AppointmentLine>,
    /// The centre has confirmed what is done at its windows, and how long it takes.
    pub verified: bool,
}

/// The page of services.
pub fn page(ctx: &PageContext, services: Services) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let service = &words.visit.service;
    let upcoming = (!services.upcoming.is_empty()).then(|| {
        let items = services.upcoming.iter().map(|line| line.item(ctx.lang)).collect();
        view! {
            <h2>{service.upcoming}</h2>
            <LinkList items/>
        }
    });
    let groups = services.groups.into_iter().map(|(group, services)| {
        let items = services.iter().map(|service| row(ctx.lang, service)).collect();
        view! { <h2>{group.worded(ctx.lang)}</h2><LinkList items/> }
    });
    let unverified = (!services.verified).then(|| view! { <p><Unverified lang=ctx.lang/></p> });
    let mut others = vec![LinkItem::new("/visit/find", service.to_find.0).hint(service.to_find.1)];
    if ctx.signed_in {
        others.insert(0, LinkItem::new("/visit/mine", service.to_mine));
    }
    let body = view! {
        {progress(ctx, 1)}
        <h1>{service.title}</h1>
        {unverified}
        {upcoming}
        {groups.collect_view()}
        <h2>{service.earlier}</h2>
        <LinkList items=others/>
    };
    document(ctx, Head::new(words.visit.name), body)
}

fn row(lang: Lang, row: &Service) -> LinkItem {
    let service = &text(lang).visit.service;
    let hint = [
        Some((service.minutes)(row.minutes)),
        row.notice.then(|| service.notice.to_owned()),
        row.online.then(|| service.online.to_owned()),
    ];
    let hint: Vec<_> = hint.into_iter().flatten().collect();
    let label = text::Local::edition(lang, &row.label);
    LinkItem::new(super::paths::branches(&row.code, None), label).hint(hint.join(" · "))
}
