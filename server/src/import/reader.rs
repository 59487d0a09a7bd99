//! Reads one file row by row: header, cells, checks, control figures. Never holds more than one row.

use super::{
    cells::{CellFault, Cells, Column},
    encoding::{self, Encoding, Text},
    error::{Fault, Faults, ImportError},
    files::Record,
    manifest::{Control, Manifest},
    mapping::Mapping,
    names::{MANIFEST, file_of},
    seen::Seen,
    store::Table,
};
use csv::StringRecord;
use std::{
    io::{self, Read},
    marker::PhantomData,
    path::{Path, PathBuf},
};

/// The longest row, in bytes. A row beyond it is a quotation mark that was never closed.
const LONGEST_ROW: usize = 1024 * 1024;
const BUFFER: usize = 64 * 1024;

/// What all files are read with.
#[derive(Clone, Copy)]
pub(super) struct Folder<'a> {
    pub(super) dir: &'a Path,
    pub(super) manifest: &'a Manifest,
    pub(super) mapping: &'a Mapping,
    pub(super) encoding: Encoding,
}

/// One file being read.
pub(super) struct Reader<'a, R> {
    csv: csv::Reader<Bounded<Text>>,
    record: StringRecord,
    places: Vec<Option<usize>>,
    width: usize,
    path: PathBuf,
    folder: Folder<'a>,
    found: Control,
    /// A row could not be read: the total is not the file's.
    spoilt: bool,
    /// It could not be read to its end.
    pub(super) broke_off: bool,
    /// Its size in bytes.
    pub(super) size: u64,
    rows: PhantomData<R>,
}

impl<'a, R: Record> Reader<'a, R> {
    /// Opens the file and reads its header; none when that is wrong.
    pub(super) fn open(folder: Folder<'a>, faults: &mut Faults) -> Result<Option<Self>, ImportError> {
        let name = file_of(R::TABLE);
        let path = folder.dir.join(name);
        let (text, size) = encoding::open(&path, folder.encoding).map_err(|source| ImportError::Read {
            path: path.clone(),
            source,
        })?;
        let mut csv = csv::ReaderBuilder::new()
            .buffer_capacity(BUFFER)
            .has_headers(false)
            .flexible(true)
            .from_reader(Bounded { inner: text, read: 0 });
        let mut record = StringRecord::new();
        let there = csv
            .read_record(&mut record)
            .map_err(|error| unreadable(&path, name, error))?;
        if !there {
            faults.push(Fault::of_file(
                name,
                "is empty; even without rows it must have a header",
            ));
            return Ok(None);
        }
        let line = line_of(&csv, &record);
        let Some(places) = header::<R>(&record, line, folder.mapping, faults) else {
            return Ok(None);
        };
        Ok(Some(Self {
            csv,
            places,
            width: record.len(),
            record,
            path,
            folder,
            found: Control::default(),
            spoilt: false,
            broke_off: false,
            size,
            rows: PhantomData,
        }))
    }

    /// Reads a row, hands what is complete on to `to`, and notes what is wrong. False at the end of the file, when its
    /// control figures have been held against the manifest's.
    pub(super) fn next(
        &mut self,
        seen: &mut Seen,
        to: &mut Vec<R>,
        faults: &mut Faults,
    ) -> Result<bool, ImportError> {
        self.csv.get_mut().read = 0;
        let read = self.csv.read_record(&mut self.record);
        match read.map_err(|error| unreadable(&self.path, file_of(R::TABLE), error)) {
            Ok(true) => {}
            Ok(false) => {
                for fault in R::finish(seen, to) {
                    faults.push(self.placed(fault, None));
                }
                self.check_control(faults);
                return Ok(false);
            }
            // The rest of the file cannot be read.
            Err(ImportError::Bad(report)) => {
                for fault in report.faults() {
                    faults.push(fault.clone());
                }
                self.broke_off = true;
                return Ok(false);
            }
            Err(other) => return Err(other),
        }
        let line = line_of(&self.csv, &self.record);
        self.found.rows += 1;
        for fault in self.take(line, seen, to) {
            faults.push(self.placed(fault, Some(line)));
        }
        if self.swallows_rows() {
            self.broke_off = true;
            return Ok(false);
        }
        Ok(true)
    }

    /// How far the reading has come, in bytes of UTF-8.
    pub(super) fn position(&self) -> u64 {
        self.csv.position().byte()
    }

    fn take(&mut self, line: u64, seen: &mut Seen, to: &mut Vec<R>) -> Vec<CellFault> {
        let cells = Cells {
            record: &self.record,
            places: &self.places,
            mapping: self.folder.mapping,
            as_of: self.folder.manifest.as_of,
            encoding_known: self.folder.manifest.encoding.is_some(),
            persons: R::TABLE != Table::Employer,
        };
        let read = self.right_width().and_then(|()| {
            let row = R::read(&cells)?;
            let total = R::TOTAL.map(|column| cells.signed(column)).transpose()?;
            Ok((row, total))
        });
        self.spoilt |= read.is_err();
        match read {
            Ok((row, total)) => {
                self.found.total += total.unwrap_or_default();
                row.fit(line, seen, to)
            }
            Err(fault) => {
                R::spoilt(&cells, line, seen);
                vec![fault]
            }
        }
    }

    /// Whether a quotation mark that is never closed has made one row of several: what follows cannot be trusted.
    fn swallows_rows(&self) -> bool {
        self.record.len() != self.width && self.record.as_slice().contains('\n')
    }

    fn right_width(&self) -> Result<(), CellFault> {
        let (columns, expected) = (self.record.len(), self.width);
        if columns == expected {
            return Ok(());
        }
        let unclosed = if self.swallows_rows() {
            ": is there a quotation mark that is never closed?"
        } else {
            ""
        };
        Err(CellFault::whole(format!(
            "has {columns} columns, the header has {expected}{unclosed}"
        )))
    }

    fn placed(&self, fault: CellFault, line: Option<u64>) -> Fault {
        let place = |column: Column| self.places.get(column.at).copied().flatten();
        Fault {
            file: file_of(R::TABLE).to_owned(),
            line: fault.line.or(line),
            column: fault.column.and_then(place).map(|place| place + 1),
            field: fault.column.map(|column| column.field.to_owned()),
            reason: fault.reason,
        }
    }

    fn check_control(&self, faults: &mut Faults) {
        let name = file_of(R::TABLE);
        let Control { rows, total } = *self.folder.manifest.controls.of(R::TABLE);
        if self.found.rows != rows {
            let reason = format!("has {} rows, {MANIFEST} says {rows}", self.found.rows);
            faults.push(Fault::of_file(name, reason));
        } else if let Some(column) = R::TOTAL
            && self.found.total != total
            && !self.spoilt
        {
            let field = column.field;
            let reason = format!(
                "{field} comes to {} yuan, {MANIFEST} says {total}",
                self.found.total
            );
            faults.push(Fault::of_file(name, reason));
        }
    }
}

/// The line on which the row just read begins. Counted back from where the next one begins, since blank lines may stand before
/// it; all lines end with LF by now.
fn line_of(csv: &csv::Reader<Bounded<Text>>, record: &StringRecord) -> u64 {
    let began = record.position().map_or(0, csv::Position::line);
    if csv.position().line() == began + 1 {
        return began;
    }
    let within = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
    began.max(csv.position().line().saturating_sub(1 + within))
}

/// Where each column of the record stands in the file; none when something is wrong. Every name of the file must be known,
/// once.
fn header<R: Record>(
    header: &StringRecord,
    line: u64,
    mapping: &Mapping,
    faults: &mut Faults,
) -> Option<Vec<Option<usize>>> {
    let name = file_of(R::TABLE);
    let names = mapping.names(R::TABLE);
    let mut wrong = Vec::new();
    let mut places = vec![None; R::COLUMNS.len()];
    for (place, text) in header.iter().map(str::trim).enumerate() {
        let column = R::COLUMNS.iter().find(|column| names.of(column.field) == text);
        let slot = column.and_then(|column| places.get_mut(column.at));
        let reason = match slot {
            Some(Some(_)) => format!("the column {text:?} is there twice"),
            Some(slot) => {
                *slot = Some(place);
                continue;
            }
            None if R::PASSED_OVER.contains(&text) || names.ignores(text) => continue,
            None => format!("unknown column {text:?}; if it is not wanted, say so in mapping.toml (ignore)"),
        };
        wrong.push(Fault {
            column: Some(place + 1),
            ..Fault::of_line(name, line, reason)
        });
    }
    if places.iter().all(Option::is_none) {
        // Its cells are not quoted: they may be a person's.
        let reason = "names none of the columns: is the header missing?";
        faults.push(Fault::of_line(name, line, reason));
        return None;
    }
    let missing: Vec<_> = R::COLUMNS
        .iter()
        .filter(|column| !column.optional && places.get(column.at).is_some_and(Option::is_none))
        .map(|column| names.of(column.field))
        .collect();
    if !missing.is_empty() {
        let reason = format!("the header lacks {}", missing.join(", "));
        wrong.push(Fault::of_line(name, line, reason));
    }
    if wrong.is_empty() {
        return Some(places);
    }
    for fault in wrong {
        faults.push(fault);
    }
    None
}

fn unreadable(path: &Path, name: &str, error: csv::Error) -> ImportError {
    let line = error.position().map(csv::Position::line);
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Fault::of_file(name, error.to_string()).into()
        }
        csv::ErrorKind::Io(source) => ImportError::Read {
            path: path.to_owned(),
            source,
        },
        _ => Fault {
            line,
            ..Fault::of_file(name, "is no CSV")
        }
        .into(),
    }
}

/// Stops a row that does not end.
struct Bounded<T> {
    inner: T,
    /// Bytes since the row began.
    read: usize,
}

impl<T: Read> Read for Bounded<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read > LONGEST_ROW {
            let reason = "a row is longer than 1 MiB: is there a quotation mark that is never closed?";
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
        }
        let read = self.inner.read(into)?;
        self.read += read;
        Ok(read)
    }
}
