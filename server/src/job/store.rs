//! What jobs ask of the store. A job is written in the transaction of what causes it, so that neither is there without the
//! other; it is done at least once, and what does it must not mind a repetition: a job's number stays the same.

use crate::store::error::StoreError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt;

/// A job's number: random, and the same at every try.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct JobId(pub [u8; 16]);

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JobId({self})")
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// A message goes to somebody's phone.
    Message,
}

impl JobKind {
    /// Its name in the store, the log and the metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        (name == Self::Message.name()).then_some(Self::Message)
    }
}

/// Something to be done. `Debug` withholds what it is about.
#[derive(Clone, PartialEq, Eq)]
pub struct Job {
    /// Its number.
    pub id: JobId,
    /// What is to be done.
    pub kind: JobKind,
    /// What it is about, as its kind writes it; sealed where it is kept.
    pub payload: String,
    /// Not before; while it is being done, when the lease ends.
    pub due_at: DateTime<Utc>,
    /// After this there is no use in it.
    pub ends_at: DateTime<Utc>,
    /// How often it was begun.
    pub tries: u16,
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("due_at", &self.due_at)
            .field("tries", &self.tries)
            .finish_non_exhaustive()
    }
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// It is done: nothing of it is kept.
    Done,
    /// To be tried again then.
    Again(DateTime<Utc>),
    /// It is given up: what it was about is forgotten, why is kept, without personal data.
    Dead(String),
}

impl Ended {
    /// Its name in metrics.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Again(_) => "again",
            Self::Dead(_) => "dead",
        }
    }
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadJob {
    /// Its number.
    pub id: JobId,
    /// What was to be done.
    pub kind: JobKind,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// How often it was tried.
    pub tries: u16,
    /// Why it was given up.
    pub failure: String,
}

/// The jobs' store. Each method is one unit of work.
#[async_trait]
pub trait JobStore: Send + Sync {
    /// Takes jobs of a kind that are due, the longest due first, at most `limit`. They are due again at `lease`: until then
    /// nobody else gets them. What has lost its use, or cannot be read, is given up on the way.
    async fn lease_jobs(
        &self,
        kind: JobKind,
        now: DateTime<Utc>,
        lease: DateTime<Utc>,
        limit: u16,
    ) -> Result<Vec<Job>, StoreError>;

    /// Ends a try. False when the lease ran out and the job is somebody else's by now: then nothing changes.
    async fn end_job(&self, job: &Job, ended: Ended) -> Result<bool, StoreError>;

    /// Jobs that were given up, the latest first, at most `limit`.
    async fn dead_jobs(&self, limit: u16) -> Result<Vec<DeadJob>, StoreError>;
}
