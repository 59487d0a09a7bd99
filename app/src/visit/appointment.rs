//! `/visit/{code}`: the appointment, to be shown at the branch, kept, printed, or given back.

use chrono::NaiveDateTime;
use fund::bilingual::Bilingual;
use leptos::prelude::*;

use super::{AppointmentStatus, Branch, grouped, paths};
use crate::{
    components::{
        Banner, BannerKind, LinkButton, LinkItem, LinkList, Local, PrintButton, Qr, QrMatrix, SummaryList,
        SummaryRow,
    },
    shell::{Head, PageContext, document},
    text::{self, Text, text},
};

/// An appointment as its owner sees it.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// Its code.
    pub code: String,
    /// How it stands.
    pub standing: AppointmentStatus,
    /// What is done.
    pub service: Bilingual,
    /// Code of what is done, when the portal knows what to bring.
    pub notice: Option<String>,
    /// Number of the slip it was booked with.
    pub slip: Option<String>,
    /// Where.
    pub branch: Branch,
    /// When it begins.
    pub start: NaiveDateTime,
    /// That year's holidays have not been announced: the day may turn out to be one.
    pub provisional: bool,
    /// Where another time for the same is chosen.
    pub again: String,
    /// The code as a picture; only while it can be used.
    pub qr: Option<QrMatrix>,
}

/// The page of an appointment.
pub fn page(ctx: &PageContext, appointment: Appointment) -> impl IntoView + use<> {
    let lang = ctx.lang;
    let words = &text(lang).visit;
    let own = &words.appointment;
    let when = text(lang).format.full_day_and_time(appointment.start);
    let title = match appointment.standing {
        AppointmentStatus::Booked => own.booked,
        AppointmentStatus::Past => own.past,
        AppointmentStatus::Cancelled => own.cancelled,
        AppointmentStatus::Displaced => own.displaced.0,
    };
    let is_booked = appointment.standing == AppointmentStatus::Booked;
    let warning = (appointment.standing == AppointmentStatus::Displaced).then(|| {
        let (_, message, choose) = own.displaced;
        view! {
            <Banner kind=BannerKind::Caution title=message(&when)/>
            <LinkButton href=appointment.again.clone()>{choose}</LinkButton>
        }
    });
    let provisional = (is_booked && appointment.provisional)
        .then(|| view! { <p class="soft">{words.day.unannounced_day}</p> });
    let code = is_booked.then(|| {
        view! {
            <p class="visit-code"><span class="soft">{own.code}</span>" "<b class="num">{grouped(&appointment.code)}</b></p>
            <p class="soft">{own.code_hint}</p>
        }
    });
    let qr = appointment
        .qr
        .clone()
        .map(|matrix| view! { <Qr matrix label=own.qr caption=own.qr_caption/> });
    // At the branch people ask for these in Chinese.
    let both = |key, of: &Bilingual| {
        let said = text::Local::beside_chinese(lang, of);
        SummaryRow::new(key, view! { <Local text=said/> })
    };
    let branch = &appointment.branch;
    let phone = view! { <a href=format!("tel:{}", branch.phone)>{branch.phone.clone()}</a> };
    let rows = vec![
        SummaryRow::new(words.confirm.when, view! { <b>{when}</b> }),
        both(words.confirm.branch, &branch.name),
        both(words.confirm.address, &branch.address),
        SummaryRow::new(own.phone, phone),
        both(words.confirm.service, &appointment.service),
    ];
    let bring = is_booked.then(|| bring(ctx, &appointment));
    let onward = if is_booked {
        let code = &appointment.code;
        vec![
            LinkItem::new(paths::calendar_file(code), own.calendar),
            LinkItem::new(paths::cancel(code), own.to_cancel),
        ]
    } else if appointment.standing == AppointmentStatus::Displaced {
        vec![LinkItem::new(paths::cancel(&appointment.code), own.to_cancel)]
    } else {
        vec![LinkItem::new("/visit", own.again)]
    };
    let keep = is_booked.then(|| {
        view! {
            <PrintButton>{own.print}</PrintButton>
            <p class="soft no-print">{own.keep}</p>
        }
    });
    let body = view! {
        <h1>{title}</h1>
        {warning}
        {code}
        <SummaryList rows/>
        {provisional}
        {qr}
        {bring}
        <div class="no-print"><LinkList items=onward/></div>
        {keep}
    };
    let head = Head::new(title).noindex();
    document(ctx, if is_booked { head.print() } else { head }, body)
}

fn bring(ctx: &PageContext, appointment: &Appointment) -> impl IntoView + use<> {
    let words: &Text = text(ctx.lang);
    let own = &words.visit.appointment;
    let what = match (&appointment.slip, &appointment.notice) {
        (Some(number), _) => Ok((format!("/notice/slip/{number}"), (own.to_slip)(number))),
        (None, Some(service)) => Ok((format!("/notice/{service}"), own.to_notice.to_owned())),
        (None, None) => Err((own.ask)(&ctx.centre.hotline)),
    };
    let what = match what {
        Ok((href, title)) => view! { <a href=href>{title}</a> }.into_any(),
        Err(ask) => ask.into_any(),
    };
    view! { <h2>{own.bring}</h2><p>{what}</p> }
}
