//! `/visit/time`: at what time.

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use leptos::prelude::*;

use super::live::LiveTimes;
use super::{Branch, Choice, progress};
use crate::{
    components::{BackLink, EmptyState},
    shell::{Head, PageContext, document},
    text::{
        format, text,
        visit::{Time as Words, ZH_CN},
    },
};

/// The words, taken directly: through the catalogue all of it would be in the browser's part.
const WORDS: &Words = &ZH_CN.time;

/// Id of the element around the times. Its `data-source` is the address that says what is left, its `data-next` that of
/// the next page, to be followed by a slot's id.
pub(super) const LIST: &str = "times";
/// Class of a time. Its id is the slot's, its last element says what is left, and it leads nowhere while nothing is.
pub(super) const TIME: &str = "time";

/// The times to choose from.
#[derive(Clone, Debug)]
pub struct Times {
    /// What has been chosen.
    pub choice: Choice,
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
    let head = Head::new(WORDS.title);
    let (head, list) = if slots.is_empty() {
        let days = days.clone();
        let empty =
            view! { <EmptyState title=WORDS.none><p><a href=days>{WORDS.change}</a></p></EmptyState> };
        (head, empty.into_any())
    } else {
        let source = format!(
            "/api/v1/visit/slots?branch={}&service={}&from={date}&to={date}",
            branch.code, choice.service
        );
        (head.island(), list(&slots, choice.confirm(""), source).into_any())
    };
    let body = view! {
        <BackLink href=days.clone() lang=ctx.lang/>
        {progress(ctx, 4)}
        <h1>{WORDS.title}</h1>
        <p>{format::near_day(date)}" "<a href=days>{WORDS.change}</a></p>
        <p class="soft">{branch.name}" · "{choice.spoken(words)}</p>
        {provisional}
        {list}
    };
    document(ctx, head, body)
}

/// The times before noon and after, kept up to date from `source`; `next` and a slot's id lead on.
fn list(slots: &[TimeSlot], next: String, source: String) -> impl IntoView + use<> {
    let half = |afternoon: bool, name: &'static str| {
        let slots = slots.iter().filter(|slot| (slot.start.hour() >= 12) == afternoon);
        let rows: Vec<_> = slots.map(|slot| row(slot, &next)).collect();
        (!rows.is_empty()).then(|| view! { <h2>{name}</h2><ul class="times">{rows}</ul> })
    };
    let (morning, afternoon) = (half(false, WORDS.morning), half(true, WORDS.afternoon));
    view! {
        <div id=LIST data-next=next data-source=source>{morning}{afternoon}</div>
        <LiveTimes/>
    }
}

fn row(slot: &TimeSlot, next: &str) -> impl IntoView + use<> {
    let (class, left) = look(slot.free);
    let href = (slot.free > 0).then(|| format!("{next}{}", slot.id));
    view! {
        <li>
            <a class=class id=slot.id.clone() href=href>{format::clock(slot.start)}" "<small>{left}</small></a>
        </li>
    }
}

/// Class and words of a time with so many places left.
pub(super) fn look(free: u16) -> (&'static str, String) {
    match free {
        0 => ("time full", WORDS.full.to_owned()),
        places => (TIME, (WORDS.left)(places)),
    }
}
