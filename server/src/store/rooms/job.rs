//! Jobs.

use super::Rooms;
use crate::{
    job::store::{DeadJob, Ended, Job, JobId, JobKind, JobStore},
    seal::{Column, Keys},
    store::{
        error::{StoreError, known},
        sql::{Database, Row, Sql, Transaction, values},
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::sync::Arc;

const WRITE: Sql = Sql::new(
    "writing a job",
    "INSERT INTO job (id, kind, payload, written_at, due_at, ends_at, tries, state) \
     VALUES ($1, $2, $3, $4, $5, $6, 0, 'waiting')",
);
/// Of what is given up nothing personal is kept.
const GIVE_UP_USELESS: Sql = Sql::new(
    "giving up jobs that have lost their use",
    "UPDATE job SET state = 'dead', failure = 'its time ran out', payload = $3 \
     WHERE kind = $1 AND state = 'waiting' AND due_at <= $2 AND ends_at <= $2",
);
const DUE: Sql = Sql::new(
    "reading jobs that are due",
    "SELECT id, kind, payload, due_at, ends_at, tries FROM job \
     WHERE kind = $1 AND state = 'waiting' AND due_at <= $2 ORDER BY due_at, id LIMIT $3",
);
const LEASE: Sql = Sql::new(
    "leasing a job",
    "UPDATE job SET due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'waiting' AND due_at = $2",
);
const DONE: Sql = Sql::new(
    "ending a job",
    "DELETE FROM job WHERE id = $1 AND state = 'waiting' AND due_at = $2",
);
const AGAIN: Sql = Sql::new(
    "putting a job off",
    "UPDATE job SET due_at = $3 WHERE id = $1 AND state = 'waiting' AND due_at = $2",
);
const DEAD: Sql = Sql::new(
    "giving a job up",
    "UPDATE job SET state = 'dead', failure = $3, payload = $4 WHERE id = $1 AND state = 'waiting' AND due_at = $2",
);
const DEAD_ONES: Sql = Sql::new(
    "reading jobs that were given up",
    "SELECT id, kind, written_at, tries, failure FROM job WHERE state = 'dead' ORDER BY written_at DESC, id LIMIT $1",
);

#[async_trait]
impl<D: Database> JobStore for Rooms<D> {
    async fn lease_jobs(
        &self,
        kind: JobKind,
        now: DateTime<Utc>,
        lease: DateTime<Utc>,
        limit: u16,
    ) -> Result<Vec<Job>, StoreError> {
        let keys = Arc::clone(&self.keys);
        self.database
            .write(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move { lease_due(tx, &keys, kind, [now, lease], limit).await })
            })
            .await
    }

    async fn end_job(&self, job: &Job, ended: Ended) -> Result<bool, StoreError> {
        let (id, due_at) = (job.id, job.due_at);
        let ended = Arc::new(ended);
        self.database
            .write(move |tx| {
                let ended = Arc::clone(&ended);
                Box::pin(async move {
                    let id = &id.0[..];
                    let changed = match &*ended {
                        Ended::Done => tx.run(&DONE, values![id, due_at]).await?,
                        Ended::Again(at) => tx.run(&AGAIN, values![id, due_at, *at]).await?,
                        Ended::Dead(failure) => {
                            tx.run(&DEAD, values![id, due_at, failure, Vec::<u8>::new()])
                                .await?
                        }
                    };
                    Ok(changed > 0)
                })
            })
            .await
    }

    async fn dead_jobs(&self, limit: u16) -> Result<Vec<DeadJob>, StoreError> {
        self.database
            .read(move |tx| {
                Box::pin(async move {
                    tx.rows(&DEAD_ONES, values![limit], |row| {
                        Ok(DeadJob {
                            id: id(row)?,
                            kind: row.parsed("kind", JobKind::from_name)?,
                            written_at: row.instant("written_at")?,
                            tries: row.small("tries")?,
                            failure: row.text("failure")?,
                        })
                    })
                    .await
                })
            })
            .await
    }
}

/// Takes what is due now until the lease ends.
async fn lease_due(
    tx: &mut dyn Transaction,
    keys: &Keys,
    kind: JobKind,
    [now, lease]: [DateTime<Utc>; 2],
    limit: u16,
) -> Result<Vec<Job>, StoreError> {
    let nothing: &[u8] = &[];
    tx.run(&GIVE_UP_USELESS, values![kind.name(), now, nothing])
        .await?;
    let due = tx
        .rows(&DUE, values![kind.name(), now, limit], |row| decode(row, keys))
        .await?;
    let mut leased = Vec::new();
    for (id, due_at, job) in due {
        let Some(job) = job else {
            let unread = "its payload cannot be read with these keys";
            tx.run(&DEAD, values![&id.0[..], due_at, unread, nothing]).await?;
            continue;
        };
        if tx.run(&LEASE, values![&id.0[..], due_at, lease]).await? > 0 {
            leased.push(Job {
                due_at: lease,
                tries: job.tries.saturating_add(1),
                ..job
            });
        }
    }
    Ok(leased)
}

/// Writes a job within the transaction of what causes it.
pub(super) async fn write(
    tx: &mut dyn Transaction,
    keys: &Keys,
    job: &Job,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let payload = keys.seal(Column::JOB_PAYLOAD, row_number(job.id), &job.payload)?;
    let values = values![
        &job.id.0[..],
        job.kind.name(),
        payload,
        now,
        job.due_at,
        job.ends_at
    ];
    tx.run(&WRITE, values).await.map(drop)
}

/// A job that is due, with its number and when; none where its payload does not open, which must hold up no other.
fn decode(row: &dyn Row, keys: &Keys) -> Result<(JobId, DateTime<Utc>, Option<Job>), StoreError> {
    let (id, due_at) = (id(row)?, row.instant("due_at")?);
    let Ok(payload) = keys.open(Column::JOB_PAYLOAD, row_number(id), &row.bytes("payload")?) else {
        return Ok((id, due_at, None));
    };
    let job = Job {
        id,
        kind: row.parsed("kind", JobKind::from_name)?,
        payload: payload.as_str().to_owned(),
        due_at,
        ends_at: row.instant("ends_at")?,
        tries: row.small("tries")?,
    };
    Ok((id, due_at, Some(job)))
}

fn id(row: &dyn Row) -> Result<JobId, StoreError> {
    let id = row.bytes("id")?;
    Ok(JobId(known(id.as_ref().try_into().ok(), "job.id")?))
}

/// What a payload is bound to: half of a random number is as good as a row's.
fn row_number(JobId(id): JobId) -> i64 {
    let [first @ .., _, _, _, _, _, _, _, _] = id;
    i64::from_be_bytes(first)
}
