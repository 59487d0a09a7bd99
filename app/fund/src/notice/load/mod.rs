//! A flow from its TOML file, or every reason why not, each with its line.

mod check;
mod condition;
mod raw;
mod read;

use super::flow::Flow;
use crate::bilingual::Bilingual;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct FlowError {
    /// The file, as named by the caller.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

impl Flow {
    /// Reads and checks a flow. `file_name` is its name for messages; its stem must be the flow's code.
    ///
    /// Refused are: unknown keys, codes that are malformed or used twice, conditions over questions that do
    /// not exist or come later, options and bounds that cannot occur; and, after walking every way through
    /// the flow, questions that are never asked or decide nothing, refusals, items and notes that can never
    /// apply, and ways that end with neither an item nor a refusal.
    pub fn from_toml(file_name: &str, text: &str) -> Result<Self, Vec<FlowError>> {
        let mut problems = Problems {
            file: file_name,
            text,
            found: Vec::new(),
        };
        let flow = match toml::from_str::<raw::Flow>(text) {
            Ok(raw) => {
                let (flow, places) = read::flow(raw, &mut problems);
                // Walked only when sound: a broken condition would be blamed again at the end of every way.
                if problems.found.is_empty() {
                    check::every_way(&flow, &places, &mut problems);
                }
                Some(flow)
            }
            Err(error) => {
                problems.add(error.span().unwrap_or_default().start, error.message());
                None
            }
        };
        match flow {
            Some(flow) if problems.found.is_empty() => Ok(flow),
            _ => Err(problems.by_line()),
        }
    }
}

/// What was found wrong so far.
struct Problems<'a> {
    file: &'a str,
    text: &'a str,
    found: Vec<FlowError>,
}

impl Problems<'_> {
    /// `at` is the byte where it stands.
    fn add(&mut self, at: usize, reason: impl Into<String>) {
        let before = self.text.bytes().take(at);
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        self.found.push(FlowError {
            file: self.file.to_owned(),
            line,
            reason: reason.into(),
        });
    }

    fn by_line(mut self) -> Vec<FlowError> {
        self.found.sort_by_key(|error| error.line);
        self.found
    }

    /// The text `name` with its English; what is wrong with it is reported.
    fn text(&mut self, at: usize, name: &str, zh: String, en: Option<String>) -> Bilingual {
        let text = Bilingual::new(zh, en);
        if let Some(fault) = text.fault() {
            self.add(at, format!("{name} {fault}"));
        }
        text
    }

    /// A text that may be left out; then there must be no English of it either.
    fn optional_text(
        &mut self,
        at: usize,
        name: &str,
        zh: Option<String>,
        en: Option<String>,
    ) -> Option<Bilingual> {
        match (zh, en) {
            (Some(zh), en) => Some(self.text(at, name, zh, en)),
            (None, Some(_)) => {
                self.add(at, format!("{name}_en stands without {name}"));
                None
            }
            (None, None) => None,
        }
    }

    fn check(&mut self, holds: bool, at: usize, reason: impl FnOnce() -> String) {
        if !holds {
            self.add(at, reason());
        }
    }
}
