//! `/visit/time`: at what time.

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use leptos::prelude::*;

use super::{BookingDraft, Branch, progress};
use crate::{
    address::with_query,
    components::{BackLink, EmptyState, Local},
    handed::{self, Handed as _},
    shell::{Head, PageContext, document},
    text::{
        self, text,
        visit::{Left, Time as Words},
    },
};

/// Id of the element around the times. Its `data-source` is the address that says what is left, its `data-next` that of
/// the next page, to be followed by a slot's id.
pub(super) const LIST: &str = "times";
/// Class of a time. Its id is the slot's, its last element says what is left, and it leads nowhere while nothing is.
pub(super) const TIME: &str = "time";

/// The times to choose from.
#[derive(Clone, Debug)]
pub struct Times {
    /// What has been chosen.
    pub choice: BookingDraft,
    /// Where.
    pub branch: Branch,
    /// The day.
    pub date: NaiveDate,
    /// That year's holidays have not been announced: the day may turn out to be one.
    pub provisional: bool,
    /// Its times that are not over, in order.
    pub slots: Vec<TimeSlot>,
}

/// A time to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSlot {
    /// Id of the slot.
    pub id: String,
    /// When it begins.
    pub start: NaiveTime,
    /// Places left.
    pub free: u16,
}

/// The page of times.
pub fn page(ctx: &PageContext, times: Times) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let Times {
        choice,
        branch,
        date,
        provisional,
        slots,
    } = times;
    let provisional = provisional.then(|| view! { <p class="soft">{words.visit.day.unannounced_day}</p> });
    let days = choice.days(&branch.code);
    let own = &words.visit.time;
    let head = Head::new(own.title);
    let (head, list) = if slots.is_empty() {
        let days = days.clone();
        let empty = view! { <EmptyState title=own.none><p><a href=days>{own.change}</a></p></EmptyState> };
        (head, empty.into_any())
    } else {
        let date = date.to_string();
        let asked = [
            ("branch", branch.code.as_str()),
            ("service", &choice.service),
            ("from", &date),
            ("to", &date),
        ];
        let source = with_query("/api/v1/visit/slots", asked);
        (
            head.live(),
            list(own, &slots, choice.confirm(""), source).into_any(),
        )
    };
    let about = text::Local::edition(ctx.lang, &branch.name)
        .then(" · ")
        .then(choice.spoken(ctx.lang));
    let body = view! {
        <BackLink href=days.clone() lang=ctx.lang/>
        {progress(ctx, 4)}
        <h1>{own.title}</h1>
        <p>{words.format.near_day(date)}" "<a href=days>{own.change}</a></p>
        <p class="soft"><Local text=about/></p>
        {provisional}
        {list}
    };
    document(ctx, head, body)
}

/// The times before noon and after, kept up to date from `source`; `next` and a slot's id lead on.
fn list(words: &'static Words, slots: &[TimeSlot], next: String, source: String) -> impl IntoView + use<> {
    let half = |afternoon: bool, name: &'static str| {
        let slots = slots.iter().filter(|slot| (slot.start.hour() >= 12) == afternoon);
        let rows: Vec<_> = slots.map(|slot| row(words, slot, &next)).collect();
        (!rows.is_empty()).then(|| view! { <h2>{name}</h2><ul class="times">{rows}</ul> })
    };
    let (morning, afternoon) = (half(false, words.morning), half(true, words.afternoon));
    view! {
        <div id=LIST data-next=next data-source=source>{morning}{afternoon}</div>
        {handed::script(words.left.texts())}
    }
}

fn row(words: &Words, slot: &TimeSlot, next: &str) -> impl IntoView + use<> {
    let (class, left) = look(words.left, slot.free);
    let href = (slot.free > 0).then(|| format!("{next}{}", slot.id));
    view! {
        <li>
            <a class=class id=slot.id.clone() href=href>{(words.at)(slot.start)}" "<small>{left}</small></a>
        </li>
    }
}

/// Class and words of a time with so many places left.
pub(super) fn look(words: Left, free: u16) -> (&'static str, String) {
    match free {
        0 => ("time full", words.none.to_owned()),
        places => (TIME, words.places.with([&places.to_string()])),
    }
}
