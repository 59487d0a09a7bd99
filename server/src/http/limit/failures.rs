//! How often somebody failed to sign in as one person, over all addresses: a slow budget that guessing from many places
//! uses up, and that a device the person has signed in on before passes by.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Failures at once before strangers' devices must wait.
const BURST: u32 = 20;
/// One more is let through each so long after that: some fifty a day.
const PERIOD: Duration = Duration::from_mins(30);

/// For each key, until when its failures weigh: each adds a period.
#[derive(Debug)]
pub(super) struct Failures<K>(Mutex<HashMap<K, Instant>>);

impl<K> Default for Failures<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash> Failures<K> {
    /// How long a stranger's device must wait at `now`, if it must.
    pub(super) fn wait(&self, key: &K, now: Instant) -> Option<Duration> {
        let weighing = self.lock().get(key).copied()?.checked_duration_since(now)?;
        weighing
            .checked_sub(PERIOD * (BURST - 1))
            .filter(|wait| !wait.is_zero())
    }

    /// Counts a failure.
    pub(super) fn add(&self, key: K, now: Instant) {
        let mut until = self.lock();
        let weighing = until.entry(key).or_insert(now);
        *weighing = (*weighing).max(now) + PERIOD;
    }

    /// Drops what weighs no more.
    pub(super) fn forget_idle(&self, now: Instant) {
        let mut until = self.lock();
        until.retain(|_, weighing| *weighing > now);
        until.shrink_to_fit();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<K, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_at_once_and_then_two_an_hour() {
        let failures = Failures::default();
        let start = Instant::now();
        for _ in 0..BURST {
            assert_eq!(failures.wait(&1, start), None);
            failures.add(1, start);
        }
        assert_eq!(failures.wait(&1, start), Some(PERIOD));
        assert_eq!(failures.wait(&2, start), None, "another person");
        let later = start + PERIOD;
        assert_eq!(failures.wait(&1, later), None);
        failures.add(1, later);
        assert_eq!(failures.wait(&1, later), Some(PERIOD));
        failures.forget_idle(start + PERIOD * (BURST + 1));
        assert!(failures.lock().is_empty());
    }
}
