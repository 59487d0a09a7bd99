//! Going on to another page of the portal.

use axum::http::header::{LOCATION, REFERER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use url::Url;

/// 303 to a path of ours.
pub fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

/// The path if it is one of ours, else the home page: an address elsewhere (`//evil.example`, `/\evil`) would make
/// the portal vouch for it.
pub fn local_path(path: &str) -> &str {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.chars().all(|c| c.is_ascii_graphic());
    if is_local { path } else { "/" }
}

/// The page of ours that a request came from, as its `Referer` says, else the path that the page wrote down. The browser knows
/// better: a slider moves the address of a page after it was written.
pub fn came_from(headers: &HeaderMap, public_url: &str, written: &str) -> String {
    let referer = headers.get(REFERER).and_then(|value| value.to_str().ok());
    let page = referer.and_then(|referer| Url::parse(referer).ok());
    let ours = |page: &Url| Url::parse(public_url).is_ok_and(|portal| portal.origin() == page.origin());
    match page.filter(ours) {
        Some(page) => {
            let query = page.query().map(|query| format!("?{query}")).unwrap_or_default();
            local_path(&format!("{}{query}", page.path())).to_owned()
        }
        None => local_path(written).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELSEWHERE: [&str; 9] = [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "",
        "x",
        "/a\r\nSet-Cookie: b",
        "/\t/evil.example",
        "javascript:alert(1)",
        "\\/evil.example",
    ];

    #[test]
    fn only_our_own_paths_are_gone_back_to() {
        assert_eq!(local_path("/loan?price=80%E4%B8%87"), "/loan?price=80%E4%B8%87");
        for elsewhere in ELSEWHERE {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn the_browser_knows_where_it_came_from() {
        let back = |referer: &'static str, written: &str| {
            let headers = HeaderMap::from_iter([(REFERER, HeaderValue::from_static(referer))]);
            came_from(&headers, "https://gjj.example.cn", written)
        };
        let moved = "https://gjj.example.cn/loan?amount=450000&years=20#chart";
        assert_eq!(back(moved, "/loan"), "/loan?amount=450000&years=20");
        for elsewhere in [
            "https://gjj.example.cn.evil.example/x",
            "https://gjj.example.cn:8443/x",
            "http://gjj.example.cn/x",
            "about:blank",
            "",
        ] {
            assert_eq!(back(elsewhere, "/help?a=b"), "/help?a=b", "{elsewhere}");
            assert_eq!(back(elsewhere, "//evil.example"), "/", "{elsewhere}");
        }
        assert_eq!(back("https://gjj.example.cn//evil.example", "/help"), "/");
        assert_eq!(
            came_from(&HeaderMap::new(), "https://gjj.example.cn", "/help"),
            "/help"
        );
    }
}
