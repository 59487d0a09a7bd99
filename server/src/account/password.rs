//! Passwords: Argon2id with OWASP's parameters for members (19 MiB, two passes, one lane).
//!
//! A check takes 19 MiB and some tens of milliseconds, so only a few run at once. The rest wait in a short line, and whoever
//! finds it full, or waits too long, is told to come back.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};

use tokio::sync::Semaphore;

use crate::http::failure::Failure;
use crate::http::wait::Wait;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash nobody's password has: checked when the person does not exist, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$8Z3dVqU1oGm0uTq9mJwT4A$2s0pYH3yq0m3m5w0pC0wPcZkq1nqzqkq0yZl3gWc3Yk";

/// The hasher with the parameters of members.
pub fn hasher() -> Result<Argon2<'static>, argon2::Error> {
    Ok(Argon2::new(
        Algorithm::Argon2id,
        Version::V0x13,
        Params::new(MEMORY_KIB, PASSES, LANES, None)?,
    ))
}

/// How long a check may wait for its turn.
const PATIENCE: Duration = Duration::from_secs(2);
/// What a person is told to wait when the line is full, in seconds.
const COME_BACK: u64 = 3;

/// The places at which passwords are checked, and the line before them.
#[derive(Debug, Clone)]
pub struct Checks {
    places: Arc<Semaphore>,
    line: Arc<Semaphore>,
}

impl Checks {
    /// So many at once, and so many waiting.
    pub fn new(at_once: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once)),
            line: Arc::new(Semaphore::new(at_once.saturating_add(waiting))),
        }
    }

    /// Whether the password fits the stored hash; takes as long when there is none.
    pub async fn verify(&self, stored: Option<String>, password: String) -> Result<bool, Failure> {
        self.run(move || fits(stored.as_deref(), &password)).await
    }

    /// The hash of a password that is set.
    pub async fn hash(&self, password: String) -> Result<String, Failure> {
        let hashed = self.run(move || {
            let hasher = hasher().map_err(|error| error.to_string())?;
            let hash = hasher
                .hash_password(password.as_bytes())
                .map_err(|error| error.to_string())?;
            Ok(hash.to_string())
        });
        hashed.await?.map_err(|error: String| Failure::Internal(error))
    }

    /// Runs a check on a thread that may take its time. Its place is given back when the check ends, not when the caller
    /// goes away: a check that nobody waits for any more takes memory all the same.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        check: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let busy = || Failure::Busy(Wait(COME_BACK));
        let waiting = Arc::clone(&self.line).try_acquire_owned().map_err(|_| busy())?;
        let place = tokio::time::timeout(PATIENCE, Arc::clone(&self.places).acquire_owned())
            .await
            .map_err(|_| busy())?
            .map_err(|error| Failure::Internal(error.to_string()))?;
        let check = tokio::task::spawn_blocking(move || {
            let _held = (waiting, place);
            check()
        });
        check.await.map_err(|error| Failure::Internal(error.to_string()))
    }
}

fn fits(stored: Option<&str>, password: &str) -> bool {
    let Ok(hasher) = hasher() else { return false };
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else {
        return false;
    };
    hasher.verify_password(password.as_bytes(), &hash).is_ok() && stored.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = hasher()
            .unwrap()
            .hash_password(b"kite-lamp-4821")
            .unwrap()
            .to_string();
        assert!(fits(Some(&hash), "kite-lamp-4821"));
        assert!(!fits(Some(&hash), "kite-lamp-4822"));
        assert!(!fits(None, "kite-lamp-4821"));
    }

    #[tokio::test]
    async fn a_caller_that_hangs_up_leaves_its_check_its_place() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let checks = Checks::new(2, 64);
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        for _ in 0..30 {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            let sent = checks.run(move || {
                let now = running.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(now, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(40));
                running.fetch_sub(1, Ordering::SeqCst);
            });
            // Sent, and hung up.
            let _ = tokio::time::timeout(Duration::from_millis(2), sent).await;
        }
        checks.run(|| ()).await.unwrap();
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)), "{most:?}");
    }

    #[tokio::test]
    async fn the_line_is_short() {
        let checks = Checks::new(1, 2);
        let (go_on, wait) = std::sync::mpsc::channel::<()>();
        let held = tokio::spawn({
            let checks = checks.clone();
            async move { checks.run(move || wait.recv()).await }
        });
        let in_line: Vec<_> = (0..2)
            .map(|_| {
                let checks = checks.clone();
                tokio::spawn(async move { checks.run(|| ()).await })
            })
            .collect();
        while checks.line.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = checks.run(|| ()).await;
        assert!(matches!(refused, Err(Failure::Busy(_))), "{refused:?}");
        for waited in in_line {
            let waited = waited.await.unwrap();
            assert!(
                matches!(waited, Err(Failure::Busy(_))),
                "two seconds are enough: {waited:?}"
            );
        }
        go_on.send(()).unwrap();
        held.await.unwrap().unwrap().unwrap();
        checks.run(|| ()).await.unwrap();
    }

    #[test]
    fn nobodys_hash_costs_what_a_members_costs() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let member = hasher().unwrap().hash_password(b"x").unwrap().to_string();
        let member = PasswordHash::new(&member).unwrap();
        assert_eq!(
            (nobody.algorithm, nobody.params),
            (member.algorithm, member.params)
        );
    }
}
