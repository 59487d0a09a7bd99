//! `/notice/{service}` while something is open: one question, and the answers so far.

use chrono::NaiveDate;
use fund::notice::{Kind, Question};
use leptos::prelude::*;

use super::{Answered, PATH};
use crate::{
    components::{
        BackLink, Button, Choice, ErrorSummary, Keypad, Radios, SummaryList, TextField, Unverified,
    },
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{notice::Question as Words, text},
};

/// The question that waits for an answer.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Code of the service.
    pub service: String,
    /// What the service is called.
    pub title: String,
    /// Whether the centre has confirmed the flow.
    pub verified: bool,
    /// The question.
    pub question: Question,
    /// Its number on this person's way, from 1.
    pub number: usize,
    /// How many questions there can be on this way.
    pub at_most: usize,
    /// Why the answer was not understood.
    pub error: Option<String>,
    /// What was typed, when it was not understood.
    pub typed: String,
    /// The other answers, by question code, sent along with this one.
    pub kept: Vec<(String, String)>,
    /// The answers so far.
    pub given: Vec<Answered>,
    /// The question before, or the list of services.
    pub back: String,
    /// The day of asking: the latest date that makes sense, where the question has no other.
    pub today: NaiveDate,
}

/// The page of one question.
pub fn page(ctx: &PageContext, asking: Asking) -> impl IntoView + use<> {
    let words = &text(ctx.lang).notice.question;
    let code = asking.question.code.clone();
    let mut errors = FormErrors::default();
    if let Some(message) = &asking.error {
        errors.add(code.clone(), message.clone());
    }
    let head = Head::new(format!("{} - {}", asking.question.text, asking.title))
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
        <p class="progress num">{asking.title.clone()}" · "{progress}</p>
        <form method="get" action=format!("{PATH}/{}", asking.service) novalidate>
            {kept}
            {nothing_chosen}
            {field(words, &asking)}
            <Button>{words.next}</Button>
        </form>
        {answers(words, &asking.given)}
        <p>{unverified}</p>
    };
    document(ctx, head, body)
}

fn field(words: &'static Words, asking: &Asking) -> AnyView {
    let Question {
        code,
        text,
        help,
        kind,
        ..
    } = asking.question.clone();
    let (error, value) = (asking.error.clone(), asking.typed.clone());
    match kind {
        Kind::Choice { .. } | Kind::YesNo => {
            let options = asking.question.options().into_iter();
            let choices = options
                .map(|option| Choice::new(option.value, option.label))
                .collect();
            let side_by_side = matches!(kind, Kind::YesNo);
            view! { <Radios name=code legend=text choices hint=help error side_by_side heading=true/> }
                .into_any()
        }
        Kind::Number { unit, .. } => view! {
            <TextField name=code label=text value keypad=Keypad::Digits hint=help error unit maxlength=20
                heading=true/>
        }
        .into_any(),
        Kind::Money { .. } => view! {
            <TextField name=code label=text value keypad=Keypad::Amount hint=help error unit=words.yuan
                maxlength=30 heading=true/>
        }
        .into_any(),
        Kind::Date { earliest, latest } => {
            let latest = latest.unwrap_or(asking.today).to_string();
            view! {
                <TextField name=code label=text value keypad=Keypad::Date hint=help error
                    min=earliest.to_string() max=latest maxlength=20 heading=true/>
            }
            .into_any()
        }
    }
}

fn answers(words: &'static Words, given: &[Answered]) -> Option<impl IntoView + use<>> {
    let rows = super::sheet::answers(given, words.change);
    (!given.is_empty()).then(|| {
        view! {
            <h2>{words.given}</h2>
            <SummaryList rows/>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, main_of};

    fn asking(kind: Kind) -> Asking {
        Asking {
            service: "rent_withdrawal".into(),
            title: "租房提取公积金".into(),
            verified: false,
            question: Question {
                code: "married".into(),
                text: "您现在已婚吗？".into(),
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
            given: vec![Answered {
                question: "现在有下面的情况吗？".into(),
                answer: "都没有".into(),
                change: "/notice/rent_withdrawal?rental=public".into(),
            }],
            back: "/notice/rent_withdrawal".into(),
            today: date(2026, 11, 24),
        }
    }

    #[test]
    fn one_question_with_the_answers_so_far() {
        insta::assert_snapshot!(main_of(&html(|| page(&context(), asking(Kind::YesNo)))));
    }

    #[test]
    fn a_bad_answer_stays_with_what_to_correct() {
        let refused = Asking {
            error: Some("请填写 0 至 480 之间的数".into()),
            typed: "五百".into(),
            ..asking(Kind::Number {
                min: 0,
                max: 480,
                unit: "个月".into(),
            })
        };
        let html = html(|| page(&context(), refused));
        assert!(html.contains("<title>有错误："));
        insta::assert_snapshot!(main_of(&html));
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
