//! The document around every page: `<head>`, header, footer, and the start of the browser's program.
//!
//! The server fills a [`PageContext`] for each request; a page hands its [`Head`] and its body to
//! [`document`]. Everything works without script; only a page with [`Head::live`] loads any, and one with
//! [`Head::print`] has a line of it.
//!
//! The content security policy forbids inline handlers and `style` attributes. The inline style
//! sheet and the inline scripts carry the nonce that `leptos_axum` makes for each response.

mod footer;
mod head;
mod header;

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

pub use self::head::Head;
use self::{footer::footer, head::document_head, header::header};
use crate::address::with_query;
use crate::text::{Lang, Local, text};

/// Name of the hidden field that carries [`PageContext::form_token`] in every POST form.
pub const TOKEN_FIELD: &str = "form_token";

/// Name of the path and query to come back to, in forms and in addresses.
pub const RETURN_TO: &str = "return_to";

/// Where the header's large-type button posts to. Fields: [`TOKEN_FIELD`], `large` (`1` or `0`) and [`RETURN_TO`].
pub const DISPLAY_PATH: &str = "/display";

/// Where the portal goes on in this language: keeps the choice, and comes back.
pub fn language_address(lang: Lang, return_to: &str) -> String {
    with_query(&format!("/language/{}", lang.tag()), [(RETURN_TO, return_to)])
}

/// What every page needs to know about the request and the centre. The server fills one per request.
#[derive(Clone, Debug)]
pub struct PageContext {
    /// The centre that runs this portal.
    pub centre: Arc<Centre>,
    /// The language of the page.
    pub lang: Lang,
    /// Path and query of this page, to come back to it. Always starts with `/`.
    pub path: String,
    /// Whether a member is signed in.
    pub signed_in: bool,
    /// Whether the person chose large type.
    pub large_type: bool,
    /// The signed token each POST form sends back.
    pub form_token: String,
    /// Style sheet and script of this build.
    pub assets: Arc<Assets>,
    /// A demonstration centre, whose people are invented: every page says so.
    pub demo: bool,
    /// The last day whose data is on this server.
    pub data_as_of: Option<NaiveDate>,
}

/// What a centre is called in the language of the page, and how to reach it.
#[derive(Clone, Debug)]
pub struct Centre {
    /// Full official name: 咸宁市住房公积金管理中心.
    pub name: String,
    /// Short name for the header and titles: 咸宁公积金.
    pub short_name: String,
    /// The language its names stand in: Chinese on an English page, when the centre has no English ones.
    pub lang: Lang,
    /// Hotline, digits only: 12329.
    pub hotline: String,
}

impl Centre {
    /// What its names must be marked with on a page in another language.
    fn marked(&self, page: Lang) -> Option<&'static str> {
        (self.lang != page).then(|| self.lang.tag())
    }

    /// The full name, marked where it is not in the language of the page.
    pub fn named(&self, lang: Lang) -> Local {
        if self.lang == lang {
            Local::from(self.name.as_str())
        } else {
            Local::chinese(lang, &self.name)
        }
    }
}

/// Style sheet and script of this build.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The whole style sheet, bundled and minified. It is put into every page: one request fewer
    /// before the first paint, and a page saved to disk keeps its look.
    pub css: Arc<str>,
    /// Base name of the program's files with the build's hash, as in `anju.ab12cd`: the browser asks for
    /// `/pkg/anju.ab12cd.js` and `/pkg/anju.ab12cd.wasm`, which may be cached for ever. `None` serves
    /// pages without script.
    pub pkg_name: Option<String>,
}

impl Assets {
    /// Address of the program's JavaScript module.
    pub fn script_path(&self) -> Option<String> {
        self.pkg_name.as_ref().map(|name| format!("/pkg/{name}.js"))
    }

    /// Address of the program's WASM module.
    pub fn wasm_path(&self) -> Option<String> {
        self.pkg_name.as_ref().map(|name| format!("/pkg/{name}.wasm"))
    }
}

/// The whole HTML document of a page.
///
/// ```
/// # use app::shell::{document, Head, PageContext};
/// # use leptos::prelude::*;
/// fn page(ctx: &PageContext) -> impl IntoView + use<> {
///     document(ctx, Head::new("办理网点"), view! { <h1>"办理网点"</h1> })
/// }
/// ```
///
/// The page's own type ends here (`AnyView`): it nests every element of the page, and would be spelt out in the name of
/// every function on the way to the response. With a dozen pages that took the server's debug library from 70 MB to 1 GB.
pub fn document<Body: IntoView + 'static>(ctx: &PageContext, head: Head, body: Body) -> AnyView {
    let words = &text(ctx.lang).shell;
    let large = ctx.large_type.then_some("large");
    view! {
        <!DOCTYPE html>
        <html lang=ctx.lang.tag() class=large>
            {document_head(ctx, head).into_any()}
            <body>
                <a class="skip" href="#main">{words.skip}</a>
                {header(ctx).into_any()}
                <main id="main" tabindex="-1">{body.into_any()}</main>
                {footer(ctx).into_any()}
            </body>
        </html>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, html};

    #[test]
    fn a_page_that_is_not_live_loads_no_script() {
        let ctx = context();
        let html = html(|| document(&ctx, Head::new("帮助"), view! { <h1>"帮助"</h1> }));
        assert!(!html.contains("<script") && !html.contains("/pkg/"));
        insta::assert_snapshot!(html);
    }

    #[test]
    fn a_live_page_loads_exactly_its_build() {
        let ctx = context();
        let html = html(|| document(&ctx, Head::new("算贷款").live(), ()));
        assert!(html.contains(r#"href="/pkg/anju.ab12cd.js""#));
        assert!(html.contains(r#"from"/pkg/anju.ab12cd.js""#));
        assert!(html.contains(r#"start("/pkg/anju.ab12cd.wasm""#), "{html}");
    }

    #[test]
    fn a_page_to_print_has_the_line_that_shows_its_button() {
        let html = html(|| document(&context(), Head::new("告知单").print(), ()));
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains("[data-print]") && !html.contains("/pkg/"));
    }

    #[test]
    fn nothing_inline_that_the_content_security_policy_forbids() {
        let ctx = PageContext {
            signed_in: true,
            large_type: true,
            demo: true,
            ..context()
        };
        let html = html(|| document(&ctx, Head::new("我的").noindex(), ()));
        assert!(!html.contains(" style=") && !html.contains(" onclick="));
        insta::assert_snapshot!(html);
    }

    #[test]
    fn an_english_page_of_a_centre_without_an_english_name_marks_the_chinese_one() {
        let ctx = PageContext {
            lang: Lang::En,
            demo: true,
            ..context()
        };
        let html = html(|| document(&ctx, Head::new("Help"), view! { <h1>"Help"</h1> }));
        insta::assert_snapshot!(html);
    }

    #[test]
    fn an_english_page_of_a_centre_with_an_english_name_has_one_chinese_word() {
        let ctx = PageContext {
            lang: Lang::En,
            centre: Arc::new(Centre {
                name: "Xianning Housing Provident Fund Management Centre".into(),
                short_name: "Xianning Housing Fund".into(),
                lang: Lang::En,
                hotline: "12329".into(),
            }),
            ..context()
        };
        let html = html(|| document(&ctx, Head::new("Help"), view! { <h1>"Help"</h1> }));
        let marked = "lang=\"zh-CN\" hreflang=\"zh-CN\" rel=\"nofollow\" class=\"header-link\">中文</a>";
        assert!(html.contains(marked), "{html}");
        let rest = html.replace(marked, "");
        assert!(
            !rest.contains(|c| ('\u{3400}'..='\u{9fff}').contains(&c)),
            "{rest}"
        );
    }

    #[test]
    fn the_path_cannot_break_out_of_its_attribute() {
        let ctx = PageContext {
            path: r#"/loan?a="><script>"#.into(),
            ..context()
        };
        let html = html(|| document(&ctx, Head::new("算贷款"), ()));
        assert!(!html.contains("><script>"));
    }
}
