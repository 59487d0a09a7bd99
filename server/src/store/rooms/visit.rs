//! The visit room. Locks are taken slot first, appointment second.

use super::Rooms;
use crate::{
    notice::store::SlipNumber,
    seal::{LastFourProof, PersonKey},
    store::{
        decode,
        error::StoreError,
        sql::{Database, Sql, Transaction, values},
    },
    visit::store::{
        Appointment, AppointmentCode, AppointmentState, Booked, Cancelled, Canceller, Cooldown,
        NewAppointment, VisitStore,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::{collections::BTreeMap, sync::Arc};

/// An appointment's columns, to be followed by a `FROM`.
macro_rules! select_appointment {
    ($($rest:literal),+) => {
        concat!(
            "SELECT code, person, slot, branch, service, starts_at, ends_at, units, state, slip, booked_at, \
             cancelled_at",
            $($rest),+
        )
    };
}

const TAKEN: Sql = Sql::apart(
    "reading slots",
    "SELECT id, booked FROM slot WHERE branch IN (SELECT value FROM json_each($1)) \
     AND starts_at >= $2 AND starts_at < $3 AND booked > 0",
    "SELECT id, booked FROM slot WHERE branch = ANY($1) AND starts_at >= $2 AND starts_at < $3 AND booked > 0",
);
const APPOINTMENT: Sql = Sql::new(
    "reading an appointment",
    select_appointment!(" FROM appointment WHERE code = $1"),
);
const FIND: Sql = Sql::new(
    "finding an appointment",
    select_appointment!(" FROM appointment WHERE code = $1 AND last_four = $2"),
);
const APPOINTMENTS_OF: Sql = Sql::new(
    "reading a person's appointments",
    select_appointment!(
        " FROM appointment WHERE person = $1 ORDER BY starts_at DESC, booked_at DESC, code LIMIT 100"
    ),
);
/// By its key or by what stands, each found in an index of its own: asked for in one, a person's whole history would be read.
const ACTIVE: Sql = Sql::new(
    "looking for an earlier appointment",
    select_appointment!(" FROM appointment WHERE person = $1 AND service = $2 AND state = 'booked'"),
);
const TAKE: Sql = Sql::new(
    "taking a place",
    "INSERT INTO slot (id, branch, starts_at, ends_at, capacity, booked) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (id) DO UPDATE SET booked = slot.booked + excluded.booked, capacity = excluded.capacity, \
     ends_at = excluded.ends_at \
     WHERE slot.booked + excluded.booked <= excluded.capacity",
);
const ATTEMPT: Sql = Sql::new(
    "looking for an attempt",
    select_appointment!(" FROM appointment WHERE person = $1 AND idempotency_key = $2"),
);
/// The slots first, because few of them lie ahead: appointments are never read in all.
const ALL_STANDING: Sql = Sql::new(
    "reading the appointments to come",
    select_appointment!(
        " FROM appointment WHERE state = 'booked' AND slot IN (SELECT id FROM slot WHERE ends_at > $1) \
         ORDER BY starts_at, slot, booked_at, code"
    ),
);
const CANCELLATIONS: Sql = Sql::new(
    "counting cancellations",
    "SELECT cancelled_at FROM appointment WHERE person = $1 AND state = 'cancelled' AND cancelled_at > $2 \
     ORDER BY cancelled_at DESC LIMIT $3",
);
const LAPSE: Sql = Sql::new(
    "lapsing an appointment",
    "UPDATE appointment SET state = 'lapsed' WHERE code = $1 AND state = 'booked'",
);
const INSERT: Sql = Sql::new(
    "writing an appointment",
    "INSERT INTO appointment (code, person, last_four, slot, branch, service, starts_at, ends_at, units, state, \
     idempotency_key, slip, booked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'booked', $10, $11, $12) \
     ON CONFLICT (code) DO NOTHING",
);
const GIVE_BACK: Sql = Sql::new(
    "giving a place back",
    "UPDATE slot SET booked = booked - $2 WHERE id = $1",
);
/// SQLite has one writer, which needs no lock.
const LOCK_SLOT: Sql = Sql::apart(
    "locking a slot",
    "SELECT 1 WHERE $1 IS NULL",
    "SELECT 1 FROM slot s JOIN appointment a ON a.slot = s.id WHERE a.code = $1 FOR UPDATE OF s",
);
const TO_CANCEL: Sql = Sql::new(
    "looking for the appointment to cancel",
    select_appointment!(" FROM appointment WHERE code = $1 AND (person = $2 OR last_four = $3)"),
);
const CANCEL: Sql = Sql::new(
    "cancelling an appointment",
    "UPDATE appointment SET state = 'cancelled', cancelled_at = $2 WHERE code = $1",
);

#[async_trait]
impl<D: Database> VisitStore for Rooms<D> {
    async fn taken(
        &self,
        branches: &[&str],
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<BTreeMap<String, u16>, StoreError> {
        let branches: Arc<[String]> = branches.iter().map(|branch| (*branch).to_owned()).collect();
        let taken = self
            .database
            .read(move |tx| {
                let branches = Arc::clone(&branches);
                Box::pin(async move {
                    let branches: Vec<&str> = branches.iter().map(String::as_str).collect();
                    tx.rows(&TAKEN, values![&branches[..], from, to], |row| {
                        Ok((row.text("id")?, row.small("booked")?))
                    })
                    .await
                })
            })
            .await?;
        Ok(taken.into_iter().collect())
    }

    async fn book(&self, appointment: &NewAppointment, now: DateTime<Utc>) -> Result<Booked, StoreError> {
        let new = Arc::new(appointment.clone());
        let proof = self.keys.last_four(new.code.as_str(), &new.last_four);
        self.database
            .write(move |tx| {
                let new = Arc::clone(&new);
                Box::pin(async move { book(tx, &new, proof, now).await })
            })
            .await
    }

    async fn attempt(&self, person: PersonKey, key: &str) -> Result<Option<Appointment>, StoreError> {
        let key: Arc<str> = key.into();
        self.database
            .read(move |tx| {
                let key = Arc::clone(&key);
                Box::pin(async move {
                    tx.row(&ATTEMPT, values![&person, &*key], decode::appointment)
                        .await
                })
            })
            .await
    }

    async fn standing(&self, now: DateTime<Utc>) -> Result<Vec<Appointment>, StoreError> {
        self.database
            .read(move |tx| {
                Box::pin(async move { tx.rows(&ALL_STANDING, values![now], decode::appointment).await })
            })
            .await
    }

    async fn appointment(&self, code: &AppointmentCode) -> Result<Option<Appointment>, StoreError> {
        let code = *code;
        self.database
            .read(move |tx| {
                Box::pin(async move {
                    tx.row(&APPOINTMENT, values![code.as_str()], decode::appointment)
                        .await
                })
            })
            .await
    }

    async fn find_appointment(
        &self,
        code: &AppointmentCode,
        last_four: &str,
    ) -> Result<Option<Appointment>, StoreError> {
        let code = *code;
        let proof = self.keys.last_four(code.as_str(), last_four);
        self.database
            .read(move |tx| {
                Box::pin(async move {
                    tx.row(&FIND, values![code.as_str(), &proof], decode::appointment)
                        .await
                })
            })
            .await
    }

    async fn appointments_of(&self, person: PersonKey) -> Result<Vec<Appointment>, StoreError> {
        self.database
            .read(move |tx| {
                Box::pin(async move {
                    tx.rows(&APPOINTMENTS_OF, values![&person], decode::appointment)
                        .await
                })
            })
            .await
    }

    async fn cancel(
        &self,
        code: &AppointmentCode,
        by: &Canceller,
        now: DateTime<Utc>,
    ) -> Result<Cancelled, StoreError> {
        let code = *code;
        let (person, proof) = match by {
            Canceller::Person(person) => (Some(*person), None),
            Canceller::LastFour(last_four) => (None, Some(self.keys.last_four(code.as_str(), last_four))),
        };
        self.database
            .write(move |tx| Box::pin(async move { cancel(tx, code, person, proof, now).await }))
            .await
    }
}

async fn book(
    tx: &mut dyn Transaction,
    new: &NewAppointment,
    proof: LastFourProof,
    now: DateTime<Utc>,
) -> Result<Booked, StoreError> {
    let former = standing(tx, new).await?;
    match &former {
        Some((appointment, true)) if new.asks_for(appointment) => {
            return Ok(Booked::Repeated(appointment.clone()));
        }
        Some((appointment, true)) => return Ok(Booked::KeyReused(appointment.clone())),
        Some((appointment, false)) if appointment.end > now && new.replaces != Some(appointment.code) => {
            return Ok(Booked::AlreadyBooked(appointment.clone()));
        }
        _ => {}
    }
    if let Some(until) = held_up(tx, new, now).await? {
        return Ok(Booked::CoolingDown(until));
    }
    if !take(tx, new).await? {
        // It may be this very attempt, sent twice at once, that took the last place while this one waited for the slot.
        return Ok(match standing(tx, new).await? {
            Some((made, true)) if new.asks_for(&made) => Booked::Repeated(made),
            _ => Booked::SlotFull,
        });
    }
    if let Some((former, _)) = former {
        make_way(tx, &former, now).await?;
    }
    if insert(tx, new, proof, now).await? {
        return Ok(Booked::Created(new.booked(now)));
    }
    give_back(tx, &new.slot.id, new.units).await?;
    Ok(Booked::CodeTaken)
}

/// An appointment whose time has passed, or that the centre cannot keep, does not stand in the way of the next. The places of
/// one still to come are given back, once.
async fn make_way(
    tx: &mut dyn Transaction,
    former: &Appointment,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    // Slot first, appointment second, as cancelling does.
    tx.row(&LOCK_SLOT, values![former.code.as_str()], |_| Ok(()))
        .await?;
    let lapsed = tx.run(&LAPSE, values![former.code.as_str()]).await?;
    if lapsed == 1 && former.end > now {
        give_back(tx, &former.slot, former.units).await?;
    }
    Ok(())
}

/// Until when a person who has cancelled too often must wait, if they must.
async fn held_up(
    tx: &mut dyn Transaction,
    new: &NewAppointment,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let Cooldown {
        cancellations,
        within,
    } = new.cooldown;
    let values = values![&new.person, now - within, cancellations];
    let last = tx
        .rows(&CANCELLATIONS, values, |row| row.instant("cancelled_at"))
        .await?;
    let enough = last.len() >= usize::from(cancellations);
    Ok(last.last().filter(|_| enough).map(|first| *first + within))
}

/// The appointment this attempt made before (true), or else the one the person has for the service (false).
async fn standing(
    tx: &mut dyn Transaction,
    new: &NewAppointment,
) -> Result<Option<(Appointment, bool)>, StoreError> {
    // What stands is looked at first: each statement sees what has been committed when it begins, and an attempt that stands by
    // then must be recognised as one.
    let values = values![&new.person, &new.service];
    let active = tx.row(&ACTIVE, values, decode::appointment).await?;
    let values = values![&new.person, &new.idempotency_key];
    let made = tx.row(&ATTEMPT, values, decode::appointment).await?;
    Ok(made
        .map(|made| (made, true))
        .or(active.map(|active| (active, false))))
}

/// Takes the units if they are free, in one statement: there is no moment between looking and taking. The capacity that
/// counts is the one planned now.
async fn take(tx: &mut dyn Transaction, new: &NewAppointment) -> Result<bool, StoreError> {
    if new.units > new.slot.capacity {
        return Ok(false);
    }
    let slot = &new.slot;
    let values = values![
        &slot.id,
        &slot.branch,
        slot.start,
        slot.end,
        slot.capacity,
        new.units
    ];
    Ok(tx.run(&TAKE, values).await? == 1)
}

/// Writes the appointment; false when its code is another's.
async fn insert(
    tx: &mut dyn Transaction,
    new: &NewAppointment,
    proof: LastFourProof,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let values = values![
        new.code.as_str(),
        &new.person,
        &proof,
        &new.slot.id,
        &new.slot.branch,
        &new.service,
        new.slot.start,
        new.slot.end,
        new.units,
        &new.idempotency_key,
        new.slip.as_ref().map(SlipNumber::as_str),
        now
    ];
    Ok(tx.run(&INSERT, values).await? == 1)
}

async fn give_back(tx: &mut dyn Transaction, slot: &str, units: u16) -> Result<(), StoreError> {
    tx.run(&GIVE_BACK, values![slot, units]).await.map(drop)
}

async fn cancel(
    tx: &mut dyn Transaction,
    code: AppointmentCode,
    person: Option<PersonKey>,
    proof: Option<LastFourProof>,
    now: DateTime<Utc>,
) -> Result<Cancelled, StoreError> {
    // Slot first, appointment second, as booking does; what is read next is then the last word.
    tx.row(&LOCK_SLOT, values![code.as_str()], |_| Ok(())).await?;
    let values = values![code.as_str(), person.as_ref(), proof.as_ref()];
    let Some(mut appointment) = tx.row(&TO_CANCEL, values, decode::appointment).await? else {
        return Ok(Cancelled::Unknown);
    };
    if let Some(refused) = appointment.refuses_cancelling(now) {
        return Ok(refused);
    }
    tx.run(&CANCEL, values![code.as_str(), now]).await?;
    give_back(tx, &appointment.slot, appointment.units).await?;
    appointment.state = AppointmentState::Cancelled;
    appointment.cancelled_at = Some(now);
    Ok(Cancelled::Done(appointment))
}
