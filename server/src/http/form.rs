//! What a person typed, as ordered name–value pairs: never refused at this level, so that every mistake can
//! be answered beside its field by the room that knows the field.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;

/// Ordered name–value pairs of a query string or a form body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// More pairs than any form of ours has; the rest is dropped.
const MAX_PAIRS: usize = 256;

impl Fields {
    /// Parses `a=1&b=2`; bytes that are not UTF-8 become U+FFFD, which no field accepts.
    pub fn parse(encoded: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(encoded)
                .into_owned()
                .take(MAX_PAIRS)
                .collect(),
        )
    }

    /// The first value of this name, trimmed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The first value of this name, trimmed; none when it was not sent.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find_map(|(key, value)| (key == name).then_some(value.trim()))
    }

    /// All pairs, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// The fields of the address (`?a=1`).
#[derive(Debug, Clone)]
pub struct QueryFields(pub Fields);

impl<S: Sync> FromRequestParts<S> for QueryFields {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Fields::parse(
            parts.uri.query().unwrap_or_default().as_bytes(),
        )))
    }
}

/// The fields of a posted form. The gate has read and checked the body before (see [`super::gate`]) and
/// left the pairs in the request's extensions.
#[derive(Debug, Clone)]
pub struct FormFields(pub Fields);

impl<S: Sync> FromRequestParts<S> for FormFields {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts
            .extensions
            .get::<Self>()
            .cloned()
            .unwrap_or(Self(Fields::default())))
    }
}

/// Whether the request carries a form body.
pub fn is_form(request: &Request) -> bool {
    content_type(request).is_some_and(|kind| kind.eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

/// Whether the request carries a JSON body.
pub fn is_json(request: &Request) -> bool {
    content_type(request).is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"))
}

fn content_type(request: &Request) -> Option<&str> {
    let value = request
        .headers()
        .get(axum::http::header::CONTENT_TYPE)?
        .to_str()
        .ok()?;
    Some(value.split(';').next().unwrap_or(value).trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_value_counts_and_is_trimmed() {
        let fields = Fields::parse("price=+80%E4%B8%87+&price=1&empty=".as_bytes());
        assert_eq!(fields.get("price"), "80万");
        assert_eq!(fields.find("empty"), Some(""));
        assert_eq!(fields.find("absent"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_understood_as_some_fields(bytes: Vec<u8>) {
            prop_assert!(Fields::parse(&bytes).pairs().len() <= MAX_PAIRS);
        }
    }
}
