//! Each row type of the import as a run of values, in the order of [`columns`](super::columns).

use super::{
    Lines,
    Value::{self, Bytes, Date, Flag, Int, Made, Null, Text},
    key_of, month_number,
};
use crate::{
    import::{
        rows::{AccountRow, EmployerRow, EntryRow, LoanEntryRow, LoanRow, MemberRow, YearMonth},
        store::Table,
    },
    seal::{Column, Keys, SealError},
};
use chrono::NaiveDate;
use fund::money::Fen;

/// A row that can be staged.
pub(crate) trait Staged: Sync {
    /// Its table.
    const TABLE: Table;

    /// Appends its values, sealing what is personal and numbering what is a ledger's line.
    fn put<'r>(&'r self, keys: &Keys, lines: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError>;
}

impl Staged for EmployerRow {
    const TABLE: Table = Table::Employer;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        to.extend([
            Int(key_of(self.employer_no.as_str())),
            Text(self.employer_no.as_str()),
            Text(&self.name),
            Text(&self.address),
            Text(&self.credit_code),
            self.branch.as_ref().map_or(Null, |branch| Text(branch.as_str())),
            Date(self.opened_on),
            date(self.closed_on),
            Text(self.status.code()),
            Made(self.member_ratio.to_string()),
            Made(self.employer_ratio.to_string()),
            Int(self.paying_members.into()),
            Int(self.sealed_members.into()),
            month(self.paid_until),
            self.payday.map_or(Null, |day| Int(day.into())),
        ]);
        Ok(())
    }
}

impl Staged for MemberRow {
    const TABLE: Table = Table::Member;

    fn put<'r>(&'r self, keys: &Keys, _: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        let account = key_of(self.account_no.as_str());
        let phone = match &self.phone {
            Some(phone) => Bytes(keys.seal(Column::MEMBER_PHONE, account, phone.as_str())?),
            None => Null,
        };
        to.extend([
            Int(account),
            Text(self.account_no.as_str()),
            Int(key_of(self.employer_no.as_str())),
            Bytes(keys.person_of(&self.paper).as_bytes().to_vec()),
            Bytes(keys.seal(Column::MEMBER_NAME, account, self.name.as_str())?),
            Text(self.paper.kind().code()),
            Bytes(keys.seal(Column::MEMBER_PAPER, account, self.paper.as_str())?),
            phone,
        ]);
        Ok(())
    }
}

impl Staged for AccountRow {
    const TABLE: Table = Table::Account;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        to.extend([
            Int(key_of(self.account_no.as_str())),
            Text(self.account_no.as_str()),
            Text(self.status.code()),
            fen(self.base),
            fen(self.member_monthly),
            fen(self.employer_monthly),
            fen(self.balance),
            fen(self.carried_over),
            fen(self.this_year),
            Date(self.opened_on),
            date(self.closed_on),
            month(self.paid_until),
        ]);
        Ok(())
    }
}

impl Staged for EntryRow {
    const TABLE: Table = Table::Entry;

    fn put<'r>(&'r self, _: &Keys, lines: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        let account = key_of(self.account_no.as_str());
        to.extend([
            Int(account),
            Int(lines.next(account).into()),
            Text(self.serial.as_str()),
            Date(self.booked_on),
            Text(self.kind.code()),
            fen(self.amount),
            fen(self.interest),
            fen(self.balance),
            self.reason.map_or(Null, |reason| Text(reason.code())),
            self.way.map_or(Null, |way| Text(way.code())),
            Flag(self.reversal),
        ]);
        Ok(())
    }
}

impl Staged for LoanRow {
    const TABLE: Table = Table::Loan;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        to.extend([
            Int(key_of(self.loan_no.as_str())),
            Text(self.loan_no.as_str()),
            Text(self.contract_no.as_str()),
            Int(key_of(self.account_no.as_str())),
            Text(self.kind.code()),
            Text(&self.product),
            fen(self.principal),
            Date(self.granted_on),
            Date(self.matures_on),
            Int(self.months.get().into()),
            Text(self.method.code()),
            Made(self.rate.to_string()),
            Made(self.rate_multiple.to_string()),
            Text(self.guarantee.code()),
            Int(self.due_day.into()),
            fen(self.balance),
            number(self.next_number),
            fen(self.next_payment),
            fen(self.next_principal),
            fen(self.next_interest),
            date(self.next_due_on),
            fen(self.principal_repaid),
            fen(self.interest_repaid),
            fen(self.penalty_repaid),
            fen(self.prepaid),
            fen(self.overdue_principal),
            fen(self.overdue_interest),
            Int(self.overdue_periods.into()),
            Text(self.risk.code()),
            date(self.settled_on),
        ]);
        Ok(())
    }
}

impl Staged for LoanEntryRow {
    const TABLE: Table = Table::LoanEntry;

    fn put<'r>(&'r self, _: &Keys, lines: &mut Lines, to: &mut Vec<Value<'r>>) -> Result<(), SealError> {
        let loan = key_of(self.loan_no.as_str());
        to.extend([
            Int(loan),
            Int(lines.next(loan).into()),
            Text(self.serial.as_str()),
            Text(self.kind.code()),
            Date(self.occurred_on),
            Date(self.booked_on),
            fen(self.amount),
            fen(self.principal),
            fen(self.interest),
            fen(self.penalty),
            fen(self.balance),
            number(self.period),
        ]);
        Ok(())
    }
}

fn fen(amount: Fen) -> Value<'static> {
    Int(amount.get())
}

fn date(date: Option<NaiveDate>) -> Value<'static> {
    date.map_or(Null, Date)
}

fn month(month: Option<YearMonth>) -> Value<'static> {
    month.map_or(Null, |month| Int(month_number(month)))
}

fn number(number: Option<u16>) -> Value<'static> {
    number.map_or(Null, |number| Int(number.into()))
}
