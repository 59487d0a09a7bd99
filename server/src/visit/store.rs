//! What the visit room asks of the store: places taken, and appointments that cannot be oversold.

mod code;

pub use code::AppointmentCode;

use crate::{notice::store::SlipNumber, seal::PersonKey, store::error::StoreError};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// A slot (号源) as the edition plans it. The store learns of it with its first appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedSlot {
    /// Its id, the same whenever the edition is read; at most 64 characters.
    pub id: String,
    /// Code of the branch.
    pub branch: String,
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it ends.
    pub end: DateTime<Utc>,
    /// Units it has to give.
    pub capacity: u16,
}

/// An appointment to be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAppointment {
    /// Drawn by the caller.
    pub code: AppointmentCode,
    /// The slot, as planned now.
    pub slot: PlannedSlot,
    /// Who comes.
    pub person: PersonKey,
    /// Last four characters of the person's ID number, to find the appointment again without signing in.
    pub last_four: String,
    /// Code of the service.
    pub service: String,
    /// Units of the slot it takes, at least 1.
    pub units: u16,
    /// Names this attempt: a form sent twice books once. 1–64 characters.
    pub idempotency_key: String,
    /// The notice it was booked with.
    pub slip: Option<SlipNumber>,
    /// An appointment of the person for the same service that the centre can no longer keep: this one takes its place.
    pub replaces: Option<AppointmentCode>,
    /// How often a person may cancel before they must wait.
    pub cooldown: Cooldown,
}

/// So many cancellations within so long hold the next booking up, until the first of them is that long ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cooldown {
    /// Above zero.
    pub cancellations: u16,
    /// Over which they are counted.
    pub within: TimeDelta,
}

/// How an appointment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppointmentState {
    /// The place is held.
    Booked,
    /// Given back by the person.
    Cancelled,
    /// Its time passed and nobody recorded what became of it; or the centre could not keep it, and another took its place.
    Lapsed,
}

impl AppointmentState {
    /// The name in tables and interfaces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Cancelled => "cancelled",
            Self::Lapsed => "lapsed",
        }
    }

    /// The state with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Booked, Self::Cancelled, Self::Lapsed]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// An appointment as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Its code.
    pub code: AppointmentCode,
    /// Who comes.
    pub person: PersonKey,
    /// Id of the slot.
    pub slot: String,
    /// Code of the branch.
    pub branch: String,
    /// Code of the service.
    pub service: String,
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it ends.
    pub end: DateTime<Utc>,
    /// Units of the slot it takes.
    pub units: u16,
    /// How it stands.
    pub state: AppointmentState,
    /// The notice it was booked with.
    pub slip: Option<SlipNumber>,
    /// When it was booked.
    pub booked_at: DateTime<Utc>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
}

impl NewAppointment {
    /// Whether the appointment is what this attempt asks for.
    pub(crate) fn asks_for(&self, appointment: &Appointment) -> bool {
        appointment.slot == self.slot.id && appointment.service == self.service
    }

    /// The appointment it becomes when booked at `now`.
    pub(crate) fn booked(&self, now: DateTime<Utc>) -> Appointment {
        Appointment {
            code: self.code,
            person: self.person,
            slot: self.slot.id.clone(),
            branch: self.slot.branch.clone(),
            service: self.service.clone(),
            start: self.slot.start,
            end: self.slot.end,
            units: self.units,
            state: AppointmentState::Booked,
            slip: self.slip.clone(),
            booked_at: now,
            cancelled_at: None,
        }
    }
}

impl Appointment {
    /// Why it cannot be cancelled at `now`, if it cannot.
    pub(crate) fn refuses_cancelling(&self, now: DateTime<Utc>) -> Option<Cancelled> {
        match self.state {
            AppointmentState::Cancelled => Some(Cancelled::Already(self.clone())),
            AppointmentState::Booked if self.start > now => None,
            AppointmentState::Booked | AppointmentState::Lapsed => Some(Cancelled::TooLate(self.clone())),
        }
    }
}

/// What became of a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Booked {
    /// Booked.
    Created(Appointment),
    /// This attempt was made before and succeeded: nothing changed. The appointment as it stands now, perhaps cancelled.
    Repeated(Appointment),
    /// The attempt's name was used before, for another slot or service: nothing changed. The appointment it made then.
    KeyReused(Appointment),
    /// The person has cancelled too often lately: they can book again from this instant on.
    CoolingDown(DateTime<Utc>),
    /// The person already has an appointment to come for this service.
    AlreadyBooked(Appointment),
    /// Fewer units are free than were asked for.
    SlotFull,
    /// Another appointment has the code: draw again.
    CodeTaken,
}

/// Who asks for a cancellation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Canceller {
    /// A person signed in.
    Person(PersonKey),
    /// Somebody who knows the last four characters of the ID number.
    LastFour(String),
}

/// What became of a cancellation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cancelled {
    /// Cancelled, its units free again.
    Done(Appointment),
    /// It was cancelled before: nothing changed.
    Already(Appointment),
    /// Its time has come: nothing changed.
    TooLate(Appointment),
    /// No such appointment, or not the asker's.
    Unknown,
}

/// The visit room's store. Each method is one unit of work.
#[async_trait]
pub trait VisitStore: Send + Sync {
    /// Units taken of these branches' slots that begin from `from` until before `to`, by slot id; slots nobody has
    /// booked yet are missing.
    async fn taken(
        &self,
        branches: &[&str],
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<BTreeMap<String, u16>, StoreError>;

    /// Books, unless the attempt is a repetition, the person already has an appointment for the service (other than the one
    /// this replaces), has cancelled too often, or the slot is full. The attempt's name is looked at before anything else. A plan with less capacity than is taken closes the slot; it does not cancel anyone.
    async fn book(&self, appointment: &NewAppointment, now: DateTime<Utc>) -> Result<Booked, StoreError>;

    /// The appointment that this attempt of the person made.
    async fn attempt(
        &self,
        person: PersonKey,
        idempotency_key: &str,
    ) -> Result<Option<Appointment>, StoreError>;

    /// All appointments that are booked and end after `now`, by the beginning of their slots, those of a slot in the order
    /// they were booked.
    async fn standing(&self, now: DateTime<Utc>) -> Result<Vec<Appointment>, StoreError>;

    /// The appointment with this code.
    async fn appointment(&self, code: &AppointmentCode) -> Result<Option<Appointment>, StoreError>;

    /// The appointment with this code, if the last four characters of the ID number fit.
    async fn find_appointment(
        &self,
        code: &AppointmentCode,
        last_four: &str,
    ) -> Result<Option<Appointment>, StoreError>;

    /// The person's appointments, latest slot first; at most 100.
    async fn appointments_of(&self, person: PersonKey) -> Result<Vec<Appointment>, StoreError>;

    /// Cancels before the slot begins, and frees its units.
    async fn cancel(
        &self,
        code: &AppointmentCode,
        by: &Canceller,
        now: DateTime<Utc>,
    ) -> Result<Cancelled, StoreError>;
}
