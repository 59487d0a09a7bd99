//! The provider that asks a gateway over HTTP: a template's number and its values, signed, under a number that is the same at every try.
//!
//! ```text
//! POST <url>
//! Content-Type: application/json
//! Idempotency-Key: <32 hex digits>
//! X-Anju-Timestamp: <seconds since 1970>
//! X-Anju-Signature: <hex of HMAC-SHA256 over "<timestamp>.<body>" under the shared secret>
//!
//! {"id":"…","to":"139…","template":"SMS_1001","params":{"code":"123456"}}
//! ```
//!
//! | answer | what follows |
//! | --- | --- |
//! | 2xx, or 409 (the gateway has this number already) | done |
//! | 408, 425, 429, 5xx, none | tried again |
//! | anything else | given up: it will not be accepted another time either |

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::text::Lang;
use async_trait::async_trait;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Serialize;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Provider, ProviderError, Telling};
use crate::clock::Clock;
use crate::config::{Gateway, Template};
use crate::job::store::JobId;
use crate::job::undone::Undone;
use crate::seal::refuse_exposed;

/// A secret shorter than this is no secret.
const LEAST_SECRET: usize = 32;

/// Asks a gateway.
pub struct HttpProvider {
    agent: ureq::Agent,
    url: String,
    secret: Arc<Zeroizing<String>>,
    templates: Vec<Template>,
    clock: Arc<dyn Clock>,
}

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    to: &'a str,
    template: &'a str,
    params: std::collections::BTreeMap<&'static str, &'a str>,
}

impl HttpProvider {
    /// A gateway as the configuration describes it; reads its secret.
    pub fn new(gateway: &Gateway, clock: Arc<dyn Clock>) -> Result<Self, ProviderError> {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(gateway.seconds)))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(Self {
            agent: agent.into(),
            url: gateway.url.clone(),
            secret: Arc::new(secret(&gateway.secret_file)?),
            templates: gateway.templates.clone(),
            clock,
        })
    }

    /// The gateway's name of what is told; in Chinese where there is none in the language.
    fn template(&self, telling: &Telling, lang: Lang) -> Option<&str> {
        let of = |lang: Lang| {
            let fits =
                |template: &&Template| template.name == telling.template() && template.lang == lang.tag();
            self.templates.iter().find(fits)
        };
        of(lang)
            .or_else(|| of(Lang::ZhCn))
            .map(|template| template.id.as_str())
    }
}

/// The secret in a file that only its owner can read.
fn secret(path: &Path) -> Result<Zeroizing<String>, ProviderError> {
    let read = |source| ProviderError::Secret {
        path: path.to_owned(),
        source,
    };
    let metadata = std::fs::metadata(path).map_err(read)?;
    refuse_exposed(path, &metadata).map_err(|_| ProviderError::Exposed(path.to_owned()))?;
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(read)?);
    let secret = Zeroizing::new(text.trim().to_owned());
    if secret.len() < LEAST_SECRET {
        return Err(ProviderError::ShortSecret(path.to_owned()));
    }
    Ok(secret)
}

/// The signature of a body sent at a time.
fn signature(secret: &str, timestamp: &str, body: &str) -> Result<String, Undone> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    let mut mac = mac.map_err(|error| Undone::ForGood(error.to_string()))?;
    for part in [timestamp, ".", body] {
        mac.update(part.as_bytes());
    }
    Ok(hex::encode(mac.finalize().into_bytes()))
}

#[async_trait]
impl Provider for HttpProvider {
    async fn send(&self, id: JobId, to: &str, telling: &Telling, lang: Lang) -> Result<(), Undone> {
        let no_template = || Undone::ForGood(format!("the gateway has no template `{}`", telling.template()));
        let id = id.to_string();
        let body = Body {
            id: &id,
            to,
            template: self.template(telling, lang).ok_or_else(no_template)?,
            params: telling.params().into_iter().collect(),
        };
        let body = serde_json::to_string(&body).map_err(|error| Undone::ForGood(error.to_string()))?;
        let timestamp = self.clock.now().timestamp().to_string();
        let signature = signature(&self.secret, &timestamp, &body)?;
        let request = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .header("idempotency-key", &id)
            .header("x-anju-timestamp", &timestamp)
            .header("x-anju-signature", &signature);
        let answer = tokio::task::spawn_blocking(move || request.send(&body)).await;
        let answer = answer.map_err(|error| Undone::ForNow(error.to_string()))?;
        match answer {
            Ok(answer) => judged(answer.status().as_u16()),
            Err(error) => Err(Undone::ForNow(format!("the gateway does not answer: {error}"))),
        }
    }
}

/// What an answer means.
fn judged(status: u16) -> Result<(), Undone> {
    match status {
        200..=299 | 409 => Ok(()),
        408 | 425 | 429 | 500..=599 => Err(Undone::ForNow(format!("the gateway answers {status}"))),
        _ => Err(Undone::ForGood(format!("the gateway answers {status}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::FixedClock;
    use axum::http::{HeaderMap, StatusCode};
    use axum::routing::post;
    use std::collections::VecDeque;
    use std::sync::Mutex;

    const SECRET: &str = "0123456789abcdef0123456789abcdef";

    type Seen = Arc<Mutex<Vec<(HeaderMap, String)>>>;

    /// A gateway that answers so, one after the other, and keeps what it was sent.
    async fn gateway(answers: &[u16]) -> (String, Seen) {
        let seen = Seen::default();
        let answers = Arc::new(Mutex::new(VecDeque::from(answers.to_vec())));
        let kept = Arc::clone(&seen);
        let router = axum::Router::new().route(
            "/send",
            post(async move |headers: HeaderMap, body: String| {
                kept.lock().unwrap().push((headers, body));
                StatusCode::from_u16(answers.lock().unwrap().pop_front().unwrap()).unwrap()
            }),
        );
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (url, seen)
    }

    fn provider(url: String, dir: &Path) -> HttpProvider {
        let secret_file = dir.join("secret");
        write_secret(&secret_file, SECRET, 0o600);
        let template = |lang: &str, id: &str| Template {
            name: "code".to_owned(),
            lang: lang.to_owned(),
            id: id.to_owned(),
        };
        let gateway = Gateway {
            url,
            secret_file,
            templates: vec![template("zh-CN", "SMS_1"), template("en", "SMS_2")],
            seconds: 2,
        };
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 24)
            .unwrap()
            .and_hms_opt(10, 0, 0)
            .unwrap();
        HttpProvider::new(&gateway, Arc::new(FixedClock::at(now))).unwrap()
    }

    fn write_secret(path: &Path, secret: &str, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::write(path, format!("{secret}\n")).unwrap();
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    async fn sent(provider: &HttpProvider, lang: Lang) -> Result<(), Undone> {
        let telling = Telling::Code {
            code: "012345".to_owned(),
        };
        provider.send(JobId([9; 16]), "13900000001", &telling, lang).await
    }

    #[tokio::test]
    async fn what_is_sent_is_signed_and_bears_the_same_number_at_every_try() {
        let dir = tempfile::tempdir().unwrap();
        let (url, seen) = gateway(&[503, 200, 409]).await;
        let provider = provider(url, dir.path());
        assert!(matches!(
            sent(&provider, Lang::ZhCn).await,
            Err(Undone::ForNow(_))
        ));
        sent(&provider, Lang::En).await.unwrap();
        sent(&provider, Lang::ZhCn).await.unwrap();
        let seen = seen.lock().unwrap();
        for (headers, body) in &*seen {
            let header = |name: &str| headers[name].to_str().unwrap();
            assert_eq!(header("idempotency-key"), "09".repeat(16));
            let signed = signature(SECRET, header("x-anju-timestamp"), body).unwrap();
            assert_eq!(header("x-anju-signature"), signed);
        }
        assert_eq!(
            seen[1].1,
            format!(
                "{{\"id\":\"{}\",\"to\":\"13900000001\",\"template\":\"SMS_2\",\"params\":{{\"code\":\"012345\"}}}}",
                "09".repeat(16)
            )
        );
        assert!(seen[2].1.contains("SMS_1"));
    }

    #[tokio::test]
    async fn what_will_never_be_accepted_is_given_up_and_nothing_personal_is_said() {
        let dir = tempfile::tempdir().unwrap();
        let (url, _) = gateway(&[400, 401, 302, 429, 500]).await;
        let own = provider(url, dir.path());
        for _ in 0..3 {
            let given_up = sent(&own, Lang::ZhCn).await.unwrap_err();
            assert!(
                matches!(&given_up, Undone::ForGood(why) if !why.contains("139") && !why.contains("012345"))
            );
        }
        for _ in 0..2 {
            assert!(matches!(sent(&own, Lang::ZhCn).await, Err(Undone::ForNow(_))));
        }
        let nobody = provider("http://127.0.0.1:9/send".to_owned(), dir.path());
        assert!(matches!(sent(&nobody, Lang::ZhCn).await, Err(Undone::ForNow(_))));
        let without = HttpProvider {
            templates: Vec::new(),
            ..nobody
        };
        assert!(matches!(
            sent(&without, Lang::ZhCn).await,
            Err(Undone::ForGood(_))
        ));
    }

    #[test]
    fn a_secret_is_long_and_its_owners() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("secret");
        assert!(matches!(secret(&path), Err(ProviderError::Secret { .. })));
        write_secret(&path, "short", 0o600);
        assert!(matches!(secret(&path), Err(ProviderError::ShortSecret(_))));
        write_secret(&path, SECRET, 0o640);
        assert!(matches!(secret(&path), Err(ProviderError::Exposed(_))));
        write_secret(&path, SECRET, 0o400);
        assert_eq!(secret(&path).unwrap().as_str(), SECRET);
    }
}
