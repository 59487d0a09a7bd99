//! Limits on what one caller may do in a second. Counted in memory by client address: generous, because a
//! whole workplace or a carrier's gateway shares one.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock as _, DefaultClock};
use governor::{Quota, RateLimiter};

use super::failure::too_many;
use super::peer::ClientAddress;
use crate::config::Limits;
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::visit::store::AppointmentCode;

type Keyed<K> = RateLimiter<K, governor::state::keyed::DefaultKeyedStateStore<K>, DefaultClock>;

/// One sign-in for the same person from the same address is let through each six seconds after the burst.
const SECONDS_PER_SIGN_IN: u64 = 6;
/// Attempts to find one appointment before they are slowed.
const FIND_BURST: NonZeroU32 = NonZeroU32::new(6).expect("six is not zero");
/// One more attempt is let through each five minutes after that: ten thousand take a month.
const SECONDS_PER_FIND: u64 = 300;

/// The counters of the process.
pub struct Limiter {
    reads: Keyed<IpAddr>,
    sign_ins: Keyed<IpAddr>,
    sign_ins_for_person: Keyed<(IpAddr, PersonKey)>,
    bookings: Keyed<IpAddr>,
    finds: Keyed<AppointmentCode>,
    clock: DefaultClock,
}

impl std::fmt::Debug for Limiter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Limiter")
    }
}

/// The caller must wait this many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait(pub u64);

impl Limiter {
    /// Counters with these limits.
    pub fn new(limits: &Limits) -> Self {
        let per_second = |count: u32| {
            Quota::per_second(at_least_one(count)).allow_burst(at_least_one(count.saturating_mul(3)))
        };
        let slow = Quota::with_period(std::time::Duration::from_secs(SECONDS_PER_SIGN_IN))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(at_least_one(limits.sign_in_burst_per_person));
        let find = Quota::with_period(std::time::Duration::from_secs(SECONDS_PER_FIND))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(FIND_BURST);
        Self {
            reads: RateLimiter::keyed(per_second(limits.reads_per_second)),
            sign_ins: RateLimiter::keyed(per_second(limits.sign_in_per_second)),
            sign_ins_for_person: RateLimiter::keyed(slow),
            bookings: RateLimiter::keyed(per_second(limits.booking_per_second)),
            finds: RateLimiter::keyed(find),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a request that only reads.
    pub fn read(&self, from: ClientAddress) -> Result<(), Wait> {
        self.take(&self.reads, &from.0)
    }

    /// Counts an attempt to sign in, whoever it is for.
    pub fn sign_in(&self, from: ClientAddress) -> Result<(), Wait> {
        self.take(&self.sign_ins, &from.0)
    }

    /// Counts an attempt to sign in as this person (by blind index). Bound to the address as well, so that a
    /// stranger cannot lock a member out.
    pub fn sign_in_as(&self, from: ClientAddress, person: PersonKey) -> Result<(), Wait> {
        self.take(&self.sign_ins_for_person, &(from.0, person))
    }

    /// Counts a booking, cancellation or slip.
    pub fn booking(&self, from: ClientAddress) -> Result<(), Wait> {
        self.take(&self.bookings, &from.0)
    }

    /// Counts an attempt to find the appointment with this code, whoever tries and whether there is one: ten thousand
    /// guesses of the last four must take longer than the appointment lies ahead. Its owner can sign in meanwhile.
    pub fn find(&self, code: AppointmentCode) -> Result<(), Wait> {
        self.take(&self.finds, &code)
    }

    /// Drops what no longer counts, so that memory does not grow with the number of callers ever seen.
    pub fn forget_idle(&self) {
        self.reads.retain_recent();
        self.sign_ins.retain_recent();
        self.sign_ins_for_person.retain_recent();
        self.bookings.retain_recent();
        self.finds.retain_recent();
    }

    fn take<K: Clone + std::hash::Hash + Eq>(&self, counter: &Keyed<K>, key: &K) -> Result<(), Wait> {
        counter.check_key(key).map_err(|denied| {
            Wait(
                denied
                    .wait_time_from(self.clock.now())
                    .as_secs()
                    .saturating_add(1),
            )
        })
    }
}

fn at_least_one(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN)
}

/// Middleware: counts reads by client address and answers 429 with `Retry-After` over the limit. What
/// changes state is counted by the room that does it, under its own, smaller limit.
pub async fn count_reads(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let address = request.extensions().get::<ClientAddress>().copied();
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(address) = address
        && let Err(wait) = state.limiter.read(address)
    {
        return too_many(wait);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: ClientAddress = ClientAddress(IpAddr::V4(std::net::Ipv4Addr::new(10, 1, 1, 1)));
    const OTHER: ClientAddress = ClientAddress(IpAddr::V4(std::net::Ipv4Addr::new(10, 1, 1, 2)));

    fn person(number: u8) -> PersonKey {
        PersonKey::from_bytes(&[number; 16]).unwrap()
    }

    #[test]
    fn guessing_one_persons_password_is_slowed_without_locking_them_out_elsewhere() {
        let limiter = Limiter::new(&Limits {
            sign_in_burst_per_person: 3,
            ..Limits::default()
        });
        for _ in 0..3 {
            assert_eq!(limiter.sign_in_as(HOME, person(1)), Ok(()));
        }
        let Err(Wait(seconds)) = limiter.sign_in_as(HOME, person(1)) else {
            panic!("not slowed")
        };
        assert!((1..=SECONDS_PER_SIGN_IN + 1).contains(&seconds));
        assert_eq!(limiter.sign_in_as(HOME, person(2)), Ok(()));
        assert_eq!(limiter.sign_in_as(OTHER, person(1)), Ok(()));
    }

    #[test]
    fn a_workplace_behind_one_address_signs_in_together() {
        let limiter = Limiter::new(&Limits::default());
        assert!((0..60).all(|_| limiter.sign_in(HOME).is_ok()));
        assert!((0..600).all(|_| limiter.read(HOME).is_ok()));
        assert!((0..1000).any(|_| limiter.sign_in(HOME).is_err()));
    }
}
