//! `/notice/verify`: whether a slip is genuine, and until when it holds; nothing of what it says.

use chrono::NaiveDate;
use fund::bilingual::Bilingual;
use leptos::prelude::*;

use super::PATH;
use crate::{
    address::with_query,
    components::{
        BackLink, Banner, BannerKind, Button, ErrorSummary, Local, SummaryList, SummaryRow, TextField,
    },
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// The field of the number, in the form and in the address.
pub const NUMBER: &str = "number";

/// What is known of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was asked yet.
    NotAsked,
    /// The form was sent empty.
    Missing,
    /// That cannot be a number.
    Malformed,
    /// No slip has this number.
    Unknown,
    /// It is genuine.
    Genuine {
        /// What the service is called.
        service: Bilingual,
        /// The day of issue.
        issued_on: NaiveDate,
        /// The last day it holds.
        expires_on: NaiveDate,
        /// Whether that day is over.
        expired: bool,
    },
}

/// Where a slip's code leads, after the portal's own address.
pub fn path(number: &str) -> String {
    with_query(&format!("{PATH}/verify"), [(NUMBER, number)])
}

/// The page, with what was typed and what is known of it.
pub fn page(ctx: &PageContext, typed: String, verdict: Verdict) -> impl IntoView + use<> {
    let words = &text(ctx.lang).notice.verify;
    let mut errors = FormErrors::default();
    match &verdict {
        Verdict::Missing => errors.add(NUMBER, words.missing),
        Verdict::Malformed => errors.add(NUMBER, words.malformed),
        Verdict::Unknown => errors.add(NUMBER, words.unknown),
        Verdict::NotAsked | Verdict::Genuine { .. } => {}
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let body = view! {
        <BackLink href=PATH lang=ctx.lang/>
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.title}</h1>
        {genuine(ctx.lang, verdict, ctx.centre.named(ctx.lang))}
        <p>{words.intro}</p>
        <form method="get" action=format!("{PATH}/verify") novalidate>
            <TextField name=NUMBER label=words.number hint=words.number_hint value=typed maxlength=60
                error=errors.of(NUMBER)/>
            <Button>{words.ask}</Button>
        </form>
    };
    document(ctx, head, body)
}

fn genuine(lang: Lang, verdict: Verdict, centre: text::Local) -> Option<impl IntoView + use<>> {
    let Verdict::Genuine {
        service,
        issued_on,
        expires_on,
        expired,
    } = verdict
    else {
        return None;
    };
    let format = &text(lang).format;
    let words = &text(lang).notice.verify;
    let service = text::Local::beside_chinese(lang, &service);
    let (kind, title) = if expired {
        (BannerKind::Caution, words.expired)
    } else {
        (BannerKind::Done, words.valid)
    };
    let rows = vec![
        SummaryRow::new(words.service, view! { <Local text=service/> }),
        SummaryRow::new(words.issued, format.date(issued_on)),
        SummaryRow::new(words.expires, format.date(expires_on)),
        SummaryRow::new(words.issuer, view! { <Local text=centre/> }),
    ];
    Some(view! {
        <Banner kind title=title/>
        <SummaryList rows/>
        <p class="soft">{words.privacy}</p>
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, in_each_language};

    #[test]
    fn a_genuine_slip_is_confirmed() {
        let verdict = Verdict::Genuine {
            service: Bilingual::new("租房提取公积金".into(), Some("Withdraw to pay rent".into())),
            issued_on: date(2026, 11, 24),
            expires_on: date(2026, 12, 24),
            expired: false,
        };
        let [chinese, english] =
            in_each_language(|ctx| page(ctx, "XN-2026-000001-K7".into(), verdict.clone()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_genuine_slip_en", english);
    }

    #[test]
    fn every_other_answer_says_what_to_do() {
        for (verdict, message) in [
            (Verdict::Missing, "请填写编号"),
            (Verdict::Malformed, "不是告知单的编号"),
            (Verdict::Unknown, "没有开过"),
        ] {
            in_each_language(|ctx| page(ctx, "x".into(), verdict.clone()));
            assert!(html(|| page(&context(), "x".into(), verdict)).contains(message));
        }
    }
}
