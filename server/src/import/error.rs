//! Why an import was refused, in words the person who made the export can act on.
//!
//! Personal values are never quoted: file, line and column lead to them in the file itself.

use super::store::Defect;
use crate::store::error::StoreError;
use std::{fmt, io, path::PathBuf};

/// Why an import was refused. Nothing in the store changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Files, or rows in them, are wrong.
    #[error("{0}")]
    Bad(Report),
    /// The export is sound in itself, but stands oddly beside the one in use.
    #[error(
        "this looks like the wrong export: {}; if it is meant so, repeat with --force",
        .0.join("; ")
    )]
    Odd(Vec<String>),
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

/// Everything found wrong, the first thousand faults by file and line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    faults: Vec<Fault>,
    total: u64,
}

/// The most faults a report lists; the rest are counted.
const MOST: usize = 1000;

impl Report {
    /// What is listed.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many there are, those beyond the list included.
    pub const fn total(&self) -> u64 {
        self.total
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [only] = self.faults.as_slice() {
            return only.fmt(f);
        }
        write!(f, "{} faults", self.total)?;
        let listed = self.faults.len() as u64;
        if listed < self.total {
            write!(f, ", the first {listed} of which are")?;
        }
        f.write_str(":")?;
        for fault in &self.faults {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

/// What is found wrong while files are read.
#[derive(Debug, Default)]
pub(super) struct Faults {
    listed: Vec<Fault>,
    total: u64,
    /// Where the present file's begin.
    from: usize,
}

impl Faults {
    pub(super) fn push(&mut self, fault: Fault) {
        self.total += 1;
        if self.listed.len() < MOST {
            self.listed.push(fault);
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// The present file is done: what showed only later in it is put in its place.
    pub(super) fn end_of_file(&mut self) {
        if let Some(of_file) = self.listed.get_mut(self.from..) {
            of_file.sort_by_key(|fault| (fault.line.is_none(), fault.line));
        }
        self.from = self.listed.len();
    }

    /// Nothing wrong, or the report.
    pub(super) fn into_result(mut self) -> Result<(), ImportError> {
        self.end_of_file();
        if self.is_empty() {
            return Ok(());
        }
        Err(ImportError::Bad(Report {
            faults: self.listed,
            total: self.total,
        }))
    }
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
        Self::Bad(Report {
            faults: vec![fault],
            total: 1,
        })
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
