//! `/visit/day`: which day. A calendar of links; where it is narrow or the type is large, a list.

use chrono::{Datelike as _, NaiveDate};
use leptos::prelude::*;

use super::{BookingDraft, Branch, FreePlace, progress};
use crate::{
    components::{BackLink, EmptyState, LinkItem, LinkList, Local},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// What a day has to offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayState {
    /// So many people can still book.
    Free(u32),
    /// Everything is taken.
    Full,
    /// It is open, but too late for today.
    Over,
    /// The branch is closed.
    Closed,
    /// The branch is closed for this festival.
    Festival(String),
}

/// A day of the calendar.
#[derive(Clone, Debug)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What it has to offer.
    pub offer: DayState,
}

/// The days to choose from.
#[derive(Clone, Debug)]
pub struct Days {
    /// What has been chosen.
    pub choice: BookingDraft,
    /// Where.
    pub branch: Branch,
    /// The earliest free place.
    pub earliest: Option<FreePlace>,
    /// Today and the days that can be booked, without a gap.
    pub days: Vec<Day>,
    /// Some of them lie in a year whose holidays have not been announced.
    pub unannounced: bool,
}

/// The page of days.
pub fn page(ctx: &PageContext, days: Days) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let day = &words.visit.day;
    let Days {
        choice,
        branch,
        earliest,
        days,
        unannounced,
    } = days;
    let first = if let Some(place) = earliest {
        let title = (day.earliest)(&words.format.day_and_time(place.start));
        let items = vec![LinkItem::new(choice.confirm(&place.slot), title).hint(day.earliest_hint)];
        view! { <LinkList items/> }.into_any()
    } else {
        let others = choice.branches();
        view! {
            <EmptyState title=day.none.0>
                <p>{day.none.1}</p>
                <p><a href=others>{day.change}</a></p>
            </EmptyState>
        }
        .into_any()
    };
    let horizon = u16::try_from(days.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let months = days
        .chunk_by(|a, b| a.date.month() == b.date.month())
        .map(|days| month(ctx.lang, &choice, &branch.code, days))
        .collect_view();
    let unannounced = unannounced.then(|| view! { <p class="soft">{day.unannounced}</p> });
    let about = text::Local::edition(ctx.lang, &branch.name)
        .then(" · ")
        .then(choice.spoken(ctx.lang));
    let body = view! {
        <BackLink href=choice.branches() lang=ctx.lang/>
        {progress(ctx, 3)}
        <h1>{day.title}</h1>
        <p><Local text=about/>" "<a href=choice.branches()>{day.change}</a></p>
        {first}
        {months}
        <p class="soft">{(day.note)(horizon)}</p>
        {unannounced}
    };
    document(ctx, Head::new(day.title), body)
}

/// A month's days, the first under its day of the week.
fn month(lang: Lang, choice: &BookingDraft, branch: &str, days: &[Day]) -> Option<impl IntoView + use<>> {
    let words = text(lang);
    let first = days.first()?.date;
    let weekdays = words.visit.day.weekdays.map(|name| view! { <span>{name}</span> });
    let cells = days
        .iter()
        .enumerate()
        .map(|(index, day)| {
            let from = (index == 0).then(|| format!("from-{}", first.weekday().number_from_monday()));
            cell(lang, choice, branch, day, from)
        })
        .collect_view();
    Some(view! {
        <h2>{words.format.month(first)}</h2>
        <div class="weekdays" aria-hidden="true">{weekdays}</div>
        <ol class="days">{cells}</ol>
    })
}

fn cell(
    lang: Lang,
    choice: &BookingDraft,
    branch: &str,
    day: &Day,
    from: Option<String>,
) -> impl IntoView + use<> {
    let date = day.date;
    let words = &text(lang).visit.day;
    let (before, after) = (words.around)(date);
    let state = match &day.offer {
        DayState::Free(places) => (words.left)(*places).into(),
        DayState::Full => words.full.into(),
        DayState::Over => words.over.into(),
        DayState::Closed => words.closed.into(),
        DayState::Festival(name) => text::Local::of(lang, name, (words.festival)(name)),
    };
    let inside = view! {
        <span class="more">{before}</span>{date.day()}<span class="more">{after}</span>
        " "<small><Local text=state/></small>
    };
    let is_free = matches!(day.offer, DayState::Free(_));
    let is_saturday = date.weekday() == chrono::Weekday::Sat;
    let inside = if is_free {
        let class = if is_saturday { "day sat" } else { "day" };
        view! { <a class=class href=choice.times(branch, date)>{inside}</a> }.into_any()
    } else {
        view! { <span class="day off">{inside}</span> }.into_any()
    };
    let is_closed = matches!(day.offer, DayState::Closed | DayState::Festival(_));
    let class = [from, is_closed.then(|| "closed".to_owned())];
    let class: Vec<_> = class.into_iter().flatten().collect();
    let class = (!class.is_empty()).then(|| class.join(" "));
    view! { <li class=class>{inside}</li> }
}
