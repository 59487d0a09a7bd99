//! `/account/password`: setting a password, after the phone on file was proved.

use leptos::prelude::*;

use crate::{
    address::with_query,
    components::{Button, ErrorSummary, Keypad, LinkButton, PostForm, TextField},
    form::FormErrors,
    shell::{Head, PageContext, RETURN_TO, document},
    text::{Lang, text},
};

/// The page, and where its form is sent. Fields: [`PASSWORD`] and [`RETURN_TO`].
pub const PATH: &str = "/account/password";
/// Name of the field.
pub const PASSWORD: &str = "new_password";
/// In the address once the password is set.
pub const SAVED: &str = "saved";

/// The page, which leads on to this path.
pub fn address(return_to: &str) -> String {
    with_query(PATH, [(RETURN_TO, return_to)])
}

/// The page that says that it is set.
pub fn saved_address(return_to: &str) -> String {
    with_query(PATH, [(SAVED, "1"), (RETURN_TO, return_to)])
}

/// Why a password was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// It has fewer characters than this.
    TooShort(usize),
    /// It has more characters than this.
    TooLong(usize),
    /// It is one of those that are guessed first.
    GuessedFirst,
}

impl Weakness {
    /// The words beside the field.
    pub fn message(self, lang: Lang) -> String {
        let words = &text(lang).account.new_password;
        match self {
            Self::TooShort(least) => (words.too_short)(least),
            Self::TooLong(most) => (words.too_long)(most),
            Self::GuessedFirst => words.guessed_first.to_owned(),
        }
    }
}

/// The form. The password is never part of it.
#[derive(Clone, Debug)]
pub struct NewPassword {
    /// The fewest characters it may have.
    pub least: usize,
    /// The path to go to afterwards.
    pub return_to: String,
    /// Why the last one was refused.
    pub weakness: Option<Weakness>,
}

/// The page that sets a password.
pub fn page(ctx: &PageContext, form: NewPassword) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.new_password;
    let mut errors = FormErrors::default();
    if let Some(weakness) = form.weakness {
        errors.add(PASSWORD, weakness.message(ctx.lang));
    }
    let head = Head::new(words.title).noindex().refused(!errors.is_empty());
    let skip = form.return_to.clone();
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.title}</h1>
        <p class="soft">{words.intro}</p>
        <PostForm action=PATH token=ctx.form_token.clone()>
            <input type="hidden" name=RETURN_TO value=form.return_to/>
            <TextField
                name=PASSWORD
                label=words.password
                hint=(words.hint)(form.least)
                keypad=Keypad::NewPassword
                maxlength=200
                error=errors.of(PASSWORD)
            />
            <Button>{words.save}</Button>
        </PostForm>
        <p><a href=skip>{words.skip}</a></p>
    };
    document(ctx, head, body)
}

/// The page that says that the password is set.
pub fn saved_page(ctx: &PageContext, return_to: String) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.new_password;
    let (title, what) = words.saved;
    let body = view! {
        <h1>{title}</h1>
        <p>{what}</p>
        <LinkButton href=return_to>{words.go_on}</LinkButton>
    };
    document(ctx, Head::new(title).noindex(), body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::in_each_language;

    #[test]
    fn a_weak_password_is_refused_in_words() {
        let weak = |weakness| {
            in_each_language(|ctx| {
                let form = NewPassword {
                    least: 8,
                    return_to: "/account".into(),
                    weakness: Some(weakness),
                };
                page(ctx, form)
            })
        };
        let [chinese, english] = weak(Weakness::TooShort(8));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_weak_password_is_refused_in_words_en", english);
        assert!(weak(Weakness::GuessedFirst)[0].contains("太容易猜到"));
        assert!(weak(Weakness::TooLong(128))[1].contains("at most 128"));
        in_each_language(|ctx| saved_page(ctx, "/account".into()));
    }
}
