//! Rows read back as what the rooms know: the same for both stores, which select the same columns.

use super::{
    error::{StoreError, known},
    imported::{self, Stored},
    sql::Row,
};
use crate::{
    account::store::{Credential, MemberAccount, Session, TokenHash},
    import::store::{ImportRecord, Table},
    notice::store::{Slip, SlipNumber},
    seal::Keys,
    visit::store::{Appointment, AppointmentCode, AppointmentState},
};
use chrono::Datelike as _;
use fund::money::Fen;
use fund::records::{Account, BranchCode, EntryKind, Member, YearMonth};

pub(super) fn credential(row: &dyn Row) -> Result<Credential, StoreError> {
    Ok(Credential {
        person: row.person("person")?,
        password_hash: row.text("password_hash")?,
        changed_at: row.instant("changed_at")?,
    })
}

pub(super) fn session(row: &dyn Row) -> Result<Session, StoreError> {
    let token = row.bytes("token_hash")?;
    Ok(Session {
        token: TokenHash(known(token.as_ref().try_into().ok(), "token_hash")?),
        person: row.person("person")?,
        opened_at: row.instant("opened_at")?,
        seen_at: row.instant("seen_at")?,
        expires_at: row.instant("expires_at")?,
        confirmed_at: row.maybe_instant("confirmed_at")?,
        device: row.text("device")?,
    })
}

pub(super) fn account(row: &dyn Row, keys: &Keys) -> Result<MemberAccount, StoreError> {
    Ok(MemberAccount {
        account: Account::take(row, keys)?,
        member: Member::take(row, keys)?,
        employer: row.text("employer_name")?,
        branch: row.maybe_parsed("branch", |text| BranchCode::parse(text).ok())?,
    })
}

/// A ledger's line with its number.
pub(super) fn line<T: Stored>(row: &dyn Row, keys: &Keys) -> Result<(u32, T), StoreError> {
    Ok((row.small("line")?, T::take(row, keys)?))
}

/// A day's sum of one kind.
pub(super) fn contribution(row: &dyn Row) -> Result<(YearMonth, EntryKind, Fen), StoreError> {
    let day = row.date("booked_on")?;
    Ok((
        known(YearMonth::new(day.year(), day.month()), "booked_on")?,
        row.parsed("kind", EntryKind::from_code)?,
        row.fen("amount")?,
    ))
}

pub(super) fn appointment(row: &dyn Row) -> Result<Appointment, StoreError> {
    Ok(Appointment {
        code: row.parsed("code", AppointmentCode::parse)?,
        person: row.person("person")?,
        slot: row.text("slot")?,
        branch: row.text("branch")?,
        service: row.text("service")?,
        start: row.instant("starts_at")?,
        end: row.instant("ends_at")?,
        units: row.small("units")?,
        state: row.parsed("state", AppointmentState::from_name)?,
        slip: row.maybe_parsed("slip", SlipNumber::parse)?,
        booked_at: row.instant("booked_at")?,
        cancelled_at: row.maybe_instant("cancelled_at")?,
    })
}

pub(super) fn slip(row: &dyn Row) -> Result<Slip, StoreError> {
    Ok(Slip {
        number: row.parsed("number", SlipNumber::parse)?,
        service: row.text("service")?,
        answers: row.text("answers")?,
        content: row.text("content")?,
        issued_on: row.date("issued_on")?,
        expires_on: row.date("expires_on")?,
        person: row.maybe_person("person")?,
    })
}

pub(super) fn import(row: &dyn Row) -> Result<ImportRecord, StoreError> {
    Ok(ImportRecord {
        generation: row.int("generation")?,
        as_of: row.date("as_of")?,
        issuer: row.text("issuer")?,
        finished_at: row.instant("finished_at")?,
        rows: row.parsed("row_counts", imported::counts_of)?,
        balance: row.fen("balance")?,
        loan_balance: row.fen("loan_balance")?,
    })
}

pub(super) fn figures(row: &dyn Row) -> Result<imported::Figures, StoreError> {
    let mut figures = imported::Figures {
        balance: row.fen("balance")?,
        loan_balance: row.fen("loan_balance")?,
        loan_entries: row.fen("loan_entries")?,
        ..imported::Figures::default()
    };
    for (table, rows) in Table::ALL.iter().zip(&mut figures.rows) {
        *rows = row.small(table.name())?;
    }
    Ok(figures)
}
