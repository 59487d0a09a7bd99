//! The provider that writes into a file: for the demonstration, and for a centre whose own system takes messages from there. One
//! JSON object a line; a message that was written already is not written again.

use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use app::text::Lang;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::{Provider, Telling};
use crate::job::store::JobId;
use crate::job::undone::Undone;

/// A line of the file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The message's number.
    pub id: String,
    /// The phone.
    pub to: String,
    /// The language of the sentence, BCP 47.
    pub lang: String,
    /// The template's name.
    pub template: String,
    /// The whole sentence.
    pub text: String,
}

/// Writes messages into a file that only its owner can read.
pub struct FileProvider {
    path: PathBuf,
    /// One message at a time.
    writing: Arc<Mutex<()>>,
}

impl FileProvider {
    /// Messages into this file, which is made if it is not there: better no portal than one whose codes never arrive.
    pub fn open(path: PathBuf) -> std::io::Result<Self> {
        appending(&path)?;
        Ok(Self {
            path,
            writing: Arc::default(),
        })
    }

    /// What was written, the latest first; at most `limit`.
    pub fn told(path: &std::path::Path, limit: usize) -> std::io::Result<Vec<Told>> {
        let file = match std::fs::File::open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        let mut last = std::collections::VecDeque::with_capacity(limit);
        for line in BufReader::new(file).split(b'\n') {
            // A line that a crash cut short, perhaps within a character, is no message.
            if let Ok(told) = serde_json::from_slice::<Told>(&line?) {
                if last.len() == limit {
                    last.pop_back();
                }
                last.push_front(told);
            }
        }
        Ok(last.into())
    }
}

#[async_trait]
impl Provider for FileProvider {
    async fn send(&self, id: JobId, to: &str, telling: &Telling, lang: Lang) -> Result<(), Undone> {
        let told = Told {
            id: id.to_string(),
            to: to.to_owned(),
            lang: lang.tag().to_owned(),
            template: telling.template().to_owned(),
            text: telling.sentence(lang),
        };
        let writing = Arc::clone(&self.writing).lock_owned().await;
        let path = self.path.clone();
        let written = tokio::task::spawn_blocking(move || {
            let _held = writing;
            write(&path, &told)
        });
        let written = written.await.map_err(|error| Undone::ForNow(error.to_string()))?;
        written.map_err(|error| Undone::ForNow(format!("the file of messages: {error}")))
    }
}

fn appending(path: &std::path::Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::File::options();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn write(path: &std::path::Path, told: &Told) -> std::io::Result<()> {
    const LOOKED_AT: usize = 1000;
    if FileProvider::told(path, LOOKED_AT)?
        .iter()
        .any(|earlier| earlier.id == told.id)
    {
        return Ok(());
    }
    let mut line = serde_json::to_string(told)?;
    // Begins a line of its own also after one that a crash cut short.
    line.insert(0, '\n');
    line.push('\n');
    let mut file = appending(path)?;
    file.write_all(line.as_bytes())?;
    file.sync_data()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_message_is_written_once_whatever_was_cut_short_before() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("messages.jsonl");
        assert!(FileProvider::told(&path, 9).unwrap().is_empty());
        // Cut short within a character.
        std::fs::write(&path, &"{\"id\":\"验".as_bytes()[..9]).unwrap();
        let provider = FileProvider::open(path.clone()).unwrap();
        let telling = |code: &str| Telling::Code {
            code: code.to_owned(),
        };
        for (id, code) in [(1, "111111"), (1, "111111"), (2, "222222")] {
            let sent = provider
                .send(JobId([id; 16]), "13900000000", &telling(code), Lang::ZhCn)
                .await;
            sent.unwrap();
        }
        let told = FileProvider::told(&path, 9).unwrap();
        let texts: Vec<_> = told.iter().map(|told| told.text.as_str()).collect();
        assert_eq!(texts.len(), 2);
        assert!(
            texts[0].contains("222222") && texts[1].contains("111111"),
            "{texts:?}"
        );
        assert_eq!(FileProvider::told(&path, 1).unwrap().len(), 1);
    }
}
