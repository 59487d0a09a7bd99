//! Deleting what is too old to be kept: a little at a time, so that nobody who books waits for it.

use super::Rooms;
use crate::account::code::{CODE_LIFE, CODES_COUNTED};
use crate::account::store::CLOCKS_DIFFER;
use crate::store::{
    error::StoreError,
    sql::{Database, Sql, values},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Rows that one unit of work deletes at most.
const AT_ONCE: u32 = 500;

/// By number or code, because neither database deletes with a limit.
const SLIPS: Sql = Sql::new(
    "deleting slips",
    "DELETE FROM slip WHERE number IN (SELECT number FROM slip WHERE expires_on < $1 LIMIT $2)",
);
const APPOINTMENTS: Sql = Sql::new(
    "deleting appointments",
    "DELETE FROM appointment WHERE code IN \
     (SELECT a.code FROM slot s JOIN appointment a ON a.slot = s.id WHERE s.ends_at < $1 LIMIT $2)",
);
const SLOTS: Sql = Sql::new(
    "deleting slots",
    "DELETE FROM slot WHERE id IN (SELECT s.id FROM slot s WHERE s.ends_at < $1 \
     AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.slot = s.id) LIMIT $2)",
);
const SESSIONS: Sql = Sql::new(
    "deleting sessions",
    "DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at < $1 LIMIT $2)",
);

/// Also those of a clock that was ahead.
const CODES: Sql = Sql::new(
    "deleting codes",
    "DELETE FROM one_time_code WHERE id IN (SELECT id FROM one_time_code WHERE sent_at < $1 OR expires_at > $2 LIMIT $3)",
);
const DEAD_JOBS: Sql = Sql::new(
    "deleting jobs that were given up",
    "DELETE FROM job WHERE id IN (SELECT id FROM job WHERE state = 'dead' AND written_at < $1 LIMIT $2)",
);
/// How long a job that was given up is kept, to be looked into.
const DEAD_JOB_KEPT: TimeDelta = TimeDelta::days(30);

/// Until when something was in use: on a day, or until an instant.
#[derive(Clone, Copy)]
pub(super) enum Before {
    Day(NaiveDate),
    Instant(DateTime<Utc>),
    /// Before the first, or after the second.
    Beyond(DateTime<Utc>, DateTime<Utc>),
}

impl<D: Database> Rooms<D> {
    /// Deletes all of one kind that ended before; how many.
    async fn delete(&self, sql: &'static Sql, before: Before) -> Result<u64, StoreError> {
        let mut deleted = 0;
        loop {
            let some = self
                .database
                .write(move |tx| {
                    Box::pin(async move {
                        match before {
                            Before::Day(day) => tx.run(sql, values![day, AT_ONCE]).await,
                            Before::Instant(instant) => tx.run(sql, values![instant, AT_ONCE]).await,
                            Before::Beyond(first, last) => tx.run(sql, values![first, last, AT_ONCE]).await,
                        }
                    })
                })
                .await?;
            deleted += some;
            if some < u64::from(AT_ONCE) {
                return Ok(deleted);
            }
        }
    }

    /// Deletes what ended before each of these.
    pub(super) async fn delete_before(
        &self,
        slips: NaiveDate,
        appointments: DateTime<Utc>,
        sessions: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        Ok(self.delete(&SLIPS, Before::Day(slips)).await?
            + self.delete(&APPOINTMENTS, Before::Instant(appointments)).await?
            + self.delete(&SLOTS, Before::Instant(appointments)).await?
            + self.delete(&SESSIONS, Before::Instant(sessions)).await?
            + self
                .delete(
                    &CODES,
                    Before::Beyond(now - CODES_COUNTED, now + CODE_LIFE + CLOCKS_DIFFER),
                )
                .await?
            + self
                .delete(&DEAD_JOBS, Before::Instant(now - DEAD_JOB_KEPT))
                .await?)
    }
}
