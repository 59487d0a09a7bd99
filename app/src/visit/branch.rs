//! `/visit/branch`: where.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::{BookingDraft, Branch, progress};
use crate::{
    components::{BackLink, Local, Unverified},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// A branch that does the service.
#[derive(Clone, Debug)]
pub struct BranchRow {
    /// The branch.
    pub branch: Branch,
    /// The earliest free place.
    pub earliest: Option<NaiveDateTime>,
    /// It does the service on Saturdays.
    pub saturday: bool,
}

/// The branches to choose from.
#[derive(Clone, Debug)]
pub struct Branches {
    /// What has been chosen.
    pub choice: BookingDraft,
    /// The branches, in the centre's order.
    pub rows: Vec<BranchRow>,
    /// The centre has confirmed the service's time, the branches and their hours.
    pub verified: bool,
}

/// The page of branches.
pub fn page(ctx: &PageContext, branches: Branches) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let Branches {
        choice,
        rows,
        verified,
    } = branches;
    let unverified = (!verified).then(|| view! { <p><Unverified lang=ctx.lang/></p> });
    let rows = rows.into_iter().map(|branch| row(ctx.lang, &choice, &branch));
    let body = view! {
        <BackLink href="/visit" lang=ctx.lang/>
        {progress(ctx, 2)}
        <h1>{words.visit.branch.title}</h1>
        <p><Local text=choice.spoken(ctx.lang)/>" "<a href="/visit">{words.visit.branch.change}</a></p>
        {unverified}
        <ul class="link-list">{rows.collect_view()}</ul>
    };
    document(ctx, Head::new(words.visit.branch.title), body)
}

fn row(lang: Lang, choice: &BookingDraft, row: &BranchRow) -> impl IntoView + use<> {
    let words = text(lang);
    let branch = &words.visit.branch;
    let earliest = row.earliest.map_or_else(
        || branch.none.to_owned(),
        |start| (branch.earliest)(&words.format.day_and_time(start)),
    );
    let [name, address] =
        [&row.branch.name, &row.branch.address].map(|of| text::Local::beside_chinese(lang, of));
    let saturday = row
        .saturday
        .then(|| view! { " "<span class="tag good">{branch.saturday}</span> });
    view! {
        <li>
            <a href=choice.days(&row.branch.code)>
                <span>
                    <Local text=name/>{saturday}
                    <span class="soft num">{earliest}</span>
                    <span class="soft"><Local text=address/></span>
                </span>
            </a>
        </li>
    }
}
