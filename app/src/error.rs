//! Pages for when something went wrong: what happened, that nothing was lost, what to do now.

use leptos::prelude::*;

use crate::{
    components::LinkButton,
    shell::{Head, PageContext, document},
    text::{error::Trouble as Words, text},
};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No such page.
    NotFound,
    /// Not for the person signed in.
    Forbidden,
    /// The form's token is no longer good: the page stood open too long.
    FormExpired,
    /// Too many requests from one address.
    TooManyRequests {
        /// How long to wait, also sent as `Retry-After`.
        seconds: u32,
    },
    /// Our own fault.
    Server {
        /// What the log calls this error, for the hotline.
        reference: String,
    },
    /// Closed for maintenance.
    Maintenance,
    /// Too much is under way; nothing was begun.
    Busy,
    /// No answer came in time, to something that changes nothing.
    TimedOut,
    /// No answer came in time, or something failed, after something that changes state was asked for.
    OutcomeUnknown {
        /// What the log calls this error, for the hotline.
        reference: String,
    },
}

impl Trouble {
    /// The HTTP status it is answered with.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden | Self::FormExpired => 403,
            Self::TooManyRequests { .. } => 429,
            Self::Server { .. } => 500,
            Self::Maintenance | Self::Busy | Self::TimedOut | Self::OutcomeUnknown { .. } => 503,
        }
    }
}

/// The page that says so.
pub fn page(ctx: &PageContext, trouble: Trouble) -> impl IntoView + use<> {
    let words = &text(ctx.lang).error;
    let Words { title, lost, advice } = match &trouble {
        Trouble::NotFound => &words.not_found,
        Trouble::Forbidden => &words.forbidden,
        Trouble::FormExpired => &words.form_expired,
        Trouble::TooManyRequests { .. } => &words.too_many,
        Trouble::Server { .. } => &words.server,
        Trouble::Maintenance => &words.maintenance,
        Trouble::Busy => &words.busy,
        Trouble::TimedOut => &words.timed_out,
        Trouble::OutcomeUnknown { .. } => &words.outcome_unknown,
    };
    let to_visits = matches!(trouble, Trouble::OutcomeUnknown { .. })
        .then(|| view! { <LinkButton href="/visit/mine">{words.to_visits}</LinkButton> });
    let (wait, reference) = match trouble {
        Trouble::TooManyRequests { seconds } => (Some((words.wait)(seconds)), None),
        Trouble::Server { reference } | Trouble::OutcomeUnknown { reference } => (None, Some(reference)),
        _ => (None, None),
    };
    let reference = reference.map(|reference| {
        view! { <p class="reference">{words.reference}" "<b class="num">{reference}</b></p> }
    });
    let hotline = ctx.centre.hotline.clone();
    let body = view! {
        <h1>{*title}</h1>
        <p>{*lost}</p>
        <p>{wait.map(|wait| view! { <b>{wait}</b> })}{*advice}</p>
        {reference}
        {to_visits}
        <LinkButton href="/">{words.to_home}</LinkButton>
        <p class="soft">{words.call}" "<a href=format!("tel:{hotline}")>{hotline.clone()}</a></p>
    };
    document(ctx, Head::new(*title).noindex(), body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html, main_of};
    use crate::text::Lang;

    fn pages(lang: Lang) -> String {
        let troubles = [
            Trouble::NotFound,
            Trouble::Forbidden,
            Trouble::FormExpired,
            Trouble::TooManyRequests { seconds: 30 },
            Trouble::Server {
                reference: "7F3A-19C2".into(),
            },
            Trouble::Maintenance,
            Trouble::Busy,
            Trouble::TimedOut,
            Trouble::OutcomeUnknown {
                reference: "7F3A-19C2".into(),
            },
        ];
        let pages: Vec<_> = troubles
            .into_iter()
            .map(|trouble| {
                let ctx = PageContext { lang, ..context() };
                let status = trouble.status();
                format!("{status}\n{}", main_of(&html(|| page(&ctx, trouble))))
            })
            .collect();
        pages.join("\n\n")
    }

    #[test]
    fn every_trouble_says_what_to_do() {
        insta::assert_snapshot!(pages(Lang::ZhCn));
    }

    #[test]
    fn every_trouble_says_what_to_do_in_english() {
        let pages = pages(Lang::En);
        assert!(
            !pages.contains(|c| ('\u{3000}'..='\u{9fff}').contains(&c)),
            "{pages}"
        );
        insta::assert_snapshot!(pages);
    }
}
