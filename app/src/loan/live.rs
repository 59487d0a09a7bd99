//! The island of the calculators: what is typed or slid is computed at once, in the browser, by the functions the server
//! uses. The address follows when a field is left or a slider let go, so that it always gives what is shown.
//!
//! Without script the sliders are not shown and the form is sent. The island takes no props and renders nothing: it
//! listens to the server's HTML, and puts the HTML of the new answer in the place of the old one.

#![allow(
    missing_docs,
    reason = "`#[island]` writes an undocumented twin of each island"
)]

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use super::dom;
use crate::text::loan::RESULT_ZH_CN;

/// Id of what an answer begins with: it follows every move.
pub(super) const HEAD: &str = "answer";
/// Id of the rest: it follows when the slider is let go.
const REST: &str = "answer-rest";

/// Id of the note that the answer does not belong to the form any more.
pub(super) const STALE: &str = "stale";

/// That note, hidden until an island finds that it cannot follow what was typed.
pub(super) fn stale_note() -> impl IntoView {
    view! { <p id=STALE class="stale" role="status" hidden>{RESULT_ZH_CN.stale}</p> }
}

/// An answer as HTML, in two parts: what must follow a slider at once, and what can wait until it is let go.
pub(super) trait Answer {
    /// The figures that matter, and the chart.
    fn head(&self) -> String;
    /// Tables and everything else that is folded away.
    fn rest(&self) -> String;
}

/// An answer on its page, and the form beneath it. `path` tells the island which page this is.
pub(super) fn answered<Form: IntoView + 'static>(
    path: &'static str,
    answer: Option<&dyn Answer>,
    form: Form,
) -> impl IntoView + use<Form> {
    match answer {
        None => form.into_any(),
        Some(answer) => {
            let (head, rest) = (answer.head(), answer.rest());
            view! {
                <Live>
                    <section class="card" data-page=path>
                        {stale_note()}
                        <div id=HEAD inner_html=head></div>
                        <div id=REST inner_html=rest></div>
                    </section>
                    {form}
                </Live>
            }
            .into_any()
        }
    }
}

/// Listens to the form, its child.
#[island]
fn Live(
    /// The answer and the form.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        Effect::new(dom::wake);
        view! {
            <div
                on:input=move |event| {
                    browser::follow(&event_target(&event));
                }
                on:change=move |_| {
                    browser::settle();
                }
            >
                {children()}
            </div>
        }
    }
    #[cfg(not(feature = "hydrate"))]
    view! { <div>{children()}</div> }
}

/// The part that only a browser runs.
#[cfg(feature = "hydrate")]
mod browser {
    use fund::money::Fen;
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{FormData, HtmlFormElement, HtmlInputElement};

    use super::{Answer, HEAD, REST};
    use crate::loan::{
        afford, compare,
        dom::{mark_stale, replace, show_address, sliders, write},
        prepayment, repayment,
        sheet::{FormField, Typed},
    };

    /// Where a page's form leads, and what it gives.
    struct Fresh {
        answer: Box<dyn Answer>,
        address: String,
    }

    /// What the form of the page gives as it stands; nothing while something is half typed or wrong, which the server will
    /// say.
    fn fresh() -> Option<Fresh> {
        let page = document()
            .query_selector("[data-page]")
            .ok()??
            .get_attribute("data-page")?;
        let form = form()?;
        match page.as_str() {
            prepayment::PATH => computed(&form, prepayment::PATH, prepayment::answer),
            repayment::PATH => computed(&form, repayment::PATH, repayment::answer),
            afford::PATH => computed(&form, afford::PATH, afford::answer),
            compare::PATH => computed(&form, compare::PATH, compare::answer),
            _ => None,
        }
    }

    fn computed<F: FormField, A: Answer + 'static>(
        form: &FormData,
        path: &str,
        answer: impl Fn(&Typed<F>) -> Option<A>,
    ) -> Option<Fresh> {
        let typed = Typed::blank().sent(|name| form.get(name).as_string());
        Some(Fresh {
            answer: Box::new(answer(&typed)?),
            address: typed.address(path),
        })
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
    pub(super) fn follow(input: &HtmlInputElement) {
        match input.get_attribute("data-field") {
            Some(field) => write(&field, &input.value()),
            None => move_slider(&input.name(), &input.value()),
        }
        if let Some(fresh) = sound() {
            replace(HEAD, &fresh.answer.head());
        }
    }

    /// A new answer, or the note that the old one is old: what was typed may be wrong, or is for the server to decide.
    fn sound() -> Option<Fresh> {
        let fresh = fresh();
        mark_stale(fresh.is_none());
        fresh
    }

    /// The slider was let go, or the field left: the rest of the answer and the address follow.
    pub(super) fn settle() {
        let Some(fresh) = sound() else { return };
        replace(HEAD, &fresh.answer.head());
        replace(REST, &fresh.answer.rest());
        show_address(&fresh.address);
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
}
