//! The one writer of an embedded database, with group commit.
//!
//! SQLite lets one connection write at a time, and a durable commit costs a flush to disk. So one task owns the writing
//! connection: it takes every unit of work that waits, runs them one after another in one transaction, flushes once,
//! and only then answers them all. Sixty-four bookings that arrive together cost one flush, not sixty-four.
//!
//! Each unit runs in a savepoint of its own: its error, or its panic, undoes it and nobody else's work. If the
//! transaction as a whole cannot be committed, every unit in it is told so. Nobody is told "done" before COMMIT returns.

#[cfg(test)]
mod tests;

use super::error::{Doing as _, StoreError};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    time::Duration,
};
use tokio::{
    sync::{Mutex, mpsc, oneshot},
    task::JoinHandle,
};

/// Units of work that may wait. Beyond it the store answers [`StoreError::Busy`]: a queue that only grows helps nobody.
const QUEUE: usize = 4096;
/// Units of work in one transaction, so that the first does not wait for ever on the last.
const GROUP: usize = 256;
/// How long a unit may wait for a place in the queue.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a unit of work returns: a future that borrows the connection.
pub(super) type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'c>>;

/// The queue's end that takes work. Closing it ends the task once the queue is empty.
pub(super) struct Writer {
    queue: std::sync::Mutex<Option<mpsc::Sender<Box<dyn Unit>>>>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the task on a connection of its own.
    pub(super) async fn start(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let connection = SqliteConnection::connect_with(&options)
            .await
            .doing("opening the writing connection")?;
        let (sender, receiver) = mpsc::channel(QUEUE);
        let task = tokio::spawn(
            Desk {
                options,
                connection: Some(connection),
            }
            .serve(receiver),
        );
        Ok(Self {
            queue: std::sync::Mutex::new(Some(sender)),
            task: Mutex::new(Some(task)),
        })
    }

    /// Runs a unit of work; returns when it is on disk, or undone.
    pub(super) async fn run<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> Work<'c, T> + Send + 'static,
    {
        let queue = self
            .queue
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone();
        let queue = queue.ok_or(StoreError::Closed)?;
        let (reply, answer) = oneshot::channel();
        let unit = Box::new(Job {
            work: Some(work),
            outcome: None,
            reply,
        });
        queue
            .send_timeout(unit, PATIENCE)
            .await
            .map_err(|error| match error {
                mpsc::error::SendTimeoutError::Timeout(_) => {
                    StoreError::Busy("too much is waiting to be written")
                }
                mpsc::error::SendTimeoutError::Closed(_) => StoreError::Closed,
            })?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Takes no more work, finishes what waits, and closes the connection. Idempotent.
    pub(super) async fn close(&self) {
        self.queue
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .take();
        if let Some(task) = self.task.lock().await.take() {
            // The task catches its units' panics; should it fail all the same, there is nothing left to close.
            let _ = task.await;
        }
    }
}

/// A unit of work whose result type is forgotten.
trait Unit: Send {
    /// Whether nobody waits for it any more, so that it need not begin.
    fn is_forsaken(&self) -> bool;
    /// Runs it and keeps the outcome; whether it may be committed.
    fn run<'c>(
        &'c mut self,
        connection: &'c mut SqliteConnection,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>>;
    /// Answers with the outcome kept.
    fn answer(self: Box<Self>);
    /// Answers that its transaction failed.
    fn fail(self: Box<Self>, reason: &str);
}

struct Job<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, StoreError>>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Unit for Job<T, F>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> Work<'c, T> + Send + 'static,
{
    fn is_forsaken(&self) -> bool {
        self.reply.is_closed()
    }

    fn run<'c>(
        &'c mut self,
        connection: &'c mut SqliteConnection,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>> {
        Box::pin(async move {
            let outcome = match self.work.take() {
                Some(work) => caught(move || work(connection)).await,
                None => Err(StoreError::Panicked),
            };
            self.outcome.insert(outcome).is_ok()
        })
    }

    fn answer(self: Box<Self>) {
        // A closed channel means that the caller went away: its work is done all the same.
        let _ = self.reply.send(self.outcome.unwrap_or(Err(StoreError::Panicked)));
    }

    fn fail(self: Box<Self>, reason: &str) {
        // An error of the unit's own says more than that the group failed.
        let error = match self.outcome {
            Some(Err(own)) => own,
            _ => StoreError::Commit(reason.to_owned()),
        };
        let _ = self.reply.send(Err(error));
    }
}

/// Runs the work; a panic in it, before or at any await, becomes an error.
async fn caught<'c, T>(work: impl FnOnce() -> Work<'c, T>) -> Result<T, StoreError> {
    // What a panic leaves half done is undone by the savepoint, so no broken state can be seen afterwards.
    let mut work = catch_unwind(AssertUnwindSafe(work)).map_err(|_| StoreError::Panicked)?;
    poll_fn(move |context| {
        catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)))
            .unwrap_or(std::task::Poll::Ready(Err(StoreError::Panicked)))
    })
    .await
}

/// The task's side: the connection, and how to have another.
struct Desk {
    options: SqliteConnectOptions,
    connection: Option<SqliteConnection>,
}

impl Desk {
    async fn serve(mut self, mut queue: mpsc::Receiver<Box<dyn Unit>>) {
        let mut group = Vec::with_capacity(GROUP);
        while queue.recv_many(&mut group, GROUP).await > 0 {
            group.retain(|unit| !unit.is_forsaken());
            match self.commit(&mut group).await {
                Ok(()) => group.drain(..).for_each(Unit::answer),
                Err(error) => {
                    tracing::error!(%error, units = group.len(), "group commit failed");
                    let reason = error.to_string();
                    group.drain(..).for_each(|unit| unit.fail(&reason));
                }
            }
        }
        if let Some(connection) = self.connection {
            close(connection).await;
        }
    }

    /// Runs the group in one transaction. After an error nothing of it is in the database.
    async fn commit(&mut self, group: &mut [Box<dyn Unit>]) -> Result<(), StoreError> {
        if group.is_empty() {
            return Ok(());
        }
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => SqliteConnection::connect_with(&self.options)
                .await
                .doing("opening the writing connection again")?,
        };
        let result = transaction(&mut connection, group).await;
        // After an error the transaction may or may not be open still (a full disk closes it by itself); a connection
        // that is in neither state for certain is not used again.
        if result.is_ok() || execute(&mut connection, "ROLLBACK").await.is_ok() {
            self.connection = Some(connection);
        }
        result
    }
}

async fn transaction(
    connection: &mut SqliteConnection,
    group: &mut [Box<dyn Unit>],
) -> Result<(), StoreError> {
    execute(connection, "BEGIN IMMEDIATE").await?;
    if let [only] = group {
        // Alone, it needs no savepoint: the transaction is its own.
        let end = if only.run(connection).await {
            "COMMIT"
        } else {
            "ROLLBACK"
        };
        return execute(connection, end).await;
    }
    for unit in group {
        execute(connection, "SAVEPOINT unit").await?;
        if !unit.run(connection).await {
            // Fails when the database has undone the whole transaction by itself, and then the group fails with it.
            execute(connection, "ROLLBACK TO unit").await?;
        }
        execute(connection, "RELEASE unit").await?;
    }
    execute(connection, "COMMIT").await
}

async fn execute(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    sqlx::query(sql).execute(connection).await.map(drop).doing(sql)
}

async fn close(mut connection: SqliteConnection) {
    // Leaves one file behind instead of three. Readers that are still at it only make it do less.
    if let Err(error) = execute(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)").await {
        tracing::warn!(%error, "checkpoint at close failed");
    }
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "closing the writing connection failed");
    }
}
