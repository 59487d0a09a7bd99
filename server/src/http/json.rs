//! Bodies of the JSON interface: what cannot be read is answered with a problem document that names the
//! member at fault.

use app::text::problem::Body as Words;
use app::text::text;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::form::is_json;
use super::language::Language;
use super::rejection::Rejection;

/// A JSON body as `T`, which should refuse unknown members (`#[serde(deny_unknown_fields)]`).
#[derive(Debug, Clone)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let words = &text(Language::of(request.extensions())).problem.body;
        if !is_json(&request) {
            return Err(Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, words.send_json).into());
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|refused| Rejection::new(refused.status(), words.incomplete))?;
        Ok(parse(&bytes, words).map(Self)?)
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8], words: &Words) -> Result<T, Rejection> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let at_fault = error.path().to_string();
        match error.inner().classify() {
            // serde's own words name types and members, never values of ours.
            serde_json::error::Category::Data => Rejection::field(at_fault, words.member),
            _ => Rejection::new(StatusCode::BAD_REQUEST, words.not_json),
        }
    })?;
    reader
        .end()
        .map_err(|_| Rejection::new(StatusCode::BAD_REQUEST, words.trailing))?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use app::text::Lang;

    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        slot: String,
    }

    #[test]
    fn the_member_at_fault_is_named() {
        let parse = |bytes: &[u8]| parse::<Body>(bytes, &text(Lang::ZhCn).problem.body);
        assert_eq!(parse(br#"{"slot":"a"}"#).unwrap().slot, "a");
        assert_eq!(parse(br#"{"slot":1}"#).unwrap_err().errors[0].field, "slot");
        assert_eq!(parse(br#"{"slot":"a","more":1}"#).unwrap_err().status, 422);
        assert_eq!(parse(b"{").unwrap_err().status, 400);
        assert_eq!(parse(br#"{"slot":"a"} x"#).unwrap_err().status, 400);
    }
}
