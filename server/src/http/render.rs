//! From a page of `app` to a response.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use leptos::nonce::use_nonce;
use leptos::prelude::{IntoView, use_context};
use leptos_axum::ResponseOptions;

/// Renders a page with this status. The page's data is known by now, so the status is too: nothing is streamed.
///
/// Pages are never kept by shared caches: each carries a form token, and many carry a person's figures.
pub async fn render<View: IntoView + 'static>(
    status: StatusCode,
    page: impl Fn() -> View + Clone + Send + Sync + 'static,
) -> Response {
    let handler = leptos_axum::render_app_async(move || {
        announce_policy();
        page()
    });
    let mut response = handler(Request::new(Body::empty())).await;
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// The content security policy, with the nonce that this page's own style and script carry.
fn announce_policy() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}
