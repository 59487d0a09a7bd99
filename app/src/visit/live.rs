//! The browser's part of the time page: asks now and then what is left, so that a time that has just been taken turns grey.
//!
//! Without script the list stands as the server made it, and a time that is gone is refused when it is booked. The list
//! is the server's HTML in either case: attributes and words are changed in place. The browser itself reads the answer's
//! JSON: serde would cost more to download than all of this.

use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::{document, set_interval, window_event_listener_untyped};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::time::{LIST, TIME, look};
use crate::{
    handed::{self, Handed as _},
    text::visit::Left,
};

/// How often to ask while the page is seen.
const EVERY: Duration = Duration::from_secs(20);

/// The answer, as the browser read it.
#[allow(unsafe_code, reason = "the wasm-bindgen macro generates the calls")]
mod answer {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        pub(super) type Answer;
        pub(super) type Slot;

        #[wasm_bindgen(catch, js_namespace = JSON)]
        pub(super) fn parse(json: &str) -> Result<Answer, JsValue>;

        #[wasm_bindgen(method, getter)]
        pub(super) fn slots(this: &Answer) -> Option<Vec<Slot>>;

        #[wasm_bindgen(method, getter)]
        pub(super) fn id(this: &Slot) -> Option<String>;

        #[wasm_bindgen(method, getter)]
        pub(super) fn free(this: &Slot) -> Option<u16>;
    }
}

/// Keeps the times of this page, if it has any, as the server has them: every twenty seconds while the page is seen, and when
/// it is seen again. Both go on as long as the page: there is nothing to stop.
pub fn start() {
    if document().get_element_by_id(LIST).is_none() {
        return;
    }
    let Some(words) = handed::found().and_then(|mut texts| Left::take(&mut texts)) else {
        return;
    };
    let ask = move || {
        if !document().hidden() {
            spawn_local(async move {
                // Without an answer (the connection is gone) the list stays as it is.
                let _ = refresh(words).await;
            });
        }
    };
    set_interval(ask, EVERY);
    let _ = window_event_listener_untyped("visibilitychange", move |_| ask());
}

/// Asks, and shows the answer. A time that is no longer offered has nothing left.
async fn refresh(words: Left) -> Option<()> {
    let list = document().get_element_by_id(LIST)?;
    let (next, source) = (
        list.get_attribute("data-next")?,
        list.get_attribute("data-source")?,
    );
    let json = Request::get(&source).send().await.ok()?.text().await.ok()?;
    let slots = answer::parse(&json).ok()?.slots()?;
    let times = list.get_elements_by_class_name(TIME);
    for time in (0..times.length()).filter_map(|index| times.item(index)) {
        let id = Some(time.id());
        let slot = slots.iter().find(|slot| slot.id() == id);
        show(
            &time,
            words,
            slot.and_then(answer::Slot::free).unwrap_or(0),
            &next,
        );
    }
    Some(())
}

fn show(time: &Element, words: Left, free: u16, next: &str) {
    let (class, words) = look(words, free);
    // Names the document accepts: setting them cannot fail.
    let _ = time.set_attribute("class", class);
    let _ = if free == 0 {
        time.remove_attribute("href")
    } else {
        time.set_attribute("href", &(next.to_owned() + &time.id()))
    };
    if let Some(left) = time.last_element_child() {
        left.set_text_content(Some(&words));
    }
}
