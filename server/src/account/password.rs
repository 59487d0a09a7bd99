//! Passwords: Argon2id with OWASP's parameters for members (19 MiB, two passes, one lane).
//!
//! A check takes 19 MiB and some tens of milliseconds, so only a few run at once; the rest wait in line.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordVerifier as _, Version};

use crate::http::failure::Failure;
use crate::state::AppState;

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

/// Whether the password fits the stored hash; takes as long when there is none.
pub async fn verify(state: &AppState, stored: Option<String>, password: String) -> Result<bool, Failure> {
    let place = state
        .password_checks
        .acquire()
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?;
    let check = tokio::task::spawn_blocking(move || fits(stored.as_deref(), &password));
    let fits = check
        .await
        .map_err(|error| Failure::Internal(error.to_string()))?;
    drop(place);
    Ok(fits)
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
    use argon2::PasswordHasher as _;

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
