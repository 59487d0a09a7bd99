//! The sign-in page.

use leptos::prelude::*;

use crate::{
    components::{Button, Details, ErrorSummary, Keypad, PostForm, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{account::SignIn as Words, format, text},
};

/// Where the form is sent. Fields: [`ID_NUMBER`], [`PASSWORD`] and [`RETURN_TO`].
pub const ACTION: &str = "/signin";
/// Name of the field for the ID number.
pub const ID_NUMBER: &str = "id_number";
/// Name of the field for the password.
pub const PASSWORD: &str = "password";
/// Name of the hidden field with the path to go to after signing in.
pub const RETURN_TO: &str = "return_to";

/// The sign-in form as it is shown. The password is never part of it.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// The ID number as it was typed.
    pub id_number: String,
    /// The path to go to after signing in.
    pub return_to: String,
    /// Why the last try was refused, in the order of the fields.
    pub problems: Vec<Problem>,
}

/// Why signing in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing in the field of the ID number.
    IdNumberMissing,
    /// What was typed cannot be an ID number.
    IdNumberInvalid,
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
    fn message(self, words: &Words) -> (&'static str, String) {
        match self {
            Self::IdNumberMissing => (ID_NUMBER, words.id_number_missing.into()),
            Self::IdNumberInvalid => (ID_NUMBER, words.id_number_invalid.into()),
            Self::PasswordMissing => (PASSWORD, words.password_missing.into()),
            Self::WrongPair => (ID_NUMBER, words.wrong_pair.into()),
            Self::Wait { seconds } => (ID_NUMBER, (words.wait)(&format::duration(seconds))),
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
            ..SignIn::default()
        };
        insta::assert_snapshot!(main_of(&html(|| page(&context(), form))));
    }

    #[test]
    fn a_refused_form_says_what_to_correct_and_keeps_what_was_typed() {
        let form = SignIn {
            id_number: "42120219700101".into(),
            return_to: "/account".into(),
            problems: vec![Problem::IdNumberInvalid, Problem::PasswordMissing],
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
