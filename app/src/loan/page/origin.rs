//! Where the figures of a form come from.

use leptos::prelude::*;

use crate::text::{Lang, text};

/// Where the figures in the form come from, as far as nobody typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An example: nothing was typed at all.
    Example,
    /// The person's own account.
    Account,
    /// The person's own account but for these fields, by their labels: what it holds the form would refuse.
    AccountBut(Vec<&'static str>),
    /// The address.
    Address,
}

impl Origin {
    /// The line that says so at the top of a page: nobody should take an example's figures for their own. Nothing is said of
    /// what somebody typed.
    pub(in crate::loan) fn note(&self, filled_in: &'static str, lang: Lang) -> impl IntoView + use<> {
        let words = text(lang);
        let page = &words.loan.page;
        let hint = match self {
            Self::Example => Some(page.example.to_owned()),
            Self::Account => Some(filled_in.to_owned()),
            Self::AccountBut(fields) => Some((page.not_filled_in)(&words.format.list(fields))),
            Self::Address => None,
        };
        hint.map(|hint| view! { <p class="soft">{hint}</p> })
    }
}
