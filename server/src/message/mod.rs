//! Messages: what the portal tells people on their phones. A message is a job, written with what it tells; a provider sends it.

mod file;
mod http;

pub use file::{FileProvider, Told};
pub use http::HttpProvider;

use std::path::PathBuf;
use std::sync::Arc;

use app::text::{Lang, text};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::config::Messages;
use crate::job::store::{Job, JobId, JobKind};
use crate::job::undone::Undone;

/// What a message says. A provider that sends by approved templates knows them by [`Telling::template`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum Telling {
    /// A one-time code.
    Code {
        /// The code.
        code: String,
    },
    /// A password was set.
    PasswordSet,
}

impl Telling {
    /// The template's name.
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Code { .. } => "code",
            Self::PasswordSet => "password_set",
        }
    }

    /// What fills the template's places, by their names.
    pub fn params(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Code { code } => vec![("code", code)],
            Self::PasswordSet => Vec::new(),
        }
    }

    /// The whole sentence, for a provider without templates.
    pub fn sentence(&self, lang: Lang) -> String {
        let words = &text(lang).account.code;
        match self {
            Self::Code { code } => (words.message)(code),
            Self::PasswordSet => words.password_set.to_owned(),
        }
    }
}

/// A message to a phone. `Debug` is missing on purpose: it would show number and code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The phone; none where there is nobody to tell, which takes the same work up to here.
    to: Option<String>,
    /// BCP 47.
    lang: String,
    #[serde(flatten)]
    telling: Telling,
}

impl Message {
    /// A message in the language of who caused it.
    pub fn new(to: Option<&fund::identity::Phone>, lang: Lang, telling: Telling) -> Self {
        Self {
            to: to.map(|phone| phone.as_str().to_owned()),
            lang: lang.tag().to_owned(),
            telling,
        }
    }

    /// As a job that is due at once and of no use after `ends_at`.
    pub fn job(
        &self,
        id: JobId,
        now: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> Result<Job, serde_json::Error> {
        Ok(Job {
            id,
            kind: JobKind::Message,
            payload: serde_json::to_string(self)?,
            due_at: now,
            ends_at,
            tries: 0,
        })
    }
}

/// Whoever brings messages to phones.
#[async_trait]
pub trait Provider: Send + Sync {
    /// Sends a message, or accepts it for sending. The job's number is the same at every try: a provider that has it sends nothing.
    async fn send(&self, id: JobId, to: &str, telling: &Telling, lang: Lang) -> Result<(), Undone>;
}

/// Why a provider cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// The file of messages cannot be written.
    #[error("messages: {}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file of the shared secret cannot be read.
    #[error("messages: the secret in {}: {source}", .path.display())]
    Secret {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Others than the owner can read the secret.
    #[error("messages: {} can be read by others: chmod 600 it", .0.display())]
    Exposed(PathBuf),
    /// The secret can be guessed.
    #[error("messages: the secret in {} has fewer than 32 characters", .0.display())]
    ShortSecret(PathBuf),
}

/// The provider that the configuration names.
pub fn provider(messages: &Messages, clock: Arc<dyn Clock>) -> Result<Box<dyn Provider>, ProviderError> {
    if let Some(gateway) = &messages.gateway {
        return Ok(Box::new(HttpProvider::new(gateway, clock)?));
    }
    let path = messages.file.clone();
    let opened = FileProvider::open(path.clone());
    Ok(Box::new(
        opened.map_err(|source| ProviderError::File { path, source })?,
    ))
}

/// Hands a message on to the provider.
pub(crate) async fn deliver(provider: &dyn Provider, job: &Job) -> Result<(), Undone> {
    let message: Message = serde_json::from_str(&job.payload)
        .map_err(|_| Undone::ForGood("the message cannot be read".to_owned()))?;
    let Some(to) = &message.to else { return Ok(()) };
    let lang = Lang::from_tag(&message.lang).unwrap_or(Lang::ZhCn);
    provider.send(job.id, to, &message.telling, lang).await
}
