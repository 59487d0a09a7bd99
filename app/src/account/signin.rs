//! The sign-in page.

use leptos::prelude::*;

use crate::{
    components::{Button, Choice, Details, ErrorSummary, Keypad, PostForm, Select, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{account::SignIn as Words, format, text},
};

/// Where the form is sent. Fields: [`ID_NUMBER`], [`PASSWORD`] and [`RETURN_TO`].
pub const ACTION: &str = "/signin";
/// Name of the field for the ID number.
pub const ID_NUMBER: &str = "id_number";
/// Name of the field for the kind of paper; an identity card when it is not sent.
pub const PAPER: &str = "paper";
/// Name of the field for the password.
pub const PASSWORD: &str = "password";
/// Name of the hidden field with the path to go to after signing in.
pub const RETURN_TO: &str = "return_to";

/// The sign-in form as it is shown. The password is never part of it.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// The number as it was typed.
    pub id_number: String,
    /// Name of the paper chosen; empty for an identity card.
    pub paper: String,
    /// The papers there are, an identity card first: names in the form, and what people call them.
    pub papers: Vec<(&'static str, &'static str)>,
    /// The path to go to after signing in.
    pub return_to: String,
    /// Why the last try was refused, in the order of the fields.
    pub problems: Vec<Problem>,
}

/// Why signing in was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// What was typed cannot be a number of that paper: why, in words.
    IdNumber(String),
    /// Nothing in the field of the password.
    PasswordMissing,
    /// They do not belong together, or nobody here has this number: the page says the same of both.
    WrongPair,
    /// Too many tries.
    Wait {
        /// How long until the next one is listened to.
        seconds: u32,
    },
}

impl Problem {
    /// The field to correct and the words beside it.
    fn message(&self, words: &Words) -> (&'static str, String) {
        match self {
            Self::IdNumber(why) => (ID_NUMBER, why.clone()),
            Self::PasswordMissing => (PASSWORD, words.password_missing.into()),
            Self::WrongPair => (ID_NUMBER, words.wrong_pair.into()),
            Self::Wait { seconds } => (ID_NUMBER, (words.wait)(&format::duration(*seconds))),
        }
    }
}

/// The sign-in page, for the first time or with what to correct.
pub fn page(ctx: &PageContext, form: SignIn) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.sign_in;
    let mut errors = FormErrors::default();
    for problem in &form.problems {
        let (field, message) = problem.message(words);
        errors.add(field, message);
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let demo = ctx.demo.then(|| view! { <p class="soft">{words.demo}</p> });
    let other_paper = form
        .papers
        .first()
        .is_some_and(|(card, _)| !form.paper.is_empty() && form.paper != *card);
    let papers = form
        .papers
        .iter()
        .map(|(name, label)| Choice::new(*name, *label))
        .collect();
    let forgotten = (words.forgotten_help)(&ctx.centre.hotline);
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.title}</h1>
        {demo}
        <PostForm action=ACTION token=ctx.form_token.clone()>
            <input type="hidden" name=RETURN_TO value=form.return_to/>
            <TextField
                name=ID_NUMBER
                label=words.id_number
                hint=words.id_number_hint
                keypad=Keypad::IdNumber
                autocomplete="username"
                maxlength=40
                value=form.id_number
                error=errors.of(ID_NUMBER)
            />
            <Details summary=words.other_paper open=other_paper>
                <Select name=PAPER label=words.paper choices=papers selected=form.paper/>
            </Details>
            <TextField
                name=PASSWORD
                label=words.password
                keypad=Keypad::Password
                maxlength=200
                error=errors.of(PASSWORD)
            />
            <Button>{words.title}</Button>
        </PostForm>
        <p class="soft">{words.idle}</p>
        <Details summary=words.forgotten>
            <p>{forgotten}</p>
        </Details>
    };
    document(ctx, head, body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html, main_of};

    #[test]
    fn a_first_visit() {
        let form = SignIn {
            return_to: "/account".into(),
            papers: vec![("identity_card", "身份证"), ("passport", "护照")],
            ..SignIn::default()
        };
        insta::assert_snapshot!(main_of(&html(|| page(&context(), form))));
    }

    #[test]
    fn a_refused_form_says_what_to_correct_and_keeps_what_was_typed() {
        let form = SignIn {
            id_number: "42120219700101".into(),
            return_to: "/account".into(),
            problems: vec![
                Problem::IdNumber("身份证号码应为 18 位，现在是 14 位".into()),
                Problem::PasswordMissing,
            ],
            ..SignIn::default()
        };
        let html = html(|| page(&context(), form));
        assert!(html.contains("<title>有错误：登录 - 咸宁公积金</title>"));
        assert!(html.contains(r#"value="42120219700101""#));
        insta::assert_snapshot!(main_of(&html));
    }

    #[test]
    fn a_wait_is_said_in_words() {
        let form = SignIn {
            problems: vec![Problem::Wait { seconds: 600 }],
            ..SignIn::default()
        };
        assert!(html(|| page(&context(), form)).contains("请过 10 分钟再试"));
    }
}
