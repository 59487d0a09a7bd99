//! Each row type of the import as the columns of its table. A column is named here and in `migrations/*/imported/`.

use super::{Lines, key_of, month_number};
use crate::{
    import::{
        rows::{
            AccountRow, BranchCode, EmployerRow, EntryRow, LoanEntryRow, LoanRow, MemberRow,
            WithdrawalReason, WithdrawalWay,
        },
        store::Table,
    },
    seal::{Column, Keys, SealError},
    store::sql::Value,
};

/// A row's columns, each with its value.
pub(in crate::store) type Cells<'r> = Vec<(&'static str, Value<'r>)>;

/// Appends columns with their values.
macro_rules! cells {
    ($to:ident, $($column:ident: $value:expr),+ $(,)?) => {
        $to.extend([$((stringify!($column), Value::from($value))),+])
    };
}

/// A row that can be staged.
pub(in crate::store) trait Staged: Sync {
    /// Its table.
    const TABLE: Table;

    /// Appends its columns, sealing what is personal and numbering what is a ledger's line.
    fn put<'r>(&'r self, keys: &Keys, lines: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError>;
}

impl Staged for EmployerRow {
    const TABLE: Table = Table::Employer;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        cells! { to,
            key: key_of(self.employer_no.as_str()),
            employer_no: self.employer_no.as_str(),
            name: &self.name,
            address: &self.address,
            credit_code: &self.credit_code,
            branch: self.branch.as_ref().map(BranchCode::as_str),
            opened_on: self.opened_on,
            closed_on: self.closed_on,
            status: self.status.code(),
            member_ratio: self.member_ratio.to_string(),
            employer_ratio: self.employer_ratio.to_string(),
            paying_members: self.paying_members,
            sealed_members: self.sealed_members,
            paid_until: self.paid_until.map(month_number),
            payday: self.payday,
        }
        Ok(())
    }
}

impl Staged for MemberRow {
    const TABLE: Table = Table::Member;

    fn put<'r>(&'r self, keys: &Keys, _: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        let account = key_of(self.account_no.as_str());
        let phone = match &self.phone {
            Some(phone) => Some(keys.seal(Column::MEMBER_PHONE, account, phone.as_str())?),
            None => None,
        };
        cells! { to,
            account: account,
            account_no: self.account_no.as_str(),
            employer: key_of(self.employer_no.as_str()),
            person: keys.person_of(&self.paper).as_bytes().to_vec(),
            name: keys.seal(Column::MEMBER_NAME, account, self.name.as_str())?,
            paper_kind: self.paper.kind().code(),
            paper: keys.seal(Column::MEMBER_PAPER, account, self.paper.as_str())?,
            phone: phone,
        }
        Ok(())
    }
}

impl Staged for AccountRow {
    const TABLE: Table = Table::Account;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        cells! { to,
            key: key_of(self.account_no.as_str()),
            account_no: self.account_no.as_str(),
            status: self.status.code(),
            base: self.base,
            member_monthly: self.member_monthly,
            employer_monthly: self.employer_monthly,
            balance: self.balance,
            carried_over: self.carried_over,
            this_year: self.this_year,
            opened_on: self.opened_on,
            closed_on: self.closed_on,
            paid_until: self.paid_until.map(month_number),
        }
        Ok(())
    }
}

impl Staged for EntryRow {
    const TABLE: Table = Table::Entry;

    fn put<'r>(&'r self, _: &Keys, lines: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        let account = key_of(self.account_no.as_str());
        cells! { to,
            account: account,
            line: lines.next(account),
            serial: self.serial.as_str(),
            booked_on: self.booked_on,
            kind: self.kind.code(),
            amount: self.amount,
            interest: self.interest,
            balance: self.balance,
            reason: self.reason.map(WithdrawalReason::code),
            way: self.way.map(WithdrawalWay::code),
            reversal: self.reversal,
        }
        Ok(())
    }
}

impl Staged for LoanRow {
    const TABLE: Table = Table::Loan;

    fn put<'r>(&'r self, _: &Keys, _: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        cells! { to,
            key: key_of(self.loan_no.as_str()),
            loan_no: self.loan_no.as_str(),
            contract_no: self.contract_no.as_str(),
            account: key_of(self.account_no.as_str()),
            kind: self.kind.code(),
            product: &self.product,
            principal: self.principal,
            granted_on: self.granted_on,
            matures_on: self.matures_on,
            months: self.months.get(),
            method: self.method.code(),
            rate: self.rate.to_string(),
            rate_multiple: self.rate_multiple.to_string(),
            guarantee: self.guarantee.code(),
            due_day: self.due_day,
            balance: self.balance,
            next_number: self.next_number,
            next_payment: self.next_payment,
            next_principal: self.next_principal,
            next_interest: self.next_interest,
            next_due_on: self.next_due_on,
            principal_repaid: self.principal_repaid,
            interest_repaid: self.interest_repaid,
            penalty_repaid: self.penalty_repaid,
            prepaid: self.prepaid,
            overdue_principal: self.overdue_principal,
            overdue_interest: self.overdue_interest,
            overdue_periods: self.overdue_periods,
            risk: self.risk.code(),
            settled_on: self.settled_on,
        }
        Ok(())
    }
}

impl Staged for LoanEntryRow {
    const TABLE: Table = Table::LoanEntry;

    fn put<'r>(&'r self, _: &Keys, lines: &mut Lines, to: &mut Cells<'r>) -> Result<(), SealError> {
        let loan = key_of(self.loan_no.as_str());
        cells! { to,
            loan: loan,
            line: lines.next(loan),
            serial: self.serial.as_str(),
            kind: self.kind.code(),
            occurred_on: self.occurred_on,
            booked_on: self.booked_on,
            amount: self.amount,
            principal: self.principal,
            interest: self.interest,
            penalty: self.penalty,
            balance: self.balance,
            period: self.period,
        }
        Ok(())
    }
}
