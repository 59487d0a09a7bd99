//! The browser's part of the room: what is typed or slid is computed at once, by the functions the server uses. The address
//! follows when a field is left or a slider let go, so that it always gives what is shown.
//!
//! Without script the sliders are not shown and the form is sent. The program renders no page: it listens to the server's HTML,
//! and puts the HTML of the new answer in the place of the old one.

mod dom;
mod registry;

use std::rc::Rc;

use fund::money::Fen;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement, HtmlInputElement};

use self::{
    dom::{listen, mark_stale, replace, show_address, sliders, wake, write},
    registry::{Calculator, Fresh},
};
use crate::{
    handed,
    loan::page::frame::{BENEATH, HEAD, REST},
};

/// Follows the form of this page, if it is one of the room's.
pub fn start() {
    let Some(calculator) = calculator() else { return };
    let typing = Rc::new(calculator);
    let settling = Rc::clone(&typing);
    wake();
    listen("input", move |event| {
        if let Some(input) = input(&event) {
            follow(&typing, &input);
        }
    });
    listen("change", move |_| settle(&settling));
}

fn calculator() -> Option<Calculator> {
    let page = document().query_selector("[data-page]").ok()??;
    registry::of_page(&page.get_attribute("data-page")?, handed::found()?)
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn form() -> Option<FormData> {
    let form: HtmlFormElement = document()
        .query_selector("main form[method=get]")
        .ok()??
        .dyn_into()
        .ok()?;
    FormData::new_with_form(&form).ok()
}

/// Takes what was typed or slid, and shows what follows.
fn follow(calculator: &Calculator, input: &HtmlInputElement) {
    match input.get_attribute("data-field") {
        Some(field) if is_open_end(input) => write(&field, ""),
        Some(field) => write(&field, &input.value()),
        None => move_slider(&input.name(), &input.value()),
    }
    if let Some(fresh) = sound(calculator) {
        show_head(fresh.as_ref());
    }
}

/// Whether a slider stands at an end that means "as much as there is".
fn is_open_end(slider: &HtmlInputElement) -> bool {
    slider.has_attribute("data-open-ended") && slider.value() == slider.max()
}

/// A new answer, or the note that the old one is old: what was typed may be wrong, or is for the server to decide.
fn sound(calculator: &Calculator) -> Option<Box<dyn Fresh>> {
    let fresh = form().and_then(|form| calculator(&form));
    mark_stale(fresh.is_none());
    fresh
}

fn show_head(fresh: &dyn Fresh) {
    replace(HEAD, &fresh.head());
    replace(BENEATH, &fresh.beneath());
    fresh.move_sliders();
}

/// The slider was let go, or the field left: the rest of the answer and the address follow.
fn settle(calculator: &Calculator) {
    let Some(fresh) = sound(calculator) else { return };
    show_head(fresh.as_ref());
    replace(REST, &fresh.rest());
    show_address(&fresh.address());
}

/// Puts the field's figure under the thumb: an amount typed as 60万 too.
fn move_slider(field: &str, text: &str) {
    let Ok(figure) = Fen::parse_human(text) else {
        return;
    };
    for slider in sliders() {
        if slider.get_attribute("data-field").as_deref() == Some(field) {
            slider.set_value(&figure.to_string());
        }
    }
}
