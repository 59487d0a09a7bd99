//! Doing jobs: a few at a time, tried again with growing pauses, and given up at last.
//!
//! A job is taken for a while (its lease). If the process dies meanwhile, the job is due again when the lease ends, and is done
//! by whoever comes to it first.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use futures_util::future::join_all;

use super::store::{Ended, Job, JobKind};
use super::undone::Undone;
use crate::message;
use crate::metrics::METRICS;
use crate::state::AppState;

/// How often it is looked for jobs that nobody announced: those put off, and other instances'.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// For how long jobs are taken; far longer than one takes.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How many are taken at once.
const AT_ONCE: u16 = 16;
/// The pause after the first try that failed; it doubles from try to try.
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(2);
/// The longest pause.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);
/// After so many tries a job is given up.
const MOST_TRIES: u16 = 12;

/// Does jobs for as long as the process lives.
pub(crate) async fn run(state: Arc<AppState>) {
    loop {
        let _ = tokio::time::timeout(LOOK_EVERY, state.new_job.notified()).await;
        while do_some(&state).await == usize::from(AT_ONCE) {}
    }
}

/// Does the jobs that are due, at most as many as are taken at once; how many there were.
pub async fn do_some(state: &AppState) -> usize {
    let now = state.clock.now();
    let leased = state
        .store
        .lease_jobs(JobKind::Message, now, now + LEASE, AT_ONCE)
        .await;
    let jobs = match leased {
        Ok(jobs) => jobs,
        Err(error) => {
            tracing::warn!(%error, "could not take jobs");
            return 0;
        }
    };
    let count = jobs.len();
    // Side by side: one that waits for its provider holds up nobody else's, and all are done long before their leases end.
    join_all(jobs.into_iter().map(|job| do_one(state, job))).await;
    count
}

async fn do_one(state: &AppState, job: Job) {
    let done = match job.kind {
        JobKind::Message => message::deliver(state.provider.as_ref(), &job).await,
    };
    let ended = ended(&job, done, state.clock.now());
    METRICS.job_ended(job.kind.name(), ended.name());
    if let Err(error) = state.store.end_job(&job, ended).await {
        // It will be done once more; its number tells whoever gets it that it is the same.
        tracing::warn!(%error, job = %job.id, "could not write down how a job ended");
    }
}

/// What becomes of a job after a try.
fn ended(job: &Job, done: Result<(), Undone>, now: DateTime<Utc>) -> Ended {
    match done {
        Ok(()) => Ended::Done,
        Err(Undone::ForNow(why)) if job.tries < MOST_TRIES && now + pause(job.tries) < job.ends_at => {
            tracing::warn!(job = %job.id, kind = job.kind.name(), tries = job.tries, why, "a job is put off");
            Ended::Again(now + pause(job.tries))
        }
        Err(Undone::ForNow(why) | Undone::ForGood(why)) => {
            tracing::error!(job = %job.id, kind = job.kind.name(), tries = job.tries, why, "a job is given up");
            Ended::Dead(why)
        }
    }
}

/// The pause after so many tries.
fn pause(tries: u16) -> TimeDelta {
    let doubled = 1_i32.checked_shl(tries.saturating_sub(1).into());
    doubled
        .and_then(|factor| FIRST_PAUSE.checked_mul(factor))
        .filter(|pause| *pause > TimeDelta::zero())
        .map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::store::JobId;

    #[test]
    fn pauses_double_up_to_an_hour() {
        let pauses = [1, 2, 3, 11, 12, 31, 32, 33, u16::MAX].map(|tries| pause(tries).num_seconds());
        assert_eq!(pauses, [2, 4, 8, 2048, 3600, 3600, 3600, 3600, 3600]);
    }

    #[test]
    fn a_job_is_put_off_until_it_is_given_up() {
        let now = DateTime::UNIX_EPOCH;
        let after = |tries, undone| {
            let job = Job {
                id: JobId([1; 16]),
                kind: JobKind::Message,
                payload: String::new(),
                due_at: now,
                ends_at: now + TimeDelta::hours(9),
                tries,
            };
            ended(&job, Err(undone), now)
        };
        let later = |tries| after(tries, Undone::ForNow("provider down".into()));
        assert_eq!(later(2), Ended::Again(now + TimeDelta::seconds(4)));
        assert_eq!(later(MOST_TRIES), Ended::Dead("provider down".into()));
        let refused = after(1, Undone::ForGood("no such template".into()));
        assert_eq!(refused, Ended::Dead("no such template".into()));
        // Twelve pauses reach an hour; nine hours are not over by then, five minutes are.
        let short = Job {
            id: JobId([1; 16]),
            kind: JobKind::Message,
            payload: String::new(),
            due_at: now,
            ends_at: now + TimeDelta::minutes(5),
            tries: 9,
        };
        let why = || Err(Undone::ForNow("provider down".into()));
        assert_eq!(ended(&short, why(), now), Ended::Dead("provider down".into()));
    }
}
