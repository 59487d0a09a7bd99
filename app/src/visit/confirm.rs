//! `/visit/confirm`: all of it once more, and the button.

use chrono::NaiveDateTime;
use fund::bilingual::Bilingual;
use leptos::prelude::*;

use super::{BookingDraft, Branch, progress};
use crate::{
    components::{BackLink, Button, Local, PostForm, SummaryList, SummaryRow},
    shell::{Head, PageContext, document},
    text::{self, text},
};

/// Where the form is sent. Fields: [`SERVICE`], [`SLOT`], [`SLIP`] and [`KEY`].
pub const ACTION: &str = "/visit/confirm";
/// Name of the field with the service's code.
pub const SERVICE: &str = "service";
/// Name of the field with the slot's id.
pub const SLOT: &str = "slot";
/// Name of the field with the slip's number.
pub const SLIP: &str = "slip";
/// Name of the field that makes a form sent twice book once.
pub const KEY: &str = "idempotency_key";

/// What is about to be booked.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What has been chosen.
    pub choice: BookingDraft,
    /// Where.
    pub branch: Branch,
    /// Id of the slot.
    pub slot: String,
    /// When it begins.
    pub start: NaiveDateTime,
    /// That year's holidays have not been announced: the day may turn out to be one.
    pub provisional: bool,
    /// Names this attempt.
    pub key: String,
}

/// The page that books.
pub fn page(ctx: &PageContext, confirm: Confirm) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let visit = &words.visit;
    let Confirm {
        choice,
        branch,
        slot,
        start,
        provisional,
        key,
    } = confirm;
    let provisional = provisional.then(|| view! { <p class="soft">{visit.day.unannounced_day}</p> });
    let change = visit.confirm.change;
    let times = choice.times(&branch.code, start.date());
    let when = words.format.full_day_and_time(start);
    let both = |key, of: &Bilingual| {
        let said = text::Local::beside_chinese(ctx.lang, of);
        SummaryRow::new(key, view! { <Local text=said/> })
    };
    let rows = vec![
        both(visit.confirm.service, &choice.label).change("/visit", change),
        both(visit.confirm.branch, &branch.name).change(choice.branches(), change),
        both(visit.confirm.address, &branch.address),
        SummaryRow::new(visit.confirm.when, when).change(choice.days(&branch.code), change),
        SummaryRow::new(visit.confirm.duration, (visit.service.minutes)(choice.minutes)),
    ];
    let slip = choice
        .slip
        .map(|slip| view! { <input type="hidden" name=SLIP value=slip/> });
    let body = view! {
        <BackLink href=times lang=ctx.lang/>
        {progress(ctx, 5)}
        <h1>{visit.confirm.title}</h1>
        <SummaryList rows/>
        {provisional}
        <p>{visit.confirm.rules}</p>
        <PostForm action=ACTION token=ctx.form_token.clone()>
            <input type="hidden" name=SERVICE value=choice.service/>
            <input type="hidden" name=SLOT value=slot/>
            {slip}
            <input type="hidden" name=KEY value=key/>
            <Button>{visit.confirm.book}</Button>
        </PostForm>
    };
    document(ctx, Head::new(visit.confirm.title).noindex(), body)
}
