//! The browser's files, embedded in the binary: `/pkg` (script and WASM, hashed names, cached for ever) and
//! the few files at the root (icons, manifest, robots). Text comes compressed by brotli at build time.

use app::shell::Assets;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

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

/// The embedded file at this path, if there is one.
pub fn respond(path: &str, headers: &HeaderMap) -> Option<Response> {
    let name = path.trim_start_matches('/');
    if PRIVATE.contains(&name) {
        return None;
    }
    let plain = Site::get(name)?;
    let etag = HeaderValue::from_str(&format!(
        "\"{}\"",
        &hex::encode(plain.metadata.sha256_hash())[..32]
    ))
    .ok()?;
    let cache = if name.starts_with("pkg/") {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=86400"
    };
    let unchanged = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known == etag);
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        body(name, plain, accepts_brotli(headers))
    };
    let out = response.headers_mut();
    out.insert(header::ETAG, etag);
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    Some(response)
}

fn body(name: &str, plain: EmbeddedFile, brotli: bool) -> Response {
    let packed = if brotli {
        Site::get(&format!("{name}.br"))
    } else {
        None
    };
    let is_packed = packed.is_some();
    let mut response = Response::new(Body::from(packed.unwrap_or(plain).data));
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    if let Ok(kind) = HeaderValue::from_str(kind.as_ref()) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    if is_packed {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let Some(accepted) = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|parameter| matches!(parameter, "q=0" | "q=0.0"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let accepts = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(value));
            accepts_brotli(&headers)
        };
        assert!(accepts("gzip, deflate, br, zstd"));
        assert!(accepts("br;q=0.5"));
        assert!(!accepts("gzip, br;q=0"));
        assert!(!accepts("gzip"));
        assert!(!accepts_brotli(&HeaderMap::new()));
    }

    #[test]
    fn unknown_and_private_names_are_not_served() {
        assert!(respond("/nothing-here", &HeaderMap::new()).is_none());
        assert!(respond("/site.txt", &HeaderMap::new()).is_none());
        assert!(respond("/../Cargo.toml", &HeaderMap::new()).is_none());
    }
}
