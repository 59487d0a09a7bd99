//! `/notice/{service}` while something is open: one question, and the answers so far.

use chrono::NaiveDate;
use fund::{
    bilingual::Bilingual,
    notice::{AnswerError, Kind, Question},
};
use leptos::prelude::*;

use super::{ChangeableAnswer, PATH};
use crate::{
    components::{
        BackLink, Button, Choice, ErrorSummary, Keypad, Local, Radios, SummaryList, TextField, Unverified,
    },
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{self, Lang, Worded as _, text},
};

/// The question that waits for an answer.
#[derive(Clone, Debug)]
pub struct OpenQuestion {
    /// Code of the service.
    pub service: String,
    /// What the service is called.
    pub title: Bilingual,
    /// Whether the centre has confirmed the flow.
    pub verified: bool,
    /// The question.
    pub question: Question,
    /// Its number on this person's way, from 1.
    pub number: usize,
    /// How many questions there can be on this way.
    pub at_most: usize,
    /// Why the answer was not understood.
    pub error: Option<AnswerError>,
    /// What was typed, when it was not understood.
    pub typed: String,
    /// The other answers, by question code, sent along with this one.
    pub kept: Vec<(String, String)>,
    /// The answers so far.
    pub given: Vec<ChangeableAnswer>,
    /// The question before, or the list of services.
    pub back: String,
    /// The day of asking: the latest date that makes sense, where the question has no other.
    pub today: NaiveDate,
}

/// The page of one question.
pub fn page(ctx: &PageContext, asking: OpenQuestion) -> impl IntoView + use<> {
    let lang = ctx.lang;
    let words = &text(lang).notice.question;
    let said = |of: &Bilingual| text::Local::edition(lang, of);
    let code = asking.question.code.clone();
    let mut errors = FormErrors::default();
    if let Some(error) = &asking.error {
        errors.add(code.clone(), error.worded(lang));
    }
    let title = said(&asking.title);
    let head = Head::new(format!(
        "{} - {}",
        said(&asking.question.text).text(),
        title.text()
    ))
    .noindex()
    .refused(!errors.is_empty());
    let kept = asking
        .kept
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect_view();
    // Without a choice a browser sends nothing for radios; of a name sent twice the last counts.
    let nothing_chosen = view! { <input type="hidden" name=code value=""/> };
    let progress = (words.progress)(asking.number, asking.at_most);
    let unverified = (!asking.verified).then(|| view! { " "<Unverified lang=ctx.lang/> });
    let body = view! {
        <BackLink href=asking.back.clone() lang=ctx.lang/>
        <ErrorSummary errors lang=ctx.lang/>
        <p class="progress num"><Local text=title/>" · "{progress}</p>
        <form method="get" action=format!("{PATH}/{}", asking.service) novalidate>
            {kept}
            {nothing_chosen}
            {field(lang, &asking)}
            <Button>{words.next}</Button>
        </form>
        {answers(lang, &asking.given)}
        <p>{unverified}</p>
    };
    document(ctx, head, body)
}

fn field(lang: Lang, asking: &OpenQuestion) -> AnyView {
    let Question {
        code,
        text: question,
        help,
        kind,
        ..
    } = asking.question.clone();
    let said = |of: &Bilingual| text::Local::edition(lang, of);
    let (label, hint) = (said(&question), help.as_ref().map(said));
    let error = asking.error.as_ref().map(|error| error.worded(lang));
    let value = asking.typed.clone();
    match kind {
        Kind::Choice { .. } | Kind::YesNo => {
            let options = asking.question.options().into_iter();
            let choices = options
                .map(|option| Choice::new(option.value, text::notice::answer(lang, &option.label)))
                .collect();
            let side_by_side = matches!(kind, Kind::YesNo);
            view! { <Radios name=code legend=label choices hint error side_by_side heading=true/> }
                .into_any()
        }
        Kind::Number { unit, .. } => view! {
            <TextField name=code label value keypad=Keypad::Digits hint error unit=said(&unit.name()) maxlength=20
                heading=true/>
        }
        .into_any(),
        Kind::Money { .. } => view! {
            <TextField name=code label value keypad=Keypad::Amount hint error unit=text(lang).format.yuan_unit
                maxlength=30 heading=true/>
        }
        .into_any(),
        Kind::Date { earliest, latest } => {
            let latest = latest.unwrap_or(asking.today).to_string();
            view! {
                <TextField name=code label value keypad=Keypad::Date hint error
                    min=earliest.to_string() max=latest maxlength=20 heading=true/>
            }
            .into_any()
        }
    }
}

fn answers(lang: Lang, given: &[ChangeableAnswer]) -> Option<impl IntoView + use<>> {
    let rows = super::papers::answers(lang, given);
    (!given.is_empty()).then(|| {
        view! {
            <h2>{text(lang).notice.question.given}</h2>
            <SummaryList rows/>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use fund::{bilingual::Unit, notice::AnswerText};

    use super::*;
    use crate::testing::{context, date, html, in_each_language};

    fn both(zh: &str, en: &str) -> Bilingual {
        Bilingual::new(zh.into(), Some(en.into()))
    }

    fn asking(kind: Kind) -> OpenQuestion {
        OpenQuestion {
            service: "rent_withdrawal".into(),
            title: both("租房提取公积金", "Withdraw to pay rent"),
            verified: false,
            question: Question {
                code: "married".into(),
                text: both("您现在已婚吗？", "Are you married now?"),
                // Nobody has written its English.
                help: Some("以民政部门的登记为准。".into()),
                kind,
                ask_if: None,
            },
            number: 2,
            at_most: 9,
            error: None,
            typed: String::new(),
            kept: vec![
                ("obstacle".into(), "none".into()),
                ("rental".into(), "public".into()),
            ],
            given: vec![ChangeableAnswer {
                question: both("现在有下面的情况吗？", "Does one of these apply now?"),
                answer: AnswerText::Words(both("都没有", "None of them")),
                change: "/notice/rent_withdrawal?rental=public".into(),
            }],
            back: "/notice/rent_withdrawal".into(),
            today: date(2026, 11, 24),
        }
    }

    #[test]
    fn one_question_with_the_answers_so_far() {
        let [chinese, english] = in_each_language(|ctx| page(ctx, asking(Kind::YesNo)));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("one_question_en", english);
    }

    #[test]
    fn a_bad_answer_stays_with_what_to_correct() {
        let refused = OpenQuestion {
            error: Some(AnswerError::NumberOutOfBounds { min: 0, max: 480 }),
            typed: "500".into(),
            ..asking(Kind::Number {
                min: 0,
                max: 480,
                unit: Unit {
                    zh: "个月".into(),
                    en: Some(["month".into(), "months".into()]),
                },
            })
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, refused.clone()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_bad_answer_en", english);
        assert!(html(|| page(&context(), refused)).contains("<title>有错误："));
    }

    #[test]
    fn a_day_is_at_most_the_day_of_asking() {
        let kind = Kind::Date {
            earliest: date(1999, 4, 3),
            latest: None,
        };
        let html = html(|| page(&context(), asking(kind)));
        assert!(html.contains(r#"min="1999-04-03""#) && html.contains(r#"max="2026-11-24""#));
    }
}
