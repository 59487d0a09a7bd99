//! What is wrong with an edition, and where.

use std::fmt;

/// One thing wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the edition's folder.
    pub file: String,
    /// The line, from 1; `None` when it concerns the whole file.
    pub line: Option<usize>,
    /// What is wrong, for the person who keeps the edition.
    pub reason: String,
}

impl Problem {
    /// A problem with a whole file.
    #[cfg(feature = "load")]
    pub(crate) fn of_file(file: &str, reason: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            reason: reason.into(),
        }
    }

    /// A problem with a line.
    #[cfg(feature = "load")]
    pub(crate) fn at(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::of_file(file, reason)
        }
    }
}

/// `file:line: reason`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Everything found wrong with an edition, in order of file and line. Displayed one problem a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionErrors(Vec<Problem>);

impl EditionErrors {
    /// Puts the problems in order.
    #[cfg(feature = "load")]
    pub(crate) fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        Self(problems)
    }

    /// The problems, in order of file and line.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for EditionErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for EditionErrors {}
