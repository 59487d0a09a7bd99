//! How fresh the centre's data is: the last day whose data the core system sent. Another process imports at night, so
//! the store is asked again and again, but not for every request.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::import::store::ImportStore;

/// How long the store need not be asked again: the read copy itself changes as quickly.
const ASK_EVERY: TimeDelta = TimeDelta::seconds(1);

/// What the store said last.
#[derive(Debug, Default)]
pub struct Freshness(Mutex<Seen>);

#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    asked_at: Option<DateTime<Utc>>,
    as_of: Option<NaiveDate>,
}

impl Freshness {
    /// The last day whose data the core system sent, as far as is known; none before the first import.
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.seen().as_of
    }

    /// Asks the store again if the last time was a while ago. When it fails, what was known stands: the page shows
    /// a date of a moment ago, and what the page itself needs of the store will fail by itself.
    pub async fn follow(&self, store: &(impl ImportStore + ?Sized), now: DateTime<Utc>) {
        if !self.is_due(now) {
            return;
        }
        match store.last_import().await {
            Ok(import) => self.seen().as_of = import.map(|import| import.as_of),
            Err(error) => tracing::debug!(%error, "could not ask for the last import"),
        }
    }

    /// Whether it is time to ask; of several at once, one is told so.
    fn is_due(&self, now: DateTime<Utc>) -> bool {
        let mut seen = self.seen();
        // Also when the clock was set back.
        let due = seen.asked_at.is_none_or(|asked| (now - asked).abs() >= ASK_EVERY);
        if due {
            seen.asked_at = Some(now);
        }
        due
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
