//! What is free: the slots the edition plans, less the units the store says are taken.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fund::calendar::DayKind;
use fund::visit::{Booking, Branch, DayPlan, Service, SlotPlan};

use crate::clock::instant;
use crate::state::AppState;
use crate::store::error::StoreError;

/// Where the earliest place is looked for first: it is nearly always there, and a week is quickly read.
const NEAR_DAYS: u16 = 7;
/// Other times offered to somebody whose time is gone.
const ALTERNATIVES: usize = 4;

/// A slot with what is left of it, counted in visits for one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlotVacancy {
    pub(crate) slot: SlotPlan,
    pub(crate) capacity: u16,
    pub(crate) free: u16,
}

impl SlotVacancy {
    fn new(slot: SlotPlan, taken: &BTreeMap<String, u16>) -> Self {
        let taken = taken.get(&slot.id).copied().unwrap_or_default();
        // Never zero: every service takes a unit at least.
        let units = slot.units_needed.max(1);
        Self {
            capacity: slot.capacity / units,
            free: slot.capacity.saturating_sub(taken) / units,
            slot,
        }
    }
}

/// A day that can be booked, or is seen to be closed.
#[derive(Debug, Clone)]
pub(crate) struct Day {
    pub(crate) date: NaiveDate,
    pub(crate) kind: DayKind,
    pub(crate) festival: Option<String>,
    pub(crate) announced: bool,
    pub(crate) places: Vec<SlotVacancy>,
}

/// Today and every day that is open for booking now, with what is free for the service at the branch.
pub(crate) async fn days(
    state: &AppState,
    branch: &Branch,
    service: &Service,
) -> Result<Vec<Day>, StoreError> {
    let days = days_within(state, &[branch], service, &state.edition.booking).await?;
    Ok(days.into_iter().flatten().collect())
}

/// For each of the branches, its days; the store is asked once.
async fn days_within(
    state: &AppState,
    branches: &[&Branch],
    service: &Service,
    booking: &Booking,
) -> Result<Vec<Vec<Day>>, StoreError> {
    let now = state.clock.local();
    let plan = |branch: &&Branch| fund::visit::days(&state.edition.calendar, branch, service, booking, now);
    let plans: Vec<Vec<DayPlan>> = branches.iter().map(plan).collect();
    let taken = match range(plans.iter().flatten()) {
        Some((from, to)) => {
            let codes: Vec<&str> = branches.iter().map(|branch| branch.code.as_str()).collect();
            state.store.taken(&codes, from, to).await?
        }
        None => BTreeMap::new(),
    };
    let day = |plan: DayPlan| Day {
        date: plan.date,
        kind: plan.kind,
        festival: plan.festival,
        announced: plan.announced,
        places: plan
            .slots
            .into_iter()
            .map(|slot| SlotVacancy::new(slot, &taken))
            .collect(),
    };
    let days = |plans: Vec<DayPlan>| plans.into_iter().map(day).collect();
    Ok(plans.into_iter().map(days).collect())
}

/// From the first slot's beginning until after the last's.
fn range<'d>(days: impl Iterator<Item = &'d DayPlan> + Clone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let starts = days.flat_map(|day| &day.slots).map(|slot| slot.start);
    let (first, last) = (starts.clone().min()?, starts.max()?);
    Some((instant(first), instant(last) + TimeDelta::seconds(1)))
}

/// What is left of one slot.
pub(crate) async fn place(
    state: &AppState,
    branch: &Branch,
    slot: SlotPlan,
) -> Result<SlotVacancy, StoreError> {
    let (from, to) = (instant(slot.start), instant(slot.start) + TimeDelta::seconds(1));
    let taken = state.store.taken(&[&branch.code], from, to).await?;
    Ok(SlotVacancy::new(slot, &taken))
}

/// The earliest free place for the service at each of the branches, in their order.
pub(crate) async fn earliest(
    state: &AppState,
    branches: &[&Branch],
    service: &Service,
) -> Result<Vec<Option<SlotVacancy>>, StoreError> {
    let booking = &state.edition.booking;
    let near = Booking {
        horizon_days: booking.horizon_days.min(NEAR_DAYS),
        ..*booking
    };
    let mut found = first_of_each(state, branches, service, &near).await?;
    let branches = branches.iter().copied();
    let full = branches.zip(&mut found).filter(|(_, place)| place.is_none());
    let (full, gaps): (Vec<&Branch>, Vec<&mut Option<SlotVacancy>>) = full.unzip();
    if !full.is_empty() {
        let later = first_of_each(state, &full, service, booking).await?;
        for (gap, place) in gaps.into_iter().zip(later) {
            *gap = place;
        }
    }
    Ok(found)
}

async fn first_of_each(
    state: &AppState,
    branches: &[&Branch],
    service: &Service,
    booking: &Booking,
) -> Result<Vec<Option<SlotVacancy>>, StoreError> {
    let days = days_within(state, branches, service, booking).await?;
    Ok(days.into_iter().map(first_free).collect())
}

/// The first place of these days that is free.
pub(crate) fn first_free(days: Vec<Day>) -> Option<SlotVacancy> {
    days.into_iter()
        .flat_map(|day| day.places)
        .find(|place| place.free > 0)
}

/// Free places at the branch for somebody who wanted this slot: the next ones after it, then those before.
pub(crate) async fn alternatives(
    state: &AppState,
    branch: &Branch,
    service: &Service,
    wanted: &SlotPlan,
) -> Result<Vec<SlotVacancy>, StoreError> {
    let days = days(state, branch, service).await?;
    let places = days.into_iter().flat_map(|day| day.places);
    let free = places.filter(|place| place.free > 0 && place.slot.id != wanted.id);
    let (after, before): (Vec<_>, Vec<_>) = free.partition(|place| place.slot.start > wanted.start);
    Ok(after.into_iter().chain(before).take(ALTERNATIVES).collect())
}
