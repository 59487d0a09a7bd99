//! The list itself: what to bring, what not, when it is done. The same on the outcome page and on a slip.

use chrono::NaiveDate;
use fund::{
    calendar::zh_date,
    notice::{NumberedPaper, Paper},
};
use leptos::prelude::*;

use super::{Answered, Notice};
use crate::{
    components::{SummaryList, SummaryRow, Tag, TagKind},
    text::notice::Sheet as Words,
};

/// What to bring, what not, and what else to know.
pub(super) fn papers(words: &'static Words, notice: &Notice) -> impl IntoView + use<> {
    let items = notice.items.iter().map(|item| paper(words, item)).collect_view();
    let (title, help) = words.not_needed;
    let not_needed = (!notice.not_needed.is_empty()).then(|| {
        let rows = notice.not_needed.iter().map(not_needed).collect_view();
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
            .map(|note| view! { <li>{note.clone()}</li> })
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

fn paper(words: &'static Words, item: &NumberedPaper) -> impl IntoView + use<> {
    let Paper {
        name,
        originals,
        copies,
        signed_on_site,
        obtain,
        why,
        validity,
        ..
    } = item.paper.clone();
    let count = if signed_on_site {
        words.signed_on_site.to_owned()
    } else {
        (words.count)(originals, copies)
    };
    let why = (words.why)(&why, validity.as_deref());
    view! {
        <li>
            <b>{item.number}" "{name}</b>
            " "
            <span class="paper-count">{count}</span>
            <span class="soft">{obtain}</span>
            <span class="soft">{why}</span>
        </li>
    }
}

fn not_needed(paper: &Paper) -> impl IntoView + use<> {
    view! { <li><b>{paper.name.clone()}</b>" "<span class="soft">{paper.obtain.clone()}</span></li> }
}

/// When it is done and what it rests on.
pub(super) fn promise(
    words: &'static Words,
    notice: &Notice,
    unverified: &str,
    asked_on: NaiveDate,
) -> impl IntoView + use<> {
    let (promise, dates) = (&notice.promise, &notice.dates);
    let decided = (words.decided_by)(&zh_date(dates.decided), promise.decided);
    let paid = dates.paid.map(zh_date);
    let paid = (words.paid_by)(paid.as_deref(), promise.paid, promise.paid_from);
    let statutory = (words.statutory_by)(&zh_date(dates.statutory), promise.statutory);
    let channels: Vec<_> = notice.channels.iter().map(|channel| channel.label()).collect();
    let rows = vec![
        SummaryRow::new(words.window, (words.minutes_fee)(notice.minutes, &notice.fee)),
        SummaryRow::new(words.decided, view! { <b>{decided}</b> }),
        SummaryRow::new(words.paid, paid),
        SummaryRow::new(
            words.statutory,
            view! { {statutory}<span class="soft block">{promise.basis.clone()}</span> },
        ),
        SummaryRow::new(words.channels, channels.join("、")),
        SummaryRow::new(words.basis, notice.basis.join("；")),
        SummaryRow::new(words.document, source(notice, unverified)),
    ];
    let provisional = dates.provisional.then_some(words.provisional);
    view! {
        <h2>{words.promise}</h2>
        <SummaryList rows/>
        <p class="soft">{(words.assumes)(&zh_date(asked_on))}{provisional}</p>
    }
}

fn source(notice: &Notice, unverified: &str) -> impl IntoView + use<> {
    let unverified = unverified.to_owned();
    let label = (!notice.meta.verified).then(|| view! { " "<Tag kind=TagKind::Caution>{unverified}</Tag> });
    view! { {notice.meta.document.clone()}{label} }
}

/// Each answer with a link to change it.
pub(super) fn answers(given: &[Answered], change: &str) -> Vec<SummaryRow> {
    given
        .iter()
        .map(|given| {
            SummaryRow::new(given.question.clone(), given.answer.clone()).change(given.change.clone(), change)
        })
        .collect()
}
