//! A browser as far as HTTP goes: keeps cookies, says where a form came from, follows nothing by itself.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// A header's text; empty when it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The part of the page between header and footer, or the whole body of what is no page.
    pub(crate) fn main(&self) -> &str {
        let rest = self
            .body
            .split_once("<main")
            .map_or(self.body.as_str(), |(_, rest)| rest);
        rest.split_once("</main>").map_or(rest, |(main, _)| main)
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The fields a program's request was refused for, in order, after checking that it was.
    #[track_caller]
    pub(crate) fn refused(&self) -> Vec<String> {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        let errors = self.json()["errors"].as_array().unwrap().clone();
        let field = |error: &Value| error["field"].as_str().unwrap().to_owned();
        errors.iter().map(field).collect()
    }

    /// Where a redirect leads, after checking that it is one.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.main());
        self.header("location")
    }

    /// The body, after checking that the answer is a page with this status.
    #[track_caller]
    pub(crate) fn page(&self, status: u16) -> &str {
        assert_eq!(self.status.as_u16(), status, "{}", self.main());
        assert!(self.header("content-type").starts_with("text/html"));
        &self.body
    }

    /// The value of the first input with this name.
    pub(crate) fn input(&self, name: &str) -> Option<String> {
        let tag = self
            .body
            .split('<')
            .find(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")))?;
        let value = tag.split("value=\"").nth(1)?.split('"').next()?;
        Some(value.replace("&quot;", "\"").replace("&amp;", "&"))
    }
}

/// A browser with its cookies.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

const HOST: &str = "127.0.0.1:3000";
const ORIGIN: &str = "http://127.0.0.1:3000";

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser at another instance.
    pub(crate) fn at(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form from one of our pages.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::ORIGIN, ORIGIN);
        self.send(form(request, fields)).await
    }

    /// Sends a form the way an old browser does: no Origin, no Sec-Fetch-Site.
    pub(crate) async fn post_without_origin(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(form(Request::post(path), fields)).await
    }

    /// Calls the JSON interface as a program does.
    pub(crate) async fn json(&mut self, method: Method, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// Signs in by the form.
    pub(crate) async fn sign_in(&mut self, person: super::centre::TestPerson) {
        let fields = [
            ("id_number", person.id_number()),
            ("password", person.password.to_owned()),
        ];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(self.post("/signin", &fields).await.location(), "/account");
    }

    /// The value of a cookie whose name holds this word.
    pub(crate) fn cookie(&self, word: &str) -> Option<&str> {
        self.cookies
            .iter()
            .find(|(name, _)| name.contains(word))
            .map(|(_, value)| value.as_str())
    }

    /// Gives the browser a cookie.
    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Sends any request, with the browser's cookies.
    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let headers = request.headers_mut();
        headers.insert(header::HOST, HOST.parse().unwrap());
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

fn form(request: axum::http::request::Builder, fields: &[(&str, &str)]) -> Request<Body> {
    let body: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    request
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}
