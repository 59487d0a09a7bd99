//! `/notice/{service}` when nothing is open: the list, or why it cannot be done.

use chrono::NaiveDate;
use fund::{bilingual::Bilingual, notice::RefusalReason};
use leptos::prelude::*;

use super::{ChangeableAnswer, Notice, PATH, papers};
use crate::{
    components::{BackLink, Button, ButtonKind, LinkButton, Local, PostForm, SummaryList, Unverified},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// The end of a way through the questions.
#[derive(Clone, Debug)]
pub struct FlowOutcome {
    /// Code of the service.
    pub service: String,
    /// What the service is called.
    pub title: Bilingual,
    /// Whether the centre has confirmed the flow.
    pub verified: bool,
    /// The list, or what stands in the way.
    pub verdict: Result<Notice, Vec<RefusalReason>>,
    /// The answers, with where each can be changed.
    pub given: Vec<ChangeableAnswer>,
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
pub fn page(ctx: &PageContext, answer: FlowOutcome) -> impl IntoView + use<> {
    let lang = ctx.lang;
    let words = &text(lang).notice;
    let (title, main) = match &answer.verdict {
        Ok(notice) => {
            let (bring, sign) = notice.counts();
            (
                (words.papers.bring)(bring, sign),
                allowed(ctx, &answer, notice).into_any(),
            )
        }
        Err(reasons) => (words.outcome.refused.to_owned(), refused(ctx, reasons).into_any()),
    };
    let unverified = (!answer.verified).then(|| view! { " "<Unverified lang=ctx.lang/> });
    let rows = papers::answers(lang, &answer.given);
    let service = text::Local::edition(lang, &answer.title);
    let head = Head::new(format!("{title} - {}", service.text())).noindex();
    let body = view! {
        <BackLink href=answer.back lang=ctx.lang/>
        <p class="soft kicker"><Local text=service/>{unverified}</p>
        <h1>{title}</h1>
        {main}
        <h2>{words.papers.given}</h2>
        <SummaryList rows/>
        <p><a href=PATH>{words.outcome.other}</a></p>
    };
    document(ctx, head, body)
}

fn allowed(ctx: &PageContext, answer: &FlowOutcome, notice: &Notice) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let outcome = &words.notice.outcome;
    let fields = answer
        .settled
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect_view();
    let book = answer.bookable.then(|| {
        let href = crate::visit::paths::branches(&answer.service, None);
        view! { <LinkButton href kind=ButtonKind::Secondary>{outcome.book}</LinkButton> }
    });
    let (action, hint) = (
        issue_path(&answer.service),
        (outcome.issue_hint)(answer.slip_days),
    );
    view! {
        {papers::papers(ctx.lang, notice)}
        <PostForm action token=ctx.form_token.clone()>
            {fields}
            <Button>{outcome.issue}</Button>
            <p class="soft">{hint}</p>
        </PostForm>
        {book}
        {papers::promise(ctx.lang, notice, words.shell.unverified.into(), answer.today)}
    }
}

fn refused(ctx: &PageContext, reasons: &[RefusalReason]) -> impl IntoView + use<> {
    let outcome = &text(ctx.lang).notice.outcome;
    let rows = reasons.iter().map(|reason| card(ctx.lang, reason)).collect_view();
    view! {
        <ul class="grounds" aria-label=outcome.reasons>{rows}</ul>
        <p>{(outcome.ask)(&ctx.centre.hotline)}</p>
    }
}

/// A reason, what can be done instead, and the rule behind it.
fn card(lang: Lang, reason: &RefusalReason) -> impl IntoView + use<> {
    let words = text(lang);
    let said = |of: &Bilingual| text::Local::edition(lang, of);
    let labelled = |label: &'static str, of| words.format.labelled.with_local([label.into(), said(of)]);
    let instead = labelled(words.notice.outcome.instead, &reason.instead);
    let basis = labelled(words.notice.outcome.basis, &reason.basis);
    view! {
        <li class="card">
            <p><b><Local text=said(&reason.reason)/></b></p>
            <p><Local text=instead/></p>
            <p class="soft"><Local text=basis/></p>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use fund::notice::AnswerText;

    use super::*;
    use crate::{
        notice::slip::tests::notice,
        testing::{date, in_each_language},
    };

    fn answer(verdict: Result<Notice, Vec<RefusalReason>>) -> FlowOutcome {
        let both = |zh: &str, en: &str| Bilingual::new(zh.into(), Some(en.into()));
        FlowOutcome {
            service: "rent_withdrawal".into(),
            title: both("租房提取公积金", "Withdraw to pay rent"),
            verified: false,
            verdict,
            given: vec![ChangeableAnswer {
                question: both("您现在已婚吗？", "Are you married now?"),
                answer: AnswerText::YesNo(false),
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
        let [chinese, english] = in_each_language(|ctx| page(ctx, answer(Ok(notice()))));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("the_list_en", english);
    }

    #[test]
    fn a_refusal_says_why_and_what_can_be_done() {
        let both = |zh: &str, en: &str| Bilingual::new(zh.into(), Some(en.into()));
        let reason = RefusalReason {
            code: "owns_home".into(),
            reason: both(
                "您或配偶在本市有自己的住房。",
                "You or your spouse own a home here.",
            ),
            instead: both(
                "可以申请偿还贷款提取。",
                "Apply for a withdrawal for repaying a home loan.",
            ),
            // Nobody has written its English.
            basis: "建金〔2015〕19号".into(),
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, answer(Err(vec![reason.clone()]))));
        assert!(!chinese.contains("开具告知单"), "nothing to issue");
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_refusal_en", english);
    }
}
