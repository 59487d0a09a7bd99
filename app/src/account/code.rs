//! Signing in with a one-time code: the page that asks for the number, the page that asks for the code, and, on a demonstration
//! centre, the phone on which it arrives.

use fund::records::{PaperError, PaperKind};
use leptos::prelude::*;

use crate::{
    address::with_query,
    components::{BackLink, Button, Details, EmptyState, ErrorSummary, Keypad, PostForm, TextField},
    form::FormErrors,
    shell::{Head, PageContext, RETURN_TO, document},
    text::{Lang, Worded as _, text},
    visit,
};

use super::signin::{ID_NUMBER, number_fields};

/// Where a code is asked for. Fields: those of signing in but the password.
pub const PATH: &str = "/signin/code";
/// Where a code is typed in. Fields: [`ASKED`], [`CODE`] and [`RETURN_TO`].
pub const ENTER: &str = "/signin/code/enter";
/// On a demonstration centre, the messages on everybody's phone.
pub const DEMO_MESSAGES: &str = "/demo/messages";
/// Name of the field for the number of the code that was asked for.
pub const ASKED: &str = "asked";
/// Name of the field for the code.
pub const CODE: &str = "code";
/// The service whose visit changes the phone on file.
const PHONE_CHANGE: &str = "phone_change";

/// The page that asks for the number, and leads on to this path.
pub fn address(return_to: &str) -> String {
    with_query(PATH, [(RETURN_TO, return_to)])
}

/// The page that asks for the code that was asked for under this number.
pub fn enter_address(asked: &str, return_to: &str) -> String {
    with_query(ENTER, [(ASKED, asked), (RETURN_TO, return_to)])
}

/// The form that asks for a code.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The number as it was typed.
    pub id_number: String,
    /// The paper chosen; none for an identity card.
    pub paper: Option<PaperKind>,
    /// The path to go to after signing in.
    pub return_to: String,
    /// Why no code was sent.
    pub problem: Option<AskProblem>,
}

/// Why no code was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskProblem {
    /// What was typed cannot be a number of that paper.
    IdNumber(PaperError),
    /// The next code is sent in so many seconds.
    Wait(u32),
    /// The code that was typed in before is no longer good.
    Spent,
}

impl AskProblem {
    fn message(&self, lang: Lang) -> String {
        let words = &text(lang).account.code;
        match self {
            Self::IdNumber(error) => error.worded(lang),
            Self::Wait(seconds) => (words.wait)(&text(lang).format.duration(*seconds)),
            Self::Spent => words.spent.to_owned(),
        }
    }
}

/// The page that asks for the number.
pub fn ask_page(ctx: &PageContext, form: Ask) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.code;
    let mut errors = FormErrors::default();
    if let Some(problem) = &form.problem {
        errors.add(ID_NUMBER, problem.message(ctx.lang));
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let number = number_fields(ctx.lang, form.id_number, form.paper, &errors);
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <BackLink href=super::signin::address(&form.return_to) lang=ctx.lang/>
        <h1>{words.title}</h1>
        <p class="soft">{words.intro}</p>
        <PostForm action=PATH token=ctx.form_token.clone()>
            <input type="hidden" name=RETURN_TO value=form.return_to/>
            {number}
            <Button>{words.send}</Button>
        </PostForm>
    };
    document(ctx, head, body)
}

/// The form that takes a code.
#[derive(Clone, Debug)]
pub struct Enter {
    /// The number of the code that was asked for.
    pub asked: String,
    /// The last two digits of the phone; none on a device that the person has not signed in on before.
    pub phone_end: Option<String>,
    /// The path to go to after signing in.
    pub return_to: String,
    /// Why the last try was refused.
    pub problem: Option<EnterProblem>,
}

/// Why a code was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnterProblem {
    /// Not six digits: no try is lost.
    NotSixDigits,
    /// Another code; so many tries are left.
    Wrong(u8),
}

/// The page that asks for the code.
pub fn enter_page(ctx: &PageContext, form: Enter) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.code;
    let mut errors = FormErrors::default();
    if let Some(problem) = form.problem {
        let message = match problem {
            EnterProblem::NotSixDigits => words.not_six_digits.to_owned(),
            EnterProblem::Wrong(left) => (words.wrong)(left),
        };
        errors.add(CODE, message);
    }
    let head = Head::new(words.enter).noindex().refused(!errors.is_empty());
    let again = address(&form.return_to);
    let (other_phone, how, book) = words.other_phone;
    let demo = ctx
        .demo
        .then(|| view! { <p><a href=DEMO_MESSAGES target="_blank">{words.demo}</a></p> });
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <BackLink href=again.clone() lang=ctx.lang/>
        <h1>{words.enter}</h1>
        <p>{(words.sent)(form.phone_end.as_deref())}</p>
        {demo}
        <PostForm action=ENTER token=ctx.form_token.clone()>
            <input type="hidden" name=RETURN_TO value=form.return_to/>
            <input type="hidden" name=ASKED value=form.asked/>
            <TextField
                name=CODE
                label=words.code
                hint=words.code_hint
                keypad=Keypad::Code
                maxlength=12
                error=errors.of(CODE)
            />
            <Button>{words.confirm}</Button>
        </PostForm>
        <p><a href=again>{words.again}</a></p>
        <Details summary=other_phone>
            <p>{how}</p>
            <p><a href=visit::paths::branches(PHONE_CHANGE, None)>{book}</a></p>
        </Details>
    };
    document(ctx, head, body)
}

/// A message on a phone of the demonstration.
#[derive(Clone, Debug)]
pub struct PhoneMessage {
    /// The phone.
    pub to: String,
    /// What it says, in the language of who caused it.
    pub text: String,
    /// That language, BCP 47.
    pub lang: String,
}

/// What has arrived on the phones of the demonstration, the latest first.
pub fn demo_page(ctx: &PageContext, messages: Vec<PhoneMessage>) -> impl IntoView + use<> {
    let (title, none) = text(ctx.lang).account.code.demo_messages;
    let empty = messages
        .is_empty()
        .then(|| view! { <EmptyState title=none>""</EmptyState> });
    let rows = messages
        .into_iter()
        .map(|PhoneMessage { to, text, lang }| view! { <li lang=lang><b>{to}</b><span class="block">{text}</span></li> });
    let body = view! {
        <h1>{title}</h1>
        {empty}
        <ul class="plain">{rows.collect_view()}</ul>
    };
    document(ctx, Head::new(title).noindex(), body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::in_each_language;

    #[test]
    fn a_code_is_asked_for_by_number() {
        let [chinese, english] = in_each_language(|ctx| {
            let form = Ask {
                id_number: "42120219700101".into(),
                return_to: "/account".into(),
                problem: Some(AskProblem::Wait(45)),
                ..Ask::default()
            };
            ask_page(ctx, form)
        });
        assert!(
            chinese.contains("value=\"42120219700101\"") && chinese.contains("请过 45 秒再试"),
            "{chinese}"
        );
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_code_is_asked_for_by_number_en", english);
    }

    #[test]
    fn a_wrong_code_says_how_many_tries_are_left() {
        let [chinese, english] = in_each_language(|ctx| {
            let form = Enter {
                asked: "00ff".into(),
                phone_end: Some("07".into()),
                return_to: "/account".into(),
                problem: Some(EnterProblem::Wrong(4)),
            };
            enter_page(ctx, form)
        });
        assert!(
            chinese.contains("/visit/branch?service=phone_change"),
            "{chinese}"
        );
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_wrong_code_says_how_many_tries_are_left_en", english);
    }
}
