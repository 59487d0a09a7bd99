//! The `<head>`: title, style sheet, icons and, on live pages, the start of their program.

use leptos::{nonce::use_nonce, prelude::*};

use super::{Assets, PageContext};
use crate::text::text;

/// What a page says about itself.
#[derive(Clone, Debug)]
pub struct Head {
    title: String,
    script: Script,
    noindex: bool,
    refused: bool,
}

/// What script a page brings. All pages work without.
#[derive(Clone, Copy, Debug)]
enum Script {
    None,
    /// The browser's program.
    Program,
    /// A line for its print button.
    Print,
}

impl Head {
    /// A page with this title, without script, open to search engines.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            script: Script::None,
            noindex: false,
            refused: false,
        }
    }

    /// The page is live: load its program.
    #[must_use]
    pub fn live(self) -> Self {
        Self {
            script: Script::Program,
            ..self
        }
    }

    /// The page is a person's own, or an error: search engines leave it out.
    #[must_use]
    pub fn noindex(self) -> Self {
        Self {
            noindex: true,
            ..self
        }
    }

    /// The page is a form with something to correct: the title says so first.
    #[must_use]
    pub fn refused(self, refused: bool) -> Self {
        Self { refused, ..self }
    }

    /// The page has a [`PrintButton`](crate::components::PrintButton): make it work.
    #[must_use]
    pub fn print(self) -> Self {
        Self {
            script: Script::Print,
            ..self
        }
    }
}

/// The document's head. Figures must not turn into telephone links, hence `format-detection`.
pub(super) fn document_head(ctx: &PageContext, head: Head) -> impl IntoView + use<> {
    let Head {
        title,
        script,
        noindex,
        refused,
    } = head;
    let words = text(ctx.lang);
    let prefix = if refused { words.error.title_prefix } else { "" };
    let title = if title.is_empty() {
        ctx.centre.short_name.clone()
    } else {
        format!("{prefix}{title} - {}", ctx.centre.short_name)
    };
    let description = (words.shell.description)(&ctx.centre.name);
    let robots = noindex.then(|| view! { <meta name="robots" content="noindex"/> });
    // A slider that cannot move is no use to anybody without script.
    let no_sliders = matches!(script, Script::Program).then(|| {
        view! { <noscript><style nonce=use_nonce()>".slider{display:none}"</style></noscript> }
    });
    let script = match script {
        Script::None => None,
        Script::Program => program_start(&ctx.assets).map(IntoAny::into_any),
        Script::Print => Some(print_start().into_any()),
    };
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title}</title>
            <style nonce=use_nonce()>{ctx.assets.css.clone()}</style>
            {no_sliders}
            {script}
            <meta name="description" content=description/>
            {robots}
            <meta name="format-detection" content="telephone=no"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)"/>
            <meta name="theme-color" content="#1b211e" media="(prefers-color-scheme: dark)"/>
            <link rel="icon" href="/favicon.ico" sizes="32x32"/>
            <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
            <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
            <link rel="manifest" href="/manifest.webmanifest"/>
        </head>
    }
}

/// Preloads and starts the browser's program: at once, not when the browser is next idle.
fn program_start(assets: &Assets) -> Option<impl IntoView + use<>> {
    let (script, wasm) = (assets.script_path()?, assets.wasm_path()?);
    let start = format!(
        "import init,*as program from{script:?};{};start({wasm:?},init,program)",
        include_str!("start.js").trim_end()
    );
    Some(view! {
        <link rel="modulepreload" href=script/>
        <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
        <script type="module" nonce=use_nonce()>{start}</script>
    })
}

/// Shows the buttons that print, where printing is possible: without script, and in 微信, they would do nothing.
fn print_start() -> impl IntoView {
    view! { <script type="module" nonce=use_nonce()>{include_str!("print.js").trim_end()}</script> }
}
