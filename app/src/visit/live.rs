//! The island of the time page: asks now and then what is left, so that a time that has just been taken turns grey.
//!
//! Without script the list stands as the server made it, and a time that is gone is refused when it is booked. The list
//! is the server's HTML in either case: the island takes no props, renders nothing, and changes attributes and words in
//! place. The browser itself reads the answer's JSON. Props, views and serde would cost six times as much to download.

#![allow(
    missing_docs,
    reason = "`#[island]` writes an undocumented twin of each island"
)]

use leptos::prelude::*;

/// Keeps the times within the element [`LIST`](super::time::LIST) up to date.
#[island]
pub(super) fn LiveTimes() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    fresh::keep();
}

#[cfg(feature = "hydrate")]
mod fresh {
    use std::time::Duration;

    use gloo_net::http::Request;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::web_sys::Element;

    use super::super::time::{LIST, TIME, look};

    /// How often to ask while the page is seen.
    const EVERY: Duration = Duration::from_secs(20);

    /// The answer, as the browser read it.
    #[allow(unsafe_code, reason = "the wasm-bindgen macro generates the calls")]
    mod answer {
        use wasm_bindgen::prelude::*;

        #[wasm_bindgen]
        extern "C" {
            pub(super) type Answer;
            pub(super) type Left;

            #[wasm_bindgen(catch, js_namespace = JSON)]
            pub(super) fn parse(json: &str) -> Result<Answer, JsValue>;

            #[wasm_bindgen(method, getter)]
            pub(super) fn slots(this: &Answer) -> Option<Vec<Left>>;

            #[wasm_bindgen(method, getter)]
            pub(super) fn id(this: &Left) -> Option<String>;

            #[wasm_bindgen(method, getter)]
            pub(super) fn free(this: &Left) -> Option<u16>;
        }
    }

    /// Keeps the times as the server has them: every twenty seconds while the page is seen, and when it is seen again.
    /// Both go on as long as the page: there is nothing to stop.
    pub(super) fn keep() {
        let ask = || {
            if !document().hidden() {
                spawn_local(async {
                    // Without an answer (the connection is gone) the list stays as it is.
                    let _ = refresh().await;
                });
            }
        };
        set_interval(ask, EVERY);
        let _ = window_event_listener_untyped("visibilitychange", move |_| ask());
    }

    /// Asks, and shows the answer. A time that is no longer offered has nothing left.
    async fn refresh() -> Option<()> {
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
            let left = slots.iter().find(|left| left.id() == id);
            show(&time, left.and_then(answer::Left::free).unwrap_or(0), &next);
        }
        Some(())
    }

    fn show(time: &Element, free: u16, next: &str) {
        let (class, words) = look(free);
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
}
