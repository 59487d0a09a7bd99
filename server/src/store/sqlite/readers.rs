//! The threads that read. Each owns a connection with the read copy in use attached to it as the schema `imported`, and
//! runs a whole unit of work without leaving it. Readers never wait for the writer: that is what a write-ahead log is for.

use super::{
    connection::{OnThread, open_reading},
    generation::{self, CURRENT},
    unit::{Job, Unit},
};
use crate::store::{
    error::{Doing as _, StoreError},
    sql::{Transaction, Work},
};
use rusqlite::{Connection, OptionalExtension as _};
use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;

/// Units of work that may wait. Beyond it the store answers [`StoreError::Busy`].
const QUEUE: usize = 4096;
/// How long a thread that has nothing to do keeps a read copy that is no longer in use: its file takes up room on disk
/// until the last one lets go.
const IDLE: Duration = Duration::from_secs(10);

/// Reading threads and what waits for them.
pub(super) struct Readers {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    work: Condvar,
}

#[derive(Default)]
struct Queue {
    units: VecDeque<Box<dyn Unit>>,
    closed: bool,
}

/// What a thread is to do.
enum Next {
    Unit(Box<dyn Unit>),
    /// Nothing came for a while.
    Idle,
    End,
}

/// What is attached to a connection as `imported`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attached {
    Nothing,
    /// The empty read copy, before the first import.
    Empty,
    Generation(i64),
}

impl Readers {
    /// Starts the threads on the database at `path`.
    pub(super) fn start(path: &Path) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::default());
        let count = std::thread::available_parallelism().map_or(4, |cores| cores.get().clamp(2, 8));
        let mut threads = Vec::with_capacity(count);
        for _ in 0..count {
            let reader = Reader::open(path)?;
            let shared = Arc::clone(&shared);
            let thread = std::thread::Builder::new()
                .name("anju-read".to_owned())
                .spawn(move || reader.serve(&shared));
            threads.push(thread.map_err(|source| StoreError::File {
                path: path.to_owned(),
                source,
            })?);
        }
        Ok(Self {
            shared,
            threads: Mutex::new(threads),
        })
    }

    /// Runs a unit of work on one of the threads.
    pub(super) async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.shared.push(Box::new(Job::new(work, reply)))?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Takes no more work, finishes what waits, and ends the threads. Idempotent.
    pub(super) fn close(&self) {
        self.shared.lock().closed = true;
        self.shared.work.notify_all();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // It catches its units' panics; should it fail all the same, there is nothing left to close.
            let _ = thread.join();
        }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.work.notify_all();
    }
}

impl Shared {
    fn push(&self, unit: Box<dyn Unit>) -> Result<(), StoreError> {
        let mut queue = self.lock();
        if queue.closed {
            return Err(StoreError::Closed);
        }
        if queue.units.len() >= QUEUE {
            return Err(StoreError::Busy("too much is waiting to be read"));
        }
        queue.units.push_back(unit);
        drop(queue);
        self.work.notify_one();
        Ok(())
    }

    fn next(&self) -> Next {
        let mut queue = self.lock();
        loop {
            if let Some(unit) = queue.units.pop_front() {
                return Next::Unit(unit);
            }
            if queue.closed {
                return Next::End;
            }
            let (again, waited) = self
                .work
                .wait_timeout(queue, IDLE)
                .unwrap_or_else(PoisonError::into_inner);
            if waited.timed_out() {
                return Next::Idle;
            }
            queue = again;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread's side.
struct Reader {
    path: PathBuf,
    connection: Connection,
    attached: Attached,
}

impl Reader {
    fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            path: path.to_owned(),
            connection: open_reading(path)?,
            attached: Attached::Nothing,
        })
    }

    fn serve(mut self, shared: &Shared) {
        loop {
            match shared.next() {
                Next::Unit(unit) if unit.is_forsaken() => {}
                Next::Unit(mut unit) => match self.attach_current() {
                    Ok(()) => {
                        unit.run(&mut OnThread(&mut self.connection));
                        unit.answer();
                    }
                    Err(error) => unit.refuse(error),
                },
                Next::Idle => {
                    if let Err(error) = self.attach_current() {
                        tracing::debug!(%error, "looking for another read copy");
                    }
                }
                Next::End => return,
            }
        }
    }

    /// Attaches the read copy in use, unless it is attached.
    fn attach_current(&mut self) -> Result<(), StoreError> {
        // Between asking and opening, another import may replace the file just named: then ask again.
        let mut failed = None;
        for _ in 0..3 {
            let current = self.current()?;
            if self.attached == current.map_or(Attached::Empty, Attached::Generation) {
                return Ok(());
            }
            match self.attach(current) {
                Ok(()) => return Ok(()),
                Err(error) => failed = Some(error),
            }
        }
        Err(failed.unwrap_or(StoreError::Busy("the read copy is being replaced")))
    }

    fn current(&self) -> Result<Option<i64>, StoreError> {
        const DOING: &str = "asking which read copy is in use";
        let mut statement = self.connection.prepare_cached(CURRENT).doing(DOING)?;
        statement
            .query_row([crate::store::imported::format()], |row| row.get(0))
            .optional()
            .doing(DOING)
    }

    fn attach(&mut self, current: Option<i64>) -> Result<(), StoreError> {
        const DOING: &str = "attaching the read copy";
        if std::mem::replace(&mut self.attached, Attached::Nothing) != Attached::Nothing {
            // Statements prepared on the former one hold on to it.
            self.connection.flush_prepared_statement_cache();
            self.connection.execute_batch("DETACH imported").doing(DOING)?;
        }
        if let Err(error) = generation::attach(&self.connection, &self.path, current) {
            // Perhaps attached, but not filled: nothing is attached for certain only after this.
            let _ = self.connection.execute_batch("DETACH imported");
            return Err(error);
        }
        self.attached = current.map_or(Attached::Empty, Attached::Generation);
        Ok(())
    }
}
