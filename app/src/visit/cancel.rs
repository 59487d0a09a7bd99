//! `/visit/{code}/cancel`: asks once, then gives the place back.

use leptos::prelude::*;

use super::{Line, full};
use crate::{
    components::{BackLink, Button, ButtonKind, PostForm, SummaryList, SummaryRow},
    shell::{Head, PageContext, document},
    text::text,
};

/// The page that asks.
pub fn page(ctx: &PageContext, appointment: Line) -> impl IntoView + use<> {
    let words = &text(ctx.lang).visit;
    let href = format!("/visit/{}", appointment.code);
    let action = format!("{href}/cancel");
    let rows = vec![
        SummaryRow::new(words.confirm.when, full(appointment.start)),
        SummaryRow::new(words.confirm.branch, appointment.branch),
        SummaryRow::new(words.confirm.service, appointment.service),
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
        <p><a href=format!("/visit/{code}")>{words.confirm.to_appointment}</a></p>
    };
    document(ctx, Head::new(title).noindex(), body)
}
