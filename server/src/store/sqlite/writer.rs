//! The one writer of an embedded database, with group commit.
//!
//! SQLite lets one connection write at a time, and a durable commit costs a flush to disk. So one thread owns the writing
//! connection: it takes every unit of work that waits, runs them one after another in one transaction, flushes once,
//! and only then answers them all. Sixty-four bookings that arrive together cost one flush, not sixty-four.
//!
//! Each unit runs in a savepoint of its own: its error, or its panic, undoes it and nobody else's work. If the
//! transaction as a whole cannot be committed, every unit in it is told so. Nobody is told "done" before COMMIT returns.

#[cfg(test)]
mod tests;

use super::{
    connection::OnThread,
    unit::{Job, Unit},
};
use crate::metrics::METRICS;
use crate::store::{
    error::{Doing as _, StoreError},
    sql::{Transaction, Work},
};
use rusqlite::Connection;
use std::{
    sync::{Mutex, PoisonError},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::{mpsc, oneshot};

/// Units of work that may wait. Beyond it the store answers [`StoreError::Busy`]: a queue that only grows helps nobody.
const QUEUE: usize = 4096;
/// Units of work in one transaction, so that the first does not wait for ever on the last.
const GROUP: usize = 256;
/// How long a unit may wait for a place in the queue.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens the writing connection, at the start and again after an error that leaves the former in doubt.
pub(super) type Open = Box<dyn Fn() -> Result<Connection, StoreError> + Send>;

/// The queue's end that takes work. Closing it ends the thread once the queue is empty.
pub(super) struct Writer {
    queue: Mutex<Option<mpsc::Sender<Box<dyn Unit>>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread on a connection of its own.
    pub(super) fn start(open: Open) -> Result<Self, StoreError> {
        let connection = Some(open()?);
        let (sender, receiver) = mpsc::channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("anju-write".to_owned())
            .spawn(move || Desk { open, connection }.serve(receiver))
            .map_err(|_| StoreError::Busy("no thread to write with"))?;
        Ok(Self {
            queue: Mutex::new(Some(sender)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Runs a unit of work; returns when it is on disk, or undone.
    pub(super) async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> Fn(&'c mut dyn Transaction) -> Work<'c, T> + Send + 'static,
    {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let queue = queue.ok_or(StoreError::Closed)?;
        let (reply, answer) = oneshot::channel();
        queue
            .send_timeout(Box::new(Job::new(work, reply)), PATIENCE)
            .await
            .map_err(|error| match error {
                mpsc::error::SendTimeoutError::Timeout(_) => {
                    StoreError::Busy("too much is waiting to be written")
                }
                mpsc::error::SendTimeoutError::Closed(_) => StoreError::Closed,
            })?;
        drop(queue);
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Takes no more work, finishes what waits, and closes the connection. Idempotent. Blocks.
    pub(super) fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).take();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // It catches its units' panics; should it fail all the same, there is nothing left to close.
            let _ = thread.join();
        }
    }
}

/// The thread's side: the connection, and how to have another.
struct Desk {
    open: Open,
    connection: Option<Connection>,
}

impl Desk {
    fn serve(mut self, mut queue: mpsc::Receiver<Box<dyn Unit>>) {
        let mut group = Vec::with_capacity(GROUP);
        while queue.blocking_recv_many(&mut group, GROUP) > 0 {
            group.retain(|unit| !unit.is_forsaken());
            METRICS.committed(group.len(), queue.len());
            match self.commit(&mut group) {
                Ok(()) => group.drain(..).for_each(Unit::answer),
                Err(error) => {
                    tracing::error!(%error, units = group.len(), "group commit failed");
                    let reason = error.to_string();
                    group.drain(..).for_each(|unit| unit.fail(&reason));
                }
            }
        }
        if let Some(connection) = self.connection {
            close(connection);
        }
    }

    /// Runs the group in one transaction. After an error nothing of it is in the database.
    fn commit(&mut self, group: &mut [Box<dyn Unit>]) -> Result<(), StoreError> {
        if group.is_empty() {
            return Ok(());
        }
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => (self.open)()?,
        };
        let result = transaction(&mut connection, group);
        // After an error the transaction may or may not be open still (a full disk closes it by itself); a connection
        // that is in neither state for certain is not used again.
        if result.is_ok() || execute(&connection, "ROLLBACK").is_ok() {
            self.connection = Some(connection);
        }
        result
    }
}

fn transaction(connection: &mut Connection, group: &mut [Box<dyn Unit>]) -> Result<(), StoreError> {
    execute(connection, "BEGIN IMMEDIATE")?;
    if let [only] = group {
        // Alone, it needs no savepoint: the transaction is its own.
        let end = if only.run(&mut OnThread(connection)) {
            "COMMIT"
        } else {
            "ROLLBACK"
        };
        return execute(connection, end);
    }
    for unit in group {
        execute(connection, "SAVEPOINT unit")?;
        if !unit.run(&mut OnThread(connection)) {
            // Fails when the database has undone the whole transaction by itself, and then the group fails with it.
            execute(connection, "ROLLBACK TO unit")?;
        }
        execute(connection, "RELEASE unit")?;
    }
    execute(connection, "COMMIT")
}

fn execute(connection: &Connection, sql: &'static str) -> Result<(), StoreError> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.raw_execute())
        .map(drop)
        .doing(sql)
}

fn close(connection: Connection) {
    // Leaves one file behind instead of three. Readers that are still at it only make it do less.
    let checkpoint = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    if let Err(error) = checkpoint {
        tracing::warn!(%error, "checkpoint at close failed");
    }
    if let Err((_, error)) = connection.close() {
        tracing::warn!(%error, "closing the writing connection failed");
    }
}
