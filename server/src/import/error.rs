//! Why an import was refused, in words the person who made the export can act on.
//!
//! Personal values are never quoted: file, line and column lead to them in the file itself.

use super::store::Defect;
use crate::store::StoreError;
use std::{fmt, io, path::PathBuf};

/// Why an import was refused. Nothing in the store changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file is wrong.
    #[error("{0}")]
    Bad(Box<Fault>),
    /// The files are well-formed but do not fit together.
    #[error("the files do not fit together: {}", list(.0))]
    Defects(Vec<Defect>),
    /// A file could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The store could not take the rows.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The task that reads the files did not come to its end.
    #[error("reading stopped unexpectedly")]
    Stopped,
}

fn list(defects: &[Defect]) -> String {
    defects
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// What is wrong with a file, and where.
///
/// `Display` writes `accounts.csv, line 17, column 5 (GRZHYE): …`, leaving out what is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name within the folder.
    pub file: String,
    /// Line within the file, from 1.
    pub line: Option<u64>,
    /// Column of the table (not character of the line), from 1.
    pub column: Option<usize>,
    /// The field's name in the standard.
    pub field: Option<String>,
    /// What is wrong, as the rest of a sentence.
    pub reason: String,
}

impl Fault {
    /// Something wrong with a file as a whole.
    pub fn of_file(file: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: None,
            column: None,
            field: None,
            reason: reason.into(),
        }
    }

    /// Something wrong with one line.
    pub fn of_line(file: impl Into<String>, line: u64, reason: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::of_file(file, reason)
        }
    }
}

impl From<Fault> for ImportError {
    fn from(fault: Fault) -> Self {
        Self::Bad(Box::new(fault))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        match (self.column, &self.field) {
            (Some(column), Some(field)) => write!(f, ", column {column} ({field})")?,
            (Some(column), None) => write!(f, ", column {column}")?,
            (None, Some(field)) => write!(f, " ({field})")?,
            (None, None) => {}
        }
        write!(f, ": {}", self.reason)
    }
}
