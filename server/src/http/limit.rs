//! Limits on what one caller may do. Counted in memory by client address: generous, because a
//! whole workplace or a carrier's gateway shares one.

mod failures;
mod in_flight;

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use self::failures::Failures;
use self::in_flight::{InFlight, Place};
use super::peer::ClientAddress;
use super::wait::Wait;
use crate::config::Limits;
use crate::seal::PersonKey;
use crate::visit::store::AppointmentCode;

type Keyed<K> = RateLimiter<K, governor::state::keyed::DefaultKeyedStateStore<K>, DefaultClock>;

/// One sign-in for the same person from the same address is let through each six seconds after the burst.
const SECONDS_PER_SIGN_IN: u64 = 6;
/// Attempts to find one appointment before they are slowed.
const FIND_BURST: NonZeroU32 = NonZeroU32::new(6).expect("six is not zero");
/// One more attempt is let through each five minutes after that: ten thousand take a month.
const SECONDS_PER_FIND: u64 = 300;

/// How many callers' worth a whole site (an IPv6 /48) may do: who rents one has 65,536 networks to call from.
const NETWORKS_PER_SITE: u32 = 8;
/// A failed sign-in weighs as much as so many that succeed.
const FAILURE_WEIGHT: u32 = 5;
/// Slips that one address may be issued at once, before the hourly limit spreads them.
const SLIP_BURST: u32 = 20;
/// Codes that one address may ask for at once, before the hourly limit spreads them.
const CODE_BURST: u32 = 30;

/// What is counted by the caller's network, and more coarsely by its site.
struct ByCaller {
    networks: Keyed<IpAddr>,
    sites: Keyed<IpAddr>,
}

impl ByCaller {
    fn new(period: Duration, burst: u32) -> Self {
        let quota = |share: u32| {
            // However high an operator sets a limit, a caller comes no more often than every nanosecond.
            Quota::with_period((period / share).max(Duration::from_nanos(1)))
                .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
                .allow_burst(at_least_one(burst.saturating_mul(share)))
        };
        Self {
            networks: RateLimiter::keyed(quota(1)),
            sites: RateLimiter::keyed(quota(NETWORKS_PER_SITE)),
        }
    }

    /// So many a second, sustained, and three seconds' worth at once.
    fn per_second(count: u32) -> Self {
        let count = count.max(1);
        Self::new(Duration::from_secs(1) / count, count.saturating_mul(3))
    }

    fn take(&self, from: ClientAddress, clock: &DefaultClock) -> Result<(), Wait> {
        take(&self.networks, &from.network(), clock)?;
        from.site().map_or(Ok(()), |site| take(&self.sites, &site, clock))
    }

    /// Counts more, of what has happened already.
    fn weigh(&self, from: ClientAddress, more: u32) {
        for _ in 0..more {
            let _ = self.networks.check_key(&from.network());
            if let Some(site) = from.site() {
                let _ = self.sites.check_key(&site);
            }
        }
    }

    fn forget_idle(&self) {
        for counter in [&self.networks, &self.sites] {
            counter.retain_recent();
            counter.shrink_to_fit();
        }
    }
}

/// The counters of the process.
pub struct Limiter {
    in_flight: InFlight,
    reads: ByCaller,
    sign_ins: ByCaller,
    sign_ins_for_person: Keyed<(IpAddr, PersonKey, bool)>,
    failures: Failures<PersonKey>,
    bookings: ByCaller,
    slips: ByCaller,
    slips_in_all: DefaultDirectRateLimiter,
    codes: ByCaller,
    codes_in_all: DefaultDirectRateLimiter,
    finds: Keyed<AppointmentCode>,
    clock: DefaultClock,
}

impl std::fmt::Debug for Limiter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Limiter")
    }
}

impl Limiter {
    /// Counters with these limits.
    pub fn new(limits: &Limits) -> Self {
        let slow = Quota::with_period(std::time::Duration::from_secs(SECONDS_PER_SIGN_IN))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(at_least_one(limits.sign_in_burst_per_person));
        let find = Quota::with_period(std::time::Duration::from_secs(SECONDS_PER_FIND))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(FIND_BURST);
        let hour = Duration::from_hours(1);
        let slip_burst = SLIP_BURST.min(limits.slips_per_hour_per_address);
        let code_burst = CODE_BURST.min(limits.codes_per_hour_per_address);
        Self {
            in_flight: InFlight::new(limits.requests_per_address),
            reads: ByCaller::per_second(limits.reads_per_second),
            sign_ins: ByCaller::per_second(limits.sign_in_per_second),
            sign_ins_for_person: RateLimiter::keyed(slow),
            failures: Failures::default(),
            bookings: ByCaller::per_second(limits.booking_per_second),
            slips: ByCaller::new(hour / limits.slips_per_hour_per_address.max(1), slip_burst),
            slips_in_all: RateLimiter::direct(Quota::per_hour(at_least_one(limits.slips_per_hour))),
            codes: ByCaller::new(hour / limits.codes_per_hour_per_address.max(1), code_burst),
            codes_in_all: RateLimiter::direct(Quota::per_hour(at_least_one(limits.codes_per_hour))),
            finds: RateLimiter::keyed(find),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a request, and gives it its place among those being answered.
    pub(super) fn enter(&self, from: ClientAddress) -> Result<Place, Wait> {
        self.read(from)?;
        self.in_flight.enter(from).ok_or(Wait(1))
    }

    /// Counts a request, whatever it does.
    fn read(&self, from: ClientAddress) -> Result<(), Wait> {
        self.reads.take(from, &self.clock)
    }

    /// Counts an attempt to sign in, whoever it is for.
    pub fn sign_in(&self, from: ClientAddress) -> Result<(), Wait> {
        self.sign_ins.take(from, &self.clock)
    }

    /// Counts an attempt to sign in as this person (by blind index). Bound to the address as well, and known devices apart, so
    /// that a stranger, be it behind the same gateway, cannot lock a member out; and where too many failed from anywhere, only
    /// a device that the person has signed in on before is listened to.
    pub fn sign_in_as(&self, from: ClientAddress, person: PersonKey, known_device: bool) -> Result<(), Wait> {
        take(
            &self.sign_ins_for_person,
            &(from.network(), person, known_device),
            &self.clock,
        )?;
        let wait = self.failures.wait(&person, Instant::now());
        match wait.filter(|_| !known_device) {
            Some(wait) => Err(Wait(wait.as_secs().saturating_add(1))),
            None => Ok(()),
        }
    }

    /// Counts that signing in as this person failed, on top of the attempt.
    pub fn sign_in_failed(&self, from: ClientAddress, person: PersonKey) {
        self.sign_ins.weigh(from, FAILURE_WEIGHT - 1);
        self.failures.add(person, Instant::now());
    }

    /// Counts a booking or cancellation.
    pub fn booking(&self, from: ClientAddress) -> Result<(), Wait> {
        self.bookings.take(from, &self.clock)
    }

    /// Counts a slip: anybody may have one, and each is kept for long.
    pub fn slip(&self, from: ClientAddress) -> Result<(), Wait> {
        self.slips.take(from, &self.clock)?;
        let all = self.slips_in_all.check();
        all.map_err(|denied| waiting(denied.wait_time_from(self.clock.now())))
    }

    /// Counts a one-time code that is asked for: each may cost the centre money, and makes somebody's phone ring.
    pub fn code(&self, from: ClientAddress) -> Result<(), Wait> {
        self.codes.take(from, &self.clock)?;
        let all = self.codes_in_all.check();
        all.map_err(|denied| waiting(denied.wait_time_from(self.clock.now())))
    }

    /// Counts that a code was wrong, on top of the attempt. Not against the person: a stranger could lock them out.
    pub fn code_wrong(&self, from: ClientAddress) {
        self.sign_ins.weigh(from, FAILURE_WEIGHT - 1);
    }

    /// Counts an attempt to find the appointment with this code, whoever tries and whether there is one: ten thousand
    /// guesses of the last four must take longer than the appointment lies ahead. Its owner can sign in meanwhile.
    pub fn find(&self, code: AppointmentCode) -> Result<(), Wait> {
        take(&self.finds, &code, &self.clock)
    }

    /// Drops what no longer counts, so that memory does not grow with the number of callers ever seen.
    pub fn forget_idle(&self) {
        for counter in [
            &self.reads,
            &self.sign_ins,
            &self.bookings,
            &self.slips,
            &self.codes,
        ] {
            counter.forget_idle();
        }
        self.sign_ins_for_person.retain_recent();
        self.finds.retain_recent();
        self.failures.forget_idle(Instant::now());
    }
}

fn take<K: Clone + std::hash::Hash + Eq>(
    counter: &Keyed<K>,
    key: &K,
    clock: &DefaultClock,
) -> Result<(), Wait> {
    let taken = counter.check_key(key);
    taken.map_err(|denied| waiting(denied.wait_time_from(clock.now())))
}

/// Whole seconds, never too few.
fn waiting(time: Duration) -> Wait {
    Wait(time.as_secs().saturating_add(1))
}

fn at_least_one(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN)
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
            assert_eq!(limiter.sign_in_as(HOME, person(1), false), Ok(()));
        }
        let Err(Wait(seconds)) = limiter.sign_in_as(HOME, person(1), false) else {
            panic!("not slowed")
        };
        // Behind the same gateway, but on a device of their own.
        for _ in 0..3 {
            assert_eq!(limiter.sign_in_as(HOME, person(1), true), Ok(()));
        }
        assert!(limiter.sign_in_as(HOME, person(1), true).is_err());
        assert!((1..=SECONDS_PER_SIGN_IN + 1).contains(&seconds));
        assert_eq!(limiter.sign_in_as(HOME, person(2), false), Ok(()));
        assert_eq!(limiter.sign_in_as(OTHER, person(1), false), Ok(()));
    }

    #[test]
    fn guessing_from_everywhere_never_locks_out_the_persons_own_device() {
        let limiter = Limiter::new(&Limits::default());
        let address = |n: u8| ClientAddress(IpAddr::V4(std::net::Ipv4Addr::new(10, 2, 2, n)));
        let mut tried = 0;
        while limiter.sign_in_as(address(tried), person(1), false).is_ok() {
            limiter.sign_in_failed(address(tried), person(1));
            tried += 1;
        }
        assert_eq!(tried, 20);
        assert!(limiter.sign_in_as(address(200), person(1), false).is_err());
        assert_eq!(limiter.sign_in_as(address(200), person(1), true), Ok(()));
        assert_eq!(limiter.sign_in_as(address(200), person(2), false), Ok(()));
    }

    #[test]
    fn failures_use_an_address_up_faster() {
        let limiter = Limiter::new(&Limits::default());
        let mut failed = 0_u8;
        while limiter.sign_in(HOME).is_ok() {
            limiter.sign_in_failed(HOME, person(failed));
            failed += 1;
        }
        assert!(failed <= 14, "{failed} failures where 60 successes pass");
        assert_eq!(limiter.sign_in(OTHER), Ok(()));
    }

    #[test]
    fn a_rented_site_is_no_more_than_eight_callers() {
        let limiter = Limiter::new(&Limits::default());
        let network = |n: u16| {
            ClientAddress(IpAddr::V6(std::net::Ipv6Addr::new(
                0x2001, 0xdb8, 1, n, 0, 0, 0, 1,
            )))
        };
        let passed = (0..2000).filter(|n| limiter.sign_in(network(*n)).is_ok()).count();
        assert!((480..600).contains(&passed), "{passed}");
        let elsewhere = ClientAddress("2001:db8:2::1".parse().unwrap());
        assert_eq!(limiter.sign_in(elsewhere), Ok(()));
    }

    #[test]
    fn a_limit_may_be_lifted_altogether() {
        let limiter = Limiter::new(&Limits {
            reads_per_second: u32::MAX,
            slips_per_hour: u32::MAX,
            slips_per_hour_per_address: u32::MAX,
            ..Limits::default()
        });
        assert!((0..100_000).all(|_| limiter.read(HOME).is_ok()));
    }

    #[test]
    fn slips_are_few_for_one_and_limited_for_all() {
        let limiter = Limiter::new(&Limits {
            slips_per_hour_per_address: 30,
            slips_per_hour: 50,
            ..Limits::default()
        });
        let passed = |from| (0..100).filter(|_| limiter.slip(from).is_ok()).count();
        assert_eq!(passed(HOME), 20);
        assert_eq!(passed(OTHER), 20);
        let third = ClientAddress("10.1.1.3".parse().unwrap());
        assert_eq!(passed(third), 10, "what is left for all");
    }

    #[test]
    fn codes_are_few_for_one_and_limited_for_all() {
        let limiter = Limiter::new(&Limits {
            codes_per_hour: 40,
            ..Limits::default()
        });
        let passed = |from| (0..100).filter(|_| limiter.code(from).is_ok()).count();
        assert_eq!((passed(HOME), passed(OTHER)), (30, 10));
    }

    #[test]
    fn wrong_codes_use_an_address_up_faster() {
        let limiter = Limiter::new(&Limits::default());
        let mut wrong = 0;
        while limiter.sign_in(HOME).is_ok() {
            limiter.code_wrong(HOME);
            wrong += 1;
        }
        assert!(wrong <= 14, "{wrong} wrong codes where 60 right ones pass");
    }

    #[test]
    fn a_workplace_behind_one_address_signs_in_together() {
        let limiter = Limiter::new(&Limits::default());
        assert!((0..60).all(|_| limiter.sign_in(HOME).is_ok()));
        assert!((0..600).all(|_| limiter.read(HOME).is_ok()));
        assert!((0..1000).any(|_| limiter.sign_in(HOME).is_err()));
    }
}
