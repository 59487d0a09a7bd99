//! One import from beginning to end: a thread reads and judges rows, the store stages them as they come, and when
//! all of them are in and fit together, one transaction swaps them in.

use super::{
    encoding::{self, Encoding},
    error::{Fault, Faults, ImportError},
    files::{Record, has_field},
    former::{self, Former},
    manifest::Manifest,
    mapping::Mapping,
    names::{MANIFEST, file_of},
    progress::Progress,
    reader::{Folder, Reader},
    seen::Seen,
    store::{Batch, ImportRecord, ImportStore, Stage, Table},
};
use crate::clock::Clock;
use fund::records::{Account, AccountEntry, Employer, LoanAccount, LoanEntry, Member};
use std::{
    fmt, mem,
    path::Path,
    time::{Duration, Instant},
};
use tokio::sync::mpsc;

/// Rows in a batch. Large enough that a hand-over costs nothing, small enough that a few of them fit anywhere.
const BATCH: usize = 4096;
/// Batches read ahead of the store.
const AHEAD: usize = 3;

/// An import that was swapped in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What the store recorded.
    pub record: ImportRecord,
    /// How the files were written.
    pub encoding: Encoding,
    /// How long it took.
    pub took: Duration,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let record = &self.record;
        writeln!(
            f,
            "Imported the data of {} at the close of {}, in {}:",
            record.issuer, record.as_of, self.encoding
        )?;
        for (table, rows) in Table::ALL.into_iter().zip(record.rows) {
            writeln!(f, "  {:<17} {rows:>10} rows", file_of(table))?;
        }
        writeln!(
            f,
            "  account balances {} yuan, loan balances {} yuan",
            record.balance.grouped(),
            record.loan_balance.grouped()
        )?;
        let rows: u64 = record.rows.iter().sum();
        write!(
            f,
            "{rows} rows in {:.1?}, {} rows/s",
            self.took,
            per_second(rows, self.took)
        )
    }
}

/// Rows per second, rounded down.
pub(super) fn per_second(rows: u64, took: Duration) -> u128 {
    u128::from(rows) * 1_000_000 / took.as_micros().max(1)
}

/// Imports the folder: stages its rows, checks them, and swaps them in by one transaction. When it fails the data in
/// use are what they were before.
///
/// An export that stands oddly beside the one in use is refused, unless `former` says that it may.
///
/// Shows a progress bar when standard error is a terminal. Needs a multi-threaded tokio runtime to be quick.
pub async fn run(
    dir: &Path,
    store: &dyn ImportStore,
    clock: &dyn Clock,
    former: Former,
) -> Result<Summary, ImportError> {
    let started = Instant::now();
    let manifest = Manifest::read(dir)?;
    if manifest.as_of > clock.today() {
        let reason = format!("as_of, {}, lies in the future", manifest.as_of);
        return Err(Fault::of_file(MANIFEST, reason).into());
    }
    if former == Former::MustFit {
        former::check(&manifest.expected(), store.last_import().await?.as_ref())?;
    }
    let mapping = Mapping::read(dir, has_field)?;
    let mut stage = store.begin(manifest.expected()).await?;
    let encoding = match fill(stage.as_mut(), dir, manifest, mapping).await {
        Ok(encoding) => encoding,
        Err(error) => return Err(give_up(stage, error).await),
    };
    let record = stage.swap(clock.now()).await?;
    Ok(Summary {
        record,
        encoding,
        took: started.elapsed(),
    })
}

/// Clears the stage away. Why the import failed matters more than whether that works: what is left the next one clears.
async fn give_up(stage: Box<dyn Stage>, error: ImportError) -> ImportError {
    if let Err(leftover) = stage.abandon().await {
        tracing::warn!(error = %leftover, "an import given up left something behind");
    }
    error
}

async fn fill(
    stage: &mut dyn Stage,
    dir: &Path,
    manifest: Manifest,
    mapping: Mapping,
) -> Result<Encoding, ImportError> {
    let (sender, mut batches) = mpsc::channel(AHEAD);
    let dir = dir.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        // The store has failed, and says why, when nobody takes the batch.
        read_all(&dir, &manifest, &mapping, &mut |batch| {
            sender.blocking_send(batch).is_ok()
        })
    });
    while let Some(batch) = batches.recv().await {
        stage.append(batch).await?;
    }
    let encoding = reading.await.map_err(|_| ImportError::Stopped)??;
    let defects = stage.check().await?;
    if defects.is_empty() {
        Ok(encoding)
    } else {
        Err(ImportError::Defects(defects))
    }
}

/// Reads and judges every file, and hands the rows on in batches until `take` wants no more, or something is wrong: then the
/// rest is read for what else is.
pub(super) fn read_all(
    dir: &Path,
    manifest: &Manifest,
    mapping: &Mapping,
    take: &mut dyn FnMut(Batch) -> bool,
) -> Result<Encoding, ImportError> {
    let encoding = encoding::of_folder(dir, manifest.encoding)?;
    let folder = Folder {
        dir,
        manifest,
        mapping,
        encoding,
    };
    let mut faults = Faults::default();
    let employers = Reader::<Employer>::open(folder, &mut faults)?;
    let members = Reader::<Member>::open(folder, &mut faults)?;
    let accounts = Reader::<Account>::open(folder, &mut faults)?;
    let entries = Reader::<AccountEntry>::open(folder, &mut faults)?;
    let loans = Reader::<LoanAccount>::open(folder, &mut faults)?;
    let loan_entries = Reader::<LoanEntry>::open(folder, &mut faults)?;
    let mut reading = Reading {
        take,
        seen: Seen::default(),
        faults,
        progress: Progress::new(dir),
    };
    // Without all of a file every row of the next ones that refers to it would be wrong.
    let _ = reading.faults.is_empty()
        && reading.file(employers)?
        && reading.file(members)?
        && reading.file(accounts)?
        && reading.file(entries)?
        && reading.file(loans)?
        && reading.file(loan_entries)?;
    reading.faults.into_result()?;
    Ok(encoding)
}

struct Reading<'a> {
    take: &'a mut dyn FnMut(Batch) -> bool,
    seen: Seen,
    faults: Faults,
    progress: Progress,
}

impl Reading<'_> {
    /// Reads a file; false if it breaks off.
    fn file<R: Record>(&mut self, reader: Option<Reader<'_, R>>) -> Result<bool, ImportError> {
        let Some(mut reader) = reader else {
            return Ok(false);
        };
        let mut rows = Vec::with_capacity(BATCH);
        while reader.next(&mut self.seen, &mut rows, &mut self.faults)? {
            if rows.len() >= BATCH {
                self.progress.at(reader.position().min(reader.size), rows.len());
                self.hand_on(mem::replace(&mut rows, Vec::with_capacity(BATCH)))?;
            }
        }
        self.progress.end_of_file(reader.size, rows.len());
        self.faults.end_of_file();
        self.hand_on(rows)?;
        Ok(!reader.broke_off)
    }

    fn hand_on<R: Record>(&mut self, rows: Vec<R>) -> Result<(), ImportError> {
        if rows.is_empty() || !self.faults.is_empty() || (self.take)(R::batch(rows)) {
            Ok(())
        } else {
            Err(ImportError::Stopped)
        }
    }
}
