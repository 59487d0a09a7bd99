//! Answers that a program may keep and ask about again: each carries the hash of its body, and is not sent twice.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::cookie::Cookie;

/// The longest JSON answer is a schedule of 360 months, some 50 kB.
const MOST_BYTES: usize = 1024 * 1024;

/// Adds an `ETag` to every successful JSON answer, and answers 304 to a caller that has it already. Who is signed in gets
/// neither: what is filled in from an account is kept by nobody.
pub async fn conditional(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let signed_in = [true, false].map(|secure| Cookie::Session.read(headers, secure).is_some());
    let asks = *request.method() == Method::GET
        && request.uri().path().starts_with("/api/")
        && signed_in == [false, false];
    let known = request.headers().get(IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if asks && response.status() == StatusCode::OK {
        tagged(response, known.as_ref()).await
    } else {
        response
    }
}

async fn tagged(response: Response, known: Option<&HeaderValue>) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, MOST_BYTES).await else {
        tracing::error!("an answer could not be read back for its ETag");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // Weak, because the layers outside compress the same answer in several ways.
    let tag = format!("W/\"{}\"", hex::encode(&Sha256::digest(&bytes)[..16]));
    if known.is_some_and(|known| names(known, &tag)) {
        head.status = StatusCode::NOT_MODIFIED;
        head.headers.remove(CONTENT_LENGTH);
        mark(&mut head.headers, &tag);
        return Response::from_parts(head, Body::empty());
    }
    mark(&mut head.headers, &tag);
    Response::from_parts(head, Body::from(bytes))
}

fn mark(headers: &mut HeaderMap, tag: &str) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(ETAG, tag);
    }
}

/// Whether a caller's `If-None-Match` holds this tag (RFC 9110, 13.1.2: compared weakly).
pub(super) fn names(known: &HeaderValue, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known
        .to_str()
        .is_ok_and(|known| known.trim() == "*" || known.split(',').any(|one| opaque(one) == opaque(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list() {
        let known = |text: &'static str| names(&HeaderValue::from_static(text), "W/\"ab\"");
        assert!(known("W/\"ab\"") && known("\"ab\"") && known("\"x\", W/\"ab\"") && known("*"));
        assert!(!known("\"abc\"") && !known(""));
    }
}
