//! The sign-in page.

use fund::records::{PaperError, PaperKind};
use leptos::prelude::*;

use crate::{
    address::with_query,
    components::{Button, Choice, Details, ErrorSummary, Keypad, PostForm, Select, TextField},
    form::FormErrors,
    shell::{Head, PageContext, RETURN_TO, document},
    text::{Lang, Worded as _, text},
};

/// The page, and where its form is sent. Fields: [`ID_NUMBER`], [`PAPER`], [`PASSWORD`] and [`RETURN_TO`].
pub const PATH: &str = "/signin";
/// Name of the field for the ID number.
pub const ID_NUMBER: &str = "id_number";
/// Name of the field for the kind of paper; an identity card when it is not sent.
pub const PAPER: &str = "paper";
/// Name of the field for the password.
pub const PASSWORD: &str = "password";

/// The sign-in page, which leads on to this path.
pub fn address(return_to: &str) -> String {
    with_query(PATH, [(RETURN_TO, return_to)])
}

/// The sign-in form as it is shown. The password is never part of it.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// The number as it was typed.
    pub id_number: String,
    /// The paper chosen; none for an identity card.
    pub paper: Option<PaperKind>,
    /// The path to go to after signing in.
    pub return_to: String,
    /// Why the last try was refused, in the order of the fields.
    pub problems: Vec<Problem>,
}

/// Why signing in was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// What was typed cannot be a number of that paper.
    IdNumber(PaperError),
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
    fn message(&self, lang: Lang) -> (&'static str, String) {
        let words = &text(lang).account.sign_in;
        match self {
            Self::IdNumber(error) => (ID_NUMBER, error.worded(lang)),
            Self::PasswordMissing => (PASSWORD, words.password_missing.into()),
            Self::WrongPair => (ID_NUMBER, words.wrong_pair.into()),
            Self::Wait { seconds } => {
                let how_long = text(lang).format.duration(*seconds);
                (ID_NUMBER, (words.wait)(&how_long))
            }
        }
    }
}

/// Which paper and its number: the fields [`ID_NUMBER`] and [`PAPER`], the paper out of sight while it is an identity card.
pub(super) fn number_fields(
    lang: Lang,
    id_number: String,
    paper: Option<PaperKind>,
    errors: &FormErrors,
) -> impl IntoView + use<> {
    let words = &text(lang).account.sign_in;
    let paper = paper.unwrap_or(PaperKind::IdentityCard);
    let another_paper = paper != PaperKind::IdentityCard;
    let papers = PaperKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), kind.worded(lang)))
        .collect();
    view! {
        <TextField
            name=ID_NUMBER
            label=words.id_number
            hint=words.id_number_hint
            keypad=Keypad::IdNumber
            autocomplete="username"
            maxlength=40
            value=id_number
            error=errors.of(ID_NUMBER)
        />
        <Details summary=words.other_paper open=another_paper>
            <Select name=PAPER label=words.paper choices=papers selected=paper.name()/>
        </Details>
    }
}

/// The sign-in page, for the first time or with what to correct.
pub fn page(ctx: &PageContext, form: SignIn) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.sign_in;
    let mut errors = FormErrors::default();
    for problem in &form.problems {
        let (field, message) = problem.message(ctx.lang);
        errors.add(field, message);
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let demo = ctx.demo.then(|| view! { <p class="soft">{words.demo}</p> });
    let forgotten = (words.forgotten_help)(&ctx.centre.hotline);
    let (by_code, by_code_title) = (
        super::code::address(&form.return_to),
        text(ctx.lang).account.code.title,
    );
    let number = number_fields(ctx.lang, form.id_number, form.paper, &errors);
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.title}</h1>
        {demo}
        <PostForm action=PATH token=ctx.form_token.clone()>
            <input type="hidden" name=RETURN_TO value=form.return_to/>
            {number}
            <TextField
                name=PASSWORD
                label=words.password
                keypad=Keypad::Password
                maxlength=200
                error=errors.of(PASSWORD)
            />
            <Button>{words.title}</Button>
        </PostForm>
        <p><a href=by_code.clone()>{by_code_title}</a></p>
        <p class="soft">{words.idle}</p>
        <Details summary=words.forgotten>
            <p><a href=by_code>{by_code_title}</a></p>
            <p>{forgotten}</p>
        </Details>
    };
    document(ctx, head, body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html, in_each_language};

    #[test]
    fn a_first_visit() {
        let [chinese, english] = in_each_language(|ctx| {
            let form = SignIn {
                return_to: "/account".into(),
                ..SignIn::default()
            };
            page(ctx, form)
        });
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_first_visit_en", english);
    }

    fn refused() -> SignIn {
        SignIn {
            id_number: "42120219700101".into(),
            return_to: "/account".into(),
            problems: vec![Problem::IdNumber(PaperError::Form), Problem::PasswordMissing],
            ..SignIn::default()
        }
    }

    #[test]
    fn a_refused_form_says_what_to_correct_and_keeps_what_was_typed() {
        let html = html(|| page(&context(), refused()));
        assert!(html.contains("<title>有错误：登录 - 咸宁公积金</title>"));
        assert!(html.contains(r#"value="42120219700101""#));
        let [chinese, english] = in_each_language(|ctx| page(ctx, refused()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!(
            "a_refused_form_says_what_to_correct_and_keeps_what_was_typed_en",
            english
        );
    }

    #[test]
    fn another_paper_stays_chosen_and_in_sight() {
        let [chinese, english] = in_each_language(|ctx| {
            let form = SignIn {
                paper: Some(PaperKind::Passport),
                problems: vec![Problem::IdNumber(PaperError::Empty), Problem::WrongPair],
                ..SignIn::default()
            };
            page(ctx, form)
        });
        for html in [&chinese, &english] {
            assert!(html.contains("<details open>"), "{html}");
            assert!(html.contains("<option value=\"passport\" selected>"), "{html}");
        }
    }

    #[test]
    fn a_wait_is_said_in_words() {
        let [chinese, english] = in_each_language(|ctx| {
            let form = SignIn {
                problems: vec![Problem::Wait { seconds: 600 }],
                ..SignIn::default()
            };
            page(ctx, form)
        });
        assert!(chinese.contains("请过 10 分钟再试"));
        assert!(english.contains("Try again in 10 minutes"));
    }
}
