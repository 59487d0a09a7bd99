//! `/notice/{service}` when nothing is open: the list, or why it cannot be done.

use chrono::NaiveDate;
use fund::notice::Ground;
use leptos::prelude::*;

use super::{Answered, Notice, PATH, sheet};
use crate::{
    components::{BackLink, Button, ButtonKind, LinkButton, PostForm, SummaryList, Unverified},
    shell::{Head, PageContext, document},
    text::{Text, text},
};

/// The end of a way through the questions.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Code of the service.
    pub service: String,
    /// What the service is called.
    pub title: String,
    /// Whether the centre has confirmed the flow.
    pub verified: bool,
    /// The list, or what stands in the way.
    pub verdict: Result<Notice, Vec<Ground>>,
    /// The answers, with where each can be changed.
    pub given: Vec<Answered>,
    /// The answers by question code, as the slip is asked for with them.
    pub settled: Vec<(String, String)>,
    /// The last question.
    pub back: String,
    /// Whether a visit can be booked for the service.
    pub bookable: bool,
    /// How many days a slip holds.
    pub slip_days: u16,
    /// The day of asking.
    pub today: NaiveDate,
}

/// Where a slip is asked for.
pub fn issue_path(service: &str) -> String {
    format!("{PATH}/{service}/slips")
}

/// The outcome's page.
pub fn page(ctx: &PageContext, answer: Answer) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let sheet_words = &words.notice.sheet;
    let (title, main) = match &answer.verdict {
        Ok(notice) => {
            let (bring, sign) = notice.counts();
            (
                (sheet_words.bring)(bring, sign),
                allowed(ctx, words, &answer, notice).into_any(),
            )
        }
        Err(grounds) => (
            words.notice.outcome.refused.to_owned(),
            refused(ctx, words, grounds).into_any(),
        ),
    };
    let unverified = (!answer.verified).then(|| view! { " "<Unverified lang=ctx.lang/> });
    let rows = sheet::answers(&answer.given, words.notice.question.change);
    let head = Head::new(format!("{title} - {}", answer.title)).noindex();
    let body = view! {
        <BackLink href=answer.back lang=ctx.lang/>
        <p class="soft kicker">{answer.title}{unverified}</p>
        <h1>{title}</h1>
        {main}
        <h2>{sheet_words.given}</h2>
        <SummaryList rows/>
        <p><a href=PATH>{words.notice.outcome.other}</a></p>
    };
    document(ctx, head, body)
}

fn allowed(
    ctx: &PageContext,
    words: &'static Text,
    answer: &Answer,
    notice: &Notice,
) -> impl IntoView + use<> {
    let outcome = &words.notice.outcome;
    let fields = answer
        .settled
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect_view();
    let book = answer.bookable.then(|| {
        let href = super::slip::visit_path(&answer.service, None);
        view! { <LinkButton href kind=ButtonKind::Secondary>{outcome.book}</LinkButton> }
    });
    let (action, hint) = (
        issue_path(&answer.service),
        (outcome.issue_hint)(answer.slip_days),
    );
    view! {
        {sheet::papers(&words.notice.sheet, notice)}
        <PostForm action token=ctx.form_token.clone()>
            {fields}
            <Button>{outcome.issue}</Button>
            <p class="soft">{hint}</p>
        </PostForm>
        {book}
        {sheet::promise(&words.notice.sheet, notice, words.shell.unverified, answer.today)}
    }
}

fn refused(ctx: &PageContext, words: &'static Text, grounds: &[Ground]) -> impl IntoView + use<> {
    let outcome = &words.notice.outcome;
    let rows = grounds
        .iter()
        .map(|ground| {
            let Ground {
                reason,
                instead,
                basis,
                ..
            } = ground.clone();
            view! {
                <li class="card">
                    <p><b>{reason}</b></p>
                    <p>{outcome.instead}"："{instead}</p>
                    <p class="soft">{outcome.basis}"："{basis}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="grounds" aria-label=outcome.reasons>{rows}</ul>
        <p>{(outcome.ask)(&ctx.centre.hotline)}</p>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{
        notice::slip::tests::notice,
        testing::{context, date, html, main_of},
    };

    fn answer(verdict: Result<Notice, Vec<Ground>>) -> Answer {
        Answer {
            service: "rent_withdrawal".into(),
            title: "租房提取公积金".into(),
            verified: false,
            verdict,
            given: vec![Answered {
                question: "您现在已婚吗？".into(),
                answer: "否".into(),
                change: "/notice/rent_withdrawal?rental=public".into(),
            }],
            settled: vec![("married".into(), "no".into())],
            back: "/notice/rent_withdrawal".into(),
            bookable: true,
            slip_days: 30,
            today: date(2026, 11, 24),
        }
    }

    #[test]
    fn the_list_comes_first() {
        insta::assert_snapshot!(main_of(&html(|| page(&context(), answer(Ok(notice()))))));
    }

    #[test]
    fn a_refusal_says_why_and_what_can_be_done() {
        let ground = Ground {
            code: "owns_home".into(),
            reason: "您或配偶在本市有自己的住房。".into(),
            instead: "可以申请偿还贷款提取。".into(),
            basis: "建金〔2015〕19号".into(),
        };
        let html = html(|| page(&context(), answer(Err(vec![ground]))));
        assert!(!html.contains("开具告知单"), "nothing to issue");
        insta::assert_snapshot!(main_of(&html));
    }
}
