//! `/visit/time`: at what time.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::live::LiveTimes;
use super::{Branch, Choice, TimeSlot, progress};
use crate::{
    components::{BackLink, EmptyState},
    shell::{Head, PageContext, document},
    text::{format, text},
};

/// The times to choose from.
#[derive(Clone, Debug)]
pub struct Times {
    /// What has been chosen.
    pub choice: Choice,
    /// Where.
    pub branch: Branch,
    /// The day.
    pub date: NaiveDate,
    /// Its times that are not over, in order.
    pub slots: Vec<TimeSlot>,
}

/// The page of times.
pub fn page(ctx: &PageContext, times: Times) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let time = &words.visit.time;
    let Times {
        choice,
        branch,
        date,
        slots,
    } = times;
    let days = choice.days(&branch.code);
    let head = Head::new(time.title);
    let (head, list) = if slots.is_empty() {
        let days = days.clone();
        let empty = view! { <EmptyState title=time.none><p><a href=days>{time.change}</a></p></EmptyState> };
        (head, empty.into_any())
    } else {
        let next = choice.confirm("");
        let source = format!(
            "/api/v1/visit/slots?branch={}&service={}&from={date}&to={date}",
            branch.code, choice.service
        );
        (head.island(), view! { <LiveTimes slots next source/> }.into_any())
    };
    let body = view! {
        <BackLink href=days.clone() lang=ctx.lang/>
        {progress(ctx, 4)}
        <h1>{time.title}</h1>
        <p>{format::near_day(date)}" "<a href=days>{time.change}</a></p>
        <p class="soft">{branch.name}" · "{choice.spoken(words)}</p>
        {list}
    };
    document(ctx, head, body)
}
