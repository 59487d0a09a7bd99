//! The language of an answer: found once for each request, and handed down.
//!
//! | who asks | what decides |
//! | --- | --- |
//! | a person: pages, and the files that pages link to | the cookie set by the link in the header, else `Accept-Language` |
//! | a program: JSON | `Accept-Language` alone |
//!
//! Chinese where nothing asks for English. See docs/decisions/0013-language.md.

use std::convert::Infallible;

use app::text::Lang;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::cookie::Cookie;

/// The language of the answer to this request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(pub Lang);

impl Language {
    /// As [`find`] found it.
    pub fn of(extensions: &Extensions) -> Lang {
        extensions.get::<Self>().map_or(Lang::ZhCn, |Self(lang)| *lang)
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Self::of(&parts.extensions)))
    }
}

/// The files behind the interface that pages link to.
const FILES: [&str; 3] = app::loan::paths::REPAYMENT_FILES;

/// Whether programs ask here. A file behind the interface (`repayment.csv`) is what a person follows a link to.
pub fn is_for_program(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    let is_file = FILES.contains(&path);
    path.starts_with("/api/") && !is_file
}

/// Whether the portal is reached over HTTPS: its cookies have other names there.
#[derive(Debug, Clone, Copy)]
pub struct Secure(pub bool);

/// Middleware: finds the language, and says in the answer's headers which it is and what decided it.
pub async fn find(State(Secure(secure)): State<Secure>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (is_interface, for_program) = (path.starts_with("/api/"), is_for_program(path));
    let chosen = Cookie::Language
        .read(request.headers(), secure)
        .and_then(Lang::from_tag)
        .filter(|_| !for_program);
    let lang = chosen.unwrap_or_else(|| accepted(request.headers()));
    request.extensions_mut().insert(Language(lang));
    let mut response = next.run(request).await;
    if is_interface || is_text(response.headers()) {
        let decides = if for_program {
            "accept-language"
        } else {
            "accept-language, cookie"
        };
        let headers = response.headers_mut();
        headers.append(VARY, HeaderValue::from_static(decides));
        if headers.contains_key(CONTENT_TYPE) {
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
        }
    }
    response
}

/// Whether an answer is something to read: not one of the browser's files, which are the same for everybody.
fn is_text(headers: &HeaderMap) -> bool {
    let begins = |name, with: &[u8]| {
        headers
            .get(name)
            .is_some_and(|value: &HeaderValue| value.as_bytes().starts_with(with))
    };
    begins(CONTENT_TYPE, b"text/") && !begins(CACHE_CONTROL, b"public")
}

/// The language that `Accept-Language` wants most (RFC 9110, 12.5.4); of two wanted alike the one named first.
fn accepted(headers: &HeaderMap) -> Lang {
    let values = headers.get_all(ACCEPT_LANGUAGE).iter();
    let ranges: Vec<_> = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(range)
        .collect();
    let named = |primary: &str| {
        let places = ranges.iter().enumerate();
        let fitting = places.filter(|(_, (name, _))| name.eq_ignore_ascii_case(primary));
        // The greatest weight, and the earliest place that has it.
        fitting
            .map(|(place, (_, weight))| (*weight, std::cmp::Reverse(place)))
            .max()
    };
    let wanted = |primary| {
        named(primary)
            .or_else(|| named("*"))
            .filter(|(weight, _)| *weight > 0)
    };
    if wanted("en") > wanted("zh") {
        Lang::En
    } else {
        Lang::ZhCn
    }
}

/// The primary language of a range (`en` of `en-GB;q=0.8`) and its weight in thousandths; none for what is malformed.
fn range(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?;
    let weight = match parts.next() {
        None => 1000,
        Some(parameter) => thousandths(
            parameter
                .strip_prefix("q=")
                .or_else(|| parameter.strip_prefix("Q="))?,
        )?,
    };
    Some((primary, weight))
}

/// A weight as it is written (`1`, `0.8`, `0.875`), in thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let is_short = places.len() <= 3 && places.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: u16 = format!("{places:0<3}").parse().ok().filter(|_| is_short)?;
    match whole {
        "0" => Some(thousandths),
        "1" => (thousandths == 0).then_some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(header: &str) -> Lang {
        let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_str(header).unwrap())]);
        accepted(&headers)
    }

    #[test]
    fn the_language_wanted_most_is_taken() {
        for english in [
            "en",
            "EN-gb",
            "en-US,en;q=0.9,zh-CN;q=0.8",
            "zh;q=0.5, en;q=0.875",
            "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7",
            "en, zh",
            "en, *;q=0.1",
            "zh;q=0, *",
            "ja;q=1.0,en;q=0.001",
        ] {
            assert_eq!(asked(english), Lang::En, "{english}");
        }
        for chinese in [
            "",
            "zh-CN,zh;q=0.9,en;q=0.8",
            "zh-Hant-TW",
            "zh, en",
            "en;q=0.5, zh;q=0.6",
            "ja",
            "*",
            "*, en",
            "en;q=0",
            "en;q=0.0, zh;q=0",
            "en;q=2",
            "en;q=-1",
            "en;q=0.9999",
            "en;level=1",
            "english",
            ";;;,=,q=1",
        ] {
            assert_eq!(asked(chinese), Lang::ZhCn, "{chinese}");
        }
        assert_eq!(accepted(&HeaderMap::new()), Lang::ZhCn);
    }

    #[test]
    fn files_behind_the_interface_are_for_people() {
        for program in [
            "/api/v1/loan/repayment",
            "/api/v1/openapi.json",
            "/api/x",
            "/api/v1/visit/appointments/0.5",
            "/api/v1/account/entries?year=0.5",
        ] {
            assert!(is_for_program(program), "{program}");
        }
        for person in [
            "/",
            "/loan",
            "/api/v1/loan/repayment.csv",
            "/api/v1/loan/repayment.csv?months=0",
            "/visit/K7Q2MF10/calendar.ics",
        ] {
            assert!(!is_for_program(person), "{person}");
        }
    }
}
