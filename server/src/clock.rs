//! The two things a pure program cannot have: the time and chance. Both are parameters, so that a test
//! can set them; only this file asks the system.

use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use rand::{Rng, SeedableRng};

/// The fund's calendar: Asia/Shanghai has kept +08:00 without daylight saving since 1991.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

/// Where the time comes from.
pub trait Clock: Debug + Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// The present date and time of day in the fund's calendar.
    fn local(&self) -> NaiveDateTime {
        local(self.now())
    }

    /// Today in the fund's calendar.
    fn today(&self) -> NaiveDate {
        self.local().date()
    }
}

/// An instant as the fund's calendar shows it (+08:00).
pub fn local(instant: DateTime<Utc>) -> NaiveDateTime {
    shanghai(instant).naive_local()
}

/// An instant with its +08:00 offset, as the JSON interface writes it.
pub fn shanghai(instant: DateTime<Utc>) -> DateTime<FixedOffset> {
    match FixedOffset::east_opt(SHANGHAI_SECONDS) {
        Some(zone) => instant.with_timezone(&zone),
        None => instant.fixed_offset(),
    }
}

/// A date and time of day of the fund's calendar as an instant.
pub fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    (local - chrono::TimeDelta::seconds(i64::from(SHANGHAI_SECONDS))).and_utc()
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the system"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands where it was set, for tests.
#[derive(Debug)]
pub struct FixedClock(Mutex<DateTime<Utc>>);

impl FixedClock {
    /// A clock that shows this date and time of day in the fund's calendar.
    pub fn at(local: NaiveDateTime) -> Self {
        Self(Mutex::new(instant(local)))
    }

    /// Moves the clock.
    pub fn advance(&self, by: chrono::TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where secrets and codes come from.
pub trait Random: Debug + Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// `N` random bytes.
pub fn random_bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// Letters and digits that cannot be mistaken for one another (no 0 O 1 I L U).
const CODE_ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code of `length` characters that a person can read out over the telephone.
pub fn random_code(random: &dyn Random, length: usize) -> String {
    let mut code = String::with_capacity(length);
    while code.len() < length {
        let [byte] = random_bytes::<1>(random);
        // 240 is the largest multiple of 30 in a byte: the rest would favour the first letters.
        if byte < 240 {
            code.push(char::from(CODE_ALPHABET[usize::from(byte % 30)]));
        }
    }
    code
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the system"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// The same bytes for the same seed, for tests.
#[derive(Debug)]
pub struct SeededRandom(Mutex<rand_chacha::ChaCha8Rng>);

impl SeededRandom {
    /// A source that always begins alike.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(rand_chacha::ChaCha8Rng::seed_from_u64(seed)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_funds_day_begins_at_four_in_the_afternoon_of_universal_time() {
        let new_year = NaiveDate::from_ymd_opt(2026, 1, 1)
            .unwrap()
            .and_hms_opt(0, 0, 0)
            .unwrap();
        assert_eq!(instant(new_year).to_rfc3339(), "2025-12-31T16:00:00+00:00");
        assert_eq!(local(instant(new_year)), new_year);
        assert_eq!(
            shanghai(instant(new_year)).to_rfc3339(),
            "2026-01-01T00:00:00+08:00"
        );
    }

    #[test]
    fn codes_have_their_length_and_no_lookalikes() {
        let random = SeededRandom::new(7);
        let codes: Vec<_> = (0..200).map(|_| random_code(&random, 8)).collect();
        assert!(codes.iter().all(|code| code.len() == 8));
        assert!(!codes.concat().contains(['0', 'O', '1', 'I', 'L', 'U']));
        assert_ne!(codes[0], codes[1]);
    }
}
