//! Reads one file row by row: header, cells, checks, control figures. Never holds more than one row.

use super::{
    cells::{CellFault, Cells, Column},
    encoding::{self, Encoding, Text},
    error::{Fault, ImportError},
    files::{Record, file_of},
    manifest::{Control, MANIFEST, Manifest},
    mapping::Mapping,
    seen::Seen,
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

/// One file being read.
pub(super) struct Reader<'a, R> {
    csv: csv::Reader<Bounded<Text>>,
    record: StringRecord,
    places: Vec<Option<usize>>,
    width: usize,
    path: PathBuf,
    mapping: &'a Mapping,
    manifest: &'a Manifest,
    found: Control,
    /// How the file is written.
    pub(super) encoding: Encoding,
    /// Its size in bytes.
    pub(super) size: u64,
    rows: PhantomData<R>,
}

impl<'a, R: Record> Reader<'a, R> {
    /// Opens the file and reads its header.
    pub(super) fn open(
        dir: &Path,
        manifest: &'a Manifest,
        mapping: &'a Mapping,
    ) -> Result<Self, ImportError> {
        let name = file_of(R::TABLE);
        let path = dir.join(name);
        let (text, encoding, size) = encoding::open(&path, name)?;
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
            return Err(Fault::of_file(name, "is empty; even without rows it must have a header").into());
        }
        let places = header::<R>(&record, mapping)?;
        Ok(Self {
            csv,
            places,
            width: record.len(),
            record,
            path,
            mapping,
            manifest,
            found: Control::default(),
            encoding,
            size,
            rows: PhantomData,
        })
    }

    /// The next row, or none at the end of the file, when its control figures agree with the manifest's.
    pub(super) fn next(&mut self, seen: &mut Seen) -> Result<Option<R>, ImportError> {
        let name = file_of(R::TABLE);
        self.csv.get_mut().read = 0;
        let there = self
            .csv
            .read_record(&mut self.record)
            .map_err(|error| unreadable(&self.path, name, error))?;
        if !there {
            R::finish(seen).map_err(|fault| self.placed(fault, None))?;
            self.check_control()?;
            return Ok(None);
        }
        let line = self.record.position().map_or(0, csv::Position::line);
        if self.record.len() != self.width {
            let reason = format!("has {} columns, the header has {}", self.record.len(), self.width);
            return Err(Fault::of_line(name, line, reason).into());
        }
        let row = self
            .typed(line, seen)
            .map_err(|fault| self.placed(fault, Some(line)))?;
        Ok(Some(row))
    }

    /// How far the reading has come, in bytes of UTF-8.
    pub(super) fn position(&self) -> u64 {
        self.csv.position().byte()
    }

    fn typed(&mut self, line: u64, seen: &mut Seen) -> Result<R, CellFault> {
        let cells = Cells {
            record: &self.record,
            places: &self.places,
            mapping: self.mapping,
            as_of: self.manifest.as_of,
        };
        let mut row = R::read(&cells)?;
        row.fit(line, seen)?;
        self.found.rows += 1;
        if let Some(column) = R::TOTAL {
            self.found.total += cells.signed(column)?;
        }
        Ok(row)
    }

    fn placed(&self, fault: CellFault, line: Option<u64>) -> ImportError {
        let place = |column: Column| self.places.get(column.at).copied().flatten();
        Fault {
            file: file_of(R::TABLE).to_owned(),
            line: fault.line.or(line),
            column: fault.column.and_then(place).map(|place| place + 1),
            field: fault.column.map(|column| column.field.to_owned()),
            reason: fault.reason,
        }
        .into()
    }

    fn check_control(&self) -> Result<(), ImportError> {
        let name = file_of(R::TABLE);
        let Control { rows, total } = *self.manifest.controls.of(R::TABLE);
        if self.found.rows != rows {
            let reason = format!("has {} rows, {MANIFEST} says {rows}", self.found.rows);
            return Err(Fault::of_file(name, reason).into());
        }
        match R::TOTAL {
            Some(column) if self.found.total != total => {
                let field = column.field;
                let reason = format!(
                    "{field} comes to {} yuan, {MANIFEST} says {total}",
                    self.found.total
                );
                Err(Fault::of_file(name, reason).into())
            }
            _ => Ok(()),
        }
    }
}

/// Where each column of the record stands in the file. Every name of the file must be known, once.
fn header<R: Record>(header: &StringRecord, mapping: &Mapping) -> Result<Vec<Option<usize>>, ImportError> {
    let name = file_of(R::TABLE);
    let names = mapping.names(R::TABLE);
    let fault = |place: usize, reason: String| Fault {
        column: Some(place + 1),
        ..Fault::of_line(name, 1, reason)
    };
    let mut places = vec![None; R::COLUMNS.len()];
    for (place, text) in header.iter().map(str::trim).enumerate() {
        if let Some(column) = R::COLUMNS.iter().find(|column| names.of(column.field) == text) {
            if places.get(column.at).is_some_and(Option::is_some) {
                return Err(fault(place, format!("the column {text:?} is there twice")).into());
            }
            if let Some(slot) = places.get_mut(column.at) {
                *slot = Some(place);
            }
        } else if !R::PASSED_OVER.contains(&text) && !names.ignores(text) {
            let reason =
                format!("unknown column {text:?}; if it is not wanted, say so in mapping.toml (ignore)");
            return Err(fault(place, reason).into());
        }
    }
    let missing: Vec<_> = R::COLUMNS
        .iter()
        .filter(|column| !column.optional && places.get(column.at).is_some_and(Option::is_none))
        .map(|column| names.of(column.field))
        .collect();
    if missing.is_empty() {
        return Ok(places);
    }
    let reason = format!("the header lacks {}", missing.join(", "));
    Err(Fault::of_line(name, 1, reason).into())
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
