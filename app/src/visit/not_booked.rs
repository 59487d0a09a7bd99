//! Why nothing was booked, and what can be booked instead.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::{AppointmentLine, BookingDraft, FreePlace};
use crate::{
    components::{Banner, BannerKind, LinkButton, LinkItem, LinkList, Local},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// Why a slot was not booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Others were quicker.
    Full,
    /// It has begun, or begins in fewer than so many minutes.
    TooSoon(u16),
    /// It lies more than so many days ahead.
    TooFar(u16),
    /// The person has cancelled too often lately, and can book from then on.
    CoolingDown(NaiveDateTime),
}

/// A slot that was not booked.
#[derive(Clone, Debug)]
pub struct NotBooked {
    /// What has been chosen.
    pub choice: BookingDraft,
    /// Code of the branch.
    pub branch: String,
    /// Why not.
    pub reason: Reason,
    /// What is free instead, best first.
    pub alternatives: Vec<FreePlace>,
}

/// The page about a slot that was not booked.
pub fn page(ctx: &PageContext, refused: NotBooked) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let confirm = &words.visit.confirm;
    let (title, message) = match refused.reason {
        Reason::Full => (confirm.full.0, confirm.full.1.to_owned()),
        Reason::TooSoon(minutes) => (confirm.too_soon.0, (confirm.too_soon.1)(minutes)),
        Reason::TooFar(days) => (confirm.too_far.0, (confirm.too_far.1)(days)),
        Reason::CoolingDown(from) => {
            let from = words.format.day_and_time(from);
            (confirm.cooling_down.0, (confirm.cooling_down.1)(&from))
        }
    };
    if matches!(refused.reason, Reason::CoolingDown(_)) {
        // Other times are closed to them as well.
        let body = view! { <h1>{title}</h1><p>{message}</p> }.into_any();
        return document(ctx, Head::new(title).noindex(), body);
    }
    let choice = refused.choice;
    let alternatives = if refused.alternatives.is_empty() {
        let others = choice.branches();
        view! { <p>{confirm.no_alternatives}</p><LinkButton href=others>{words.visit.day.change}</LinkButton> }
            .into_any()
    } else {
        let items = refused
            .alternatives
            .iter()
            .map(|place| item(ctx.lang, &choice, place))
            .collect();
        view! { <h2>{confirm.alternatives}</h2><LinkList items/> }.into_any()
    };
    let body = view! {
        <h1>{title}</h1>
        <p>{message}</p>
        {alternatives}
        <p><a href=choice.days(&refused.branch)>{confirm.to_days}</a></p>
    }
    .into_any();
    document(ctx, Head::new(title).noindex(), body)
}

fn item(lang: Lang, choice: &BookingDraft, place: &FreePlace) -> LinkItem {
    let words = text(lang);
    let left = words.visit.time.left.places.with([&place.free.to_string()]);
    let hint = text::Local::edition(lang, &place.branch).then(" · ").then(left);
    LinkItem::new(
        choice.confirm(&place.slot),
        words.format.day_and_time(place.start),
    )
    .hint(hint)
}

/// The page for somebody who has an appointment for this service already.
pub fn already_booked(ctx: &PageContext, appointment: AppointmentLine) -> impl IntoView + use<> {
    let words = &text(ctx.lang).visit;
    let (title, message) = words.confirm.already;
    let href = super::paths::appointment(&appointment.code);
    let when = text(ctx.lang).format.day_and_time(appointment.start);
    let about = appointment.about(ctx.lang);
    let body = view! {
        <h1>{title}</h1>
        <Banner kind=BannerKind::Caution title=when><p><Local text=about/></p></Banner>
        <p>{message}</p>
        <LinkButton href>{words.confirm.to_appointment}</LinkButton>
    };
    document(ctx, Head::new(title).noindex(), body)
}

/// The page for somebody the centre has no account of, so that nobody could check who comes.
pub fn no_account(ctx: &PageContext) -> impl IntoView + use<> {
    let (title, message) = text(ctx.lang).visit.confirm.no_account;
    let body = view! { <h1>{title}</h1><p>{message(&ctx.centre.hotline)}</p> };
    document(ctx, Head::new(title).noindex(), body)
}
