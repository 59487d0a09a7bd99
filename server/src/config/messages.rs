//! The part of the configuration that says how messages reach people's phones.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// How messages reach people's phones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// The file they are written into, one JSON object a line, for the system that sends them; of no use with a gateway.
    pub file: PathBuf,
    /// The gateway that sends them, in place of the file.
    pub gateway: Option<Gateway>,
}

/// A gateway that sends messages when it is asked over HTTP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gateway {
    /// Where it is asked; `https://`, but for a demonstration.
    pub url: String,
    /// File with the secret that requests are signed with; readable by its owner only.
    pub secret_file: PathBuf,
    /// What the gateway calls each message.
    pub templates: Vec<Template>,
    /// Seconds a request may take.
    #[serde(default = "gateway_seconds")]
    pub seconds: u64,
}

const fn gateway_seconds() -> u64 {
    10
}

/// A message as the gateway knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Our name: `code`.
    pub name: String,
    /// The language: `zh-CN` or `en`.
    pub lang: String,
    /// The gateway's number of it.
    pub id: String,
}

impl Default for Messages {
    fn default() -> Self {
        Self {
            file: PathBuf::from("data/messages.jsonl"),
            gateway: None,
        }
    }
}
