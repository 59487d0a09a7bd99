//! `/visit/{code}/cancel`: asks once, then gives the place back.

use leptos::prelude::*;

use super::AppointmentLine;
use crate::{
    components::{BackLink, Button, ButtonKind, Local, PostForm, SummaryList, SummaryRow},
    shell::{Head, PageContext, document},
    text::{self, text},
};

/// The page that asks.
pub fn page(ctx: &PageContext, appointment: AppointmentLine) -> impl IntoView + use<> {
    let words = &text(ctx.lang).visit;
    let href = super::paths::appointment(&appointment.code);
    let action = format!("{href}/cancel");
    let when = text(ctx.lang).format.full_day_and_time(appointment.start);
    let [branch, service] =
        [&appointment.branch, &appointment.service].map(|of| text::Local::edition(ctx.lang, of));
    let rows = vec![
        SummaryRow::new(words.confirm.when, when),
        SummaryRow::new(words.confirm.branch, view! { <Local text=branch/> }),
        SummaryRow::new(words.confirm.service, view! { <Local text=service/> }),
    ];
    let body = view! {
        <BackLink href=href.clone() lang=ctx.lang/>
        <h1>{words.cancel.title}</h1>
        <SummaryList rows/>
        <p>{words.cancel.meaning}</p>
        <PostForm action token=ctx.form_token.clone()>
            <Button kind=ButtonKind::Warning>{words.cancel.cancel}</Button>
        </PostForm>
        <p><a href=href>{words.cancel.keep}</a></p>
    };
    document(ctx, Head::new(words.cancel.title).noindex(), body)
}

/// The page for an appointment whose time has come.
pub fn too_late(ctx: &PageContext, code: String) -> impl IntoView + use<> {
    let words = &text(ctx.lang).visit;
    let (title, message) = words.cancel.too_late;
    let body = view! {
        <h1>{title}</h1>
        <p>{message(&ctx.centre.hotline)}</p>
        <p><a href=super::paths::appointment(&code)>{words.confirm.to_appointment}</a></p>
    };
    document(ctx, Head::new(title).noindex(), body)
}
