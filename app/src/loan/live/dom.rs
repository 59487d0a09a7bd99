//! What the browser's program does to its page.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlCollection, HtmlInputElement};

use crate::loan::{answer::schedule::ROWS, page::frame::STALE};

/// The element of an id.
pub(super) fn at(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// All that are of the type asked for.
fn all<T: JsCast>(list: &HtmlCollection) -> impl Iterator<Item = T> + '_ {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}

/// The sliders of the page.
pub(super) fn sliders() -> Vec<HtmlInputElement> {
    all(&document().get_elements_by_class_name("slider")).collect()
}

/// Calls `heard` for every event of this name, as long as the page stands. Also for those that do not bubble: on their way down
/// the document hears them.
pub(super) fn listen(name: &str, heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard);
    // A name and a function: refused by no browser.
    let _ = document().add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true);
    heard.forget();
}

/// From now on the sliders move something, and a year that is opened gets its months.
pub(super) fn wake() {
    for slider in sliders() {
        slider.set_disabled(false);
    }
    listen("toggle", |event| {
        if let Some(details) = event.target().and_then(|target| target.dyn_into().ok()) {
            unfold(&details);
        }
    });
}

/// Shows or hides the note that the answer is not that of the form.
pub(super) fn mark_stale(stale: bool) {
    if let Some(note) = at(STALE) {
        let _ = if stale {
            note.remove_attribute("hidden")
        } else {
            note.set_attribute("hidden", "")
        };
    }
}

/// Writes a value into a field.
pub(super) fn write(id: &str, value: &str) {
    if let Some(field) = at(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(value);
    }
}

/// Puts new HTML in an element. What the person has opened in it stays open.
pub(super) fn replace(id: &str, html: &str) {
    let Some(element) = at(id) else { return };
    let details = || element.get_elements_by_tag_name("details");
    let open: Vec<String> = all::<Element>(&details())
        .filter(|details| details.has_attribute("open"))
        .map(|details| details.id())
        .collect();
    element.set_inner_html(html);
    for details in all::<Element>(&details()).filter(|details| open.contains(&details.id())) {
        let _ = details.set_attribute("open", "");
        unfold(&details);
    }
}

/// Gives an opened year its months.
fn unfold(details: &Element) {
    let Some(months) = details.last_element_child() else {
        return;
    };
    if let Some(rows) = months.get_attribute(ROWS) {
        months.set_inner_html(&rows);
        let _ = months.remove_attribute(ROWS);
    }
}

/// Makes an address that of the page.
pub(super) fn show_address(address: &str) {
    if let Ok(history) = window().history() {
        // Refused when it comes too often (Safari): then the next one will do.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}
