//! `/visit/find`: an appointment by its code and the last four of the ID number, without signing in.

use leptos::prelude::*;

use crate::{
    components::{BackLink, Button, ErrorSummary, Keypad, PostForm, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{text, visit::Find as Words},
};

/// Where the form is sent. Fields: [`CODE`] and [`LAST_FOUR`].
pub const ACTION: &str = "/visit/find";
/// Name of the field for the code.
pub const CODE: &str = "code";
/// Name of the field for the last four of the ID number.
pub const LAST_FOUR: &str = "last_four";

/// The form as it is shown. The last four are never part of it.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The code as it was typed.
    pub code: String,
    /// Why the last try was refused, in the order of the fields.
    pub problems: Vec<Problem>,
}

/// Why nothing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// What was typed cannot be a code.
    CodeInvalid,
    /// What was typed cannot be the last four of an ID number.
    LastFourInvalid,
    /// They do not belong together, or there is no such code.
    WrongPair,
}

impl Problem {
    fn message(self, words: &Words) -> (&'static str, &'static str) {
        match self {
            Self::CodeInvalid => (CODE, words.code_invalid),
            Self::LastFourInvalid => (LAST_FOUR, words.last_four_invalid),
            Self::WrongPair => (CODE, words.wrong_pair),
        }
    }
}

/// The page that finds an appointment.
pub fn page(ctx: &PageContext, form: Find) -> impl IntoView + use<> {
    let words = &text(ctx.lang).visit.find;
    let mut errors = FormErrors::default();
    for problem in &form.problems {
        let (field, message) = problem.message(words);
        errors.add(field, message);
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <BackLink href="/visit" lang=ctx.lang/>
        <h1>{words.title}</h1>
        <PostForm action=ACTION token=ctx.form_token.clone()>
            <TextField
                name=CODE
                label=words.code
                hint=words.code_hint
                keypad=Keypad::IdNumber
                maxlength=20
                value=form.code
                error=errors.of(CODE)
            />
            <TextField
                name=LAST_FOUR
                label=words.last_four
                hint=words.last_four_hint
                keypad=Keypad::IdNumber
                maxlength=8
                error=errors.of(LAST_FOUR)
            />
            <Button>{words.find}</Button>
        </PostForm>
        <p class="soft">{words.kept}</p>
    };
    document(ctx, head, body)
}
