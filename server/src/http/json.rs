//! Bodies of the JSON interface: what cannot be read is answered with a problem document that names the
//! member at fault.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;

use super::form::is_json;
use super::problem::{FieldProblem, Problem};

/// A JSON body as `T`, which should refuse unknown members (`#[serde(deny_unknown_fields)]`).
#[derive(Debug, Clone)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(&request) {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "请用 Content-Type: application/json 发送。",
            ));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Problem::new(rejection.status(), "内容太大，或没有传完。"))?;
        parse(&bytes).map(Self)
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let at_fault = error.path().to_string();
        match error.inner().classify() {
            // serde's own words name types and members, never values of ours.
            serde_json::error::Category::Data => Problem::fields(vec![FieldProblem::new(
                at_fault,
                "缺少、多余，或不是这里要的类型",
            )]),
            _ => Problem::new(StatusCode::BAD_REQUEST, "内容不是完整的 JSON。"),
        }
    })?;
    reader
        .end()
        .map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "JSON 之后还有多余的内容。"))?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        slot: String,
    }

    #[test]
    fn the_member_at_fault_is_named() {
        assert_eq!(parse::<Body>(br#"{"slot":"a"}"#).unwrap().slot, "a");
        assert_eq!(
            parse::<Body>(br#"{"slot":1}"#).unwrap_err().errors[0].field,
            "slot"
        );
        assert_eq!(
            parse::<Body>(br#"{"slot":"a","more":1}"#).unwrap_err().status,
            422
        );
        assert_eq!(parse::<Body>(b"{").unwrap_err().status, 400);
        assert_eq!(parse::<Body>(br#"{"slot":"a"} x"#).unwrap_err().status, 400);
    }
}
