//! The browser's files, embedded in the binary: `/pkg` (script and WASM, hashed names, cached for ever) and
//! the few files at the root (icons, manifest, robots). Text comes compressed, by brotli and by gzip, from the build.

use app::shell::Assets;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::etag;

/// What `make site` put together; empty in a build without it (unit tests), where pages come without
/// style and islands.
#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

/// What pages must know of the embedded files: the islands' name from `site.txt`, and the style sheet.
pub fn page_assets() -> Assets {
    let text = |name: &str| Site::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    Assets {
        css: text("main.css").unwrap_or_default().into(),
        pkg_name: text("site.txt").map(|name| name.trim().to_owned()),
    }
}

/// Files that pages use but nobody fetches by name.
const PRIVATE: [&str; 2] = ["site.txt", "main.css"];

/// How a file lies in the binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Plain,
    Gzip,
    Brotli,
}

impl Coding {
    /// The best first.
    const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Plain];

    /// Its name in headers, and the ending of the file's twin.
    const fn names(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some(("gzip", "gz")),
            Self::Brotli => Some(("br", "br")),
        }
    }

    /// Whether the caller takes it (RFC 9110, 12.5.3).
    fn is_accepted(self, headers: &HeaderMap) -> bool {
        let Some((name, _)) = self.names() else {
            return true;
        };
        let values = headers.get_all(header::ACCEPT_ENCODING).iter();
        let mut codings = values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        codings.any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let named = parts.next().is_some_and(|part| part.eq_ignore_ascii_case(name));
            named && !parts.any(is_refusal)
        })
    }

    /// The file in this coding, if it lies there.
    fn file(self, name: &str) -> Option<EmbeddedFile> {
        match self.names() {
            None => Site::get(name),
            Some((_, ending)) => Site::get(&format!("{name}.{ending}")),
        }
    }
}

/// `q=0`, however many zeros follow.
fn is_refusal(parameter: &str) -> bool {
    let value = parameter
        .strip_prefix("q=")
        .or_else(|| parameter.strip_prefix("Q="));
    value.is_some_and(|value| value.starts_with('0') && value.bytes().all(|byte| matches!(byte, b'0' | b'.')))
}

/// The embedded file at this path, if there is one. What can be compressed was compressed when it was built.
pub fn respond(path: &str, headers: &HeaderMap) -> Option<Response> {
    let name = path.trim_start_matches('/');
    let is_twin = matches!(name.rsplit_once('.'), Some((_, "br" | "gz")));
    if PRIVATE.contains(&name) || is_twin {
        return None;
    }
    let plain = Site::get(name)?;
    let (coding, file) = Coding::ALL
        .into_iter()
        .filter(|coding| coding.is_accepted(headers))
        .find_map(|coding| Some((coding, coding.file(name)?)))?;
    let etag = tag(&plain, coding);
    let cache = if name.starts_with("pkg/") {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=86400"
    };
    let known = headers.get(header::IF_NONE_MATCH);
    let mut response = if known.is_some_and(|known| etag::names(known, &etag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        body(name, file, coding)
    };
    let out = response.headers_mut();
    out.insert(header::ETAG, HeaderValue::from_str(&etag).ok()?);
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    Some(response)
}

/// Strong, so another for each coding: the bytes differ.
fn tag(plain: &EmbeddedFile, coding: Coding) -> String {
    let hash = &hex::encode(plain.metadata.sha256_hash())[..32];
    match coding.names() {
        None => format!("\"{hash}\""),
        Some((_, ending)) => format!("\"{hash}-{ending}\""),
    }
}

fn body(name: &str, file: EmbeddedFile, coding: Coding) -> Response {
    let mut response = Response::new(Body::from(file.data));
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    if let Ok(kind) = HeaderValue::from_str(kind.as_ref()) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    if let Some((coding, _)) = coding.names() {
        let coding = HeaderValue::from_static(coding);
        response.headers_mut().insert(header::CONTENT_ENCODING, coding);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_coding_that_is_taken_is_sent() {
        let accepts = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            Coding::ALL.map(|coding| coding.is_accepted(&headers))
        };
        assert_eq!(accepts("gzip, deflate, br, zstd"), [true, true, true]);
        assert_eq!(accepts("br;q=0.5"), [true, false, true]);
        assert_eq!(accepts("GZIP, br;q=0"), [false, true, true]);
        assert_eq!(accepts("gzip;q=0.000"), [false, false, true]);
        assert_eq!(accepts("gzip;q=0.001"), [false, true, true]);
        assert!(!Coding::Brotli.is_accepted(&HeaderMap::new()));
    }

    #[test]
    fn each_coding_has_a_tag_of_its_own() {
        // The embedded folder may be empty in a build without the site: any file will do.
        let Some(file) = Site::iter().next().and_then(|name| Site::get(&name)) else {
            return;
        };
        let tags = Coding::ALL.map(|coding| tag(&file, coding));
        assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2]);
        assert!(tags.iter().all(|tag| tag.starts_with('"') && tag.ends_with('"')));
    }

    #[test]
    fn unknown_and_private_names_are_not_served() {
        assert!(respond("/nothing-here", &HeaderMap::new()).is_none());
        assert!(respond("/site.txt", &HeaderMap::new()).is_none());
        assert!(respond("/../Cargo.toml", &HeaderMap::new()).is_none());
    }
}
