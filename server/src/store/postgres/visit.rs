//! The visit room on PostgreSQL.

use super::PostgresStore;
use crate::{
    notice::store::SlipNumber,
    seal::{LastFourProof, PersonKey},
    store::{
        columns::Columns as _,
        decode,
        error::{Doing as _, StoreError},
    },
    visit::store::{
        Appointment, AppointmentCode, AppointmentState, Booked, Cancelled, Canceller, NewAppointment,
        VisitStore,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, postgres::PgRow};
use std::collections::BTreeMap;

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

#[async_trait]
impl VisitStore for PostgresStore {
    async fn taken(
        &self,
        branches: &[&str],
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<BTreeMap<String, u16>, StoreError> {
        let rows: Vec<PgRow> = sqlx::query(
            "SELECT id, booked FROM slot WHERE branch = ANY($1) AND starts_at >= $2 AND starts_at < $3 AND booked > 0",
        )
        .bind(branches)
        .bind(from)
        .bind(to)
        .fetch_all(&self.pool)
        .await
        .doing("reading slots")?;
        rows.iter()
            .map(|row| Ok((row.text("id")?, row.small("booked")?)))
            .collect()
    }

    async fn book(&self, appointment: &NewAppointment, now: DateTime<Utc>) -> Result<Booked, StoreError> {
        let new = appointment.clone();
        let proof = self.keys.last_four(new.code.as_str(), &new.last_four);
        self.transact(move |connection| {
            let new = new.clone();
            Box::pin(async move { book(connection, &new, proof, now).await })
        })
        .await
    }

    async fn appointment(&self, code: &AppointmentCode) -> Result<Option<Appointment>, StoreError> {
        let row = sqlx::query(select_appointment!(" FROM appointment WHERE code = $1"))
            .bind(code.as_str())
            .fetch_optional(&self.pool)
            .await
            .doing("reading an appointment")?;
        row.as_ref().map(decode::appointment).transpose()
    }

    async fn find_appointment(
        &self,
        code: &AppointmentCode,
        last_four: &str,
    ) -> Result<Option<Appointment>, StoreError> {
        let row = sqlx::query(select_appointment!(
            " FROM appointment WHERE code = $1 AND last_four = $2"
        ))
        .bind(code.as_str())
        .bind(self.keys.last_four(code.as_str(), last_four).as_bytes())
        .fetch_optional(&self.pool)
        .await
        .doing("finding an appointment")?;
        row.as_ref().map(decode::appointment).transpose()
    }

    async fn appointments_of(&self, person: PersonKey) -> Result<Vec<Appointment>, StoreError> {
        let rows = sqlx::query(select_appointment!(
            " FROM appointment WHERE person = $1 ORDER BY starts_at DESC, booked_at DESC, code LIMIT 100"
        ))
        .bind(person.as_bytes())
        .fetch_all(&self.pool)
        .await
        .doing("reading a person's appointments")?;
        rows.iter().map(decode::appointment).collect()
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
        self.transact(move |connection| {
            Box::pin(async move { cancel(connection, code, person, proof, now).await })
        })
        .await
    }
}

async fn book(
    connection: &mut PgConnection,
    new: &NewAppointment,
    proof: LastFourProof,
    now: DateTime<Utc>,
) -> Result<Booked, StoreError> {
    let standing = standing(connection, new).await?;
    match standing {
        Some((appointment, true)) => return Ok(Booked::Repeated(appointment)),
        Some((appointment, false)) if appointment.end > now => return Ok(Booked::AlreadyBooked(appointment)),
        _ => {}
    }
    if !take(connection, new).await? {
        return Ok(Booked::SlotFull);
    }
    if let Some((past, _)) = standing {
        lapse(connection, &past).await?;
    }
    if insert(connection, new, proof, now).await? {
        return Ok(Booked::Created(new.booked(now)));
    }
    give_back(connection, &new.slot.id, new.units).await?;
    Ok(Booked::CodeTaken)
}

/// The appointment this attempt made before (true), or else the one the person has for the service (false).
async fn standing(
    connection: &mut PgConnection,
    new: &NewAppointment,
) -> Result<Option<(Appointment, bool)>, StoreError> {
    let row = sqlx::query(select_appointment!(
        ", idempotency_key = $2 AS repeated FROM appointment \
         WHERE person = $1 AND (idempotency_key = $2 OR (service = $3 AND state = 'booked')) \
         ORDER BY 13 DESC LIMIT 1"
    ))
    .bind(new.person.as_bytes())
    .bind(&new.idempotency_key)
    .bind(&new.service)
    .fetch_optional(connection)
    .await
    .doing("looking for an earlier appointment")?;
    row.map(|row| Ok((decode::appointment(&row)?, row.flag("repeated")?)))
        .transpose()
}

/// Takes the units if they are free, in one statement: there is no moment between looking and taking. The capacity that
/// counts is the one planned now.
async fn take(connection: &mut PgConnection, new: &NewAppointment) -> Result<bool, StoreError> {
    if new.units > new.slot.capacity {
        return Ok(false);
    }
    let taken = sqlx::query(
        "INSERT INTO slot (id, branch, starts_at, ends_at, capacity, booked) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET booked = slot.booked + excluded.booked, capacity = excluded.capacity \
         WHERE slot.booked + excluded.booked <= excluded.capacity",
    )
    .bind(&new.slot.id)
    .bind(&new.slot.branch)
    .bind(new.slot.start)
    .bind(new.slot.end)
    .bind(i32::from(new.slot.capacity))
    .bind(i32::from(new.units))
    .execute(connection)
    .await
    .doing("taking a place")?;
    Ok(taken.rows_affected() == 1)
}

/// An appointment whose time has passed does not stand in the way of the next.
async fn lapse(connection: &mut PgConnection, past: &Appointment) -> Result<(), StoreError> {
    sqlx::query("UPDATE appointment SET state = 'lapsed' WHERE code = $1 AND state = 'booked'")
        .bind(past.code.as_str())
        .execute(connection)
        .await
        .map(drop)
        .doing("lapsing an appointment")
}

/// Writes the appointment; false when its code is another's.
async fn insert(
    connection: &mut PgConnection,
    new: &NewAppointment,
    proof: LastFourProof,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let inserted = sqlx::query(
        "INSERT INTO appointment (code, person, last_four, slot, branch, service, starts_at, ends_at, units, state, \
         idempotency_key, slip, booked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'booked', $10, $11, $12) \
         ON CONFLICT (code) DO NOTHING",
    )
    .bind(new.code.as_str())
    .bind(new.person.as_bytes())
    .bind(proof.as_bytes())
    .bind(&new.slot.id)
    .bind(&new.slot.branch)
    .bind(&new.service)
    .bind(new.slot.start)
    .bind(new.slot.end)
    .bind(i32::from(new.units))
    .bind(&new.idempotency_key)
    .bind(new.slip.as_ref().map(SlipNumber::as_str))
    .bind(now)
    .execute(connection)
    .await
    .doing("writing an appointment")?;
    Ok(inserted.rows_affected() == 1)
}

async fn give_back(connection: &mut PgConnection, slot: &str, units: u16) -> Result<(), StoreError> {
    sqlx::query("UPDATE slot SET booked = booked - $2 WHERE id = $1")
        .bind(slot)
        .bind(i32::from(units))
        .execute(connection)
        .await
        .map(drop)
        .doing("giving a place back")
}

async fn cancel(
    connection: &mut PgConnection,
    code: AppointmentCode,
    person: Option<PersonKey>,
    proof: Option<LastFourProof>,
    now: DateTime<Utc>,
) -> Result<Cancelled, StoreError> {
    // Slot first, appointment second, as booking does; what is read next is then the last word.
    sqlx::query("SELECT 1 FROM slot s JOIN appointment a ON a.slot = s.id WHERE a.code = $1 FOR UPDATE OF s")
        .bind(code.as_str())
        .execute(&mut *connection)
        .await
        .doing("locking a slot")?;
    let row = sqlx::query(select_appointment!(
        " FROM appointment WHERE code = $1 AND (person = $2 OR last_four = $3)"
    ))
    .bind(code.as_str())
    .bind(person.as_ref().map(PersonKey::as_bytes))
    .bind(proof.as_ref().map(LastFourProof::as_bytes))
    .fetch_optional(&mut *connection)
    .await
    .doing("looking for the appointment to cancel")?;
    let Some(row) = row else {
        return Ok(Cancelled::Unknown);
    };
    let mut appointment = decode::appointment(&row)?;
    if let Some(refused) = appointment.refuses_cancelling(now) {
        return Ok(refused);
    }
    sqlx::query("UPDATE appointment SET state = 'cancelled', cancelled_at = $2 WHERE code = $1")
        .bind(code.as_str())
        .bind(now)
        .execute(&mut *connection)
        .await
        .doing("cancelling an appointment")?;
    give_back(connection, &appointment.slot, appointment.units).await?;
    appointment.state = AppointmentState::Cancelled;
    appointment.cancelled_at = Some(now);
    Ok(Cancelled::Done(appointment))
}
