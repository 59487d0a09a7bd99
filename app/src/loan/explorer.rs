//! The island of the estimate: amount and term by slider. Every figure follows at once, computed in the browser by the
//! functions the server uses; the address follows when the slider is let go, so that it always gives what is shown.
//!
//! Without script the sliders are not shown and the two fields above them are sent with the form.
//!
//! The island listens and writes texts into their places; it renders nothing itself and takes no props. Both are for the
//! phone's sake: views that are diffed and props in JSON made it twice as heavy.

#![allow(
    missing_docs,
    reason = "`#[island]` writes an undocumented twin of each island"
)]

use leptos::prelude::*;

/// Listens to the two fields and their sliders, its children.
#[island]
pub fn Explorer(
    /// The fields, with the sliders.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        let explorer = live::Explorer::find().map(StoredValue::new);
        Effect::new(live::wake);
        view! {
            <div
                on:input=move |event| {
                    let field = event_target(&event);
                    explorer.inspect(|it| it.update_value(|it| it.follow(&field)));
                }
                on:change=move |_| {
                    explorer.inspect(|it| it.update_value(live::Explorer::settle));
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
mod live {
    use fund::{money::Fen, months::Months, quota::LimitCode};
    use leptos::prelude::*;
    use web_sys::HtmlInputElement;

    use crate::{
        loan::{
            answer::{Place, step_id},
            chart::{INTEREST_ID, PRINCIPAL_ID},
            dom::{self, at, write},
            form::Field,
            live::STALE,
            number::{Unit, whole},
            sheet::FormField,
            start::{AMOUNT_SLIDER, START, Start, YEARS_SLIDER},
            table,
        },
        text::loan::{Answer as Words, RESULT_ZH_CN, SCHEDULE_ZH_CN},
    };

    const WORDS: &Words = &RESULT_ZH_CN;

    /// Attribute of the note once the rest of the form was touched: from then on it stays.
    const TOUCHED: &str = "data-touched";

    /// The estimate as it stands in the browser.
    pub(super) struct Explorer {
        start: Start,
        /// The wish that address and table show.
        settled: Start,
    }

    /// From now on the sliders move something.
    pub(super) fn wake() {
        dom::wake();
        // The rest of the form is the server's to answer: once it is touched, the figures are those of the form as it was.
        let _ = window_event_listener_untyped("input", |event| {
            let own = [
                Field::Amount.name(),
                Field::Years.name(),
                AMOUNT_SLIDER,
                YEARS_SLIDER,
            ];
            let field = event_target::<HtmlInputElement>(&event);
            if let Some(note) = at(STALE)
                && !own.contains(&field.id().as_str())
            {
                let _ = note.set_attribute(TOUCHED, "");
                dom::mark_stale(true);
            }
        });
    }

    impl Explorer {
        /// What the server left on the page.
        pub(super) fn find() -> Option<Self> {
            let start: Start = at(START)?.get_attribute("value")?.parse().ok()?;
            Some(Self {
                settled: start.clone(),
                start,
            })
        }

        /// Takes what was typed or slid, and shows what follows.
        pub(super) fn follow(&mut self, field: &HtmlInputElement) {
            let sound = self.take(field);
            let touched = at(STALE).is_some_and(|note| note.has_attribute(TOUCHED));
            dom::mark_stale(!sound || touched);
            if sound {
                self.show();
            }
        }

        /// Whether what was typed is a wish; what is half typed or wrong the server will judge.
        fn take(&mut self, field: &HtmlInputElement) -> bool {
            let (id, value) = (field.id(), field.value());
            if id == AMOUNT_SLIDER {
                // At its end the slider means "as much as I can get", whatever the term makes of that.
                let quota = self.start.shown().reached.quota;
                let amount = Fen::parse_yuan(&value).ok().filter(|amount| *amount < quota);
                self.start.wish.amount = amount;
                write(Field::Amount.name(), &amount.map(plain).unwrap_or_default());
            } else if id == YEARS_SLIDER {
                self.ask(&value);
                write(Field::Years.name(), &value);
            } else if id == Field::Amount.name() {
                match Fen::parse_human(&value) {
                    Ok(amount) if amount > Fen::ZERO => self.start.wish.amount = Some(amount),
                    _ if value.trim().is_empty() => self.start.wish.amount = None,
                    _ => return false,
                }
            } else {
                return self.ask(&value);
            }
            true
        }

        fn ask(&mut self, years: &str) -> bool {
            let months = whole(years, &Unit::YEARS).and_then(|years| Months::new(u32::from(years) * 12).ok());
            if let Some(months) = months {
                self.start.wish.asked = months;
            }
            months.is_some()
        }

        /// Writes every figure into its place.
        fn show(&self) {
            let shown = self.start.shown();
            for place in Place::ALL {
                if let Some(element) = at(place.id()) {
                    element.set_text_content(Some(&shown.text(place, WORDS)));
                }
            }
            for limit in LimitCode::ALL {
                set(&step_id(*limit), "class", shown.class_of(*limit));
            }
            let (principal, interest) = shown.columns();
            set(PRINCIPAL_ID, "d", &principal);
            set(INTEREST_ID, "d", &interest);
            for slider in shown.sliders(WORDS) {
                // The end before the value, which the browser keeps below it.
                set(slider.id, "max", &slider.max);
                set(slider.id, "aria-valuetext", &slider.words);
                write(slider.id, &slider.value);
            }
        }

        /// The slider was let go: the table and the address follow.
        pub(super) fn settle(&mut self) {
            let wish = self.start.wish;
            if self.settled.wish == wish {
                return;
            }
            self.settled.wish = wish;
            dom::replace(
                table::ID,
                &table::years(&self.start.shown().schedule, &SCHEDULE_ZH_CN),
            );
            let amount = wish.amount.map(plain).unwrap_or_default();
            let address = &self.start.address;
            let address = format!("{address}amount={amount}&years={}", wish.asked.get() / 12);
            dom::show_address(&address);
        }
    }

    fn set(id: &str, name: &str, value: &str) {
        if let Some(element) = at(id) {
            // The names are ours and sound.
            let _ = element.set_attribute(name, value);
        }
    }

    /// An amount as it stands in the field and in the address: `450000`, without the places of a whole yuan.
    fn plain(amount: Fen) -> String {
        let text = amount.to_string();
        text.strip_suffix(".00").unwrap_or(&text).to_owned()
    }
}
