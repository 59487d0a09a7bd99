//! The list itself: what to bring, what not, when it is done. The same on the outcome page and on a slip.

use chrono::NaiveDate;
use fund::{
    bilingual::Bilingual,
    notice::{NumberedPaper, Paper},
};
use leptos::prelude::*;

use super::{ChangeableAnswer, Notice};
use crate::{
    components::{Local, SummaryList, SummaryRow, Tag, TagKind},
    text::{self, Lang, Worded as _, text},
};

/// What to bring, what not, and what else to know.
pub(super) fn papers(lang: Lang, notice: &Notice) -> impl IntoView + use<> {
    let words = &text(lang).notice.papers;
    let items = notice.items.iter().map(|item| paper(lang, item)).collect_view();
    let (title, help) = words.not_needed;
    let not_needed = (!notice.not_needed.is_empty()).then(|| {
        let rows = notice
            .not_needed
            .iter()
            .map(|paper| not_needed(lang, paper))
            .collect_view();
        view! {
            <h2>{title}</h2>
            <p class="soft">{help}</p>
            <ul class="not-needed">{rows}</ul>
        }
    });
    let notes = (!notice.notes.is_empty()).then(|| {
        let rows = notice
            .notes
            .iter()
            .map(|note| view! { <li><Local text=text::Local::edition(lang, note)/></li> })
            .collect_view();
        view! {
            <h2>{words.notes}</h2>
            <ul>{rows}</ul>
        }
    });
    view! {
        <ol class="papers" aria-label=words.items>{items}</ol>
        {not_needed}
        {notes}
    }
}

fn paper(lang: Lang, item: &NumberedPaper) -> impl IntoView + use<> {
    let words = &text(lang).notice.papers;
    let Paper {
        name,
        originals,
        copies,
        signed_on_site,
        obtain,
        why,
        validity,
        ..
    } = &item.paper;
    let count = if *signed_on_site {
        words.signed_on_site.to_owned()
    } else {
        (words.count)(*originals, *copies)
    };
    // Who takes the papers at the window reads their names.
    let name = text::Local::beside_chinese(lang, name);
    let said = |of: &Bilingual| text::Local::edition(lang, of);
    let why = match validity {
        Some(validity) => words.why_and_validity.with_local([said(why), said(validity)]),
        None => words.why.with_local([said(why)]),
    };
    view! {
        <li>
            <b>{item.number}" "<Local text=name/></b>
            " "
            <span class="paper-count">{count}</span>
            <span class="soft"><Local text=said(obtain)/></span>
            <span class="soft"><Local text=why/></span>
        </li>
    }
}

fn not_needed(lang: Lang, paper: &Paper) -> impl IntoView + use<> {
    let name = text::Local::beside_chinese(lang, &paper.name);
    let obtain = text::Local::edition(lang, &paper.obtain);
    view! { <li><b><Local text=name/></b>" "<span class="soft"><Local text=obtain/></span></li> }
}

/// When it is done and what it rests on.
pub(super) fn promise(
    lang: Lang,
    notice: &Notice,
    unverified: text::Local,
    asked_on: NaiveDate,
) -> impl IntoView + use<> {
    let format = &text(lang).format;
    let words = &text(lang).notice.papers;
    let said = |of: &Bilingual| text::Local::edition(lang, of);
    let (promise, dates) = (&notice.promise, &notice.dates);
    let decided = (words.decided_by)(&format.full_day(dates.decided), promise.decided);
    let paid = dates.paid.map(|day| format.full_day(day));
    let paid = (words.paid_by)(paid.as_deref(), promise.paid, promise.paid_from);
    let statutory = (words.statutory_by)(&format.full_day(dates.statutory), promise.statutory);
    let channels: Vec<_> = notice
        .channels
        .iter()
        .map(|channel| channel.worded(lang))
        .collect();
    let minutes = format.minutes.of(notice.minutes);
    let minutes_fee = words.minutes_fee.with_local([minutes.into(), said(&notice.fee)]);
    let basis = notice.basis.iter().map(said);
    let basis = basis
        .reduce(|all, next| all.then(format.between_clauses).then(next))
        .unwrap_or_default();
    let rows = vec![
        SummaryRow::new(words.window, view! { <Local text=minutes_fee/> }),
        SummaryRow::new(words.decided, view! { <b>{decided}</b> }),
        SummaryRow::new(words.paid, paid),
        SummaryRow::new(
            words.statutory,
            view! { {statutory}<span class="soft block"><Local text=said(&promise.basis)/></span> },
        ),
        SummaryRow::new(words.channels, format.list(&channels)),
        SummaryRow::new(words.basis, view! { <Local text=basis/> }),
        SummaryRow::new(words.document, source(lang, notice, unverified)),
    ];
    let provisional = dates.provisional.then_some(words.provisional);
    view! {
        <h2>{words.promise}</h2>
        <SummaryList rows/>
        <p class="soft">{(words.assumes)(&format.full_day(asked_on))}{provisional}</p>
    }
}

fn source(lang: Lang, notice: &Notice, unverified: text::Local) -> impl IntoView + use<> {
    let document = text::Local::edition(lang, &notice.meta.document);
    let label = (!notice.meta.verified)
        .then(|| view! { " "<Tag kind=TagKind::Caution><Local text=unverified/></Tag> });
    view! { <Local text=document/>{label} }
}

/// Each answer with a link to change it.
pub(super) fn answers(lang: Lang, given: &[ChangeableAnswer]) -> Vec<SummaryRow> {
    let change = text(lang).notice.question.change;
    let row = |given: &ChangeableAnswer| {
        let question = text::Local::edition(lang, &given.question);
        let answer = text::notice::answer(lang, &given.answer);
        SummaryRow::new(question, view! { <Local text=answer/> }).change(given.change.clone(), change)
    };
    given.iter().map(row).collect()
}
