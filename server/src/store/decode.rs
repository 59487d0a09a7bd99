//! Rows read back as what the rooms know: the same for both stores, which select the same columns.

use super::{
    error::{StoreError, known},
    imported,
    sql::Row,
};
use crate::{
    account::store::{AccountSummary, Credential, Entry, Session, TokenHash},
    import::{
        rows::{
            AccountNo, AccountStatus, ContractNo, EntryKind, Guarantee, LoanEntryKind, LoanKind, LoanMethod,
            LoanNo, Paper, PaperKind, PersonName, RiskClass, Serial, WithdrawalReason, WithdrawalWay,
            YearMonth,
        },
        store::{ImportRecord, Table},
    },
    loan::store::{LoanEntry, LoanSummary, NextInstalment},
    notice::store::{Slip, SlipNumber},
    seal::{Column, Keys},
    visit::store::{Appointment, AppointmentCode, AppointmentState},
};
use chrono::Datelike as _;
use fund::{
    identity::{IdNumber, Phone},
    money::Fen,
    months::Months,
    rate::Rate,
};

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
        device: row.text("device")?,
    })
}

pub(super) fn account(row: &dyn Row, keys: &Keys) -> Result<AccountSummary, StoreError> {
    let key = row.int("key")?;
    let name = keys.open(Column::MEMBER_NAME, key, &row.bytes("name")?)?;
    let number = keys.open(Column::MEMBER_PAPER, key, &row.bytes("paper")?)?;
    let phone = match row.maybe_bytes("phone")? {
        Some(sealed) => {
            let phone = keys.open(Column::MEMBER_PHONE, key, &sealed)?;
            Some(known(Phone::parse(&phone).ok(), "phone")?)
        }
        None => None,
    };
    let paper = match row.parsed("paper_kind", PaperKind::from_code)? {
        PaperKind::IdentityCard => Paper::Card(known(IdNumber::parse(&number).ok(), "paper")?),
        other => Paper::Other(other, String::clone(&number)),
    };
    Ok(AccountSummary {
        account_no: row.parsed("account_no", |text| AccountNo::parse(text).ok())?,
        status: row.parsed("status", AccountStatus::from_code)?,
        name: known(PersonName::parse(&name), "name")?,
        paper,
        phone,
        employer: row.text("employer_name")?,
        branch: row.optional_text("branch")?,
        base: row.fen("base")?,
        member_monthly: row.fen("member_monthly")?,
        employer_monthly: row.fen("employer_monthly")?,
        balance: row.fen("balance")?,
        carried_over: row.fen("carried_over")?,
        this_year: row.fen("this_year")?,
        opened_on: row.date("opened_on")?,
        closed_on: row.maybe_date("closed_on")?,
        paid_until: row.maybe_month("paid_until")?,
    })
}

pub(super) fn entry(row: &dyn Row) -> Result<Entry, StoreError> {
    Ok(Entry {
        line: row.small("line")?,
        serial: row.parsed("serial", |text| Serial::parse(text).ok())?,
        booked_on: row.date("booked_on")?,
        kind: row.parsed("kind", EntryKind::from_code)?,
        amount: row.fen("amount")?,
        interest: row.fen("interest")?,
        balance: row.fen("balance")?,
        reason: row.maybe_parsed("reason", WithdrawalReason::from_code)?,
        way: row.maybe_parsed("way", WithdrawalWay::from_code)?,
        reversal: row.flag("reversal")?,
    })
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

pub(super) fn loan(row: &dyn Row) -> Result<LoanSummary, StoreError> {
    let next = match (row.maybe_small("next_number")?, row.maybe_date("next_due_on")?) {
        (Some(number), Some(due_on)) => Some(NextInstalment {
            number,
            due_on,
            payment: row.fen("next_payment")?,
            principal: row.fen("next_principal")?,
            interest: row.fen("next_interest")?,
        }),
        _ => None,
    };
    Ok(LoanSummary {
        loan_no: row.parsed("loan_no", |text| LoanNo::parse(text).ok())?,
        contract_no: row.parsed("contract_no", |text| ContractNo::parse(text).ok())?,
        kind: row.parsed("kind", LoanKind::from_code)?,
        product: row.text("product")?,
        principal: row.fen("principal")?,
        granted_on: row.date("granted_on")?,
        matures_on: row.date("matures_on")?,
        months: known(Months::new(row.small("months")?).ok(), "months")?,
        method: row.parsed("method", LoanMethod::from_code)?,
        rate: row.parsed("rate", |text| text.parse::<Rate>().ok())?,
        rate_multiple: row.parsed("rate_multiple", |text| text.parse().ok())?,
        guarantee: row.parsed("guarantee", Guarantee::from_code)?,
        due_day: row.small("due_day")?,
        balance: row.fen("balance")?,
        next,
        principal_repaid: row.fen("principal_repaid")?,
        interest_repaid: row.fen("interest_repaid")?,
        penalty_repaid: row.fen("penalty_repaid")?,
        prepaid: row.fen("prepaid")?,
        overdue_principal: row.fen("overdue_principal")?,
        overdue_interest: row.fen("overdue_interest")?,
        overdue_periods: row.small("overdue_periods")?,
        risk: row.parsed("risk", RiskClass::from_code)?,
        settled_on: row.maybe_date("settled_on")?,
    })
}

pub(super) fn loan_entry(row: &dyn Row) -> Result<LoanEntry, StoreError> {
    Ok(LoanEntry {
        line: row.small("line")?,
        serial: row.parsed("serial", |text| Serial::parse(text).ok())?,
        kind: row.parsed("kind", LoanEntryKind::from_code)?,
        occurred_on: row.date("occurred_on")?,
        booked_on: row.date("booked_on")?,
        amount: row.fen("amount")?,
        principal: row.fen("principal")?,
        interest: row.fen("interest")?,
        penalty: row.fen("penalty")?,
        balance: row.fen("balance")?,
        period: row.maybe_small("period")?,
    })
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
