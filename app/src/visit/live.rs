//! The island of the time page: asks now and then what is left, so that a time that has just been taken turns grey.
//!
//! Without script the list stands as the server made it, and a time that is gone is refused when it is booked.

#![allow(
    missing_docs,
    reason = "`#[island]` writes an undocumented twin of each island"
)]

use leptos::either::Either;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::text::visit::{Time as Words, ZH_CN};

const WORDS: Words = ZH_CN.time;

/// A time to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSlot {
    /// Id of the slot.
    pub id: String,
    /// When it begins, as shown: 9:30.
    pub time: String,
    /// It begins after noon.
    pub afternoon: bool,
    /// Places left.
    pub free: u16,
}

/// The times of a day, with what is left of each.
#[island]
pub fn LiveTimes(
    /// The times, in order.
    slots: Vec<TimeSlot>,
    /// Address of the next page, to be followed by a slot's id.
    next: String,
    /// Address that says what is left.
    source: String,
) -> impl IntoView {
    let free = RwSignal::new(slots.iter().map(|slot| slot.free).collect::<Vec<_>>());
    #[cfg(feature = "hydrate")]
    fresh::keep(source, slots.iter().map(|slot| slot.id.clone()).collect(), free);
    #[cfg(not(feature = "hydrate"))]
    drop(source);
    let half = |afternoon: bool| {
        let rows = slots
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.afternoon == afternoon)
            .map(|(index, slot)| row(index, slot.clone(), format!("{next}{}", slot.id), free))
            .collect::<Vec<_>>();
        let name = if afternoon { WORDS.afternoon } else { WORDS.morning };
        (!rows.is_empty()).then(|| view! { <h2>{name}</h2><ul class="times">{rows}</ul> })
    };
    view! { <div>{half(false)}{half(true)}</div> }
}

fn row(index: usize, slot: TimeSlot, href: String, free: RwSignal<Vec<u16>>) -> impl IntoView {
    let left = move || free.with(|free| free.get(index).copied().unwrap_or_default());
    let inside = move || {
        let (time, href) = (slot.time.clone(), href.clone());
        match left() {
            0 => Either::Left(view! { <span class="time full">{time}" "<small>{WORDS.full}</small></span> }),
            places => {
                let places = (WORDS.left)(places);
                Either::Right(view! { <a class="time" href=href>{time}" "<small>{places}</small></a> })
            }
        }
    };
    view! { <li>{inside}</li> }
}

#[cfg(feature = "hydrate")]
mod fresh {
    use std::time::Duration;

    use gloo_net::http::Request;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use serde::Deserialize;

    /// How often to ask while the page is seen.
    const EVERY: Duration = Duration::from_secs(20);

    #[derive(Deserialize)]
    struct Answer {
        slots: Vec<Left>,
    }

    #[derive(Deserialize)]
    struct Left {
        id: String,
        free: u16,
    }

    /// Keeps `free` as the server has it, in the order of `ids`: every twenty seconds while the page is seen, and when
    /// it is seen again. A time that is no longer offered has nothing left.
    pub(super) fn keep(source: String, ids: Vec<String>, free: RwSignal<Vec<u16>>) {
        let ask = move || {
            if document().hidden() {
                return;
            }
            let (source, ids) = (source.clone(), ids.clone());
            spawn_local(async move {
                let Some(answer) = left(&source).await else { return };
                let of = |id: &String| {
                    answer
                        .iter()
                        .find(|left| left.id == *id)
                        .map_or(0, |left| left.free)
                };
                let now: Vec<_> = ids.iter().map(of).collect();
                // The same again would make the browser draw the list anew, and the keyboard's place would be lost.
                if free.with_untracked(|free| *free != now) {
                    free.set(now);
                }
            });
        };
        // A cleared timer would need the page to outlive its island; they end together.
        let _ = set_interval_with_handle(ask.clone(), EVERY);
        let _ = window_event_listener_untyped("visibilitychange", move |_| ask());
    }

    /// What is left, or nothing when the connection is gone: then the list stays as it is.
    async fn left(source: &str) -> Option<Vec<Left>> {
        let answer = Request::get(source).send().await.ok()?;
        if !answer.ok() {
            return None;
        }
        Some(answer.json::<Answer>().await.ok()?.slots)
    }
}
