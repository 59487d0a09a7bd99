//! The progress bar: bytes read of all files, rows, rows a second. Nothing unless standard error is a terminal.

use super::{names::file_of, run::per_second, store::Table};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;

pub(super) struct Progress {
    bar: ProgressBar,
    /// Bytes of the files that are done.
    done: u64,
    rows: u64,
}

impl Progress {
    pub(super) fn new(dir: &Path) -> Self {
        let size = |table| std::fs::metadata(dir.join(file_of(table))).map_or(0, |file| file.len());
        let bar = ProgressBar::new(Table::ALL.into_iter().map(size).sum());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}  {msg}  {eta} left") {
            bar.set_style(style);
        }
        Self {
            bar,
            done: 0,
            rows: 0,
        }
    }

    /// So many bytes of the present file have been read, and so many rows more.
    pub(super) fn at(&mut self, bytes: u64, rows: usize) {
        self.rows += rows as u64;
        self.bar.set_position(self.done + bytes);
        let speed = per_second(self.rows, self.bar.elapsed());
        self.bar
            .set_message(format!("{} rows, {speed} rows/s", self.rows));
    }

    /// The present file is done.
    pub(super) fn end_of_file(&mut self, size: u64, rows: usize) {
        self.at(size, rows);
        self.done += size;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
