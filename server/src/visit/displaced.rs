//! Appointments that the plan no longer has room for: an edition that came after them closes the day, moves the hours, or takes
//! windows away. Nothing is cancelled by itself. The person sees that the centre cannot keep the time and books another, which
//! takes the place of the first; the centre sees whom it must call.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use fund::edition::Edition;

use super::store::{Appointment, AppointmentCode};
use crate::clock::{instant, local};
use crate::metrics::METRICS;
use crate::store::{Store, error::StoreError};

/// Appointments that came last to slots with fewer windows than visitors. Only another edition can make them, and that is read at
/// the start: so they are found then, and every hour, because somebody who cancels makes room.
#[derive(Debug, Default)]
pub struct Crowded(Mutex<BTreeSet<AppointmentCode>>);

impl Crowded {
    /// Looks whom the edition hits, and says so in the log and the metrics. If the store does not answer, what was found before stands.
    pub(crate) async fn follow(&self, store: &dyn Store, edition: &Edition, now: DateTime<Utc>) {
        let found = match Displaced::find(store, edition, now).await {
            Ok(found) => found,
            Err(error) => {
                tracing::warn!(%error, "could not compare the plan with the appointments");
                return;
            }
        };
        let (closed, crowded) = (found.closed.len(), found.crowded.len());
        METRICS.set_displaced(closed, crowded);
        if !found.is_empty() {
            tracing::error!(
                closed,
                crowded,
                "this edition cannot keep appointments already made; `anju check-policy --against anju.toml` lists them"
            );
        }
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            found.crowded.iter().map(|appointment| appointment.code).collect();
    }

    /// Whether the centre can keep the appointment: the edition still has its slot, for its service, at its time, and windows
    /// for it.
    pub(crate) fn keeps(&self, edition: &Edition, appointment: &Appointment) -> bool {
        capacity(edition, appointment).is_some() && !self.holds(appointment.code)
    }

    fn holds(&self, code: AppointmentCode) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&code)
    }
}

/// The units the edition plans for the appointment's slot; none when there is no such slot any more.
fn capacity(edition: &Edition, appointment: &Appointment) -> Option<u16> {
    let service = edition.service(&appointment.service)?;
    let (_, slot) = edition.slot(&appointment.slot, service)?;
    let same = instant(slot.start) == appointment.start && instant(slot.end) == appointment.end;
    same.then_some(slot.capacity)
}

/// Whom an edition hits.
#[derive(Debug, Default)]
pub(crate) struct Displaced {
    /// Appointments whose slot is not planned any more.
    pub(crate) closed: Vec<Appointment>,
    /// Those booked last of slots that have more visitors than windows now.
    pub(crate) crowded: Vec<Appointment>,
}

impl Displaced {
    /// Of all appointments to come.
    pub(crate) async fn find(
        store: &dyn Store,
        edition: &Edition,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        Ok(Self::among(edition, store.standing(now).await?))
    }

    fn among(edition: &Edition, standing: Vec<Appointment>) -> Self {
        let mut found = Self::default();
        let mut taken = BTreeMap::<String, u16>::new();
        // Those of a slot come in the order they were booked: who came first keeps the place.
        for appointment in standing {
            let Some(capacity) = capacity(edition, &appointment) else {
                found.closed.push(appointment);
                continue;
            };
            let taken = taken.entry(appointment.slot.clone()).or_default();
            *taken = taken.saturating_add(appointment.units);
            if *taken > capacity {
                found.crowded.push(appointment);
            }
        }
        found
    }

    /// Whether nobody is hit.
    pub(crate) fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.crowded.is_empty()
    }
}

/// One line each, by code: who they are stands in the portal, not in a list that goes round.
impl fmt::Display for Displaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return writeln!(f, "every appointment to come can be kept");
        }
        let parts = [
            ("closed at that time", &self.closed),
            ("more visitors than windows", &self.crowded),
        ];
        for (why, appointments) in parts.into_iter().filter(|(_, list)| !list.is_empty()) {
            writeln!(f, "{} appointments: {why}", appointments.len())?;
            for one in appointments {
                let start = local(one.start).format("%Y-%m-%d %H:%M");
                writeln!(f, "  {}  {start}  {}  {}", one.code, one.branch, one.service)?;
            }
        }
        Ok(())
    }
}
