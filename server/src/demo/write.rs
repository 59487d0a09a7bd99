//! Writes rows as the core system would export them: the standard's field names, amounts in yuan, dates YYYYMMDD.

use super::DemoError;
use crate::import::{
    manifest::{Control, Controls},
    rows::{AccountRow, EmployerRow, EntryKind, EntryRow, LoanEntryRow, LoanRow, MemberRow, YearMonth},
};
use chrono::NaiveDate;
use fund::money::Fen;
use std::{
    fmt::{Display, Write as _},
    fs::File,
    path::Path,
};

const EMPLOYERS: &[&str] = &[
    "DWZH", "DWMC", "DWDZ", "ZZJGDM", "YWWD", "DWKHRQ", "DWXHRQ", "DWZHZT", "GRJCBL", "DWJCBL", "DWJCRS",
    "DWFCRS", "JZNY", "DWFXR",
];
const MEMBERS: &[&str] = &["GRZH", "DWZH", "XINGMING", "ZJLX", "ZJHM", "SJHM"];
const ACCOUNTS: &[&str] = &[
    "GRZH",
    "GRZHZT",
    "GRJCJS",
    "GRYJCE",
    "DWYJCE",
    "GRZHYE",
    "GRZHSNJZYE",
    "GRZHDNGJYE",
    "KHRQ",
    "XHRQ",
    "GRJZNY",
];
const ENTRIES: &[&str] = &[
    "GRZH",
    "YWLSH",
    "JZRQ",
    "GJHTQYWLX",
    "FSE",
    "FSLXE",
    "TQYY",
    "TQFS",
    "CZBZ",
];
const LOANS: &[&str] = &[
    "DKZH", "JKHTBH", "JKRGJJZH", "DKLX", "DKCP", "DKFFE", "DKFFRQ", "YDDQRQ", "DKQS", "DKHKFS", "DKLL",
    "LLFDBL", "DKDBLX", "YDHKR", "DKYE", "DQQC", "DQJHHKJE", "DQJHGHBJ", "DQJHGHLX", "DQYHRQ", "HSBJZE",
    "HSLXZE", "FXZE", "TQGHBJZE", "YQBJZE", "YQLXZE", "LJYQQS", "DKFXDJ", "DKJQRQ",
];
const LOAN_ENTRIES: &[&str] = &[
    "DKZH", "YWLSH", "DKYWMXLX", "YWFSRQ", "JZRQ", "FSE", "BJJE", "LXJE", "FXJE", "DQQC",
];

/// The six files of an export being written.
pub(super) struct Export {
    employers: Sheet,
    members: Sheet,
    accounts: Sheet,
    entries: Sheet,
    loans: Sheet,
    loan_entries: Sheet,
}

impl Export {
    pub(super) fn create(dir: &Path) -> Result<Self, DemoError> {
        Ok(Self {
            employers: Sheet::create(dir, "employers.csv", EMPLOYERS)?,
            members: Sheet::create(dir, "members.csv", MEMBERS)?,
            accounts: Sheet::create(dir, "accounts.csv", ACCOUNTS)?,
            entries: Sheet::create(dir, "entries.csv", ENTRIES)?,
            loans: Sheet::create(dir, "loans.csv", LOANS)?,
            loan_entries: Sheet::create(dir, "loan_entries.csv", LOAN_ENTRIES)?,
        })
    }

    pub(super) fn employer(&mut self, row: &EmployerRow) -> Result<(), DemoError> {
        self.employers.row(Fen::ZERO, |sheet| {
            sheet.text(row.employer_no.as_str())?;
            sheet.text(&row.name)?;
            sheet.text(&row.address)?;
            sheet.text(&row.credit_code)?;
            sheet.maybe(row.branch)?;
            sheet.day(Some(row.opened_on))?;
            sheet.day(row.closed_on)?;
            sheet.text(row.status.code())?;
            sheet.cell(row.member_ratio)?;
            sheet.cell(row.employer_ratio)?;
            sheet.cell(row.paying_members)?;
            sheet.cell(row.sealed_members)?;
            sheet.month(row.paid_until)?;
            sheet.maybe(row.payday)
        })
    }

    pub(super) fn member(&mut self, row: &MemberRow) -> Result<(), DemoError> {
        self.members.row(Fen::ZERO, |sheet| {
            sheet.text(row.account_no.as_str())?;
            sheet.text(row.employer_no.as_str())?;
            sheet.text(row.name.as_str())?;
            sheet.text(row.paper.kind().code())?;
            sheet.text(row.paper.as_str())?;
            sheet.text(row.phone.as_ref().map_or("", |phone| phone.as_str()))
        })
    }

    pub(super) fn account(&mut self, row: &AccountRow) -> Result<(), DemoError> {
        self.accounts.row(row.balance, |sheet| {
            sheet.text(row.account_no.as_str())?;
            sheet.text(row.status.code())?;
            for amount in [
                row.base,
                row.member_monthly,
                row.employer_monthly,
                row.balance,
                row.carried_over,
                row.this_year,
            ] {
                sheet.cell(amount)?;
            }
            sheet.day(Some(row.opened_on))?;
            sheet.day(row.closed_on)?;
            sheet.month(row.paid_until)
        })
    }

    pub(super) fn entry(&mut self, row: &EntryRow) -> Result<(), DemoError> {
        // Withdrawals are written without a sign; what a closing one pays out includes its interest.
        let moved = row.amount.max(-row.amount);
        let written = if row.kind == EntryKind::ClosingWithdrawal {
            moved + row.interest
        } else {
            moved
        };
        self.entries.row(written, |sheet| {
            sheet.text(row.account_no.as_str())?;
            sheet.text(row.serial.as_str())?;
            sheet.day(Some(row.booked_on))?;
            sheet.text(row.kind.code())?;
            sheet.cell(written)?;
            sheet.cell(row.interest)?;
            sheet.text(row.reason.map_or("", |reason| reason.code()))?;
            sheet.text(row.way.map_or("", |way| way.code()))?;
            sheet.text(if row.reversal { "02" } else { "01" })
        })
    }

    pub(super) fn loan(&mut self, row: &LoanRow) -> Result<(), DemoError> {
        self.loans.row(row.balance, |sheet| {
            sheet.text(row.loan_no.as_str())?;
            sheet.text(row.contract_no.as_str())?;
            sheet.text(row.account_no.as_str())?;
            sheet.text(row.kind.code())?;
            sheet.text(&row.product)?;
            sheet.cell(row.principal)?;
            sheet.day(Some(row.granted_on))?;
            sheet.day(Some(row.matures_on))?;
            sheet.cell(row.months.get())?;
            sheet.text(row.method.code())?;
            sheet.cell(row.rate)?;
            sheet.cell(row.rate_multiple)?;
            sheet.text(row.guarantee.code())?;
            sheet.cell(row.due_day)?;
            sheet.cell(row.balance)?;
            sheet.maybe(row.next_number)?;
            for amount in [row.next_payment, row.next_principal, row.next_interest] {
                sheet.cell(amount)?;
            }
            sheet.day(row.next_due_on)?;
            for amount in [
                row.principal_repaid,
                row.interest_repaid,
                row.penalty_repaid,
                row.prepaid,
                row.overdue_principal,
                row.overdue_interest,
            ] {
                sheet.cell(amount)?;
            }
            sheet.cell(row.overdue_periods)?;
            sheet.text(row.risk.code())?;
            sheet.day(row.settled_on)
        })
    }

    pub(super) fn loan_entry(&mut self, row: &LoanEntryRow) -> Result<(), DemoError> {
        self.loan_entries.row(row.amount, |sheet| {
            sheet.text(row.loan_no.as_str())?;
            sheet.text(row.serial.as_str())?;
            sheet.text(row.kind.code())?;
            sheet.day(Some(row.occurred_on))?;
            sheet.day(Some(row.booked_on))?;
            for amount in [row.amount, row.principal, row.interest, row.penalty] {
                sheet.cell(amount)?;
            }
            sheet.maybe(row.period)
        })
    }

    /// Writes out what is buffered and gives the control figures for the manifest.
    pub(super) fn finish(self) -> Result<Controls, DemoError> {
        Ok(Controls {
            employers: self.employers.finish()?,
            members: self.members.finish()?,
            accounts: self.accounts.finish()?,
            entries: self.entries.finish()?,
            loans: self.loans.finish()?,
            loan_entries: self.loan_entries.finish()?,
        })
    }
}

/// One file being written, and what it adds up to.
struct Sheet {
    csv: csv::Writer<File>,
    /// Reused for every cell.
    cell: String,
    control: Control,
}

impl Sheet {
    fn create(dir: &Path, name: &str, header: &[&str]) -> Result<Self, DemoError> {
        let path = dir.join(name);
        let file = File::create(&path).map_err(|source| DemoError::Write { path, source })?;
        let mut csv = csv::WriterBuilder::new()
            .buffer_capacity(256 * 1024)
            .from_writer(file);
        csv.write_record(header)?;
        Ok(Self {
            csv,
            cell: String::new(),
            control: Control::default(),
        })
    }

    fn row(
        &mut self,
        amount: Fen,
        cells: impl FnOnce(&mut Self) -> Result<(), csv::Error>,
    ) -> Result<(), DemoError> {
        cells(self)?;
        self.csv.write_record(None::<&[u8]>)?;
        self.control.rows += 1;
        self.control.total += amount;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), csv::Error> {
        self.csv.write_field(text)
    }

    fn cell(&mut self, value: impl Display) -> Result<(), csv::Error> {
        self.cell.clear();
        // Writing to a String cannot fail.
        let _ = write!(self.cell, "{value}");
        self.csv.write_field(&self.cell)
    }

    fn maybe(&mut self, value: Option<impl Display>) -> Result<(), csv::Error> {
        match value {
            Some(value) => self.cell(value),
            None => self.text(""),
        }
    }

    fn day(&mut self, day: Option<NaiveDate>) -> Result<(), csv::Error> {
        self.maybe(day.map(|day| day.format("%Y%m%d")))
    }

    fn month(&mut self, month: Option<YearMonth>) -> Result<(), csv::Error> {
        self.maybe(month.map(|month| month.first_day().format("%Y%m")))
    }

    fn finish(mut self) -> Result<Control, DemoError> {
        self.csv.flush().map_err(csv::Error::from)?;
        Ok(self.control)
    }
}
