//! Takes a place, for pages and programs alike.

use app::visit::not_booked::Reason;
use chrono::TimeDelta;
use fund::edition::Edition;
use fund::visit::{Booking, Branch, OutsideBooking, Service, SlotPlan};
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;

use super::store::{
    Appointment, AppointmentCode, AppointmentState, Booked, Cooldown, NewAppointment, PlannedSlot,
};
use crate::account::store::MemberAccount;
use crate::clock::{instant, local, random_bytes};
use crate::http::failure::Failure;
use crate::notice::store::SlipNumber;
use crate::seal::PersonKey;
use crate::state::AppState;
use fund::records::Paper;

/// Codes drawn before giving up. A second draw is needed once in a million bookings.
const DRAWS: u32 = 8;
/// Longest idempotency key, as the store keeps it.
const KEY_LONGEST: usize = 64;

/// What somebody wants to book.
#[derive(Debug)]
pub(super) struct SlotRequest<'e> {
    pub(super) service: &'e Service,
    pub(super) branch: &'e Branch,
    pub(super) slot: SlotPlan,
    pub(super) slip: Option<SlipNumber>,
}

impl<'e> SlotRequest<'e> {
    /// The slot with this id for the service, if there is one.
    pub(super) fn new(
        edition: &'e Edition,
        service: &'e Service,
        slot: &str,
        slip: Option<SlipNumber>,
    ) -> Option<Self> {
        let (branch, slot) = edition.slot(slot, service)?;
        Some(Self {
            service,
            branch,
            slot,
            slip,
        })
    }

    /// Why it cannot be booked now, whatever is free.
    pub(super) fn outside(&self, state: &AppState) -> Option<Reason> {
        let booking = &state.edition.booking;
        match booking.admits(self.slot.start, state.clock.local()) {
            Ok(()) => None,
            Err(OutsideBooking::TooSoon) => Some(Reason::TooSoon(booking.lead_minutes)),
            Err(OutsideBooking::TooFar) => Some(Reason::TooFar(booking.horizon_days)),
        }
    }
}

/// Whether this can name an attempt.
pub(super) fn is_key(key: &str) -> bool {
    (1..=KEY_LONGEST).contains(&key.len()) && key.chars().all(|c| c.is_ascii_graphic())
}

/// What became of a wish.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Booked now.
    Booked(Appointment),
    /// This attempt had succeeded before.
    Repeated(Appointment),
    /// The attempt's name had been used for another slot or service.
    KeyReused,
    /// The person has another appointment to come for the service.
    AlreadyBooked(Appointment),
    /// It could not be booked.
    NotBooked(Reason),
    /// Nobody could check who comes: the person has no account here.
    NoAccount,
}

/// Books. `key` names the attempt and [is one](is_key).
pub(super) async fn book(
    state: &AppState,
    person: PersonKey,
    wish: &SlotRequest<'_>,
    key: &str,
) -> Result<Outcome, Failure> {
    if let Some(reason) = wish.outside(state) {
        let before = earlier(state, person, key, &wish.slot.id, &wish.service.code).await?;
        return Ok(before.unwrap_or(Outcome::NotBooked(reason)));
    }
    let Some(MemberAccount { member, .. }) = state.store.account(person).await? else {
        let before = earlier(state, person, key, &wish.slot.id, &wish.service.code).await?;
        return Ok(before.unwrap_or(Outcome::NoAccount));
    };
    let mut rng = ChaCha20Rng::from_seed(random_bytes(state.random.as_ref()));
    let mut appointment = NewAppointment {
        code: AppointmentCode::draw(&mut rng),
        slot: planned(wish),
        person,
        last_four: last_four(&member.paper),
        service: wish.service.code.clone(),
        units: wish.slot.units_needed,
        idempotency_key: key.to_owned(),
        slip: slip_for(state, wish).await?,
        replaces: None,
        cooldown: cooldown(&state.edition.booking),
    };
    for _ in 0..DRAWS {
        match state.store.book(&appointment, state.clock.now()).await? {
            Booked::Created(appointment) => return Ok(Outcome::Booked(appointment)),
            Booked::Repeated(appointment) => return Ok(Outcome::Repeated(appointment)),
            Booked::KeyReused(_) => return Ok(Outcome::KeyReused),
            // The centre cannot keep the one the person has: this one takes its place.
            Booked::AlreadyBooked(former)
                if appointment.replaces.is_none() && !state.crowded.keeps(&state.edition, &former) =>
            {
                appointment.replaces = Some(former.code);
            }
            Booked::AlreadyBooked(appointment) => return Ok(Outcome::AlreadyBooked(appointment)),
            Booked::CoolingDown(until) => return Ok(Outcome::NotBooked(Reason::CoolingDown(local(until)))),
            Booked::SlotFull => return Ok(Outcome::NotBooked(Reason::Full)),
            Booked::CodeTaken => appointment.code = AppointmentCode::draw(&mut rng),
        }
    }
    Err(Failure::Internal("every code drawn was taken".to_owned()))
}

/// What became of this attempt when it was made before. An attempt that was acknowledged keeps its answer whatever has
/// changed since: the time, the plan, the account.
pub(super) async fn earlier(
    state: &AppState,
    person: PersonKey,
    key: &str,
    slot: &str,
    service: &str,
) -> Result<Option<Outcome>, Failure> {
    let made = state.store.attempt(person, key).await?;
    Ok(made.map(|appointment| {
        if appointment.slot == slot && appointment.service == service {
            Outcome::Repeated(appointment)
        } else {
            Outcome::KeyReused
        }
    }))
}

fn cooldown(booking: &Booking) -> Cooldown {
    Cooldown {
        cancellations: booking.cancellations,
        within: TimeDelta::hours(booking.cooldown_hours.into()),
    }
}

/// The person's appointment to come for the service, if the centre can keep it.
pub(super) async fn standing(
    state: &AppState,
    person: PersonKey,
    service: &Service,
) -> Result<Option<Appointment>, Failure> {
    let now = state.clock.now();
    let is_standing = |appointment: &Appointment| {
        appointment.state == AppointmentState::Booked
            && appointment.service == service.code
            && appointment.end > now
            && state.crowded.keeps(&state.edition, appointment)
    };
    let appointments = state.store.appointments_of(person).await?;
    Ok(appointments.into_iter().find(is_standing))
}

fn planned(wish: &SlotRequest<'_>) -> PlannedSlot {
    PlannedSlot {
        id: wish.slot.id.clone(),
        branch: wish.branch.code.clone(),
        start: instant(wish.slot.start),
        end: instant(wish.slot.end),
        capacity: wish.slot.capacity,
    }
}

/// The slip, if it was issued for this service and holds on the day of the visit; any other is left out.
async fn slip_for(state: &AppState, wish: &SlotRequest<'_>) -> Result<Option<SlipNumber>, Failure> {
    let Some(number) = &wish.slip else { return Ok(None) };
    let slip = state.store.slip(number).await?;
    let fits =
        slip.filter(|slip| slip.service == wish.service.code && slip.expires_on >= wish.slot.start.date());
    Ok(fits.map(|slip| slip.number))
}

/// The last four digits or letters of the number on the person's paper; an officer's card has words around them.
fn last_four(paper: &Paper) -> String {
    match paper {
        Paper::Card(number) => number.last_four().to_owned(),
        Paper::Other(_, number) => {
            let plain = || number.chars().filter(char::is_ascii_alphanumeric);
            plain().skip(plain().count().saturating_sub(4)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fund::records::PaperKind;

    #[test]
    fn attempts_have_short_visible_names() {
        assert!(is_key("a") && is_key(&"k".repeat(64)));
        for bad in ["", "a b", "键", &"k".repeat(65)] {
            assert!(!is_key(bad), "{bad}");
        }
    }

    #[test]
    fn the_last_four_of_any_paper() {
        let passport = |number: &str| last_four(&Paper::Other(PaperKind::Passport, number.into()));
        assert_eq!(passport("E12345678"), "5678");
        assert_eq!(passport("E1"), "E1");
        let officer = Paper::Other(PaperKind::OfficerCard, "南字第12345678号".into());
        assert_eq!(last_four(&officer), "5678");
    }
}
